/** The one style sheet of all pictures: fetched and parsed once, worn by each. */
const address = new URL(`./pictures.css${new URL(import.meta.url).search}`, import.meta.url);
const answer = await fetch(address);
if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
const sheet = new CSSStyleSheet();
sheet.replaceSync(await answer.text());

export function wear(place) {
  if (!place.adoptedStyleSheets.includes(sheet)) place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
}

/** Lists in a details[data-fold] stand open where there is room; on a phone they are one tap away. */
export function unfold(root) {
  const roomy = window.matchMedia("(min-width: 641px)").matches;
  for (const fold of root.querySelectorAll("details[data-fold]")) fold.open = roomy;
}

/** A fold names in its [data-set] what has been chosen inside it: whatever is not the first of its list. */
export function tellFolds(root) {
  for (const fold of root.querySelectorAll("details[data-fold]")) {
    const set = [...fold.querySelectorAll("select")].filter((list) => list.selectedIndex > 0);
    fold.querySelector("[data-set]").textContent = set.map((list) => list.selectedOptions[0].text).join(", ");
  }
}

/** Hides parts that are not wanted and orders the others, each inside its own parent. */
export function arrange(root, wanted, first) {
  const parts = new Map();
  for (const part of root.querySelectorAll("[data-part]")) {
    part.hidden = true;
    parts.set(part.dataset.part, [...(parts.get(part.dataset.part) ?? []), part]);
  }
  for (const name of wanted) {
    for (const part of parts.get(name) ?? []) {
      part.hidden = false;
      part.parentNode.appendChild(part);
    }
  }
  if (!first) return;
  for (const part of root.querySelectorAll(`[data-record="${CSS.escape(first)}"]:not([hidden])`)) {
    part.parentNode.prepend(part);
  }
}
