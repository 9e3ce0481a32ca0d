"""What changes in the sample from one edition to the next, and what session 115 makes out of date.

The table of changes is complete: made in the earlier edition they give the words of the later one. Tests of
checks, of rolling and of comparing may rely on it.
"""

from dataclasses import dataclass

FIRST, SECOND, THIRD = "A/RES/112/31", "A/RES/113/28", "A/RES/114/35"
COUNCIL_FIRST, COUNCIL_SECOND = "E/RES/2059/7", "E/RES/2060/9"
TITLE = "Lighthouses and harbour lights for the safety of small boats (sample)"
COUNCIL_TITLE = "Buoys and beacons on inland waters (sample)"


@dataclass(frozen=True, slots=True)
class Change:
    """Words at one place of an edition, and those at the same place of the next."""

    before: str
    """Label in the earlier edition; empty where a paragraph is new."""
    after: str
    """Label in the later edition; empty where a paragraph was dropped."""
    old: str
    new: str
    kind: str
    """series, citation, session, meeting, document, figure, year, reference, wording, dropped, added."""


@dataclass(frozen=True, slots=True)
class Due:
    """Words of the third edition that a draft for session 115, begun on 1 October 2060, cannot keep."""

    label: str
    words: str
    instead: str | None
    """What is due; None where the five texts do not tell."""
    kind: str


@dataclass(frozen=True, slots=True)
class Size:
    """Counts of one edition: paragraphs, sub-paragraphs and headings apart."""

    preambular: int
    operative: int
    below: int
    headings: int
    footnotes: int


SIZES = {
    FIRST: Size(21, 20, 3, 2, 9),
    SECOND: Size(20, 20, 3, 2, 9),
    THIRD: Size(20, 21, 3, 2, 9),
    COUNCIL_FIRST: Size(5, 5, 0, 0, 2),
    COUNCIL_SECOND: Size(5, 5, 0, 0, 2),
}

CHANGES: dict[tuple[str, str], tuple[Change, ...]] = {
    (FIRST, SECOND): (
        Change("PP1", "PP1", "111/26 of 14 December 2056", "112/31 of 18 December 2057", "series"),
        Change("PP2", "PP2", "2057/8 of 24 July 2057", "2058/6 of 24 July 2058", "citation"),
        Change("PP8", "PP8", "thirty-first session", "thirty-second session", "session"),
        Change("PP8", "PP8", "from 9 to 13 April 2057", "from 8 to 12 April 2058", "meeting"),
        Change("PP8", "PP8", "the thirty-second session", "the thirty-third session", "session"),
        Change("PP8", "PP8", "Lights that outlast the storm", "Who pays for the lamp", "meeting"),
        Change("PP9", "PP9", "sixth session", "seventh session", "session"),
        Change("PP9", "PP9", "from 3 to 5 September 2057", "from 2 to 4 September 2058", "meeting"),
        Change("PP11", "PP11", "Lights 2057", "Lights 2058", "document"),
        Change("PP11", "PP11", "for the first time counts", "counts", "wording"),
        Change("PP11", "PP11", "only in season", "only in season apart from those lit all year", "wording"),
        Change("PP12", "PP12", "38 per cent", "36 per cent", "figure"),
        Change("PP12", "PP12", "in 2056", "in 2057", "year"),
        Change("PP14", "PP14", "11,400", "10,900", "figure"),
        Change("PP14", "PP14", "in 2056", "in 2057", "year"),
        Change("PP16", "", "", "", "dropped"),
        Change("OP2", "OP2", "thirty-first session", "thirty-second session", "session"),
        Change("OP3", "OP3", "ninth World Symposium", "tenth World Symposium", "meeting"),
        Change("OP3", "OP3", "Valparaíso, Chile,", "Mombasa, Kenya,", "meeting"),
        Change("OP3", "OP3", "from 14 to 18 May 2057", "from 13 to 17 May 2058", "meeting"),
        Change("OP3", "OP3", "tenth Symposium", "eleventh Symposium", "meeting"),
        Change("OP3", "OP3", "held in Mombasa, Kenya,", "held in Bergen, Norway,", "meeting"),
        Change("OP3", "OP3", "from 13 to 17 May 2058", "from 12 to 16 May 2059", "meeting"),
        Change("OP4", "OP4", "46 million", "51 million", "figure"),
        Change("OP4", "OP4", "September 2057", "September 2058", "year"),
        Change("OP6", "OP6", "4.6 billion", "4.9 billion", "figure"),
        Change("OP10", "OP10", "thirty-second session", "thirty-third session", "session"),
        Change("OP13", "OP13", "64 Member States", "71 Member States", "figure"),
        Change("OP19", "OP19", "hundred and thirteenth", "hundred and fourteenth", "session"),
        Change("OP20", "OP20", "hundred and thirteenth", "hundred and fourteenth", "session"),
        Change("FN1", "FN1", "109/30 and 110/24", "109/30, 110/24 and 111/26", "series"),
        Change("FN2", "FN2", "2055/11 and 2056/5", "2055/11, 2056/5 and 2057/8", "citation"),
        Change("FN4", "FN4", "E/CN.91/2057/9", "E/CN.91/2058/8", "document"),
        Change("FN5", "FN5", "A/112/187", "A/113/204", "document"),
        Change("FN6", "FN6", "Lights 2057", "Lights 2058", "document"),
        Change("FN6", "FN6", "(Bergen, 2057)", "(Bergen, 2058)", "document"),
        Change("FN8", "FN8", "Council, 2057", "Council, 2058", "document"),
        Change("FN8", "FN8", "E/2057/46", "E/2058/46", "document"),
    ),
    (SECOND, THIRD): (
        Change("PP1", "PP1", "112/31 of 18 December 2057", "113/28 of 12 December 2058", "series"),
        Change("PP2", "PP2", "2058/6 of 24 July 2058", "2059/7 of 24 July 2059", "citation"),
        Change("PP8", "PP8", "thirty-second session", "thirty-third session", "session"),
        Change("PP8", "PP8", "from 8 to 12 April 2058", "from 7 to 11 April 2059", "meeting"),
        Change("PP8", "PP8", "the thirty-third session", "the thirty-fourth session", "session"),
        Change("PP8", "PP8", "Who pays for the lamp", "Quiet harbours, bright harbours", "meeting"),
        Change("PP9", "PP9", "seventh session", "eighth session", "session"),
        Change("PP9", "PP9", "from 2 to 4 September 2058", "from 1 to 3 September 2059", "meeting"),
        Change("PP11", "PP11", "Lights 2058", "Lights 2059", "document"),
        Change("PP12", "PP12", "36 per cent", "33 per cent", "figure"),
        Change("PP12", "PP12", "in 2057", "in 2058", "year"),
        Change("PP14", "PP14", "10,900", "11,700", "figure"),
        Change("PP14", "PP14", "in 2057", "in 2058", "year"),
        Change("PP19", "PP19", "partnerships", "lasting partnerships", "wording"),
        Change("PP19", "PP19", "schools, fishing", "schools, women’s fishing", "wording"),
        Change("PP19", "PP19", "societies,", "societies, including by training apprentices,", "wording"),
        Change("OP2", "OP2", "thirty-second session", "thirty-third session", "session"),
        Change("OP3", "OP3", "tenth World Symposium", "eleventh World Symposium", "meeting"),
        Change("OP3", "OP3", "Mombasa, Kenya,", "Bergen, Norway,", "meeting"),
        Change("OP3", "OP3", "from 13 to 17 May 2058", "from 12 to 16 May 2059", "meeting"),
        Change("OP3", "OP3", "eleventh Symposium", "twelfth Symposium", "meeting"),
        Change("OP3", "OP3", "held in Bergen, Norway,", "held in Iloilo City, Philippines,", "meeting"),
        Change("OP3", "OP3", "from 12 to 16 May 2059", "from 3 to 7 May 2060", "meeting"),
        Change("OP4", "OP4", "51 million", "58 million", "figure"),
        Change("OP4", "OP4", "September 2058", "September 2059", "year"),
        Change("OP6", "OP6", "4.9 billion", "5.2 billion", "figure"),
        Change("", "OP10", "", "", "added"),
        Change("OP10", "OP11", "thirty-third session", "thirty-fourth session", "session"),
        Change("OP13", "OP14", "71 Member States", "83 Member States", "figure"),
        Change("OP15", "OP16", "paragraph 10 above", "paragraph 11 above", "reference"),
        Change("OP19", "OP20", "hundred and fourteenth", "hundred and fifteenth", "session"),
        Change("OP20", "OP21", "hundred and fourteenth", "hundred and fifteenth", "session"),
        Change("FN1", "FN1", "110/24 and 111/26", "110/24, 111/26 and 112/31", "series"),
        Change("FN2", "FN2", "2056/5 and 2057/8", "2056/5, 2057/8 and 2058/6", "citation"),
        Change("FN4", "FN4", "E/CN.91/2058/8", "E/CN.91/2059/11", "document"),
        Change("FN5", "FN5", "A/113/204", "A/114/193", "document"),
        Change("FN6", "FN6", "Lights 2058", "Lights 2059", "document"),
        Change("FN6", "FN6", "(Bergen, 2058)", "(Bergen, 2059)", "document"),
        Change("FN8", "FN8", "Council, 2058", "Council, 2059", "document"),
        Change("FN8", "FN8", "E/2058/46", "E/2059/46", "document"),
    ),
    (COUNCIL_FIRST, COUNCIL_SECOND): (
        Change("PP1", "PP1", "2058/6 of 24 July 2058", "2059/7 of 24 July 2059", "series"),
        Change("PP2", "PP2", "113/28 of 12 December 2058", "114/35 of 11 December 2059", "citation"),
        Change("PP4", "PP4", "in 2057", "in 2059", "year"),
        Change("PP4", "PP4", "55 per cent", "52 per cent", "figure"),
        Change("OP1", "OP1", "3,200", "3,450", "figure"),
        Change("OP5", "OP5", "2060 session", "2061 session", "session"),
        Change("FN1", "FN1", "2056/5 and 2057/8", "2056/5, 2057/8 and 2058/6", "series"),
        Change("FN2", "FN2", "Figures 2057", "Figures 2059", "document"),
        Change("FN2", "FN2", "(Bergen, 2058)", "(Bergen, 2060)", "document"),
    ),
}

DUE = (
    Due("PP1", "113/28 of 12 December 2058", "114/35 of 11 December 2059", "series"),
    Due("FN1", "111/26 and 112/31", "111/26, 112/31 and 113/28", "series"),
    # The Council's text has a later edition.
    Due("PP2", "2059/7 of 24 July 2059", "2060/9 of 23 July 2060", "citation"),
    Due("FN2", "2057/8 and 2058/6", "2057/8, 2058/6 and 2059/7", "citation"),
    Due("PP8", "thirty-third session", "thirty-fourth session", "session"),
    Due("PP8", "7 to 11 April 2059", None, "meeting"),
    Due("PP8", "to the thirty-fourth session", "to the thirty-fifth session", "session"),
    Due("PP8", "Quiet harbours, bright harbours", None, "meeting"),
    Due("PP9", "eighth session", "ninth session", "session"),
    Due("PP9", "1 to 3 September 2059", None, "meeting"),
    Due("PP11", "Lights 2059", None, "document"),
    Due("PP12", "33 per cent", None, "figure"),
    Due("PP12", "in 2058", None, "year"),
    # Left as it was in two editions, while the Council's texts have newer figures with their years.
    Due("PP13", "57 per cent", "52 per cent", "figure"),
    Due("PP13", "in 2055", "in 2059", "year"),
    Due("FN7", "Figures 2055", "Figures 2059", "document"),
    Due("PP14", "11,700", None, "figure"),
    Due("OP2", "thirty-third session", "thirty-fourth session", "session"),
    # Looked forward to in December 2059, held before the draft of October 2060.
    Due("OP3", "eleventh World Symposium", "twelfth World Symposium", "meeting"),
    Due("OP3", "Bergen, Norway,", "Iloilo City, Philippines,", "meeting"),
    Due("OP3", "from 12 to 16 May 2059", "from 3 to 7 May 2060", "meeting"),
    Due(
        "OP3",
        "looks forward to the twelfth Symposium",
        "looks forward to the thirteenth Symposium",
        "meeting",
    ),
    Due("OP3", "held in Iloilo City, Philippines, from 3 to 7 May 2060", None, "meeting"),
    Due("OP4", "58 million", None, "figure"),
    Due("OP4", "30 September 2059", None, "year"),
    Due("OP6", "5.2 billion", None, "figure"),
    Due("OP11", "thirty-fourth session", "thirty-fifth session", "session"),
    Due("OP14", "83 Member States", None, "figure"),
    Due("OP20", "one hundred and fifteenth session", "one hundred and sixteenth session", "session"),
    Due("OP21", "one hundred and fifteenth session", "one hundred and sixteenth session", "session"),
    Due("FN4", "E/CN.91/2059/11", None, "document"),
    Due("FN5", "A/114/193", None, "document"),
    Due("FN6", "Lights 2059", None, "document"),
    Due("FN6", "(Bergen, 2059)", None, "document"),
    Due("FN8", "Council, 2059", "Council, 2060", "document"),
    Due("FN8", "E/2059/46", "E/2060/46", "document"),
)

STANDS = (
    ("PP3", "108/5 of 3 November 2053"),
    ("PP3", "2055–2064"),
    ("PP4", "3 to 7 October 2044"),
    ("OP1", "by 2064"),
    ("OP13", "resolution 108/5"),
    ("OP16", "paragraph 11 above"),
    # Not over yet at the session for which the draft is made.
    ("OP18", "one hundred and fifteenth session"),
    ("OP19", "in 2064"),
    ("FN3", "3–7 October 2044"),
    ("FN9", "Resolution 108/5"),
)
"""Words of the third edition that are as true at session 115 as before, and must raise no finding of age."""
