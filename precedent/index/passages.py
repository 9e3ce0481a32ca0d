"""The passages of a text: each paragraph with its sub-paragraphs folded in, as it is looked for. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from precedent.index.ranking import fingerprint
from precedent.resolution import Kind, Paragraph, Resolution

_SEARCHED = frozenset(Kind) - {Kind.HEADING, Kind.TABLE}


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of an earlier text as the index holds it."""

    label: str
    kind: Kind
    opening: str
    text: str
    wording: int
    """Fingerprint of the text: equal for identical wording."""


def passages(resolution: Resolution) -> tuple[Passage, ...]:
    """Every paragraph but headings and tables; sub-paragraphs and closing words are folded into theirs."""
    groups: list[list[Paragraph]] = []
    for paragraph in resolution.paragraphs:
        if paragraph.kind not in _SEARCHED:
            continue
        if groups and (paragraph.level or paragraph.closing) and groups[-1][0].section == paragraph.section:
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return tuple(_passage(group) for group in groups if any(p.text.strip() for p in group))


def _passage(group: list[Paragraph]) -> Passage:
    first = group[0]
    text = " ".join(filter(None, (p.text.strip() for p in group)))
    return Passage(first.label, first.kind, first.opening, text, fingerprint(text))
