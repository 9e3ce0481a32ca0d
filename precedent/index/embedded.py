"""The embedded engine: one SQLite file with its full-text index, and likeness measured by rapidfuzz."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from precedent.errors import IndexUnavailableError, SearchCancelledError
from precedent.index import adding, outlining, schema, sources
from precedent.index.asking import sound
from precedent.index.preparing import key, unpack
from precedent.index.protocol import (
    Added,
    Card,
    Counts,
    Failure,
    Match,
    Outline,
    Place,
    Progress,
    Query,
    Source,
)
from precedent.index.searching import Searcher
from precedent.language import ENGLISH
from precedent.resolution import Ballot, Resolution
from precedent.session import Organ
from precedent.symbol import Symbol
from precedent.wording import fold_title

_CARD = (
    "SELECT d.symbol, d.organ, d.title, d.adopted, coalesce(a.vote, d.vote) AS vote,"
    " coalesce(a.draft_symbol, d.draft_symbol) AS draft_symbol, coalesce(a.agenda_item, d.agenda_item) AS agenda_item,"
    " coalesce(nullif(a.sponsors, '[]'), d.sponsors) AS sponsors, a.meeting, a.report,"
    " a.in_favour, a.against, a.abstaining, a.subjects FROM document d LEFT JOIN adoption a ON a.key = d.key"
    " WHERE d.language = ?"
)


@dataclass(slots=True)
class _Reader:
    """A connection in the hands of one thread."""

    connection: sqlite3.Connection
    searcher: Searcher
    real: bool
    """Whether it reads the file: there may be none yet."""
    cancelled: bool = False

    def check(self) -> None:
        if self.cancelled:
            raise SearchCancelledError


class EmbeddedIndex:
    """The precedent index in one file of a folder; see `PrecedentIndex` for what each method answers.

    Each call borrows a connection, so that threads never share one and none is left behind by a thread that ended.
    """

    def __init__(self, home: Path, *, writable: bool = False) -> None:
        self._path = home / schema.FILE
        self._writable = writable
        self._lock = threading.Lock()
        self._idle: list[_Reader] = []
        self._in_flight: dict[int, _Reader] = {}
        if writable:
            schema.open_to_write(self._path).close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self, sources_: Iterable[Path | Source | Failure], progress: Callable[[Progress], None] | None = None
    ) -> Added:
        """See `PrecedentIndex.add`."""
        named = sources_ if isinstance(sources_, Sequence) else None
        size = sources.size(named) if progress and named else 0
        passed_over = list[str]()
        with self._writing() as connection:
            # What has to be fetched comes one by one: how much it is nobody knows before.
            found = sources.files(sources_, passed_over)
            added = adding.add(connection, found, progress, size)
            return replace(added, passed_over=len(passed_over))

    def take(self, text: Resolution) -> Added:
        """See `PrecedentIndex.take`."""
        with self._writing() as connection:
            return adding.take(connection, text)

    def search(self, query: Query) -> list[Match]:
        """See `PrecedentIndex.search`."""
        with self._reading(cancellable=True) as reader:
            return reader.searcher.search(query, reader.check)

    def interrupt(self) -> None:
        """See `PrecedentIndex.interrupt`."""
        with self._lock:
            for reader in self._in_flight.values():
                reader.cancelled = True
                reader.connection.interrupt()

    def mentions(self, phrase: str, organ: Organ | None = None, limit: int = 50) -> list[Match]:
        """See `PrecedentIndex.mentions`."""
        with self._reading() as reader:
            return reader.searcher.mentions(phrase, organ, limit)

    def document(self, symbol: str) -> Resolution | None:
        """See `PrecedentIndex.document`."""
        with self._reading() as reader:
            row = reader.connection.execute(
                "SELECT record FROM document WHERE key = ? AND language = ?", (key(symbol), ENGLISH)
            ).fetchone()
        card = self.card(symbol) if row else None
        if row is None or card is None:
            return None
        resolution = unpack(row[0])
        head = resolution.masthead
        known = replace(
            head,
            vote=card.vote or head.vote,
            ballot=card.ballot or head.ballot,
            subjects=card.subjects or head.subjects,
            draft_symbol=head.draft_symbol or card.draft_symbol,
            agenda_item=head.agenda_item or card.agenda_item,
            sponsors=head.sponsors or card.sponsors,
            meeting=head.meeting or card.meeting,
            report=head.report or card.report,
        )
        return replace(resolution, masthead=known)

    def card(self, symbol: str) -> Card | None:
        """See `PrecedentIndex.card`."""
        return next(iter(self._cards(" AND d.key = ?", key(symbol))), None)

    def cards(self, organ: Organ | None = None, title: str | None = None) -> list[Card]:
        """See `PrecedentIndex.cards`."""
        condition, values = "", list[str]()
        if organ:
            condition, values = " AND d.organ = ?", [organ.value]
        if title is not None:
            condition, values = condition + " AND d.folded_title = ?", [*values, fold_title(sound(title))]
        return self._cards(f"{condition} ORDER BY d.adopted, d.symbol", *values)

    def outlines(self) -> list[Outline]:
        """See `PrecedentIndex.outlines`."""
        with self._reading() as reader:
            return outlining.outlines(reader.connection)

    def state(self) -> tuple[int, ...]:
        """See `PrecedentIndex.state`."""
        with self._reading() as reader:
            return outlining.state(reader.connection)

    def count(self) -> Counts:
        """See `PrecedentIndex.count`."""
        with self._reading() as reader:
            (documents,) = reader.connection.execute(
                "SELECT count(*) FROM document WHERE language = ?", (ENGLISH,)
            ).fetchone()
            (passages,) = reader.connection.execute("SELECT count(*) FROM passage").fetchone()
        return Counts(documents, passages)

    def citing(self, symbol: str) -> list[Place]:
        """See `PrecedentIndex.citing`."""
        with self._reading() as reader:
            rows = reader.connection.execute(
                "SELECT d.symbol, c.label FROM citation c JOIN document d ON d.id = c.document WHERE c.key = ?"
                " ORDER BY d.adopted DESC, d.id DESC, c.label",
                (key(symbol),),
            ).fetchall()
        return [Place(*row) for row in rows]

    def close(self) -> None:
        """See `PrecedentIndex.close`."""
        with self._lock:
            idle, self._idle = self._idle, []
        for reader in idle:
            reader.connection.close()

    def _cards(self, condition: str, *values: str) -> list[Card]:
        with self._reading() as reader:
            cursor = reader.connection.cursor()
            cursor.row_factory = sqlite3.Row
            return [_card(row) for row in cursor.execute(_CARD + condition, (ENGLISH, *values))]

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if not self._writable:
            raise IndexUnavailableError(f"{self._path}: opened for reading only")
        connection = schema.open_to_write(self._path)
        try:
            with schema.explained(self._path):
                yield connection
        finally:
            connection.close()

    @contextmanager
    def _reading(self, *, cancellable: bool = False) -> Iterator[_Reader]:
        with schema.explained(self._path):
            reader = self._borrow()
        number = id(reader)
        try:
            if cancellable:
                with self._lock:
                    self._in_flight[number] = reader
            with schema.explained(self._path):
                yield reader
        except sqlite3.OperationalError as error:
            if reader.cancelled:
                raise SearchCancelledError from error
            raise
        finally:
            with self._lock:
                self._in_flight.pop(number, None)
                reader.cancelled = False
                self._idle.append(reader)

    def _borrow(self) -> _Reader:
        exists = self._path.exists()
        with self._lock:
            while self._idle:
                reader = self._idle.pop()
                if reader.real == exists:
                    return reader
                reader.connection.close()
        connection = schema.open_to_read(self._path)
        return _Reader(connection, Searcher(connection), exists)


def _card(row: sqlite3.Row) -> Card:
    symbol = Symbol.parse(row["symbol"])
    sides = {side: _names(row[side]) for side in ("in_favour", "against", "abstaining")}
    return Card(
        symbol=row["symbol"],
        organ=Organ(row["organ"]) if row["organ"] else None,
        session=symbol.session,
        number=symbol.number,
        title=row["title"],
        adopted=dt.date.fromisoformat(row["adopted"]) if row["adopted"] else None,
        vote=row["vote"],
        draft_symbol=row["draft_symbol"],
        agenda_item=row["agenda_item"],
        sponsors=_names(row["sponsors"]),
        meeting=row["meeting"],
        report=row["report"],
        ballot=Ballot(**sides) if any(sides.values()) else None,
        subjects=_names(row["subjects"]),
    )


def _names(packed: str | None) -> tuple[str, ...]:
    return tuple(json.loads(packed)) if packed and packed != "[]" else ()
