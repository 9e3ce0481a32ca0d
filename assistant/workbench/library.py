"""Earlier texts and facts: the index, where words come from, texts out of any file."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.draft import Draft
from assistant.errors import AssistantError
from assistant.home import document_service
from precedent.errors import UnknownDocumentError
from precedent.resolution import Resolution

if TYPE_CHECKING:
    from assistant.checks import Profile, Rule
    from assistant.checks.editor import Rulebook
    from assistant.facts import Fact, Register
    from assistant.facts.loading import FactsFile
    from assistant.facts.scrutiny import Trouble
    from assistant.provenance import Provenance
    from assistant.settings import RuleSetting, Settings
    from precedent.fetching.fetcher import Fetching
    from precedent.index import Added, Card, Match, PrecedentIndex, Progress, Query, Rebuilt
    from precedent.index.remembering import Remembering


class Library:
    """The earlier texts of one home folder; opens the index when it is first needed."""

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
        self._remembered: Remembering | None = None
        self._facts: Register | None = None
        self._rules: Rulebook | None = None
        self._profile: Profile | None = None
        self._provenance: Provenance | None = None

    @property
    def settings(self) -> Settings:
        """What the drafter has set; nothing where the file cannot be read: `penholder settings` says why."""
        from assistant.settings import kept

        return kept(self.home)

    @property
    def index(self) -> PrecedentIndex:
        """The precedent index, to be asked; empty where nothing was added."""
        if self._index is None:
            from precedent.index import open_index

            self._index = open_index(self.home)
        return self._index

    @property
    def remembered(self) -> PrecedentIndex:
        """The index for checks, which ask the same again after each edit."""
        from precedent.index.remembering import Remembering

        if self._remembered is None or not self._remembered.is_current:
            self._remembered = Remembering(self.index)
        return self._remembered

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

    def editions(self, text: Draft | Resolution) -> tuple[Card, ...]:
        """Adopted editions of a text's series in the index, oldest first."""
        from precedent.series import editions

        return editions(self.index, text.resolution if isinstance(text, Draft) else text)

    @property
    def facts(self) -> Register:
        """The register of facts, with the drafter's own files in `facts/` of the home; bad ones are its problems."""
        if self._facts is None:
            from assistant.facts import load_facts

            self._facts = load_facts(self.home / "facts")
        return self._facts

    def add_fact(self, kind: str, given: Mapping[str, str], name: str | None = None) -> tuple[Path, Fact]:
        """Add an entry to one of the drafter's own files of facts; the file and the entry.

        Raises:
            FactRefusedError: a key is missing or wrong; nothing was written.
            AssistantError: the file cannot be read or written.
        """
        from assistant.storage.facts import OWN, add_fact

        self._facts, made = None, add_fact(self.home / "facts", kind, given, name or OWN)
        return made

    def scrutinize_facts(
        self, as_of: dt.date | None = None
    ) -> tuple[tuple[FactsFile, ...], tuple[Trouble, ...]]:
        """Every file of facts, and what is to be looked at in them."""
        from assistant.facts.loading import own_files, shipped_files
        from assistant.facts.scrutiny import scrutinized

        files = (*shipped_files(), *own_files(self.home / "facts"))
        return files, scrutinized(files, as_of or self.today())

    @property
    def rules(self) -> Rulebook:
        """The rules that are data, with the house's own files in `rules/` of the home; bad ones are its problems."""
        if self._rules is None:
            from assistant.checks.editor import load_rules
            from assistant.checks.rules import WITH_CODE

            self._rules = load_rules(self.home / "rules", WITH_CODE)
        return self._rules

    @property
    def known_rules(self) -> dict[str, Rule]:
        """Every rule there is, the house's own too, by its id."""
        from assistant.checks.rules import WITH_CODE

        return WITH_CODE | self.rules.rules

    @property
    def profile(self) -> Profile:
        """What is set of the rules; settings that cannot be read or meant are its problems."""
        if self._profile is None:
            from assistant.checks import Profile
            from assistant.settings import FILE, load

            try:
                told = load(self.home).rules
                self._profile = Profile.of(told, self.known_rules, str(self.home / FILE))
            except AssistantError as error:
                self._profile = Profile(problems=(f"{error}; every rule is as it comes",))
        return self._profile

    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be read of the drafter's own facts, rules and settings, a line each."""
        return (*self.facts.problems, *self.rules.problems, *self.profile.problems)

    def misread(self, told: Iterable[RuleSetting]) -> tuple[str, ...]:
        """What cannot be meant of settings of rules, in a line each."""
        from assistant.checks import misread

        known = self.known_rules
        return tuple(wrong for setting in told if (wrong := misread(setting, known)))

    def set_up(self, settings: Settings) -> Path:
        """Write what the drafter has set; from now on it holds.

        Raises:
            AssistantError: the file cannot be written.
        """
        from assistant.settings import save

        self._profile = None
        return save(self.home, settings)

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> Rebuilt:
        """Make the index anew from the texts that it keeps.

        Raises:
            IndexUnavailableError: nothing can be read from it, or another process is adding.
        """
        from precedent.index import rebuild

        self.close()
        return rebuild(self.home, self.now().astimezone(), progress)

    def set_aside(self) -> Path | None:
        """Give the index another name, so that a new one can be begun; None where there is none.

        Raises:
            IndexUnavailableError: it cannot be renamed.
        """
        from precedent.index import set_aside

        self.close()
        return set_aside(self.home, self.now().astimezone())

    def close(self) -> None:
        """Let the index go."""
        if self._index is not None:
            self._index.close()
            self._index = self._provenance = self._remembered = None
