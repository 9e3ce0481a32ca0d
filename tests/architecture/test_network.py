"""Offline is the rule: only what is fetched for `add` asks the network, seen from inside each process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.resources import sample_folder
from assistant.workbench import SAMPLE_EDITION
from tests.loopback import serving
from tests.pdf_samples import DRAFT

HTTP = {"anyio", "h11", "httpcore2", "httpx2", "truststore"}
PROBE = """
import json, os, sys
asked = []
def listen(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        asked.append(f"{event} {arguments[:2]}")
    elif event in ("socket.connect", "socket.bind", "socket.sendto") and isinstance(arguments[1], tuple):
        asked.append(f"{event} {arguments[1]}")  # a path is no network: processes of one machine talk by it
sys.addaudithook(listen)
from assistant.cli import main
statuses = [str(int(main(words))) for words in json.loads(sys.argv[1])]
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print("\\n" + json.dumps({"asked": asked, "loaded": loaded, "statuses": statuses}))
"""


LEAVING = """
import signal, threading, time
asked = []
def leave():
    while not any(event.startswith("socket.bind") for event in asked):
        time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=leave, daemon=True).start()
"""
"""Tells the process to end as soon as it answers on a port, however slow the machine is."""


def run(*calls: list[str], **environment: str) -> dict[str, list[str]]:
    """What the calls asked of the network, and what they loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(calls)],
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
        env=os.environ | environment,
    )
    told: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """A whole day's work, but for fetching."""
    folder = tmp_path_factory.mktemp("day")
    texts = shutil.copytree(sample_folder(), folder / "texts")
    draft, home = str(folder / "draft.md"), ["--home", str(folder / "home")]
    calls = [
        ["--help"],
        ["add", str(texts), *home],
        ["find", "lamps", *home],
        ["read", str(texts / "A_RES_114_35.md"), *home],
        ["roll", SAMPLE_EDITION, "--session", "115", "--as-of", "2060-10-01", "--to", draft, *home],
        ["check", draft, *home],
        ["export", draft, "--to", str(folder / "draft.docx"), "--force", *home],
        ["templates", *home],
    ]
    return run(*calls)


def test_no_command_but_a_fetching_add_touches_the_network(work: dict[str, list[str]]) -> None:
    assert set(work["statuses"]) <= {"0", "1"}, work["statuses"]
    assert not work["asked"]


def test_no_command_but_a_fetching_add_loads_the_library(work: dict[str, list[str]]) -> None:
    assert "precedent" in work["loaded"]
    assert not HTTP.intersection(work["loaded"])


def test_the_probe_sees_what_is_fetched(tmp_path: Path) -> None:
    with serving() as server:
        server.documents["A/C.2/81/L.7", "pdf"] = DRAFT
        told = run(["add", "A/C.2/81/L.7", "--home", str(tmp_path)], PENHOLDER_SERVICE=server.service)
        assert told["statuses"] == ["0"]
        assert any(str(server.server_port) in event for event in told["asked"])
    assert HTTP.issubset(told["loaded"])


def test_serving_answers_on_this_machine_and_asks_nobody(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            PROBE.replace("asked = []", LEAVING),
            json.dumps([["serve", "--port", "0", "--home", str(tmp_path)]]),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["statuses"] == ["0"]
    assert told["asked"]
    assert all("'127.0.0.1'" in event and "connect" not in event for event in told["asked"])
    assert not HTTP.intersection(told["loaded"])


def test_the_screen_loads_no_library_of_the_network() -> None:
    probe = "import sys, assistant.tui.app, assistant.tui.opening; print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    assert not any(f"'{name}'" in done.stdout for name in HTTP | {"aiohttp"})
