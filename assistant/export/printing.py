"""A page as it is printed: what a program shows beside the text on the screen stands in it.

LibreOffice (7.4) numbers the paragraphs of a redline wrongly while its marks are shown, and prints of a comment a sign
where it stands and none of its words. What is printed therefore has its numbers as words, and its comments behind the
text, under the numbers at their places. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.export.blocks import Block, Comment, Layout, Role, Run


def on_paper(layout: Layout) -> Layout:
    """A redline, or a page with comments, as it is printed; any other page is left as it is."""
    blocks = tuple(map(_numbered, layout.blocks)) if layout.marked else layout.blocks
    if not layout.comments:
        return replace(layout, blocks=blocks)
    placed = (replace(block, runs=tuple(_told(block))) for block in blocks)
    return replace(layout, blocks=(*placed, *_listed(layout.comments)), comments=())


def _numbered(block: Block) -> Block:
    """A paragraph with its number among its words: that of the text which it stands in, under the mark that it has."""
    if block.item is None:
        return block
    number = Run(text=f"{block.number}\t", mark=block.mark, by=block.by, gone_by=block.gone_by)
    was = replace(block.was, item=None) if block.was else None
    return replace(block, item=None, typed=True, was=was, runs=(number, *block.runs))


def _told(block: Block) -> Iterator[Run]:
    for run in block.runs:
        if run.anchor is None:
            yield run
        elif not run.anchor.begins:
            yield Run(text=f"[{run.anchor.comment + 1}]", raised=True)


def _listed(comments: tuple[Comment, ...]) -> Iterator[Block]:
    yield Block(role=Role.HEADING, level=1, runs=(Run(text="Comments"),))
    for number, comment in enumerate(comments, 1):
        place = f"{comment.label}: " if comment.label else ""
        words = " · ".join(comment.text.split("\n"))
        yield Block(role=Role.PLAIN, runs=(Run(text=f"[{number}]\t{place}{words}"),))
