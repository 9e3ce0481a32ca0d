"""What stands above the text in AKN4UN: metadata, cover page and title."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from precedent.resolution import Ballot, DocumentKind, Masthead, Resolution
from precedent.session import Organ
from precedent.wording import day_words
from precedent.writing.akn.lines import Lines
from precedent.writing.akn.tree import sub

_AUTHORS: Final = {
    Organ.GENERAL_ASSEMBLY: "ga",
    Organ.ECONOMIC_AND_SOCIAL_COUNCIL: "ecosoc",
    Organ.SECURITY_COUNCIL: "sc",
    Organ.HUMAN_RIGHTS_COUNCIL: "hrc",
}
_FOLDERS: Final = {"ga": "unga", "ecosoc": "ecosoc", "sc": "sc", "hrc": "hrc"}
_UNKNOWN_DAY: Final = "0001-01-01"
"""What the UN's own files say where a date is not known."""


_UN: Final = "http://un.org/akn4un"
"""What the UN adds to Akoma Ntoso."""
_LANGUAGES: Final = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}


def add_meta(statement: etree._Element, resolution: Resolution) -> None:
    """Identification, the way to adoption, and the vote."""
    head = resolution.masthead
    meta = sub(statement, "meta")
    author = _AUTHORS[head.organ] if head.organ else "un"
    adopted = head.adopted.isoformat() if head.adopted else _UNKNOWN_DAY
    issued = head.date.isoformat() if head.date else adopted
    number = re.sub(r"[^\w.-]+", "-", head.symbol.citation if head.symbol else "unnumbered").strip("-")
    address = f"/akn/un/statement/deliberation/{_FOLDERS.get(author, author)}/{adopted}/{number}"
    named = "adoption" if head.adopted else "draft"
    identification = sub(meta, "identification", source="#penholder")
    levels = (
        ("FRBRWork", f"{address}/", adopted, named),
        ("FRBRExpression", f"{address}/eng@/", issued, "publication"),
        ("FRBRManifestation", f"{address}/eng@.xml", issued, "markup"),
    )
    for name, uri, day, what in levels:
        level = sub(identification, name)
        sub(level, "FRBRthis", value=f"{uri.rstrip('/')}/!main")
        sub(level, "FRBRuri", value=uri)
        sub(level, "FRBRdate", date=day, name=what)
        sub(level, "FRBRauthor", href=f"#{author}" if name == "FRBRManifestation" else author)
        if name == "FRBRWork":
            sub(level, "FRBRcountry", value="un")
        elif name == "FRBRExpression":
            sub(level, "FRBRlanguage", language=_LANGUAGES.get(head.language or "", "eng"))
    _add_subjects(meta, head)
    _add_workflow(meta, head, adopted)
    _add_vote(meta, head)
    references = sub(meta, "references", source="#penholder")
    sub(
        references,
        "TLCOrganization",
        eId=author,
        href=f"/akn/ontology/organization/un/{author}",
        showAs=_organ(head),
    )
    sub(
        references,
        "TLCOrganization",
        eId="penholder",
        href="/akn/ontology/software/penholder",
        showAs="Penholder",
    )


def _add_subjects(meta: etree._Element, head: Masthead) -> None:
    """As the Dag Hammarskjöld Library files it."""
    if head.subjects:
        filed = sub(meta, "classification", source="DHLAUTH")
        for subject in head.subjects:
            sub(filed, "keyword", value=subject, showAs=subject, dictionary="UNBIS Thesaurus")


def _add_workflow(meta: etree._Element, head: Masthead, adopted: str) -> None:
    if not (head.draft_symbol or head.sponsors or head.adopted):
        return
    workflow = sub(meta, "workflow", source="#un")
    if head.draft_symbol or head.sponsors:
        names = " and ".join(filter(None, (", ".join(head.sponsors[:-1]), *head.sponsors[-1:])))
        step = sub(workflow, "step", date=_UNKNOWN_DAY, outcome="draftResolution", by=names)
        if head.draft_symbol:
            step.set("as", head.draft_symbol)
    if head.adopted:
        sub(workflow, "step", date=adopted, outcome="adopted", by="")


def _add_vote(meta: etree._Element, head: Masthead) -> None:
    if not head.vote:
        return
    analysis = sub(meta, "analysis", source="#un")
    parliamentary = sub(analysis, "parliamentary")
    if counts := re.fullmatch(r"(\d+)-(\d+)-(\d+)", head.vote):
        voting = sub(parliamentary, "voting", outcome="adoptedRecordedVote")
        ballot = head.ballot or Ballot()
        sides = (ballot.in_favour, ballot.against, ballot.abstaining)
        names = ("inFavour", "against", "abstaining")
        for name, value, states in zip(names, counts.groups(), sides, strict=True):
            count = sub(voting, "count", refersTo=name, value=value)
            if states:
                voters = etree.SubElement(count, f"{{{_UN}}}voters", nsmap={"akn4un": _UN})
                for state in states:
                    sub(voters, "organization", state, refersTo="memberState")
    else:
        plain = head.vote == "without a vote"
        sub(parliamentary, "voting", outcome="adoptedWithoutVote" if plain else head.vote)


def add_cover(statement: etree._Element, resolution: Resolution, lines: Lines) -> None:
    """The cover page, line by line as the UN's files have it."""
    head = resolution.masthead
    cover = sub(statement, "coverPage", eId="coverPage_1")
    council = head.organ is Organ.HUMAN_RIGHTS_COUNCIL
    large = Organ.GENERAL_ASSEMBLY if council else head.organ
    sub(sub(cover, "p"), "docAuthority", "United Nations", refersTo="#publisher")
    _line(cover, "docNumber", str(head.symbol) if head.symbol else None, refersTo="#symbol")
    _line(cover, "docAuthority", large.value if large else None, refersTo="#issuingBody", class_="rightBig")
    _line(cover, "docStatus", head.distribution and f"Distr.: {head.distribution}", class_="rightSmall")
    if head.date:
        _line(cover, "docDate", day_words(head.date), date=head.date.isoformat(), refersTo="#dateOfIssuance")
    _line(
        cover,
        "inline",
        head.original_language and f"Original: {head.original_language}",
        name="originalLanguage",
    )
    if council:
        _line(cover, "docAuthority", Organ.HUMAN_RIGHTS_COUNCIL.value, refersTo="#subsidiaryBody")
    _line(cover, "session", head.session)
    _line(cover, "docAuthority", head.committee, refersTo="#committee")
    item = head.agenda_item
    _line(cover, "inline", item and f"Agenda item {item}", name="agenda item", title=item or "")
    _line(cover, "inline", head.agenda_title, name="agenda item name")
    if head.adopted and head.kind is DocumentKind.RESOLUTION:
        _line(cover, "docTitle", f"Resolution adopted by the {_organ(head)} on {day_words(head.adopted)}")
    _line(cover, "docProponent", head.report and f"[{head.report}]")
    if head.sponsor_line:
        line = sub(sub(cover, "p"), "docProponent", refersTo="#sponsors")
        lines.fill(line, head.sponsor_line, (), head.sponsor_notes)


def _line(cover: etree._Element, name: str, text: str | None, /, **attributes: str) -> None:
    """A line of the cover page, where there is anything to say."""
    if text:
        sub(sub(cover, "p"), name, text, **attributes)


def add_preface(statement: etree._Element, resolution: Resolution, lines: Lines) -> None:
    """The title with the number of the resolution."""
    head = resolution.masthead
    notes = (*resolution.title_notes, *lines.uncalled(resolution))
    if not resolution.title and not notes:
        return
    line = sub(sub(statement, "preface"), "p")
    if head.symbol and head.symbol.kind in ("resolution", "decision"):
        sub(line, "docNumber", f"{head.symbol.citation}.")
    lines.fill(sub(line, "docTitle", refersTo="#resolutionTitle"), resolution.title, (), notes)


def _organ(head: Masthead) -> str:
    return head.organ.value if head.organ else "United Nations"
