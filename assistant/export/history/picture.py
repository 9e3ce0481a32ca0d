"""A history as one SVG picture: nothing from elsewhere, its words as words, described for those who cannot see it.

A picture does not wrap lines, so they are broken here by the measured widths of letters; the widths are those of a
common sans-serif face, and lines are set a little short so that another face does not run over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from assistant.chronicle import GONE, MARKS, Chart, Chronicle, Entry, Run, tied_words
from precedent.lineage import Event, Stage
from precedent.wording import day_words

WIDTH = 900
_LEFT = 150
_LINE = 19
_SIZE = 14
_ROW = 18
_COLUMN = 92
_NARROW = "iljtfrI.,;:'’ -–()[]/|!"
_WIDE = "mwMW%@—"

_STYLE = """
text { font: 14px Helvetica, Arial, "Liberation Sans", sans-serif; fill: #1d2126; white-space: pre; }
.h { font-size: 19px; font-weight: bold; } .b { font-weight: bold; } .q { fill: #55595e; } .s { font-size: 12px; }
.ins { fill: #1b5e20; text-decoration: underline; } .del { fill: #8e1b16; text-decoration: line-through; }
.line { stroke: #9fb0c2; stroke-width: 3; } .gap { stroke: #9fb0c2; stroke-width: 2; stroke-dasharray: 3 4; }
.dot { fill: #fff; stroke: #1f5a96; stroke-width: 2.5; } .same { fill: #1f5a96; stroke: #1f5a96; stroke-width: 2.5; }
.gone { fill: #fff; stroke: #8e1b16; stroke-width: 2.5; }
.mark { font-weight: bold; font-size: 12px; text-anchor: middle; fill: #1f5a96; } .out { fill: #8e1b16; }
"""


def paragraph_picture(told: Chronicle) -> str:
    """The history of one paragraph: editions down the left, its words and their changes beside them."""
    last = told.standing[-1]
    name = f"{last.stage.symbol or 'Draft'} {last.label}"
    parts = [f'<text class="h" x="20" y="34">{_text(f"History of {name}")}</text>']
    y = 56
    for words in (told.title, _sentence(told.summary)):
        for line in _broken([Run("equal", words)], WIDTH - 40):
            parts.append(_line(line, 20, y, quiet=True))
            y += _LINE
    y += 14
    dots: list[tuple[int, Event]] = []
    for entry in told.entries:
        dots.append((y, entry.event))
        shown, y = _beside(entry, y)
        parts += shown
    for tied in filter(None, (told.came, told.went)):
        for line in _broken([Run("equal", _sentence(tied_words(tied)))], WIDTH - _LEFT - 20):
            parts.append(_line(line, _LEFT, y))
            y += _LINE
    rail = list(_rail(dots))
    return _picture(f"History of {name}", told.summary, WIDTH, y + 10, [*rail, *parts])


def _beside(entry: Entry, y: int) -> tuple[list[str], int]:
    """The words beside the mark of one edition, and where the next begins."""
    stage = entry.stage
    parts = [
        f'<text class="b" x="20" y="{y}">{_text(stage.name)}</text>',
        (
            f'<text x="{_LEFT}" y="{y}"><tspan class="b">{_text(entry.label)}</tspan>'
            f"<tspan>{_text(' · ' if entry.label else '')}{_text(entry.event.value)}</tspan>"
            f'<tspan class="q">{_text(" · " + _behind(stage))}</tspan></text>'
        ),
    ]
    y += _LINE
    if entry.runs and entry.event is not Event.UNCHANGED:
        for line in _broken(entry.runs, WIDTH - _LEFT - 20):
            parts.append(_line(line, _LEFT, y))
            y += _LINE
    return parts, y + 12


def _rail(dots: list[tuple[int, Event]]) -> Iterator[str]:
    x = _LEFT - 26
    for (y, _), (below, event) in pairwise(dots):
        kind = "gap" if event in GONE or event is Event.RESTORED else "line"
        yield f'<line class="{kind}" x1="{x}" y1="{y - 5}" x2="{x}" y2="{below - 5}"/>'
    for y, event in dots:
        yield from _dot(x, y - 5, event, 9)


def text_picture(told: Chart) -> str:
    """The history of a whole text: an edition a column, a paragraph a row."""
    count, left = len(told.stages), 470
    width = max(WIDTH, left + count * _COLUMN + 20)
    name = (told.stages[-1].symbol or "Draft") if told.stages else "Draft"
    parts = [
        f'<text class="h" x="20" y="34">{_text(f"History of {name}")}</text>',
        f'<text class="q" x="20" y="56">{_text(_cut(told.title, width - 40))}</text>',
    ]
    parts += _legend(82)
    top = 126
    for place, stage in enumerate(told.stages):
        x = left + place * _COLUMN + _COLUMN // 2
        parts.append(
            f'<text class="b" text-anchor="middle" x="{x}" y="{top - 18}">{_text(stage.name)}</text>'
        )
        year = str(stage.adopted.year) if stage.adopted else ""
        parts.append(f'<text class="q s" text-anchor="middle" x="{x}" y="{top - 3}">{year}</text>')
    y = top + 20
    for row in told.rows:
        parts.append(f'<text class="b s" x="20" y="{y}">{_text(row.label)}</text>')
        words = f"{row.words} ({row.note})" if row.note else row.words
        parts.append(f'<text class="s" x="120" y="{y}">{_text(_cut(words, left - 130, 12))}</text>')
        parts += _track(row.events, row.label, told.stages, left, y - 4)
        y += _ROW
    return _picture(f"History of {name}", told.summary, width, y + 10, parts)


def _track(
    events: tuple[Event | None, ...], label: str, stages: tuple[Stage, ...], left: int, y: int
) -> Iterator[str]:
    def x(place: int) -> int:
        return left + place * _COLUMN + _COLUMN // 2

    for place in range(1, len(events)):
        before, here = events[place - 1], events[place]
        if before is None or here is None or Event.ABSENT in (before, here):
            continue
        kind = "gap" if before in GONE or here in GONE else "line"
        yield f'<line class="{kind}" x1="{x(place - 1)}" y1="{y}" x2="{x(place)}" y2="{y}"/>'
    for place, event in enumerate(events):
        if event is not None and event is not Event.ABSENT:
            said = f"{label} in {stages[place].name}: {event.value}"
            yield f"<g><title>{_text(said)}</title>{''.join(_dot(x(place), y, event, 7))}</g>"


def _dot(x: int, y: int, event: Event, radius: int) -> Iterator[str]:
    kind = "same" if event is Event.UNCHANGED else "gone" if event in GONE else "dot"
    small = radius - 3 if event is Event.UNCHANGED else radius
    yield f'<circle class="{kind}" cx="{x}" cy="{y}" r="{small}"/>'
    if event not in (Event.UNCHANGED, Event.FIRST):
        yield f'<text class="mark{" out" if event in GONE else ""}" x="{x}" y="{y + 4}">{_text(MARKS[event])}</text>'


def _legend(y: int) -> Iterator[str]:
    x = 30
    for event in (Event.FIRST, Event.NEW, Event.UNCHANGED, Event.EDITED, Event.RESTORED, Event.DROPPED):
        yield from _dot(x, y - 4, event, 7)
        yield f'<text class="s" x="{x + 14}" y="{y}">{_text(event.value)}</text>'
        x += 34 + round(_width(event.value, 12))


def _behind(stage: Stage) -> str:
    day = day_words(stage.adopted) if stage.adopted else "not adopted yet"
    return " · ".join(filter(None, (day, stage.vote)))


# Lines


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    text: str


def _broken(runs: Iterable[Run], width: float) -> Iterator[list[_Word]]:
    """Words in lines that fit, each still of its kind."""
    line: list[_Word] = []
    used = 0.0
    last = ""
    for run in runs:
        if last == "delete" and run.kind == "insert" and line:
            line.append(_Word("equal", " "))
            used += _width(" ")
        last = run.kind
        for piece in run.text.replace(" ", " \n").split("\n"):
            if line and used + _width(piece.rstrip()) > width:
                yield line
                line, used = [], 0.0
            if piece:
                line.append(_Word(run.kind, piece))
                used += _width(piece)
    if line:
        yield line


def _line(words: Iterable[_Word], x: int, y: int, *, quiet: bool = False) -> str:
    pieces: list[tuple[str, str]] = []
    for word in words:
        if pieces and pieces[-1][0] == word.kind:
            pieces[-1] = (word.kind, pieces[-1][1] + word.text)
        else:
            pieces.append((word.kind, word.text))
    names = {"insert": "ins", "delete": "del", "equal": "q" if quiet else ""}
    spans = "".join(
        f'<tspan class="{names[kind]}">{_text(text)}</tspan>'
        if names[kind]
        else f"<tspan>{_text(text)}</tspan>"
        for kind, text in pieces
    )
    return f'<text x="{x}" y="{y}">{spans}</text>'


def _width(text: str, size: int = _SIZE) -> float:
    """How wide words are set, from above."""
    ems = sum(0.33 if c in _NARROW else 0.9 if c in _WIDE else 0.7 if c.isupper() else 0.58 for c in text)
    return ems * size


def _cut(text: str, width: float, size: int = _SIZE) -> str:
    used = 0.0
    for place, character in enumerate(text):
        used += _width(character, size)
        if used > width:
            return text[: max(place - 2, 0)].rpartition(" ")[0] + " …"
    return text


def _picture(name: str, about: str, width: int, height: int, parts: Iterable[str]) -> str:
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
            ' role="img" aria-labelledby="name about" xml:lang="en-GB">'
        ),
        f'<title id="name">{_text(name)}</title>',
        f'<desc id="about">{_text(about)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        *parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _text(text: str) -> str:
    """Characters that XML cannot hold are replaced: texts may come from damaged files."""
    sound = "".join(c if c >= " " or c in "\t\n" else "\N{REPLACEMENT CHARACTER}" for c in text)
    return escape(sound, quote=False)
