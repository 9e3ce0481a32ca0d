"""Count how often each rule speaks on adopted texts, and write assistant/checks/firing.toml.

    python benchmarks/count_findings.py            # everything
    python benchmarks/count_findings.py --editor   # only the editor's rules, in a minute

For rules about updates every text of one session is checked twice: as if it were tabled again a session later, and as
of the day of its own adoption, when there should be next to nothing to find. An editor's rules are counted on the
texts of three organs, each under the profile of its own; those that speak of drafts alone on the texts of one session,
each taken as a draft that is held against the sessions before it. `penholder explain` quotes the counts.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from editor import HELD_OUT, found, texts
from reference_texts import ROOT, Pair, digest

from assistant.checks import RULES, Context, check
from assistant.checks.rule import Family
from precedent.index import open_index
from precedent.resolution import DocumentKind, Resolution
from precedent.session import Organ

TARGET = ROOT / "assistant" / "checks" / "firing.toml"
COUNTED = Pair("ga", 74, 77)
FOLLOWED = Pair("ga", 74, 78)
"""The texts of its successor are taken as drafts of the next editions."""
BY_INDEX = ("RF03", "RF04", "RF15")
"""Rules that are no rules about updates and need the index all the same."""
_HEAD = """\
# How often each rule speaks on adopted texts. Written by benchmarks/count_findings.py.
# Of rules about updates: findings as if tabled again a session later, and as of the day of adoption."""


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--editor", action="store_true", help="leave the rules about updates as they were counted"
    )
    kept = parser.parse_args().editor
    about_updates = [r.id for r in RULES.values() if r.family is Family.UPDATES or r.id in BY_INDEX]
    lines = [_HEAD, *(as_they_were(about_updates) if kept else updates(about_updates))]
    of_drafts = [r.id for r in RULES.values() if r.drafts and r.id not in about_updates]
    others = {*about_updates, *of_drafts}
    lines += ["", "# Of an editor's rules: findings in each set.", *adopted(others)]
    lines += ["", "# Of rules that speak of drafts alone.", *as_drafts(of_drafts)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def as_they_were(rules: list[str]) -> list[str]:
    """The lines about updates from the table as it is."""
    table = tomllib.loads(TARGET.read_text(encoding="utf-8"))["updates"]
    return shown(table["session"], table["texts"], {rule: table["rules"].get(rule, [0, 0]) for rule in rules})


def updates(rules: list[str]) -> list[str]:
    """The lines about updates, counted; those that speak only when asked are asked."""
    again: Counter[str] = Counter()
    on_the_day: Counter[str] = Counter()
    count = 0
    asked = frozenset(rules)
    with open_index(COUNTED.home(digest())) as index:
        for card in index.cards(Organ.GENERAL_ASSEMBLY):
            text = index.document(card.symbol) if card.session == str(COUNTED.base) else None
            if text is None or card.adopted is None:
                continue
            count += 1
            later = Context(index, COUNTED.as_of, COUNTED.successor, asked=asked)
            again.update(finding.rule for finding in check(text, later))
            own_day = Context(index, card.adopted, COUNTED.base, asked=asked)
            on_the_day.update(finding.rule for finding in check(text, own_day))
    session = f"{COUNTED.base}th session of the General Assembly"
    return shown(session, count, {rule: [again[rule], on_the_day[rule]] for rule in rules})


def shown(session: str, count: int, counts: dict[str, list[int]]) -> list[str]:
    """The table about updates."""
    head = ["", "[updates]", f'session = "{session}"', f"texts = {count}", "", "[updates.rules]"]
    return head + [f'"{rule}" = {both}' for rule, both in counts.items()]


def adopted(others: set[str]) -> list[str]:
    """The table of the editor's rules; those that speak only when asked are asked."""
    rules = [rule for rule in RULES if rule not in others]
    numbers: list[list[int]] = []
    with TemporaryDirectory() as empty, open_index(Path(empty)) as index:
        counts = []
        for name in HELD_OUT:
            counted: Counter[str] = Counter()
            sizes = [0, 0]
            for text in texts(name):
                sizes = [sizes[0] + 1, sizes[1] + len(text.paragraphs)]
                counted.update(finding.rule for finding in found(text, index, frozenset(rules)))
            numbers.append(sizes)
            counts.append(counted)
    return table(
        "adopted", [*HELD_OUT], numbers, {rule: [counted[rule] for counted in counts] for rule in rules}
    )


def as_drafts(rules: list[str]) -> list[str]:
    """The table of rules that speak of drafts alone."""
    counted: Counter[str] = Counter()
    sizes = [0, 0]
    name = f"{FOLLOWED.organ}-{FOLLOWED.successor}"
    with open_index(FOLLOWED.home(digest())) as index:
        for text in texts(name):
            sizes = [sizes[0] + 1, sizes[1] + len(text.paragraphs)]
            day = text.masthead.adopted or text.masthead.date or dt.date(2025, 1, 1)
            context = Context(index, day, FOLLOWED.successor, asked=frozenset(rules))
            counted.update(finding.rule for finding in check(draft_of(text), context))
    return table("drafts", [f"{name}, taken as drafts"], [sizes], {rule: [counted[rule]] for rule in rules})


def draft_of(text: Resolution) -> Resolution:
    """An adopted text as it was before its adoption; who submitted it is no longer told."""
    head = replace(
        text.masthead, kind=DocumentKind.DRAFT, symbol=None, adopted=None, sponsor_line=None, sponsors=()
    )
    return replace(text, masthead=head)


def table(name: str, sets: list[str], sizes: list[list[int]], counts: dict[str, list[int]]) -> list[str]:
    """The lines of one table of findings in each set."""
    return [
        "",
        f"[{name}]",
        f"sets = {sets}".replace("'", '"'),
        f"texts = {[texts for texts, _ in sizes]}",
        f"paragraphs = {[paragraphs for _, paragraphs in sizes]}",
        "",
        f"[{name}.rules]",
        *(f'"{rule}" = {found}' for rule, found in counts.items()),
    ]


if __name__ == "__main__":
    sys.exit(main())
