/** What a screen reader is told, politely. Its place stands beside the picture and is never drawn anew. */
export function tell(root, ...sentences) {
  const place = root.parentNode.querySelector(":scope > [data-said]");
  if (!place) return;
  place.textContent = "";
  // After a moment: what is filled in the same breath as it comes is not read out.
  clearTimeout(root.saying);
  root.saying = setTimeout(() => {
    place.textContent = sentences.filter(Boolean).join(" ");
  }, 50);
}

/** What is said of a choice. */
export function saidOf({ choices, said, sentences }, choice) {
  return (said?.[choices.indexOf(choice)] ?? []).map((number) => sentences[number]).join(" ");
}

/** What the server says of a picture that it has drawn anew, or for the first time as an answer. */
export function tellAnew(root, { spoken, answers }) {
  if ((root.spoken !== undefined || answers) && spoken && spoken !== root.spoken) tell(root, spoken);
  root.spoken = spoken ?? "";
}

/** Whether the record put on top is not among the shown ones: then it is said where it is, in [data-absent] as well. */
export function tellAbsent(root) {
  const note = root.querySelector("[data-absent]");
  if (!note) return;
  note.textContent = root.first && !present(root) ? onTop(root) : "";
  note.hidden = !note.textContent;
}

export function absent(root) {
  return root.querySelector("[data-absent]")?.textContent;
}

/** What is said of the record put on top. */
export function onTop(root) {
  const { on_top: words } = root.data;
  if (!words) return "";
  if (!root.first) return words.none;
  const option = root.querySelector(`select[data-first] option[value="${CSS.escape(root.first)}"]`);
  const sentence = present(root) ? words.shown : words.absent;
  return sentence.replace("{name}", option?.text ?? "").replace("{where}", option?.dataset.where ?? "");
}

function present(root) {
  return root.querySelector(`[data-record="${CSS.escape(root.first)}"]:not([hidden])`) !== null;
}
