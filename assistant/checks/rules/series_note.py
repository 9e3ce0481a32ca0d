"""The footnote that lists earlier resolutions: what leaves the text joins it (CONVENTIONS RF10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.finding import Finding, Severity
from assistant.checks.rules.stale import finding
from assistant.checks.subject import Slot, Subject
from precedent.references import ResolutionCitation
from precedent.series import Fate
from precedent.symbol import Symbol

_BEFORE = re.compile(r"(?P<link>,? and |, )\Z|(?P<one>\b[Rr]esolution) \Z")
"""What stands before the last item of a list, or before the only one."""


def judge(slots: tuple[Slot, ...], subject: Subject) -> Iterator[Finding]:
    """A finding for each list in a note that has to grow by the resolution that its caller cites no longer."""
    callers = {
        f"FN{call.marker}": paragraph.label
        for paragraph in subject.resolution.paragraphs
        for call in paragraph.notes
    }
    by_label: dict[str, list[Slot]] = {}
    for slot in slots:
        by_label.setdefault(slot.label, []).append(slot)
    for note, caller in callers.items():
        listed = [s for s in by_label.get(note, ()) if isinstance(s.reference, ResolutionCitation)]
        for slot in by_label.get(caller, ()) if listed else ():
            found = _due(listed, slot, subject)
            if found is not None:
                yield found
                break


def _due(listed: list[Slot], cited: Slot, subject: Subject) -> Finding | None:
    """The list must grow if its last item is what the caller's slot cited one edition before its present one."""
    based, last = cited.based_on, listed[-1]
    if not isinstance(based, ResolutionCitation) or not isinstance(last.reference, ResolutionCitation):
        return None
    if any(
        str(s.reference.symbol) == str(based.symbol)
        for s in listed
        if isinstance(s.reference, ResolutionCitation)
    ):
        return None
    own = [card.symbol for card in subject.before_base]
    of_series = str(based.symbol) in own[:1] and str(last.reference.symbol) in own[1:]
    before = cited.steps[0] if cited.steps else None
    followed = (
        before is not None
        and before.fate is Fate.REPLACED
        and isinstance(before.reference, ResolutionCitation)
        and before.reference.symbol == last.reference.symbol
    )
    if not (of_series or followed):
        return None
    return _finding(last, based.symbol, cited, certain=str(based.symbol) in own[:1] or cited.touched)


def _finding(last: Slot, joins: Symbol, cited: Slot, *, certain: bool) -> Finding:
    start, end = last.reference.span.start, last.reference.span.end
    before = _BEFORE.search(last.text, 0, start)
    begins = before.start() if before else start
    words = f"{last.words} and {joins.citation}"
    made = finding(
        last,
        "stale-series-note",
        Severity.ERROR if certain else Severity.WARNING,
        f"{joins.citation} joins the list when the text cites its successor",
        reason=f"in each edition the resolution that {cited.label} cited before was added here",
    )
    return Finding(
        **{
            name: getattr(made, name)
            for name in ("rule", "severity", "label", "message", "reason", "evidence", "authority")
        },
        start=begins,
        end=end,
        found=last.text[begins:end],
        suggestion=_joined(before) + words,
    )


def _joined(before: re.Match[str] | None) -> str:
    """How the item that was the last one is linked now."""
    if before is None:
        return ""
    return f"{before['one']}s " if before["one"] else ", "
