"""Checks: rules over a text, and the findings that they give.

Each name is loaded when it is first asked for: whoever shows a finding does not wait for the rules.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_WHERE = {
    "dismissing": "Aside asides put_aside standing",
    "finding": "Finding Severity",
    "profile": "Level Profile misread",
    "rule": "Rule",
    "rules": "RULES",
    "runner": "Report check report",
    "subject": "Context",
}
"""The public names by the module that has them."""
_MODULE = {name: f"assistant.checks.{module}" for module, names in _WHERE.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _MODULE:
        raise AttributeError(f"module 'assistant.checks' has no attribute {name!r}")
    return getattr(import_module(_MODULE[name]), name)
