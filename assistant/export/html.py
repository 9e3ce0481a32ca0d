"""The page as one HTML file: no script, nothing from elsewhere, readable aloud, printable on Letter paper.

The text keeps its own numbers, so that what is copied or searched is what is printed; notes stand at the end and
link both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from assistant.export.blocks import Block, Layout, Note, Role, Run

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
h2, h3 { font-size: 1.1rem; margin: 1.2em 0 .6em; }
h3 { font-size: 1rem; }
main p { margin: 0 0 .6em; text-align: justify; }
.session, .committee, .agenda-item, .agenda-title, .sponsors, .origin, .bracket { text-align: left; }
.enacting-words, .preambular, .operative, .sub-paragraph { text-indent: 2.4em; }
.level-2, .level-3, .level-4 { margin-left: 2.4em; text-indent: 0; }
.number { display: inline-block; min-width: 2.4em; text-indent: 0; }
h1 .number, h2 .number, h3 .number { min-width: 0; margin-right: .6em; }
.table { white-space: pre-wrap; text-align: left; }
main p.adoption { text-align: right; font-style: italic; }
a { color: #00c; text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
sup { line-height: 0; }
hr { width: 6rem; border: 0; border-top: 1px solid; margin: 2rem auto; }
.notes { border-top: 1px solid; margin-top: 2rem; font-size: .87rem; }
.notes p { margin: .2em 0; padding-left: 2em; text-indent: -2em; }
.notes .number { min-width: 2em; }
@page { size: letter; margin: 1in; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } a { color: inherit; }
  h1, h2, h3 { break-after: avoid; } p { orphans: 2; widows: 2; } }
"""
_LINES = (
    Role.SESSION,
    Role.COMMITTEE,
    Role.AGENDA_ITEM,
    Role.AGENDA_TITLE,
    Role.SPONSORS,
    Role.ORIGIN,
    Role.BRACKET,
)


def page(layout: Layout) -> str:
    """The whole document."""
    name = " ".join(filter(None, (layout.head.symbol, layout.title))) or "Draft resolution"
    called: set[int] = set()
    body = [_block(block, called) for block in layout.blocks]
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(name)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        *_masthead(layout),
        "<main>",
        *body,
        "</main>",
        *_notes(layout.notes),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _masthead(layout: Layout) -> Iterator[str]:
    head = layout.head
    yield '<header class="masthead">'
    yield '<p class="nations">United Nations</p>'
    yield f'<p class="symbol">{_text(head.symbol)}</p>'
    yield f'<p class="organ">{_text(head.organ)}</p>'
    yield f'<p class="distribution">{_text(chr(10).join(head.distribution))}</p>'
    yield "</header>"


def _block(block: Block, called: set[int]) -> str:
    if block.role is Role.RULE:
        return "<hr>"
    number = f'<span class="number">{_text(block.number)}</span> ' if block.number else ""
    inside = number + "".join(_run(run, called) for run in block.runs)
    if block.role is Role.TITLE:
        return f"<h1>{inside}</h1>"
    if block.role in (Role.HEADING, Role.SECTION):
        tag = "h3" if block.role is Role.HEADING and block.level else "h2"
        return f"<{tag}>{inside}</{tag}>"
    names = [block.role.replace(" ", "-")]
    if block.role is Role.ITEM and block.level > 1:
        names.append(f"level-{block.level}")
    return f'<p class="{" ".join(names)}">{inside}</p>'


def _run(run: Run, called: set[int]) -> str:
    if run.call is not None:
        place = run.call.note + 1
        back = "" if run.call.note in called else f' id="call-{place}"'
        called.add(run.call.note)
        link = f'<a href="#note-{place}"{back} role="doc-noteref">{_text(run.call.mark)}</a>'
        return link if run.call.mark.startswith("*") else f"<sup>{link}</sup>"
    text = _text(run.text)
    if run.italic:
        text = f"<i>{text}</i>"
    if run.raised:
        text = f"<sup>{text}</sup>"
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text


def _notes(notes: Iterable[Note]) -> Iterator[str]:
    lines = [
        f'<p id="note-{place}" role="doc-footnote"><a class="number" href="#call-{place}" role="doc-backlink" '
        f'aria-label="Back to the call of note {_text(note.mark)}">{_text(note.mark)}</a> '
        f"{''.join(_run(run, set()) for run in note.runs)}</p>"
        for place, note in enumerate(notes, 1)
    ]
    if lines:
        yield from (
            '<section class="notes" role="doc-endnotes" aria-label="Footnotes">',
            *lines,
            "</section>",
        )


def _text(text: str) -> str:
    """Hyphens that do not break are for paper: here they would hide a word from a search."""
    return escape(text.replace("\u2011", "-"), quote=False)
