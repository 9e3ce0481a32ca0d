"""A history as one HTML page: no script, nothing from elsewhere, readable aloud, printable.

What is new is underlined and what is gone struck out, so that neither needs its colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from assistant.chronicle import GONE, MARKS, Chart, Chronicle, Entry, Row, Run, shortened, spaced, tied_words
from precedent.lineage import Event, SlotLine, Stage
from precedent.wording import day_words

_CONTEXT = 12
"""Words on either side of a change that are shown where many paragraphs are told."""
_STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1d2126; background: #fff;
  font: 1rem/1.45 "Times New Roman", "Liberation Serif", Tinos, serif; }
h1 { font-size: 1.45rem; line-height: 1.2; margin-bottom: .3rem; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; }
.summary { margin: .3rem 0 1rem; }
.quiet { color: #55595e; }
ins { color: #1b5e20; text-decoration: underline; text-decoration-thickness: 2px; background: #e9f4ea; }
del { color: #8e1b16; background: #fbecea; }
ol.timeline { list-style: none; margin: 0; padding: 0 0 0 1.6rem; border-left: 3px solid #b9c4d0; }
ol.timeline > li { position: relative; margin: 0 0 1.1rem; break-inside: avoid; }
ol.timeline > li::before { content: attr(data-mark); position: absolute; left: -2.45rem; top: -.05rem;
  width: 1.4rem; height: 1.4rem; line-height: 1.4rem; text-align: center; border-radius: 50%;
  background: #fff; border: 2px solid #1f5a96; color: #1f5a96; font: bold .9rem/1.4rem sans-serif; }
ol.timeline > li.gone::before { border-color: #8e1b16; color: #8e1b16; }
ol.timeline p { margin: .2rem 0 0; }
.event { font-style: italic; }
table { border-collapse: collapse; font-size: .92rem; width: 100%; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border: 1px solid #b9c4d0; padding: .15rem .4rem; text-align: left; vertical-align: top; }
thead th { background: #eef2f6; }
td.day, tbody th { white-space: nowrap; }
td.cell { text-align: center; white-space: nowrap; font-family: sans-serif; }
td.new, td.restored { background: #e9f4ea; }
td.edited { background: #fff4d6; }
td.dropped { background: #fbecea; }
td.before, td.absent { background: #f6f6f6; }
.chart { font-size: .8rem; }
.chart td.cell { padding: .1rem .2rem; }
.chart th .quiet { display: block; font-weight: normal; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.legend span { margin-right: 1.2em; white-space: nowrap; }
section.paragraph { margin-top: 1.6rem; border-top: 1px solid #b9c4d0; padding-top: .6rem; }
a { color: #1f5a96; }
@page { margin: 2cm 1.6cm; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } thead { display: table-header-group; }
  tr { break-inside: avoid; } h2, h3 { break-after: avoid; } a { color: inherit; text-decoration: none; }
  ins, del, td { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
_LANDSCAPE = "@page { size: A4 landscape; }\n"
"""A whole text is as wide as it has editions."""


def paragraph_page(told: Chronicle) -> str:
    """The history of one paragraph."""
    last = told.standing[-1]
    name = f"{last.stage.symbol or 'Draft'} {last.label}"
    body = [
        "<header>",
        f"<h1>History of {_text(name)}</h1>",
        f'<p class="quiet">{_text(told.title)}</p>',
        f'<p class="summary">{_text(_sentence(told.summary))}</p>',
        "</header>",
        "<main>",
        *_paragraph(told, level=2),
        "</main>",
    ]
    return _document(f"History of {name}", body)


def text_page(told: Chart, details: Sequence[Chronicle]) -> str:
    """The history of a whole text: the chart, then each paragraph that was not always the same."""
    name = told.stages[-1].symbol or "Draft" if told.stages else "Draft"
    shown = {
        (one.standing[-1].stage.symbol, one.standing[-1].label): place for place, one in enumerate(details, 1)
    }
    body = [
        "<header>",
        f"<h1>History of {_text(name)}</h1>",
        f'<p class="quiet">{_text(told.title)}</p>',
        f'<p class="summary">{_text(_sentence(told.summary))}</p>',
        "</header>",
        "<main>",
        "<h2>Editions</h2>",
        *_editions(told),
        "<h2>Paragraphs</h2>",
        _legend(),
        *_chart(told, shown),
    ]
    if details:
        body.append("<h2>What changed</h2>")
    for place, one in enumerate(details, 1):
        last = one.standing[-1]
        body += [
            f'<section class="paragraph" id="p{place}" aria-labelledby="p{place}-name">',
            f'<h3 id="p{place}-name">{_text(last.label)} <span class="quiet">in {_text(last.stage.name)}</span></h3>',
            f'<p class="summary">{_text(_sentence(one.summary))}</p>',
            *_paragraph(one, level=4),
            "</section>",
        ]
    body.append("</main>")
    return _document(f"History of {name}", body, _LANDSCAPE)


def _document(name: str, body: Iterable[str], more: str = "") -> str:
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(name)}</title>",
        f"<style>{_STYLE}{more}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _paragraph(told: Chronicle, *, level: int) -> Iterator[str]:
    yield f"<h{level}>Editions</h{level}>" if level == 2 else ""
    yield '<ol class="timeline">'
    before = ""
    for entry in told.entries:
        yield from _entry(entry, before, short=level > 2)
        before = entry.stage.title
    yield "</ol>"
    for tied in filter(None, (told.came, told.went)):
        yield f'<p><span class="event">{_text(_sentence(tied_words(tied)))}</span> <q>{_text(tied.text)}</q></p>'
    standing = told.standing
    if level == 2 and len(standing) > 2:
        yield "<h2>From the first to the last</h2>"
        yield f"<p>{_runs(told.compared(0, len(standing) - 1))}</p>"
    yield from _slots(told, level)


def _entry(entry: Entry, title: str, *, short: bool) -> Iterator[str]:
    stage, gone = entry.stage, entry.event in GONE
    kind = ' class="gone"' if gone else ""
    yield f'<li data-mark="{escape(MARKS[entry.event])}"{kind}>'
    yield f"<div><strong>{_linked(stage)}{_text(' ' + entry.label if entry.label else '')}</strong>"
    yield f'<span class="quiet"> · {_text(_behind(stage))}</span> · '
    yield f'<span class="event">{_text(entry.event.value)}</span></div>'
    if title and stage.title != title:
        yield f'<p class="quiet">Title from here on: {_text(stage.title)}</p>'
    if entry.runs and entry.event is not Event.UNCHANGED:
        runs = shortened(entry.runs, _CONTEXT) if short else entry.runs
        if short and entry.event is Event.FIRST:
            runs = (Run("equal", _cut(entry.text, 160)),)
        yield f"<p>{_runs(runs)}</p>"
    yield "</li>"


def _behind(stage: Stage) -> str:
    """When and how it was adopted."""
    day = day_words(stage.adopted) if stage.adopted else "not adopted yet"
    return " · ".join(filter(None, (day, stage.vote)))


def _linked(stage: Stage) -> str:
    name = stage.symbol or "Draft"
    return f'<span translate="no">{_text(name)}</span>'


def _slots(told: Chronicle, level: int) -> Iterator[str]:
    changed = [slot for slot in told.slots if slot.changed]
    if not changed:
        return
    standing = [
        place for place, stage in enumerate(told.stages) if any(stage is e.stage for e in told.standing)
    ]
    if level == 2:
        yield "<h2>Slots</h2>"
    yield "<table><caption>What stood at each date, session, symbol and figure</caption><thead><tr>"
    yield '<th scope="col">Slot</th>'
    yield from (f'<th scope="col">{_text(told.stages[place].name)}</th>' for place in standing)
    yield "</tr></thead><tbody>"
    for slot in changed:
        yield f'<tr><th scope="row">{_text(slot.kind)}</th>{"".join(_slot_cells(slot, standing))}</tr>'
    yield "</tbody></table>"


def _slot_cells(slot: SlotLine, standing: Sequence[int]) -> Iterator[str]:
    words, last = dict(slot.words), None
    for place in standing:
        told = words.get(place, "")
        same = last is not None and told == last
        yield f"<td>{'<span class=quiet>same</span>' if same and told else _text(told or '–')}</td>"
        last = told


def _editions(told: Chart) -> Iterator[str]:
    events = (Event.UNCHANGED, Event.EDITED, Event.NEW, Event.RESTORED, Event.DROPPED)
    yield "<table><thead><tr>"
    yield from (f'<th scope="col">{head}</th>' for head in ("Edition", "Adopted", "Vote", "Title"))
    yield from (f'<th scope="col">{event.value.capitalize()}</th>' for event in events)
    yield "</tr></thead><tbody>"
    title = ""
    for place, stage in enumerate(told.stages):
        day = day_words(stage.adopted) if stage.adopted else "not adopted yet"
        yield f'<tr><th scope="row">{_linked(stage)}</th><td class="day">{_text(day)}</td>'
        same = '<span class="quiet">the same</span>' if stage.title == title else _text(stage.title)
        yield f"<td>{_text(stage.vote or '–')}</td><td>{same}</td>"
        title = stage.title
        counts = ("–" if not place else str(told.count(place, event)) for event in events)
        yield "".join(f"<td>{count}</td>" for count in counts) + "</tr>"
    yield "</tbody></table>"


def _legend() -> str:
    told = (
        f"<span>{_text(mark)} {_text(event.value)}</span>"
        for event, mark in MARKS.items()
        if event is not Event.ABSENT
    )
    return f'<p class="legend">{"".join(told)}</p>'


def _chart(told: Chart, shown: dict[tuple[str, str], int]) -> Iterator[str]:
    yield '<table class="chart"><thead><tr><th scope="col">Paragraph</th><th scope="col">Words</th>'
    yield from (f'<th scope="col">{_text(stage.name)}</th>' for stage in told.stages)
    yield "</tr></thead><tbody>"
    for row in told.rows:
        last = max(place for place, label in enumerate(row.labels) if label)
        place = shown.get((told.stages[last].symbol, row.label))
        name = f'<a href="#p{place}">{_text(row.label)}</a>' if place else _text(row.label)
        where = (
            ""
            if last == len(told.stages) - 1
            else f' <span class="quiet">in {_text(told.stages[last].name)}</span>'
        )
        yield f'<tr><th scope="row">{name}{where}</th><td class="words">{_text(_in_short(row))}</td>'
        yield (
            "".join(_cell(event, label) for event, label in zip(row.events, row.labels, strict=True))
            + "</tr>"
        )
    yield "</tbody></table>"


def _cell(event: Event | None, label: str) -> str:
    if event is None or event is Event.ABSENT:
        return f'<td class="cell {"before" if event is None else "absent"}"><span class="aside">not there</span></td>'
    name = "first" if event is Event.FIRST else event.value
    told = f'<span aria-hidden="true">{_text(MARKS[event])}</span><span class="aside">{_text(event.value)}</span>'
    return f'<td class="cell {name}">{told} <small>{_text(label)}</small></td>'


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"


def _in_short(row: Row) -> str:
    words = _cut(row.words, 70)
    return f"{words} ({row.note})" if row.note else words


def _runs(runs: Iterable[Run]) -> str:
    tags = {"insert": "ins", "delete": "del"}
    return "".join(
        _text(run.text) if run.kind == "equal" else f"<{tags[run.kind]}>{_text(run.text)}</{tags[run.kind]}>"
        for run in spaced(runs)
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _text(text: str) -> str:
    return escape(text, quote=False)
