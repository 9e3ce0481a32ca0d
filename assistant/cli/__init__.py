"""The command line: finds the command, runs it, and turns every end into an exit status."""

import sys
from collections.abc import Sequence

from assistant.cli import diagnostics, output


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status; no traceback leaves it."""
    words = list(sys.argv[1:] if argv is None else argv)
    home = None
    output.prepare()
    diagnostics.prepare()
    try:
        if words == ["--version"]:
            status = _print_version()
        elif words in (["--help"], ["-h"]):
            status = _print_overview()
        else:
            from assistant.cli.parsing import parse

            run, arguments = parse(words)
            home = arguments.home
            status = run(arguments)
        output.flush()
    except KeyboardInterrupt:
        return diagnostics.INTERRUPTED
    except BrokenPipeError:
        output.discard()
        return diagnostics.CLOSED_PIPE
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else diagnostics.ExitStatus.DONE
    except Exception as failure:  # noqa: BLE001 - the one place where every failure ends
        from assistant.cli.failures import report

        return report(failure, home)
    return status


def _print_version() -> int:
    from assistant.version import version

    output.line(f"penholder {version()}")
    return diagnostics.ExitStatus.DONE


def _print_overview() -> int:
    from assistant.cli.commands import overview

    output.write(overview())
    return diagnostics.ExitStatus.DONE
