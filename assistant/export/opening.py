"""The wording above and below a text: masthead, session, sponsors, origin, adoption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.export.binding import headed
from assistant.export.blocks import Block, Head, Role, Run
from assistant.export.runs import Notes, cut
from precedent.resolution import DocumentKind, Masthead, NoteCall, Resolution
from precedent.session import ORDINAL, Organ, ordinal_value
from precedent.wording import day_words

BLANK = "__"
"""Stands for a number that is not known yet."""
_PREFIX = {
    Organ.GENERAL_ASSEMBLY: "A",
    Organ.ECONOMIC_AND_SOCIAL_COUNCIL: "E",
    Organ.SECURITY_COUNCIL: "S",
    Organ.HUMAN_RIGHTS_COUNCIL: "A/HRC",
}


def adopted(masthead: Masthead) -> bool:
    """Whether the text is a resolution or decision and no longer a draft of one."""
    return masthead.kind in (DocumentKind.RESOLUTION, DocumentKind.DECISION)


def printed_symbol(masthead: Masthead) -> str:
    """The symbol; for a draft that has none yet, what is known of it with a blank: "A/C.2/81/L.__"."""
    if masthead.symbol is not None:
        return str(masthead.symbol)
    if masthead.organ is None:
        return ""
    session = masthead.session_value
    number = str(session.number) if session else BLANK
    if session and session.kind:
        number = {"special": "S", "emergency special": "ES"}[session.kind] + f"-{number}"
    prefix = _PREFIX[masthead.organ]
    if adopted(masthead):
        return f"{prefix}/RES/{number}/{BLANK}"
    committee = _committee_number(masthead.committee)
    if masthead.organ is Organ.SECURITY_COUNCIL:  # its drafts are numbered with its other documents
        return f"{prefix}/{number}/{BLANK}"
    if masthead.organ is Organ.ECONOMIC_AND_SOCIAL_COUNCIL and (masthead.committee or "").startswith(
        "Commission"
    ):
        prefix = f"{prefix}/CN.{BLANK}"
    place = f"{prefix}/C.{committee}" if committee and masthead.organ is Organ.GENERAL_ASSEMBLY else prefix
    return f"{place}/{number}/L.{BLANK}"


def _committee_number(committee: str | None) -> int | None:
    """2 for "Second Committee", 4 for "… Committee (Fourth Committee)"; None for the plenary."""
    found = re.search(rf"\b({ORDINAL}) Committee", committee or "", re.IGNORECASE)
    return ordinal_value(found[1]) if found else None


def head(masthead: Masthead) -> Head:
    """The table above everything."""
    draft = not adopted(masthead)
    limited = draft and masthead.organ is not Organ.SECURITY_COUNCIL
    distribution = [f"Distr.: {masthead.distribution or ('Limited' if limited else 'General')}"]
    distribution.append(day_words(masthead.date) if masthead.date else "")
    language = masthead.original_language or ("English" if draft else "")
    if language:
        distribution += ["", f"Original: {language}"]
    # The Human Rights Council issues its documents as documents of the General Assembly.
    organ = Organ.GENERAL_ASSEMBLY if masthead.organ is Organ.HUMAN_RIGHTS_COUNCIL else masthead.organ
    return Head(
        symbol=printed_symbol(masthead),
        organ=organ.value if organ else "",
        distribution=tuple(distribution),
    )


def opening(resolution: Resolution, notes: Notes) -> Iterator[Block]:
    """Everything between the masthead and the first paragraph."""
    masthead = resolution.masthead
    if masthead.organ is Organ.HUMAN_RIGHTS_COUNCIL:
        yield _line(Role.COMMITTEE, masthead.organ.value)
    if masthead.session and masthead.organ is not Organ.SECURITY_COUNCIL:  # which has no sessions
        yield _line(Role.SESSION, masthead.session)
    if masthead.committee:
        yield _line(Role.COMMITTEE, masthead.committee)
    if masthead.agenda_item or _awaits_item(masthead):
        yield _item(masthead.agenda_item or BLANK, notes)
    if masthead.agenda_title:
        yield _line(Role.AGENDA_TITLE, masthead.agenda_title)
    yield from _adoption(masthead) if adopted(masthead) else _sponsors(masthead, notes)
    if resolution.title:
        number = f"{masthead.symbol.citation}." if adopted(masthead) and masthead.symbol else None
        yield Block(role=Role.TITLE, number=number, runs=tuple(_title(resolution, notes)))
    if resolution.enacting:
        yield Block(role=Role.ENACTING, runs=tuple(_enacting(resolution.enacting)))


def _awaits_item(masthead: Masthead) -> bool:
    """Whether the Secretariat will print an item that is not known yet: a blank is left for it."""
    awaited = masthead.kind in (DocumentKind.DRAFT, DocumentKind.AMENDMENT)
    return awaited and masthead.organ not in (None, Organ.SECURITY_COUNCIL)


def _title(resolution: Resolution, notes: Notes) -> Iterator[Run]:
    """The title, which is not searched for references, and the notes called in it."""
    words, done = headed(resolution.title), 0
    for call in sorted(resolution.title_notes):
        if done < call.offset:
            yield Run(text=words[done : call.offset])
        yield Run(call=notes.call(call.marker), roman=True)
        done = call.offset
    if done < len(words):
        yield Run(text=words[done:])


def _line(role: Role, text: str) -> Block:
    return Block(role=role, runs=(Run(text=headed(text)),))


_SEVERAL = re.compile(r"\d+(?: \(\w\))?(?:, | and )(?:\d|\()")


def _item(item: str, notes: Notes) -> Block:
    """The line of the agenda: one item, several, or one of the provisional agenda, whose asterisk calls its note."""
    words = item.rstrip("* ")
    marks = item[len(words) :].strip()
    if re.match(r"\d+(?: \(\w\))?,? of the (?:provisional|preliminary) (?:agenda|list)", words):
        words = f"Item {words}"
    elif words[:1].isdigit() or words == BLANK:
        words = f"Agenda item{'s' if _SEVERAL.match(words) else ''} {words}"
    calls = (NoteCall(len(words), marks),) if marks else ()
    return Block(role=Role.AGENDA_ITEM, runs=tuple(cut(headed(words), calls=calls, notes=notes)))


def _enacting(words: str) -> Iterator[Run]:
    """The name of the organ is slanted, the comma after it is not."""
    name = words.rstrip(",: ")
    yield Run(text=name, italic=True)
    if words != name:
        yield Run(text=words[len(name) :])


def _sponsors(masthead: Masthead, notes: Notes) -> Iterator[Block]:
    line, calls = masthead.sponsor_line, masthead.sponsor_notes
    if line is None and masthead.kind in (DocumentKind.DRAFT, DocumentKind.AMENDMENT):
        line = str(masthead.kind).capitalize()
    if line:
        plain, calls = _without_marks(line, calls)
        plain = headed(plain)
        yield Block(role=Role.SPONSORS, runs=tuple(cut(plain, calls=calls, notes=notes)))


def _without_marks(line: str, calls: tuple[NoteCall, ...]) -> tuple[str, tuple[NoteCall, ...]]:
    """A sponsor line may have its asterisks in the words; they become calls, as those beside the words are."""
    if calls or "*" not in line:
        return line, calls
    plain, found = "", []
    for part in re.split(r"( , \*+|\*+)", line):
        if part.lstrip(" ,").startswith("*"):
            found.append(NoteCall(len(plain), part.lstrip(" ,")))
        else:
            plain += part
    return plain, tuple(found)


def _adoption(masthead: Masthead) -> Iterator[Block]:
    organ = masthead.organ.value if masthead.organ else ""
    on = f"on {day_words(masthead.adopted)}".replace(" ", "\u00a0") if masthead.adopted else ""
    what = "Decision" if masthead.kind is DocumentKind.DECISION else "Resolution"
    if (
        masthead.organ is Organ.SECURITY_COUNCIL
    ):  # gives no titles: its number stands there, and below it the day
        if masthead.symbol:
            yield _line(Role.ORIGIN, f"{what} {masthead.symbol.citation}")
        meeting = f"at its {masthead.meeting}" if masthead.meeting else ""
        yield _line(Role.TITLE, ", ".join(filter(None, (f"Adopted by the {organ} {meeting}".rstrip(), on))))
        return
    yield _line(
        Role.ORIGIN, " ".join(filter(None, (f"{what} adopted by the {organ}" if organ else what, on)))
    )
    if masthead.report:
        inside = masthead.report.strip()
        runs = (Run(text=r.text, italic=True, link=r.link) for r in cut(inside, organ=masthead.organ))
        yield Block(role=Role.BRACKET, runs=(Run(text="["), *runs, Run(text="]")))


def closing(masthead: Masthead) -> Iterator[Block]:
    """What ends the text itself: meeting and date of an adopted one, a short line after a draft."""
    if not adopted(masthead):
        yield Block(role=Role.RULE)
        return
    if masthead.organ is Organ.SECURITY_COUNCIL:
        return
    lines = (masthead.meeting, day_words(masthead.adopted) if masthead.meeting and masthead.adopted else None)
    yield from (_line(Role.ADOPTION, line) for line in lines if line)
