"""A history as one HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.chronicle import GONE, MARKS, Chart, Chronicle, Entry, Row, Run, shortened, tied_words
from assistant.export.page import document, escaped, marked, sentence
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
        f"<h1>History of {escaped(name)}</h1>",
        f'<p class="quiet">{escaped(told.title)}</p>',
        f'<p class="summary">{escaped(sentence(told.summary))}</p>',
        "</header>",
        "<main>",
        *_paragraph(told, level=2),
        "</main>",
    ]
    return document(f"History of {name}", _STYLE, body)


def text_page(told: Chart, details: Sequence[Chronicle]) -> str:
    """The history of a whole text: the chart, then each paragraph that was not always the same."""
    name = told.stages[-1].symbol or "Draft" if told.stages else "Draft"
    shown = {
        (one.standing[-1].stage.symbol, one.standing[-1].label): place for place, one in enumerate(details, 1)
    }
    body = [
        "<header>",
        f"<h1>History of {escaped(name)}</h1>",
        f'<p class="quiet">{escaped(told.title)}</p>',
        f'<p class="summary">{escaped(sentence(told.summary))}</p>',
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
            f'<h3 id="p{place}-name">{escaped(last.label)} {_quietly(f"in {last.stage.name}")}</h3>',
            f'<p class="summary">{escaped(sentence(one.summary))}</p>',
            *_paragraph(one, level=4),
            "</section>",
        ]
    body.append("</main>")
    return document(f"History of {name}", _STYLE + _LANDSCAPE, body)


def _paragraph(told: Chronicle, *, level: int) -> Iterator[str]:
    yield f"<h{level}>Editions</h{level}>" if level == 2 else ""
    yield '<ol class="timeline">'
    before = ""
    for entry in told.entries:
        yield from _entry(entry, before, short=level > 2)
        before = entry.stage.title
    yield "</ol>"
    for tied in filter(None, (told.came, told.went)):
        yield f'<p><span class="event">{escaped(sentence(tied_words(tied)))}</span> <q>{escaped(tied.text)}</q></p>'
    standing = told.standing
    if level == 2 and len(standing) > 2:
        yield "<h2>From the first to the last</h2>"
        yield f"<p>{marked(told.compared(0, len(standing) - 1))}</p>"
    yield from _slots(told, level)


def _entry(entry: Entry, title: str, *, short: bool) -> Iterator[str]:
    stage, gone = entry.stage, entry.event in GONE
    kind = ' class="gone"' if gone else ""
    yield f'<li data-mark="{escaped(MARKS[entry.event])}"{kind}>'
    yield f"<div><strong>{_linked(stage)}{escaped(' ' + entry.label if entry.label else '')}</strong>"
    yield f'<span class="quiet"> · {escaped(_behind(stage))}</span> · '
    yield f'<span class="event">{escaped(entry.event.value)}</span></div>'
    if title and stage.title != title:
        yield f'<p class="quiet">Title from here on: {escaped(stage.title)}</p>'
    if entry.runs and entry.event is not Event.UNCHANGED:
        runs = shortened(entry.runs, _CONTEXT) if short else entry.runs
        if short and entry.event is Event.FIRST:
            runs = (Run("equal", _cut(entry.text, 160)),)
        yield f"<p>{marked(runs)}</p>"
    yield "</li>"


def _behind(stage: Stage) -> str:
    """When and how it was adopted."""
    day = day_words(stage.adopted) if stage.adopted else "not adopted yet"
    return " · ".join(filter(None, (day, stage.vote)))


def _linked(stage: Stage) -> str:
    name = stage.symbol or "Draft"
    return f'<span translate="no">{escaped(name)}</span>'


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
    yield from (f'<th scope="col">{escaped(told.stages[place].name)}</th>' for place in standing)
    yield "</tr></thead><tbody>"
    for slot in changed:
        yield f'<tr><th scope="row">{escaped(slot.kind)}</th>{"".join(_slot_cells(slot, standing))}</tr>'
    yield "</tbody></table>"


def _slot_cells(slot: SlotLine, standing: Sequence[int]) -> Iterator[str]:
    words, last = dict(slot.words), None
    for place in standing:
        told = words.get(place, "")
        same = last is not None and told == last
        yield f"<td>{'<span class=quiet>same</span>' if same and told else escaped(told or '–')}</td>"
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
        yield f'<tr><th scope="row">{_linked(stage)}</th><td class="day">{escaped(day)}</td>'
        same = '<span class="quiet">the same</span>' if stage.title == title else escaped(stage.title)
        yield f"<td>{escaped(stage.vote or '–')}</td><td>{same}</td>"
        title = stage.title
        counts = ("–" if not place else str(told.count(place, event)) for event in events)
        yield "".join(f"<td>{count}</td>" for count in counts) + "</tr>"
    yield "</tbody></table>"


def _legend() -> str:
    told = (
        f"<span>{escaped(mark)} {escaped(event.value)}</span>"
        for event, mark in MARKS.items()
        if event is not Event.ABSENT
    )
    return f'<p class="legend">{"".join(told)}</p>'


def _chart(told: Chart, shown: dict[tuple[str, str], int]) -> Iterator[str]:
    yield '<table class="chart"><thead><tr><th scope="col">Paragraph</th><th scope="col">Words</th>'
    yield from (f'<th scope="col">{escaped(stage.name)}</th>' for stage in told.stages)
    yield "</tr></thead><tbody>"
    for row in told.rows:
        last = max(place for place, label in enumerate(row.labels) if label)
        place = shown.get((told.stages[last].symbol, row.label))
        name = f'<a href="#p{place}">{escaped(row.label)}</a>' if place else escaped(row.label)
        where = "" if last == len(told.stages) - 1 else f" {_quietly(f'in {told.stages[last].name}')}"
        yield f'<tr><th scope="row">{name}{where}</th><td class="words">{escaped(_in_short(row))}</td>'
        yield (
            "".join(_cell(event, label) for event, label in zip(row.events, row.labels, strict=True))
            + "</tr>"
        )
    yield "</tbody></table>"


def _cell(event: Event | None, label: str) -> str:
    if event is None or event is Event.ABSENT:
        return f'<td class="cell {"before" if event is None else "absent"}"><span class="aside">not there</span></td>'
    name = "first" if event is Event.FIRST else event.value
    told = f'<span aria-hidden="true">{escaped(MARKS[event])}</span><span class="aside">{escaped(event.value)}</span>'
    return f'<td class="cell {name}">{told} <small>{escaped(label)}</small></td>'


def _quietly(words: str) -> str:
    return f'<span class="quiet">{escaped(words)}</span>'


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"


def _in_short(row: Row) -> str:
    words = _cut(row.words, 70)
    return f"{words} ({row.note})" if row.note else words
