"""Comments of Word: the part word/comments.xml, and what marks the words that they are about."""

from __future__ import annotations

from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package

from assistant.export.blocks import Comment
from assistant.export.word.marks import Marks
from assistant.export.word.text import paragraph, plain
from assistant.export.word.xml import element, value


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
