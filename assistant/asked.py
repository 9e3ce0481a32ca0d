"""What a text asks for in times to come: reports, a place on an agenda, another look at the question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from precedent.references import SessionReference, find_references
from precedent.resolution import Kind, Paragraph, Resolution
from precedent.session import Organ

_REQUESTS = re.compile(
    r"\b(?:[Rr]equests|[Ii]nvites|[Rr]eiterates its request to|[Dd]ecides that)\b(?: also| further)?(?: that)? "
    r"(?P<who>the [A-Z](?:[^,;]|,(?! to ))*?)(?:,[^;]{0,200}?,)? (?:to|shall)\b(?P<what>[^;]*)"
)
_REPORT = re.compile(r"\b(?:reports?|updates?|stud(?:y|ies))\b")
_PROVISIONAL = re.compile(
    r"\b[Dd]ecides (?:also |further )?to include\b.{0,60}?\bprovisional agenda of its (?P<session>[^,“”;]+? session)"
    r"(?P<rest>[^;.]*)"
)
_REVIEW = re.compile(
    r"(?:Also |Further )?(?:[Rr]emains (?:actively )?seized\b|(?:[Dd]ecides|[Aa]grees|[Rr]esolves) (?:also |further )?"
    r"(?:to (?:remain (?:actively )?seized|keep\b.{1,90}\b(?:review|consideration)|consider|continue|review|revert"
    r"|return|resume|undertake|conduct)\b|that it (?:will|shall) (?:consider|review|revert|continue)\b))"
)
"""How a paragraph begins by which the organ keeps a question before it."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report that a text asks for."""

    label: str
    who: str
    """From whom: "the Secretary-General"."""
    sessions: tuple[str, ...]
    """To which sessions, in the text's words; empty where it names none."""

    @property
    def when(self) -> str:
        """To which session, in a few words."""
        return ", ".join(self.sessions) or "no session is named"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A place on the agenda of a later session."""

    label: str
    session: str
    title: str
    """Of the item, and of its sub-item after a colon; empty where the text quotes none."""


def reports(resolution: Resolution) -> Iterator[Report]:
    """The reports that a text asks for, paragraph by paragraph."""
    organ = resolution.masthead.organ
    for paragraph in _operative(resolution):
        asked = _asked_for(paragraph.text, organ)
        if asked is not None:
            yield Report(paragraph.label, *asked)


def agenda_items(resolution: Resolution) -> Iterator[AgendaItem]:
    """The places on provisional agendas that a text decides."""
    for paragraph in _operative(resolution):
        put = _put_on_agenda(paragraph.text)
        if put is not None:
            yield AgendaItem(paragraph.label, *put)


@lru_cache(maxsize=4096)
def _asked_for(text: str, organ: Organ | None) -> tuple[str, tuple[str, ...]] | None:
    """From whom a paragraph asks for a report, and to which sessions; remembered, as most of a draft stays as it is."""
    found = next((f for f in _REQUESTS.finditer(text) if _REPORT.search(f["what"])), None)
    return (found["who"].strip(), tuple(_sessions(text, found.start(), organ))) if found else None


@lru_cache(maxsize=4096)
def _put_on_agenda(text: str) -> tuple[str, str] | None:
    """The session and the title of the item that a paragraph puts on an agenda."""
    found = _PROVISIONAL.search(text)
    if found is None:
        return None
    titles = re.findall(r"“([^”]+)”", found["rest"])
    return found["session"], ": ".join(reversed(titles))


def review_clause(resolution: Resolution) -> Paragraph | None:
    """The last paragraph by which the organ keeps the question before it."""
    return next((p for p in reversed(list(_operative(resolution))) if _REVIEW.match(p.text)), None)


def _operative(resolution: Resolution) -> Iterator[Paragraph]:
    return (p for p in resolution.paragraphs if p.kind is Kind.OPERATIVE and not p.section)


def _sessions(text: str, start: int, organ: Organ | None) -> Iterator[str]:
    seen: set[str] = set()
    for reference in find_references(text, organ):
        if (
            isinstance(reference, SessionReference)
            and reference.unit == "session"
            and reference.span.start > start
        ):
            body = reference.organ.value if reference.organ and reference.body else ""
            words = f"{body} {reference.text(text)}".strip()
            if words not in seen:
                seen.add(words)
                yield words
