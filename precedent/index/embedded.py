"""The embedded engine: one SQLite file, the concordance beside it, and likeness measured by rapidfuzz."""

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
from precedent.index.concordance import Concordance
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
    State,
)
from precedent.index.searching import Searcher
from precedent.language import ENGLISH
from precedent.resolution import Ballot, Resolution
from precedent.session import Organ
from precedent.symbol import Symbol
from precedent.wording import fold_title

_CARD = (
    "SELECT d.symbol, d.organ, d.committee, d.title, d.adopted, coalesce(a.vote, d.vote) AS vote,"
    " coalesce(a.draft_symbol, d.draft_symbol) AS draft_symbol, coalesce(a.agenda_item, d.agenda_item) AS agenda_item,"
    " coalesce(nullif(a.sponsors, '[]'), d.sponsors) AS sponsors, a.meeting, a.report,"
    " a.in_favour, a.against, a.abstaining, a.subjects, a.about FROM document d LEFT JOIN adoption a ON a.key = d.key"
    " WHERE d.language = ?"
)


_FAR = 20_000
"""Passages after which the concordance is brought up to date while more are added."""


@dataclass(slots=True)
class _Reader:
    """A connection in the hands of one thread."""

    connection: sqlite3.Connection
    searcher: Searcher
    file: int | None
    """Which file it reads (there may be none yet): the index may have been made anew."""
    mapped: bool
    """Whether it has the file in memory: one at a time does, the one that is borrowed first."""
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
        self._concordance = Concordance(home)
        self._writable = writable
        self._lock = threading.Lock()
        self._idle: list[_Reader] = []
        self._in_flight: dict[int, _Reader] = {}
        self._mapped = False
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
            added = adding.add(connection, found, self._along(connection, progress), size)
            self._concordance.catch_up(connection)
            return replace(added, passed_over=len(passed_over))

    def take(self, text: Resolution) -> Added:
        """See `PrecedentIndex.take`."""
        with self._writing() as connection:
            added = adding.take(connection, text)
            self._concordance.catch_up(connection)
            return added

    def _along(
        self, connection: sqlite3.Connection, progress: Callable[[Progress], None] | None
    ) -> Callable[[Progress], None]:
        """Keep the concordance near while much is added, so that searches stay fast meanwhile."""
        held = 0

        def tell(state: Progress) -> None:
            nonlocal held
            if progress:
                progress(state)
            if state.so_far.paragraphs - held >= _FAR:
                held = state.so_far.paragraphs
                self._concordance.catch_up(connection)

        return tell

    def search(self, query: Query) -> list[Match]:
        """See `PrecedentIndex.search`."""
        with self._reading(cancellable=True) as reader:
            return reader.searcher.search(query, reader.check)

    def unmet(self, query: Query) -> tuple[str, ...]:
        """See `PrecedentIndex.unmet`."""
        with self._reading() as reader:
            return reader.searcher.unmet(query)

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

    def stamp(self) -> tuple[int, ...]:
        """See `PrecedentIndex.stamp`."""
        with self._reading() as reader:
            return outlining.stamp(reader.connection)

    def count(self) -> Counts:
        """See `PrecedentIndex.count`."""
        with self._reading() as reader:
            (documents,) = reader.connection.execute(
                "SELECT count(*) FROM document WHERE language = ?", (ENGLISH,)
            ).fetchone()
            (passages,) = reader.connection.execute("SELECT count(*) FROM passage").fetchone()
        return Counts(documents, passages)

    def state(self) -> State:
        """What lies in the folder, and whether searches are as fast as they can be."""
        size = self._concordance.size + _size(self._path)
        return State(self._path, self.count(), size, self.behind())

    def behind(self) -> int:
        """Wordings that are compared one by one at each search, because the concordance does not hold them."""
        with self._reading() as reader:
            covered = self._concordance.covers(reader.connection)
            (behind,) = reader.connection.execute(
                "SELECT count(*) FROM wording WHERE changed > ?", (covered,)
            ).fetchone()
        return int(behind)

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
            self._mapped = False
        for reader in idle:
            reader.connection.close()
        self._concordance.close()

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
                self._idle.insert(len(self._idle) if reader.mapped else 0, reader)

    def _borrow(self) -> _Reader:
        try:
            file = self._path.stat().st_ino
        except OSError:
            file = None
        with self._lock:
            while self._idle:
                reader = self._idle.pop()
                if reader.file == file:
                    return reader
                self._mapped = self._mapped and not reader.mapped
                reader.connection.close()
            mapped = not self._mapped
        connection = schema.open_to_read(self._path, mapped=mapped)
        self._mapped = True
        return _Reader(connection, Searcher(connection, self._concordance), file, mapped)


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
        committee=row["committee"],
        sponsors=_names(row["sponsors"]),
        meeting=row["meeting"],
        report=row["report"],
        ballot=Ballot(**sides) if any(sides.values()) else None,
        subjects=_names(row["subjects"]),
        about=row["about"] or "",
    )


def _size(path: Path) -> int:
    return sum(one.stat().st_size for one in path.parent.glob(f"{path.name}*"))


def _names(packed: str | None) -> tuple[str, ...]:
    return tuple(json.loads(packed)) if packed and packed != "[]" else ()
