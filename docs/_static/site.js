// The link to the other language keeps the section that is being read, and the front page offers
// that language first from then on.
const height = (element) => element.getBoundingClientRect().top;
// A browser takes its time to scroll to the section that an address names.
let arriving = location.hash !== "";
for (const event of ["scrollend", "wheel", "touchmove", "keydown"]) {
  addEventListener(event, () => { arriving = false; }, { once: true });
}
const section = () => {
  const target = document.querySelector("article :target")?.closest("section[id]");
  if (target && (arriving || (height(target) > -50 && height(target) < innerHeight))) return `#${target.id}`;
  if (scrollY === 0) return "";
  const begun = [...document.querySelectorAll("article section[id]")]
    .filter((element) => height(element) < innerHeight / 3);
  return begun.length ? `#${begun.at(-1).id}` : "";
};
for (const link of document.querySelectorAll("a.twin")) {
  for (const event of ["pointerdown", "focus", "click"]) {
    link.addEventListener(event, () => { link.hash = section(); });
  }
  link.addEventListener("click", () => {
    try { localStorage.setItem("language", link.lang); } catch { /* storage may be refused */ }
  });
}

// The search is loaded when its field is first used; "/" leads there.
const load = () => {
  const script = document.createElement("script");
  script.src = `${document.documentElement.dataset.content_root}_static/search.js`;
  document.head.append(script);
};
const fields = document.querySelectorAll("form.site-search input");
let loaded = false;
for (const field of fields) {
  field.addEventListener("focus", () => { if (!loaded) load(); loaded = true; });
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const menu = document.getElementById("__navigation");
  if (menu && fields[0].getBoundingClientRect().right < 0) menu.checked = true; // off the screen
  event.preventDefault();
  fields[0].focus();
});

// What opened a menu closes it, and is where the reader goes on.
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(".sidebar-toggle:checked");
  if (!open || event.defaultPrevented) return;
  open.checked = false;
  open.focus();
});

// The button of a writer stays pressed until it or another one of its output is pressed.
document.addEventListener("click", ({ target }) => {
  const button = target.closest(".writers button");
  if (!button) return;
  for (const each of button.parentElement.children) {
    const pressed = each === button && each.getAttribute("aria-pressed") !== "true";
    each.setAttribute("aria-pressed", pressed);
  }
});

// A screen reader is told what the tooltip of a copy button shows.
const spoken = document.createElement("p");
spoken.className = "spoken";
spoken.role = "status";
document.body.append(spoken);
new MutationObserver((changes) => {
  for (const { target } of changes) {
    if (target.matches(".copybtn.success")) spoken.textContent = target.dataset.tooltip;
    else if (target.matches(".copybtn")) spoken.textContent = "";
  }
}).observe(document.body, { attributeFilter: ["class"], subtree: true });

// Tabs of the same start method open together, in what is opened later too; an anchor in a tab
// opens it.
const labels = [...document.querySelectorAll(".sd-tab-set > label")];
const choose = (method) => {
  for (const label of labels) if (label.dataset.syncId === method) label.previousElementSibling.checked = true;
};
const opened = () => {
  const tab = document.querySelector(".sd-tab-content :target")?.closest(".sd-tab-content");
  if (tab) tab.previousElementSibling.previousElementSibling.checked = true;
};
try { choose(localStorage.getItem("start-method")); } catch { /* not kept */ }
for (const label of labels) {
  label.previousElementSibling.addEventListener("change", () => {
    choose(label.dataset.syncId);
    try { localStorage.setItem("start-method", label.dataset.syncId); } catch { /* not kept */ }
  });
}
opened();
addEventListener("hashchange", opened);

const query = new URLSearchParams(location.search).get("q");
const asked = document.querySelector("article form.site-search input");
if (asked && query) {
  asked.value = query;
  asked.focus();
}
