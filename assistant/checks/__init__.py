"""Checks: rules over a text, and the findings that they give."""

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Rule
from assistant.checks.rules import RULES
from assistant.checks.runner import check, dismissed, standing
from assistant.checks.subject import Context

__all__ = ["RULES", "Context", "Finding", "Rule", "Severity", "check", "dismissed", "standing"]
