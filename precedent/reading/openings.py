"""How paragraphs open: with a participle in the preamble, with a verb in the third person in the operative part.

The words are those of CONVENTIONS, Appendix A (openings of adopted texts, 74th to 80th sessions).
"""

from __future__ import annotations

import re

from precedent.resolution import Kind

_ADVERBS = frozenset(
    """also again accordingly deeply firmly fully further gravely particularly profoundly seriously solemnly strongly
    once more unequivocally urgently warmly highly extremely deeply likewise categorically utterly greatly deep""".split()
)
_ADJECTIVES = frozenset(
    """alarmed anxious appalled aware cognizant committed concerned confident conscious convinced dedicated desirous
    determined disturbed encouraged grateful guided horrified inspired mindful motivated moved persuaded pleased
    prompted resolved saddened shocked troubled""".split()
)
_NO_PARTICIPLES = frozenset(
    "during nothing something everything anything king spring string wing being".split()
)
_NO_VERBS = frozenset(
    """as this its his was has is us thus perhaps always sometimes besides towards afterwards states members
    governments nations measures countries parties annex various previous numerous""".split()
)


def part_of(text: str) -> Kind | None:
    """Whether a paragraph opens like a preambular or like an operative one; None where the words do not tell."""
    for word in re.findall(r"[A-Za-z]+", text[:60])[:3]:
        low = word.lower()
        if low in _ADVERBS:
            continue
        if low in _ADJECTIVES or (low.endswith("ing") and low not in _NO_PARTICIPLES):
            return Kind.PREAMBULAR
        return Kind.OPERATIVE if low.endswith("s") and low not in _NO_VERBS else None
    return None
