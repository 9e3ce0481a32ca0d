"""A text into the tables, and out of them. Whoever calls has a transaction open and the number of its change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from precedent.index.metadata import Adoption
from precedent.index.passages import Passage
from precedent.index.preparing import Records, Text, key
from precedent.index.schema import DAY
from precedent.language import ENGLISH
from precedent.wording import fold_title

_LISTS = ("sponsors", "in_favour", "against", "abstaining", "subjects")
_LEARNT = ("vote", "draft_symbol", "agenda_item", "meeting", "report", "about", *_LISTS)
_ADOPTION = f"INSERT INTO adoption (key, {', '.join(_LEARNT)}) VALUES (?{', ?' * len(_LEARNT)})"  # noqa: S608 - ours
_NEWER = " ON CONFLICT DO UPDATE SET " + ", ".join(
    f"{column} = coalesce(nullif(excluded.{column}, '[]'), {column})" for column in _LEARNT
)
"""What a metadata file tells counts; what it leaves open stays as a text or an earlier file told it."""


def change(connection: sqlite3.Connection) -> int:
    """The number under which this transaction changes wordings; its token tells two files of one history apart."""
    (number,) = connection.execute(
        "INSERT INTO change (token) VALUES (randomblob(8)) RETURNING number"
    ).fetchone()
    return int(number)


def keep(connection: sqlite3.Connection, text: Text, changed: int) -> None:
    """Put a text in; texts in other languages than English are kept, but not as passages."""
    (document,) = connection.execute(
        "INSERT INTO document (key, language, symbol, organ, committee, session, adopted, published, structured, title,"
        " folded_title, agenda_item, vote, draft_symbol, sponsors, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            text.key,
            text.language,
            text.symbol,
            text.organ,
            text.committee,
            text.session,
            text.adopted,
            text.published,
            text.structured,
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
    connection.execute(f"{_ADOPTION} ON CONFLICT DO NOTHING", _adoption(text.key, text))
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
    connection.executemany(_ADOPTION + _NEWER, [_adoption(key(a.symbol), a) for a in records.adoptions])


def put_adoptions(connection: sqlite3.Connection, rows: Iterable[Mapping[str, str | None]]) -> None:
    """Put in adoptions by the names of their columns; lists are JSON, and what is missing is not known."""
    connection.executemany(
        _ADOPTION + _NEWER,
        [(row["key"], *(row.get(c, "[]" if c in _LISTS else None) for c in _LEARNT)) for row in rows],
    )


def _adoption(symbol: str, told: Adoption | Text) -> tuple[str | None, ...]:
    """What a metadata file or a text itself tells of an adoption, column by column."""
    return (
        symbol,
        told.vote,
        told.draft_symbol,
        told.agenda_item,
        told.meeting,
        told.report,
        told.about if isinstance(told, Adoption) else None,
        *map(_list, (told.sponsors, told.in_favour, told.against, told.abstaining, told.subjects)),
    )


def _list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)
