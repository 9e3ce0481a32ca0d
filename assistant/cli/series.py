"""`penholder series`: texts that are adopted again and again."""

import argparse
from collections.abc import Sequence
from typing import Any

from assistant.chronicle import due_words, rhythm_words
from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, note
from assistant.cli.organs import organ
from assistant.workbench import Workbench
from precedent.catalogue import Series, Tie
from precedent.wording import day_words


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "words",
        metavar="SYMBOL|TITLE",
        nargs="*",
        help="the symbol of any edition, a title, or words of one; every series if left out",
    )
    parser.add_argument("--organ", type=organ, help="GA, ECOSOC, SC, HRC")
    parser.add_argument("--session", type=int, action="append", default=[], metavar="N",
                        help="only those adopted at that session (year); may be repeated")  # fmt: skip
    parser.add_argument(
        "--due", type=int, metavar="N", help="only those to be expected at that session (year)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the series asked for, newest title first."""
    bench = Workbench(arguments.home)
    if not bench.index.count().documents:
        note(f"the precedent index in {arguments.home} is empty; add earlier texts with: penholder add PATH")
        return ExitStatus.DONE
    words = " ".join(arguments.words)
    found: Sequence[Series]
    if words:
        found = bench.provenance.series(words)
    else:
        found = [one for one in bench.provenance.catalogue.series if len(one.editions) > 1]
    chosen = [
        one
        for one in found
        if arguments.organ in (None, one.organ)
        and set(arguments.session) <= set(one.sessions)
        and arguments.due in (None, one.due)
    ]
    chosen.sort(key=lambda one: (one.organ.value if one.organ else "", one.title))
    if arguments.format == "json":
        output.json_text([as_record(one) for one in chosen])
    else:
        in_full = len(chosen) <= 3 and bool(words)
        for one in chosen:
            (_print_in_full if in_full else _print)(one)
    if arguments.format == "text" and not (len(chosen) == 1 and words):
        note(f"{len(chosen):,} series" if chosen else "no such series")
    return ExitStatus.DONE


def as_record(series: Series) -> dict[str, Any]:
    """A series as JSON has it."""
    return {
        "title": series.title,
        "titles": list(series.titles),
        "organ": series.organ.value if series.organ else None,
        "rhythm": series.rhythm,
        "next_due": series.due,
        "editions": [
            {
                "symbol": card.symbol,
                "session": card.session,
                "adopted": card.adopted.isoformat() if card.adopted else None,
                "vote": card.vote,
                "title": card.called,
                "found_by": tie.value,
            }
            for card, tie in zip(series.editions, series.ties, strict=True)
        ],
    }


def _print(series: Series) -> None:
    known = ", ".join(filter(None, (rhythm_words(series), due_words(series))))
    output.line(output.styled(series.title, "1"))
    output.line(f"    {' · '.join(card.symbol for card in series.editions)}")
    output.line(f"    {known}")


def _print_in_full(series: Series) -> None:
    known = ", ".join(filter(None, (rhythm_words(series), due_words(series))))
    output.line(output.styled(series.title, "1"))
    output.line(f"{series.organ.value if series.organ else ''} · {known}")
    title = ""
    for place, (card, tie) in enumerate(zip(series.editions, series.ties, strict=True)):
        day = day_words(card.adopted) if card.adopted else ""
        output.line(f"  {card.symbol:<18} {day:<18} {card.vote or ''}".rstrip())
        if title and card.title != title:
            output.line(f"      title from here on: {card.title}")
        if place and tie not in (Tie.TITLE, Tie.SUBJECT):
            output.line(f"      found by: {tie.value}")
        title = card.title
