"""The use cases: what a drafter can do, whichever face asks for it.

The command line and the terminal interface both call this and hold no logic of their own. A workbench belongs to
one home folder: the precedent index, the house templates, the list of recent drafts.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import recent
from assistant.draft import Draft, draft_of
from assistant.errors import AssistantError, DraftExistsError
from assistant.home import document_service
from precedent.errors import UnknownDocumentError
from precedent.resolution import Resolution
from precedent.session import Organ, Session

if TYPE_CHECKING:
    from assistant.checks import Finding
    from assistant.export import Exported, Extras
    from assistant.facts import Register
    from assistant.provenance import Provenance
    from assistant.settings import Settings
    from assistant.storage import Desk
    from assistant.templating import Filled, Setting, Template, Templates
    from precedent.fetching.fetcher import Fetching
    from precedent.index import Added, Card, Match, PrecedentIndex, Progress, Query


class NoBaseError(AssistantError):
    """A redline was asked for, and nothing says against which text."""


class WrongNameError(AssistantError):
    """A draft was to be made under the name of a document."""


AUTHOR = "Penholder"
"""Of tracked changes and comments, where no delegation is named: a personal name never is."""

SAMPLE_EDITION = "A/RES/114/35"
"""The last of the made-up editions."""
SAMPLE_SESSION = 115
SAMPLE_DAY = dt.date(2060, 10, 1)
"""When the sample is rolled forward: its editions are dated far ahead, so that nobody takes them for real."""


class OpenFindingsError(AssistantError):
    """Export was asked for while findings of severity "error" are open."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        places = ", ".join(dict.fromkeys(f.label for f in findings))
        super().__init__(f"certain and still open at {places}: mend or dismiss these, or export with --force")


class Workbench:
    """Everything a drafter can do in one home folder; opens the index when it is first needed."""

    def __init__(
        self,
        home: Path,
        *,
        today: Callable[[], dt.date] = dt.date.today,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
        owner: str = "",
    ) -> None:
        self.home = home
        self.today = today
        self.now = now
        self.owner = owner or f"process {os.getpid()}"
        self._index: PrecedentIndex | None = None
        self._facts: Register | None = None
        self._provenance: Provenance | None = None

    @property
    def settings(self) -> Settings:
        """What the drafter has set; nothing where the file cannot be read: `penholder settings` says why."""
        from assistant.settings import Settings, load

        try:
            return load(self.home)
        except AssistantError:
            return Settings()

    # Earlier texts

    @property
    def index(self) -> PrecedentIndex:
        """The precedent index, to be asked; empty where nothing was added."""
        if self._index is None:
            from precedent.index import open_index

            self._index = open_index(self.home)
        return self._index

    @property
    def provenance(self) -> Provenance:
        """What stands behind words: series, lineages, citations, departures."""
        if self._provenance is None:
            from assistant.provenance import Provenance

            self._provenance = Provenance(self.index)
        return self._provenance

    def add(
        self,
        sources: Iterable[str | Path],
        progress: Callable[[Progress], None] | None = None,
        told: Callable[[Fetching], None] | None = None,
    ) -> Added:
        """Take earlier texts into the index: files, folders, archives, and what symbols and addresses stand for.

        Raises:
            IndexUnavailableError: where it cannot be written.
        """
        from precedent.fetching import fetched
        from precedent.index import open_index

        folder, service = self.home / "fetched", document_service()
        with (
            open_index(self.home, writable=True) as index,
            fetched(sources, folder, service=service, told=told) as found,
        ):
            return index.add(found, progress)

    def read_pasted(self, text: str) -> Resolution:
        """A text that was pasted; UnreadableFileError where it is none."""
        from precedent.reading import read_bytes

        return read_bytes(text.encode("utf-8", "surrogatepass"), "the pasted text")

    def take(self, text: Resolution) -> Added:
        """Take a text that lies in no file into the index; it says which document it is (`identified`).

        Raises:
            IndexUnavailableError: where it cannot be written.
        """
        from precedent.index import open_index

        with open_index(self.home, writable=True) as index:
            return index.take(text)

    def find(self, query: Query) -> list[Match]:
        """Agreed language nearest to a query, best first."""
        return self.index.search(query)

    def read(self, path: Path) -> Resolution:
        """A text from a file of any kind that is read.

        Raises:
            UnreadableFileError: where no reader understands it.
        """
        from precedent.reading import read

        return read(path)

    def draft_or_symbol(self, source: str) -> Draft | Resolution:
        """A draft as it stands in its file, or an earlier text by its file or symbol.

        Raises:
            UnreadableFileError, UnknownDocumentError: as `draft` and `text`.
        """
        path = Path(source)
        return self.draft_or_text(path) if path.exists() else self.text(source)

    def text(self, source: str | Path) -> Resolution:
        """A text from a file, or by its symbol from the index; of a resolution the number alone will do ("77/150").

        Raises:
            UnreadableFileError: the file cannot be read.
            UnknownDocumentError: neither a file nor a symbol that the index holds.
        """
        path = Path(source)
        if path.exists():
            return self.read(path)
        symbols = [
            f"{series}{str(source).strip()}" for series in ("", "A/RES/", "E/RES/", "A/HRC/RES/", "S/RES/")
        ]
        found = next(filter(None, map(self.index.document, symbols)), None)
        if found is None:
            message = (
                f"{source}: there is no such file, and the precedent index holds no document of that symbol; "
                "add it with: penholder add FILE, or fetch it with: penholder add SYMBOL"
            )
            raise UnknownDocumentError(message)
        return found

    def draft(self, path: Path, data: bytes | None = None) -> Draft:
        """The draft in a file, without opening it to work on; any other text becomes one.

        Args:
            path: the file.
            data: its content, where that does not lie on the disk.

        Raises:
            UnreadableFileError: where no reader understands it.
        """
        from assistant.storage import read_draft
        from precedent.reading import Format, choose, content, read_bytes
        from precedent.reading.decoding import decode

        data = content(path) if data is None else data
        if choose(data, str(path)) is Format.MARKDOWN:
            return read_draft(decode(data)[0]).draft
        return draft_of(read_bytes(data, str(path)))

    def draft_or_text(self, path: Path, data: bytes | None = None) -> Draft | Resolution:
        """A draft as it stands in its file with its dismissals; an adopted text as it was adopted. As `draft`.

        Raises:
            UnreadableFileError: where no reader understands it.
        """
        draft = self.draft(path, data)
        return draft if draft.masthead.adopted is None else draft.resolution

    def editions(self, text: Draft | Resolution) -> tuple[Card, ...]:
        """Adopted editions of a text's series in the index, oldest first."""
        from precedent.series import editions

        return editions(self.index, text.resolution if isinstance(text, Draft) else text)

    # Drafts

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
            session: number of the session (year, for the Economic and Social Council) of the new edition; the one
                after the text's own if None.
            as_of: expected day of adoption; if None today, or where that session is over the day of the year on which
                the earlier text was adopted.
        """
        from assistant.rolling import likely_adoption, roll

        text = self.text(source)
        return roll(
            text,
            index=self.index,
            session=session,
            as_of=as_of or likely_adoption(text, session, self.today()),
            facts=self.facts,
        )

    def quote(self, draft: Draft, symbol: str, label: str, *, after: str | None) -> tuple[Draft, str]:
        """The draft with a passage of an earlier text after a paragraph, and the id of the new paragraph.

        Its notes come along, and it remembers where it came from.

        Raises:
            UnknownDocumentError: the index does not hold that text.
            EditingError: the text has no such paragraph.
        """
        from assistant.placing import insert_passage

        source = self.index.document(symbol)
        if source is None:
            raise UnknownDocumentError(f"the precedent index holds no document {symbol}; add it first")
        return insert_passage(draft, source, label, after=after)

    # The sample

    def of_sample(self) -> Workbench:
        """A workbench of the sample's own, so that made-up texts never stand among agreed ones."""
        return Workbench(self.home / "sample", today=lambda: SAMPLE_DAY, owner=self.owner)

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

    # Findings

    def check(
        self,
        text: Draft | Resolution,
        *,
        session: int | None = None,
        as_of: dt.date | None = None,
    ) -> tuple[Finding, ...]:
        """Findings in reading order; those that a draft's drafter dismissed are left out."""
        from assistant.checks import Context, check, standing

        resolution = text.resolution if isinstance(text, Draft) else text
        day = as_of or (text.expected_adoption if isinstance(text, Draft) else None) or self.today()
        findings = check(resolution, Context(self.index, day, session, self.facts))
        return standing(text, findings) if isinstance(text, Draft) else findings

    @property
    def facts(self) -> Register:
        """The register of facts, with the drafter's own files in `facts/` of the home; bad ones are its problems."""
        if self._facts is None:
            from assistant.facts import load_facts

            self._facts = load_facts(self.home / "facts")
        return self._facts

    # Templates

    @property
    def house_templates(self) -> Path:
        """Where a drafter's own templates lie."""
        return self.home / "templates"

    def templates(self) -> Templates:
        """All paragraph templates, the house's own first; bad ones are listed as problems."""
        from assistant.templating import load_templates

        return load_templates(self.house_templates)

    def setting(self, draft: Draft) -> Setting:
        """What templates may take from a draft: its organ, session, earlier editions."""
        from assistant.templating import Setting

        return Setting.of(draft, self.editions(draft))

    def fill(self, template: Template, values: Mapping[str, str], draft: Draft) -> Filled:
        """A template's paragraphs with the slots filled for a draft.

        Raises:
            SlotError, TemplateError: a value cannot be meant, or the template itself fails.
        """
        from assistant.templating import fill

        return fill(template, values, self.setting(draft))

    # Export

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

        Raises:
            OpenFindingsError: findings of severity "error" are open, unless `force`.
            DraftExistsError: there is a draft of that name.
            AssistantError: the file cannot be written.
        """
        from assistant.checks import Severity
        from assistant.export import CLEAN, export
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
        return export(draft, path, created=self.now() if told else None, extras=extras or CLEAN)

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

    def extras(
        self,
        draft: Draft,
        *,
        redline: bool = False,
        comments: bool = False,
        base: str | Path | None = None,
        author: str = "",
    ) -> Extras:
        """What `export` is to tell beside the text.

        Args:
            draft: the draft that will be exported.
            redline: whether its changes since its base are shown as tracked changes.
            comments: whether open findings stand beside their words, and in a redline the kind of each change and why
                it was made.
            base: the text that changes are shown against, if not the edition that the draft was rolled forward from.
            author: whose changes and comments they are, as Word shows it.

        Raises:
            NoBaseError: a redline is wanted and no base is known.
            UnknownDocumentError, UnreadableFileError: the base is not at hand.
        """
        from assistant.export import Comment, Extras

        findings = self.check(draft) if comments else ()
        return Extras(
            base=self._base(draft, base) if redline else None,
            comments=tuple(Comment(f.label, f.start, f.end, f.told) for f in findings),
            told=comments,
            author=author or AUTHOR,
        )

    # Recent drafts

    def recent(self) -> tuple[Path, ...]:
        """Drafts opened lately that still exist, the last one first."""
        return recent.drafts(self.home)

    def close(self) -> None:
        """Let the index go."""
        if self._index is not None:
            self._index.close()
            self._index = self._provenance = None
