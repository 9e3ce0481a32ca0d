"""A server in a process of its own, as a user starts it."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

PENHOLDER = Path(sysconfig.get_path("scripts")) / "penholder"

Serve = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def serving(tmp_path: Path) -> Serve:
    @contextmanager
    def serve(*words: str, **environment: str) -> Iterator[str]:
        with subprocess.Popen(
            [PENHOLDER, "serve", "--port", "0", "--home", tmp_path, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            env=os.environ | environment,
        ) as process:
            assert process.stdout
            assert process.stderr
            try:
                link = process.stdout.readline().strip()
                assert link, process.stderr.read()
                yield link
            finally:
                process.send_signal(signal.SIGINT)
                try:
                    process.communicate(timeout=30)
                except subprocess.TimeoutExpired:
                    process.kill()
                    raise
            assert process.returncode == 0

    return serve


@contextmanager
def asked(
    link: str, path: str = "/", *, method: str = "GET", body: str | None = None, **headers: str
) -> Iterator[http.client.HTTPResponse]:
    """What a server answers."""
    connection = http.client.HTTPConnection(urlsplit(link).netloc, timeout=20)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body=body, headers=named)
        yield connection.getresponse()
    finally:
        connection.close()
