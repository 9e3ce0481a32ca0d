"""Document symbols as values: parse, print, order, link.

A symbol says who issued a document and what it is: A/RES/77/150 is a resolution of the General Assembly's
seventy-seventh session, A/C.2/80/L.17/Rev.1 a revised draft before its Second Committee. In running text a
resolution goes by its number alone ("resolution 77/150"). The grammar is the one that the
Dag Hammarskjöld Library describes, with the forms found in adopted texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering

from precedent.session import Organ

_RESOLUTIONS = (
    (
        Organ.GENERAL_ASSEMBLY,
        re.compile(
            r"A/RES/(?P<session>(?:ES-|S-)?\d{1,3})/(?P<number>\d{1,4})(?: ?(?P<part>[A-Z](?:[-–][A-Z])?))?"
        ),
    ),
    (
        Organ.GENERAL_ASSEMBLY,
        re.compile(r"A/RES/(?P<number>\d{1,4})(?: ?(?P<part>[A-Z]))? ?\((?P<session>(?:ES-|S-)?[IVXL]+)\)"),
    ),
    (
        Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
        re.compile(r"E/RES/(?P<session>\d{4})/(?P<number>\d{1,3})(?: ?(?P<part>[A-Z]))?"),
    ),
    (
        Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
        re.compile(r"E/RES/(?P<number>\d{1,4})(?: ?(?P<part>[A-Z]))? ?\((?P<session>[IVXL]+)\)"),
    ),
    (
        Organ.HUMAN_RIGHTS_COUNCIL,
        re.compile(r"A/HRC/RES/(?P<session>S-\d{1,2}|\d{1,3})/(?P<number>\d{1,3})"),
    ),
    (
        Organ.SECURITY_COUNCIL,
        re.compile(r"S/RES/(?P<number>\d{1,4}) ?\((?P<session>\d{4})\)"),
    ),
)
_DECISION = re.compile(
    r"(?P<prefix>A|E|A/HRC)/DEC/(?P<session>[\w-]+)/(?P<number>\d{1,4})(?: ?(?P<part>[A-Z]))?"
)
_DOCUMENT = re.compile(
    r"(?:A|E|S|ST|T|TD|DP|CCPR|CEDAW|CERD|CRC|CRPD|CAT|CMW|FCCC|UNEP|JIU|HRI|ISBA|SPLOS|LOS|CD|IDB|GC|PBC|ECE|ESCAP|LC|ICCD|ICC|"
    r"DC|HSP|UNW|CBD|OPCW|NPT|BWC|CTOC|CAC|COP|WHO|UNCTAD|TRADE|ECA|ESCWA|ITC|INFCIRC|SAICM|UNFF|FAO|ILO|CITES|IOM|"
    r"CCM|CCW|CLCS|CEB|TPNW|APLC|WT|GOV|LEG|MEPC|MSC|COFI|IOC|STCMLC|SOLAS|WHA(?:SS)?\d*|EB\d*|C)"
    r"(?:/(?:Part [A-Z]+|[A-Z0-9][\w.\-–]*(?: ?\([\w. ]+\))?))+"
)
_SUFFIX = re.compile(r"/(?:Rev|Add|Corr|Amend)\.\d+(?:[-–]\d+)?")
_LIMITED = re.compile(r"/L\.\d+")
_BODY = re.compile(r"(?:A|E)/(?P<body>(?:C|AC|CN|CONF|PC|HRC|SC)\.?(?:\d+)?)(?:/|$)")
_SESSION = re.compile(r"(?:^|/)(?P<session>(?:ES-|S-)?\d{2,4})/")
_ROMAN = re.compile(r"(?:ES-|S-)?[IVXL]+")


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """One document symbol; `str` gives it as printed and `Symbol.parse(str(symbol)) == symbol`."""

    text: str
    kind: str
    """ "resolution", "decision", "limited" (a draft, L.) or "document"."""
    organ: Organ | None = None
    session: str = ""
    """As the symbol has it: "77", "S-10", "2025", "XXX"; the year for the Security Council."""
    number: str = ""
    """Number of a resolution or decision within its session, without a part letter."""
    part: str = ""
    """Letter of a resolution in parts (A/RES/77/256 A)."""

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """Read a symbol as it stands in a masthead.

        Raises:
            ValueError: where the text is no symbol of the United Nations.
        """
        plain = re.sub(r"\s+", " ", text.translate(_PLAIN)).strip().rstrip("*").rstrip()
        for organ, pattern in _RESOLUTIONS:
            if found := pattern.fullmatch(plain):
                groups = found.groupdict()
                return cls(
                    plain,
                    "resolution",
                    organ,
                    groups["session"],
                    groups["number"],
                    groups.get("part") or "",
                )
        if found := _DECISION.fullmatch(plain):
            return cls(
                plain,
                "decision",
                _owner(plain),
                found["session"],
                found["number"],
                found["part"] or "",
            )
        if _DOCUMENT.fullmatch(plain):
            session = _SESSION.search(plain)
            kind = "limited" if is_draft(plain) else "document"
            return cls(plain, kind, _owner(plain), session["session"] if session else "")
        message = f"not a document symbol: {text!r}"
        raise ValueError(message)

    @classmethod
    def cited(cls, number: str, organ: Organ) -> Symbol:
        """The resolution that running text calls "77/150", "217 A (III)" or "2223 (2015)".

        Raises:
            ValueError: where an organ numbers no resolution in this way.
        """
        prefix = {
            Organ.GENERAL_ASSEMBLY: "A/RES/",
            Organ.ECONOMIC_AND_SOCIAL_COUNCIL: "E/RES/",
            Organ.HUMAN_RIGHTS_COUNCIL: "A/HRC/RES/",
            Organ.SECURITY_COUNCIL: "S/RES/",
        }[organ]
        return cls.parse(prefix + number)

    def __str__(self) -> str:
        return self.text

    @property
    def citation(self) -> str:
        """How running text cites it: "77/150", "2223 (2015)"; other documents by their whole symbol."""
        if self.kind not in ("resolution", "decision"):
            return self.text
        return re.sub(r"^(?:A/HRC|A|E|S)/(?:RES|DEC)/", "", self.text)

    @property
    def link(self) -> str:
        """Where the United Nations serves the document."""
        return "https://undocs.org/en/" + self.text.split("-E/", maxsplit=1)[0].replace(" ", "")

    @property
    def base(self) -> Symbol:
        """The document without /Rev.1, /Add.2, /Corr.1 and the like."""
        return Symbol.parse(_SUFFIX.sub("", self.text))

    @property
    def committee(self) -> int | None:
        """Number of the Main Committee before which a document is (2 for A/C.2/80/L.17)."""
        found = re.match(r"A/C\.(\d)/", self.text)
        return int(found[1]) if found else None

    @property
    def body(self) -> str:
        """The part after the organ that names a subsidiary body: "C.2", "CN.16", "HRC"."""
        found = _BODY.match(self.text)
        return found["body"] if found else ""

    @property
    def year(self) -> int | None:
        """The year a session stands for: its opening for the General Assembly; None where unknown."""
        if not self.session.isdigit():
            return None
        number = int(self.session)
        if len(self.session) == 4:
            return number
        return number + 1945 if self.organ is Organ.GENERAL_ASSEMBLY else None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Chronological within one organ: by session, then number."""
        session = (
            _roman(self.session)
            if _ROMAN.fullmatch(self.session)
            else int(re.sub(r"\D", "", self.session) or 0)
        )
        return (
            self.organ.value if self.organ else "",
            session,
            int(self.number or 0),
            self.text,
        )

    def __lt__(self, other: Symbol) -> bool:
        return self.order < other.order


def is_draft(symbol: str) -> bool:
    """Whether a symbol is that of a draft as it is circulated: A/C.2/80/L.17."""
    return bool(_LIMITED.search(symbol))


_PLAIN = str.maketrans({"\u00ad": None, "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "})


def _owner(text: str) -> Organ | None:
    if text.startswith("A/HRC/"):
        return Organ.HUMAN_RIGHTS_COUNCIL
    return {
        "A": Organ.GENERAL_ASSEMBLY,
        "E": Organ.ECONOMIC_AND_SOCIAL_COUNCIL,
        "S": Organ.SECURITY_COUNCIL,
    }.get(text.split("/", maxsplit=1)[0])


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[c] for c in text.rsplit("-", maxsplit=1)[-1]]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
