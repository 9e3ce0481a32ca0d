"""`penholder find`: agreed language nearest to a text."""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.organs import organ
from assistant.cli.passages import Telling, show
from assistant.cli.periods import first_day, last_day
from assistant.errors import AssistantError
from assistant.settings import load
from assistant.workbench import Workbench
from precedent.index import operators
from precedent.index.operators import HELP
from precedent.resolution import Kind

if TYPE_CHECKING:
    from precedent.index import Match, Query, Variant, Vote


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="*",
        help="a paragraph, a scrap or a few words; filters may stand among them: " + HELP,
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
    parser.add_argument("--committee", metavar="NAME", help="2, Second, plenary")
    parser.add_argument(
        "--session",
        metavar="RANGE",
        type=_sessions,
        action="append",
        default=[],
        help="75, 75-78, 2024, S-10",
    )
    parser.add_argument("--series", metavar="TITLE", help="words of a title, or the symbol of any edition")
    parser.add_argument("--vote", metavar="HOW", type=_vote, help="no: without a vote; yes: recorded")
    parser.add_argument("--sponsor", metavar="STATE", help="sponsored by a State")
    parser.add_argument("--against", metavar="STATE", help="a State voted against")
    parser.add_argument("--abstaining", metavar="STATE", help="a State abstained")
    parser.add_argument(
        "--full", action="store_true", help="all that stands behind each match, and its variants in full"
    )
    parser.add_argument("--why", action="store_true", help="what each match is ranked by")
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
    _say_if_slow(arguments.home)
    telling = Telling(load(arguments.home), bench.index.card, full=arguments.full, why=arguments.why)
    answers = []
    for number, asked in enumerate(_queries(arguments.batch, query)):
        began = time.perf_counter()
        matches = bench.find(asked) if asked.text.strip() or arguments.batch is None else []
        elapsed = (time.perf_counter() - began) * 1000
        if not matches and (unmet := bench.index.unmet(asked)):
            diagnostics.note(f"nothing in the index has {', '.join(unmet)}")
        if arguments.format == "text":
            show(asked.text if arguments.batch else "", matches, telling, first=not number)
            continue
        answer = {
            "query": asked.text,
            "elapsed_ms": round(elapsed, 2),
            "matches": [_record(match, arguments) for match in matches],
        }
        if arguments.format == "jsonl":
            output.json_line(answer)
        else:
            answers.append(answer)
    if arguments.format == "json":
        output.json_text(answers if arguments.batch else answers[0])
    return ExitStatus.DONE


def _say_if_slow(home: Path) -> None:
    from precedent.index import MANY_BEHIND, open_index

    with open_index(home) as index:
        behind = index.behind()
    if behind > MANY_BEHIND:
        diagnostics.note(
            f"{behind:,} wordings are compared one by one, which is slow; `penholder index --rebuild` makes it fast"
        )


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
        arguments.committee,
        arguments.session,
        arguments.series,
        arguments.vote,
        arguments.sponsor,
        arguments.against,
        arguments.abstaining,
    )
    return (
        None
        if any(words.strip() for words in arguments.text) or any(filters)
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
        committee=arguments.committee,
        sessions=tuple(arguments.session),
        series=arguments.series,
        vote=arguments.vote,
        sponsor=arguments.sponsor,
        against=arguments.against,
        abstaining=arguments.abstaining,
        grouped=arguments.format == "text",
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


def _sessions(text: str) -> tuple[str, str]:
    found = operators.sessions(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no session; write 75, 75-78, 2024 or S-10")
    return found


def _vote(text: str) -> "Vote":
    found = operators.vote(text)
    if found is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no way to adopt; write no (without a vote) or yes (recorded)"
        )
    return found


def _record(match: "Match", arguments: argparse.Namespace) -> dict[str, Any]:
    record: dict[str, Any] = {
        "symbol": match.symbol,
        "label": match.label,
        "title": match.title,
        "adopted": match.adopted.isoformat() if match.adopted else None,
        "vote": match.vote,
        "text": match.text,
        "score": round(match.score, 4),
        "also": [{"symbol": place.symbol, "label": place.label} for place in match.also],
        "variants": [_variant(variant, full=arguments.full) for variant in match.variants],
    }
    if arguments.why:
        record["why"] = {part.name: round(part.points, 2) for part in match.parts}
    return record


def _variant(variant: "Variant", *, full: bool) -> dict[str, Any]:
    record: dict[str, Any] = {
        "symbol": variant.symbol,
        "label": variant.label,
        "adopted": variant.adopted.isoformat() if variant.adopted else None,
    }
    return {**record, "text": variant.text} if full else record
