"""A plain address becomes a file, whatever the server behind it tries."""

from __future__ import annotations

import gzip
import json
import ssl
import time
import zlib
from pathlib import Path

import pytest

from precedent.fetching.transfer import Answer, Limits
from precedent.index import Failure, Source
from tests.loopback import PAGE, Exchange, Loopback, serving
from tests.precedent.fetching.conftest import Clock, Fetch, data, reason

TEXT = b"<akomaNtoso><act/></akomaNtoso>"


def test_a_file_is_kept_under_its_name_and_told_by_its_address(
    server: Loopback, fetch: Fetch, kept: Path
) -> None:
    server.acts["/texts/A_RES_81_1.xml"] = lambda exchange: exchange.say(200, TEXT)
    address = f"{server.address}/texts/A_RES_81_1.xml"
    (source,) = fetch(address)
    assert isinstance(source, Source)
    assert (source.name, source.path.read_bytes()) == (address, TEXT)
    assert source.path.name.endswith("-A_RES_81_1.xml")
    assert source.path.parent == kept


def test_a_file_is_asked_for_anew_but_sent_only_where_it_changed(server: Loopback, fetch: Fetch) -> None:
    body = [TEXT]

    def act(exchange: Exchange) -> None:
        mark = f'"{zlib.crc32(body[0])}"'
        if exchange.headers.get("If-None-Match") == mark:
            exchange.say(304)
        else:
            exchange.say(200, body[0], ETag=mark)

    server.acts["/x.xml"] = act
    address = f"{server.address}/x.xml"
    assert data(fetch(address)) == data(fetch(address)) == TEXT
    assert "if-none-match" in server.heads[-1]
    body[0] = TEXT + b" "
    assert data(fetch(address)) == TEXT + b" "


def test_credentials_reach_the_host_that_was_named_and_nobody_else(
    server: Loopback, fetch: Fetch, kept: Path
) -> None:
    server.acts["/x.xml"] = lambda exchange: exchange.say(200, TEXT)
    host = server.address.removeprefix("http://")
    (source,) = fetch(f"http://ada:secret@{host}/x.xml?token=hidden")
    assert isinstance(source, Source)
    assert server.heads[-1]["authorization"].startswith("Basic ")
    assert source.name == f"http://{host}/x.xml?…"
    for path in kept.rglob("*"):
        assert not path.is_file() or not any(
            word in path.read_bytes() for word in (b"secret", b"hidden", b"ada")
        )
    server.acts["/x.xml"] = lambda exchange: exchange.say(500)
    assert "secret" not in str(fetch(f"http://ada:secret@{host}/x.xml?token=hidden"))
    with serving() as other:
        other.acts["/y.xml"] = lambda exchange: exchange.say(200, TEXT)
        server.acts["/x.xml"] = lambda exchange: exchange.send_on(f"{other.address}/y.xml")
        assert data(fetch(f"http://ada:secret@{host}/x.xml")) == TEXT
        assert "authorization" not in other.heads[-1]


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("/around", "without end"),
        ("file:///etc/passwd", "neither http nor https"),
        ("ftp://127.0.0.1/x", "neither http nor https"),
        ("http://localhost:1/x", "inside this network"),
        ("http://10.0.0.1/x", "inside this network"),
        ("http://169.254.169.254/latest", "inside this network"),
        ("http://[::ffff:10.0.0.1]/x", "inside this network"),
        ("http://[::1]/x", "inside this network"),
        ("http://printer.local/x", "inside this network"),
        ("http://ada:secret@192.168.1.1/x", "inside this network"),
        ("http://[::", "gives no file"),
        ("http://127.0.0.1:99999999/x", "malformed"),
        ("\x07\x1b[2J", ""),
    ],
)
def test_nobody_is_sent_where_the_user_did_not_point(
    server: Loopback, fetch: Fetch, to: str, told: str
) -> None:
    server.acts["/around"] = lambda exchange: exchange.send_on(to)
    why = reason(fetch(f"{server.address}/around"))
    assert told in why
    assert "secret" not in why
    assert why.isprintable()
    assert set(server.log) <= {"/around", "/%07%1B[2J"}


def test_a_redirect_within_limits_is_followed(server: Loopback, fetch: Fetch) -> None:
    for number in range(5):
        server.acts[f"/{number}"] = lambda exchange, to=number + 1: exchange.send_on(f"/{to}", 301)  # type: ignore[misc]
    server.acts["/5"] = lambda exchange: exchange.say(200, TEXT)
    assert data(fetch(f"{server.address}/0")) == TEXT


SMALL = Limits(connect=10, silence=10, whole=20, file=100_000, archive=200_000)


def test_a_file_that_is_too_large_is_given_up(server: Loopback, fetch: Fetch, kept: Path) -> None:
    server.acts["/honest"] = lambda exchange: exchange.say(200, bytes(SMALL.file + 1))

    def endless(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.end_headers()
        while True:
            exchange.wfile.write(b"x" * 65_536)

    server.acts["/endless"] = endless
    assert "sends more than" in reason(fetch(f"{server.address}/honest", limits=SMALL))
    assert "sends more than" in reason(fetch(f"{server.address}/endless", limits=SMALL))
    archive = b"PK\x03\x04" + bytes(SMALL.file)
    server.acts["/archive"] = lambda exchange: exchange.say(200, archive)
    assert data(fetch(f"{server.address}/archive", limits=SMALL)) == archive
    assert not list(kept.rglob("*.part"))


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_what_is_counted_is_what_comes_out_of_a_compressed_answer(
    server: Loopback, fetch: Fetch, coding: str
) -> None:
    pack = gzip.compress if coding == "gzip" else zlib.compress
    bomb = pack(bytes(80_000_000))
    server.acts["/bomb"] = lambda exchange: exchange.say(200, bomb, Content_Encoding=coding)
    server.acts["/fair"] = lambda exchange: exchange.say(200, pack(TEXT), Content_Encoding=coding)
    server.acts["/false"] = lambda exchange: exchange.say(200, TEXT, Content_Encoding=coding)
    assert "sends more than" in reason(fetch(f"{server.address}/bomb"))
    assert data(fetch(f"{server.address}/fair")) == TEXT
    assert "cannot be read" in reason(fetch(f"{server.address}/false"))


def drip(exchange: Exchange, head: bool) -> None:
    """One byte at a time, each well before anybody would call it silence."""
    exchange.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"X-Slow: " if head else b"\r\n"))
    while not exchange.server.over.wait(0.05):
        exchange.wfile.write(b"x")


@pytest.mark.parametrize("head", [True, False], ids=["in its head", "in its body"])
def test_a_server_that_drips_is_ended(server: Loopback, fetch: Fetch, head: bool) -> None:
    server.acts["/drip"] = lambda exchange: drip(exchange, head)
    begin = time.monotonic()
    short = Limits(connect=10, silence=10, whole=0.4)
    assert "takes too long" in reason(fetch(f"{server.address}/drip", limits=short))
    assert time.monotonic() - begin < 20


def test_a_long_transfer_that_moves_is_not_ended(server: Loopback, fetch: Fetch) -> None:
    def act(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Length", "150000")
        exchange.end_headers()
        for _ in range(15):  # for 1.5 seconds at least
            exchange.wfile.write(b"x" * 10_000)
            exchange.server.over.wait(0.1)

    server.acts["/long"] = act
    slow = Limits(connect=10, silence=10, whole=1, slowest=5_000)
    assert len(data(fetch(f"{server.address}/long", limits=slow))) == 150_000


@pytest.mark.parametrize("length", ["50", "-1", "abc", "5, 6", "99999999999999999999999"])
def test_a_lie_about_the_length_keeps_nothing(
    server: Loopback, fetch: Fetch, kept: Path, length: str
) -> None:
    def act(exchange: Exchange) -> None:
        exchange.say(200, TEXT, Content_Length=length)
        exchange.close_connection = True

    server.acts["/lie"] = act
    assert reason(fetch(f"{server.address}/lie"))
    assert not [path for path in kept.iterdir() if path.is_file()]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 1_000_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        b"HTTP/1.1 200 OK\r\nBad header\x00: 1\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\n\r\n",
        b"HTTP/1.1 302 Found\r\n\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: nonsense\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_an_answer_that_breaks_every_rule_is_one_line(server: Loopback, fetch: Fetch, answer: bytes) -> None:
    def act(exchange: Exchange) -> None:
        exchange.wfile.write(answer)
        exchange.close_connection = True

    server.acts["/bad"] = act
    why = reason(fetch(f"{server.address}/bad"))
    assert why.isprintable()
    assert len(why) < 300


def test_a_page_is_no_document(server: Loopback, fetch: Fetch) -> None:
    server.acts["/page.pdf"] = lambda exchange: exchange.say(200, PAGE, Content_Type="application/pdf")
    assert "is a web page" in reason(fetch(f"{server.address}/page.pdf"))
    assert "status 404" in reason(fetch(f"{server.address}/nothing"))
    server.acts["/locked"] = lambda exchange: exchange.say(401)
    assert "a name and a password" in reason(fetch(f"{server.address}/locked"))
    server.acts["/empty"] = lambda exchange: exchange.say(200)
    assert "empty" in reason(fetch(f"{server.address}/empty"))


def test_a_page_is_told_in_no_time_however_it_begins() -> None:
    begin = time.monotonic()
    for start in (b"<!---->" * 600, b"<?xml?>" * 600, b" \n" * 2000, b"<!--" * 1000):
        assert not Answer(200, "", start).is_page
        assert Answer(200, "", b"<!-- x -->\n<?xml version='1.0'?><!DOCTYPE  html>").is_page
    assert time.monotonic() - begin < 5


def test_names_of_files_are_made_harmless(server: Loopback, fetch: Fetch, kept: Path) -> None:
    body = TEXT
    server.before = lambda exchange: exchange.say(200, body)
    for path in ("/..%2f..%2fetc%2fpasswd", "/%00%1b[2J", "/" + "x" * 3000 + ".xml", "/", "/a%20b/%E2%80%AE"):
        (source,) = fetch(server.address + path)
        assert isinstance(source, Source)
        assert source.path.resolve().parent == kept.resolve()
        assert source.path.name.isprintable()
        assert source.name.isprintable()


def test_a_certificate_that_nobody_vouches_for_is_refused(
    kept: Path, fetch: Fetch, clock: Clock, tmp_path: Path
) -> None:
    certificate = own_certificate(tmp_path)
    with serving() as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.acts["/x.xml"] = lambda exchange: exchange.say(200, TEXT)
        why = reason(fetch(server.address.replace("http:", "https:") + "/x.xml"))
        assert "does not prove who it is" in why
        assert not server.log
        assert clock.slept == 0


def test_a_proxy_of_the_environment_is_used(
    server: Loopback, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", server.address)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.before = lambda exchange: exchange.say(200, TEXT)
    assert data(fetch("http://texts.example/a.xml")) == TEXT
    assert server.log == ["http://texts.example/a.xml"]
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1")
    assert isinstance(fetch("http://texts.example/a.xml")[0], Failure)


def own_certificate(folder: Path) -> Path:
    """A certificate that is signed by itself, with its key."""
    import datetime as dt

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = folder / "own.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def test_the_record_of_a_file_holds_no_query(server: Loopback, fetch: Fetch, kept: Path) -> None:
    server.acts["/x.xml"] = lambda exchange: exchange.say(200, TEXT)
    fetch(f"{server.address}/x.xml?key=hidden")
    (record,) = (kept / ".provenance").glob("*.json")
    assert json.loads(record.read_bytes())["asked"] == f"{server.address}/x.xml?…"
