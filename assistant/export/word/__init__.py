"""The Word document that is circulated: real footnotes, real numbering, the page of the United Nations.

Unless a redline or comments were asked for, nothing in it names a person, and it holds no comment and no custom
property.
"""

from __future__ import annotations

import datetime as dt

from assistant.export.blocks import Layout
from assistant.export.word.body import body
from assistant.export.word.comments import add_comments, set_apart
from assistant.export.word.marks import Marks
from assistant.export.word.masthead import add_heads_and_feet
from assistant.export.word.notes import add_notes
from assistant.export.word.numbering import numbering_xml
from assistant.export.word.package import empty, saved


def word_file(layout: Layout, *, created: dt.datetime | None = None, author: str = "") -> bytes:
    """The layout as a .docx file; the same layout and date always give the same bytes.

    The marks of a redline and the comments are that author's, made when the file was created.
    """
    marks = Marks(author, created)
    document = empty(numbering_xml(layout.lists), title=layout.title, created=created, paper=layout.paper)
    add_heads_and_feet(document.sections[0], layout, marks)
    page = document.element.body[-1]
    for block in body(layout, document.part, marks):
        page.addprevious(block)
    add_notes(document.part, layout.notes, marks, measure=not layout.marked)
    add_comments(document.part, layout.comments, marks)
    if layout.comments:
        set_apart(document.element.body)
    return saved(document)
