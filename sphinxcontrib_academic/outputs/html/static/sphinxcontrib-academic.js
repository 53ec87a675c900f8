/* sphinxcontrib-academic: the box that searches lists of publications.

   Nothing of it is there without this script. What a box knows and says stands as JSON in its place,
   `div.academic-search`; the lists that it searches follow it. What it is set to stands in the page's address. */

(() => {
  "use strict";

  const PAUSE = 250; // milliseconds without a keystroke before the address and the count are said anew
  const SCREEN = 60; // entries that fit, which are shown at once; the others follow, so many in each frame:
  const SLICE = 2000;
  const MANY = 12; // chips; more of them wait behind a button
  const LETTERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "’": "'", "‐": "-", "‑": "-", "–": "-" };

  /** Small letters without diacritics, so that goedel finds nothing but godel finds Gödel. */
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßæœøłđðþı’‐‑–]/g, (sign) => LETTERS[sign]);

  /** The words that must all be there; what stands in quotes is one. */
  const wordsOf = (query) => (fold(query).match(/"[^"]+"|[^\s"]+/g) ?? []).map((word) => word.replaceAll('"', ""));

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const made = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  class Box {
    constructor(place, lists, number) {
      const { words, fields, works } = JSON.parse(place.querySelector("script").textContent);
      const known = Object.entries(works).map(([key, [text, ...chips]]) => [key, { text, chips, fits: true }]);
      Object.assign(this, { place, lists, words, fields, works: new Map(known) });
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
      this.input.addEventListener("focus", () => this.entries(), { once: true });
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
        const label = filled(this.words.more, { count: waiting.length });
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

    /** What there is to search, made when it is first asked for. */
    entries() {
      if (this.index) return this.index;
      for (const work of this.works.values()) work.text = fold(work.text);
      this.index = this.lists.map((list) => {
        const groups = [];
        for (let node = list.parentElement; node && !node.contains(this.place); node = node.parentElement) {
          groups.push(node);
        }
        // inside of other things a group has no section, but a heading before its list
        let before = list.previousElementSibling;
        while (before && before !== this.place && !before.matches(".academic-group, ol")) {
          before = before.previousElementSibling;
        }
        if (before?.matches(".academic-group")) groups.push(before);
        const items = [...list.children].map((node) => ({ node, work: this.works.get(node.dataset.work), shown: true }));
        const next = list.nextElementSibling;
        return { list, groups, items, legend: next?.classList.contains("academic-legend") ? next : null };
      });
      return this.index;
    }

    isSet() {
      return this.input.value.trim() !== "" || this.chosen.some((value) => value >= 0);
    }

    /** Mark the works that fit, and count them. */
    mark() {
      const words = wordsOf(this.input.value);
      const chosen = [...this.chosen.entries()].filter(([, value]) => value >= 0);
      this.count = 0;
      for (const work of this.works.values()) {
        work.fits = words.every((word) => work.text.includes(word))
          && chosen.every(([index, value]) => work.chips[index].includes(value));
        this.count += work.fits;
      }
    }

    /** Show what fits, hide the rest, and the headings of groups that have nothing to show. */
    filter() {
      if (!this.index && !this.isSet()) return;
      const index = this.entries();
      this.mark();
      const alive = new Set();
      for (const { list, groups, items, legend } of index) {
        const any = items.some(({ work }) => work.fits);
        list.hidden = !any;
        if (legend) legend.hidden = !any;
        if (any) for (const group of groups) alive.add(group);
      }
      for (const { groups } of index) for (const group of groups) group.hidden = !alive.has(group);
      const changes = this.changes();
      this.pending = changes;
      const proceed = () => {
        // a newer answer ends this one; what was changed is drawn before the next slice begins
        if (this.pending === changes && !changes.next().done) requestAnimationFrame(() => setTimeout(proceed));
      };
      proceed();
    }

    /** Show and hide entries; pauses where a frame has had enough of it. */
    *changes() {
      let changed = 0;
      let seen = 0;
      for (const { list, items } of this.index) {
        if (list.hidden) continue;
        for (const item of items) {
          const shown = item.work.fits;
          if (shown) seen += 1;
          if (shown !== item.shown) {
            item.node.hidden = !shown;
            item.shown = shown;
            changed += 1;
          }
          if (seen === SCREEN || changed >= SLICE) {
            yield;
            changed = 0;
            seen += 1;
          }
        }
      }
    }

    /** Say how many there are, and keep what the box is set to in the address. */
    settle() {
      clearTimeout(this.timer);
      this.say();
      this.write(!this.typing);
      this.typing = true;
    }

    say() {
      const { words, count, total } = this;
      this.status.textContent = !this.isSet() ? ""
        : count ? filled(words.count, { shown: count, all: total }) : words.none;
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
      this.update();
      this.write(true);
      this.typing = false;
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
      this.filter();
      this.say();
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
    box.clear();
    target.scrollIntoView();
  });
})();
