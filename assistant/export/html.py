"""The page as one HTML file: no script, nothing from elsewhere, readable aloud, printable on Letter paper.

The text keeps its own numbers, so that what is copied or searched is what is printed; notes stand at the end and
link both ways. A redline has its changes as insertions and deletions, told by underlining, by striking out and to those
who listen, so that no colour is needed; comments stand at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import chain, groupby, zip_longest

from assistant.export.blocks import Block, Comment, Layout, Mark, Note, Role, Run, Signature
from assistant.export.characters import writable
from assistant.export.grid import Cell, Grid, Nature, Row, grid
from assistant.export.page import document
from precedent.wording import day_words

_STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 41rem; padding: 0 1rem; color: #000; background: #fff;
  font: 1rem/1.45 "Times New Roman", "Liberation Serif", Tinos, serif; }
header.masthead { display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; border-bottom: 2px solid; }
.nations, .symbol { border-bottom: 1px solid; margin: 0; padding-bottom: .25rem; font-size: 1.15rem; }
.symbol { text-align: right; font-size: 1rem; }
.organ { font-size: 1.7rem; font-weight: bold; margin: .25rem 0 2rem; }
.distribution { margin: .5rem 0; white-space: pre-line; }
.session, .agenda-title, .sponsors { font-weight: bold; margin: 0; }
.committee { font-weight: bold; font-size: 1.2rem; margin: 0; }
.agenda-item, .adoption { margin: 0; }
.sponsors, .origin { margin-top: 1.5rem; }
.origin { font-weight: bold; font-size: 1.35rem; line-height: 1.2; }
.roman { font-weight: normal; }
h1 { font-size: 1.2rem; line-height: 1.2; }
h2, h3, h4 { font-size: 1.1rem; margin: 1.2em 0 .6em; }
h3, h4 { font-size: 1rem; }
h4 { font-weight: normal; font-style: italic; }
main p { margin: 0 0 .6em; text-align: justify; }
.session, .committee, .agenda-item, .agenda-title, .sponsors, .origin, .bracket { text-align: left; }
.enacting-words, .preambular, .operative, .sub-paragraph { text-indent: 2.4em; }
main p.instruction { padding-left: 2.4em; text-indent: -2.4em; text-align: left; }
.level-2, .level-3, .level-4 { margin-left: 2.4em; text-indent: 0; }
.number { display: inline-block; min-width: 2.4em; text-indent: 0; }
h1 .number, h2 .number, h3 .number, h4 .number { min-width: 0; margin-right: .6em; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.2em; font-size: .87rem; line-height: 1.25; }
.wide { overflow-x: auto; }
th { font-weight: normal; font-size: .8rem; text-align: left; vertical-align: bottom; }
td { vertical-align: top; }
th, td { padding: .2em .8em .2em 0; }
.figure { text-align: right; padding-right: 0; padding-left: .8em; }
thead { border-top: 1px solid; border-bottom: 2px solid; }
tbody { border-bottom: 2px solid; }
tr.total { border-top: 1px solid; border-bottom: 1px solid; font-weight: bold; }
main p.adoption { text-align: right; font-style: italic; }
a { color: #00c; text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
sup { line-height: 0; }
hr { width: 6rem; border: 0; border-top: 1px solid; margin: 2rem auto; }
.notes { border-top: 1px solid; margin-top: 2rem; font-size: .87rem; }
.notes p { margin: .2em 0; padding-left: 2em; text-indent: -2em; }
.notes .number { min-width: 2em; }
.moved { text-decoration-style: double; background: #eef2f6; }
.move, .commented { font-size: .8rem; font-style: normal; }
.legend { border: 1px solid; padding: .4rem .6rem; font-size: .87rem; }
.changed { border-left: 3px solid #1f5a96; margin-left: -.8rem; padding-left: calc(.8rem - 3px); }
.comments { border-top: 1px solid; margin-top: 2rem; font-size: .87rem; }
.comments p { margin: .2em 0; white-space: pre-line; }
ins::before, ins::after, del::before, del::after { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
ins::before { content: " [inserted: "; } del::before { content: " [deleted: "; }
ins::after, del::after { content: "] "; }
@page { size: letter; margin: 1in; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } a { color: inherit; }
  h1, h2, h3 { break-after: avoid; } p { orphans: 2; widows: 2; }
  ins, del { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


_TAGS = {
    Mark.INSERTED: "<ins{}>",
    Mark.DELETED: "<del{}>",
    Mark.MOVED_HERE: '<ins class="moved"{}>',
    Mark.MOVED_AWAY: '<del class="moved"{}>',
}
_ENDS = {"i": "</ins>", "d": "</del>"}
_AWAY = (Mark.DELETED, Mark.MOVED_AWAY)


def page(layout: Layout, by: Signature | None = None) -> str:
    """The whole document; `by` is whose changes and comments are shown, and when they were made."""
    name = " ".join(filter(None, (layout.head.symbol, layout.title))) or "Draft resolution"
    writer = _Writer(by or Signature(""))
    marked = layout.marked
    body = [
        *writer.masthead(layout),
        "<main>",
        *(writer.legend(layout) if marked else ()),
        *writer.blocks(layout.blocks),
        "</main>",
        *writer.notes(layout.notes),
        *writer.comments(layout.comments),
    ]
    return document(name, _STYLE, body)


class _Writer:
    """Writes one document; it remembers which notes were called, and who made the changes that are not told."""

    def __init__(self, by: Signature) -> None:
        self._by = by
        self._called = set[int]()

    def masthead(self, layout: Layout) -> Iterator[str]:
        """The table above everything; in a redline with what stood in that of the base."""
        head, was = layout.head, layout.was_head or layout.head
        lines = zip_longest(was.distribution, head.distribution, fillvalue="")
        yield '<header class="masthead">'
        yield '<p class="nations">United Nations</p>'
        yield f'<p class="symbol">{self._told(was.symbol, head.symbol)}</p>'
        yield f'<p class="organ">{self._told(was.organ, head.organ)}</p>'
        yield f'<p class="distribution">{chr(10).join(self._told(former, line) for former, line in lines)}</p>'
        yield "</header>"

    def legend(self, layout: Layout) -> Iterator[str]:
        """How changes are shown, and whose they are."""
        runs = (*(block.runs for block in layout.blocks), *(note.runs for note in layout.notes))
        marked = [run for run in chain.from_iterable(runs) if run.mark]
        hands = [run.by or self._by for run in marked]
        hands += [run.gone_by or self._by for run in marked if run.mark is Mark.WITHDRAWN]
        names = dict.fromkeys(hand.author for hand in hands)
        whose = f", by {_text(' and '.join(filter(None, names)))}" if any(names) else ""
        yield (
            f'<p class="legend">Changes{whose}: <ins>words put in</ins>, <del>words taken out</del>; '
            'what only moved is <ins class="moved">marked so</ins> at both its places.</p>'
        )

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Every paragraph, and rows that follow each other as one table."""
        for is_row, group in groupby(blocks, key=lambda block: block.role is Role.TABLE):
            if is_row:
                yield from self._table(grid(list(group)))
            else:
                yield from map(self.block, group)

    def _table(self, it: Grid) -> Iterator[str]:
        """Its notes stand below it."""
        shares = (f'<col style="width: {100 * width / sum(it.widths):.1f}%">' for width in it.widths)
        yield f'<div class="wide"><table><colgroup>{"".join(shares)}</colgroup>'
        for is_head, group in groupby(it.rows, key=lambda row: row.nature is Nature.HEAD):
            tag = "thead" if is_head else "tbody"
            rows = [self._row(it, row) for row in group if row.nature is not Nature.NOTE]
            yield from (f"<{tag}>", *rows, f"</{tag}>") if rows else ()
        yield "</table></div>"
        yield from (
            self.block(replace(row.block, role=Role.PLAIN)) for row in it.rows if row.nature is Nature.NOTE
        )

    def _row(self, it: Grid, row: Row) -> str:
        told = (("total", row.nature is Nature.TOTAL), ("changed", row.block.changed))
        names = [name for name, is_so in told if is_so]
        cells = (self._cell(it, row, cell) for cell in row.cells)
        return f"<tr{_classes(names)}>{''.join(cells)}</tr>"

    def _cell(self, it: Grid, row: Row, cell: Cell) -> str:
        alone = cell.columns == 1
        given = _classes(["figure"] if alone and it.figures[cell.column] else [])
        given += "" if alone else f' colspan="{cell.columns}"'
        inside = "".join(map(self._run, cell.runs))
        if row.nature is Nature.HEAD and inside:
            return f'<th scope="col"{given}>{inside}</th>'
        return f"<td{given}>{inside}</td>"

    def block(self, block: Block) -> str:
        """One paragraph of the page."""
        if block.role is Role.RULE:
            # In a redline the last paragraph of the base, if it was none such, is gone within it.
            return f"{self.block(replace(block, role=Role.PLAIN))}\n<hr>" if block.runs else "<hr>"
        inside = self._number(block) + "".join(map(self._run, block.runs)) + _move(block)
        names = ["changed"] if block.changed else []
        if block.role in (Role.TITLE, Role.HEADING, Role.SECTION):
            depth = min(block.level, 2) if block.role is Role.HEADING else 0
            tag = "h1" if block.role is Role.TITLE else f"h{2 + depth}"
        else:
            tag = "p"
            names.insert(0, block.role.replace(" ", "-"))
            if block.role is Role.ITEM and block.level > 1:
                names.append(f"level-{block.level}")
        return f"<{tag}{_classes(names)}>{inside}</{tag}>"

    def notes(self, notes: Iterable[Note]) -> Iterator[str]:
        """The notes, each with a way back to its call."""
        lines = [
            f'<p id="note-{place}" role="doc-footnote"><a class="number" href="#call-{place}" role="doc-backlink" '
            f'aria-label="Back to the call of note {_text(note.mark)}">{_text(note.mark)}</a> '
            f"{''.join(map(self._run, note.runs))}</p>"
            for place, note in enumerate(notes, 1)
        ]
        if lines:
            yield from (
                '<section class="notes" role="doc-endnotes" aria-label="Footnotes">',
                *lines,
                "</section>",
            )

    def comments(self, comments: Iterable[Comment]) -> Iterator[str]:
        """What stands beside the page in Word."""
        lines = [
            f'<p id="comment-{place}"><a href="#commented-{place}" aria-label="Back to the words of comment {place}">'
            f"[{place}]</a> {_text(' '.join(filter(None, (comment.label and f'{comment.label}:', comment.text))))}</p>"
            for place, comment in enumerate(comments, 1)
        ]
        if lines:
            yield from (
                '<section class="comments" aria-label="Comments">',
                "<h2>Comments</h2>",
                *lines,
                "</section>",
            )

    def _number(self, block: Block) -> str:
        if not block.number or (block.typed and block.item is None):
            return ""  # it has none, or has it among its runs
        number = f'<span class="number">{_text(block.number)}</span> '
        return self._marked(number, block)

    def _run(self, run: Run) -> str:
        if run.anchor is not None:
            place = run.anchor.comment + 1
            link = f'<a class="commented" id="commented-{place}" href="#comment-{place}">[{place}]</a>'
            return "" if run.anchor.begins else link
        return self._marked(self._plain(run), run)

    def _marked(self, inside: str, of: Run | Block) -> str:
        """Within the mark of a run or a paragraph, if it has one."""
        if of.mark is Mark.WITHDRAWN:
            return self._within(self._within(inside, Mark.DELETED, of.gone_by), Mark.INSERTED, of.by)
        return self._within(inside, of.mark, of.by) if of.mark else inside

    def _plain(self, run: Run) -> str:
        if run.call is not None:
            place = run.call.note + 1
            back = "" if run.call.note in self._called else f' id="call-{place}"'
            self._called.add(run.call.note)
            link = f'<a href="#note-{place}"{back} role="doc-noteref">{_text(run.call.mark)}</a>'
            return link if run.call.mark.startswith("*") else f"<sup>{link}</sup>"
        text = _text(run.text)
        if run.italic:
            text = f"<i>{text}</i>"
        if run.raised:
            text = f"<sup>{text}</sup>"
        return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text

    def _within(self, inside: str, mark: Mark, by: Signature | None) -> str:
        hand = by or self._by
        told = ", ".join(filter(None, (hand.author, day_words(hand.date.date()) if hand.date else "")))
        given = f' title="{escape(writable(told))}"' if told else ""
        given += f' datetime="{hand.date:%Y-%m-%dT%H:%M:%SZ}"' if hand.date else ""
        start = _TAGS[mark].format(given)
        return f"{start}{inside}{_ENDS[start[1]]}"

    def _told(self, was: str, now: str) -> str:
        if was == now:
            return _text(now)
        parts = ((was, Mark.DELETED), (now, Mark.INSERTED))
        return "".join(self._within(_text(text), mark, None) for text, mark in parts if text)


def _classes(names: Sequence[str]) -> str:
    return f' class="{" ".join(names)}"' if names else ""


def _move(block: Block) -> str:
    """The way from one place of a paragraph that moved to the other."""
    if not block.move or block.mark is None:
        return ""
    here, there = ("from", "to") if block.mark in _AWAY else ("to", "from")
    where = f"moved {'to another place' if here == 'from' else 'from another place'}"
    return f' <a class="move" id="move-{block.move}-{here}" href="#move-{block.move}-{there}">[{where}]</a>'


def _text(text: str) -> str:
    """Hyphens that do not break are for paper: here they would hide a word from a search."""
    return escape(writable(text).replace("\u2011", "-"), quote=False)
