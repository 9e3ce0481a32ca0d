"""Resolutions and decisions by number, alone and in lists, and documents by their whole symbol.

Which body adopted a resolution is told by the words before its number ("its", "Security Council"), by what follows
("of the General Assembly") and by the form of the number itself: 70/1, 2023/3, 1325 (2000), 217 A (III)
(CONVENTIONS 1.2 and 2.4).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from precedent.references.dates import SINGLE, read_date
from precedent.references.kinds import DecisionCitation, DocumentReference, OtherCitation, ResolutionCitation
from precedent.references.patterns import NAME, pattern
from precedent.resolution import Span
from precedent.session import Organ
from precedent.symbol import Symbol

_HEAD = re.compile(r"\b[Rr]esolutions?\b|\b[Dd]ecisions?\b")
_SESSION = r"(?:ES-|S-)?"
_NUMBER = pattern(
    rf"(?<![\w/.–-])(?P<number>{_SESSION}\d{{1,4}}/\d{{1,4}}(?![\w/–-]|\.\d)"
    rf"|\d{{1,4}}(?: [A-Z])? ?\((?:{_SESSION}[IVXL]+|(?:19|20)\d\d)\))"
    r"(?P<part> [A-Z](?![\w’'/.-]\w)(?!\w))?(?P<more>(?:, [A-Z](?!\w))*(?: and | to |[–-])[A-Z](?![\w’'/]))?"
)
_DATED = pattern(rf"(?:,? adopted)? (?:of|on|dated) (?P<date>{SINGLE})")
_LINK = re.compile(
    r"(?:, +annex(?:es)?(?: +[IVX]+)?)?(?:,? +(?:and|or|to|as +well +as)(?: +(?:in|of|to))? +|, +)"
)
_SENTENCE = re.compile(r"[.;:] +[A-Z“]")
_NAMED_AFTER = pattern(rf",? of the (?P<body>{NAME})")
_NAMED_BEFORE = pattern(rf"(?P<body>{NAME})(?P<gap>,? (?:(?:in|by|through|adopted|under|with|and) )?)$")
_ITS = pattern(r"\b(?:[Ii]ts|[Oo]ur)(?: (?:[a-z-]+,?(?: and [a-z-]+)?)){0,3} $")
_OPENING = re.compile(
    r"(?:[A-Z]\w*(?:ing|es|ds|ms|ts|ls|ns)|See|Including|Also|In|By|The|Its|Under|Deeply|Having|And|Cf) +"
)
_SYMBOL = re.compile(
    r"(?<![\w/.-])[A-Z]{1,9}(?:/[A-Z0-9][\w.\-–]*)+(?:(?<=\d) ?\((?:[IVXL]+|(?:19|20)\d\d|Vols?\. [IVX]+|PART [IVX]+|Part [IVX]+)\))?"
)
_FIRST_SLASHED = 31
"""The General Assembly has numbered resolutions by session, 31/1, since its thirty-first."""
_FIRST_DECISION = 300
"""Its decisions of one session are numbered above the resolutions."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One number as it stands in the text."""

    number: str
    span: Span
    head: re.Match[str] | None
    chained: bool
    """Whether it follows its head at once, or a number that does."""
    date: dt.date | None
    date_span: Span | None
    tail: int
    """Where the number, or the date after it, ends."""

    @property
    def session(self) -> str:
        """Text before the slash, or between the brackets."""
        return self.number.split("/")[0] if "/" in self.number else self.number.rpartition("(")[2].rstrip(")")


def find_documents(text: str) -> Iterator[DocumentReference]:
    """Whole symbols in a text made even."""
    for match in _SYMBOL.finditer(text):
        words = match[0].rstrip(".-–")
        if not any(c.isdigit() for c in words):
            continue
        try:
            yield DocumentReference(Span(match.start(), match.start() + len(words)), Symbol.parse(words))
        except ValueError:
            continue


def find_citations(
    text: str, organ: Organ | None
) -> Iterator[ResolutionCitation | DecisionCitation | OtherCitation]:
    """Numbers of resolutions and decisions in a text made even, each with its date and the organ it is of."""
    items = _shared(_items(text))
    bodies: dict[int, tuple[str, bool]] = {}
    for index, item in enumerate(items):
        start = item.head.start() if item.head else -1
        if start not in bodies:
            bodies[start] = _body(text, item.head)
        body, its = bodies[start]
        if not body and not its or item.head is None:
            body = _body_after(text, items, index)
        yield _citation(item, body, its=its, organ=organ, text=text)


def _items(text: str) -> list[_Item]:
    heads = list(_HEAD.finditer(text))
    found: list[_Item] = []
    for match in _NUMBER.finditer(text):
        head = next((h for h in reversed(heads) if h.end() <= match.start()), None)
        if (
            head
            and (head.start() < (found[-1].tail if found else 0))
            and _SENTENCE.search(text, found[-1].tail, match.start())
        ):
            head = None
        before = found[-1] if found and found[-1].head is head else None
        chained = head is not None and (
            head.end() + 1 >= match.start()
            or (
                before is not None
                and before.chained
                and bool(_LINK.fullmatch(text, before.tail, match.start()))
            )
        )
        if not _plausible(match["number"], head, chained=chained):
            continue
        date = _DATED.match(text, match.end())
        when, when_span = (read_date(date["date"]), Span(*date.span("date"))) if date else (None, None)
        if when is None:
            when_span = None
        end = when_span.end if when_span else match.end()
        found.extend(_parts(match, head, when, when_span, end, chained=chained))
    return found


def _parts(
    match: re.Match[str],
    head: re.Match[str] | None,
    date: dt.date | None,
    date_span: Span | None,
    tail: int,
    *,
    chained: bool,
) -> Iterator[_Item]:
    """ "61/5 A and B" is two resolutions; the second's own words are its letter alone."""
    more = match["more"] if match["part"] else None
    number = re.sub(r" +", " ", match["number"])
    first_end = match.end("part") if match["part"] else match.end("number")
    part = match["part"].strip() if match["part"] else ""
    yield _Item(
        " ".join(filter(None, (number, part))),
        Span(match.start(), first_end),
        head,
        chained,
        date,
        date_span,
        tail if not more else first_end,
    )
    letters = list(re.finditer("[A-Z]", more or ""))
    for letter in letters:
        at = match.start("more") + letter.start()
        yield _Item(
            f"{number} {letter[0]}",
            Span(at, at + 1),
            head,
            chained,
            date,
            date_span,
            tail if letter is letters[-1] else at + 1,
        )


def _plausible(number: str, head: re.Match[str] | None, *, chained: bool) -> bool:
    """Whether it can be a resolution's number where it stands (and not a period, a fraction or a list's number)."""
    if chained:
        return True
    if "/" not in number:
        return head is not None
    session, serial = number.split("/")
    if _is_year(session):
        return not (len(serial) == 2 and int(serial) == (int(session) + 1) % 100) and int(session) > 1945  # noqa: PLR2004
    if "-" in session:
        return True
    return int(session) >= _FIRST_SLASHED and session != serial


def _shared(items: list[_Item]) -> list[_Item]:
    """Numbers of one session that stand before a dated one in a list share its date."""
    for index in range(len(items) - 2, -1, -1):
        item, after = items[index], items[index + 1]
        if (
            item.date is None
            and after.date
            and after.chained
            and after.head is item.head
            and after.session == item.session
        ):
            items[index] = _Item(
                item.number, item.span, item.head, item.chained, after.date, after.date_span, item.tail
            )
    return items


def _body(text: str, head: re.Match[str] | None) -> tuple[str, bool]:
    """(name of the body in the words before "resolution", whether they say "its")."""
    if head is None:
        return "", False
    before = text[max(0, head.start() - 110) : head.start()]
    its = _ITS.search(before)
    if its:
        before = before[: its.start()]
    named = _NAMED_BEFORE.search(before)
    if named is None or (not its and named["gap"].strip()) or (its and not named["gap"].strip(" ,")):
        return "", its is not None
    return _trimmed(named["body"]), its is not None


def _trimmed(name: str) -> str:
    """The name without the opening words of a paragraph that stand before it."""
    while opening := _OPENING.match(name):
        name = re.sub(r"^(?:and|of|the|on|for|to|with|by|under) +", "", name[opening.end() :])
    return "" if re.fullmatch(_OPENING.pattern.removesuffix(" +"), name) else name


def _body_after(text: str, items: list[_Item], index: int) -> str:
    """ "resolutions 5/1 and 5/2 of the Human Rights Council"."""
    while index + 1 < len(items) and items[index + 1].chained and items[index + 1].head is items[index].head:
        index += 1
    after = _NAMED_AFTER.match(text, items[index].tail)
    return after["body"] if after else ""


def _citation(
    item: _Item, body: str, *, its: bool, organ: Organ | None, text: str
) -> ResolutionCitation | DecisionCitation | OtherCitation:
    kind = "decision" if item.head and item.head[0].lower().startswith("d") else "resolution"
    adopted_by = _organ(item, kind, body, its=its, organ=organ, text=text)
    span = Span(item.span.start, max(item.span.end, item.tail))
    symbol = _symbol(item.number, adopted_by, kind) if adopted_by else None
    if symbol is None or adopted_by is None:
        return OtherCitation(span, kind, body, item.number, item.date, item.date_span, item.span)
    own = adopted_by is organ if organ else its and not body
    make = ResolutionCitation if kind == "resolution" else DecisionCitation
    return make(span, symbol, item.number, item.date, item.date_span, item.span, own, body)


def _symbol(number: str, organ: Organ, kind: str) -> Symbol | None:
    prefix = {
        Organ.GENERAL_ASSEMBLY: "A/DEC/",
        Organ.ECONOMIC_AND_SOCIAL_COUNCIL: "E/DEC/",
        Organ.HUMAN_RIGHTS_COUNCIL: "A/HRC/DEC/",
    }
    try:
        if kind == "resolution":
            return Symbol.cited(number, organ)
        return Symbol.parse(prefix[organ] + number) if organ in prefix else None
    except ValueError:
        return None


def _organ(item: _Item, kind: str, body: str, *, its: bool, organ: Organ | None, text: str) -> Organ | None:
    """Who adopted it; None for bodies other than the four organs."""
    named = _named(body)
    if body and named is None and body not in ("Assembly", "Council"):
        return None
    session = item.session
    if "/" not in item.number:
        if session.isdigit():
            return Organ.SECURITY_COUNCIL if named in (None, Organ.SECURITY_COUNCIL) else None
        council = named is Organ.ECONOMIC_AND_SOCIAL_COUNCIL or body == "Council"
        return (
            Organ.ECONOMIC_AND_SOCIAL_COUNCIL
            if council or (its and organ is Organ.ECONOMIC_AND_SOCIAL_COUNCIL)
            else Organ.GENERAL_ASSEMBLY
        )
    if _is_year(session):
        return (
            Organ.ECONOMIC_AND_SOCIAL_COUNCIL if named in (None, Organ.ECONOMIC_AND_SOCIAL_COUNCIL) else None
        )
    guess = named or _guess(body, session, organ, text)
    if guess is Organ.GENERAL_ASSEMBLY and session.isdigit():
        number = int(re.sub(r"\D", "", item.number.split("/")[1]))
        if int(session) < _FIRST_SLASHED or (kind == "decision" and number < _FIRST_DECISION):
            return None
    return guess


def _is_year(session: str) -> bool:
    return len(session) == 4 and session.isdigit()  # noqa: PLR2004


def _named(body: str) -> Organ | None:
    """The organ whose name the words end with; longer names of other assemblies are none."""
    for organ in Organ:
        if body.endswith(organ.value) or body.startswith(organ.value):
            return organ
    return None


def _guess(body: str, session: str, organ: Organ | None, text: str) -> Organ | None:
    """Whose 70/1, 5/1 or S-10/2 it is, where the words name no organ in full."""
    if body == "Council":
        return Organ.HUMAN_RIGHTS_COUNCIL
    if body == "Assembly" or session.startswith("ES-"):
        return Organ.GENERAL_ASSEMBLY
    if organ in (Organ.GENERAL_ASSEMBLY, Organ.HUMAN_RIGHTS_COUNCIL):
        early = session.isdigit() and int(session) < _FIRST_SLASHED
        if early and organ is Organ.GENERAL_ASSEMBLY:
            return Organ.HUMAN_RIGHTS_COUNCIL if "Human Rights Council" in text else None
        return organ
    if session.isdigit() and int(session) < _FIRST_SLASHED:
        return Organ.HUMAN_RIGHTS_COUNCIL if "Human Rights Council" in text else None
    return Organ.GENERAL_ASSEMBLY
