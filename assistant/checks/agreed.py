"""Words that were adopted so: what a rule about wording says of them is only noted.

A drafter who takes a paragraph over from an adopted text keeps its words, whatever an editor thinks of them: agreed
language that is touched may be opened again. Words count as taken over where they stand, with those round them, in
the text that the paragraph remembers it came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Rule
from assistant.draft import Draft, Entry, digest
from precedent.index.protocol import PrecedentIndex
from precedent.resolution import Resolution
from precedent.wording import words

_AROUND = 2
"""Words on each side that have to be the same; marks may differ, since a mend may have put them."""


def origins(draft: Draft, now: Resolution) -> dict[str, tuple[str, str]]:
    """Symbol and label of the paragraph that each one of a draft remembers it was taken from, by its label now."""
    return {
        paragraph.label: (entry.origin.symbol, entry.origin.label)
        for entry, paragraph in zip(draft.entries, now.paragraphs, strict=True)
        if entry.origin is not None
    }


def as_agreed(
    draft: Draft, findings: tuple[Finding, ...], rules: Mapping[str, Rule], index: PrecedentIndex
) -> tuple[Finding, ...]:
    """The findings, those about wording that was adopted so as hints that say where.

    Raises:
        IndexUnavailableError: the precedent index cannot be read.
    """
    sources: dict[tuple[str, str], str | None] = {}

    def source_of(entry: Entry) -> str | None:
        """The words as they were adopted; None where the index does not hold them."""
        assert entry.origin is not None  # noqa: S101 - asked only of what came from somewhere
        key = (entry.origin.symbol, entry.origin.label)
        if key not in sources:
            text = index.document(key[0])
            sources[key] = text.text_at(key[1]) if text is not None else None
        return sources[key]

    labels = draft.labels
    entries = {labels[entry.id]: entry for entry in draft.entries}

    def told(finding: Finding) -> Finding:
        rule = rules.get(finding.rule)
        if rule is None or not rule.wording or finding.label.startswith("FN"):
            return finding
        entry = entries.get(finding.label)
        if entry is None or entry.origin is None or not _stands(finding, entry, source_of(entry)):
            return finding
        place = f"{entry.origin.symbol} {entry.origin.label}"
        return replace(
            finding,
            severity=Severity.INFO,
            agreed=place,
            reason="; ".join(filter(None, (finding.reason, f"adopted so in {place}"))),
            evidence=(*finding.evidence, place),
        )

    return tuple(map(told, findings))


def _stands(finding: Finding, entry: Entry, source: str | None) -> bool:
    text = entry.content.text
    if source is None:
        return entry.origin is not None and entry.origin.digest == digest(text)
    before = words(text[: finding.start])[-_AROUND:]
    after = words(text[finding.end :])[:_AROUND]
    quoted = " ".join((*before, *words(finding.found), *after))
    return f" {quoted} " in f" {' '.join(words(source))} "
