"""How findings are printed."""

from collections.abc import Iterable

from assistant.checks import Finding, Severity
from assistant.cli import output

_MARKS = {Severity.ERROR: "error", Severity.WARNING: "look", Severity.INFO: "note"}


def counted(number: int, thing: str) -> str:
    """A number and what it counts: 1 finding, 2 findings."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def print_findings(findings: Iterable[Finding], *, why: bool = False) -> None:
    """Print findings for a reader; with `why` the pieces of evidence that weighed most."""
    for finding in findings:
        output.line(f"  {finding.label:<10} {_MARKS[finding.severity]:<5} {finding.rule}: “{finding.found}”")
        output.line(f"             {finding.message}")
        if finding.suggestion is not None:
            output.line(f"             → “{finding.suggestion}”")
        if finding.reason:
            output.line(f"             {finding.reason}")
        for line in finding.weighed if why else ():
            output.line(f"             {line}")
