"""A text into the tables, and out of them. Whoever calls has a transaction open and the number of its change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from precedent.index.language import ENGLISH
from precedent.index.passages import Passage
from precedent.index.preparing import Records, Text, key
from precedent.index.schema import DAY
from precedent.wording import fold_title


def change(connection: sqlite3.Connection) -> int:
    """The number under which this transaction changes wordings; its token tells two files of one history apart."""
    (number,) = connection.execute(
        "INSERT INTO change (token) VALUES (randomblob(8)) RETURNING number"
    ).fetchone()
    return int(number)


def keep(connection: sqlite3.Connection, text: Text, changed: int) -> None:
    """Put a text in; texts in other languages than English are kept, but not as passages."""
    (document,) = connection.execute(
        "INSERT INTO document (key, language, symbol, organ, committee, session, adopted, published, title,"
        " folded_title, agenda_item, vote, draft_symbol, sponsors, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            text.key,
            text.language,
            text.symbol,
            text.organ,
            text.committee,
            text.session,
            text.adopted,
            text.published,
            text.title,
            fold_title(text.title),
            text.agenda_item,
            text.vote,
            text.draft_symbol,
            _list(text.sponsors),
            text.record,
        ),
    ).fetchone()
    if text.language != ENGLISH:
        return
    _supersede(connection, fold_title(text.title))
    start = _free(connection, text.day)
    connection.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                start + number,
                document,
                _wording(connection, passage, start, changed),
                passage.label,
                passage.kind.value,
                passage.opening,
            )
            for number, passage in enumerate(text.passages)
        ],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO citation VALUES (?, ?, ?)",
        [(cited.symbol, document, cited.label) for cited in text.citations],
    )


def _wording(connection: sqlite3.Connection, passage: Passage, start: int, changed: int) -> int:
    """The wording of a passage: the one that is there, as its newest passage prints it, or a new one."""
    held = connection.execute(
        "SELECT id, (SELECT max(id) FROM passage WHERE wording = w.id) FROM wording w WHERE fingerprint = ?",
        (passage.wording,),
    ).fetchone()
    if held is None:
        (new,) = connection.execute(
            "INSERT INTO wording (fingerprint, pattern, changed, text) VALUES (?, ?, ?, ?) RETURNING id",
            (passage.wording, passage.pattern, changed, passage.text),
        ).fetchone()
        return int(new)
    if held[1] is None or held[1] < start:
        connection.execute(
            "UPDATE wording SET changed = ?, text = ? WHERE id = ?", (changed, passage.text, held[0])
        )
    else:
        connection.execute("UPDATE wording SET changed = ? WHERE id = ?", (changed, held[0]))
    return int(held[0])


def remove(connection: sqlite3.Connection, document: int, changed: int) -> None:
    """Take a document out. A wording that no passage has stays, for the day that it returns; it is not found."""
    _touch(connection, "document = ?", (document,), changed)
    connection.execute("DELETE FROM passage WHERE document = ?", (document,))
    connection.execute("DELETE FROM citation WHERE document = ?", (document,))
    (title,) = connection.execute(
        "DELETE FROM document WHERE id = ? RETURNING folded_title", (document,)
    ).fetchone()
    _supersede(connection, title)


def _supersede(connection: sqlite3.Connection, title: str) -> None:
    """Settle which text of a title is the last one of its organ."""
    connection.execute(
        "UPDATE document AS d SET superseded = EXISTS (SELECT 1 FROM document e WHERE e.folded_title = d.folded_title"
        " AND e.organ IS d.organ AND e.language = d.language AND e.adopted > d.adopted)"
        " WHERE folded_title = ? AND folded_title <> ''",  # the Security Council's texts have no titles
        (title,),
    )


def _touch(connection: sqlite3.Connection, which: str, values: Iterable[object], changed: int) -> None:
    """Mark the wordings of some passages as changed."""
    connection.execute(
        f"UPDATE wording SET changed = ? WHERE id IN (SELECT wording FROM passage WHERE {which})",  # noqa: S608 - a condition of our own
        (changed, *values),
    )


def _free(connection: sqlite3.Connection, day: int) -> int:
    """The first rowid of that day that is not taken."""
    first, last = day << DAY, ((day + 1) << DAY) - 1
    (taken,) = connection.execute(
        "SELECT max(id) FROM passage WHERE id BETWEEN ? AND ?", (first, last)
    ).fetchone()
    return int(taken) + 1 if taken is not None else first


def keep_records(connection: sqlite3.Connection, records: Records) -> None:
    """Put in what a metadata file says of adoptions."""
    connection.executemany(
        "INSERT OR REPLACE INTO adoption VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                key(a.symbol),
                a.vote,
                a.draft_symbol,
                a.agenda_item,
                _list(a.sponsors),
                _list(a.against),
                _list(a.abstaining),
                _list(a.subjects),
            )
            for a in records.adoptions
        ],
    )


def _list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)
