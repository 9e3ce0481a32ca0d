"""The masthead of a text in the UN's XML: from its cover page, its metadata and the lines after the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from precedent.names import listed, subject
from precedent.reading.akn.runs import Notes, Printed, local, printed, words
from precedent.resolution import Ballot, DocumentKind, Masthead, Remark
from precedent.session import Organ
from precedent.symbol import Symbol

_AUTHORS: Final = {
    "ga": Organ.GENERAL_ASSEMBLY,
    "ecosoc": Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
    "sc": Organ.SECURITY_COUNCIL,
}
_SESSION_BODY: Final = {"#humanRightsCouncil": Organ.HUMAN_RIGHTS_COUNCIL}
_KINDS: Final = {
    "resolution": DocumentKind.RESOLUTION,
    "decision": DocumentKind.DECISION,
    "limited": DocumentKind.DRAFT,
}
_SIDES: Final = {"inFavour": "in_favour", "against": "against", "abstaining": "abstaining"}
_ITEM_WORDS: Final = re.compile(
    r"^\D*?(?=\d)|(?<=[\d)]) (?:de l’ordre du jour|del programa|повестки дня|من جدول الأعمال)$"
)
_DISTRIBUTION: Final = {
    "générale": "General",
    "general": "General",
    "limitée": "Limited",
    "limitada": "Limited",
}
_PLACES: Final = ("meta", "step", "classification", "voting", "coverPage", "conclusions")


class _Places:
    """The elements that a masthead is read from, all found in one pass over the file."""

    def __init__(self, root: etree._Element) -> None:
        self._found: dict[str, list[etree._Element]] = {name: [] for name in _PLACES}
        for element in root.iter(*(f"{{*}}{name}" for name in _PLACES)):
            self._found[local(element)].append(element)

    def first(self, name: str) -> etree._Element | None:
        """The first of that name; None where there is none."""
        return next(iter(self._found[name]), None)

    def each(self, *names: str) -> Iterator[etree._Element]:
        """All of these names."""
        for name in names:
            yield from self._found[name]


def masthead(root: etree._Element, notes: Notes, remarks: list[Remark]) -> Masthead:
    """Everything above the title that the file tells; what contradicts itself becomes a remark."""
    places = _Places(root)
    cover, meta = places.first("coverPage"), places.first("meta")
    fields = {} if cover is None else dict(_cover(cover, remarks))
    line = _sponsor_line(cover, notes)
    symbol = _symbol(fields.get("symbol"), remarks)
    steps = {s.get("outcome") or "": s for s in reversed(list(places.each("step")))}
    draft = steps.get("draftResolution")
    added = steps.get("draftResolutionAdditionalSponsors")
    return Masthead(
        kind=_kind(root, symbol),
        symbol=symbol,
        organ=_organ(cover, meta, symbol),
        committee=fields.get("committee") or None,
        session=fields.get("session") or None,
        agenda_item=fields.get("agenda_item") or None,
        agenda_title=fields.get("agenda_title") or None,
        distribution=fields.get("distribution") or None,
        date=_date(fields.get("date"), "issue", remarks),
        original_language=fields.get("original_language") or None,
        sponsors=listed(*(s.get("by") or "" for s in (draft, added) if s is not None)),
        sponsor_line=line.text or None,
        sponsor_notes=line.notes,
        adopted=_checked(places, _date(_adoption(meta), "adoption", remarks), remarks),
        meeting=fields.get("meeting") or _meeting(places),
        report=fields.get("report") or None,
        vote=_vote(places, steps.get("adopted"), remarks),
        ballot=_ballot(places),
        subjects=_subjects(places),
        draft_symbol=(draft.get("as") or None) if draft is not None else None,
    )


def _cover(cover: etree._Element, remarks: list[Remark]) -> Iterator[tuple[str, str]]:
    """Field by field what the cover page says; words that no field holds become a remark."""
    titles: list[str] = []
    for element in cover.iter("{*}*"):
        name, refers = local(element), element.get("refersTo")
        if name in ("docNumber", "session"):
            yield {"docNumber": "symbol"}.get(name, name), words(element)
        elif name == "docStatus":
            said = re.sub(r"^Distr\.:? ?", "", words(element)) or words(element)
            yield "distribution", _DISTRIBUTION.get(said, said)
        elif name == "docDate" and refers != "#adoptionDate":
            yield "date", element.get("date") or ""
        elif name == "docAuthority" and refers == "#committee":
            yield "committee", words(element)
        elif name == "docProponent" and refers != "#sponsors":
            yield "report", words(element).removeprefix("[").removesuffix("]")
        elif name == "inline":
            yield from _inline(element, titles)
        elif name == "event":
            dates = "–".join(words(date) for date in element.iter("{*}date"))
            remarks.append(Remark("", f"The dates of the session are not kept: {dates or words(element)}."))
    if titles:
        yield "agenda_title", "; ".join(titles)


def _sponsor_line(cover: etree._Element | None, notes: Notes) -> Printed:
    for element in () if cover is None else cover.iter("{*}docProponent"):
        if element.get("refersTo") == "#sponsors":
            return printed(element, notes)
    return Printed()


def _inline(element: etree._Element, titles: list[str]) -> Iterator[tuple[str, str]]:
    name, text = element.get("name"), words(element)
    if name == "agenda item":
        yield (
            "agenda_item",
            _ITEM_WORDS.sub("", text) if re.search(r"\d", text) else element.get("title") or text,
        )
    elif name == "agenda item name":
        titles.append(text)
    elif name == "originalLanguage":
        yield "original_language", text.partition(":")[2].strip() or text
    elif name == "adoptionMeeting":
        yield "meeting", text


def _symbol(text: str | None, remarks: list[Remark]) -> Symbol | None:
    if not text:
        remarks.append(Remark("", "The file gives no symbol."))
        return None
    try:
        return Symbol.parse(text)
    except ValueError:
        remarks.append(
            Remark("", f"The file gives “{text}” as its symbol, which is none of the United Nations.")
        )
        return None


def _organ(cover: etree._Element | None, meta: etree._Element | None, symbol: Symbol | None) -> Organ | None:
    if symbol is not None and symbol.organ is not None:
        return symbol.organ
    for authority in () if cover is None else reversed(list(cover.iter("{*}docAuthority"))):
        if organ := Organ.named(words(authority)):
            return organ
    author = None if meta is None else next(meta.iter("{*}FRBRauthor"), None)
    return None if author is None else _AUTHORS.get(author.get("href") or "")


def _kind(root: etree._Element, symbol: Symbol | None) -> DocumentKind:
    named = next((e.get("name") or "" for e in root.iter("{*}statement", "{*}documentCollection")), "")
    known = {str(kind): kind for kind in DocumentKind}.get(named, DocumentKind.OTHER)
    if symbol is not None and known in (DocumentKind.RESOLUTION, DocumentKind.OTHER):
        return _KINDS.get(symbol.kind, DocumentKind.OTHER)
    return known


def _adoption(meta: etree._Element | None) -> str | None:
    work = None if meta is None else next(meta.iter("{*}FRBRWork"), None)
    dates = [] if work is None else list(work.iter("{*}FRBRdate"))
    chosen = next((d for d in dates if d.get("name") == "adoption"), None)
    return None if chosen is None else chosen.get("date")


def _date(text: str | None, what: str, remarks: list[Remark]) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        remarks.append(Remark("", f"The date of {what} in the file is no date: “{text}”."))
        return None


def _checked(places: _Places, adopted: dt.date | None, remarks: list[Remark]) -> dt.date | None:
    """The day of adoption; what the cover or the lines after the text say instead becomes a remark."""
    said = set()
    for place in places.each("coverPage", "conclusions"):
        said |= {_day_in(words(title)) for title in place.iter("{*}docTitle")}
        for element in place.iter("{*}docDate"):
            if element.get("refersTo") == "#adoptionDate":
                said.add(_date(element.get("date"), "adoption", remarks))
    others = sorted(day for day in said if day is not None and day != adopted)
    if adopted is None and len(others) == 1:
        return others[0]
    text = "The file gives {} as the day of adoption, its text {}."
    remarks += [Remark("", text.format(adopted or "no day", day)) for day in others]
    return adopted


def _day_in(text: str) -> dt.date | None:
    """The day in "Resolution adopted by the General Assembly on 14 December 2022"."""
    found = re.fullmatch(r"(?:Resolutions? a|A)dopted by the .* on ?(\d{1,2} \w+ \d{4})", text)
    try:
        return dt.datetime.strptime(found[1], "%d %B %Y").date() if found else None  # noqa: DTZ007 - a day
    except ValueError:
        return None


def _meeting(places: _Places) -> str | None:
    for conclusions in places.each("conclusions"):
        for element in conclusions.iter("{*}inline", "{*}location"):
            if element.get("name") == "adoptionMeeting" or element.get("refersTo") == "#adoptionMeeting":
                return words(element) or None
    return None


def _vote(places: _Places, step: etree._Element | None, remarks: list[Remark]) -> str | None:
    """The adoption: "without a vote", or votes in favour, against and abstaining."""
    found = []
    for voting in places.each("voting"):
        counts = {c.get("refersTo") or "": c.get("value") or "" for c in voting.iterchildren("{*}count")}
        numbers = [re.sub(r"\D", "", counts.get(side, "")) for side in _SIDES]
        if numbers[0]:
            found.append("-".join(str(int(n[:4] or 0)) for n in numbers))
        elif re.search(r"without ?(?:a )?vote|consensus", voting.get("outcome") or "", re.IGNORECASE):
            found.append("without a vote")
    if not found and step is not None and re.search(r"without (?:a )?vote", step.get("as") or ""):
        found.append("without a vote")
    if len(set(found)) > 1:
        remarks.append(Remark("", f"Its parts were adopted apart: {', '.join(found)}."))
    return found[0] if found else None


def _ballot(places: _Places) -> Ballot | None:
    """How each State voted, of the first vote that the file records."""
    for voting in places.each("voting"):
        sides = {}
        for count in voting.iterchildren("{*}count"):
            voters = listed(*(voter.text or "" for voter in count.iter("{*}organization")))
            if voters and (side := _SIDES.get(count.get("refersTo") or "")):
                sides[side] = voters
        if sides:
            return Ballot(**sides)
    return None


def _subjects(places: _Places) -> tuple[str, ...]:
    """Words of the UNBIS thesaurus that the library files the text under; a machine adds others for each Goal."""
    filed = (c for c in places.each("classification") if "/sdg" not in (c.get("source") or ""))
    found = (
        keyword.get("value") or ""
        for classification in filed
        for keyword in classification.iterchildren("{*}keyword")
        if keyword.get("dictionary") == "UNBIS Thesaurus"
    )
    return tuple(dict.fromkeys(subject(word) for word in found if word))
