"""The ledger as one HTML page."""

from __future__ import annotations

from assistant.export.ledger import COLUMNS
from assistant.export.page import document, escaped, marked
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
tr.new td.words, tr.rewritten td.words { border-left: 4px solid #b26a00; }
@page { size: letter landscape; margin: 1.6cm; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } thead { display: table-header-group; }
  tr { break-inside: avoid; } ins, del, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def ledger_page(table: Ledger) -> str:
    """The whole page."""
    name = " ".join(filter(None, ("Sources of", table.symbol or "the draft")))
    body = [
        "<header>",
        f"<h1>{escaped(name)}: {escaped(table.title)}</h1>",
        f'<p class="quiet">{escaped(table.about)}</p>' if table.about else "",
        (
            f"<p>{escaped(table.summary)}. Words that are new are <ins>underlined</ins>, those that are gone "
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
    ]
    return document(name, _STYLE, filter(None, body))


def _row(row: Row) -> str:
    kind = row.difference.split()[-1]
    return (
        f'<tr class="{kind}"><th scope="row">{escaped(row.label)}</th>'
        f'<td class="short">{escaped(row.source or "–")}</td>'
        f"<td>{escaped(row.day or '–')}</td><td>{escaped(row.vote or '–')}</td>"
        f'<td>{escaped(row.difference)}</td><td class="words">{marked(row.runs)}</td></tr>'
    )
