"""The footnote that lists earlier resolutions: what leaves the text joins it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from assistant.checks.finding import Finding, Severity
from assistant.checks.rules.stale import judge as judge_citation
from assistant.checks.rules.updates import finding
from assistant.checks.subject import Slot, Subject
from precedent.references import ResolutionCitation
from precedent.series import Fate
from precedent.symbol import Symbol

_BEFORE = re.compile(r"(?P<link>,? and |, )\Z|(?P<one>\b[Rr]esolution) \Z")
"""What stands before the last item of a list, or before the only one."""


def judge(subject: Subject) -> Iterator[Finding]:
    """A finding for each list in a note that has to grow by the resolution that its caller cites no longer."""
    if not subject.tabled_again:
        return
    for note, caller in subject.callers.items():
        listed = [s for s in subject.by_label.get(note, ()) if isinstance(s.reference, ResolutionCitation)]
        for slot in subject.by_label.get(caller, ()) if listed else ():
            found = _due(listed, slot, subject)
            if found is not None:
                yield found
                break


def _due(listed: list[Slot], cited: Slot, subject: Subject) -> Finding | None:
    """The list must grow by what lies between its last item and what the caller's slot will cite."""
    told = (_by_register(listed[-1], cited, subject), _by_history(listed, cited, subject))
    return min(filter(None, told), key=lambda f: f.severity is not Severity.ERROR, default=None)


def _by_register(last: Slot, cited: Slot, subject: Subject) -> Finding | None:
    """Evidence of the register: editions of the series that the list lacks once the caller cites the newest."""
    if not isinstance(cited.reference, ResolutionCitation) or not isinstance(
        last.reference, ResolutionCitation
    ):
        return None
    known = subject.editions_known(cited.reference.symbol)
    ends, cites = last.reference.symbol, cited.reference.symbol
    if ends not in known or known.index(ends) >= known.index(cites):
        return None
    moves = judge_citation(cited, subject)
    due = moves if moves and moves.rule in ("stale-citation", "stale-edition") else None
    joins = known[known.index(ends) + 1 : -1 if due else known.index(cites)]
    if not joins:
        return None
    # In an earlier text the list is whole as it stands: it has to grow when a draft cites the successor.
    sure = subject.is_draft and (due.severity is Severity.ERROR if due else cited.touched)
    return _finding(
        last,
        joins,
        certain=sure and _without_gaps(ends, joins),
        reason=f"the list has the editions before the one that {cited.label} cites",
        sources=tuple(source for symbol in joins for source in subject.told_by(str(symbol))),
    )


def _without_gaps(last: Symbol, joins: tuple[Symbol, ...]) -> bool:
    """Whether one edition a session follows; where one is missing, the register may not know it."""
    sessions = [int(s.session) if s.session.isdigit() else 0 for s in (last, *joins)]
    return all(later - earlier == 1 for earlier, later in pairwise(sessions))


def _by_history(listed: list[Slot], cited: Slot, subject: Subject) -> Finding | None:
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
    return _finding(
        last,
        (based.symbol,),
        certain=str(based.symbol) in own[:1] or cited.touched,
        reason=f"in each edition the resolution that {cited.label} cited before was added here",
    )


def _finding(
    last: Slot, joins: tuple[Symbol, ...], *, certain: bool, reason: str, sources: tuple[str, ...] = ()
) -> Finding:
    start, end = last.reference.span.start, last.reference.span.end
    before = _BEFORE.search(last.text, 0, start)
    begins = before.start() if before else start
    items = [last.words, *(symbol.citation for symbol in joins)]
    made = finding(
        last,
        "stale-series-note",
        Severity.ERROR if certain else Severity.WARNING,
        f"{_listing(items[1:])} {'join' if len(joins) > 1 else 'joins'} the list when the text cites its successor",
        reason=reason,
        sources=sources,
    )
    return replace(
        made,
        start=begins,
        end=end,
        found=last.text[begins:end],
        suggestion=_joined(before) + _listing(items),
    )


def _listing(items: list[str]) -> str:
    """Items as text lists them, the last one after "and"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def _joined(before: re.Match[str] | None) -> str:
    """How the item that was the last one is linked now."""
    if before is None:
        return ""
    return f"{before['one']}s " if before["one"] else ", "
