"""Answers on a port: the page, and for each one who opens it the screens in a process of their own."""

from __future__ import annotations

import asyncio
import errno
import os
import platform
import shlex
import signal
import ssl
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

from assistant.serving.address import Place, ServingError
from assistant.serving.guard import Guard

_PAGE = Path(__file__).parent / "page"
_MOST = 8
"""Pages that may be open at once: each is a process."""
_GRACE = 5.0
"""Seconds that open pages have to put their work down when the server ends."""
_CALL = "import sys; from assistant.cli import main; sys.exit(main())"


def serving(place: Place, words: Sequence[str], told: Callable[[str, int], None]) -> None:
    """As `assistant.serving.serve`."""
    asyncio.run(_serving(place, words, told))


async def _serving(place: Place, words: Sequence[str], told: Callable[[str, int], None]) -> None:
    runner = web.AppRunner(Pages(place, words).application(), shutdown_timeout=_GRACE)
    await runner.setup()
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            loop.add_signal_handler(getattr(signal, name), over.set)
    try:
        site = web.TCPSite(runner, place.address, place.port, ssl_context=_encrypted(place))
        try:
            await site.start()
        except OSError as error:
            raise ServingError(
                f"{place.host}:{place.port} cannot be served at ({_reason(error)}); {_advice(error)}"
            ) from error
        port = runner.addresses[0][1]
        told(place.link(port, platform.node()), port)
        await over.wait()
    finally:
        await runner.cleanup()


def _reason(error: OSError) -> str:
    """In the system's words; asyncio wraps them in its own."""
    return os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)


def _advice(error: OSError) -> str:
    if error.errno in (errno.EADDRINUSE, errno.EACCES):
        return "choose another port: --port 0 takes one that is free"
    return "choose an address of this machine: --address 127.0.0.1, or 0.0.0.0 for all that it has"


def _encrypted(place: Place) -> ssl.SSLContext | None:
    if place.certificate is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(place.certificate, place.key)
    except (OSError, ssl.SSLError) as error:
        raise ServingError(
            f"{place.certificate}: cannot be used with {place.key} ({error.strerror})"
        ) from error
    return context


class Pages(Server):
    """textual-serve, with a page of our own that takes nothing from elsewhere, and a guard before it."""

    def __init__(self, place: Place, words: Sequence[str]) -> None:
        call = [sys.executable, "-c", _CALL, *words]
        command = subprocess.list2cmdline(call) if os.name == "nt" else shlex.join(call)
        super().__init__(command, place.address, place.port, title="Penholder")
        self._guard = Guard(place)
        self._open = 0

    def application(self) -> web.Application:
        """What answers."""
        app = web.Application(middlewares=[self._guard.middleware()], client_max_size=2**16)
        app.add_routes(
            [
                web.get("/", self.handle_page),
                web.get("/login", self.handle_login),
                web.post("/login", self.handle_login),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/page", _PAGE),
                web.static("/static", self.statics_path),
            ]
        )
        return app

    async def handle_page(self, _: web.Request) -> web.Response:
        """The page with the terminal in it."""
        return _page("index.html")

    async def handle_login(self, request: web.Request) -> web.StreamResponse:
        """Ask for the password, and let in who knows it."""
        if request.method != "POST":
            return _page("login.html")
        return await self._guard.admit(request) or _page("login.html", said="That is not the password.")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Start the screens for one page, and hand on what passes between them."""
        if self._open >= _MOST:
            raise web.HTTPServiceUnavailable(text=f"{_MOST} pages are open already; close one.\n")
        self._open += 1
        try:
            return await super().handle_websocket(request)
        finally:
            self._open -= 1


def _page(name: str, said: str = "") -> web.Response:
    text = (_PAGE / name).read_text(encoding="utf-8")
    return web.Response(text=text.replace("<!-- said -->", said), content_type="text/html")
