"""The concordance: where each word stands, in a form that a hundredth of a second is enough to ask. Derived.

It is a full-text index (tantivy) in a folder beside the store of record. It holds no text, and nothing that the store
does not say better: it names wordings that are worth a look, and the store decides. So it may be missing, behind,
damaged or of another version: `covers` says up to which change of the store it goes, and what is newer is compared one
by one. `catch_up` brings it there, from nothing if need be.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from precedent.index import spelling
from precedent.index.asking import Asked
from precedent.index.filtering import Hints
from precedent.index.naming import Named, beginnings, named
from precedent.index.schema import DAY

if TYPE_CHECKING:
    import tantivy

FOLDER = "concordance"
VERSION = 1
"""Of the fields; with that of the spelling and that of the library it has to be the same to be read."""


_STAND = "covers.json"
_LOCK = "concordance.lock"
_PATIENCE = 10.0
"""Seconds to wait for another process that brings it up to date."""

_HEAP = 64_000_000
"""Bytes that a writer collects before it writes."""


class ConcordanceError(Exception):
    """It is missing, damaged or of another version: ask the store alone."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Up to which change of the store it goes."""

    change: int
    token: str


@dataclass(slots=True)
class _Open:
    stand: Stand
    index: tantivy.Index
    searcher: tantivy.Searcher


class Concordance:
    """The concordance of the index in a folder; safe to use from several threads."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER
        self._lock = threading.Lock()
        self._open: _Open | None = None
        self._refused: bytes | None = None

    def covers(self, connection: sqlite3.Connection) -> int:
        """The change of the store up to which it can be asked; 0 where it cannot be asked at all."""
        try:
            stand = self._current().stand
        except ConcordanceError:
            return 0
        return stand.change if _belongs(connection, stand) else 0

    def named(self, asked: Asked, hints: Hints, most: int) -> Named:
        """Wordings worth a look.

        Raises:
            ConcordanceError: it turns out to be damaged; `covers` says 0 from then on.
        """
        try:
            opened = self._current()
            with _guarded():
                return named(opened.index, opened.searcher, asked, hints, most)
        except ConcordanceError:
            self._give_up()
            raise

    def catch_up(self, connection: sqlite3.Connection) -> bool:
        """Take in what the store holds beyond it; False where that is not possible now.

        Another process may be at it for long, the library missing, the disk full: nothing is lost by it but speed.
        """
        from filelock import FileLock, Timeout

        for _ in range(2):
            try:
                with FileLock(self._folder.with_name(_LOCK), timeout=_PATIENCE), _guarded():
                    self._catch_up(connection)
                    return True
            except Timeout:
                return False
            except ConcordanceError:
                self.remove()
        return False

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(path.stat().st_size for path in self._folder.glob("*") if path.is_file())

    def remove(self) -> None:
        """Throw it away; the next `catch_up` makes it anew."""
        self.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def close(self) -> None:
        """Let the files go."""
        with self._lock:
            self._open = self._refused = None

    def _current(self) -> _Open:
        """What can be asked, no older than the stand it is said to have."""
        with self._lock:
            try:
                said = (self._folder / _STAND).read_bytes()
            except OSError as error:
                raise ConcordanceError from error
            if said == self._refused:
                raise ConcordanceError
            try:
                stand = _stand(said)
                if self._open is None:
                    with _guarded():
                        import tantivy

                        index = tantivy.Index.open(str(self._folder))
                        self._open = _Open(stand, index, index.searcher())
                elif self._open.stand != stand:
                    with _guarded():
                        self._open.index.reload()
                        self._open = _Open(stand, self._open.index, self._open.index.searcher())
            except ConcordanceError:
                self._open, self._refused = None, said
                raise
            return self._open

    def _give_up(self) -> None:
        with self._lock:
            self._open = None
            try:
                self._refused = (self._folder / _STAND).read_bytes()
            except OSError:
                self._refused = None

    def _catch_up(self, connection: sqlite3.Connection) -> None:
        import tantivy

        try:
            stand = self._current().stand
        except ConcordanceError:
            stand = Stand(0, "")
        if stand.change and not _belongs(connection, stand):
            stand = Stand(0, "")
        target = _last(connection)
        if target == stand:
            return
        if not stand.change:
            self.remove()
        self._folder.mkdir(parents=True, exist_ok=True)
        schema = _schema()
        writer = tantivy.Index(schema, path=str(self._folder)).writer(heap_size=_HEAP, num_threads=1)
        with closing(_Ending(writer)):
            for wording, text, places in _changed(connection, stand.change, target.change):
                if stand.change:
                    writer.delete_documents_by_term("wording", wording)
                if places:
                    document = {"wording": wording, "words": " ".join(spelling.terms(text)), **places}
                    writer.add_document(tantivy.Document.from_dict(document, schema))
            writer.commit()
        _write(self._folder / _STAND, target)


class _Ending:
    """A writer that lets its lock go however the work ends."""

    def __init__(self, writer: tantivy.IndexWriter) -> None:
        self._writer = writer

    def close(self) -> None:
        self._writer.wait_merging_threads()


def _schema() -> tantivy.Schema:
    import tantivy

    fields = tantivy.SchemaBuilder()
    fields.add_unsigned_field("wording", indexed=True, fast=True)
    fields.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    for name in ("organ", "kind", "opening"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic")
    fields.add_unsigned_field("document", indexed=True)
    fields.add_unsigned_field("first", fast=True)
    fields.add_unsigned_field("latest", fast=True)
    return fields.build()


def _changed(
    connection: sqlite3.Connection, after: int, until: int
) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Each wording changed since, its text, and what is known of the places where it stands (nothing: nowhere)."""
    rows = connection.execute(
        "SELECT w.id, w.text, p.id, p.kind, p.opening, d.organ, d.id FROM wording w"
        " LEFT JOIN passage p ON p.wording = w.id LEFT JOIN document d ON d.id = p.document"
        " WHERE w.changed > ? AND w.changed <= ? ORDER BY w.id",
        (after, until),
    )
    group: list[tuple[Any, ...]] = []
    for row in rows:
        if group and row[0] != group[0][0]:
            yield group[0][0], group[0][1], _places(group)
            group = []
        group.append(row)
    if group:
        yield group[0][0], group[0][1], _places(group)


def _places(group: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    if group[0][2] is None:
        return {}
    days = [row[2] >> DAY for row in group]
    return {
        "kind": sorted({row[3] for row in group}),
        "opening": sorted({opening for row in group for opening in beginnings(row[4])}),
        "organ": sorted({row[5] for row in group if row[5]}),
        "document": sorted({row[6] for row in group}),
        "first": min(days),
        "latest": max(days),
    }


def _belongs(connection: sqlite3.Connection, stand: Stand) -> bool:
    """Whether the store has come by this stand, and is not another one, or a copy of an earlier day that went on."""
    row = connection.execute("SELECT hex(token) FROM change WHERE number = ?", (stand.change,)).fetchone()
    return row is not None and row[0] == stand.token


def _last(connection: sqlite3.Connection) -> Stand:
    row = connection.execute("SELECT number, hex(token) FROM change ORDER BY number DESC LIMIT 1").fetchone()
    return Stand(*row) if row else Stand(0, "")


def _edition() -> list[str | int]:
    import tantivy

    return [VERSION, spelling.VERSION, str(getattr(tantivy, "__version__", ""))]


def _stand(said: bytes) -> Stand:
    try:
        told = json.loads(said)
        if told["edition"] != _edition():
            raise ConcordanceError
        return Stand(int(told["change"]), str(told["token"]))
    except (ValueError, KeyError, TypeError, ImportError) as error:
        raise ConcordanceError from error


def _write(path: Path, stand: Stand) -> None:
    """Say the new stand, at once and as a whole."""
    told = {"edition": _edition(), "change": stand.change, "token": stand.token}
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_text(json.dumps(told), encoding="utf-8")
    beside.replace(path)


@contextmanager
def _guarded() -> Iterator[None]:
    """Whatever the library says of damage, in one form; it may be missing, and it may panic."""
    try:
        yield
    except (ValueError, OSError, ImportError, KeyError) as error:
        raise ConcordanceError from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise ConcordanceError from error
        raise
