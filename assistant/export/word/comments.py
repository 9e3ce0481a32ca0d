"""Comments of Word: the part word/comments.xml, and what marks the words that they are about."""

from __future__ import annotations

from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from lxml import etree

from assistant.export.blocks import Comment
from assistant.export.word.marks import Marks
from assistant.export.word.text import paragraph, plain
from assistant.export.word.xml import element, value

_HOLDING = etree.XPath("ancestor::w:*[parent::w:p][1]", namespaces=nsmap)
_CALL, _MARK = qn("w:footnoteReference"), qn("w:commentReference")


def add_comments(document: Part, comments: tuple[Comment, ...], marks: Marks) -> None:
    """Give the document its part of comments; a document without any has none."""
    if not comments:
        return
    package = cast("Package", document.package)
    root = element("w:comments", None)
    for number, comment in enumerate(comments):
        first, *others = comment.text.split("\n")
        reference = element(
            "w:r",
            None,
            element("w:rPr", None, value("w:rStyle", "CommentReference")),
            element("w:annotationRef"),
        )
        lines = [
            paragraph("CommentText", reference, plain(first)),
            *(paragraph("CommentText", plain(o)) for o in others),
        ]
        root.append(marks.noted(number, *lines))
    part = XmlPart(PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, root, package)
    document.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def set_apart(body: BaseOxmlElement) -> None:
    """Put the mark of a comment that ends between the first two notes behind the second.

    LibreOffice (7.4) reads all notes of a file at the first call, and until the second call it takes a comment for one
    of them: every note of the document then stands at another call. The words that a comment is about are marked by
    themselves (ECMA-376 part 1, 17.13.4), so they stay marked where they are.
    """
    called, between = 0, list[BaseOxmlElement]()
    for found in body.iter(_CALL, _MARK):
        if found.tag == _MARK:
            if called == 1:
                between.append(found)
            continue
        called += 1
        if called == 2:
            (place,) = _HOLDING(found)
            for mark in reversed(between):
                place.addnext(*_HOLDING(mark))
            return
