/** The one style sheet of all pictures: fetched and parsed once, worn by each. */
const address = new URL(`./pictures.css${new URL(import.meta.url).search}`, import.meta.url);
const answer = await fetch(address);
if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
const sheet = new CSSStyleSheet();
sheet.replaceSync(await answer.text());

export function wear(place) {
  if (!place.adoptedStyleSheets.includes(sheet)) place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
}
