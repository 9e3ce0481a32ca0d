"""`penholder compare`: two drafts, two editions, a draft and its base, paragraph by paragraph."""

import argparse
import shutil
import textwrap
from pathlib import Path

from assistant.chronicle import plain_runs, shortened
from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.unsaved import note_unsaved
from assistant.collating import Collation, Fate, Pair, collation_record, fold_words, folded, is_fold
from assistant.comparing import Nature
from assistant.workbench import Workbench

_WIDEST = 100


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "before", metavar="A", help="the earlier text: a symbol in the index, a draft or another file"
    )
    parser.add_argument(
        "after",
        metavar="B",
        nargs="?",
        help="the later text; left out, A is a draft and is compared with the text that it was rolled forward from",
    )
    parser.add_argument(
        "--only",
        choices=[str(kind) for kind in Nature],
        help="one kind of change: technical (dates, symbols, figures), editorial (marks, capitals), substantive",
    )
    parser.add_argument("--full", action="store_true", help="whole paragraphs, and those that did not change")
    parser.add_argument(
        "--format", choices=("text", "json", "html"), default="text", help="how it is printed"
    )
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="write a page (.html); standard output if left out"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the comparison."""
    bench = Workbench(arguments.home)
    told = bench.collation(arguments.before, arguments.after)
    only = Nature(arguments.only) if arguments.only else None
    if arguments.to is not None:
        from assistant.export.collation import write_collation

        diagnostics.note(f"written: {write_collation(told, arguments.to)} ({told.summary})")
    elif arguments.format == "html":
        from assistant.export.collation import collation_page

        output.write(collation_page(told))
    elif arguments.format == "json":
        output.json_text(collation_record(told))
    else:
        _print(told, only, full=arguments.full)
    for source in filter(None, (arguments.before, arguments.after)):
        if Path(source).exists():
            note_unsaved(bench, Path(source))
    return ExitStatus.DONE


def _print(told: Collation, only: Nature | None, *, full: bool) -> None:
    _wrapped(f"{told.before} → {told.after}: {told.summary}", "")
    if not told.changed:
        return
    for group in folded(told.pairs, only):
        if not is_fold(group, only):
            output.line()
            _print_pair(group[0], full=full)
        elif full and only is None:
            for pair in group:
                output.line()
                _print_pair(pair, full=True)
        else:
            output.line(f"\n{output.styled(f'… {fold_words(group)}', '2')}")


def _print_pair(pair: Pair, *, full: bool) -> None:
    output.line(f"{output.styled(pair.label, '1')}  {pair.told}")
    if pair.fate is Fate.LEFT:
        return
    whole = full or pair.fate in (Fate.ADDED, Fate.REMOVED)
    _wrapped(plain_runs(pair.runs if whole or pair.fate is Fate.MOVED else shortened(pair.runs)), "    ")


def _wrapped(text: str, indent: str) -> None:
    width = max(min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST), 40)
    for line in textwrap.wrap(
        diagnostics.printable(text), width, initial_indent=indent, subsequent_indent=indent,
        break_on_hyphens=False, break_long_words=False,
    ):  # fmt: skip
        output.line(line)
