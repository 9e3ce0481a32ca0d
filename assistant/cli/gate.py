"""`penholder gate`: what must be true of a draft before it is tabled, on one page."""

import argparse
import textwrap
from pathlib import Path

from assistant.cli import diagnostics, output
from assistant.cli.dates import day
from assistant.cli.diagnostics import ExitStatus, note
from assistant.cli.unsaved import note_unsaved
from assistant.gate import MARKS, Gate, Point, gate_record
from assistant.workbench import Workbench

_WIDTH = 100
_MOST = 12
"""Items of one point that are shown; the other forms have all of them."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("draft", type=Path, metavar="DRAFT")
    parser.add_argument(
        "--meeting",
        type=day,
        metavar="DATE",
        help="the day on which the draft will be acted upon, 2026-11-19; the expected adoption if left out",
    )
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="expected day of adoption that findings are judged by"
    )
    parser.add_argument("--format", choices=("text", "json", "html"), help="text if left out")
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help=".html, .json or .txt; standard output if left out"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the page; the exit status says whether something is open."""
    bench = Workbench(arguments.home)
    draft = bench.draft(arguments.draft)
    if not bench.index.count().documents:
        note(f"the precedent index in {arguments.home} is empty; add earlier texts with: penholder add PATH")
    found = bench.gate(draft, meeting=arguments.meeting, as_of=arguments.as_of)
    if arguments.to is not None:
        from assistant.export.gate import write_gate

        suffix = f".{arguments.format}" if arguments.format else arguments.to.suffix
        note(f"written: {write_gate(found, arguments.to, suffix)} ({found.verdict})")
    elif arguments.format == "json":
        output.json_text(gate_record(found))
    elif arguments.format == "html":
        from assistant.export.gate import gate_page

        output.write(gate_page(found))
    else:
        _print(found)
    note_unsaved(bench, arguments.draft)
    return ExitStatus.FINDINGS if found.open else ExitStatus.DONE


def _print(found: Gate) -> None:
    output.line(output.styled(" · ".join(filter(None, (found.symbol, found.title))), "1"))
    output.line(found.about)
    output.line()
    for point in found.points:
        _print_point(point)
    output.line()
    output.line(f"The draft is {found.verdict}.")
    output.line("● open   ○ to look at   ✓ done   · to know")


def _print_point(point: Point) -> None:
    lead = f"{MARKS[point.state]} {point.title:<26} "
    text = diagnostics.printable(point.summary)
    output.line(textwrap.fill(text, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead)))
    for item in point.items[:_MOST]:
        words = diagnostics.printable(item.words)
        shown = words if len(words) <= 90 else f"{words[:88]}…"
        told = " – ".join(filter(None, (shown, diagnostics.printable(item.about))))
        lead = f"      {item.label:<10} "
        output.line(textwrap.fill(told, _WIDTH, initial_indent=lead, subsequent_indent=" " * 17))
    if (left := len(point.items) - _MOST) > 0:
        output.line(f"      and {left} more; --format json has all of them")
