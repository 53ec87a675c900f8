/* sphinxcontrib-academic: the box that searches lists of publications.

   Nothing of it is there without this script. What a box knows and says stands as JSON in its place,
   `div.academic-search`; the lists that it searches follow it. What it is set to stands in the page's address. */

(() => {
  "use strict";

  const PAUSE = 250; // milliseconds without a keystroke before the address and the count are said anew
  const SLICE = 5; // milliseconds of work, after which the browser draws and hears the next key
  const STEP = 50; // entries between two looks at the clock
  const SCREEN = 60; // entries that fit, which are drawn before the others are looked at
  const DRAW = true;
  const MANY = 12; // chips; more of them wait behind a button
  const LETTERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ς": "σ", "’": "'", "‐": "-", "‑": "-", "–": "-" };

  /** Small letters without diacritics, so that goedel finds nothing but godel finds Gödel. */
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßæœøłđðþıς’‐‑–]/g, (sign) => LETTERS[sign]);

  /** The words that must all be there; what stands in quotes is one. */
  const wordsOf = (query) => (fold(query).match(/"[^"]+"|[^\s"]+/g) ?? []).map((word) => word.replaceAll('"', ""));

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /** The words for a number, in the plural form that its language has for it. */
  const counted = (forms, language, number, values) =>
    filled(forms[new Intl.PluralRules(language).select(number)] ?? forms.other, values);

  const made = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  /** The entries of a page's contents, by the id that they lead to: those of the theme, and of `.. contents::`. */
  const contentsOf = () => {
    const found = new Map();
    for (const link of document.querySelectorAll("li > a[href^='#'], .contents li > p > a[href^='#']")) {
      if (link.closest("section") && !link.closest(".contents")) continue; // a list of the author's own
      const name = link.getAttribute("href").slice(1);
      const item = link.closest("li");
      item.classList.add("academic-contents");
      found.set(name, [...(found.get(name) ?? []), item]);
    }
    return found;
  };

  /** The headings above a list, the outer one last: sections around it, or rubrics before it. */
  const groupsOf = (list, place) => {
    const groups = [];
    for (let node = list.parentElement; node && !node.contains(place); node = node.parentElement) groups.push(node);
    // inside of other things a group has no section, but a heading before its list
    let wanted = ".academic-group";
    for (let node = list.previousElementSibling; node && node !== place; node = node.previousElementSibling) {
      if (node.matches("ol") && groups.length === 0) break;
      if (!node.matches(wanted)) continue;
      groups.push(node);
      if (!node.matches(".academic-subgroup")) break;
      wanted = ".academic-group:not(.academic-subgroup)";
    }
    return groups;
  };

  class Box {
    constructor(place, lists, number) {
      const { language, words, counts, fields, works } = JSON.parse(place.querySelector("script").textContent);
      const known = Object.entries(works).map(([key, [text, ...chips]]) => [key, { text, chips, fits: true }]);
      Object.assign(this, { place, lists, language, words, counts, fields, works: new Map(known) });
      this.suffix = number > 1 ? String(number) : "";
      this.chosen = fields.map(() => -1);
      this.total = this.works.size;
      this.build();
      this.read();
    }

    build() {
      const { words, place } = this;
      place.setAttribute("role", "search");
      place.setAttribute("aria-label", `${words.region} ${this.suffix}`.trim());
      this.input = made("input", {
        type: "search", class: "academic-search-input", name: `q${this.suffix}`, placeholder: words.placeholder,
        "aria-label": words.label, autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
      });
      this.status = made("p", { class: "academic-search-status", role: "status" });
      this.rows = this.fields.map((field, index) => this.row(field, index));
      place.append(this.input, ...this.rows, this.status);
      place.hidden = false;
      this.input.addEventListener("input", () => {
        this.filter();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.settle(), PAUSE);
      });
      this.input.addEventListener("change", () => {
        this.settle();
        this.typing = false;
      });
      this.input.addEventListener("focus", () => this.index || this.run(this.answer()), { once: true });
      place.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !this.isSet()) return;
        event.preventDefault();
        this.clear();
        this.input.focus();
      });
    }

    /** One row of chips: all, and one for each value. */
    row(field, index) {
      const chip = (value, label, count) => {
        const button = made("button", { type: "button", class: "academic-chip", "data-value": value });
        button.append(`${label} `, made("span", { class: "academic-chip-count" }, String(count)));
        button.addEventListener("click", () => this.choose(index, this.chosen[index] === value ? -1 : value));
        return button;
      };
      const chips = field.chips.map(([label, , count], value) => chip(value, label, count));
      const row = made("div", { class: "academic-search-chips", role: "group", "aria-label": field.label });
      if (this.fields.length > 1) {
        row.append(made("span", { class: "academic-search-field", "aria-hidden": "true" }, field.label));
      }
      row.append(chip(-1, this.words.all, this.total), ...chips);
      const waiting = chips.slice(MANY);
      if (waiting.length > 1) {
        const label = counted(this.counts.more, this.language, waiting.length, { count: waiting.length });
        const more = made("button", { type: "button", class: "academic-chip academic-chip-more" }, label);
        more.addEventListener("click", () => {
          for (const button of waiting) button.hidden = false;
          waiting[0].focus();
          more.remove();
        });
        for (const button of waiting) button.hidden = true;
        row.append(more);
      }
      return row;
    }

    /** What there is to search, made when it is first asked for; who is interrupted goes on later. */
    *indexing() {
      const index = [];
      const contents = contentsOf();
      let done = 0;
      for (const list of this.lists) {
        const items = [];
        for (const node of list.children) {
          const work = this.works.get(node.dataset.work);
          if (work) {
            work.folded ??= fold(work.text);
            items.push({ node, work, shown: true });
          }
          if (++done % STEP === 0) yield;
        }
        const headings = groupsOf(list, this.place);
        const entries = headings.flatMap(({ id }) => contents.get(id) ?? []);
        const next = list.nextElementSibling;
        const own = next?.classList.contains("academic-legend") ? [list, next] : [list];
        index.push({ items, list, holders: [...own, ...headings, ...entries] });
      }
      this.index = index;
    }

    isSet() {
      return this.input.value.trim() !== "" || this.chosen.some((value) => value >= 0);
    }

    /** Bring the lists up to what the box is set to. */
    filter() {
      this.count = this.total;
      if (!this.index && !this.isSet()) return Promise.resolve();
      this.count = null;
      return this.run(this.answer());
    }

    /** Do a task in slices between which the browser draws; a newer task ends it. */
    run(task) {
      this.task = task;
      return new Promise((done) => {
        const proceed = () => {
          if (this.task !== task) return;
          const end = performance.now() + SLICE;
          let step;
          do step = task.next();
          while (!step.done && step.value !== DRAW && performance.now() < end);
          if (step.done) done();
          else requestAnimationFrame(() => setTimeout(proceed));
        };
        proceed();
      });
    }

    *answer() {
      if (!this.index) yield* (this.unfinished ??= this.indexing());
      yield* this.mark();
      if (this.unsaid) this.say();
      // headings, lists and contents that have nothing to show go first, and nothing inside of them is touched
      const full = this.index.filter(({ items }) => items.some(({ work }) => work.fits));
      const alive = new Set(full.flatMap(({ holders }) => holders));
      for (const { holders } of this.index) for (const node of holders) if (!alive.has(node)) node.hidden = true;
      let [seen, done] = [0, 0];
      for (const { items, holders } of full) {
        for (const item of items) {
          if (item.shown !== item.work.fits) {
            item.shown = item.work.fits;
            item.node.hidden = !item.shown;
          }
          if (item.shown && ++seen === SCREEN) {
            for (const node of holders) node.hidden = false;
            yield DRAW;
          }
          if (++done % STEP === 0) yield;
        }
        for (const node of holders) node.hidden = false;
      }
    }

    /** Mark the works that fit, and count them. */
    *mark() {
      const words = wordsOf(this.input.value);
      const chosen = [...this.chosen.entries()].filter(([, value]) => value >= 0);
      let [count, done] = [0, 0];
      for (const work of this.works.values()) {
        work.folded ??= fold(work.text);
        work.fits = words.every((word) => work.folded.includes(word))
          && chosen.every(([index, value]) => work.chips[index].includes(value));
        count += work.fits;
        if (++done % STEP === 0) yield;
      }
      this.count = count;
    }

    /** Say how many there are, and keep what the box is set to in the address. */
    settle() {
      clearTimeout(this.timer);
      this.say();
      this.write(!this.typing);
      this.typing = true;
    }

    say() {
      const { language, words, counts, count, total } = this;
      this.unsaid = count === null;
      if (this.unsaid) return;
      this.status.textContent = !this.isSet() ? ""
        : count ? counted(counts.count, language, total, { shown: count, all: total }) : words.none;
    }

    choose(index, value) {
      this.chosen[index] = value;
      this.update();
      this.write(true);
      this.typing = false;
    }

    clear() {
      this.input.value = "";
      this.chosen.fill(-1);
      const shown = this.update();
      this.write(true);
      this.typing = false;
      return shown;
    }

    /** Bring everything that is seen up to what the box is set to. */
    update() {
      clearTimeout(this.timer);
      this.rows.forEach((row, index) => {
        for (const button of row.querySelectorAll("[data-value]")) {
          const pressed = Number(button.dataset.value) === this.chosen[index];
          button.setAttribute("aria-pressed", String(pressed));
          if (pressed) button.hidden = false;
        }
      });
      const shown = this.filter();
      this.say();
      return shown;
    }

    /** Take over what the address says. */
    read() {
      const given = new URLSearchParams(location.search);
      this.input.value = given.get(`q${this.suffix}`) ?? "";
      this.chosen = this.fields.map(({ name, chips }) => {
        const value = given.get(name + this.suffix);
        return value === null ? -1 : chips.findIndex((chip) => fold(chip[1]) === fold(value));
      });
      this.typing = false;
      this.update();
    }

    write(isNew) {
      const address = new URL(location.href);
      const set = (name, value) => {
        address.searchParams.delete(name + this.suffix);
        if (value) address.searchParams.append(name + this.suffix, value);
      };
      set("q", this.input.value.trim());
      this.fields.forEach(({ name, chips }, index) => set(name, chips[this.chosen[index]]?.[1]));
      if (address.href === location.href) return;
      try {
        history[isNew ? "pushState" : "replaceState"](history.state, "", address);
      } catch {
        // a browser may refuse it to a page that is opened from a disk, or after too many in a row
      }
    }
  }

  const places = [...document.querySelectorAll("div.academic-search")];
  const lists = [...document.querySelectorAll("ol.academic-publications")].filter((list) =>
    list.querySelector(":scope > [data-work]"),
  );
  const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const boxes = places.map((place, index) => {
    const next = places[index + 1];
    const own = lists.filter((list) => follows(place, list) && !(next && follows(next, list)));
    return new Box(place, own, index + 1);
  });

  addEventListener("popstate", () => {
    for (const box of boxes) box.read();
  });

  // who follows a link to a publication that is hidden wants to see it
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const box = target?.closest("[hidden]") && boxes.find(({ lists: own }) => own.some((list) => list.contains(target)));
    if (!box) return;
    box.clear().then(() => target.scrollIntoView());
  });
})();
