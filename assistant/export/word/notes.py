"""Real footnotes: the part word/footnotes.xml.

Ids ascend in the order of the calls. LibreOffice pairs notes with their calls by that order and not by id.
"""

from __future__ import annotations

from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package

from assistant.export.blocks import Note
from assistant.export.measured import measured_note
from assistant.export.word.marks import Marks
from assistant.export.word.text import paragraph, plain, written
from assistant.export.word.xml import differing, element, pieces, value

_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_RULE = "_" * 18
_RULE_EDGE = 792
_ASTERISK = 166
_HANGING = {1: 128, 2: 186, 3: 245}
"""How far a mark of so many figures hangs left of the text, so that marks end below each other."""


def add_notes(document: Part, notes: tuple[Note, ...], marks: Marks, *, measure: bool = False) -> None:
    """Give the document its part of notes. The two separators are always there, as Word wants them.

    `measure` where lines are to end in other programs as they do in Word.
    """
    package = cast("Package", document.package)
    root = element("w:footnotes", None, *(_separator(identity, kind) for identity, kind in _SEPARATORS))
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, package)
    for identity, note in enumerate(notes, 1):
        root.append(element("w:footnote", {"w:id": identity}, _note(note, part, marks, measure=measure)))
    document.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _separator(identity: int, kind: str) -> BaseOxmlElement:
    """The printed rule is a row of underscores that begins left of the text."""
    space = element("w:spacing", {"w:after": 80})
    rule = paragraph(
        "Footer",
        plain(_RULE, value("w:sz", 16)),
        properties=(space, element("w:ind", {"w:left": _RULE_EDGE})),
    )
    rule.append(element("w:r", None, element("w:rPr", None, element("w:vanish")), element(f"w:{kind}")))
    return element("w:footnote", {"w:type": kind, "w:id": identity}, rule)


def _note(note: Note, part: Part, marks: Marks, *, measure: bool) -> BaseOxmlElement:
    looks = element("w:rPr", None, value("w:rStyle", "FootnoteReference"))
    if note.counted:
        mark = element("w:r", None, looks, element("w:footnoteRef"))
    else:
        # LibreOffice repeats the mark of the call by itself.
        typed = element("w:r", None, None if note.mark.startswith("*") else looks, *pieces(note.mark))
        mark = differing(typed)
    hanging = _ASTERISK if note.mark == "*" else _HANGING.get(len(note.mark), _HANGING[3])
    indent = element("w:ind", {"w:hanging": hanging})
    letters = measured_note(note).elsewhere if measure else None
    words = written(note.runs, part, (), marks, elsewhere=letters)
    return paragraph("FootnoteText", mark, plain("\t"), *words, properties=(indent,))
