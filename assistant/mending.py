"""Suggestions taken and taken back: words put in place, the update recorded with its reason, or undone by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from assistant.checks import Finding
from assistant.checks.beside import beside, likeness
from assistant.checks.editor.place import ENACTING
from assistant.checks.rule import Rule
from assistant.draft import Change, Draft
from assistant.editing import calls_behind, delete, forget, record, replace_words, set_enacting
from assistant.errors import AssistantError


class NoSuggestionError(AssistantError):
    """A finding whose right words cannot be known was to be taken."""


def take(draft: Draft, finding: Finding) -> Draft:
    """The draft with a finding's suggestion in place, recorded as a technical change.

    A suggestion of no words at all for a whole paragraph takes the paragraph out.

    Raises:
        NoSuggestionError: the finding offers no words.
        EditingError: the words that it quotes are not there any more.
    """
    if finding.suggestion is None:
        raise NoSuggestionError(
            f"{finding.label}: {finding.message}; no words are known to put there: edit the paragraph"
        )
    entry = draft.at(finding.label)
    if not finding.suggestion and entry is not None and finding.found == entry.content.text:
        return delete(draft, [entry.id])
    mended = _put(draft, finding, finding.suggestion)
    if entry is None:
        return mended
    reason = "; ".join(filter(None, (finding.message, finding.reason)))
    text, end = mended.resolution.text_at(finding.label) or "", finding.start + len(finding.suggestion)
    in_front, behind = beside(text, finding.start, end)
    change = Change(finding.rule, finding.found, finding.suggestion, reason, in_front=in_front, behind=behind)
    return record(mended, entry.id, change)


def _put(draft: Draft, finding: Finding, words: str) -> Draft:
    """The words in place; the enacting words are no paragraph.

    Words that stay as they are let the marks of notes among them go behind them.
    """
    if words == finding.found:
        return calls_behind(draft, finding.label, finding.start, finding.end)
    if finding.label == ENACTING:
        text = draft.enacting
        return set_enacting(draft, text[: finding.start] + words + text[finding.end :])
    return replace_words(draft, finding.label, finding.start, finding.end, words)


def same_elsewhere(finding: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that take their words from the same entry of the register of facts, this one among them.

    One figure stands in several paragraphs; taken together they are one step.
    """
    if not finding.entry:
        return (finding,)
    return tuple(f for f in findings if f.entry == finding.entry and f.suggestion is not None)


def take_all(draft: Draft, findings: Iterable[Finding]) -> Draft:
    """The draft with every suggestion in place; of findings that overlap the first in reading order is taken."""
    for finding in reversed(apart(findings)):  # from the end, so that the offsets before stay right
        draft = take(draft, finding)
    return draft


def apart(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that offer words and do not overlap; of those that do the first in reading order."""
    chosen: list[Finding] = []
    for finding in findings:
        if finding.suggestion is None:
            continue
        if any(f.label == finding.label and finding.start < f.end and f.start < finding.end for f in chosen):
            continue
        chosen.append(finding)
    return chosen


class NoSuchRuleError(AssistantError):
    """A rule was named that there is not."""


ROUNDS = 4
"""A mend may let another rule speak (a sequence goes on from the paragraph before); it ends soon."""


def chosen_rules(rules: Mapping[str, Rule], names: Iterable[str]) -> frozenset[str]:
    """The ids of the rules that are meant by ids ("PU08"), their letters ("SQ") or families ("sequence").

    Raises:
        NoSuchRuleError: says which name means none.
    """
    found: set[str] = set()
    for name in names:
        meant = {
            rule.id
            for rule in rules.values()
            if name.lower() in (rule.id.lower(), rule.id.rstrip("0123456789").lower(), rule.family.value)
        }
        if not meant:
            raise NoSuchRuleError(f"{name}: there is no such rule or family; penholder explain lists them")
        found |= meant
    return frozenset(found) if found else frozenset(rules)


def mend(
    draft: Draft,
    check: Callable[[Draft], tuple[Finding, ...]],
    rules: Container[str],
    *,
    agreed: bool = False,
) -> tuple[Draft, tuple[Finding, ...]]:
    """The draft with every safe suggestion of these rules in place, and the findings that were mended.

    Args:
        draft: the draft as it stands.
        check: what finds in a draft what is open.
        rules: ids of the rules that may mend.
        agreed: also words that were adopted so.
    """
    mended: list[Finding] = []
    for _ in range(ROUNDS):
        open_ = [f for f in check(draft) if f.rule in rules and f.mendable and (agreed or not f.agreed)]
        after = take_all(draft, open_)
        if after == draft:
            break
        mended += apart(open_)
        draft = after
    return draft, tuple(mended)


class NoWayBackError(AssistantError):
    """A recorded update cannot be undone by itself: its words are not there any more, or more than once."""


def take_back(draft: Draft, identity: str, change: Change) -> Draft:
    """The draft with one recorded update undone: the words from before it, and nothing on the list.

    Where its words stand in several places, the neighbours that were recorded with it say which is its own.

    Raises:
        NoWayBackError: the words that it put in place were changed since, or nothing tells which place was meant.
        EditingError: where there is no such paragraph, or no such update of it.
    """
    label = draft.labels.get(identity, "")
    places = _own_places(change, list(_texts(draft, identity)))
    if len(places) != 1:
        why = "were changed since" if not places else f"stand in {len(places)} places"
        raise NoWayBackError(f"{label}: the words “{change.after}” {why}; edit the paragraph by hand")
    where, start = places[0]
    undone = replace_words(draft, where, start, start + len(change.after), change.before)
    return forget(undone, identity, change)


def _own_places(change: Change, texts: Iterable[tuple[str, str]]) -> list[tuple[str, int]]:
    """Where the words of an update stand: of several places those that are most like its own."""
    found = [(label, text, at) for label, text in texts for at in _found(text, change)]
    if len(found) > 1 or not change.after:  # of words that went only the neighbours are left
        kept = (change.in_front, change.behind)
        alike = [likeness(kept, beside(text, at, at + len(change.after))) or 0 for _, text, at in found]
        best = max(alike, default=0)
        found = [one for one, how in zip(found, alike, strict=True) if how == best and (best or change.after)]
    return [(label, at) for label, _, at in found]


def _texts(draft: Draft, identity: str) -> Iterator[tuple[str, str]]:
    entry = draft.entry(identity)
    yield draft.labels[identity], entry.content.text
    called = {call.marker for call in entry.content.notes}
    yield from ((note.label, note.text) for note in draft.footnotes if note.marker in called)


def _found(text: str, change: Change) -> list[int]:
    """Where the words of an update stand that are not part of longer ones; of words that went, every gap for them."""
    words = change.after
    if not words:
        gap = r"(?<=\s)|^" if change.before[:1].isalnum() else r"(?=\s)|$"
        return [match.start() for match in re.finditer(gap, text)]
    start = r"(?<!\w)" if words[0].isalnum() else ""
    end = r"(?!\w)" if words[-1].isalnum() else ""
    return [match.start() for match in re.finditer(start + re.escape(words) + end, text)]
