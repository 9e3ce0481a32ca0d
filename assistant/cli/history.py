"""`penholder history`: where a paragraph, or a whole text, came from and what became of it."""

import argparse
import shutil
import textwrap
from pathlib import Path

from assistant.chronicle import (
    GONE,
    MARKS,
    Chart,
    Chronicle,
    changes,
    chart,
    chart_record,
    chronicle,
    chronicle_record,
    plain_runs,
    shortened,
    stage_words,
    tied_words,
)
from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.unsaved import note_unsaved
from assistant.draft import Draft
from assistant.labels import label_of
from assistant.workbench import Workbench
from precedent.lineage import Event, Lineage

_WIDEST = 100


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "source", metavar="SYMBOL|FILE", help="a symbol in the index, a draft, or another text"
    )
    parser.add_argument(
        "label", metavar="LABEL", nargs="*", help="PP2, OP17 (a), FN3; the whole text if left out"
    )
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help=".html, .svg, .docx or .pdf; standard output if left out"
    )
    parser.add_argument(
        "--between",
        nargs=2,
        metavar=("EDITION", "EDITION"),
        help="the words of two editions of the paragraph compared: 74/197 79/194; draft for the draft",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print or write the history."""
    if arguments.between and not arguments.label:
        diagnostics.problem("--between compares two editions of one paragraph; name it by its label")
        return ExitStatus.USAGE
    bench = Workbench(arguments.home)
    text = bench.draft_or_symbol(arguments.source)
    lineage = bench.provenance.lineage(text)
    resolution = text.resolution if isinstance(text, Draft) else text
    symbol = str(resolution.masthead.symbol or "")
    if len(lineage.stages) == 1:
        diagnostics.note(
            "the precedent index holds no other edition of this text; add earlier texts with: penholder add PATH"
        )
    told: Chart | Chronicle
    if arguments.label:
        told = chronicle(lineage, bench.provenance.line(lineage, symbol, label_of(" ".join(arguments.label))))
        if arguments.between:
            return _compare(told, *arguments.between)
    else:
        lineage = bench.provenance.whole(lineage)
        told = chart(lineage)
    if arguments.to is not None:
        from assistant.export.history import write_history

        written = write_history(told, arguments.to, details=() if arguments.label else _details(lineage))
        diagnostics.note(f"written: {written}")
    elif arguments.format == "json":
        output.json_text(chronicle_record(told) if isinstance(told, Chronicle) else chart_record(told))
    elif isinstance(told, Chronicle):
        _print(told)
    else:
        _print_chart(told)
    if Path(arguments.source).exists():
        note_unsaved(bench, Path(arguments.source))
    return ExitStatus.DONE


def _details(lineage: Lineage) -> list[Chronicle]:
    """The paragraphs that were not the same in every edition."""
    last = len(lineage.stages) - 1
    return [
        chronicle(lineage, line)
        for line in lineage.lines
        if any(stop.event not in (Event.FIRST, Event.UNCHANGED) for stop in line.stops)
        or line.last.stage != last
    ]


def _compare(told: Chronicle, one: str, other: str) -> int:
    names: dict[str, int] = {}
    for place, entry in enumerate(told.standing):
        names |= {entry.stage.name: place, entry.stage.symbol or "draft": place}
    missing = [name for name in (one, other) if name not in names]
    if missing:
        diagnostics.problem(
            f"the paragraph does not stand in {' nor in '.join(missing)}; it stands in "
            f"{', '.join(entry.stage.name for entry in told.standing)}"
        )
        return ExitStatus.USAGE
    _wrapped(plain_runs(changes(told.standing[names[one]].text, told.standing[names[other]].text)), "")
    return ExitStatus.DONE


def _print(told: Chronicle) -> None:
    _wrapped(f"{told.summary[:1].upper()}{told.summary[1:]}.", "")
    title = ""
    for entry in told.entries:
        place = f" {entry.label}" if entry.label else ""
        head = f"{MARKS[entry.event]} {stage_words(entry.stage)}"
        name, behind, rest = head.partition(" · ")
        output.line(f"\n{output.styled(name + place, '1')}{behind}{rest} · {entry.event.value}")
        if title and entry.stage.title != title:
            _wrapped(f"title from here on: {entry.stage.title}", "    ")
        title = entry.stage.title
        if entry.event not in (*GONE, Event.UNCHANGED):
            _wrapped(plain_runs(shortened(entry.runs)), "    ")
    changed = [slot for slot in told.slots if slot.changed]
    if changed:
        output.line("\nSlots")
    for slot in changed:
        steps = (f"{words or 'nothing'} ({told.stages[place].name})" for place, words in slot.steps)
        _wrapped(f"{slot.kind}: {' → '.join(steps)}", "    ")
    for tied in filter(None, (told.came, told.went)):
        words = tied_words(tied)
        output.line(f"\n{words[:1].upper()}{words[1:]}")
        _wrapped(tied.text, "    ")


def _print_chart(told: Chart) -> None:
    output.line(told.title)
    for place, stage in enumerate(told.stages):
        counts = [f"{told.count(place, event)} {event.value}" for event in Event if told.count(place, event)]
        output.line(f"  {stage_words(stage)}: {', '.join(counts)}" if place else f"  {stage_words(stage)}")
    output.line()
    wide = max((len(row.label) for row in told.rows), default=0)
    output.line(f"{'':<{wide}}  {' '.join(stage.name for stage in told.stages)}")
    columns = [len(stage.name) for stage in told.stages]
    room = max(_width() - wide - sum(columns) - len(columns) - 4, 20)
    for row in told.rows:
        marks = " ".join(
            (MARKS[event] if event else " ").center(width)
            for event, width in zip(row.events, columns, strict=True)
        )
        words = f"({row.note}) {row.words}" if row.note else row.words
        output.line(f"{row.label:<{wide}}  {marks}  {textwrap.shorten(words, room, placeholder=' …')}")
    told_marks = "  ".join(f"{mark} {event.value}" for event, mark in MARKS.items())
    output.line(f"\n{told_marks}")


def _wrapped(text: str, indent: str) -> None:
    for line in textwrap.wrap(
        diagnostics.printable(text), _width(), initial_indent=indent, subsequent_indent=indent,
        break_on_hyphens=False, break_long_words=False,
    ):  # fmt: skip
        output.line(line)


def _width() -> int:
    return max(min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST), 40)
