"""The rules, one module a family."""

from assistant.checks.rule import Rule
from assistant.checks.rules import citations, form, stale

RULES: dict[str, Rule] = {rule.id: rule for family in (stale, citations, form) for rule in family.RULES}
"""Every rule by its id."""
