// The line to the server is opened right after the first frame, while the scripts are still on their way, with the
// page's address, so that the page's script can run at once (early_run.py). What arrives is kept until Streamlit asks
// for its first socket: it gets this one, and then hears all of it in order. Every later socket (after a lost
// connection) is a new one, and so is the first if this one could not be opened.
(() => {
  const Native = window.WebSocket;
  const stream = `${location.origin.replace(/^http/, "ws")}/_stcore/stream`;
  const at = encodeURIComponent(location.pathname + location.search);
  const heard = [];
  let early;
  const keep = (event) => {
    event.stopImmediatePropagation();
    heard.push(event.data);
  };
  const tell = () => {
    early.removeEventListener("message", keep);
    for (const data of heard.splice(0)) early.dispatchEvent(new MessageEvent("message", { data }));
  };
  window.WebSocket = new Proxy(Native, {
    construct(_, given) {
      window.WebSocket = Native;
      if (given[0] !== stream || !early || early.readyState > Native.OPEN) {
        early?.close();
        return new Native(...given);
      }
      if (early.readyState === Native.OPEN) {
        setTimeout(() => {
          early.dispatchEvent(new Event("open"));
          tell();
        });
      } else {
        early.addEventListener("open", () => setTimeout(tell));
      }
      return early;
    },
  });
  requestAnimationFrame(() => setTimeout(() => {
    // Too late in a page that was opened in the background; and a very long address would be refused.
    if (window.WebSocket === Native || at.length > 2000) return;
    early = new Native(`${stream}?at=${at}`, ["streamlit"]);
    early.binaryType = "arraybuffer";
    early.addEventListener("message", keep);
  }));
})();
