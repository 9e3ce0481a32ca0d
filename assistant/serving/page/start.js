// The socket is asked for where the page came from, so that a tunnel with another port leads to it as well.
const terminal = document.getElementById("terminal");
terminal.dataset.sessionWebsocketUrl = window.location.origin.replace(/^http/, "ws") + "/ws";

// Larger letters for a projector: http://127.0.0.1:8000/?fontsize=24
const wanted = Number(new URLSearchParams(window.location.search).get("fontsize"));
if (wanted >= 8 && wanted <= 72) terminal.dataset.fontSize = String(wanted);
