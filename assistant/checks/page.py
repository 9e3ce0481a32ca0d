"""The page of all rules, docs/rules.md: made from their declarations, so that it cannot say something else."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checks.firing import firing
from assistant.checks.rule import Family, Rule
from assistant.checks.rules import RULES

_HEAD = """\
# Rules

What `penholder check` looks for. This page is made from the rules' own declarations by `make docs`; `penholder explain
RULE` prints one of them. The examples are made up. How to write rules of your own: [house-rules.md](house-rules.md).

That wording is new is no finding: the outline marks each paragraph by how far it departs from agreed language
([provenance.md](provenance.md)).

An `error` is certainly wrong and holds up an export; at a `warning` the drafter should look; an `info` may be good to
know.
"""


def rules_page() -> str:
    """The whole page."""
    families = (_family(family) for family in Family)
    return "\n".join([_HEAD, *filter(None, families)])


def _family(family: Family) -> str:
    own = [rule for rule in RULES.values() if rule.family is family]
    return "\n".join([f"## {family.capitalize()}\n", *map(_entry, own)]) if own else ""


def _entry(rule: Rule) -> str:
    return "\n".join([f"### {rule.id}: {rule.title}\n", rule.explanation, "", *_facts(rule), ""])


def _facts(rule: Rule) -> Iterator[str]:
    yield f"- severity: {rule.severity}{'' if rule.on else '; only when asked for'}"
    if rule.organs:
        yield f"- organs: {', '.join(organ.value for organ in rule.organs)}"
    if rule.drafts:
        left = f", but for those of the {' and the '.join(rule.not_in)}" if rule.not_in else ""
        yield f"- of drafts alone{left}"
    if rule.parts:
        yield f"- looks at: {', '.join(rule.parts)}"
    yield f"- authority: {rule.authority}"
    yield f"- flagged: {_quoted(rule.flagged)}"
    yield f"- instead: {_quoted(rule.preferred)}"
    if rule.safe:
        yield "- mended with all others at once, or alone"
    if rule.matter:
        yield f"- in the gate under: {rule.matter}"
    yield f"- counted: {firing().get(rule.id) or 'not yet'}"


def _quoted(words: str) -> str:
    marks = "``" if "`" in words else "`"
    return f"{marks}{words}{marks}"
