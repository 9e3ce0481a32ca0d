"""What leaves: the document, the redline with its proof, the amendment."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.draft import Draft
from assistant.errors import AssistantError, DraftExistsError
from assistant.workbench.drafting import Drafting, NoBaseError
from precedent.resolution import Resolution

if TYPE_CHECKING:
    from assistant.checks import Finding
    from assistant.export import Exported, Extras
    from assistant.export.earlier import Reviewed


AUTHOR = "Penholder"
"""Of tracked changes and comments, where no delegation is named: a personal name never is."""


class OpenFindingsError(AssistantError):
    """Export was asked for while findings of severity "error" are open."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        places = ", ".join(dict.fromkeys(f.label for f in findings))
        super().__init__(f"certain and still open at {places}: mend or dismiss these, or export with --force")


class Exporting(Drafting):
    """What is written for others."""

    def export(
        self,
        draft: Draft | Resolution,
        path: Path,
        *,
        force: bool = False,
        as_of: dt.date | None = None,
        extras: Extras | None = None,
    ) -> Exported:
        """Write a draft (or an amendment) as Word, PDF, HTML, Markdown or XML, by the suffix.

        A file of that name is put aside under another one, unless it is as the last export wrote it.

        Raises:
            OpenFindingsError: findings of severity "error" are open, unless `force`.
            DraftExistsError: there is a draft of that name.
            AssistantError: the file cannot be written.
        """
        from assistant.checks import Severity
        from assistant.export import CLEAN, exported, written
        from assistant.exports import put_aside, remember
        from assistant.storage import is_worked_on

        if is_worked_on(path):
            raise DraftExistsError(
                f"{path} is a draft; exported over it, its origins and what was put aside would be lost: "
                "choose another name"
            )

        if not force:
            certain = tuple(f for f in self.check(draft, as_of=as_of) if f.severity is Severity.ERROR)
            if certain:
                raise OpenFindingsError(certain)
        told = extras is not None and not extras.clean
        wanted, created = extras or CLEAN, self.now() if told else None
        data, proof = exported(draft, path.suffix, created=created, extras=wanted)
        aside = put_aside(self.home, path)
        done = replace(written(path, data, proof, wanted), aside=aside)
        remember(self.home, path)
        return done

    def amendment(self, draft: Draft, base: str | Path | None = None) -> Resolution:
        """The document that asks for the changes which turn a circulated draft into this one.

        Args:
            draft: the text that is wanted; its sponsors are those of the amendment.
            base: the draft that was circulated, if not the text that the draft was rolled forward from.

        Raises:
            NoBaseError: no base is known.
            NoAmendmentError: the base was adopted already, or nothing differs.
            UnknownDocumentError, UnreadableFileError: the base is not at hand.
        """
        from assistant.amending import amendment

        return amendment(self._base(draft, base), draft.resolution)

    def _base(self, draft: Draft, base: str | Path | None) -> Resolution:
        named = base or draft.base
        if not named:
            raise NoBaseError(
                "the draft was not rolled forward from an earlier text: name the text that changes are shown "
                "against with --base FILE|SYMBOL"
            )
        return self.text(named)

    @staticmethod
    def _reviewed(source: str | Path | None) -> Reviewed | None:
        """A file that came back with tracked changes, in both versions; None for any other, and for a symbol."""
        from assistant.export.earlier import Reviewed
        from precedent.reading import read

        path = Path(source) if source else None
        if path is None or not path.is_file():
            return None
        accepted = read(path)
        return Reviewed(read(path, "original"), accepted) if accepted.changes else None

    def extras(
        self,
        draft: Draft,
        *,
        redline: bool = False,
        comments: bool = False,
        base: str | Path | None = None,
        author: str = "",
        source: Path | None = None,
    ) -> Extras:
        """What `export` is to tell beside the text.

        A base with tracked changes is taken as it was before them. In a redline they stay those of who made them, and
        so do those that the draft's own file has; where no base is known, that file as it was before them is the base.

        Args:
            draft: the draft that will be exported.
            redline: whether its changes since its base are shown as tracked changes.
            comments: whether open findings stand beside their words, and in a redline the kind of each change and why
                it was made.
            base: the text that changes are shown against, if not the edition that the draft was rolled forward from.
            author: whose changes and comments they are, as Word shows it.
            source: the file that the draft was read from.

        Raises:
            NoBaseError: a redline is wanted and no base is known.
            UnknownDocumentError, UnreadableFileError: the base is not at hand.
        """
        from assistant.export import Comment, Extras

        findings = self.check(draft) if comments else ()
        returned = self._reviewed(base) if redline else None
        own = self._reviewed(source) if redline else None
        against = returned or (own if not (base or draft.base) else None)
        return Extras(
            base=(against.original if against else self._base(draft, base)) if redline else None,
            reviewed=tuple(filter(None, (returned, own if own != returned else None))),
            comments=tuple(Comment(f.label, f.start, f.end, f.told) for f in findings),
            told=comments,
            author=author or AUTHOR,
        )
