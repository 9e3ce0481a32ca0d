"""What an `add` did, in words or as JSON."""

from assistant.cli import diagnostics, output
from precedent.index import Added


def tell(added: Added, form: str) -> None:
    """Print the counts; what failed is told one line each."""
    for failure in added.failed:
        diagnostics.problem(f"{failure.path}: {failure.reason}")
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
        f"{len(added.failed):,} failed" if added.failed else "",
    ]
    output.line(", ".join(filter(None, parts)))
