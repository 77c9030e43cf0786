/** Gives the keyboard back to the control that opened a window, once the window has gone and left it nowhere. */
export function comeBack(root, control) {
  const { choice } = control.dataset;
  let opened = false;
  root.waiting?.disconnect();
  root.waiting = new MutationObserver(() => {
    const open = document.querySelector("[role=dialog]") !== null;
    if (open || !opened) {
      opened ||= open;
      return;
    }
    root.waiting.disconnect();
    // After the window's own attempt to put it somewhere.
    requestAnimationFrame(() => {
      if (document.activeElement && document.activeElement !== document.body) return;
      const again = [...root.querySelectorAll(`[data-choice="${CSS.escape(choice)}"]`)];
      const target = control.isConnected ? control : again.find((one) => one.getClientRects().length);
      target?.focus({ preventScroll: true });
    });
  });
  root.waiting.observe(document.body, { childList: true, subtree: true });
}

/** The part with this id, wherever on the page its picture is; the keyboard goes along. */
export function bringIntoView(id) {
  for (const host of document.querySelectorAll("[data-drawn]")) {
    const part = host.shadowRoot?.getElementById(id);
    if (!part) continue;
    part.scrollIntoView({ block: "start" });
    part.focus({ preventScroll: true });
    return;
  }
}

/** The keyboard stays on its control, which has lost it if it was moved; on the shown choice if that is gone. */
export function keep(root, held) {
  const current = [...root.querySelectorAll("[data-turn][aria-current]")].find((turn) => turn.offsetParent);
  (held.offsetParent ? held : current)?.focus({ preventScroll: true });
}
