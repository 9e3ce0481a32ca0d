"""The notes of a text that is amended: which come, which go, and where they are called in the words that are quoted.

A call is a letter of the private use area while words are compared, so that it keeps its place among them. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.comparing import MANY, Line, compared
from precedent.resolution import Footnote, NoteCall, Paragraph, Resolution

_GONE, _COME = 0xE000, 0xE800
_OLD = re.compile("[\ue000-\ue7ff]")
_NEW = re.compile("[\ue800-\uefff]")
_REPLACED = re.compile("replace “(?P<old>[^”]*)” with “(?P<new>[^”]*)”")
_INSERTED = re.compile("(?P<side>after|before) “(?P<at>[^”]*)”, insert “(?P<call>[\ue800-\uefff]+)”")
_DELETED = re.compile("delete “(?P<calls>[\ue000-\ue7ff]+)”")


@dataclass(frozen=True, slots=True)
class Told:
    """An instruction with the calls in the words that it quotes."""

    text: str
    calls: tuple[NoteCall, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of one paragraph in both texts, with the calls of the notes that only one of them has."""

    old: str
    new: str
    gone: tuple[str, ...]
    """Markers of the notes of the base."""
    come: tuple[str, ...]
    """Markers of the notes of the new text."""

    def told(self, instruction: str) -> Told:
        """What is done to notes told by their numbers, or with their calls among the words."""
        words = _INSERTED.sub(_with_call, instruction)
        words = _REPLACED.sub(self._replaced, words)
        words = _DELETED.sub(lambda found: self._deleted(found["calls"]), words)
        words = _OLD.sub("", words)
        plain, calls = "", []
        for letter in words:
            if _NEW.match(letter):
                calls.append(NoteCall(len(plain), self.come[ord(letter) - _COME]))
            else:
                plain += letter
        return Told(plain, tuple(calls))

    def _replaced(self, found: re.Match[str]) -> str:
        """Words that stay while a note of theirs goes."""
        gone = "".join(_OLD.findall(found["old"]))
        if _OLD.sub("", found["old"]) == _OLD.sub("", found["new"]) and gone:
            return self._deleted(gone)
        return found[0]

    def _deleted(self, calls: str) -> str:
        return " and ".join(f"delete footnote {self.gone[ord(call) - _GONE]}" for call in calls)


@dataclass(frozen=True, slots=True)
class Footnoting:
    """The notes of both texts; notes marked by asterisks belong to the masthead and stay out."""

    base: tuple[Footnote, ...]
    new: tuple[Footnote, ...]
    gone: frozenset[str]
    come: frozenset[str]
    changed: tuple[tuple[str, str, str], ...]
    """Of notes that both have in other words: the marker in the base, the old words and the new."""

    @classmethod
    def of(cls, base: Resolution, new: Resolution) -> Footnoting:
        """Notes are the same where their words are, or are like each other."""
        olds, news = (
            tuple(n for n in text.footnotes if not n.marker.startswith("*")) for text in (base, new)
        )
        rows = compared(*([Line(f"{MANY}note", note.text) for note in notes] for notes in (olds, news)))
        there = [(row.before, row.after) for row in rows if row.before is not None and row.after is not None]
        there += [
            (row.before, row.twin)
            for row in rows
            if row.moved and row.before is not None and row.twin is not None
        ]
        kept, stay = {old for old, _ in there}, {new for _, new in there}
        return cls(
            olds,
            news,
            frozenset(note.marker for place, note in enumerate(olds) if place not in kept),
            frozenset(note.marker for place, note in enumerate(news) if place not in stay),
            tuple(
                (olds[old].marker, olds[old].text, news[after].text)
                for old, after in sorted(there)
                if olds[old].text != news[after].text
            ),
        )

    def quoted(self, old: Paragraph, new: Paragraph) -> Quoted:
        """The words of a paragraph in both texts."""
        gone = [call for call in old.notes if call.marker in self.gone]
        come = [call for call in new.notes if call.marker in self.come]
        return Quoted(
            _lettered(old.text, gone, _GONE),
            _lettered(new.text, come, _COME),
            tuple(call.marker for call in gone),
            tuple(call.marker for call in come),
        )


def _with_call(found: re.Match[str]) -> str:
    """A call alone is told with the word that it stands behind."""
    at, call = found["at"], found["call"]
    return f"replace “{at}” with “{at + call if found['side'] == 'after' else call + at}”"


def _lettered(text: str, calls: list[NoteCall], first: int) -> str:
    for place, call in reversed(list(enumerate(calls))):
        text = text[: call.offset] + chr(first + place) + text[call.offset :]
    return text
