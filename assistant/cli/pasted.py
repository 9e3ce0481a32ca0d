"""A text on standard input taken into the index: what was understood is told before it is added."""

import datetime as dt

from assistant.cli import counted, diagnostics
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.piped import NAME, piped
from assistant.identifying import UnidentifiedTextError, identified
from assistant.previewing import Preview, preview
from assistant.workbench import Workbench


def add(bench: Workbench, symbol: str, adopted: dt.date | None, form: str) -> int:
    """Read the text, tell what it is understood to be, and add it."""
    from precedent.reading import read_bytes

    text = read_bytes(piped(), NAME)
    printed = text.masthead.symbol
    try:
        text = identified(text, symbol, adopted)
    except UnidentifiedTextError as refusal:
        _tell(preview(text))
        diagnostics.problem(f"{NAME}: {refusal}, with --symbol; nothing was added")
        return ExitStatus.UNREADABLE
    _tell(preview(text))
    if printed is not None and printed != text.masthead.symbol:
        diagnostics.note(
            f"the text calls itself {printed}; it is kept as {text.masthead.symbol}, as --symbol says"
        )
    added = bench.take(text)
    counted.tell(added, form)
    return ExitStatus.UNREADABLE if added.failed else ExitStatus.DONE


def _tell(shown: Preview) -> None:
    for name, words in shown.head:
        diagnostics.note(f"{name}: {words}")
    diagnostics.note(f"Understood: {shown.counts}")
    for line in shown.lines:
        diagnostics.note(f"  {line.label}  {line.opening}{line.words}")
        for doubt in line.doubts:
            diagnostics.note(f"      ? {doubt}")
    for doubt in shown.doubts:
        diagnostics.note(f"? {doubt}")
