"""Grow the real sessions into as many passages as wanted, so that speed can be measured on a corpus of any size.

Each round takes every text six sessions further back. Two paragraphs in five stay as they are, as real sessions have
it; in the others words are dropped, replaced by words of other paragraphs, and numbers changed. What comes out is no
text of anybody; it has the lengths, the frequencies and the repetitions of real ones.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from precedent.index import keeping, schema, sources
from precedent.index.concordance import Concordance
from precedent.index.passages import passages
from precedent.index.preparing import Text, key, pack, prepare, unpack
from precedent.index.sources import Found
from precedent.resolution import Paragraph

STAYS = 0.4
"""Share of paragraphs that a later text has word for word."""
DROPPED = REPLACED = 0.06
"""Share of the words of a paragraph that is reworked."""
SESSIONS = 6
"""By which a round goes back."""
_TOGETHER = 64


def grow(home: Path, archives: Iterable[Path], wanted: int, choose: random.Random) -> int:
    """Fill a new index with at least so many passages; how many it has."""
    connection = schema.open_to_write(home / schema.FILE)
    count = 0
    batch: list[Text] = []
    for text in _texts(list(archives), choose):
        batch.append(text)
        count += len(text.passages)
        if len(batch) == _TOGETHER or count >= wanted:
            _write(connection, batch)
            batch = []
        if count >= wanted:
            break
    connection.execute("PRAGMA optimize")
    connection.execute("PRAGMA wal_checkpoint(truncate)")
    Concordance(home).catch_up(connection)
    connection.close()
    return count


def reworked(text: str, words: Sequence[str], choose: random.Random) -> str:
    """A paragraph as another session might have put it."""
    kept: list[str] = []
    for word in text.split():
        chance = choose.random()
        if chance < DROPPED:
            continue
        if chance < DROPPED + REPLACED:
            kept.append(choose.choice(words))
        elif re.search(r"\d", word) and chance < 0.7:
            kept.append(re.sub(r"\d", lambda _: str(choose.randrange(10)), word))
        else:
            kept.append(word)
    return " ".join(kept) or text


def _texts(archives: Sequence[Path], choose: random.Random) -> Iterator[Text]:
    """The real texts, then round after round of reworked ones."""
    real: list[Text] = []
    for found in sources.files(archives):
        if isinstance(found, Found) and isinstance(text := prepare(found), Text) and text.language == "en":
            real.append(text)
            yield text
    words = [word for text in choose.sample(real, 200) for p in text.passages for word in p.text.split()]
    back = 0
    while True:
        back += 1
        for text in real:
            yield _earlier(text, back, words, choose)


def _earlier(text: Text, rounds: int, words: Sequence[str], choose: random.Random) -> Text:
    resolution = unpack(text.record)
    changed = replace(
        resolution,
        paragraphs=tuple(_paragraph(paragraph, words, choose) for paragraph in resolution.paragraphs),
    )
    symbol = re.sub(
        r"(?<=RES/)\d+", lambda found: str(int(found[0]) - SESSIONS * rounds), text.symbol, count=1
    )
    symbol = symbol if symbol != text.symbol else f"{text.symbol}/{rounds}"
    return replace(
        text,
        key=key(symbol),
        symbol=symbol,
        session=str(int(text.session) - SESSIONS * rounds) if text.session.isdigit() else text.session,
        adopted=_back(text.adopted, rounds),
        published=_back(text.published, rounds),
        record=pack(changed),
        passages=passages(changed),
    )


def _paragraph(paragraph: Paragraph, words: Sequence[str], choose: random.Random) -> Paragraph:
    if choose.random() < STAYS:
        return paragraph
    return replace(
        paragraph, text=reworked(paragraph.text, words, choose), italics=(), notes=(), bold=(), links=()
    )


def _back(day: str | None, rounds: int) -> str | None:
    if day is None:
        return None
    return (dt.date.fromisoformat(day) - dt.timedelta(days=round(SESSIONS * rounds * 365.25))).isoformat()


def _write(connection: sqlite3.Connection, batch: Sequence[Text]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    changed = keeping.change(connection)
    for text in batch:
        keeping.keep(connection, text, changed)
    connection.execute("COMMIT")
