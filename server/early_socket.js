// The line to the server is opened while the scripts are still on their way: over a phone's network two trips there and
// back, which would only begin once all scripts have run. Streamlit gets this socket where it asks for its first; every
// later one (after a lost connection) is a new one, and so is the first if this one could not be opened. The server
// says nothing before it is asked, so nothing is missed.
(() => {
  const Native = window.WebSocket;
  const address = `${location.origin.replace(/^http/, "ws")}/_stcore/stream`;
  const early = new Native(address, ["streamlit"]);
  window.WebSocket = new Proxy(Native, {
    construct(_, given) {
      window.WebSocket = Native;
      if (given[0] !== address || early.readyState > Native.OPEN) {
        early.close();
        return new Native(...given);
      }
      if (early.readyState === Native.OPEN) setTimeout(() => early.dispatchEvent(new Event("open")));
      return early;
    },
  });
})();
