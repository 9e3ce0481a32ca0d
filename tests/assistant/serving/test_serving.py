"""What the server answers, and to whom, seen from outside."""

from __future__ import annotations

import re
import socket
import subprocess
from urllib.parse import urlencode, urlsplit

import pytest

from tests.assistant.serving.conftest import PENHOLDER, Serve, asked

PASSWORD = "eleven dozen lamps"  # noqa: S105 - made up
FORM = "application/x-www-form-urlencoded"
SOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "bGlnaHRob3VzZXMgYWxsIQ==",
}


def test_the_page_needs_nothing_from_elsewhere(serving: Serve) -> None:
    with serving() as link:
        with asked(link) as answer:
            page = answer.read().decode()
            assert answer.status == 200
            assert "default-src 'none'" in (answer.headers["Content-Security-Policy"] or "")
        assert "//" not in page.replace("</", "")
        parts = re.findall(r'(?:href|src)="(/[^"]+)"', page)
        with asked(link, "/page/page.css") as answer:
            parts += re.findall(r'url\("([^"]+)"\)', answer.read().decode())
        assert len(parts) >= 6
        for part in parts:
            with asked(link, part) as answer:
                assert (part, answer.status) == (part, 200)


def test_the_loopback_of_six_groups_is_this_machine_too(serving: Serve) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no loopback of IPv6")
    with serving("--address", "[::1]") as link:
        assert link.startswith("http://[::1]:")
        with asked(link) as answer:
            assert answer.status == 200
        with asked(link, "/ws", **SOCKET, Origin=link.rstrip("/")) as answer:
            assert answer.status == 101
        with asked(link, Host="lamps.example") as answer:
            assert answer.status == 403


def test_other_pages_of_the_browser_are_not_let_in(serving: Serve) -> None:
    with serving() as link:
        with asked(link, Host="lamps.example") as answer:
            assert answer.status == 403
        with asked(link, "/ws", **SOCKET, Origin="http://lamps.example") as answer:
            assert answer.status == 403
        with asked(link, "/ws", **SOCKET, Origin=link.rstrip("/")) as answer:
            assert answer.status == 101


def test_with_a_password_nothing_is_shown_before_it(serving: Serve) -> None:
    with serving("--address", "0.0.0.0", PENHOLDER_PASSWORD=PASSWORD) as found:  # noqa: S104
        assert "0.0.0.0" not in found  # noqa: S104
        link = f"http://127.0.0.1:{urlsplit(found).port}/"
        with asked(link) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/login")
        for path in ("/ws", "/static/js/textual.js", "/download/1"):
            with asked(link, path, **SOCKET) as answer:
                assert answer.status == 401
        with asked(
            link, "/login", method="POST", body=urlencode({"password": "lamps"}), Content_Type=FORM
        ) as answer:
            assert answer.status == 200
            assert "not the password" in answer.read().decode()
            assert answer.headers["Set-Cookie"] is None
        with asked(
            link, "/login", method="POST", body=urlencode({"password": PASSWORD}), Content_Type=FORM
        ) as answer:
            assert answer.status == 303
            cookie = answer.headers["Set-Cookie"] or ""
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        with asked(link, Cookie=cookie.partition(";")[0]) as answer:
            assert answer.status == 200


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--address", "0.0.0.0"], 2, "set a password"),  # noqa: S104
        (["--sample", "draft.md"], 2, "not both"),
        (["--certificate", "lamp.pem"], 2, "belong together"),
        (["--password-file", "no-such-file"], 3, "no-such-file"),
        (["--address", "192.0.2.1", "--password-file", "{password}"], 3, "cannot be served at"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(
    words: list[str], status: int, said: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    password = tmp_path_factory.mktemp("said") / "password"
    password.write_text(PASSWORD, encoding="utf-8")
    call = [word.format(password=password) for word in words]
    done = subprocess.run(
        [PENHOLDER, "serve", "--port", "0", *call], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == status
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not done.stdout
