"""`penholder status`: how far paragraphs have come in the negotiation, told and set."""

import argparse

from assistant.cli import output
from assistant.cli.diagnostics import ExitStatus, problem
from assistant.cli.drafts import Made, change, declare_draft, paragraph_record, print_paragraph
from assistant.cli.outline import summary
from assistant.draft import Draft, Status
from assistant.editing import set_status
from assistant.errors import EditingError
from assistant.labels import listed, named
from assistant.workbench import Workbench

_WORDS = {"open": Status.OPEN, "ad-ref": Status.AD_REF, "agreed": Status.AGREED}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    declare_draft(parser)
    parser.add_argument(
        "labels",
        nargs="*",
        metavar="LABEL",
        help="OP7, op7.a, PP1-PP5, preamble, operative, all; every paragraph if left out",
    )
    parser.add_argument("--set", choices=tuple(_WORDS), dest="wanted", help="say that they have come so far")


def run(arguments: argparse.Namespace) -> int:
    """List how far they have come, or set it as one step."""
    if arguments.wanted is None:
        return _list(arguments)
    if not arguments.labels:
        problem("name the paragraphs that are to be set: OP7, PP1-PP5, preamble, operative, all")
        return ExitStatus.USAGE
    status = _WORDS[arguments.wanted]

    def make(_: Workbench, draft: Draft) -> Made:
        ids = named(draft, arguments.labels)
        told = listed(label for identity, label in draft.labels.items() if identity in ids)
        return Made(set_status(draft, ids, status), f"{told} {status.value}", ids)

    return change(arguments, make)


def _list(arguments: argparse.Namespace) -> int:
    with Workbench(arguments.home).open(arguments.draft, read_only=True) as desk:
        draft = desk.draft
    try:
        ids = named(draft, arguments.labels or ["all"])
    except EditingError as error:
        problem(f"{arguments.draft}: {error}")
        return ExitStatus.USAGE
    labels = draft.labels
    chosen = [entry for entry in draft.entries if entry.id in ids]
    if arguments.format == "json":
        output.json_text([paragraph_record(entry, labels[entry.id]) for entry in chosen])
        return ExitStatus.DONE
    for entry in chosen:
        print_paragraph(entry, labels[entry.id])
    output.line(summary(draft))
    return ExitStatus.DONE
