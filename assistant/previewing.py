"""What was understood of a text, to be looked at before anything is done with it: masthead, counts, doubts. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from precedent.resolution import Kind, Paragraph, Resolution
from precedent.wording import day_words

_SHOWN = 100
"""Characters of a paragraph that are shown."""
_COUNTED = (
    (Kind.PREAMBULAR, "preambular", "preambular"),
    (Kind.OPERATIVE, "operative", "operative"),
    (Kind.HEADING, "heading", "headings"),
    (Kind.ANNEX, "in annexes", "in annexes"),
    (Kind.REPORT, "of a report", "of a report"),
    (Kind.AMENDMENT, "amendment", "amendments"),
    (Kind.TABLE, "row of tables", "rows of tables"),
    (Kind.OTHER, "other", "others"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or footnote."""

    label: str
    opening: str
    words: str
    """The beginning of what follows the opening."""
    level: int
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A text as it was understood."""

    head: tuple[tuple[str, str], ...]
    """What of the masthead was found: its name and its words."""
    counts: str
    doubts: tuple[str, ...]
    """On the text as a whole."""
    lines: tuple[Line, ...]

    @property
    def doubtful(self) -> int:
        """How many things are doubtful."""
        return len(self.doubts) + sum(len(line.doubts) for line in self.lines)


def preview(text: Resolution) -> Preview:
    """What was understood of a text, and what was doubtful beside the paragraph that it is about."""
    doubts: dict[str, list[str]] = {}
    for remark in text.remarks:
        doubts.setdefault(remark.label, []).append(remark.text)
    lines = [_line(p, tuple(doubts.pop(p.label, ()))) for p in text.paragraphs]
    lines += [
        Line(note.label, "", _start(note.text), 0, tuple(doubts.pop(note.label, ())))
        for note in text.footnotes
    ]
    whole = doubts.pop("", [])
    whole += [f"{label}: {words}" for label, said in doubts.items() for words in said]
    return Preview(_head(text), _counts(text), tuple(whole), tuple(lines))


def _line(paragraph: Paragraph, doubts: tuple[str, ...]) -> Line:
    whole = paragraph.headline
    rest = whole.removeprefix(paragraph.opening)
    opening = paragraph.opening if rest is not whole else ""
    return Line(paragraph.label, opening, _start(rest), paragraph.level, doubts)


def _start(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


def _head(text: Resolution) -> tuple[tuple[str, str], ...]:
    head = text.masthead
    adopted = day_words(head.adopted) if head.adopted else ""
    found = (
        ("Kind", str(head.kind)),
        ("Symbol", str(head.symbol or "")),
        ("Organ", head.organ.value if head.organ else ""),
        ("Committee", head.committee or ""),
        ("Session", head.session or ""),
        ("Agenda item", " ".join(filter(None, (head.agenda_item, head.agenda_title)))),
        ("Issued", day_words(head.date) if head.date else ""),
        ("Sponsors", head.sponsor_line or ""),
        ("Title", text.title),
        ("Adopted", ", ".join(filter(None, (adopted, head.meeting, head.vote)))),
        ("Enacting words", text.enacting),
    )
    return tuple((name, words) for name, words in found if words)


def _counts(text: Resolution) -> str:
    counts = Counter(p.kind for p in text.paragraphs if not p.level or p.kind is Kind.HEADING)
    parts = [
        f"{counts[kind]} {one if counts[kind] == 1 else many}" for kind, one, many in _COUNTED if counts[kind]
    ]
    below = sum(p.level > 0 and p.kind is not Kind.HEADING for p in text.paragraphs)
    for number, name in ((below, "sub-paragraph"), (len(text.footnotes), "note")):
        parts += [f"{number} {name}{'' if number == 1 else 's'}"] if number else []
    return ", ".join(parts) or "no paragraph"
