// Search as you type, without a server and without requests for results, so also from file://.
// This and the site's text are loaded when a field is first focused (see site.js), and the text is
// indexed here (see site_search.py).
(() => {
  const root = document.documentElement.dataset.content_root;
  const PARTS = ["minisearch.js", "base-stemmer.js", "english-stemmer.js", "../searchindex.js"];
  const SHOWN = 12;
  // Pages of entries: what explains something comes before them, unless an error is looked up.
  const ENTRIES = ["errors.html", "glossary.html", "verified.html"];
  const error = /(Error|Exception|Warning)\b/;
  const han = /\p{Script=Han}/u;
  const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+/gu;

  // ---- What is searched for: a Chinese character or pair, a Latin word by its stem.
  const parts = (word) => {
    const found = word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? [];
    return found.length > 1 ? found : []; // of set_start_method and SharedMemory
  };
  let stemmer;
  const stems = new Map();
  const stem = (word) => {
    const lower = word.toLowerCase();
    if (!stems.has(lower)) stems.set(lower, stemmer.stemWord(lower));
    return stems.get(lower);
  };
  const pairs = (run) => [...run].slice(1).map((second, i) => [...run][i] + second);
  const termsOfRun = (run) => han.test(run)
    ? [...run, ...pairs(run)]
    : [...new Set([run, ...parts(run)].flatMap((word) => [word.toLowerCase(), stem(word)]))];
  const termsOfQueryRun = (run) => han.test(run) && run.length > 1 ? pairs(run) : termsOfRun(run);
  const tokenizer = (terms) => (text) => (text.normalize("NFKC").match(runs) ?? []).flatMap(terms);

  // ---- The index.
  let index, sections, vocabulary, loading;
  const script = (name) => new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = `${root}_static/${name}`;
    element.onload = done;
    element.onerror = () => failed(new Error(name));
    document.head.append(element);
  });
  const load = () => loading ??= Promise.all(PARTS.map(script)).then(() => {
    stemmer = new EnglishStemmer();
    vocabulary = new Set();
    const basics = {}; // the first page of each folder, in the order of reading
    sections = searchPages.flatMap((page) => page.sections.map((section, i) => {
      const folder = page.url.replace(/[^/]*$/, "");
      const entry = ENTRIES.includes(page.url);
      const made = {
        ...section,
        first: !i,
        basic: page.url === (basics[folder] ??= page.url), // what explains the thing itself
        page: i ? "" : page.title, // a page's title counts once
        title: entry && i ? "" : section.title,
        heading: section.title,
        pageTitle: page.title,
        url: page.url,
        body: [...(entry ? [section.title] : []), ...section.text].join("\n"),
        entry,
      };
      return { ...made, lower: `${made.page}\n${made.title}\n${made.body}`.toLowerCase() };
    }));
    index = new MiniSearch({
      fields: ["page", "title", "body", "code"],
      idField: "number",
      tokenize: tokenizer(termsOfRun),
      processTerm: (term) => { vocabulary.add(term); return term; },
    });
    index.addAll(sections.map((section, number) => ({ ...section, number })));
  });

  // A word that no page has may be a part of words, as "server" of "forkserver", or a pair of
  // characters that stand apart.
  const wider = (term) => {
    if (vocabulary.has(term)) return term;
    const all = han.test(term) ? [...term] : [...vocabulary].filter((word) => word.includes(term));
    return [term, ...all.slice(0, 8)];
  };
  const letter = new Set("abcdefghijklmnopqrstuvwxyz0123456789_");
  // Whether a text has a phrase in whole words; Chinese has no ends of words.
  const has = (text, phrase) => {
    const inside = (i) => letter.has(text[i - 1]) && letter.has(text[i]);
    let at = text.indexOf(phrase);
    while (at >= 0 && (inside(at) || inside(at + phrase.length))) at = text.indexOf(phrase, at + 1);
    return at >= 0;
  };
  const known = (term) => han.test(term) || vocabulary.has(term);

  /** The best section of each page that has something of the query, best page first. */
  const find = (asked) => {
    // What the whole site is about tells no page from another, unless nothing else is asked for.
    const rest = asked.replace(/(?<![\w.])(?:python(?! -)|multiprocessing)(?![\w.])|多进程/giu, " ");
    const query = /[\p{L}\p{N}]/u.test(rest) ? rest : asked;
    const phrases = (query.normalize("NFKC").match(runs) ?? []).map((run) => run.toLowerCase());
    const typed = query.toLowerCase().split(/\s+/u).join(" ");
    // Words in one piece, as they were typed, first of all at the start of a title.
    const boost = ({ page, lower, url, entry, first, basic }) => {
      const all = has(lower, typed) ? 1 : 0;
      const pasted = error.test(query) || (all && phrases.length > 3);
      const weight = !entry ? 1 : pasted && url === "errors.html" ? 4 : 0.2;
      const whole = phrases.filter((phrase) => has(lower, phrase)).length;
      const begun = phrases.filter((phrase) => page.toLowerCase().startsWith(phrase)).length;
      const place = (first ? 1.15 : 1) * (basic ? 1.1 : 1);
      return weight * place * (1 + all + (whole + begun) / phrases.length);
    };
    const boosts = []; // asked for with each term of the query
    const options = {
      tokenize: tokenizer(termsOfQueryRun),
      processTerm: (term) => term,
      boost: { page: 2.5, title: 1.5, body: 1, code: 0.3 },
      prefix: (term) => !han.test(term) && term.length > 2,
      fuzzy: (term) => known(term) || term.length < 5 ? false : 0.3,
      weights: { prefix: 0.4, fuzzy: 0.3 },
      boostDocument: (number) => boosts[number] ??= boost(sections[number]),
    };
    let found = index.search(query, options);
    if (!found.length) found = index.search(query, { ...options, processTerm: wider });
    const pages = new Map();
    for (const { id, score, terms } of found) {
      if (score < found[0].score / 8) break;
      const { url } = sections[id];
      if (!pages.has(url)) pages.set(url, { ...sections[id], terms: new Set(terms), score });
      else pages.get(url).score += score / 4; // a page that has it in many places
    }
    return [...pages.values()].sort((one, other) => other.score - one.score).slice(0, SHOWN);
  };

  // ---- The sentence that has most of what was found, with that marked.
  /** Pieces of a text: [what, is it marked]. */
  const pieces = (text, terms) => {
    const marks = [];
    for (const { 0: run, index: at } of text.matchAll(runs)) {
      if (!han.test(run)) {
        if (termsOfRun(run).some((term) => terms.has(term))) marks.push([at, at + run.length]);
        continue;
      }
      for (let i = 0; i < run.length; i += 1) {
        if (terms.has(run.slice(i, i + 2))) marks.push([at + i, at + i + 2]);
        else if (terms.has(run[i])) marks.push([at + i, at + i + 1]);
      }
    }
    const cut = [];
    let end = 0;
    for (const [from, to] of marks) {
      if (from > end) cut.push([text.slice(end, from), false]);
      if (to > end) cut.push([text.slice(Math.max(from, end), to), true]);
      end = Math.max(end, to);
    }
    return [...cut, [text.slice(end), false]];
  };
  const weight = (text, terms) => new Set(
    pieces(text, terms).filter(([, marked]) => marked).map(([piece]) => piece.toLowerCase()),
  ).size;
  const sentence = (section) => {
    const all = section.text.flatMap((text) => text.split(/(?<=[。！？；])|(?<=[.!?]) (?=\S)/u));
    let best = all[0] ?? "";
    let most = 0;
    for (const text of all) {
      const found = weight(text, section.terms);
      if (found > most) [best, most] = [text, found];
    }
    const first = pieces(best, section.terms)[0];
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
  const marked = (text, terms) => pieces(text, terms)
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
      const found = query && index ? find(query) : [];
      const { none, one, many, wait } = form.dataset;
      const count = !found.length ? none : found.length === 1 ? one : many.replace("%s", found.length);
      status.textContent = query ? (index ? count : wait) : "";
      list.replaceChildren(...found.map(shown));
      show(query !== "");
    };
    const prepare = () => load().then(update, () => {
      loading = undefined;
      status.textContent = form.dataset.failed;
    });
    if (field === document.activeElement) prepare(); // it had the focus before this script was there
    field.addEventListener("focus", () => { if (!index) prepare(); });
    field.addEventListener("click", update);
    field.addEventListener("input", update);
    form.addEventListener("submit", (event) => {
      if (!index) return;
      event.preventDefault();
      links()[0]?.click();
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
