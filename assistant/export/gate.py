"""The gate as a file: one HTML page without script, JSON, or plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

from assistant.export import replace_file
from assistant.export.errors import ExportError
from assistant.gate import Gate, Item, Point, State, gate_record

SUFFIXES = (".html", ".json", ".txt")
WORDS = {State.OPEN: "open", State.LOOK: "to look at", State.DONE: "done", State.TOLD: "to know"}
"""How a state is told."""

_HEADS = "".join(f'<th scope="col">{name}</th>' for name in ("Point", "State", "What is known"))
_STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 52rem; padding: 0 1rem; color: #000; background: #fff;
  font: 1rem/1.4 "Times New Roman", "Liberation Serif", Tinos, serif; }
h1 { font-size: 1.35rem; line-height: 1.2; margin-bottom: .3rem; }
p { margin: .2rem 0; }
.quiet { color: #55595e; }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; font-size: .95rem; }
th, td { border-top: 1px solid #9aa5b1; padding: .3rem .5rem; text-align: left; vertical-align: top; }
th { white-space: nowrap; }
td.state { white-space: nowrap; font-weight: bold; }
tr.open td.state { color: #8e1b16; }
tr.look td.state { color: #8a4b00; }
tr.done td.state { color: #1b5e20; }
tr.told td.state { color: #55595e; font-weight: normal; }
ul { margin: .2rem 0 0; padding-left: 1.1rem; }
li b { font-weight: normal; font-variant-numeric: lining-nums; text-decoration: underline; }
@page { size: letter; margin: 1.6cm; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } tr { break-inside: avoid; }
  td.state { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def write_gate(found: Gate, path: Path, suffix: str = "") -> Path:
    """Write the gate in the form that `suffix` or the file's name says; an older file is replaced whole or not at all.

    Raises:
        ExportError: where the form is unknown or the file cannot be written.
    """
    form = (suffix or path.suffix).lower().replace(".text", ".txt")
    writers = {".html": gate_page, ".json": _json, ".txt": gate_text}
    if form not in writers:
        raise ExportError(
            f"no such form: {form or 'a name without an ending'}; use one of {', '.join(SUFFIXES)}"
        )
    try:
        replace_file(path, writers[form](found).encode())
    except OSError as error:
        raise ExportError(
            f"{path} could not be written ({error.strerror}); choose a folder that exists and may be written to"
        ) from error
    return path


def _json(found: Gate) -> str:
    return json.dumps(gate_record(found), ensure_ascii=False, indent=2) + "\n"


def gate_text(found: Gate) -> str:
    """The gate as plain text, every item a line."""
    lines = [" · ".join(filter(None, (found.symbol, found.title))), found.about, ""]
    for point in found.points:
        lines.append(f"[{WORDS[point.state]}] {point.title}: {point.summary}")
        lines += [f"    {_told(item)}" for item in point.items]
    return "\n".join([*lines, "", f"The draft is {found.verdict}.", ""])


def gate_page(found: Gate) -> str:
    """The gate as one page that needs nothing else."""
    name = " ".join(filter(None, ("Before tabling:", found.symbol or "the draft")))
    return "\n".join(
        [
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
            f"<h1>{_text(name)}</h1>",
            f"<p>{_text(found.title)}</p>",
            f'<p class="quiet">{_text(found.about)}</p>',
            f"<p>The draft is {_text(found.verdict)}.</p>",
            "</header>",
            "<main>",
            "<table>",
            f"<thead><tr>{_HEADS}</tr></thead>",
            "<tbody>",
            *map(_row, found.points),
            "</tbody>",
            "</table>",
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _row(point: Point) -> str:
    items = "".join(_items(point.items))
    listed = f"<ul>{items}</ul>" if items else ""
    return (
        f'<tr class="{point.state}"><th scope="row">{_text(point.title)}</th>'
        f'<td class="state">{_text(WORDS[point.state])}</td><td>{_text(point.summary)}{listed}</td></tr>'
    )


def _items(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        label = f"<b>{_text(item.label)}</b> " if item.label else ""
        told = " – ".join(filter(None, (item.words, item.about)))
        yield f"<li>{label}{_text(told)}</li>"


def _told(item: Item) -> str:
    return " ".join(filter(None, (item.label, " – ".join(filter(None, (item.words, item.about))))))


def _text(text: str) -> str:
    return escape(text, quote=False)
