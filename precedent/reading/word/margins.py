"""What stands beside the words of a Word file: comments with their answers, and the changes that were tracked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from precedent.reading.akn.runs import local
from precedent.reading.word.revisions import moment
from precedent.reading.word.styles import ON, value
from precedent.reading.word.words import Anchor, Words
from precedent.review import Comment, Hand, TrackedChange


@dataclass(frozen=True, slots=True)
class Remarked:
    """One comment as the file has it, before its words are found."""

    identity: str
    author: str
    date: str
    element: etree._Element
    paragraph: str
    """Id of its last paragraph, by which the file tells what it answers."""


def remarked(root: etree._Element | None) -> list[Remarked]:
    """The comments in `word/comments.xml`."""
    return [
        Remarked(
            value(each, "id") or "",
            value(each, "author") or "",
            value(each, "date") or "",
            each,
            next((_named(p, "paraId") for p in reversed(each) if local(p) == "p"), ""),
        )
        for each in (() if root is None else root)
        if local(each) == "comment"
    ]


def _named(element: etree._Element, name: str) -> str:
    """An attribute of one of the later namespaces of Word."""
    return next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")


@dataclass(frozen=True, slots=True)
class Threads:
    """Which comments answer others and which are settled: `word/commentsExtended.xml`."""

    parents: dict[str, str]
    done: frozenset[str]

    @classmethod
    def of(cls, root: etree._Element | None) -> Threads:
        """All empty where the file has no such part."""
        entries = [each for each in (() if root is None else root) if local(each) == "commentEx"]
        parents = {_named(each, "paraId"): _named(each, "paraIdParent") for each in entries}
        done = (_named(each, "paraId") for each in entries if _named(each, "done") in ON)
        return cls({one: other for one, other in parents.items() if other}, frozenset(done))


def comments(
    found: Sequence[Remarked], said: Sequence[Words], threads: Threads, places: Sequence[tuple[str, Words]]
) -> tuple[Comment, ...]:
    """All comments, in the order of the file; an answer without a place of its own stands where the other does.

    Args:
        found: as the file has them.
        said: the words of each.
        threads: which answers which.
        places: the label and the words of each place of the text.
    """
    anchors: dict[str, tuple[str, Anchor]] = {}
    for label, words in places:
        for anchor in words.comments:
            anchors.setdefault(anchor.comment, (label, anchor))
    numbers = {each.paragraph: place for place, each in enumerate(found) if each.paragraph}
    made: list[Comment] = []
    for place, (each, words) in enumerate(zip(found, said, strict=True)):
        above = numbers.get(threads.parents.get(each.paragraph, ""), place)
        answers = above if above < place else None  # itself, or one below, would make a circle
        label, anchor = anchors.get(each.identity, ("", Anchor(0, 0, "")))
        at = (label, anchor.start, anchor.end) if label else ("", 0, 0)
        if not label and answers is not None:
            at = (made[answers].label, made[answers].start, made[answers].end)
        made.append(
            Comment(
                label=at[0],
                start=at[1],
                end=at[2],
                author=each.author,
                date=moment(each.date),
                text=words.text,
                resolved=bool(each.paragraph) and each.paragraph in threads.done,
                answers=answers,
            )
        )
    return tuple(made)


def changes(places: Iterable[tuple[str, Words]]) -> Iterator[TrackedChange]:
    """The changes at each place, in order; those above the text have no place."""
    for label, words in places:
        for altered in words.changes:
            former = altered.change.within
            yield TrackedChange(
                kind=altered.change.kind,
                label=label,
                start=altered.start if label else 0,
                end=altered.end if label else 0,
                text=altered.text,
                author=altered.change.author,
                date=moment(altered.change.date),
                spaced=altered.spaced,
                put_in_by=Hand(former.author, moment(former.date)) if former else None,
                whole=bool(former) and altered.whole,
            )
