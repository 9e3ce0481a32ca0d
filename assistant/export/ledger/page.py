"""The ledger as one HTML page: no script, nothing from elsewhere, readable aloud, printable."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from assistant.chronicle import Run, spaced
from assistant.export.ledger import COLUMNS
from assistant.ledger import Ledger, Row

_STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #000; background: #fff;
  font: 1rem/1.4 "Times New Roman", "Liberation Serif", Tinos, serif; }
h1 { font-size: 1.35rem; line-height: 1.2; margin-bottom: .3rem; }
p { margin: .2rem 0; }
.quiet { color: #55595e; }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; font-size: .92rem; }
th, td { border: 1px solid #9aa5b1; padding: .2rem .45rem; text-align: left; vertical-align: top; }
thead th { background: #eef2f6; }
tbody th, td.short { white-space: nowrap; }
td.words { width: 52%; }
ins { color: #1b5e20; text-decoration: underline; text-decoration-thickness: 2px; background: #e9f4ea; }
del { color: #8e1b16; background: #fbecea; }
tr.new td.words, tr.rewritten td.words { border-left: 4px solid #b26a00; }
@page { size: letter landscape; margin: 1.6cm; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } thead { display: table-header-group; }
  tr { break-inside: avoid; } ins, del, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def ledger_page(table: Ledger) -> str:
    """The whole page."""
    name = " ".join(filter(None, ("Sources of", table.symbol or "the draft")))
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
        "<header>",
        f"<h1>{_text(name)}: {_text(table.title)}</h1>",
        f'<p class="quiet">{_text(table.about)}</p>' if table.about else "",
        (
            f"<p>{_text(table.summary)}. Words that are new are <ins>underlined</ins>, those that are gone "
            "<del>struck out</del>.</p>"
        ),
        "</header>",
        "<main>",
        "<table>",
        "<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in COLUMNS) + "</tr></thead>",
        "<tbody>",
        *map(_row, table.rows),
        "</tbody>",
        "</table>",
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _row(row: Row) -> str:
    kind = row.difference.split()[-1]
    return (
        f'<tr class="{kind}"><th scope="row">{_text(row.label)}</th><td class="short">{_text(row.source or "–")}</td>'
        f"<td>{_text(row.day or '–')}</td><td>{_text(row.vote or '–')}</td>"
        f'<td>{_text(row.difference)}</td><td class="words">{_runs(row.runs)}</td></tr>'
    )


def _runs(runs: Iterable[Run]) -> str:
    tags = {"insert": "ins", "delete": "del"}
    return "".join(
        _text(run.text) if run.kind == "equal" else f"<{tags[run.kind]}>{_text(run.text)}</{tags[run.kind]}>"
        for run in spaced(runs)
    )


def _text(text: str) -> str:
    return escape(text, quote=False)
