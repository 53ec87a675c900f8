/* sphinxcontrib-academic: a button that copies an entry. Without this script it can be selected as any text. */

(() => {
  "use strict";

  if (!navigator.clipboard) return;

  const words = { copy: "Copy", copied: "Copied", selected: "Selected", ...document.currentScript?.dataset };

  /** Made when it is first needed: a list may hold thousands of entries. */
  const add = (details) => {
    const source = details.querySelector("pre.academic-source");
    if (!source || details.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "academic-copy";
    button.textContent = words.copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent);
        button.textContent = words.copied;
      } catch {
        getSelection().selectAllChildren(source);
        button.textContent = words.selected;
      }
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    source.before(button);
  };

  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("details.academic-bibtex[open]")) add(event.target);
  }, true);
  document.querySelectorAll("details.academic-bibtex[open]").forEach(add);
})();
