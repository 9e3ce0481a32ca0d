"""The whole job on the sample, without a screen: `python -m assistant.demo [FOLDER]`.

Adds the made-up editions to an index of their own, rolls the last one forward to the next session, checks
the draft and exports it. All of it lies in one folder, `penholder-sample` unless another is named.
"""

import shlex
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from shutil import which

from assistant.cli import diagnostics, output
from assistant.resources import sample_folder
from assistant.workbench import SAMPLE_DAY, SAMPLE_EDITION, SAMPLE_SESSION, Workbench
from precedent.wording import day_words

FOLDER = "penholder-sample"
SHOWN = 5  # changes and findings that are printed: what they look like, not all of them


def run(folder: Path) -> None:
    """Do the job in a folder and print what was done and where it lies.

    Raises:
        PrecedentError, AssistantError, OSError: a step failed; the message says at which file and why.
    """
    folder.mkdir(parents=True, exist_ok=True)
    bench = Workbench(folder / "home", today=lambda: SAMPLE_DAY, owner="the sample")
    try:
        added = bench.add([sample_folder()])
        _say("Added", f"{added.added + added.replaced + added.unchanged} made-up texts to the index")
        draft = bench.roll(SAMPLE_EDITION, session=SAMPLE_SESSION, as_of=SAMPLE_DAY)
        changes = [
            f"{draft.labels[e.id]}: “{c.before}” → “{c.after}”" for e in draft.entries for c in e.changes
        ]
        _say(
            "Rolled", f"{SAMPLE_EDITION} forward to session {SAMPLE_SESSION}, {len(changes)} changes", changes
        )
        findings = bench.check(draft, as_of=SAMPLE_DAY)
        counts = ", ".join(f"{kind} {n}" for kind, n in Counter(f.severity.value for f in findings).items())
        about = f"the draft as of {day_words(SAMPLE_DAY)}, {len(findings)} findings ({counts})"
        _say("Checked", about, [f"{f.label}: “{f.found}”: {f.message}" for f in findings])
        file = _free(folder)
        bench.create(file, draft).close()
        document = bench.export(draft, file.with_suffix(".docx"), force=True).path
        _say("Exported", "the draft as it stands, its findings still open")
    finally:
        bench.close()
    output.line(f"\nThe Word document: {document}\nThe draft:         {file}")
    output.line(f"Go on with it:     {shlex.join([_command(), '--home', str(bench.home), str(file)])}")


def _command() -> str:
    """The command as it can be called here: by its name where that is on the path, else by where it lies."""
    if which("penholder"):
        return "penholder"
    return str(Path(sys.executable).with_name("penholder"))


def _free(folder: Path) -> Path:
    """A name for the draft that is not taken: somebody may have worked on the one of last time."""
    names = (folder / ("draft.md" if n == 1 else f"draft-{n}.md") for n in count(1))
    return next(name for name in names if not name.exists() and not name.with_suffix(".docx").exists())


def _say(what: str, about: str, lines: Sequence[str] = ()) -> None:
    more = [f"… and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    output.line("\n".join([f"{what:<10}{about}", *(f"{'':<10}{line}" for line in [*lines[:SHOWN], *more])]))


def main(words: Sequence[str] = ()) -> int:
    """Run and return the exit status; a failure is one line."""
    output.prepare()
    diagnostics.prepare()
    folder = Path(*words[:1] or [FOLDER]).absolute()
    try:
        run(folder)
        output.flush()
    except Exception as failure:  # noqa: BLE001 - the one place where every failure ends
        from assistant.cli.failures import report

        return report(failure, folder)
    return diagnostics.ExitStatus.DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
