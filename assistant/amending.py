"""Amendments: what a delegation asks to be changed in a draft that was circulated, as formal instructions.

The grammar is that of published amendment documents (A/80/L.29, A/80/L.30 and others of the eightieth session):
preambular paragraphs by spelled ordinal, operative ones by number, words in quotation marks, one numbered instruction
each and none numbered where there is one only. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.comparing import MANY, Line, compared
from assistant.errors import AssistantError
from assistant.sponsors import with_submitters
from precedent.resolution import DocumentKind, Footnote, Kind, Masthead, NoteCall, Paragraph, Resolution, Span
from precedent.session import ordinal_words
from precedent.wording import differences, likeness, units

MOST_CHANGES = 3
"""Changes of words in one paragraph; one that changes more is replaced as a whole."""
REWORKED = 0.6
"""Likeness below which a paragraph is replaced as a whole."""
_NEAR = 2
"""Units that may stand between two changes for them to be told as one."""


class NoAmendmentError(AssistantError):
    """There is nothing to be amended, or it is no draft any more."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction, and the paragraphs whose words it brings."""

    words: str
    brought: tuple[Paragraph, ...] = ()
    deletes: str = ""
    """The place that it deletes as a whole, to be told together with the next ones."""


def amendment(base: Resolution, new: Resolution) -> Resolution:
    """The document that asks for the changes which turn a circulated draft into another text.

    Args:
        base: the draft as it was circulated.
        new: the text that is wanted; its sponsors are those of the amendment.

    Raises:
        NoAmendmentError: the base was adopted already, or nothing differs.
    """
    if base.masthead.adopted is not None or base.masthead.kind is DocumentKind.RESOLUTION:
        raise NoAmendmentError(f"{base.masthead.symbol} was adopted: what is amended is a draft (A/80/L.18)")
    new = with_submitters(new)
    found = _together(list(_instructions(base, new)))
    if not found:
        raise NoAmendmentError("the two texts are the same, so there is nothing to amend")
    notes: list[Footnote] = []
    paragraphs: list[Paragraph] = []
    for count, instruction in enumerate(found, 1):
        number = f"{count}." if len(found) > 1 else None
        paragraphs.append(Paragraph(kind=Kind.AMENDMENT, text=instruction.words, number=number))
        paragraphs += (_noted(paragraph, new, notes) for paragraph in instruction.brought)
    return Resolution(
        masthead=_masthead(base, new),
        title=base.title,
        paragraphs=tuple(paragraphs),
        footnotes=(*(n for n in new.footnotes if n.marker.startswith("*")), *notes),
    )


def _masthead(base: Resolution, new: Resolution) -> Masthead:
    head, own = base.masthead, new.masthead
    names = (own.sponsor_line or "").split(":")[0].strip()
    revised = "revised " if head.symbol and "/Rev." in str(head.symbol) else ""
    line = f"{names}:" if names else ""
    calls = tuple(c for c in own.sponsor_notes if c.offset <= len(line))
    wanted = f"{line} amendment to {revised}draft resolution {head.symbol or ''}".strip()
    return replace(
        head,
        kind=DocumentKind.AMENDMENT,
        symbol=None,
        date=None,
        sponsors=own.sponsors,
        sponsor_line=wanted,
        sponsor_notes=calls,
    )


def _noted(paragraph: Paragraph, new: Resolution, notes: list[Footnote]) -> Paragraph:
    """A paragraph that is brought, its notes counted in the order of the amendment."""
    calls = []
    for call in paragraph.notes:
        source = next((n for n in new.footnotes if n.marker == call.marker), None)
        if source is not None and not call.marker.startswith("*"):
            notes.append(replace(source, marker=str(len(notes) + 1), section=""))
            calls.append(NoteCall(call.offset, notes[-1].marker))
    return Paragraph(kind=Kind.AMENDMENT, text=paragraph.text, italics=paragraph.italics, notes=tuple(calls))


def _instructions(base: Resolution, new: Resolution) -> Iterator[Instruction]:
    if base.title != new.title:
        yield from _reworded("the title", base.title, new.title, ())
    names = _names(base)
    anchor: int | None = None
    for row in compared(_lines(base), _lines(new)):
        if row.after is None and row.before is not None:
            yield Instruction(f"Delete {names[row.before]}.", deletes=names[row.before])
        elif row.before is None and row.after is not None:
            yield _inserted(new.paragraphs[row.after], None if anchor is None else names[anchor], names)
        elif row.before is not None and row.after is not None:
            anchor = row.before
            old, wanted = base.paragraphs[row.before], new.paragraphs[row.after]
            yield from _reworded(names[row.before], old.text, wanted.text, (wanted,))
    yield from _of_notes(base, new)


def _lines(text: Resolution) -> list[Line]:
    """One that becomes a sub-paragraph, or is none any more, goes and comes: no formula tells of it otherwise."""
    return [Line(f"{MANY}{p.kind}{p.level}{p.section}", p.text) for p in text.paragraphs]


def _names(base: Resolution) -> list[str]:
    """How an instruction names each paragraph of the base."""
    found: list[str] = []
    preambular = 0
    for paragraph in base.paragraphs:
        preambular += paragraph.kind is Kind.PREAMBULAR and not paragraph.level
        place = f" of {paragraph.section.lower()}" if paragraph.section.startswith("Annex") else ""
        place = place.replace(" of annex", " of the annex") if place == " of annex" else place
        own = re.sub(r"^(?:.*? )?(?:OP|PP)", "", paragraph.label)
        if paragraph.kind is Kind.HEADING:
            found.append(f"the heading “{paragraph.headline}”")
        elif paragraph.kind is Kind.PREAMBULAR:
            inner = "".join(re.findall(r" \(\w+\)", paragraph.label))
            found.append(f"the {ordinal_words(preambular)} preambular paragraph{inner}{place}")
        elif paragraph.kind is Kind.OPERATIVE:
            found.append(
                f"operative paragraph {own.strip()}{place}".replace(" closing", ", the closing text")
            )
        else:
            number = (paragraph.number or "").rstrip(".")
            found.append(
                f"paragraph {number}{place}" if number else f"the paragraph “{paragraph.text[:40]} …”{place}"
            )
    return found


_WHAT = {
    Kind.PREAMBULAR: "preambular paragraph",
    Kind.OPERATIVE: "operative paragraph",
    Kind.HEADING: "heading",
}


def _inserted(paragraph: Paragraph, after: str | None, names: Sequence[str]) -> Instruction:
    what = (
        "subparagraph"
        if paragraph.level and paragraph.kind is not Kind.HEADING
        else _WHAT.get(paragraph.kind, "paragraph")
    )
    where = f"After {after}" if after else f"Before {names[0]}" if names else "In the text"
    article = "the following" if paragraph.kind is not Kind.PREAMBULAR else "a new"
    ending = ":" if article == "the following" else " reading:"
    return Instruction(f"{where}, insert {article} {what}{ending}", (paragraph,))


def _reworded(name: str, old: str, wanted: str, whole: tuple[Paragraph, ...]) -> Iterator[Instruction]:
    """The changes of words in one place; it is replaced as a whole where they are many."""
    if old == wanted:
        return
    changes = list(_changes(old, wanted))
    if whole and (len(changes) > MOST_CHANGES or likeness(old, wanted) < REWORKED):
        yield Instruction(f"Replace {name} with the following text:", whole)
        return
    places = [_told(old, *change) for change in changes]
    if whole and any(one.end > other.start for (one, _), (other, _) in pairwise(places)):
        yield Instruction(f"Replace {name} with the following text:", whole)
        return
    told = [words for _, words in places]
    joined = " and ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else ""
    yield Instruction(f"In {name}, {joined}.")


def _changes(old: str, wanted: str) -> Iterator[tuple[int, int, str]]:
    """[start, end) of the old text and what stands there instead; changes near each other are one."""
    found: list[tuple[int, int, int, int]] = []
    for change in differences(old, wanted):
        if change.kind == "equal":
            continue
        start, end, new_start, new_end = (
            change.before.start,
            change.before.end,
            change.after.start,
            change.after.end,
        )
        if found and len(units(old[found[-1][1] : start])) <= _NEAR:
            first = found.pop()
            start, new_start = first[0], first[2]
        found.append((start, end, new_start, new_end))
    for start, end, new_start, new_end in found:
        yield start, end, wanted[new_start:new_end]


def _told(old: str, start: int, end: int, instead: str) -> tuple[Span, str]:
    """One change with its words quoted, as many of them as make the place plain, and where the quoted words stand."""
    edges = [u.span for u in units(old)]
    before, following = [s for s in edges if s.end <= start], [s for s in edges if s.start >= end]
    if old[start:end].strip():
        return _replaced(old, Span(start, end), instead, before, following)
    for span in reversed(before):
        context = old[span.start : start].rstrip()
        if _once(old, context):
            return Span(span.start, start), f"after “{context}”, insert “{instead.strip()}”"
    right = next((s.end for s in following if _once(old, old[following[0].start : s.end])), len(old.rstrip()))
    left = following[0].start if following else 0
    return Span(left, right), f"before “{old[left:right]}”, insert “{instead.strip()}”"


def _replaced(
    old: str, gone: Span, instead: str, before: list[Span], following: Sequence[Span]
) -> tuple[Span, str]:
    left, right = gone.start, gone.end
    if before and not gone.of(old).strip()[0].isalnum():  # a mark is told with the word that it follows
        left = before.pop().start
    for span in reversed(before):
        if _once(old, old[left:right].strip()):
            break
        left = span.start
    for span in following:
        if _once(old, old[left:right].strip()):
            break
        right = span.end
    words = old[left:right].strip()
    if not instead.strip() and (left, right) == (gone.start, gone.end):
        return gone, f"delete “{words}”"
    wanted = f"{old[left : gone.start]}{instead}{old[gone.end : right]}".strip()
    return Span(left, right), f"replace “{words}” with “{wanted}”"


def _once(text: str, words: str) -> bool:
    """Whether words stand in a text in one place only; places may overlap."""
    first = text.find(words)
    return first >= 0 and text.find(words, first + 1) < 0


def _of_notes(base: Resolution, new: Resolution) -> Iterator[Instruction]:
    """Changes within notes that both texts have."""
    lines = [
        [Line(f"{MANY}note", n.text) for n in text.footnotes if not n.marker.startswith("*")]
        for text in (base, new)
    ]
    olds = [n for n in base.footnotes if not n.marker.startswith("*")]
    news = [n for n in new.footnotes if not n.marker.startswith("*")]
    for row in compared(*lines):
        if row.before is not None and row.after is not None:
            yield from _reworded(
                f"footnote {olds[row.before].marker}", olds[row.before].text, news[row.after].text, ()
            )


def _together(found: Sequence[Instruction]) -> list[Instruction]:
    """Paragraphs that are deleted one after the other are named in one instruction."""
    told: list[Instruction] = []
    group: list[str] = []
    for instruction in (*found, Instruction("")):
        if instruction.deletes:
            group.append(instruction.deletes)
            continue
        if group:
            told.append(Instruction(f"Delete {_listed(group)}."))
            group = []
        told.append(instruction)
    return told[:-1]


_KINDS = (
    (re.compile(r"the (\S+) preambular paragraph"), "the {} preambular paragraph{}"),
    (re.compile(r"operative paragraph (\d+)"), "operative paragraph{1} {0}"),
)


def _listed(names: Sequence[str]) -> str:
    """“operative paragraph 4”, “operative paragraph 6” → operative paragraphs 4 and 6."""
    listed: list[str] = []
    left = list(names)
    for form, told in _KINDS:
        ones = [found[1] for name in left if (found := form.fullmatch(name))]
        left = [name for name in left if not form.fullmatch(name)]
        if ones:
            listed.append(told.format(_series(ones), "s" if len(ones) > 1 else ""))
    return _series([*left, *listed])


def _series(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
