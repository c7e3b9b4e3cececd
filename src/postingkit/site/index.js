(() => {
  "use strict";

  const form = document.getElementById("find");
  if (!form) return;

  const box = document.getElementById("q");
  const selects = [...form.querySelectorAll("select")];
  const reset = document.getElementById("reset");
  const count = document.getElementById("count");
  const nothing = document.getElementById("nothing");
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ς: "σ" };

  // Capitals, accents, vowel points and widths do not matter to a search.
  const fold = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g, "")
      .replace(/[ßæœøđðþłıς]/g, (letter) => LETTERS[letter]);

  const groups = [...document.querySelectorAll(".group")].map((element) => {
    const heading = element.querySelector(":scope > h2");
    const title = heading ? heading.textContent : "";
    const items = [...element.querySelectorAll("li")].map((item) => ({
      element: item,
      title,
      values: selects.map((select) => ` ${item.getAttribute(`data-${select.name}`) || ""} `),
      text: null,
    }));
    return { element, items };
  });

  const textOf = (item) =>
    (item.text ??= fold(`${item.title} ${item.element.textContent} ${item.element.dataset.words || ""}`));

  const apply = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    const chosen = selects.map((select) => (select.selectedIndex > 0 ? ` ${select.selectedIndex} ` : ""));
    const fits = (item) =>
      item.values.every((numbers, index) => numbers.includes(chosen[index])) &&
      words.every((word) => textOf(item).includes(word));
    let shown = 0;
    for (const group of groups) {
      let some = false;
      for (const item of group.items) {
        const hidden = !fits(item);
        if (item.element.hidden !== hidden) item.element.hidden = hidden;
        if (!hidden) {
          some = true;
          shown += 1;
        }
      }
      group.element.hidden = !some;
    }
    const filtered = words.length > 0 || chosen.some(Boolean);
    const said = filtered ? count.dataset.some.replace("{shown}", shown) : count.dataset.all;
    if (count.textContent !== said) count.textContent = said;
    nothing.hidden = shown > 0;
    reset.hidden = !filtered;
  };

  // The address holds what is asked for, so that it can be linked, and the browser can go back.
  const read = () => {
    const asked = new URLSearchParams(location.search);
    box.value = asked.get("q") || "";
    for (const select of selects) {
      const value = asked.get(select.name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    apply();
  };

  const write = (anew) => {
    const asked = new URLSearchParams();
    for (const field of [box, ...selects]) if (field.value.trim()) asked.set(field.name, field.value.trim());
    const query = asked.toString();
    const address = location.pathname + (query ? `?${query}` : "") + location.hash;
    try {
      history[anew ? "pushState" : "replaceState"](null, "", address);
    } catch {
      // A file that no server gives may keep its address for itself; the filters work all the same.
    }
  };

  const clear = () => {
    box.value = "";
    for (const select of selects) select.selectedIndex = 0;
    apply();
    write(true);
    box.focus();
  };

  box.addEventListener("input", () => {
    apply();
    write(false);
  });
  for (const select of selects) {
    select.addEventListener("change", () => {
      apply();
      write(true);
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    count.focus();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === box && box.value) {
      event.preventDefault();
      box.value = "";
      apply();
      write(false);
    }
  });
  addEventListener("popstate", read);
  addEventListener("pageshow", read);

  for (const field of form.querySelectorAll(".search")) field.hidden = false;
  read();
})();
