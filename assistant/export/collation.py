"""Two texts beside each other as one HTML page; what did not change is folded and opens with a click."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from assistant.chronicle import Run
from assistant.collating import Collation, Fate, Pair, fold_words, folded, is_fold
from assistant.export import replace_file
from assistant.export.errors import ExportError
from assistant.export.page import document, escaped, marked, sentence

_STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #1d2126; background: #fff;
  font: 1rem/1.45 "Times New Roman", "Liberation Serif", Tinos, serif; }
h1 { font-size: 1.4rem; line-height: 1.2; margin-bottom: .3rem; }
.quiet, summary { color: #55595e; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #b9c4d0; padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead th { background: #eef2f6; }
tr.told th { font-weight: normal; background: #f6f8fa; }
tr.substantive.told th { border-left: 5px solid #8e1b16; }
tr.technical.told th { border-left: 5px solid #1f5a96; }
tr.editorial.told th { border-left: 5px solid #8a8f95; }
details { margin: .4rem 0; } summary { cursor: pointer; }
@page { size: A4 landscape; margin: 1.6cm; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } thead { display: table-header-group; }
  tr { break-inside: avoid; } ins, del, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def write_collation(told: Collation, path: Path) -> Path:
    """Write the page to a file; an older file is replaced at once or not at all.

    Raises:
        ExportError: where the file is no .html or cannot be written.
    """
    if path.suffix.lower() != ".html":
        raise ExportError(
            f"{path}: a comparison is written as a page; name it {path.with_suffix('.html').name}"
        )
    try:
        replace_file(path, collation_page(told).encode())
    except OSError as error:
        raise ExportError(
            f"{path} could not be written ({error.strerror}); choose a folder that exists and may be written to"
        ) from error
    return path


def collation_page(told: Collation) -> str:
    """The whole page."""
    name = f"{told.before} and {told.after} compared"
    body = [
        "<header>",
        f"<h1>{escaped(name)}</h1>",
        f'<p class="quiet">{escaped(told.title)}</p>',
        (
            f"<p>{escaped(sentence(told.summary))}. Words that are new are <ins>underlined</ins>, those that are "
            "gone <del>struck out</del>.</p>"
        ),
        "</header>",
        "<main>",
        *_groups(told),
        "</main>",
    ]
    return document(name, _STYLE, body)


def _groups(told: Collation) -> Iterator[str]:
    head = (
        f'<table><thead><tr><th scope="col" translate="no">{escaped(told.before)}</th>'
        f'<th scope="col" translate="no">{escaped(told.after)}</th></tr></thead><tbody>'
    )
    for fold, groups in groupby(folded(told.pairs), key=is_fold):
        pairs = [pair for group in groups for pair in group]
        if fold:
            yield f"<details><summary>{escaped(fold_words(pairs))}</summary>"
        yield head
        yield from _rows(pairs)
        yield "</tbody></table>"
        if fold:
            yield "</details>"


def _rows(pairs: Sequence[Pair]) -> Iterator[str]:
    for pair in pairs:
        kind = f"told {pair.nature}" if pair.nature else "told"
        yield (
            f'<tr class="{kind}"><th colspan="2" scope="rowgroup"><strong>{escaped(pair.label)}</strong> '
            f"{escaped(pair.told)}</th></tr>"
        )
        if pair.fate is not Fate.LEFT:
            runs = pair.runs
            yield f"<tr><td>{_side(runs, 'insert')}</td><td>{_side(runs, 'delete')}</td></tr>"


def _side(runs: Sequence[Run], without: str) -> str:
    return marked(run for run in runs if run.kind != without)
