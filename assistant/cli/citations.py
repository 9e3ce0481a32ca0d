"""`penholder citations`: who cites a text and what it cites, with which date and title."""

import argparse
import datetime as dt
import textwrap
from contextlib import suppress
from itertools import groupby
from typing import Any

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, note
from assistant.draft import Draft
from assistant.provenance import Cites
from assistant.workbench import Workbench
from precedent.citations import Cited, Slip, slips
from precedent.errors import UnknownDocumentError
from precedent.index import Card
from precedent.resolution import Resolution
from precedent.symbol import Symbol
from precedent.wording import day_words


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "source", metavar="SYMBOL|FILE", help="any document's symbol, a draft, or another text"
    )
    parser.add_argument("--wrong", action="store_true", help="only citations whose date or title is not so")
    parser.add_argument(
        "--only",
        choices=("cites", "cited-by"),
        help="one direction only; of a file only what it cites is known",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print both directions; exit status 1 where a date or a title is wrong."""
    bench = Workbench(arguments.home)
    symbol, text = _meant(bench, arguments.source)
    cites = bench.provenance.cites(text) if text is not None and arguments.only != "cited-by" else ()
    if arguments.wrong:
        cites = tuple(one for one in cites if one.slips)
    by = bench.provenance.cited_by(symbol) if symbol and arguments.only != "cites" else ()
    if arguments.wrong:
        by = tuple(one for one in by if _slips(bench, one[1]))
    if arguments.format == "json":
        output.json_text(_record(bench, symbol, cites, by))
    else:
        if text is not None and arguments.only != "cited-by":
            _print_cites(cites)
        if symbol and arguments.only != "cites":
            _print_by(bench, symbol, by)
    if text is None and arguments.only != "cited-by":
        note(f"the precedent index does not hold {symbol}: what it cites is not known")
    wrong = sum(len(one.slips) for one in cites) + sum(len(_slips(bench, one)) for _, one in by)
    if wrong:
        note(f"{wrong} {'date or title is' if wrong == 1 else 'dates and titles are'} not as adopted")
    return ExitStatus.FINDINGS if wrong else ExitStatus.DONE


def _meant(bench: Workbench, source: str) -> tuple[str, Draft | Resolution | None]:
    """The symbol and its text; documents are cited that no index holds, so a symbol may do without a text."""
    try:
        text = bench.draft_or_symbol(source)
    except UnknownDocumentError:
        with suppress(ValueError):
            return str(Symbol.parse(source)), None
        raise
    resolution = text.resolution if isinstance(text, Draft) else text
    return str(resolution.masthead.symbol or ""), text


def _slips(bench: Workbench, cited: Cited) -> list[Slip]:
    return list(slips(bench.index, cited))


def _print_cites(cites: tuple[Cites, ...]) -> None:
    output.line(
        output.styled(f"Cites {len(cites)} documents" if len(cites) != 1 else "Cites 1 document", "1")
    )
    for one in cites:
        known = " · ".join(filter(None, (day_words(one.card.adopted) if one.card and one.card.adopted else "",
                                         one.card.called if one.card else "")))  # fmt: skip
        labels = ", ".join(dict.fromkeys(cited.label for cited in one.places))
        _wrapped(f"{one.symbol}  {known}".rstrip(), 2)
        _wrapped(f"in {labels}", 6)
        for slip in one.slips:
            _wrapped(_told(slip), 6)


def _print_by(bench: Workbench, symbol: str, by: tuple[tuple[Card, Cited], ...]) -> None:
    texts = groupby(by, key=lambda one: one[0])
    listed = [(card, [cited for _, cited in group]) for card, group in texts]
    output.line(output.styled(f"{symbol} is cited by {len(listed):,} texts in the index", "1"))
    for card, places in listed:
        day = day_words(card.adopted) if card.adopted else ""
        _wrapped(" · ".join(filter(None, (card.symbol, day, card.called))), 2)
        _wrapped("in " + ", ".join(_place(cited) for cited in places), 6)
        for cited in places:
            for slip in _slips(bench, cited):
                _wrapped(_told(slip), 6)


def _place(cited: Cited) -> str:
    """Where, and with which date and title."""
    date = f"of {day_words(cited.date)}" if cited.date else ""
    title = f"“{cited.title}”" if cited.title else ""
    said = ", ".join(filter(None, (date, title)))
    return f"{cited.label} ({said})" if said else cited.label


def _told(slip: Slip) -> str:
    if slip.what == "date":
        said, right = (day_words(dt.date.fromisoformat(day)) for day in (slip.said, slip.right))
        return f"✗ {slip.cited.label}: cited as of {said}, adopted on {right}"
    return f"✗ {slip.cited.label}: cited as “{slip.said}”, adopted as “{slip.right}”"


def _wrapped(text: str, indent: int) -> None:
    for line in textwrap.wrap(
        text, 100, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2),
        break_on_hyphens=False, break_long_words=False,
    ):  # fmt: skip
        output.line(line)


def _record(
    bench: Workbench, symbol: str, cites: tuple[Cites, ...], by: tuple[tuple[Card, Cited], ...]
) -> dict[str, Any]:
    return {
        "symbol": symbol or None,
        "cites": [
            {
                "symbol": one.symbol,
                "adopted": one.card.adopted.isoformat() if one.card and one.card.adopted else None,
                "title": one.card.called if one.card else None,
                "places": [
                    _cited(cited, [slip for slip in one.slips if slip.cited is cited]) for cited in one.places
                ],
            }
            for one in cites
        ],
        "cited_by": [
            {"symbol": card.symbol, "title": card.called, **_cited(cited, _slips(bench, cited))}
            for card, cited in by
        ],
    }


def _cited(cited: Cited, wrong: list[Slip]) -> dict[str, Any]:
    return {
        "label": cited.label,
        "date": cited.date.isoformat() if cited.date else None,
        "quoted_title": cited.title,
        "wrong": [{"what": slip.what, "said": slip.said, "right": slip.right} for slip in wrong],
    }
