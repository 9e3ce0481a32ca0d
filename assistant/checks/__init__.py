"""Checks: rules over a text, and the findings that they give."""

from assistant.checks.dismissing import Aside, asides, put_aside, standing
from assistant.checks.finding import Finding, Severity
from assistant.checks.profile import Level, Profile, misread
from assistant.checks.rule import Rule
from assistant.checks.rules import RULES
from assistant.checks.runner import Report, check, report
from assistant.checks.subject import Context

__all__ = [
    "RULES",
    "Aside",
    "Context",
    "Finding",
    "Level",
    "Profile",
    "Report",
    "Rule",
    "Severity",
    "asides",
    "check",
    "misread",
    "put_aside",
    "report",
    "standing",
]
