"""`penholder read`: prints a text as the assistant understood it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.cli.piped import NAME, STANDARD_INPUT, piped
from precedent.resolution import Resolution
from precedent.review import Comment

FORMATS = ("markdown", "json", "jsonl", "akn")
_QUOTED = 60
"""Characters of the words that a comment is about."""


def configure(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help="the UN's XML, PDF, Word, a draft, plain text; .doc, .rtf and .odt where LibreOffice is installed; "
        "- for standard input (a pasted text)",
    )
    parser.add_argument(
        "--version",
        choices=("accepted", "original"),
        default="accepted",
        help="of a Word file with tracked changes: the text with all of them made, or with none; "
        "without it accepted",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="markdown",
        help="markdown (as a draft file), json, jsonl (one object a file, one a line), akn (the UN's XML); "
        "without it markdown",
    )


def run(arguments: Namespace) -> int:
    """Print each file in turn; one that cannot be read is told and the others are still done."""
    from precedent.errors import PrecedentError
    from precedent.reading import read, read_bytes

    several = len(arguments.files) > 1
    if arguments.format == "akn" and several:
        diagnostics.problem("XML holds one text; name one file, or choose another --format")
        return ExitStatus.USAGE
    status = ExitStatus.DONE
    records: list[dict[str, object]] = []
    printed = False
    for path in arguments.files:
        try:
            if path == STANDARD_INPUT:
                resolution = read_bytes(piped(), NAME, arguments.version)
            else:
                resolution = read(path, arguments.version)
        except PrecedentError as problem:
            diagnostics.problem(str(problem))
            status = ExitStatus.UNREADABLE
            continue
        if arguments.format in ("json", "jsonl"):
            from precedent.record import as_record

            record = as_record(resolution, file=str(path))
            if arguments.format == "jsonl":
                output.json_line(record)
            elif several:
                records.append(record)
            else:
                output.json_text(record)
            continue
        if printed:
            output.line()
        output.write(_text(resolution, arguments.format))
        printed = True
        _tell(NAME if path == STANDARD_INPUT else str(path), resolution)
    if arguments.format == "json" and several:
        output.json_text(records)
    return status


def _text(resolution: Resolution, form: str) -> str:
    if form == "akn":
        from precedent.writing import akn

        return akn.write(resolution)
    from precedent.reading import markdown

    return markdown.write(resolution)


def _tell(path: str, resolution: Resolution) -> None:
    """The reader's doubts and the comments of others, which these formats have no place for."""
    for remark in resolution.remarks:
        place = f" {remark.label}:" if remark.label else ""
        diagnostics.note(f"{path}:{place} {remark.text}")
    for comment in resolution.comments:
        diagnostics.note(f"{path}: {_comment(comment, resolution)}")


def _comment(comment: Comment, resolution: Resolution) -> str:
    """Who wrote what, when and beside which words."""
    whole = resolution.title if comment.label == "title" else resolution.text_at(comment.label) or ""
    about = whole[comment.start : comment.end]
    quoted = f" “{about if len(about) <= _QUOTED else about[:_QUOTED].rstrip() + '…'}”" if about else ""
    place = f"{comment.label}{quoted}: " if comment.label else ""
    when = f", {comment.date:%Y-%m-%d %H:%M}" if comment.date else ""
    answer = " in answer" if comment.answers is not None else ""
    settled = " (resolved)" if comment.resolved else ""
    return f"{place}comment{answer} by {comment.author or 'someone'}{when}{settled}: {comment.text}"
