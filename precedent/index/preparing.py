"""From a file's bytes to what the index keeps of it: all the work that needs no database. Pure but for reading.

One function that a process of its own can run: what comes in and goes out is plain data.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import PurePath

from precedent.errors import PrecedentError
from precedent.index.asking import sound
from precedent.index.metadata import Adoption, adoptions, is_metadata
from precedent.index.passages import Passage, passages
from precedent.index.protocol import Failure, Place
from precedent.index.sources import Found
from precedent.language import spoken
from precedent.record import as_record, from_record
from precedent.resolution import Ballot, Masthead, Resolution
from precedent.session import ordinal_words
from precedent.symbol import Symbol

_NAMED = re.compile(
    r"(?:A_HRC_RES_(?:S-)?\d+_\d+|[AE]_RES_(?:E?S-)?\d+_\d+(?:_[A-Z](?=[-_.]|$))?|S_RES_\d+_\(?\d{4}\)?)(?!\d)"
)


_COMMITTEE = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth|Credentials|General) Committee")
_DRAFT = re.compile(r"A/C\.([1-6])/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One document, ready to be kept."""

    name: str
    digest: bytes
    key: str
    language: str
    symbol: str
    organ: str | None
    committee: str | None
    session: str
    adopted: str | None
    published: str | None
    structured: bool
    """Whether it comes from the UN's XML, which tells what a print only shows."""
    title: str
    agenda_item: str | None
    vote: str | None
    draft_symbol: str | None
    meeting: str | None
    report: str | None
    sponsors: tuple[str, ...]
    in_favour: tuple[str, ...]
    against: tuple[str, ...]
    abstaining: tuple[str, ...]
    subjects: tuple[str, ...]
    record: bytes
    passages: tuple[Passage, ...]
    citations: tuple[Place, ...]
    """Key of the symbol cited, and where."""

    @property
    def day(self) -> int:
        """Ordinal of the day it was adopted, else issued, by which passages are ordered; 0 where nothing tells."""
        day = self.adopted or self.published
        return dt.date.fromisoformat(day).toordinal() if day else 0


@dataclass(frozen=True, slots=True)
class Records:
    """One metadata file."""

    name: str
    digest: bytes
    adoptions: tuple[Adoption, ...]
    failed: tuple[Failure, ...]


_WHOLE = re.compile(rb"</(?:[\w.-]+:)?akomaNtoso\s*>\s*\Z")
"""How XML ends that was not cut off."""


def digest(data: bytes) -> bytes:
    """By which the same bytes are known again."""
    return blake2b(data, digest_size=16).digest()


def key(symbol: str) -> str:
    """The form under which a symbol is kept: however it is spaced, a part in brackets or not, it is found."""
    with suppress(ValueError):
        symbol = Symbol.parse(symbol).text
    return re.sub(r"[\s\[\]]+", "", sound(symbol)).upper()


def prepare(found: Found) -> Text | Records | Failure:
    """Read one file, whatever it is; a file that cannot be taken in is a `Failure`, never an exception."""
    if is_metadata(found.data):
        entries, doubts = adoptions(found.data)
        failed = tuple(Failure(found.name, doubt) for doubt in doubts)
        return Records(found.name, digest(found.data), tuple(entries), failed)
    from precedent.reading import read_bytes
    from precedent.reading.akn.parsing import DAMAGED

    try:
        resolution = read_bytes(found.data, PurePath(found.name).name)
        harm = next((r.text for r in resolution.remarks if r.text.startswith(DAMAGED)), None)
        if harm and not _WHOLE.search(found.data[-200:]):
            # Half a text in the index would pass for the whole: its last paragraphs would count as dropped.
            return Failure(found.name, f"{harm.partition(';')[0]}. It was not added: fetch it again")
        return text(resolution, found)
    except PrecedentError as error:
        return Failure(found.name, str(error).removeprefix(f"{PurePath(found.name).name}: "))
    except MemoryError:
        return Failure(
            found.name, "needs more memory to be read than any text of the United Nations: given up"
        )
    except Exception as error:  # noqa: BLE001 - one file that a reader breaks on must not cost the other thousands
        return Failure(
            found.name, f"the reader broke on it ({type(error).__name__}: {error}); please report this"
        )


def text(resolution: Resolution, found: Found) -> Text | Failure:
    """What is kept of a resolution that was read from a file."""
    head = resolution.masthead
    symbol = head.symbol or _named(found.name)
    if symbol is None:
        return Failure(found.name, "no document symbol, neither in its masthead nor in its name")
    kept = passages(resolution)
    if not kept and not resolution.title:
        return Failure(found.name, f"no title and no paragraph found in {symbol}")
    if symbol != head.symbol:
        resolution = replace(resolution, masthead=replace(head, symbol=symbol))
    organ = symbol.organ or head.organ
    ballot = head.ballot or Ballot()
    return Text(
        name=found.name,
        digest=digest(found.data),
        key=key(symbol.text),
        language=spoken(resolution),
        symbol=symbol.text,
        organ=organ.value if organ else None,
        committee=committee(head),
        session=symbol.session,
        adopted=head.adopted.isoformat() if head.adopted else None,
        published=head.date.isoformat() if head.date else None,
        structured=b"<akomaNtoso" in found.data[:2000],
        title=resolution.title,
        agenda_item=head.agenda_item,
        vote=head.vote,
        draft_symbol=head.draft_symbol,
        meeting=head.meeting,
        report=head.report,
        sponsors=head.sponsors,
        in_favour=ballot.in_favour,
        against=ballot.against,
        abstaining=ballot.abstaining,
        subjects=head.subjects,
        record=pack(resolution),
        passages=kept,
        citations=tuple(dict.fromkeys(_citations(resolution))),
    )


def committee(head: Masthead) -> str | None:
    """The committee that recommended a text, by its ordinal where it has one ("Second Committee"); None without one."""
    if head.committee:
        return head.committee
    if found := _COMMITTEE.search(head.report or ""):
        return found[0]
    draft = _DRAFT.match(head.draft_symbol or "")
    return f"{ordinal_words(int(draft[1])).capitalize()} Committee" if draft else None


def pack(resolution: Resolution) -> bytes:
    """The whole text, small."""
    return zlib.compress(json.dumps(as_record(resolution), ensure_ascii=False).encode())


def unpack(packed: bytes) -> Resolution:
    """What `pack` made small."""
    return from_record(json.loads(zlib.decompress(packed)))


def _named(name: str) -> Symbol | None:
    """The symbol under which a file was asked for, or of which its name is made: A_RES_79_1-2416433E.xml."""
    if not PurePath(name).suffix[1:].isalpha():  # a folder may be named A or E, as languages are
        with suppress(ValueError):
            return Symbol.parse(name)
    found = _NAMED.match(PurePath(name).name)
    if not found:
        return None
    parts = found[0].replace("(", "").replace(")", "").split("_")
    try:
        if parts[0] == "S":
            return Symbol.parse(f"S/RES/{parts[2]} ({parts[3]})")
        numbered = "/".join(parts[:-1]) + f" {parts[-1]}" if parts[-1].isalpha() else "/".join(parts)
        return Symbol.parse(numbered)
    except ValueError:
        return None


def _citations(resolution: Resolution) -> Iterator[Place]:
    from precedent.references import DecisionCitation, DocumentReference, ResolutionCitation
    from precedent.references.citations import find_citations, find_documents
    from precedent.references.patterns import evened

    own = resolution.masthead.symbol
    for label, words in resolution.places():
        if not re.search(r"\d[/ (]", words):
            continue
        even = evened(words)
        for reference in (*find_documents(even), *find_citations(even, resolution.masthead.organ)):
            if (
                isinstance(reference, ResolutionCitation | DecisionCitation | DocumentReference)
                and reference.symbol != own
            ):
                yield Place(key(reference.symbol.text), label)
