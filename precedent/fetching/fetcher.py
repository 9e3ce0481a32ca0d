"""A symbol or an address → a file, politely, once and for all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self
from urllib.parse import unquote, urlencode, urlsplit

from precedent.errors import PrecedentError
from precedent.fetching.kept import Kept, file_name
from precedent.fetching.patience import Patience, Timing, asked_to_wait
from precedent.fetching.transfer import Answer, Limits, Line, TransferError, Trouble
from precedent.fetching.wanted import Address, FetchError, shown
from precedent.symbol import Symbol

SERVICE: Final = "https://documents.un.org/api/symbol/access"
"""The document service of the United Nations: it sends on to the file of a symbol (`s`), language (`l`), form (`t`)."""
FORMS: Final = ("pdf", "doc")
"""In which order the forms of a document are asked for.

The page first: our reader has every word of it right, of every year that is no scan, while a document from before about
2010 comes as an old binary Word file or in WordPerfect's format, which we do not read at all."""
CERTAIN: Final = Symbol.parse("A/RES/70/1")
"""A document that is there: if even this one comes as a web page, it is we who are shut out."""
_AGENT: Final = "Penholder (drafting assistant; one document at a time)"
_DOCUMENTS: Final = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".docx"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"\xffWPC", ".wpd"),
    (b"{\\rtf", ".rtf"),
)
_ENDS: Final = {".pdf": b"%%EOF", ".docx": b"PK\x05\x06"}
"""What the end of a whole file holds."""
_TAIL: Final = 70_000
_NAME: Final = 80
"""Characters that are kept of a file's own name, its end first."""
_IN_A_ROW: Final = 3
"""After so many documents that a host could not give, one after the other, it is left alone."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """How far a fetch has come."""

    name: str
    received: int = 0
    """Bytes."""
    waiting: float = 0
    """Seconds until the next request."""
    why: str = ""

    def __str__(self) -> str:
        if self.why:
            return f"waiting {self.waiting:.0f} s to fetch {self.name}: {self.why}"
        return f"fetching {self.name}" + (f", {self.received / 1e6:.1f} MB" if self.received else "")


class Fetcher:
    """Fetches documents and files into a folder; what is there already is not asked for again.

    `told` is called several times a second while something is fetched or waited for; what it raises ends the work, and
    what was fetched by then is kept.
    """

    def __init__(
        self,
        folder: Path,
        *,
        service: str = SERVICE,
        limits: Limits | None = None,
        timing: Timing | None = None,
        told: Callable[[Fetching], None] | None = None,
    ) -> None:
        self._kept = Kept(folder)
        self._service = service
        self._timing = timing or Timing()
        self._told = told or (lambda _: None)
        self._line = Line(limits or Limits(), _AGENT, lambda size: self._told(Fetching(self._name, size)))
        self._patience = Patience(
            self._timing, lambda left, why: self._told(Fetching(self._name, 0, left, why))
        )
        self._name = ""
        self._certain = CERTAIN
        self._failed = dict[str, int]()
        self._stopped = set[str]()
        self.fetched = 0
        """How many were fetched, not counting what was kept from before."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._line.close()

    def document(self, symbol: Symbol) -> Path:
        """The document of a symbol, in English.

        Raises:
            FetchError: it is not there, or could not be fetched.
        """
        self._name = str(symbol)
        key = file_name(str(symbol))
        if held := self._kept.find(key):
            return held[0]
        if not self._service.startswith(("http://", "https://")):
            raise FetchError(f"the document service {shown(self._service)} does not begin with https://")
        host = _host(self._service)
        return self._guarded(host, lambda: self._document(symbol, key))

    def file(self, address: Address) -> Path:
        """The file behind an address; a copy that was kept is asked for anew, since files on the web do change.

        Raises:
            FetchError: it could not be fetched, or is a web page.
        """
        self._name = address.shown
        return self._guarded(_host(address.text), lambda: self._file(address))

    def _guarded(self, host: str, work: Callable[[], Path]) -> Path:
        """Insist, as long as the host was not found to have had enough."""
        if host in self._stopped:
            raise FetchError(f"not asked for, since {host} had stopped answering", postponed=True)
        try:
            path = self._patience.insist(host, work)
        except TransferError as error:
            self._failed[host] = self._failed.get(host, 0) + (error.trouble is Trouble.PASSING)
            if error.trouble in (Trouble.BLOCKED, Trouble.UNREACHABLE) or self._failed[host] >= _IN_A_ROW:
                self._stopped.add(host)
                done = f"{self.fetched:,} fetched before and kept" if self.fetched else "nothing was fetched"
                raise FetchError(
                    f"{host} {error}; {done}: the same again, later, goes on from there"
                ) from error
            raise FetchError(f"{host} {error}") from error
        self._failed[host] = 0
        return path

    # A document

    def _document(self, symbol: Symbol, key: str) -> Path:
        """The form of a document that is read best; the first that came where none can be read."""
        unread: tuple[IO[bytes], Answer] | None = None
        doubtful = False
        with self._kept.part() as first, self._kept.part() as second:
            for part, form in zip((first, second), FORMS, strict=True):
                answer = self._form(symbol, form, part)
                if not _suffix(answer.head):
                    doubtful |= answer.status == 200
                elif _is_read(part, self._name):
                    return self._keep_document(symbol, key, part, answer)
                else:
                    unread = unread or (part, answer)
            if unread:
                return self._keep_document(symbol, key, *unread)
        if doubtful:
            self._be_sure()
        raise FetchError(
            "the document service has no such document in English: not issued, or under another symbol"
        )

    def _form(self, symbol: Symbol, form: str, part: IO[bytes]) -> Answer:
        """One form of a document, or what the service says in its place."""
        answer = Answer(404, "")
        for name in _asked(symbol):
            part.seek(0)
            part.truncate()
            answer = self._get(self._question(name, form), part, missing=(404, 410))
            suffix = _suffix(answer.head)
            if suffix in _ENDS and _ENDS[suffix] not in _tail(part):
                raise TransferError("broke off in the middle of its answer", Trouble.PASSING)
            if suffix:
                break
        return answer

    def _be_sure(self) -> None:
        """Tell a document that is not there from a service that has had enough: it answers both with a web page."""
        answer = self._get(self._question(_asked(self._certain)[0], FORMS[0]), None, missing=(404, 410))
        if not _suffix(answer.head):
            raise TransferError("answers with web pages instead of documents", Trouble.BLOCKED)

    def _question(self, name: str, form: str) -> str:
        joint = "&" if "?" in self._service else "?"
        return f"{self._service}{joint}{urlencode({'s': name, 'l': 'en', 't': form}, safe='/()')}"

    def _keep_document(self, symbol: Symbol, key: str, part: IO[bytes], answer: Answer) -> Path:
        record = {"symbol": str(symbol), **self._provenance(answer)}
        path = self._kept.keep(key, key + _suffix(answer.head), part, record)
        self._certain = symbol
        self.fetched += 1
        return path

    # A file

    def _file(self, address: Address) -> Path:
        key = hashlib.sha256(address.text.encode()).hexdigest()[:16]
        held = self._kept.find(key)
        with self._kept.part() as part:
            answer = self._get(address.text, part, _conditions(held[1]) if held else {})
            if held and answer.status == 304:
                return held[0]
            if answer.is_page:
                raise FetchError("is a web page, not a document: name the address of the file itself")
            if not answer.size:
                raise FetchError("is an empty file")
            marks = {name: answer.header(name) for name in ("etag", "last-modified")}
            record = {"asked": address.shown, **self._provenance(answer), **marks}
            name = file_name(unquote(urlsplit(address.text).path.rstrip("/").rpartition("/")[2]))
            path = self._kept.keep(key, f"{key}-{name[-_NAME:]}", part, record)
        self.fetched += 1
        return path

    # Both

    def _get(
        self,
        address: str,
        part: IO[bytes] | None,
        conditions: dict[str, str] | None = None,
        missing: tuple[int, ...] = (),
    ) -> Answer:
        """One request, at its time; a status that is no answer is a failure, except those of `missing`."""
        self._patience.pace(_host(address))
        answer = self._line.get(address, part, conditions)
        status = answer.status
        if status in (200, *missing) or (status == 304 and conditions):
            return answer
        wait = asked_to_wait(answer.header("retry-after"), self._timing.now())
        if status in (403, 429) or (status == 503 and wait is not None):
            until = f", for {wait:,.0f} seconds" if wait else ""
            raise TransferError(f"wants no more requests{until} (status {status})", Trouble.BLOCKED, wait)
        if status >= 500 or status == 408:
            raise TransferError(f"has trouble of its own (status {status})", Trouble.PASSING, wait)
        if status in (404, 410):
            raise TransferError(f"has no such file (status {status})")
        if status in (401, 407):
            raise TransferError(f"wants a name and a password (status {status})")
        raise TransferError(f"gives no file (status {status})")

    def _provenance(self, answer: Answer) -> dict[str, str]:
        return {
            "address": answer.address,
            "fetched": self._timing.now().isoformat(timespec="seconds"),
            "sha256": answer.digest,
        }


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "the address"
    except ValueError:
        return "the address"


def _asked(symbol: Symbol) -> tuple[str, ...]:
    """How the service spells a symbol: without spaces; a resolution in parts is one document."""
    whole = str(symbol)
    if symbol.part:
        joined = whole.replace(f" {symbol.part}", "", 1)
        return whole.replace(" ", ""), joined.replace(" ", "")
    return (whole.replace(" ", ""),)


def _suffix(head: bytes) -> str:
    """How a file of such a beginning is named; empty where it is no document."""
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    return next((suffix for magic, suffix in _DOCUMENTS if head.startswith(magic)), "")


def _tail(part: IO[bytes]) -> bytes:
    end = part.seek(0, 2)
    part.seek(max(0, end - _TAIL))
    return part.read()


def _is_read(part: IO[bytes], name: str) -> bool:
    """Whether our readers make a text of it."""
    from precedent.reading import read_bytes

    part.seek(0)
    try:
        return bool(read_bytes(part.read(), name).paragraphs)
    except PrecedentError:
        return False
    except Exception:  # noqa: BLE001 - a reader that breaks on one form must not cost the other
        return False


def _conditions(record: dict[str, str]) -> dict[str, str]:
    """What makes a server say that nothing has changed, instead of sending it all again."""
    named = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
    return {header: record[name] for header, name in named.items() if record.get(name)}
