"""What an `add` did, in words or as JSON."""

from assistant.cli import diagnostics, output
from precedent.index import Added, Failure, Postponed


def tell(added: Added, form: str) -> None:
    """Print the counts; what failed is told one line each."""
    _tell_failures(added.failed)
    if form == "json":
        output.json_text(
            {
                "added": added.added,
                "replaced": added.replaced,
                "unchanged": added.unchanged,
                "paragraphs": added.paragraphs,
                "failed": [{"path": failure.path, "reason": failure.reason} for failure in added.failed],
                "other_languages": added.other_languages,
                "records": added.records,
            }
        )
        return
    parts = [
        f"{added.added:,} added ({added.paragraphs:,} paragraphs)",
        f"{added.replaced:,} replaced by a newer copy" if added.replaced else "",
        f"{added.unchanged:,} unchanged" if added.unchanged else "",
        f"{added.records:,} records of votes and sponsors" if added.records else "",
        f"{added.other_languages:,} in other languages kept but not searched"
        if added.other_languages
        else "",
        f"{added.passed_over:,} passed over that {'is no text' if added.passed_over == 1 else 'are no texts'}"
        if added.passed_over
        else "",
        f"{len(added.failed):,} failed" if added.failed else "",
    ]
    output.line(", ".join(filter(None, parts)))


def _tell_failures(failed: tuple[Failure, ...]) -> None:
    """One line for each failure; what a host that had stopped answering was not asked for is told in one for all."""
    postponed = [failure for failure in failed if isinstance(failure, Postponed)]
    for failure in failed:
        if not isinstance(failure, Postponed) or len(postponed) == 1:
            diagnostics.problem(f"{failure.path}: {failure.reason}")
    if len(postponed) > 1:
        first, last = postponed[0], postponed[-1]
        diagnostics.problem(f"{first.path} to {last.path}, {len(postponed):,} in all: {first.reason}")
