// Search as you type, without a server and without requests for results, so also from file://.
// This and the site's text are loaded when a field is first focused (see site.js), and the text is
// indexed here (see site_search.py).
(() => {
  const root = document.documentElement.dataset.content_root;
  const PARTS = [
    "minisearch.js", "base-stemmer.js", "english-stemmer.js", "ranking.js", "../searchindex.js",
  ];

  let ranked, loading;
  const script = (name) => new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = `${root}_static/${name}`;
    element.onload = done;
    element.onerror = () => failed(new Error(name));
    document.head.append(element);
  });
  const load = () => loading ??= Promise.all(PARTS.map(script))
    .then(() => { ranked = ranking(searchPages); });

  // ---- The sentence that has most of what was found, with that marked.
  const weight = (text, terms) => new Set(
    ranked.pieces(text, terms).filter(([, marked]) => marked).map(([piece]) => piece.toLowerCase()),
  ).size;
  const sentence = (section) => {
    const all = section.text.flatMap((text) => text.split(/(?<=[。！？；])|(?<=[.!?]) (?=\S)/u));
    let best = all[0] ?? "";
    let most = 0;
    for (const text of all) {
      const found = weight(text, section.terms);
      if (found > most) [best, most] = [text, found];
    }
    const first = ranked.pieces(best, section.terms)[0];
    const start = first && !first[1] && first[0].length > 60 ? best.indexOf(" ", first[0].length - 40) : 0;
    const long = best.slice(Math.max(start, 0));
    return (start > 0 ? "…" : "") + (long.length > 200 ? `${long.slice(0, 200)}…` : long);
  };

  // ---- What the reader sees.
  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  };
  const marked = (text, terms) => ranked.pieces(text, terms)
    .map(([piece, is]) => is ? element("mark", "", piece) : piece);
  const shown = (section) => {
    const link = element("a", "",
      element("span", "result-page", ...marked(section.pageTitle, section.terms)));
    if (!section.first) {
      link.append(element("span", "result-section", ...marked(section.heading, section.terms)));
    }
    link.append(element("span", "result-sentence", ...marked(sentence(section), section.terms)));
    link.href = `${root}${section.url}${section.first ? "" : `#${section.id}`}`;
    return element("li", "", link);
  };

  for (const form of document.querySelectorAll("form.site-search")) {
    const field = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const list = form.querySelector(".search-results");
    const panel = form.dataset.panel !== undefined; // over the page, not in it
    const links = () => [...list.querySelectorAll("a")];

    const show = (open) => {
      form.classList.toggle("open", open);
      if (!open || !panel) return;
      const { left, bottom } = field.getBoundingClientRect();
      form.style.setProperty("--left", `${Math.max(left, 8)}px`);
      form.style.setProperty("--top", `${bottom + 4}px`);
    };
    const update = () => {
      const query = field.value.trim();
      const { found, enough, error } = query && ranked ? ranked.find(query) : { found: [] };
      const { none, near, unknown, one, many, wait } = form.dataset;
      const nothing = [error ? unknown : none, ...(found.length ? [near] : [])].join(" ");
      const count = !enough ? nothing : found.length === 1 ? one : many.replace("%s", found.length);
      status.textContent = query ? (ranked ? count : wait) : "";
      list.classList.toggle("near", !enough);
      list.replaceChildren(...found.map(shown));
      show(query !== "");
    };
    const prepare = () => load().then(update, () => {
      loading = undefined;
      status.textContent = form.dataset.failed;
    });
    if (field === document.activeElement) prepare(); // it had the focus before this script was there
    field.addEventListener("focus", () => { if (!ranked) prepare(); });
    field.addEventListener("click", update);
    field.addEventListener("input", update);
    form.addEventListener("submit", (event) => {
      if (!ranked) return;
      event.preventDefault();
      if (!list.matches(".near")) links()[0]?.click(); // what is only near is for the reader to choose
    });
    form.addEventListener("keydown", (event) => {
      const all = [field, ...links()];
      const at = all.indexOf(document.activeElement);
      const to = { ArrowDown: all[at + 1], ArrowUp: all[at - 1] }[event.key];
      if (event.key === "Escape" && panel) {
        field.focus();
        show(false);
      } else if (to && !event.isComposing) {
        to.focus();
      } else {
        return;
      }
      event.preventDefault();
    });
    if (panel) {
      form.addEventListener("focusout", ({ relatedTarget }) => {
        if (relatedTarget && !form.contains(relatedTarget)) show(false);
      });
      document.addEventListener("pointerdown", ({ target }) => {
        if (!form.contains(target)) show(false);
      });
      addEventListener("resize", () => show(form.classList.contains("open")));
    }
  }
})();
