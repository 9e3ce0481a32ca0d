"""A real HTTP server on the loopback that behaves as the document service does, and as badly as a server can."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGE = b"<!DOCTYPE html>\n<html><head><title>Documents</title></head><body>Nothing here.</body></html>"
ACCESS = "/api/symbol/access"

Act = Callable[["Exchange"], object]


class Exchange(BaseHTTPRequestHandler):
    """One request and what is answered."""

    protocol_version = "HTTP/1.1"
    server: Loopback

    def do_GET(self) -> None:
        """Answer, as the server was told to."""
        self.server.log.append(self.path)
        self.server.heads.append({name.lower(): value for name, value in self.headers.items()})
        try:
            self.server.answer(self)
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def say(self, status: int, body: bytes = b"", **headers: str) -> bool:
        """A whole answer; true, since it is one."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return True

    def send_on(self, to: str, status: int = 302) -> None:
        """To another address."""
        self.say(status, Location=to)

    def hang(self, seconds: float = 20) -> bool:
        """Say nothing, until the test is over."""
        self.server.over.wait(seconds)
        self.close_connection = True
        return True

    def log_message(self, *_: Any) -> None:
        """Nothing is printed."""


class Loopback(ThreadingHTTPServer):
    """Documents by symbol and form, and acts by path; `log` has every path that was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.documents = dict[tuple[str, str], bytes]()
        self.acts = dict[str, Act]()
        self.before: Callable[[Exchange], bool] = lambda _: False
        """Asked first; true where it has answered."""
        self.log = list[str]()
        self.heads = list[dict[str, str]]()
        self.over = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def service(self) -> str:
        return self.address + ACCESS

    def asked(self, *, canary: bool = False) -> list[tuple[str, str]]:
        """Symbol and form of each question to the service; without those that only make sure of it."""
        questions = [parse_qs(urlsplit(path).query) for path in self.log if path.startswith(ACCESS)]
        pairs = [(question["s"][0], question["t"][0]) for question in questions]
        return [pair for pair in pairs if canary or pair[0] != "A/RES/70/1"]

    def answer(self, exchange: Exchange) -> None:
        parts = urlsplit(exchange.path)
        if self.before(exchange):
            return
        if parts.path == ACCESS:
            question = parse_qs(parts.query)
            assert question["l"] == ["en"]
            key = (question["s"][0], question["t"][0])
            if key in self.documents:
                exchange.send_on(f"/doc/{key[0].replace('/', '_')}.{key[1]}")
            else:
                exchange.say(200, PAGE, Content_Type="text/html")
        elif parts.path.startswith("/doc/"):
            name, _, form = parts.path.removeprefix("/doc/").rpartition(".")
            exchange.say(200, self.documents[name.replace("_", "/"), form])
        elif parts.path in self.acts:
            self.acts[parts.path](exchange)
        else:
            exchange.say(404, PAGE)

    def handle_error(self, *_: Any) -> None:
        """A client that hung up is what some tests are about."""


@contextmanager
def serving() -> Iterator[Loopback]:
    """A server of the test's own."""
    server = Loopback()
    thread = threading.Thread(target=lambda: server.serve_forever(0.02), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
