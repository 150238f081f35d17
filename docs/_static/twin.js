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
