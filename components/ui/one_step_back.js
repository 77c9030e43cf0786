/**
 * Back from a page that Python opened leads to where the visitor was.
 *
 * Streamlit's switch_page first writes the new page's choices under the old page's address, then opens the new address:
 * two steps of history, and Back would land on the old page without its own choice. The second step takes the place of
 * the first, unless the visitor did something in between: then the first was a choice of its own.
 */
if (!window.ldnOneStep) {
  window.ldnOneStep = true;
  const push = history.pushState;
  let written = false;
  for (const deed of ["pointerdown", "keydown", "popstate"]) {
    addEventListener(deed, () => { written = false; }, true);
  }
  history.pushState = function (state, title, address) {
    const next = new URL(address ?? "", location.href);
    const samePage = next.pathname === location.pathname;
    const step = written && !samePage && next.search === location.search ? history.replaceState : push;
    written = samePage;
    return step.call(history, state, title, address);
  };
}
