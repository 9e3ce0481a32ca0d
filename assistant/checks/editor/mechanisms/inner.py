"""References of a text to its own paragraphs: "paragraph 5 above", "paragraphs 4 and 5 of the present resolution"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.editor.place import Hit, Text
from precedent.references import ParagraphReference
from precedent.resolution import Kind
from precedent.series import references_in

_OWN = ("above", "below", "present")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class InnerReference:
    """References to paragraphs that the text does not have, or that stand on the other side."""

    def meets_in(self, text: Text) -> Iterator[tuple[str, Hit]]:
        """Each of them; nothing where the text counts its parts apart, since it is not told which is meant."""
        own = [p for p in text.resolution.paragraphs if p.kind is Kind.OPERATIVE and not p.level and p.number]
        if not own or any(p.section for p in own):
            return
        order = {(p.number or "").strip(". "): place for place, p in enumerate(own)}
        at = _places(text)
        for label, place in text.places:
            if "aragraph" not in place.text:
                continue
            for reference in references_in(place.text, text.organ):
                if (
                    isinstance(reference, ParagraphReference)
                    and reference.where in _OWN
                    and not reference.quoted
                ):
                    yield from _judged(label, reference, order, at.get(label))


def _places(text: Text) -> dict[str, int]:
    """Label → how many operative paragraphs of the text begin before it, its own counted."""
    found, count = {}, -1
    for paragraph in text.resolution.paragraphs:
        if paragraph.kind is Kind.OPERATIVE and not paragraph.level and paragraph.number:
            count += 1
        if not paragraph.section:
            found[paragraph.label] = count
    return found


def _judged(
    label: str, reference: ParagraphReference, order: dict[str, int], here: int | None
) -> Iterator[tuple[str, Hit]]:
    span = reference.span
    for number in reference.numbers:
        digits = _NUMBER.match(number)
        if digits is None:
            continue
        there = order.get(digits[0])
        if there is None:
            message = f"the text has no paragraph {digits[0]}"
        elif here is not None and reference.where == "above" and there > here:
            message = f"paragraph {digits[0]} stands below"
        elif here is not None and reference.where == "below" and there < here:
            message = f"paragraph {digits[0]} stands above"
        else:
            continue
        yield label, Hit(span.start, span.end, message=message)
        return
