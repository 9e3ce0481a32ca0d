"""A paragraph as it is edited by hand: its words in Markdown with its notes below, and back.

The form is that of the draft file: the opening in `*italics*`, calls of notes as `[^1]`, the notes themselves as
`[^1]: …` lines under the paragraph. An empty line ends a paragraph and begins another one; of a table each line is a
row, its cells apart by bars, or by tabs as they come from a spreadsheet. Nothing that was written is dropped: a note
that is called nowhere is called at the end, a call without a note gets an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.arranging import deleted
from assistant.draft import Draft, folded_words
from assistant.editing import insert, rewrite, set_mark
from precedent.headings import lead, led
from precedent.reading.markdown.inline import Inline, read_inline, read_marker, write_inline, write_marker
from precedent.resolution import Footnote, Kind, NoteCall, Paragraph
from precedent.rows import BAR, cells

_BELOW_HEAD = re.compile(r"\|?(?: *:?-{3,}:? *\|)* *:?-{3,}:? *\|?")
"""The line of dashes below the head of a table in the Markdown of web pages."""
_NOTE = re.compile(r"^\[\^((?:\\.|[^\]\\])+)\]:[ \t]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the words of one or more paragraphs, and the notes by their markers."""

    paragraphs: tuple[Inline, ...]
    marks: tuple[str | None, ...]
    """Letter or numeral before each, where they are headings."""
    notes: dict[str, Inline]


def written(draft: Draft, identity: str) -> str:
    """The words of a paragraph and of the notes that it calls, to be edited.

    Raises:
        KeyError: where the draft has no such paragraph.
    """
    content = draft.entry(identity).content
    notes = {n.marker: n for n in draft.footnotes}
    called = [notes[m] for m in dict.fromkeys(call.marker for call in content.notes) if m in notes]
    lines = [f"[^{write_marker(n.marker)}]: {write_inline(n.text, n.italics)}" for n in called]
    words = write_inline(content.text, content.italics, content.notes)
    if content.kind is Kind.HEADING:
        words = led(content.number, words) or words
    return "\n".join([words, *([""] if lines else []), *lines])


def read_written(source: str, kind: Kind | None = None) -> Written:
    """Take apart what was written, paragraphs of some kind; total on any text."""
    found = list(_NOTE.finditer(source))
    body = source[: found[0].start()] if found else source
    notes: dict[str, str] = {}
    for place, this in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(source)
        words, _, rest = source[this.end() : end].partition("\n\n")
        marker = read_marker(this[1])
        notes[marker] = f"{notes.get(marker, '')} {words}"
        body += f"\n\n{rest}"
    parts = _rows(body) if kind is Kind.TABLE else re.split(r"\n[ \t]*\n", body)
    blocks = [_one_line(block) for block in parts if block.strip()]
    leads = [lead(block) if kind is Kind.HEADING else (None, 0) for block in blocks]
    return Written(
        tuple(read_inline(block[start:]) for block, (_, start) in zip(blocks, leads, strict=True)),
        tuple(mark for mark, _ in leads),
        {marker: read_inline(_one_line(words)) for marker, words in notes.items()},
    )


def rewritten(draft: Draft, identity: str, source: str) -> Draft:
    """The draft with what was written in place of a paragraph; nothing written takes the paragraph out.

    Raises:
        EditingError: where there is no such paragraph.
    """
    entry = draft.entry(identity)
    if source.strip() == written(draft, identity).strip():
        return draft
    heading = entry.content.kind is Kind.HEADING
    text = read_written(source, entry.content.kind)
    if not text.paragraphs:
        return deleted(draft, [identity])
    draft = replace(draft, footnotes=tuple(_reworded(note, text) for note in draft.footnotes))
    known = draft.footnotes
    calls, new = _called(text, known, here={call.marker for call in entry.content.notes})
    first = text.paragraphs[0]
    draft = rewrite(draft, identity, first.text, first.italics, calls[0], footnotes=new)
    # A mark that cannot be typed as part of the line ("A Programme") was not shown, and stays.
    shown = heading and led(entry.content.number, entry.content.text) is not None
    if (shown or text.marks[0]) and text.marks[0] != entry.content.number:
        draft = set_mark(draft, identity, text.marks[0])
    after = identity
    for inline, mark, noted in zip(text.paragraphs[1:], text.marks[1:], calls[1:], strict=True):
        more = replace(entry.content, text=inline.text, italics=inline.italics, notes=noted, closing=False)
        more = replace(more, number=mark if heading else more.number)
        # Words that the paragraph had come from where it came from; what is new comes from nowhere.
        origin = entry.origin if folded_words(inline.text) in folded_words(entry.content.text) else None
        draft, after = insert(draft, more, after=after, footnotes=(*new, *known), origin=origin)
    return draft


def _rows(body: str) -> list[str]:
    """The rows of a table; one in the Markdown of web pages loses what it has for looks, and its head is slanted."""
    lines = [" ".join(line.replace("\t", BAR).split()) for line in body.splitlines() if line.strip()]
    below = next((place for place, line in enumerate(lines) if _BELOW_HEAD.fullmatch(line)), None)
    if below is None:
        return lines
    first, last = ("|" * (lines[below][end] == "|") for end in (0, -1))
    bare = [line.removeprefix(first).removesuffix(last).strip() for line in lines]
    heads = (BAR.join(_slanted(cell.of(line)) for cell in cells(line)) for line in bare[:below])
    return [*heads, *bare[below + 1 :]]


def _slanted(words: str) -> str:
    return words if "*" in words or not words.strip() else f"*{words}*"


def _reworded(note: Footnote, text: Written) -> Footnote:
    said = text.notes.get(note.marker)
    return replace(note, text=said.text, italics=said.italics) if said else note


def add_written(
    draft: Draft, source: str, *, kind: Kind, level: int = 0, after: str | None
) -> tuple[Draft, str | None]:
    """The draft with new paragraphs after another one, and the id of the first; None where nothing was written.

    Raises:
        EditingError: where `after` is not in the draft.
    """
    text = read_written(source, kind)
    known = draft.footnotes
    calls, new = _called(text, known, here=set())
    first = None
    for inline, mark, noted in zip(text.paragraphs, text.marks, calls, strict=True):
        paragraph = Paragraph(
            kind=kind, text=inline.text, number=mark, level=level, italics=inline.italics, notes=noted
        )
        draft, after = insert(draft, paragraph, after=after, footnotes=(*new, *known))
        first = first or after
    return draft, first


def _called(
    text: Written, known: Sequence[Footnote], here: set[str]
) -> tuple[list[tuple[NoteCall, ...]], list[Footnote]]:
    """The calls of each paragraph, and the notes that are new.

    `known` are the draft's notes, `here` the markers of those that the paragraph called before: where the drafter
    took such a call out, the note goes with it, as in every word processor.
    """
    own = {note.marker for note in known}
    there = {call.marker for inline in text.paragraphs for call in inline.notes}
    new = [
        Footnote(marker=m, text=text.notes[m].text, italics=text.notes[m].italics)
        for m in text.notes
        if m not in own
    ]
    new += [Footnote(marker=m, text="") for m in sorted(there) if m not in own and m not in text.notes]
    calls = [inline.notes for inline in text.paragraphs]
    lost = [m for m in text.notes if m not in there and m not in here]
    if lost and calls:
        end = len(text.paragraphs[-1].text)
        calls[-1] = (*calls[-1], *(NoteCall(end, m) for m in lost))
    return calls, new


def _one_line(block: str) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", " ", block).strip(" \t\n")
