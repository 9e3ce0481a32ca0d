"""`penholder find`: agreed language nearest to a text."""

import argparse
import shutil
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.organs import organ
from assistant.cli.periods import first_day, last_day
from assistant.errors import AssistantError
from assistant.workbench import Workbench
from precedent.resolution import Kind

if TYPE_CHECKING:
    from precedent.index import Match, Query

_WIDEST = 100
_INDENT = " " * 4
_ALSO = 4
"""Other places named before the rest is counted."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="*",
        help='a paragraph, a scrap or a few words; "in quotation marks" stands word for word; -word must not occur',
    )
    parser.add_argument(
        "--batch", metavar="FILE", help="one query a line, as plain text; - for standard input"
    )
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="matches of one query (10)")
    parser.add_argument(
        "--organ", type=organ, action="append", default=[], help="GA, ECOSOC, SC, HRC; may be repeated"
    )
    parser.add_argument(
        "--since", metavar="WHEN", help="adopted in or after a year (2020), session (75) or day"
    )
    parser.add_argument("--until", metavar="WHEN", help="adopted in or before a year, session or day")
    parser.add_argument("--part", choices=("preambular", "operative"))
    parser.add_argument("--opening", metavar="WORDS", help="words that the paragraph opens with: Urges")
    parser.add_argument("--symbol", help="search in one document: A/RES/79/1")
    parser.add_argument("--format", choices=("text", "json", "jsonl"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Answer each query as soon as it is found."""
    problem = _wrong(arguments)
    if problem:
        diagnostics.problem(problem)
        return ExitStatus.USAGE
    query = _query(arguments)
    bench = Workbench(arguments.home)
    if not bench.index.count().documents:
        diagnostics.note(
            f"the precedent index in {arguments.home} is empty; add earlier texts with: penholder add PATH"
        )
    answers = []
    for number, asked in enumerate(_queries(arguments.batch, query)):
        began = time.perf_counter()
        matches = bench.find(asked) if asked.text.strip() or arguments.batch is None else []
        elapsed = (time.perf_counter() - began) * 1000
        if arguments.format == "text":
            _print(asked.text if arguments.batch else "", matches, first=not number)
            continue
        answer = {
            "query": asked.text,
            "elapsed_ms": round(elapsed, 2),
            "matches": [_record(match) for match in matches],
        }
        if arguments.format == "jsonl":
            output.json_line(answer)
        else:
            answers.append(answer)
    if arguments.format == "json":
        output.json_text(answers if arguments.batch else answers[0])
    return ExitStatus.DONE


def _wrong(arguments: argparse.Namespace) -> str | None:
    """What is wrong with the call as a whole."""
    if arguments.batch is not None:
        return "give a text or --batch, not both" if arguments.text else None
    filters = (
        arguments.organ,
        arguments.since,
        arguments.until,
        arguments.part,
        arguments.opening,
        arguments.symbol,
    )
    return (
        None
        if arguments.text or any(filters)
        else "nothing to find: give a text, a filter such as --opening, or --batch"
    )


def _query(arguments: argparse.Namespace) -> "Query":
    from precedent.index import Query

    body = arguments.organ[0] if arguments.organ else None
    return Query(
        text=" ".join(arguments.text),
        limit=arguments.limit,
        organs=tuple(arguments.organ),
        since=first_day(arguments.since, body) if arguments.since else None,
        until=last_day(arguments.until, body) if arguments.until else None,
        part=Kind(arguments.part) if arguments.part else None,
        opening=arguments.opening,
        symbol=arguments.symbol,
        plain=arguments.batch is not None,
    )


def _queries(batch: str | None, query: "Query") -> Iterator["Query"]:
    if batch is None:
        yield query
        return
    try:
        data = sys.stdin.buffer.read() if batch == "-" else Path(batch).read_bytes()
    except OSError as error:
        raise AssistantError(f"{batch}: {error.strerror}") from error
    for line in data.decode("utf-8-sig", errors="replace").removesuffix("\n").split("\n"):
        yield replace(query, text=line.removesuffix("\r"))


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no count; write 1 or more")
    return int(text)


def _record(match: "Match") -> dict[str, Any]:
    return {
        "symbol": match.symbol,
        "label": match.label,
        "title": match.title,
        "adopted": match.adopted.isoformat() if match.adopted else None,
        "vote": match.vote,
        "text": match.text,
        "score": round(match.score, 4),
        "also": [{"symbol": place.symbol, "label": place.label} for place in match.also],
    }


def _print(heading: str, matches: "list[Match]", *, first: bool) -> None:
    """Matches for a reader: where, when and how adopted, the words, where else they stand."""
    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    if heading:
        output.write("" if first else "\n")
        output.write(_wrapped(f"› {heading}", width, "") + "\n")
    if not matches:
        output.line("nothing found")
    for number, match in enumerate(matches):
        if number or heading:
            output.line()
        known = (match.adopted.strftime("%d %b %Y").lstrip("0") if match.adopted else "", match.vote or "")
        behind = "".join(f" · {said}" for said in known if said)
        output.line(f"{match.score:.2f}  {_bold(f'{match.symbol} {match.label}')}{behind}")
        output.write(_wrapped(match.title, width, _INDENT + "  ", _faint))
        output.write(_wrapped(match.text, width, _INDENT + "  "))
        if match.also:
            output.write(_wrapped(_also(match), width, _INDENT + "  ", _faint))


def _also(match: "Match") -> str:
    named = ", ".join(f"{place.symbol} {place.label}" for place in match.also[:_ALSO])
    more = len(match.also) - _ALSO
    return f"also {named}" + (f" and {more} more" if more > 0 else "")


def _wrapped(text: str, width: int, indent: str, style: Callable[[str], str] = str) -> str:
    lines = textwrap.wrap(
        diagnostics.printable(text),
        max(width, 40),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "".join(f"{style(line)}\n" for line in lines)


def _bold(text: str) -> str:
    return output.styled(text, "1")


def _faint(text: str) -> str:
    return output.styled(text, "2")
