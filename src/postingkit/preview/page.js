(() => {
  "use strict";

  const KINDS = { roles: "Roles", openings: "Openings", comparisons: "Comparisons" };
  const FORMATS = { pdf: "PDF", docx: "Word", md: "Markdown", html: "HTML" };
  const MOST_TOLD = 200;
  const PATIENCE = 1000;

  const find = (id) => document.getElementById(id);
  const [name, state, search, only, count, list] = ["name", "state", "search", "only", "count", "list"].map(find);
  const [general, posting, title, language, template] = ["general", "posting", "title", "language", "template"].map(find);
  const [files, told, frame, empty] = ["files", "told", "document", "empty"].map(find);

  let scene = null;
  let entries = [];
  let chosen = "";
  let framed = "";
  let source = null;

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const counted = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
  const keyOf = (item) => `${item.kind}/${item.id}`;
  const itemOf = (key) => scene.items.find((item) => keyOf(item) === key);
  const pageOf = (key) => `?posting=${encodeURIComponent(key)}`;

  // Problems and notices

  // The place is marked within its line, not below it, so that a long line may wrap. Columns count
  // characters, of which some are two units of a text here.
  const excerptOf = ({ line, source: text, column }) => {
    const characters = [...text];
    const excerpt = make("pre", `${line} | ${characters.slice(0, column).join("")}`);
    excerpt.append(make("mark", characters[column] || "\u00a0"), characters.slice(column + 1).join(""));
    return excerpt;
  };

  const problemOf = (problem) => {
    const { severity, where, message, hint } = problem;
    const box = make("div", "", { class: `problem ${severity}` });
    if (where) box.append(make("p", where, { class: "where" }));
    const said = make("p");
    said.append(make("strong", severity === "error" ? "Problem: " : "Notice: "), message);
    box.append(said);
    if (problem.source) box.append(excerptOf(problem));
    if (hint) box.append(make("p", hint));
    return box;
  };

  const tell = (box, problems) => {
    const shown = problems.slice(0, MOST_TOLD).map(problemOf);
    if (problems.length > MOST_TOLD) shown.push(make("p", `… and ${problems.length - MOST_TOLD} more.`));
    box.replaceChildren(...shown);
  };

  const markOf = (item) => {
    const errors = item.told.filter((each) => each.severity === "error").length;
    const notices = item.told.length - errors;
    if (errors) return make("span", counted(errors, "problem"), { class: "mark error" });
    return notices ? make("span", counted(notices, "notice"), { class: "mark notice" }) : "";
  };

  // The list

  const titleOf = (item) => (item.documents.length ? item.documents[0].title : item.id);

  const entryOf = (item) => {
    const link = make("a", "", { href: pageOf(keyOf(item)) });
    const first = item.documents[0];
    link.append(make("span", titleOf(item), first ? { lang: first.language, dir: first.direction } : {}));
    const mark = markOf(item);
    if (mark) link.append(mark);
    if (first) link.append(make("span", item.id, { class: "id" }));
    const element = make("li");
    element.append(link);
    const words = [item.id, ...item.documents.flatMap((each) => [each.title, each.template])];
    return { item, key: keyOf(item), element, link, words: fold(words.join(" ")) };
  };

  const fillList = () => {
    entries = scene.items.map(entryOf);
    const groups = Object.entries(KINDS).map(([kind, label]) => {
      const own = entries.filter((entry) => entry.item.kind === kind);
      const group = make("section", "", { "aria-label": label });
      const items = make("ul");
      items.append(...own.map((entry) => entry.element));
      group.append(make("h2", label), items);
      return own.length ? group : "";
    });
    list.replaceChildren(...groups.filter(Boolean));
    only.closest("p").hidden = !entries.some((entry) => entry.item.told.length) && !only.checked;
  };

  const filter = () => {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of entries) {
      const fits = words.every((word) => entry.words.includes(word));
      const hidden = !fits || (only.checked && !entry.item.told.length);
      entry.element.hidden = hidden;
      if (!hidden) shown += 1;
    }
    for (const group of list.children) group.hidden = !group.querySelector("li:not([hidden])");
    const all = counted(entries.length, "posting");
    count.textContent = shown === entries.length ? all : `${shown.toLocaleString("en")} of ${all}`;
  };

  // The posting

  const fillChoice = (select, options, value) => {
    select.replaceChildren(...options.map(([key, label]) => new Option(label, key)));
    select.value = options.some(([key]) => key === value) ? value : options[0][0];
  };

  const documentOf = (item) =>
    item.documents.find((each) => each.language === language.value) || item.documents[0];

  const addressOf = (path) =>
    template.value ? `${path}?template=${encodeURIComponent(template.value)}` : path;

  const place = () => {
    try {
      return frame.contentWindow.scrollY;
    } catch {
      return 0;
    }
  };

  // Other pages open beside the preview; the posting itself stays.
  const leadOut = (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    if (/^(https?|mailto|tel):/.test(link.href)) window.open(link.href, "_blank", "noopener,noreferrer");
  };

  const load = (address, mark) => {
    const wanted = `${address} ${mark}`;
    if (wanted === framed) return;
    const kept = framed.split(" ")[0] === address ? place() : 0;
    framed = wanted;
    frame.onload = () => {
      if (!frame.contentDocument) return;
      frame.contentDocument.addEventListener("click", leadOut);
      frame.contentWindow.scrollTo(0, kept);
    };
    // Replaced, not set, so that going back leads to the posting before.
    frame.contentWindow.location.replace(address || "about:blank");
  };

  const show = () => {
    for (const entry of entries) {
      if (entry.key === chosen) entry.link.setAttribute("aria-current", "page");
      else entry.link.removeAttribute("aria-current");
    }
    const item = itemOf(chosen);
    posting.hidden = !item;
    empty.hidden = scene.items.length > 0 || scene.told.some((each) => each.severity === "error");
    if (!item) return load("", "");
    title.textContent = titleOf(item);
    tell(told, item.told);
    told.hidden = !item.told.length;
    const has = item.documents.length > 0;
    for (const element of [language.closest("p"), template.closest("p"), files, frame]) element.hidden = !has;
    if (!has) return load("", "");
    fillChoice(language, item.documents.map((each) => [each.language, each.language]), language.value);
    language.closest("p").hidden = item.documents.length < 2;
    const own = documentOf(item);
    title.textContent = own.title;
    title.lang = own.language;
    title.dir = own.direction;
    const others = scene.templates.filter((each) => each !== own.template).map((each) => [each, each]);
    fillChoice(template, [["", `${own.template} (its own)`], ...others], template.value);
    fillFiles(own);
    frame.title = `The posting: ${own.title}`;
    if (own.files.html) load(addressOf(own.files.html), item.mark);
  };

  const fillFiles = (own) => {
    const formats = [...new Set([...Object.keys(FORMATS), ...Object.keys(own.files)])];
    const links = formats.filter((format) => own.files[format]).map((format) => {
      const address = addressOf(own.files[format]);
      const link = make("a", FORMATS[format] || format, { href: address, target: "_blank", rel: "noopener" });
      const element = make("li");
      element.append(link);
      return element;
    });
    files.replaceChildren(...links);
  };

  const choose = () => {
    const asked = new URLSearchParams(location.search).get("posting") || "";
    chosen = itemOf(asked) ? asked : scene.items.length ? keyOf(scene.items[0]) : "";
    show();
  };

  // News

  const update = async () => {
    const answer = await fetch("scene.json");
    scene = await answer.json();
    name.textContent = scene.name || "Postings";
    document.title = scene.name ? `${scene.name}: postings` : "Postings";
    tell(general.querySelector(".told"), scene.told);
    general.hidden = !scene.told.length;
    const errors = scene.told.some((each) => each.severity === "error");
    const mark = markOf(scene);
    find("general-count").replaceChildren(mark);
    if (errors) general.querySelector("details").open = true;
    const at = list.scrollTop;
    const held = list.contains(document.activeElement) && document.activeElement.search;
    fillList();
    filter();
    choose();
    list.scrollTop = at;
    if (held) entries.find((entry) => entry.link.search === held)?.link.focus();
    const said = `Up to date, ${new Date().toLocaleTimeString([], { timeStyle: "medium" })}`;
    state.textContent = said;
    state.classList.remove("lost");
  };

  const lose = () => {
    state.textContent = "The preview has ended; this is how it was last.";
    state.classList.add("lost");
  };

  const listen = () => {
    if (source) source.close();
    source = new EventSource("events");
    source.onmessage = (event) => {
      if (!scene || Number(event.data) !== scene.number) update().catch(lose);
      else if (state.classList.contains("lost")) update().catch(lose);
    };
    source.onerror = () => {
      lose();
      source.close();
      setTimeout(() => document.hidden || listen(), PATIENCE);
    };
  };

  // A browser opens few connections to one host, so a page that nobody sees gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) listen();
    else if (source) source.close();
  });

  search.addEventListener("input", filter);
  only.addEventListener("change", filter);
  for (const select of [language, template]) select.addEventListener("change", show);
  addEventListener("popstate", () => scene && choose());
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, "", link.search);
    choose();
    if (posting.getBoundingClientRect().top > innerHeight / 2) posting.scrollIntoView();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, select, textarea")) {
      event.preventDefault();
      search.focus();
    }
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const shown = entries.filter((entry) => !entry.element.hidden);
    const now = shown.findIndex((entry) => entry.link === document.activeElement);
    const next = shown[now + step];
    if (next) {
      event.preventDefault();
      next.link.focus();
    }
  });
  listen();
})();
