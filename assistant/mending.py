"""Suggestions taken: a finding's words put in place, and the update recorded with its reason."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.checks import Finding
from assistant.checks.editor.place import ENACTING, TITLE
from assistant.draft import Change, Draft
from assistant.editing import record, replace_words, set_enacting, set_title
from assistant.errors import AssistantError


class NoSuggestionError(AssistantError):
    """A finding whose right words cannot be known was to be taken."""


def take(draft: Draft, finding: Finding) -> Draft:
    """The draft with a finding's suggestion in place, recorded as a technical change.

    Raises:
        NoSuggestionError: the finding offers no words.
        EditingError: the words that it quotes are not there any more.
    """
    if finding.suggestion is None:
        raise NoSuggestionError(
            f"{finding.label}: {finding.message}; no words are known to put there: edit the paragraph"
        )
    mended = _put(draft, finding, finding.suggestion)
    entry = draft.at(finding.label)
    if entry is None:
        return mended
    reason = "; ".join(filter(None, (finding.message, finding.reason)))
    return record(mended, entry.id, Change(finding.rule, finding.found, finding.suggestion, reason))


def _put(draft: Draft, finding: Finding, words: str) -> Draft:
    """The words in place; the title and the enacting words are no paragraphs."""
    for label, text, change in (
        (TITLE, draft.title, set_title),
        (ENACTING, draft.enacting, set_enacting),
    ):
        if finding.label == label:
            return change(draft, text[: finding.start] + words + text[finding.end :])
    return replace_words(draft, finding.label, finding.start, finding.end, words)


def take_all(draft: Draft, findings: Iterable[Finding]) -> Draft:
    """The draft with every suggestion in place; of findings that overlap the first in reading order is taken."""
    chosen: list[Finding] = []
    for finding in findings:
        if finding.suggestion is None:
            continue
        if any(f.label == finding.label and finding.start < f.end and f.start < finding.end for f in chosen):
            continue
        chosen.append(finding)
    for finding in reversed(chosen):  # from the end, so that the offsets before stay right
        draft = take(draft, finding)
    return draft
