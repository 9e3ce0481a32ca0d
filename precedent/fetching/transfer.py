"""One request: an address → the bytes behind it, within limits that do not trust the server.

The only module that knows the HTTP library, which is imported when something is fetched and not before. Redirects are
followed one by one and looked at first; the time of the whole is limited, not only the silence between two pieces; what
is counted is what comes out of a compressed answer. Certificates are verified against those that the system trusts, and
the proxies of the environment are used, both as the library does.
"""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
import re
import socket
import ssl
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self

from precedent.fetching.wanted import FetchError, shown

if TYPE_CHECKING:
    import httpx2

HEAD = 4096
"""Bytes by which a content is known."""
BEAT = 0.25
"""Seconds between two signs of life."""

_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"\xfd7zXZ\x00", b"BZh")
_PAGE = re.compile(
    rb"(?>\xef\xbb\xbf|\s|<!--.*?-->|<\?xml[^>]*\?>)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Nothing in it is tried twice: the server chooses what it is matched against."""
_MALFORMED = "cannot be asked: its address, or that of the proxy, is malformed"


class Trouble(Enum):
    """What a failure says about trying again."""

    REFUSED = auto()
    """The same would come of it."""
    PASSING = auto()
    """This document, now: a server's error, a transfer cut off."""
    BLOCKED = auto()
    """The host has had enough, or hangs."""
    UNREACHABLE = auto()
    """The host cannot be reached at all."""


class TransferError(FetchError):
    """A request that failed; `wait` is how many seconds the server asks to wait."""

    def __init__(self, reason: str, trouble: Trouble = Trouble.REFUSED, wait: float | None = None) -> None:
        super().__init__(reason)
        self.trouble = trouble
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Limits:
    """How long is waited and how much is taken; seconds and bytes."""

    connect: float = 15
    silence: float = 30
    """Between two pieces of an answer."""
    whole: float = 120
    """For a whole answer, and more in proportion to what has arrived: see `slowest`."""
    slowest: float = 20_000
    """Bytes a second below which a long answer is given up."""
    redirects: int = 5
    file: int = 50_000_000
    """What the readers take."""
    archive: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    address: str
    """The last of the addresses, as it may be shown."""
    head: bytes = b""
    """The first bytes of the content, by which it is known; empty unless the status is 200."""
    size: int = 0
    digest: str = ""
    """SHA-256 of the content."""
    headers: Mapping[str, str] | None = None

    @property
    def is_page(self) -> bool:
        """Whether it is a web page, whatever it calls itself."""
        return _PAGE.match(self.head) is not None

    def header(self, name: str) -> str:
        """A header of the answer, made printable; empty where there is none."""
        value = (self.headers or {}).get(name, "")
        return "".join(mark for mark in value if mark.isprintable())[:500]


class Line:
    """A connection to whoever is asked; close it, or use it in a `with` statement.

    `beat` is called several times a second while a request runs, with the number of bytes that have arrived; what it
    raises ends the request.
    """

    def __init__(self, limits: Limits, agent: str, beat: Callable[[int], None]) -> None:
        self._limits, self._agent, self._beat = limits, agent, beat
        self._runner: asyncio.Runner | None = None
        self._client: httpx2.AsyncClient | None = None
        self._received = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        if self._runner is not None:
            if self._client is not None:
                with suppress(Exception):  # the other side may have hung up in any way
                    self._runner.run(self._client.aclose())
            self._runner.close()
        self._runner = self._client = None

    def get(
        self, address: str, file: IO[bytes] | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask for an address and write what comes into `file`; without one, only the first bytes are awaited.

        Raises:
            TransferError: for every failure but an answer with a status of its own.
            OSError: where the file cannot be written.
        """
        self._received = 0
        if self._runner is None:
            self._runner = asyncio.Runner()
        return self._runner.run(self._watched(address, file, headers or {}))

    async def _watched(self, address: str, file: IO[bytes] | None, headers: Mapping[str, str]) -> Answer:
        task = asyncio.ensure_future(self._asked(address, file, headers))
        try:
            while not (await asyncio.wait({task}, timeout=BEAT))[0]:
                self._beat(self._received)
            return task.result()
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task})

    async def _asked(self, address: str, file: IO[bytes] | None, headers: Mapping[str, str]) -> Answer:
        with _explained(self._limits):
            client = self._connected()
            request = client.build_request("GET", address, headers=dict(headers))
            named = request.url.host
            _check_port(request.url)
            async with asyncio.timeout(self._limits.whole) as deadline:
                for _ in range(self._limits.redirects + 1):
                    response = await client.send(request, stream=True, follow_redirects=False)
                    try:
                        if response.next_request is None:
                            return await self._taken(response, file, deadline)
                    finally:
                        await response.aclose()
                    await _check(response.next_request.url, request.url, named)
                    request = response.next_request
        raise TransferError("sends from one address to the next without end")

    def _connected(self) -> httpx2.AsyncClient:
        import httpx2

        if self._client is None:
            limits = self._limits
            timeout = httpx2.Timeout(limits.silence, connect=limits.connect)
            self._client = httpx2.AsyncClient(timeout=timeout, headers={"User-Agent": self._agent})
        return self._client

    async def _taken(
        self, response: httpx2.Response, file: IO[bytes] | None, deadline: asyncio.Timeout
    ) -> Answer:
        """The content of an answer, as far as it is wanted."""
        answer = Answer(response.status_code, shown(str(response.url)), headers=dict(response.headers))
        if response.status_code != 200:
            return answer
        limits, begin = self._limits, asyncio.get_running_loop().time()
        digest, head, size, most = hashlib.sha256(), b"", 0, limits.file
        async for piece in response.aiter_bytes():
            if len(head) < HEAD:
                head = (head + piece)[:HEAD]
                most = limits.archive if _is_archive(head) else limits.file
            size += len(piece)
            self._received = response.num_bytes_downloaded
            if max(size, _declared(response)) > most:
                raise TransferError(
                    f"sends more than {most // 1_000_000:,} MB, and no text of the United Nations is so large"
                )
            if file is None or _PAGE.match(head):
                break
            file.write(piece)
            digest.update(piece)
            deadline.reschedule(begin + limits.whole + self._received / limits.slowest)
        return replace(answer, head=head, size=size, digest=digest.hexdigest())


def _is_archive(head: bytes) -> bool:
    return head.startswith(_ARCHIVES) or head[257:262] == b"ustar"


def _declared(response: httpx2.Response) -> int:
    """How much the server says that it will send; 0 where it says nothing that can be meant."""
    length = response.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 19 else 0


async def _check(url: httpx2.URL, before: httpx2.URL, named: str) -> None:
    """Refuse to be sent where the user did not send us: to another scheme, or behind his own walls."""
    if url.scheme not in ("http", "https"):
        raise TransferError("sends on to an address that is neither http nor https: refused")
    _check_port(url)
    if before.scheme == "https" and url.scheme == "http":
        raise TransferError(f"sends on to {shown(str(url))}, which is not encrypted: refused")
    if url.host != named and await _is_private(url):
        raise TransferError(
            f"sends on to {url.host}, an address inside this network: refused; name that address itself if it is meant"
        )


def _check_port(url: httpx2.URL) -> None:
    if url.port is not None and not 0 < url.port < 65_536:
        raise TransferError(_MALFORMED)


async def _is_private(url: httpx2.URL) -> bool:
    """Whether a host is not of the public network; one that only a proxy knows is judged by its name."""
    host = url.host
    with suppress(ValueError):
        return not _is_global(host)
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    if url.scheme in urllib.request.getproxies() and not urllib.request.proxy_bypass(host):
        return False
    found = await asyncio.get_running_loop().getaddrinfo(host, url.port, type=socket.SOCK_STREAM)
    return not all(_is_global(str(place[4][0]).partition("%")[0]) for place in found)


def _is_global(address: str) -> bool:
    number = ipaddress.ip_address(address)
    if isinstance(number, ipaddress.IPv6Address) and number.ipv4_mapped:
        number = number.ipv4_mapped
    return number.is_global


@contextmanager
def _explained(limits: Limits) -> Iterator[None]:
    """Say in our own words what the library, the network or the system complains about: theirs may hold a password."""
    import httpx2

    try:
        yield
    except TimeoutError as error:
        raise TransferError("takes too long over its answer: given up", Trouble.BLOCKED) from error
    except httpx2.ConnectTimeout as error:
        raise TransferError(
            f"does not answer within {limits.connect:g} seconds", Trouble.UNREACHABLE
        ) from error
    except httpx2.TimeoutException as error:
        raise TransferError(f"was silent for {limits.silence:g} seconds", Trouble.BLOCKED) from error
    except (httpx2.ConnectError, httpx2.ProxyError, socket.gaierror) as error:
        raise _unreached(error) from error
    except (httpx2.DecodingError, httpx2.LocalProtocolError) as error:
        raise TransferError(
            "answers in a way that cannot be read (its compression or its headers)"
        ) from error
    except httpx2.UnsupportedProtocol as error:
        raise TransferError(_MALFORMED) from error
    except httpx2.TransportError as error:
        raise TransferError("broke off in the middle of its answer", Trouble.PASSING) from error
    except ImportError as error:
        raise TransferError(
            "cannot be asked through a SOCKS proxy; name an HTTP proxy in HTTPS_PROXY, or unset ALL_PROXY"
        ) from error
    except (httpx2.InvalidURL, httpx2.HTTPError, UnicodeError, ValueError) as error:
        raise TransferError(_MALFORMED) from error


def _unreached(error: BaseException) -> TransferError:
    """Why there was no connection: a certificate, a name, anything else."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return TransferError(
                "does not prove who it is (its certificate is not trusted here): nothing was read"
            )
        if isinstance(cause, socket.gaierror):
            return TransferError(
                "cannot be found: is this machine connected, and is the name right?", Trouble.UNREACHABLE
            )
        cause = cause.__cause__ or cause.__context__
    return TransferError("cannot be reached: is this machine connected?", Trouble.UNREACHABLE)
