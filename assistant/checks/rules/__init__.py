"""The rules, one module a family."""

from assistant.checks.rule import Rule
from assistant.checks.rules import citations, form, meetings, timing, updates

FAMILIES = (updates, citations, meetings, timing, form)

RULES: dict[str, Rule] = {rule.id: rule for family in FAMILIES for rule in family.RULES}
"""Every rule by its id."""
