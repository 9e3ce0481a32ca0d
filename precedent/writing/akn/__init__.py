"""Writes a resolution as AKN4UN, the UN's profile of Akoma Ntoso, in the shape of the UN's own files.

Better than those in one thing: every resolution, decision and document that the words cite is a `ref` with its
address, and not words alone. `precedent.reading.akn` reads back what is written here.
"""

from __future__ import annotations

from lxml import etree

from precedent.resolution import Resolution
from precedent.writing.akn.body import add_body
from precedent.writing.akn.head import add_cover, add_meta, add_preface
from precedent.writing.akn.lines import Lines
from precedent.writing.akn.tree import NAMESPACE, indent, sub

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(resolution: Resolution) -> str:
    """The XML of a resolution, the same for the same resolution; remarks of the reader are left out."""
    lines = Lines(resolution)
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    statement = sub(root, "statement", name=str(resolution.masthead.kind))
    add_meta(statement, resolution)
    add_cover(statement, resolution, lines)
    add_preface(statement, resolution, lines)
    add_body(statement, resolution, lines)
    indent(root)
    return _DECLARATION + etree.tostring(root, encoding="unicode") + "\n"
