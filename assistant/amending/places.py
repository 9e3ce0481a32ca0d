"""How a text hangs together, and how the instructions of an amendment name its places. Pure.

Names are those of published amendment documents: preambular paragraphs by spelled ordinal, operative ones by number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from precedent.resolution import Kind, Paragraph
from precedent.session import ordinal_words

_ROMAN = re.compile(r"[IVXL]+")


@dataclass(frozen=True, slots=True)
class Tree:
    """Which paragraph stands under which, by their places in the text."""

    paragraphs: tuple[Paragraph, ...]
    parents: tuple[int | None, ...]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph]) -> Tree:
        """Sub-paragraphs stand under theirs, and so do words that return to a paragraph after its list."""
        parents: list[int | None] = []
        open_: list[tuple[int, int]] = []
        for place, paragraph in enumerate(paragraphs):
            level = paragraph.level
            heading = paragraph.kind is Kind.HEADING
            if open_ and paragraphs[open_[-1][1]].section != paragraph.section:
                open_ = []
            if paragraph.closing:
                del open_[1:]
            elif heading or not level:
                open_ = []
            else:
                while open_ and open_[-1][0] >= level:
                    open_.pop()
            parents.append(open_[-1][1] if open_ else None)
            if not heading and not paragraph.closing:
                open_.append((level, place))
        return cls(tuple(paragraphs), tuple(parents))

    def children(self, place: int | None) -> list[int]:
        """Those directly under a paragraph; under None those that stand under no other."""
        return [child for child, parent in enumerate(self.parents) if parent == place]

    def family(self, place: int) -> list[int]:
        """A paragraph and everything under it, in order."""
        found = [place]
        for child in self.children(place):
            found += self.family(child)
        return sorted(found)


def names(tree: Tree) -> list[str]:
    """How an instruction names each paragraph as a whole, with what stands under it."""
    found: list[str] = []
    preambular = Counter[str]()
    headings = Counter((p.section, p.text) for p in tree.paragraphs if p.kind is Kind.HEADING)
    parts = any(p.section == "A" for p in tree.paragraphs)
    roots = Counter(p.section for p in tree.paragraphs if _is_operative(p))
    for place, paragraph in enumerate(tree.paragraphs):
        where = _part(paragraph.section, parts=parts)
        if paragraph.kind is Kind.PREAMBULAR and not paragraph.level and not paragraph.closing:
            preambular[paragraph.section] += 1
        if paragraph.kind is Kind.HEADING:
            before = ""
            if headings[paragraph.section, paragraph.text] > 1 and place + 1 < len(tree.paragraphs):
                before = f" before “{tree.paragraphs[place + 1].text[:40].rstrip()} …”"
            found.append(f"the heading “{paragraph.headline}”{before}{where}")
        else:
            only = roots[paragraph.section] == 1
            found.append(_named(paragraph, preambular[paragraph.section], only=only) + where)
    return found


def chapeau(tree: Tree, place: int, name: str) -> str:
    """How its own words are named where others stand under it."""
    return f"the chapeau of {name}" if tree.children(place) else name


def _part(section: str, *, parts: bool) -> str:
    if not section:
        return ""
    if section.startswith(("Annex", "Appendix")):
        return f" of {'the ' if ' ' not in section else ''}{section[0].lower()}{section[1:]}"
    return f" of {'section' if _ROMAN.fullmatch(section) and not parts else 'part'} {section}"


def _is_operative(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.OPERATIVE and not paragraph.level and not paragraph.closing


def _named(paragraph: Paragraph, preambular: int, *, only: bool) -> str:
    inner = "".join(re.findall(r" \(?\w+\)", paragraph.label))
    if paragraph.kind is Kind.PREAMBULAR:
        closing = "the closing text of " if paragraph.closing else ""
        return f"{closing}the {ordinal_words(max(1, preambular))} preambular paragraph{inner}"
    if paragraph.kind is Kind.TABLE:
        return f"the row “{paragraph.text[:40].rstrip()}{' …' if len(paragraph.text) > 40 else ''}”"
    own = re.sub(r"^(?:.*? )?(?:OP|PP|R|X) ?(?=\d|–)", "", paragraph.label)
    if paragraph.kind is Kind.OPERATIVE or paragraph.number:
        what = "operative paragraph" if paragraph.kind is Kind.OPERATIVE else "paragraph"
        closing = "the closing text of " if paragraph.closing else ""
        number = own.removesuffix(" closing")
        if paragraph.kind is Kind.OPERATIVE and only:  # which is printed without a number
            return f"{closing}the {what}{inner}"
        return f"{closing}{what} {number}"
    return f"the paragraph “{paragraph.text[:40].rstrip()} …”"
