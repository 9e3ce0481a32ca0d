"""The rules: those declared beside the code that judges by them, one module a family, and those that are data."""

from assistant.checks.editor import shipped_rules
from assistant.checks.rule import Rule
from assistant.checks.rules import (
    citations,
    consistency,
    departures,
    form,
    meetings,
    quotations,
    reports,
    statistics,
    superseded,
    timing,
    updates,
)

FAMILIES = (
    updates,
    statistics,
    reports,
    superseded,
    meetings,
    timing,
    citations,
    quotations,
    consistency,
    departures,
    form,
)

WITH_CODE: dict[str, Rule] = {rule.id: rule for family in FAMILIES for rule in family.RULES}
"""The rules that need the index, the register of facts or the history of a slot."""

RULES: dict[str, Rule] = WITH_CODE | shipped_rules().rules
"""Every rule by its id."""
