"""Drafts: opened, made, rolled forward, checked, filled from templates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Self

from assistant import recent
from assistant.draft import Draft, draft_of
from assistant.errors import AssistantError
from assistant.workbench.checking import Checking
from assistant.workbench.templates import FromTemplates
from precedent.errors import PrecedentError, UnknownDocumentError
from precedent.resolution import Resolution
from precedent.session import Organ, Session

if TYPE_CHECKING:
    from assistant.collating import Collation
    from assistant.rolling import Plan
    from assistant.storage import Desk, Left, Opened


class NoBaseError(AssistantError):
    """A redline or a comparison was asked for, and nothing says against which text."""


class WrongNameError(AssistantError):
    """A draft was to be made under the name of a document."""


SAMPLE_EDITION = "A/RES/114/35"
"""The last of the made-up editions."""
SAMPLE_SESSION = 115
SAMPLE_DAY = dt.date(2060, 10, 1)
"""When the sample is rolled forward: its editions are dated far ahead, so that nobody takes them for real."""


class Drafting(FromTemplates, Checking):
    """What is done with drafts in one home folder."""

    def draft_or_symbol(self, source: str) -> Draft | Resolution:
        """A draft as it stands in its file, or an earlier text by its file or symbol.

        Raises:
            UnreadableFileError, UnknownDocumentError: as `draft` and `text`.
        """
        path = Path(source)
        return self.draft_or_text(path) if path.exists() else self.text(source)

    def draft(self, path: Path, data: bytes | None = None) -> Draft:
        """The draft in a file, without opening it to work on; any other text becomes one.

        Args:
            path: the file.
            data: its content, where that does not lie on the disk.

        Raises:
            UnreadableFileError: where no reader understands it.
        """
        return self.opened(path, data).draft

    def opened(self, path: Path, data: bytes | None = None) -> Opened:
        """The draft in a file with what is doubtful in it: a wrong key of the front matter, a note that is missing.

        As `draft`; what a reader doubts of a text that is no draft is left to `read`.
        """
        from assistant.storage import Opened, read_draft_file
        from precedent.reading import Format, choose, content, read_bytes

        data = content(path) if data is None else data
        if choose(data, str(path)) is Format.MARKDOWN:
            return read_draft_file(data, str(path))
        return Opened(draft_of(read_bytes(data, str(path))))

    def draft_or_text(self, path: Path, data: bytes | None = None) -> Draft | Resolution:
        """A draft as it stands in its file with its dismissals; an adopted text as it was adopted. As `draft`.

        Raises:
            UnreadableFileError: where no reader understands it.
        """
        draft = self.draft(path, data)
        return draft if draft.masthead.adopted is None else draft.resolution

    def open(self, path: Path, *, read_only: bool = False) -> Desk:
        """Open a draft file to work on it.

        Raises:
            DraftInUseError: another process has it.
            UnreadableFileError, AssistantError: it cannot be read.
        """
        from assistant.storage import Desk

        desk = Desk.open(path, owner=self.owner, read_only=read_only)
        recent.remember(self.home, path)
        return desk

    def is_draft(self, path: Path) -> bool:
        """Whether a file is a draft file, or another text that a draft can be made of.

        Raises:
            UnreadableFileError: where it is missing, or no reader understands it.
        """
        from precedent.reading import Format, choose, content

        return choose(content(path), str(path)) is Format.MARKDOWN

    def unsaved(self, path: Path) -> int:
        """How many changes to a draft are in its journal and not in its file."""
        from assistant.storage import unsaved

        return len(unsaved(path))

    def left(self) -> tuple[Left, ...]:
        """What was left unsaved in the drafts opened lately; a draft that cannot be read is passed over."""
        from assistant.storage import left

        found = []
        for path in self.recent():
            try:
                found.append(left(path))
            except (AssistantError, PrecedentError, OSError):
                continue
        return tuple(filter(None, found))

    def create(self, path: Path, draft: Draft, *, overwrite: bool = False) -> Desk:
        """Make a new draft file and open it.

        Raises:
            WrongNameError: the name is that of a document, and a draft is none.
            DraftExistsError: there is such a file, and it was not to be overwritten.
        """
        from assistant.export import SUFFIXES
        from assistant.storage import create

        if path.suffix.lower() in SUFFIXES and path.suffix.lower() != ".md":
            raise WrongNameError(
                f"{path}: a draft is Markdown; name it {path.with_suffix('.md').name}, then export it"
            )
        desk = create(path, draft, owner=self.owner, replace=overwrite)
        recent.remember(self.home, path)
        return desk

    def empty_draft(self, organ: Organ, session: Session, title: str, **masthead: str) -> Draft:
        """A draft with a masthead and nothing in it yet."""
        from assistant.rolling import empty_draft

        return empty_draft(organ, session, title, **masthead)

    def import_draft(self, source: Path | Resolution) -> Draft:
        """A draft with the paragraphs of any text that can be read, or was."""
        return draft_of(self.read(source) if isinstance(source, Path) else source, origin=True)

    def roll(self, source: str | Path, *, session: int | None = None, as_of: dt.date | None = None) -> Draft:
        """The next edition's draft: every certain update made and recorded, the rest left as findings.

        Args:
            source: a file, or the symbol of a text in the index.
            session: number of the session (year, for the Economic and Social Council) of the new edition; the next
                one in which it is due if None.
            as_of: expected day of adoption; if None today, or where that session is over the day of the year on which
                the earlier text was adopted.

        Raises:
            UnknownDocumentError, UnreadableFileError, AssistantError: as `plan_roll`.
        """
        return self.rolled(self.plan_roll(source, session=session, as_of=as_of))

    def plan_roll(self, source: str | Path, *, session: int | None, as_of: dt.date | None) -> Plan:
        """What a roll will do; as `roll`.

        Raises:
            UnknownDocumentError, UnreadableFileError: as `text`.
            NothingToRollError, NoSuchSessionError, AlreadyAdoptedError: it cannot be rolled to that session.
        """
        from assistant.rolling import plan

        text = self.text(source)
        return plan(text, index=self.index, session=session, as_of=as_of, today=self.today())

    def rolled(self, plan: Plan) -> Draft:
        """The draft that a roll makes."""
        from assistant.rolling import roll

        return roll(
            plan.text,
            index=self.index,
            session=None if plan.session.kind else plan.session.number,
            as_of=plan.as_of,
            facts=self.facts,
            profile=self.profile,
        )

    def quote(self, draft: Draft, symbol: str, label: str, *, after: str | None) -> tuple[Draft, str]:
        """The draft with a passage of an earlier text after a paragraph, and the id of the new paragraph.

        Its notes come along, and it remembers where it came from.

        Raises:
            UnknownDocumentError: the index does not hold that text.
            EditingError: the text has no such paragraph.
        """
        from assistant.placing import insert_passage

        return insert_passage(draft, self._document(symbol), label, after=after)

    def replace_by(self, draft: Draft, symbol: str, label: str, identity: str) -> Draft:
        """The draft with a passage of an earlier text in place of a paragraph.

        Raises:
            UnknownDocumentError: the index does not hold that text.
            EditingError: the text has no such paragraph, or the draft has not.
        """
        from assistant.placing import replace_by_passage

        return replace_by_passage(draft, identity, self._document(symbol), label)

    def _document(self, symbol: str) -> Resolution:
        source = self.index.document(symbol)
        if source is None:
            raise UnknownDocumentError(f"the precedent index holds no document {symbol}; add it first")
        return source

    def collation(self, before: str | Path | Draft, after: str | Path | Draft | None = None) -> Collation:
        """Two texts laid beside each other.

        Args:
            before: the earlier text: a file, a symbol in the index, or a draft that is open.
            after: the later one; where it is left out, `before` is a draft and is compared with its base.

        Raises:
            NoBaseError: there is one text only, and it was not rolled forward from another.
            UnreadableFileError, UnknownDocumentError: as `draft` and `text`.
        """
        from assistant.collating import collated

        one, name = self._named(before)
        if after is not None:
            other, second = self._named(after)
        else:
            base = one.base if isinstance(one, Draft) else None
            if base is None:
                raise NoBaseError(
                    f"{name} was not rolled forward from an earlier text: name two texts to compare"
                )
            (other, second), (one, name) = (one, name), self._named(base)
        texts = [text.resolution if isinstance(text, Draft) else text for text in (one, other)]
        return collated(texts[0], texts[1], (name, second))

    def _named(self, source: str | Path | Draft) -> tuple[Draft | Resolution, str]:
        """A text, and what it is called: a draft by its file, any other by its symbol."""
        if isinstance(source, Draft):
            return source, str(source.masthead.symbol or "this draft")
        path = Path(source)
        if not path.exists():
            text = self.text(source)
            return text, str(text.masthead.symbol or source)
        draft = self.draft(path)
        return draft, path.name

    # The sample

    def of_sample(self) -> Self:
        """A workbench of the sample's own, so that made-up texts never stand among agreed ones."""
        return type(self)(self.home / "sample", today=lambda: SAMPLE_DAY, owner=self.owner)

    def open_sample(self) -> Desk:
        """The sample's draft: as it was left, else its last edition rolled forward. Only for `of_sample`.

        Raises:
            DraftInUseError: another process has it.
        """
        from assistant.resources import sample_folder

        file = self.home / "draft.md"
        if not self.index.count().documents:
            self.add([sample_folder()])
        if file.exists():
            return self.open(file)
        return self.create(file, self.roll(SAMPLE_EDITION, session=SAMPLE_SESSION, as_of=SAMPLE_DAY))

    # Recent drafts

    def recent(self) -> tuple[Path, ...]:
        """Drafts opened lately that still exist, the last one first."""
        return recent.drafts(self.home)
