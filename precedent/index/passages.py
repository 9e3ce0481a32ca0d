"""The passages of a text: the units that are looked for. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from precedent.index.ranking import fingerprint
from precedent.index.variants import pattern
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
    pattern: int
    """Equal for wording that differs only in dates, sessions, symbols and figures."""


def passages(resolution: Resolution) -> tuple[Passage, ...]:
    """Every paragraph but headings and tables, with its sub-paragraphs and closing words folded in.

    A sub-paragraph is a passage of its own as well: who drafts one looks for one.
    """
    groups: list[list[Paragraph]] = []
    for paragraph in resolution.paragraphs:
        if paragraph.kind not in _SEARCHED:
            continue
        if groups and (paragraph.level or paragraph.closing) and groups[-1][0].section == paragraph.section:
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    wanted = (passage for group in groups for passage in (group, *([p] for p in group[1:] if p.level)))
    return tuple(_passage(group) for group in wanted if any(p.text.strip() for p in group))


def _passage(group: list[Paragraph]) -> Passage:
    first = group[0]
    text = " ".join(filter(None, (p.text.strip() for p in group)))
    return Passage(first.label, first.kind, first.opening, text, fingerprint(text), pattern(text))
