/**
 * Two things about Back: it is one step, and it leads to the place on the page.
 *
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
  // How far down each address was left: where the last tap or key met it, since a page may be gone when the next opens.
  const left = new Map();
  let met;
  addEventListener("popstate", () => { window.ldnReturn = left.get(location.href); });
  for (const deed of ["pointerdown", "keydown", "popstate"]) {
    addEventListener(deed, () => {
      written = false;
      met = { address: location.href, place: document.querySelector(".stMain")?.scrollTop ?? 0 };
    }, true);
  }
  history.pushState = function (state, title, address) {
    const next = new URL(address ?? "", location.href);
    window.ldnReturn = undefined;
    const place = document.querySelector(".stMain")?.scrollTop ?? 0;
    left.set(location.href, met?.address === location.href ? met.place : place);
    const samePage = next.pathname === location.pathname;
    const step = written && !samePage && next.search === location.search ? history.replaceState : push;
    written = samePage;
    return step.call(history, state, title, address);
  };
}

/** Down to where the visitor was, and held there until the page has arrived; whoever moves meanwhile is left alone. */
function ldnDownTo(main, place) {
  const until = performance.now() + 15000;
  let moved = false;
  let still = 0;
  for (const deed of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    addEventListener(deed, () => { moved = true; }, { once: true, capture: true, passive: true });
  }
  const again = () => {
    if (moved || performance.now() > until) return;
    main.scrollTop = place;
    const arriving = main.scrollTop < place - 1
      || !document.querySelector("[data-test-script-state=notRunning]")
      || document.querySelector('[class*="st-key-picture_"]:not(:has([data-drawn]))');
    still = arriving ? 0 : still + 1;
    // Pictures that have just been drawn can still push what is below them.
    if (still < 20) requestAnimationFrame(again);
  };
  again();
}
