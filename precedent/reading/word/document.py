"""A Word file as a resolution: its text, its notes and what is printed on its pages, put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from precedent.reading.akn.runs import local
from precedent.reading.plain.pieces import ANNEX, ENACTING
from precedent.reading.plain.statements import date_of
from precedent.reading.word.body import Body
from precedent.reading.word.calls import Calls
from precedent.reading.word.head import BLANK, Head, read_head
from precedent.reading.word.margins import Threads, changes, comments, remarked
from precedent.reading.word.notes import BREAK, footnote, placed, typed_note
from precedent.reading.word.numbering import Numbering
from precedent.reading.word.omissions import Omissions
from precedent.reading.word.package import Package
from precedent.reading.word.paragraphs import Settled, note_mark, settled, without_mark
from precedent.reading.word.revisions import Revisions
from precedent.reading.word.story import Story
from precedent.reading.word.styles import Role, Styles, child, setting, value
from precedent.reading.word.words import NO_WORDS, Words, printed
from precedent.resolution import (
    REPORT_PART,
    DocumentKind,
    Kind,
    Masthead,
    Paragraph,
    Remark,
    Resolution,
    labelled,
)
from precedent.review import TITLE, Comment
from precedent.session import Organ

_PAGE: Final = re.compile(r"\d{1,3}/\d{1,3}")
_PAGES: Final = ("header", "footer")
_DRAWN_UP: Final = ("limited", "resolution", "decision")
"""Kinds of symbols that resolutions and their drafts have."""


class Document:
    """All stories of one file, read in the order of the calls of notes: text, notes, header of the first page."""

    def __init__(self, package: Package, *, original: bool) -> None:
        self._package = package
        self._omissions = Omissions()
        self._styles = Styles(self._related("styles"))
        self._revisions = Revisions(original=original)
        self._calls = Calls(formats=self._formats())
        numbering = Numbering(self._related("numbering"))
        self._story = self._read_by(package.main, numbering, self._calls)
        root = package.part(package.main)
        self._body = child(root, "body")
        raw = [] if self._body is None else list(self._story.lines(self._body))
        typed = [(mark, line) for line in raw if (mark := note_mark(line))]
        self._stars = frozenset(mark for mark, _ in typed if mark.startswith("*"))
        self._loose: list[str] = []
        self.notes = [*self._real_notes(), *((mark, typed_note(mark, line)) for mark, line in typed)]
        """Marker and words of each."""
        self._markers = frozenset(marker for marker, _ in self.notes)
        notes = {id(line) for _, line in typed}
        self.lines = [settled(line, self._markers, self._stars) for line in raw if id(line) not in notes]
        while self.lines and self.lines[-1].words == NO_WORDS:
            self.lines.pop()

    def _related(self, kind: str) -> etree._Element | None:
        found = self._package.related(self._package.main, kind)
        return self._package.part(found[0]) if found else None

    def _read_by(self, part: str, numbering: Numbering | None = None, calls: Calls | None = None) -> Story:
        """A reader for a story that stands in a part of the file."""
        return Story(
            self._styles,
            numbering or Numbering(None),
            self._revisions,
            calls or Calls(),
            addresses=self._package.addresses(part),
            omissions=self._omissions,
        )

    def _formats(self) -> dict[str, str]:
        """How notes are counted: 1, i, a."""
        settings, found = self._related("settings"), {}
        for kind in ("footnote", "endnote"):
            if form := setting(child(settings, f"{kind}Pr"), "numFmt"):
                found[kind] = form
        return found

    def _real_notes(self) -> list[tuple[str, Words]]:
        """The notes that are called, in the order of their calls."""
        elements: dict[tuple[str, str], tuple[str, etree._Element]] = {}
        for kind in ("footnote", "endnote"):
            for part in self._package.related(self._package.main, f"{kind}s")[:1]:
                root = self._package.part(part)
                for element in () if root is None else root:
                    if local(element) == kind and value(element, "type") in (None, "normal"):
                        elements[kind, value(element, "id") or ""] = part, element
        found = []
        for key, marker in self._calls.markers.items():
            words = self._beside(*elements.pop(key)) if key in elements else NO_WORDS
            if key in self._calls.typed:
                words = without_mark(words, marker)
            found.append((marker, words))
        for part, element in elements.values():
            if (words := self._beside(part, element)).text and not self._revisions.changes:
                self._loose.append(words.text)
        return found

    def _beside(self, part: str, element: etree._Element) -> Words:
        """The words of a note or a comment."""
        tokens = []
        for line in self._read_by(part).lines(element):
            tokens += line.tokens
            tokens += [BREAK]
        return printed(tokens, frozenset())

    def _first_page(self) -> tuple[list[Words], list[str]]:
        """The lines of the header of the first page, and what is printed on the others."""
        section = (
            next((e for e in self._body.iter() if local(e) == "sectPr"), None)
            if self._body is not None
            else None
        )
        relations = self._package.relations(self._package.main)
        wanted = ""
        for kind in ("default", "first") if child(section, "titlePg") is not None else ("default",):
            for reference in () if section is None else section:
                if local(reference) == "headerReference" and (value(reference, "type") or "default") == kind:
                    link = next((v for k, v in reference.items() if k.endswith("}id")), "")
                    wanted = relations.get(link, ("", ""))[0] or wanted
        first: list[Words] = []
        others: list[str] = []
        for path, kind in dict.fromkeys(relations.values()):
            root = self._package.part(path) if kind in _PAGES else None
            if root is None:
                continue
            story = replace(self._read_by(path), flat=True, omissions=Omissions())
            lines = [printed(line.tokens, self._markers, self._stars) for line in story.lines(root)]
            if path == wanted:
                first = [line for line in lines if line.text]
            else:
                others += [line.text for line in lines if line.text]
        return first, others

    def resolution(self) -> Resolution:
        """Everything in its place."""
        above, others = self._first_page()
        head = read_head(above, self.lines)
        kind = _kind(head, self.lines)
        rest = self.lines[head.taken :]
        later = max((place for place, line in enumerate(rest) if line.ordered), default=-1)
        parted = _parted(rest) and kind is not DocumentKind.REPORT
        body = Body(kind, REPORT_PART if kind is DocumentKind.REPORT else "", later, parted)
        for place, line in enumerate(rest):
            body.take(line, place)
        paragraphs = labelled(body.finished())
        title = head.title if head.title.text else body.title
        masthead = _masthead(replace(head.masthead, kind=kind), body, paragraphs)
        notes, remarks = placed(
            [footnote(*note) for note in self.notes],
            [*masthead.calls, *title.notes],
            paragraphs,
            head.doubts + body.remarks,
        )
        places = [
            *((TITLE, words) for words in (head.title, body.title) if words is title),
            *(("", words) for words in head.beside + body.beside),
            *((p.label, words) for p, words in zip(paragraphs, body.said, strict=True)),
            *((note.label, words) for note, (_, words) in zip(notes, self.notes, strict=True)),
        ]
        told = [f"Above the title stands also: {line}" for line in head.unread]
        told += [*head.doubts, *body.remarks, *self._told()]
        if head.title.text and body.title.text:
            told.append(f"Another title stands in the text: {body.title.text}")
        furniture = [line for line in dict.fromkeys(others) if _is_told(line, masthead, title.text)]
        if furniture:
            told.append(f"Left out as printed on the pages: {' · '.join(furniture)}")
        doubts = [Remark(paragraphs[place].label, words) for place, words in body.doubts]
        return Resolution(
            masthead=masthead,
            title=title.text,
            title_notes=title.notes,
            enacting=body.enacting,
            paragraphs=paragraphs,
            footnotes=notes,
            remarks=(*(Remark("", words) for words in told), *doubts, *remarks),
            comments=self._comments(places),
            changes=tuple(changes(places)),
        )

    def _comments(self, places: Sequence[tuple[str, Words]]) -> tuple[Comment, ...]:
        part = next(iter(self._package.related(self._package.main, "comments")), "")
        found = remarked(self._package.part(part))
        said = [self._beside(part, each.element) for each in found]
        return comments(found, said, Threads.of(self._related("commentsExtended")), places)

    def _told(self) -> Iterable[str]:
        """What is said of the file itself."""
        if changes := self._revisions.told():
            yield changes
        yield from self._omissions.told()
        for text in self._loose:
            yield f"A note that nothing calls is left out: {text}"
        if self._package.damaged:
            parts = ", ".join(self._package.damaged)
            yield f"The file is damaged ({parts}); what could be read of it is here, some of it may be missing."


def _kind(head: Head, lines: Sequence[Settled]) -> DocumentKind:
    """What the document is, as far as the lines above the text and the symbol tell."""
    kind, symbol = head.masthead.kind, head.masthead.symbol
    enacts = any(ENACTING.fullmatch(line.words.text) for line in lines if not line.line.row)
    issued = symbol.kind not in _DRAWN_UP if symbol else head.masthead.distribution == "General"
    if kind is DocumentKind.OTHER and issued and not enacts and head.masthead.adopted is None:
        return DocumentKind.REPORT
    return kind


def _masthead(masthead: Masthead, body: Body, paragraphs: Sequence[Paragraph]) -> Masthead:
    """The masthead with what the text below says of the adoption and of the organ."""
    kind, day = masthead.kind, date_of(body.adopted)
    if kind is DocumentKind.OTHER and any(p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) for p in paragraphs):
        kind = DocumentKind.RESOLUTION if body.meeting or masthead.adopted else DocumentKind.DRAFT
    elif kind is DocumentKind.DRAFT and not (masthead.sponsor_line or body.enacting or paragraphs):
        kind = DocumentKind.OTHER
    return replace(
        masthead,
        kind=kind,
        organ=masthead.organ or Organ.named(body.enacting),
        meeting=masthead.meeting or body.meeting or None,
        adopted=masthead.adopted or day,
    )


def _parted(lines: Sequence[Settled]) -> bool:
    """Whether numbers start again within the text, so that it has parts; styles may name the parts themselves."""
    main: list[Settled] = []
    for line in lines:
        if ANNEX.fullmatch(line.first.text):
            break
        main.append(line)
    named = any(line.role is Role.SECTION for line in main)
    return not named and sum(line.number == "1." for line in main) > 1


def _is_told(line: str, masthead: Masthead, title: str) -> bool:
    """Whether a line in a header or at a foot says more than the masthead does or the number of a page."""
    known = line in (str(masthead.symbol), title) or _PAGE.fullmatch(line) or BLANK.fullmatch(line)
    return not known and line[:1].isalnum()
