"""The forms that a draft begins with, and what is made of their answers."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from assistant.committees import MAIN_COMMITTEES
from assistant.draft import Draft
from assistant.tui.forms import Field, FormError, Values
from assistant.typed import day_of, number_of, path_of
from assistant.workbench import Workbench
from precedent.fetching import FetchError, wanted
from precedent.session import Organ, Session


@dataclass(frozen=True, slots=True)
class Body:
    """Where a draft is considered."""

    key: str
    words: str
    organ: Organ
    committee: str = ""

    def has(self, committee: str | None) -> bool:
        """Whether a text that a committee recommended was considered here."""
        return (committee or "") in self.committee if committee else not self.committee


_MATTERS = (
    "First Committee: disarmament",
    "Second Committee: economy, finance, development",
    "Third Committee: social questions, human rights",
    "Fourth Committee: special political questions, decolonization",
    "Fifth Committee: administration, budget",
    "Sixth Committee: law",
)
BODIES = (
    *(
        Body(str(number), words, Organ.GENERAL_ASSEMBLY, name)
        for number, (words, name) in enumerate(zip(_MATTERS, MAIN_COMMITTEES, strict=True), 1)
    ),
    Body("p", "General Assembly, plenary", Organ.GENERAL_ASSEMBLY),
    Body("e", "Economic and Social Council", Organ.ECONOMIC_AND_SOCIAL_COUNCIL),
    Body("h", "Human Rights Council", Organ.HUMAN_RIGHTS_COUNCIL),
    Body("s", "Security Council", Organ.SECURITY_COUNCIL),
)


def sources_of(text: str) -> tuple[str | Path, ...]:
    """Paths, symbols and addresses, separated by spaces; one that has spaces in it stands in quotation marks.

    Raises:
        FormError: where nothing is typed, or a word is none of them.
    """
    try:
        whole = _source(text.strip())
    except FormError:
        whole = None
    if whole is not None:
        return (whole,)
    try:
        words = shlex.split(text)
    except ValueError:
        raise FormError("a quotation mark is open; close it") from None
    if not words:
        raise FormError("name files, folders, symbols or addresses")
    return tuple(map(_source, _joined(words)))


def _joined(words: list[str]) -> Iterator[str]:
    """The words, with the year or the session in parentheses that belongs to a symbol: S/RES/2250 (2015)."""
    held = ""
    for word in words:
        if held and re.fullmatch(r"\([\dIVXL]+\)[,;]?", word):
            held = f"{held} {word}"
            continue
        if held:
            yield held.rstrip(",;")
        held = word
    if held:
        yield held.rstrip(",;")


def _source(text: str) -> str | Path:
    path = Path(text).expanduser()
    if text and path.exists():
        return path
    try:
        if text and not isinstance(wanted(text), Path):
            return text
    except FetchError as error:
        raise FormError(f"{text}: {error}") from None
    raise FormError(f"there is no file or folder {path}, and it is no symbol and no address")


def free(path: Path) -> Path:
    """The path, or one like it that is not taken: draft.md, draft-2.md."""
    names = (path if n == 1 else path.with_name(f"{path.stem}-{n}{path.suffix}") for n in count(1))
    return next(name for name in names if not name.exists())


def new_file() -> str:
    """Where a new draft is written if nothing else is said."""
    return str(free(Path.cwd() / "draft.md"))


def draft_path(text: str) -> Path:
    """Where a new draft is to be written.

    Raises:
        FormError: where there is such a file already.
    """
    path = path_of(text)
    path = path if path.suffix else path.with_suffix(".md")
    if path.exists():
        raise FormError(f"{path} is already there; choose another name")
    return path


def roll_fields(bench: Workbench, source: str = "") -> tuple[Field, ...]:
    """What is asked to roll an earlier text forward."""
    return (
        Field(
            "source",
            "Earlier text",
            "a symbol that the index holds, or a file (UN XML, plain text, a draft)",
            source,
            example="A/RES/80/1 or file.xml",
        ),
        Field(
            "session",
            "Session of the new draft",
            "its number or year; the next one if left empty",
            example="" if source else "81",
        ),
        Field(
            "as_of",
            "Expected adoption",
            "dates are judged as of that day; today if left empty",
            example=bench.today().isoformat(),
        ),
        Field("file", "Draft file", "", new_file()),
    )


def roll_refusal(bench: Workbench, values: Values) -> str:
    """Why the answers cannot be taken.

    Raises:
        AssistantError, PrecedentError: there is no such text, or it cannot be rolled to that session.
    """
    source = values["source"].strip()
    if not source:
        return "name the earlier text: a symbol or a file"
    session, as_of = number_of(values["session"]), day_of(values["as_of"])
    draft_path(values["file"])
    bench.plan_roll(source, session=session, as_of=as_of)
    return ""


def new_fields(bench: Workbench, body: Body) -> tuple[Field, ...]:
    """What is asked to begin an empty draft."""
    now = Session.on(bench.today(), body.organ)
    titled = body.organ is not Organ.SECURITY_COUNCIL  # whose drafts have no title, and name no agenda item
    title = Field("title", "Title of the draft", example="What the text is about")
    agenda = (
        Field("agenda_item", "Agenda item", "its number, as far as known", example="18 (b)"),
        Field("agenda_title", "Title of the agenda item", example="Sustainable development"),
    )
    return (
        *((title,) if titled else ()),
        Field("session", "Session", "its year" if now.by_year else "its number", str(now.number)),
        *(agenda if titled else ()),
        Field("sponsors", "Sponsors", "separated by semicolons; may come later", example="Atlantis; Utopia"),
        Field("as_of", "Expected adoption", "dates are judged as of that day", example="2026-12-15"),
        Field("file", "Draft file", "", new_file()),
    )


def new_refusal(values: Values) -> str:
    """Why the answers cannot be taken."""
    if not values.get("title", "untitled").strip():
        return "a draft needs a title; it can be changed later"
    if number_of(values["session"]) is None:
        return "say for which session the draft is"
    day_of(values["as_of"])
    draft_path(values["file"])
    return ""


def new_draft(bench: Workbench, body: Body, values: Values) -> Draft:
    """The empty draft that the answers describe."""
    from assistant.editing import set_expected_adoption, set_masthead

    number = number_of(values["session"]) or Session.on(bench.today(), body.organ).number
    known = {"committee": body.committee} | {
        name: values.get(name, "").strip() for name in ("agenda_item", "agenda_title")
    }
    head = {name: words for name, words in known.items() if words}
    draft = bench.empty_draft(
        body.organ, Session(body.organ, number), values.get("title", "").strip(), **head
    )
    sponsors = tuple(name.strip() for name in values["sponsors"].split(";") if name.strip())
    if sponsors:
        draft = set_masthead(draft, sponsors=sponsors)
    return set_expected_adoption(draft, day_of(values["as_of"]))
