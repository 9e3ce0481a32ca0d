"""A history as a Word document, from which its PDF is printed: what was new underlined, what went struck out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.chronicle import (
    GONE,
    MARKS,
    Chart,
    Chronicle,
    Entry,
    Run,
    shortened,
    stage_words,
    tied_words,
)
from assistant.export.page import sentence
from assistant.export.word.tables import SMALL, WIDE, marked, paper, table
from assistant.export.word.text import paragraph, plain
from assistant.export.word.xml import element
from precedent.lineage import Event

_CONTEXT = 12
"""Words on either side of a change that are shown where many paragraphs are told."""
_NARROW = 900
"""Width of the column of one edition, in twentieths of a point."""


def paragraph_word(told: Chronicle) -> bytes:
    """The history of one paragraph."""
    last = told.standing[-1]
    name = f"History of {last.stage.symbol or 'Draft'} {last.label}"
    return paper(name, [*_head(name, told.title, told.summary), *_paragraph(told, short=False)])


def text_word(told: Chart, details: Sequence[Chronicle]) -> bytes:
    """The history of a whole text: the chart, then each paragraph that was not always the same."""
    name = f"History of {(told.stages[-1].symbol if told.stages else '') or 'Draft'}"
    blocks = [*_head(name, told.title, told.summary), *_chart(told)]
    for one in details:
        last = one.standing[-1]
        blocks.append(_heading(f"{last.label} in {last.stage.name}"))
        blocks.append(_spaced(plain(f"{sentence(one.summary)}.")))
        blocks += _paragraph(one, short=True)
    return paper(name, blocks)


def _head(name: str, title: str, summary: str) -> Iterator[BaseOxmlElement]:
    yield paragraph("H1", plain(name))
    yield paragraph("Normal", plain(title))
    yield _spaced(plain(f"{sentence(summary)}."))


def _paragraph(told: Chronicle, *, short: bool) -> Iterator[BaseOxmlElement]:
    for entry in told.entries:
        yield from _entry(entry, short=short)
    for tied in filter(None, (told.came, told.went)):
        yield _spaced(plain(f"{sentence(tied_words(tied))} ", element("w:i")), plain(tied.text))
    changed = [slot for slot in told.slots if slot.changed]
    if changed:
        widths = (2000, WIDE - 2000)
        rows = (
            [
                [plain(slot.kind, element("w:b"), SMALL)],
                [
                    plain(
                        " → ".join(
                            f"{words or 'nothing'} ({told.stages[place].name})" for place, words in slot.steps
                        ),
                        SMALL,
                    )
                ],
            ]
            for slot in changed
        )
        yield table(widths, ("Slot", "What stood there"), rows)
        yield paragraph("Normal")


def _entry(entry: Entry, *, short: bool) -> Iterator[BaseOxmlElement]:
    name, behind, rest = stage_words(entry.stage).partition(" · ")
    place = f"{name} {entry.label}".rstrip()
    told = f"{MARKS[entry.event]} {place}{behind}{rest} · {entry.event.value}"
    yield paragraph("Normal", plain(told, element("w:b")), properties=(element("w:keepNext"),))
    if not entry.runs or entry.event in (*GONE, Event.UNCHANGED):
        return
    runs: Sequence[Run] = shortened(entry.runs, _CONTEXT) if short else entry.runs
    yield _spaced(*marked(runs, small=False))


def _chart(told: Chart) -> Iterator[BaseOxmlElement]:
    """A paragraph a row, an edition a column; of many editions the last ones, as far as the page is wide."""
    shown = min(len(told.stages), (WIDE - 5000) // _NARROW)
    first = len(told.stages) - shown
    legend = " · ".join(f"{mark} {event.value}" for event, mark in MARKS.items())
    yield _spaced(
        plain(legend if not first else f"{legend} · the last {shown} of {len(told.stages)} editions")
    )
    widths = (1300, WIDE - 1300 - shown * _NARROW, *([_NARROW] * shown))
    rows = (
        [
            [plain(row.label, element("w:b"), SMALL)],
            [plain(" ".join(filter(None, (row.words, row.note and f"({row.note})"))), SMALL)],
            *([plain(MARKS[event] if event else "", SMALL)] for event in row.events[first:]),
        ]
        for row in told.rows
    )
    yield table(widths, ("Paragraph", "Words", *(stage.name for stage in told.stages[first:])), rows)
    yield paragraph("Normal")


def _heading(words: str) -> BaseOxmlElement:
    return paragraph(
        "H23", plain(words), properties=(element("w:spacing", {"w:before": 200, "w:after": 60}),)
    )


def _spaced(*runs: BaseOxmlElement) -> BaseOxmlElement:
    return paragraph("Normal", *runs, properties=(element("w:spacing", {"w:after": 120}),))
