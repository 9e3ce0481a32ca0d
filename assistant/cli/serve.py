"""`penholder serve`: the screens in a browser of this machine."""

import argparse
import os
from pathlib import Path

from assistant.cli import diagnostics, output
from assistant.cli.diagnostics import ExitStatus
from assistant.errors import AssistantError

PASSWORD = "PENHOLDER_PASSWORD"  # noqa: S105 - the name of a variable
"""Names the password that other machines have to give."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what is served, and where."""
    parser.add_argument("draft", nargs="?", type=Path, metavar="DRAFT", help="the draft to open")
    parser.add_argument("--sample", action="store_true", help="open the sample")
    parser.add_argument("--port", type=int, default=8000, help="8000 if left out; 0 for any that is free")
    parser.add_argument(
        "--address",
        default="127.0.0.1",
        help="this machine alone if left out; another one, such as 0.0.0.0, is refused without a password",
    )
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=f"holds the password; or {PASSWORD} in the environment",
    )
    parser.add_argument(
        "--certificate", type=Path, metavar="FILE", help="with --key: encrypts what is sent (PEM)"
    )
    parser.add_argument("--key", type=Path, metavar="FILE", help="of the certificate (PEM)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from assistant.serving.address import ServingError, place

    if arguments.draft and arguments.sample:
        diagnostics.problem("name a draft or --sample, not both")
        return ExitStatus.USAGE
    try:
        found = place(
            arguments.address, arguments.port, _password(arguments), arguments.certificate, arguments.key
        )
    except ServingError as error:
        diagnostics.problem(str(error))
        return ExitStatus.USAGE
    words = ["--home", str(arguments.home)]
    words += ["--sample"] if arguments.sample else []
    words += [str(arguments.draft)] if arguments.draft else []

    def told(link: str, port: int) -> None:
        output.line(link)
        output.flush()
        diagnostics.note("open that in a browser; ctrl+c ends it")
        if not found.private and found.certificate is None:
            diagnostics.note(
                "what is sent can be read by others on the network; --certificate and --key encrypt it; or "
                f"leave --address out and come through a tunnel: ssh -L {port}:localhost:{port} THIS-MACHINE"
            )

    from assistant.serving import serve

    serve(found, words, told)
    return ExitStatus.DONE


def _password(arguments: argparse.Namespace) -> str:
    """The password; the screens that are started do not see it."""
    given = os.environ.pop(PASSWORD, "")
    if arguments.password_file is None:
        return given
    try:
        return str(arguments.password_file.read_text(encoding="utf-8")).strip()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise AssistantError(f"{arguments.password_file}: {reason}") from error
