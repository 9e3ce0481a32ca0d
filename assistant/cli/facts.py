"""`penholder facts`: the register of facts listed, added to, looked through."""

import argparse
import sys
from typing import Any

from assistant.cli import diagnostics, output
from assistant.cli.dates import day
from assistant.cli.diagnostics import ExitStatus, note, problem
from assistant.facts import Adopted, Fact, Register, Trust
from assistant.facts.adding import FORMS, FactRefusedError, completed, missing
from assistant.facts.kinds import KINDS
from assistant.facts.scrutiny import newest
from assistant.workbench import Workbench
from precedent.wording import day_words

_ACTIONS = ("list", "add", "check")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="list [WORD ...] | add KIND KEY=VALUE ... | check",
        help="list (what is done if nothing else is said): the facts that have all these words; "
        f"add: one fact of a KIND ({', '.join(FORMS)}), its keys as in docs/facts.md, the items of a list with "
        "a bar between them; check: your files and those that come with the program",
    )
    parser.add_argument("--kind", choices=tuple(KINDS), help="facts of one kind only")
    parser.add_argument("--due", action="store_true", help="only what was to be refreshed by now")
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="what was known on that day; today if left out"
    )
    parser.add_argument(
        "--to", metavar="FILE.toml", help="in which of your files to add; own.toml if left out"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Do what the first word says."""
    bench = Workbench(arguments.home)
    action, words = (
        (arguments.words[0], arguments.words[1:])
        if arguments.words and arguments.words[0] in _ACTIONS
        else ("list", arguments.words)
    )
    if action == "add":
        return _add(bench, words, arguments.to, arguments.format)
    if action == "check":
        if words:
            problem(f"check takes no words: {' '.join(words)}; see penholder facts --help")
            return ExitStatus.USAGE
        return _check(bench, arguments)
    return _list(bench, words, arguments)


def _list(bench: Workbench, words: list[str], arguments: argparse.Namespace) -> int:
    as_of = arguments.as_of or bench.today()
    register = bench.facts
    for wrong in register.problems:
        problem(wrong)
    facts: list[Fact] = [fact for fact in register.facts.values() if register.told(fact, as_of)]
    due = {id(fact) for fact in newest(facts, register) if fact.due(as_of)}
    if arguments.due:
        facts = [fact for fact in facts if id(fact) in due]
    wanted = [word.casefold() for word in words]
    chosen = [
        fact
        for fact in facts
        if (arguments.kind is None or fact.kind == arguments.kind)
        and all(word in f"{fact.kind} {fact.about} {fact.source}".casefold() for word in wanted)
    ]
    chosen.sort(key=lambda fact: list(KINDS).index(fact.kind))
    if arguments.format == "json":
        output.json_text([_record(fact, register) for fact in chosen])
    else:
        for kind in KINDS:
            own = [fact for fact in chosen if fact.kind == kind]
            if own:
                output.line(output.styled(f"{kind.capitalize()} ({len(own)})", "1"))
            for fact in own:
                output.line(f"  {fact.about}")
                output.line(output.styled(f"      {_founded(fact)}", "2"))
                if id(fact) in due and fact.refresh:
                    output.line(
                        f"      to be refreshed by {day_words(fact.refresh)}: look for something newer"
                    )
    if not chosen:
        note("no fact that the register may tell on that day has all of this; penholder facts lists all")
    return ExitStatus.UNREADABLE if register.problems else ExitStatus.DONE


def _add(bench: Workbench, words: list[str], to: str | None, form: str) -> int:
    if not words or words[0] not in FORMS:
        problem(
            f"say what to add: {', '.join(FORMS)}; then KEY=VALUE, for example: penholder facts add renamed "
            'old="Harbour Week" new="Lights Week" since=2058-01-01 source="A/RES/113/28 OP4"'
        )
        return ExitStatus.USAGE
    kind = words[0]
    given: dict[str, str] = {}
    for word in words[1:]:
        key, mark, value = word.partition("=")
        if not mark:
            problem(f"{word!r} is no KEY=VALUE; a {kind} has the keys {', '.join(FORMS[kind].keys)}")
            return ExitStatus.USAGE
        given[key] = value
    given = completed(kind, given, bench.facts)
    if sys.stdin is not None and sys.stdin.isatty() and diagnostics.on_terminal():
        given |= _asked(kind, missing(kind, given))
    before = bench.facts.facts
    try:
        path, fact = bench.add_fact(kind, given, to)
    except FactRefusedError as error:
        problem(str(error))
        return ExitStatus.USAGE
    if form == "json":
        output.json_text(_record(fact, bench.facts) | {"file": str(path)})
    else:
        output.line(f"{path}: added {fact.kind} {fact.about}")
    other = before.get((fact.kind, fact.key))
    if other is not None and other.about != fact.about:
        note(f"it holds in place of {other.about} ({other.at})")
    return ExitStatus.DONE


def _asked(kind: str, keys: tuple[str, ...]) -> dict[str, str]:
    """What is needed and was not given, asked for on the terminal."""
    answers = {}
    for key in keys:
        diagnostics.write(f"{kind} {key}: ")
        answers[key] = sys.stdin.readline().strip()
    return answers


def _check(bench: Workbench, arguments: argparse.Namespace) -> int:
    files, troubles = bench.scrutinize_facts(arguments.as_of)
    if arguments.format == "json":
        output.json_text(
            {
                "files": [
                    {"file": f.name, "facts": len(f.register.facts), "shipped": f.shipped} for f in files
                ],
                "found": [{"kind": t.kind, "at": t.at or None, "message": t.message} for t in troubles],
            }
        )
    else:
        for file in files:
            output.line(
                f"{file.name}: {len(file.register.facts)} facts{', with the program' if file.shipped else ''}"
            )
        for trouble in troubles:
            output.line(f"  {trouble.kind}: {trouble}")
        if not troubles:
            output.line("nothing to look at")
    if any(trouble.kind == "error" for trouble in troubles):
        return ExitStatus.UNREADABLE
    return ExitStatus.FINDINGS if troubles else ExitStatus.DONE


def _founded(fact: Fact) -> str:
    known = f", since {day_words(fact.known)}" if fact.known else ""
    return f"{fact.source}{known}{' (read on one page only)' if fact.trust is Trust.ONE_PAGE else ''}"


def _record(fact: Fact, register: Register) -> dict[str, Any]:
    from dataclasses import asdict

    since = fact.adopted if isinstance(fact, Adopted) else register.since(fact)
    record = {key: value for key, value in asdict(fact).items() if key not in ("at", "symbol", "by")}
    for key in ("symbol", "by"):
        if getattr(fact, key, None) is not None:
            record[key] = str(getattr(fact, key))
    told = {
        "kind": fact.kind,
        "about": fact.about,
        "told_since": since.isoformat() if since else None,
        "at": fact.at,
    }
    return told | {key: _plain(value) for key, value in record.items()}


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | str():
            return value
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case tuple() | list():
            return [_plain(each) for each in value]
        case _:
            return str(value)
