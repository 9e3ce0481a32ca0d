"""Made-up drafts, and random commands on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from assistant import editing
from assistant.draft import Change, Dismissal, Draft, Entry, Filling, Origin, draft_of
from assistant.editing.pieces import Piece
from assistant.errors import EditingError
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
    Span,
)
from tests.properties.test_draft_file import resolutions

WORDS = (
    "lanterns",
    "harbours",
    "tides",
    "orchards",
    "welcomes",
    "76/189",
    "“ferries”",
    "é",
    "on",
    "*",
    "2025,",
)
MARKS = (None, "A.", "A.", "B.", "I.", "II", "C")
"""Before headings."""
KINDS = (Kind.PREAMBULAR, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.OPERATIVE, Kind.OPERATIVE, Kind.HEADING)


def some_words(random: Random, most: int = 8) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, most)))


def some_paragraph(random: Random, markers: tuple[str, ...] = ()) -> Paragraph:
    text = some_words(random)
    kind = random.choice(KINDS)
    calls = (NoteCall(random.randint(0, len(text)), random.choice(markers)) for _ in range(2) if markers)
    opening = (Span(0, len(text.split()[0])),) if kind is not Kind.HEADING else ()
    piece = Piece(text, opening, tuple(call for call in calls if random.random() < 0.4)).settled()
    level = 0 if kind is Kind.HEADING else random.choice((0, 0, 0, 1, 1, 2))
    mark = random.choice(MARKS) if kind is Kind.HEADING else None
    return piece.onto(Paragraph(kind=kind, text=text, number=mark, level=level))


def some_draft(random: Random, size: int = 8) -> Draft:
    """An ordinary draft in good order."""
    markers = ("1", "2", "3", "*")
    found = draft_of(
        Resolution(
            masthead=Masthead(
                kind=DocumentKind.DRAFT,
                sponsor_line="Iraq:draft resolution",
                sponsor_notes=(NoteCall(5, "*"),),
            ),
            title="Lanterns of the harbour",
            enacting="The General Assembly,",
            paragraphs=tuple(some_paragraph(random, markers) for _ in range(size)),
            footnotes=tuple(Footnote(marker=m, text=some_words(random)) for m in markers),
        )
    )
    return editing.tidy(found)


drafts = st.builds(some_draft, st.randoms(use_true_random=False), st.integers(0, 8))

_short = st.text(max_size=6)
_origins = st.builds(Origin, _short, _short, _short)
_fillings = st.builds(
    Filling, _short, st.dictionaries(_short, _short, max_size=2).map(lambda d: tuple(d.items()))
)
_dismissals = st.lists(st.builds(Dismissal, _short, _short, _short, _short, _short, _short), max_size=2).map(
    tuple
)
_changes = st.lists(st.builds(Change, _short, _short, _short, _short, _short), max_size=2).map(tuple)


@st.composite
def rough_drafts(draw: st.DrawFn) -> Draft:
    """Any draft that can be held at all, in no particular order and with every trap in its words."""
    found = draft_of(draw(resolutions))
    ids = draw(
        st.lists(st.text(min_size=1, max_size=4), unique=True, min_size=len(found.entries), max_size=99)
    )
    entries = tuple(
        Entry(
            id=identity,
            content=entry.content,
            origin=draw(st.none() | _origins),
            filling=draw(st.none() | _fillings),
            dismissals=draw(_dismissals),
            changes=draw(_changes),
        )
        for identity, entry in zip(ids, found.entries, strict=False)
    )
    base = draw(st.sampled_from([None, "A/RES/80/9"]))
    day = draw(st.sampled_from([None, dt.date(2026, 12, 14)]))
    return replace(found, entries=entries, base=base, expected_adoption=day, dismissals=draw(_dismissals))


def edited(draft: Draft, random: Random) -> tuple[Draft, str]:
    """The draft after one random command and what it was; a command that is refused changes nothing."""
    name = random.choice(list(_COMMANDS))
    if not draft.entries and name != "set_title":
        name = "insert"
    try:
        return _COMMANDS[name](draft, random), name
    except EditingError:
        return draft, f"{name} (refused)"


def _any(draft: Draft, random: Random) -> Entry:
    return random.choice(draft.entries)


def _after(draft: Draft, random: Random) -> str | None:
    return random.choice([None, *(e.id for e in draft.entries)])


def _insert(draft: Draft, random: Random) -> Draft:
    notes = (Footnote(marker="1", text=some_words(random)), Footnote(marker="*", text="brought"))
    return editing.insert(
        draft, some_paragraph(random, ("1", "*")), after=_after(draft, random), footnotes=notes
    )[0]


def _rewrite(draft: Draft, random: Random) -> Draft:
    new = some_paragraph(random, tuple(n.marker for n in draft.footnotes))
    return editing.rewrite(draft, _any(draft, random).id, new.text, new.italics, new.notes)


def _replace_words(draft: Draft, random: Random) -> Draft:
    label, text = random.choice(list(draft.resolution.places()))
    start, end = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
    return editing.replace_words(draft, label, start, end, random.choice(("", some_words(random, 3))))


def _note(draft: Draft, random: Random) -> str:
    return random.choice([n.marker for n in draft.footnotes] or ["9"])


_COMMANDS: dict[str, Callable[[Draft, Random], Draft]] = {
    "insert": _insert,
    "rewrite": _rewrite,
    "replace_words": _replace_words,
    "delete": lambda d, r: editing.delete(d, {_any(d, r).id for _ in range(r.randint(1, 2))}),
    "move": lambda d, r: editing.move(d, {_any(d, r).id for _ in range(2)}, after=_after(d, r)),
    "split": lambda d, r: editing.split(d, (e := _any(d, r)).id, r.randint(0, len(e.content.text)))[0],
    "merge": lambda d, r: editing.merge(d, _any(d, r).id),
    "set_kind": lambda d, r: editing.set_kind(d, _any(d, r).id, r.choice(KINDS)),
    "set_level": lambda d, r: editing.set_level(d, _any(d, r).id, r.randint(0, 3)),
    "set_counted": lambda d, r: editing.set_counted(d, _any(d, r).id, counted=r.random() < 0.3),
    "set_mark": lambda d, r: editing.set_mark(d, _any(d, r).id, r.choice(MARKS)),
    "set_title": lambda d, r: editing.set_title(d, some_words(r)),
    "set_masthead": lambda d, r: editing.set_masthead(d, committee=some_words(r), sponsor_line=some_words(r)),
    "add_note": lambda d, r: editing.add_note(
        d, (e := _any(d, r)).id, r.randint(0, len(e.content.text)), some_words(r)
    ),
    "set_note": lambda d, r: editing.set_note(d, _note(d, r), some_words(r)),
    "remove_note": lambda d, r: editing.remove_note(d, _note(d, r)),
    "dismiss": lambda d, r: editing.dismiss(
        d,
        r.choice([None, _any(d, r).id]),
        Dismissal("stale-date", some_words(r), "meant so", on="2060-10-01"),
    ),
    "record": lambda d, r: editing.record(d, _any(d, r).id, Change("roll", "a", some_words(r), "because")),
}
