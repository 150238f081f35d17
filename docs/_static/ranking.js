// What is found for a query, best first: `ranking(pages)` indexes the pages and answers.
//
// A query is cut into words, each with what stands for it: its stem, its parts, its pairs of
// characters. MiniSearch gives what has any of them; what has most of the query comes first.
const ranking = (pages) => {
  const SHOWN = 12;
  const NEAR = 3;
  // The share of a query, of so many words, that a page has at least if it is an answer.
  const FLOOR = [0.6, 0.5, 0.35, 0.33, 0.25];
  // What counts less than a word that is met whole: a part of a name, a word of the page's title
  // alone, a pair of characters that two words make or that no page has.
  const PART = 0.3;
  const TITLE = 0.7;
  const SEAM = 0.3;
  const UNKNOWN = 0.3;
  // Pages of entries: what explains something comes before them, unless an error is looked up.
  const ENTRIES = ["errors.html", "glossary.html", "verified.html"];
  const error = /(Error|Exception|Warning)\b/;
  const han = /\p{Script=Han}/u;
  const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+/gu;
  // What tells no page of this site from another, or only makes a question of words.
  const COMMON = new Set(`a about after again all also always am an and any anything are as at back be because
    been before being best better between both but by can cannot correct correctly could couldn did didn
    different do does doesn doing don done each else etc even ever every example few first for forever from get gets getting give
    given go goes good got had has have having help here how however i if in instead into is isn it its
    just keep keeps know let like look m made make makes making many may me mean might more most
    much multiprocessing must my need needs new no not now of off ok old on once one only or other others
    our out over own please possible problem program properly put python python3 py question quite rather
    re really s say script seem should shouldn show simple since so some somehow something still such t
    than that the their them then there these they thing this those through time times to
    too try trying two under until up upon us use used uses using ve very vs want wants was wasn way we well
    were what when where whether which while who whole whose why will with within without won work
    working works would wrong yet you your`.split(/\s+/u));
  const PHRASES = new RegExp(`多进程|怎么办|怎么样|怎么|怎样|如何|为什么|为何|为啥|什么|是否|能不能|可不可以|可以|请问|问题|解决
    |方法(?!论)|一下|有没有|哪个|哪些|出来|以后|之后|还需要|需要|必须|应该|时候|使用|进行|实现|出现|情况|这个|那个|一直|大家
    |已经|如果|因为|所以|然后|起来|到底|究竟|最后|总是|老是|[的了吗呢吧啊么]`.replace(/\s+/gu, ""), "gu");
  // Of a question: an old version; of a traceback: where its frames are; of a path: all but the file's
  // name. What remains is in today's words: "can't pickle" was said before 3.8.
  const ASIDE = [
    [/\bpython\s*(?!3\.1[4-9])\d+(?:\.\d+)*/giu, " "],
    [/File "[^"]*", line \d+(?:, in [\w.<>]+)?/gu, " "],
    [/(?:[A-Za-z]:)?(?:[\w.~-]*[\\/])+(?=[\w.]+\.py)/gu, " "],
    [/(?<=TypeError: )can['’]t(?= pickle)/gu, "cannot"],
  ];
  const plain = (asked) => {
    const text = asked.normalize("NFKC");
    const left = ASIDE.reduce((rest, [what, by]) => rest.replace(what, by), text);
    return /[\p{L}\p{N}]/u.test(left) ? left : text;
  };

  const stemmer = new EnglishStemmer();
  const stems = new Map();
  const stem = (word) => {
    // British and American: serialise, behaviour.
    const lower = word.toLowerCase()
      .replace(/is(?=(?:e[drs]?|ing|able|ation)$)/u, "iz").replace(/our(?=(?:s|al|ed|ing)?$)/u, "or");
    if (!stems.has(lower)) stems.set(lower, stemmer.stemWord(lower));
    return stems.get(lower);
  };
  /** Of set_start_method and SharedMemory. */
  const parts = (word) => {
    const found = word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? [];
    return found.length > 1 ? found : [];
  };
  const segmenter = Intl.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });
  /** Pairs of characters; one that two longer words make, as in 程序|列出, is marked. */
  const pairs = (run) => {
    const words = segmenter ? [...segmenter.segment(run)].map(({ segment }) => [...segment]) : [];
    const seams = new Set();
    let end = 0;
    for (const [i, word] of words.entries()) {
      end += word.length;
      if (word.length > 1 && words[i + 1]?.length > 1) seams.add(end - 1);
    }
    const all = [...run];
    return all.slice(1).map((second, i) => (seams.has(i) ? "~" : "") + all[i] + second);
  };
  const termsOf = (run) => han.test(run)
    ? [...run, ...pairs(run)]
    : [...new Set([run, ...parts(run)].flatMap((word) => [word.toLowerCase(), stem(word)]))];
  const cut = (text) => text.normalize("NFKC").match(runs) ?? [];

  // ---- The index.
  const vocabulary = new Set();
  const basics = {}; // the first page of each folder, in the order of reading
  const sections = pages.flatMap((page) => page.sections.map((section, i) => {
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
    return { ...made, lower: `${made.page}\n${made.title}\n${made.also}\n${made.body}`.toLowerCase() };
  }));
  const index = new MiniSearch({
    fields: ["page", "title", "also", "body", "code"],
    idField: "number",
    tokenize: (text) => cut(text).flatMap(termsOf),
    processTerm: (term) => { vocabulary.add(term); return term; },
  });
  index.addAll(sections.map((section, number) => ({ ...section, number })));

  const letter = new Set("abcdefghijklmnopqrstuvwxyz0123456789_");
  // Whether a text has a phrase in whole words; Chinese has no ends of words.
  const has = (text, phrase) => {
    const inside = (i) => letter.has(text[i - 1]) && letter.has(text[i]);
    let at = text.indexOf(phrase);
    while (at >= 0 && (inside(at) || inside(at + phrase.length))) at = text.indexOf(phrase, at + 1);
    return at >= 0;
  };

  /** Whether a text has three words of an error's message in one piece. */
  const quotes = (text, message) => {
    const all = message.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
    const told = text.match(/[\p{L}\p{N}_]+/gu)?.join(" ") ?? "";
    const need = Math.min(all.length, 3);
    return all.some((_, i) => i + need <= all.length && has(told, all.slice(i, i + need).join(" ")));
  };
  const known = (term) => vocabulary.has(term);

  /** The words of a query that say something, each with the terms that stand for it. */
  const wordsOf = (query) => {
    const all = cut(query);
    const telling = cut(query.replace(PHRASES, " ")).filter((run) => !COMMON.has(run.toLowerCase()));
    return (telling.length ? telling : all).flatMap((run) => {
      if (!han.test(run)) {
        const lower = run.toLowerCase();
        const whole = [...new Set([lower, stem(run)])];
        // A word that no page has may be a part of others, as "server" is of "forkserver".
        if (lower.length > 3 && !whole.some(known)) {
          whole.push(...[...vocabulary].filter((word) => word.includes(lower)).slice(0, 8));
        }
        return [{ run, whole, terms: [...new Set([...whole, ...termsOf(run)])] }];
      }
      if (run.length === 1) return [{ run, whole: [run], terms: [run] }];
      return pairs(run).map((pair) => ({ run: pair, whole: [pair], terms: [pair] }));
    });
  };

  /** Pieces of a text: [what, is it marked]. */
  const pieces = (text, terms) => {
    const marks = [];
    for (const { 0: run, index: at } of text.matchAll(runs)) {
      if (!han.test(run)) {
        if (termsOf(run).some((term) => terms.has(term))) marks.push([at, at + run.length]);
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

  /**
   * The best section of each page, best page first; `enough` tells whether the first has most of
   * the query, `error` whether an error is looked up.
   */
  const find = (asked) => {
    const looked = error.test(asked) && cut(asked).length > 4; // a whole message
    const query = plain(asked);
    const all = wordsOf(query);
    const met = all.filter(({ whole }) => whole.some(known));
    const words = looked && met.length ? met : all;
    const runsAsked = [...new Set(cut(asked).map((run) => run.toLowerCase()))]
      .filter((run) => !COMMON.has(run));
    const typed = asked.trim().toLowerCase().split(/\s+/u).join(" ");
    // Words in one piece, as they were typed, first of all at the start of a title.
    const boost = ({ page, lower, url, entry, first, basic }) => {
      const all = has(lower, typed) ? 1 : 0;
      const pasted = error.test(asked) || (all && runsAsked.length > 3);
      const weight = !entry ? 1 : pasted && url === "errors.html" ? 4 : 0.2;
      const whole = runsAsked.filter((phrase) => has(lower, phrase)).length;
      const begun = runsAsked.filter((phrase) => page.toLowerCase().startsWith(phrase)).length;
      const place = (first ? 1.15 : 1) * (basic ? 1.1 : 1);
      return weight * place * (1 + all + (whole + begun) / Math.max(runsAsked.length, 1));
    };
    const boosts = [];
    const found = index.search({
      combineWith: "OR",
      queries: words.flatMap(({ terms }) => terms),
    }, {
      tokenize: (text) => [text],
      processTerm: (term) => term,
      boost: { page: 2.5, title: 1.5, also: 1.5, body: 1, code: 0.3 },
      prefix: (term) => !han.test(term) && term.length > 2,
      fuzzy: (term) => han.test(term) || known(term) || term.length < 6 ? false : term.length < 7 ? 1 : 2,
      weights: { prefix: 0.4, fuzzy: 0.3 },
      boostTerm: (term) => term.startsWith("~") ? SEAM : 1,
      boostDocument: (number) => boosts[number] ??= boost(sections[number]),
    });
    // How much of the query each has: rare words count more, and one that no page has most.
    // A name that only has parts of what was typed has little of it.
    const amount = ({ whole, terms }, queryTerms) =>
      whole.some((term) => queryTerms.includes(term)) ? 1
        : terms.some((term) => queryTerms.includes(term)) ? PART : 0;
    const titles = new Map();
    for (const result of found) {
      result.has = words.map((word) => amount(word, result.queryTerms));
      const section = sections[result.id];
      if (section.first) titles.set(section.url, words.map((word) => amount(word, result.queryTerms)));
    }
    const rarity = words.map(({ run }, i) => (run.startsWith("~") ? SEAM : 1)
      * (han.test(run) && !known(run) ? UNKNOWN : 1)
      * Math.log(1 + sections.length / (1 + found.filter((result) => result.has[i] === 1).length)));
    const whole = rarity.reduce((sum, each) => sum + each, 0);
    for (const result of found) {
      const first = titles.get(sections[result.id].url);
      result.share = words.reduce((sum, _, i) => sum
        + rarity[i] * Math.max(result.has[i], TITLE * (first?.[i] ?? 0)), 0) / whole;
      result.score *= result.share ** 1.5;
    }
    found.sort((one, other) => other.score - one.score);
    const best = new Map();
    for (const { id, score, share, terms } of found) {
      if (score < found[0].score / 8) break;
      const { url } = sections[id];
      if (!best.has(url)) best.set(url, { ...sections[id], terms: new Set(terms), score, share });
      else best.get(url).score += score / 4; // a page that has it in many places
    }
    for (const page of best.values()) page.quoted = looked && quotes(page.lower, query);
    const pagesFound = [...best.values()].sort((one, other) => other.score - one.score);
    const floor = FLOOR[Math.min(words.length, FLOOR.length) - 1];
    const enough = (pagesFound[0]?.share ?? 0) >= floor && (!looked || pagesFound[0].quoted || (!pagesFound[0].entry && pagesFound[0].share >= 0.7));
    const shown = pagesFound.slice(0, enough ? SHOWN : NEAR);
    return { found: shown, enough, error: error.test(asked) };
  };
  return { find, pieces };
};
