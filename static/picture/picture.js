/**
 * The one generic component: shows prepared markup, switches between its choices, reports what was chosen.
 * It knows nothing about LDN; every word and order comes in `data`.
 *
 * In the markup
 *   [data-part="id"]      a part that some choices show and others hide; parts keep to their own parent
 *   [data-choice="id"]    leads elsewhere: reported as "chosen"; when a window opens over the page because of it, the
 *                         keyboard comes back to it once that window has gone
 *   [data-turn="choice"]  shows that choice; marked as current while it is shown
 *   [data-step="1"]       shows the next choice (-1: the one before)
 *   select[data-choose]   one of several lists; their values, joined by spaces, name the choice
 *   select[data-first]    puts the part whose data-record it names on top of the shown ones
 *   [data-absent]         says where the record to put on top is, while it is not among the shown ones
 *   [data-replay]         plays the svg of its [data-figure]
 *   [data-save="svg"]     gives it as a file (or "png") in its data-saved-view
 *   [data-top]            brought into view after a switch, when it has been scrolled out of it
 *   a[href="#id"]         brings the part with that id into view, in this picture or in another one of the page
 *
 * @typedef {object} PictureData
 * @property {string} markup
 * @property {string} [shown] the choice the server holds
 * @property {number} [heard] the number of our last choice that the server has heard of
 * @property {string[]} [choices] all choices, in order
 * @property {(string|null)[]} [arrangements] for each choice its parts, in order; without them the server draws it
 * @property {number[][]} [said] for each choice the sentences said aloud
 * @property {string[]} [sentences]
 * @property {string} [first] the record the server holds on top
 * @property {{shown: string, absent: string, none: string}} [on_top] what is said of it
 * @property {string} [spoken] what is said aloud when the server has drawn the picture anew
 * @property {boolean} [answers] then also when it is drawn for the first time
 */

// What the server sends before it has heard our last choice is older and does not move the picture, unless it has
// not heard for this long: then the server leads again.
const PATIENCE_MS = 3000;
// Leafing through a list with the keyboard passes many choices; the server hears of the last.
const PAUSE_MS = 120;
const TAPPED = "[data-turn],[data-step],[data-choice],[data-replay],[data-save]";
const CONTROL = `${TAPPED},[data-choose],[data-first]`;

const { search } = new URL(import.meta.url);
const [{ bringIntoView, comeBack, keep }, { save }, { arrange, wear, unfold, tellFolds }, told] = await Promise.all(
  ["focus", "save", "look", "tell"].map((name) => import(`./${name}.js${search}`)),
);

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector("[data-picture]");
  wear(root.getRootNode());
  if (root.markup !== data.markup) draw(root, data);
  root.getRootNode().host?.setAttribute("data-drawn", "");
  root.data = data;
  if (data.choices) follow(root, data);
  told.tellAnew(root, data);
  root.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const anchor = event.target.closest('a[href^="#"]');
    if (anchor) {
      event.preventDefault();
      bringIntoView(anchor.getAttribute("href").slice(1));
      return;
    }
    const control = event.target.closest(TAPPED);
    if (!control) return;
    event.preventDefault();
    const drawing = control.closest("[data-figure]")?.querySelector("svg");
    if (control.dataset.save) save(drawing, control.dataset.save);
    else if (control.matches("[data-replay]")) drawing.replaceWith(drawing.cloneNode(true));
    else if (control.dataset.choice) {
      comeBack(root, control);
      setTriggerValue("chosen", control.dataset.choice);
    } else switchTo(root, control.dataset.turn ?? neighbour(root, Number(control.dataset.step)), setTriggerValue);
  };
  root.onchange = (event) => {
    if (event.target.matches("[data-first]")) {
      show(root, root.here, event.target.value);
      told.tell(root, told.onTop(root));
      setTriggerValue("first", { choice: event.target.value, number: count(root) });
    } else if (event.target.matches("[data-choose]")) switchTo(root, lists(root).map((list) => list.value).join(" "), setTriggerValue);
  };
  return () => {
    clearTimeout(root.telling);
    clearTimeout(root.giving);
    clearTimeout(root.saying);
    root.waiting?.disconnect();
  };
}

/** New markup from the server; the keyboard stays on the control it was on. */
function draw(root, data) {
  const held = root.getRootNode().activeElement;
  const control = held && root.contains(held) ? held.closest(CONTROL) : null;
  const again = control && Object.entries(control.dataset).map(([name, value]) => `[data-${name}="${value}"]`).join("");
  root.markup = data.markup;
  root.innerHTML = data.markup;
  unfold(root);
  root.here = undefined;
  if (again) [...root.querySelectorAll(again)].find((one) => one.getClientRects().length)?.focus({ preventScroll: true });
}

/** Shows what the server holds, unless it has yet to hear of our last choice. */
function follow(root, { shown, first = "", heard = 0 }) {
  root.told = Math.max(root.told ?? 0, heard);
  clearTimeout(root.giving);
  const left = heard < root.told ? PATIENCE_MS - (Date.now() - root.since) : 0;
  if (left > 0) root.giving = setTimeout(() => follow(root, { ...root.data, heard: root.told }), left);
  else if (shown !== root.here || first !== root.first) show(root, shown, first);
  if (root.asked === root.here) tellChoice(root);
}

function switchTo(root, choice, setTriggerValue) {
  if (!root.data.choices.includes(choice) || choice === root.here) return;
  const number = count(root);
  root.asked = choice;
  if (partsOf(root, choice)) {
    show(root, choice, root.first);
    tellChoice(root);
    const top = root.querySelector("[data-top]");
    if (top && top.getBoundingClientRect().top < 0) top.scrollIntoView({ block: "center" });
  }
  clearTimeout(root.telling);
  root.telling = setTimeout(() => setTriggerValue("shown", { choice, number }), PAUSE_MS);
}

/** Said once a choice is shown, by us at once or by the server when it has drawn it. */
function tellChoice(root) {
  const said = told.saidOf(root.data, root.here);
  if (said) told.tell(root, said, told.absent(root));
  root.asked = undefined;
}

/** The number of one more choice, which what the server sends must have heard of from now on. */
function count(root) {
  root.since = Date.now();
  root.told += 1;
  return root.told;
}

function show(root, choice, first) {
  const held = root.getRootNode().activeElement;
  root.here = choice;
  root.first = first;
  const wanted = partsOf(root, choice);
  if (wanted) arrange(root, wanted, first);
  for (const list of root.querySelectorAll("select[data-first]")) list.value = first;
  lists(root).forEach((list, index) => {
    list.value = choice.split(" ")[index];
  });
  tellFolds(root);
  told.tellAbsent(root);
  for (const turn of root.querySelectorAll("[data-turn]")) {
    if (turn.dataset.turn === choice) turn.setAttribute("aria-current", "true");
    else turn.removeAttribute("aria-current");
  }
  for (const step of root.querySelectorAll("[data-step]")) {
    // Not `disabled`: that would throw the keyboard out of the picture at either end.
    step.setAttribute("aria-disabled", String(neighbour(root, Number(step.dataset.step)) === undefined));
  }
  if (held && root.contains(held)) keep(root, held);
}

function partsOf({ data }, choice) {
  return data.arrangements[data.choices.indexOf(choice)]?.split(" ");
}

function neighbour(root, by) {
  return root.data.choices[root.data.choices.indexOf(root.here) + by];
}

function lists(root) {
  return [...root.querySelectorAll("select[data-choose]")];
}
