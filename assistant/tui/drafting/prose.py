"""Paragraphs, passages and findings as styled text: where colour and italics are given to words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from assistant.departing import Degree
from assistant.tui.drafting.sitting import Marked
from precedent.resolution import Footnote, Kind, NoteCall, Paragraph, Span
from precedent.wording import differences

if TYPE_CHECKING:
    from assistant.chronicle import Run
    from precedent.index import Match

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
DEGREES = {
    Degree.IDENTICAL: "$quiet",
    Degree.LIGHTLY: "$text-accent",
    Degree.REWRITTEN: "bold $text-warning",
    Degree.NEW: "bold $text-success",
}
"""Style of the mark that says how far a paragraph departs from agreed wording."""

IN_HAND = "reverse"
"""Style of the words of the finding in hand."""
ALIKE = 0.9
"""Likeness from which a passage is as good as the same."""
CUT = 260
"""Characters that are shown of a passage that the highlight is not on."""

Piece = tuple[str, str]
"""Words and their style."""


def raised(marker: str) -> str:
    """A note's marker as it stands above the line."""
    return marker.translate(_RAISED)


def styled_words(
    text: str,
    italics: Iterable[Span] = (),
    calls: Iterable[NoteCall] = (),
    marks: Sequence[tuple[Span, str]] = (),
) -> list[Piece]:
    """Words with their italics, calls of notes raised, and marks (span, style) over them."""
    runs = tuple(italics)
    noted = sorted(calls)
    edges = {0, len(text), *(c.offset for c in noted)}
    for span in (*runs, *(span for span, _ in marks)):
        edges |= {span.start, span.end}
    ordered = sorted(edge for edge in edges if 0 <= edge <= len(text))
    pieces: list[Piece] = []
    for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        raised_here = " ".join(raised(c.marker) for c in noted if c.offset == start)
        if raised_here:
            pieces.append((raised_here, "bold $text-accent"))
        if start == end:
            continue
        styles = [style for span, style in marks if span.start <= start and end <= span.end]
        if any(run.start <= start and end <= run.end for run in runs):
            styles.insert(0, "italic")
        pieces.append((text[start:end], " ".join(dict.fromkeys(" ".join(styles).split()))))
    return pieces


def number_of(paragraph: Paragraph) -> str:
    """What is printed before a paragraph, with its indent."""
    return f"{'    ' * paragraph.level}{paragraph.number} " if paragraph.number else "    " * paragraph.level


def finding_marks(
    label: str, text: str, findings: Iterable[Marked], in_hand: Marked | None
) -> list[tuple[Span, str]]:
    """Underlines for findings whose words still stand where they were found."""
    marks = []
    for marked in findings:
        finding = marked.finding
        if finding.label.startswith("FN") != label.startswith("FN"):
            continue
        if label.startswith("FN") and finding.label != label:
            continue
        if text[finding.start : finding.end] != finding.found:
            continue
        colour = "$text-error" if marked.certain else "$text-warning"
        style = f"underline {colour}"
        marks.append((Span(finding.start, finding.end), f"{style} {IN_HAND}" if marked is in_hand else style))
    return marks


def paragraph_words(
    paragraph: Paragraph, findings: Iterable[Marked] = (), in_hand: Marked | None = None
) -> list[Piece]:
    """A paragraph as it will print, the words of findings underlined."""
    marks = finding_marks(paragraph.label, paragraph.text, findings, in_hand)
    if paragraph.kind is Kind.HEADING:
        return [(paragraph.headline or "(no words yet)", "bold")]
    return [
        (number_of(paragraph), ""),
        *styled_words(paragraph.text, paragraph.italics, paragraph.notes, marks),
    ]


def note_words(note: Footnote, findings: Iterable[Marked] = (), in_hand: Marked | None = None) -> list[Piece]:
    """A note as it stands at the foot of the page."""
    marks = finding_marks(note.label, note.text, findings, in_hand)
    return [
        (f"{raised(note.marker)} ", "bold $text-accent"),
        *styled_words(note.text or "(no words yet)", note.italics, (), marks),
    ]


def passage_words(
    match: Match, own: str, typed: str, *, full: bool, positions: Sequence[str] = ()
) -> Content:
    """A passage found, with when and how it was adopted, and where those stood whose positions are told.

    Where words were typed they are set off in it, else how its words differ from one's own. Not in full it is cut.
    """
    facts = (
        [f"{match.adopted.day} {match.adopted:%b %Y}"] if match.adopted else [match.day] if match.day else []
    )
    facts += [match.vote] if match.vote else []
    facts += positions
    if match.also:
        more = f" and {len(match.also) - 1} more" if len(match.also) > 1 else ""
        facts.append(f"also {match.also[0].symbol}{more}")
    head = Content.assemble(
        (f"{match.score:.2f} ", "bold $text-success" if match.score >= ALIKE else "bold"),
        (f"{match.symbol} {match.label}", "bold $primary"),
        "\n",
        (" · ".join(facts), "$quiet"),
        "\n",
    )
    pieces = sought(typed, match.text) if typed else compared(own, match.text)
    words = Content.assemble(*pieces)
    if not full and len(words) > CUT:
        # Where words were typed, the cut shows the first of them.
        first = next((place for place, style in _starts(pieces) if style), 0) if typed else 0
        start = 0 if first < CUT // 2 else words.plain.rfind(" ", 0, first - CUT // 4) + 1
        before, after = ("… " if start else "", "…" if start + CUT < len(words) else "")
        words = Content.assemble((before, "$quiet"), words[start : start + CUT].rstrip(), (after, "$quiet"))
    return Content.assemble(head, words, "\n")


def _starts(pieces: Iterable[Piece]) -> Iterator[tuple[int, str]]:
    place = 0
    for text, style in pieces:
        yield place, style
        place += len(text)


def sought(typed: str, text: str) -> list[Piece]:
    """A passage with the words that were typed set off."""
    wanted = {word for word in re.findall(r"\w+", typed.lower()) if len(word) > 2}
    marks = [
        (Span(*found.span()), "bold $text-accent")
        for found in re.finditer(r"\w+", text)
        if found[0].lower() in wanted
    ]
    return styled_words(text, marks=marks)


def compared(own: str, other: str) -> list[Piece]:
    """Another wording beside one's own: what it has more is set off, what it lacks is struck out."""
    if not own.strip() or not _near(own, other):
        return [(other, "")]
    pieces: list[Piece] = []
    for difference in differences(own, other):
        gone, there = difference.before.of(own), difference.after.of(other)
        if difference.kind == "equal":
            pieces.append((there, ""))
            continue
        if gone.strip():
            pieces.append((gone.strip(), "strike $quiet"))
            pieces.append((" " if there.strip() or gone[-1:].isspace() else "", ""))
        if there:
            pieces.append((there, "bold $text-accent"))
    return pieces


def run_words(runs: Iterable[Run]) -> list[Piece]:
    """Changes of a wording: what went struck out, what came set off."""
    from assistant.chronicle import spaced

    styles = {"equal": "", "delete": "strike $quiet", "insert": "bold $text-accent"}
    return [(run.text, styles[run.kind]) for run in spaced(runs)]


def _near(one: str, other: str) -> bool:
    """Whether a word-by-word comparison of two wordings can be read."""
    common = set(one.lower().split()) & set(other.lower().split())
    return len(common) * 2 >= min(len(set(one.split())), len(set(other.split())))


def finding_words(marked: Marked, label: str, *, full: bool) -> Content:
    """A finding as the panel lists it: where and what, why, and in full what it rests on."""
    finding = marked.finding
    colour = "$text-error" if marked.certain else "$text-warning"
    note = finding.label.startswith("FN")
    where = f"{label} {finding.label}" if note and label else label or finding.label
    pieces: list[Piece] = [("● ", colour), (f"{where}  ", "bold")]
    if finding.suggestion is None:
        pieces.append((finding.found, f"underline {colour}"))
    else:
        pieces += [(finding.found, "strike $quiet"), (" → ", ""), (finding.suggestion, "bold $text-success")]
    pieces += [(f"\n{finding.message}", ""), (f" · {finding.rule}", "$quiet")]
    if full:
        pieces += [(f"\n{finding.reason}", "$quiet")] if finding.reason else []
        pieces += [(f"\nsee {', '.join(finding.evidence)}", "$quiet")] if finding.evidence else []
        pieces += [(f"\n{finding.authority}", "italic $quiet")] if finding.authority else []
    return Content.assemble(*pieces)
