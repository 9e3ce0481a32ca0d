"""Names of States and subjects as the United Nations prints them, however its metadata spells them.

Lists of sponsors and of votes are in capitals, without accents, with names of former years or cut short; here
each State has one name. Source: the short names in UNTERM, the terminology database of the United Nations, as of
2025, without the article.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

STATES: Final = tuple(
    """\
Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia; Austria;
Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan;
Bolivia (Plurinational State of); Bosnia and Herzegovina; Botswana; Brazil; Brunei Darussalam; Bulgaria; Burkina Faso;
Burundi; Cabo Verde; Cambodia; Cameroon; Canada; Central African Republic; Chad; Chile; China; Colombia; Comoros; Congo;
Costa Rica; Côte d’Ivoire; Croatia; Cuba; Cyprus; Czechia; Democratic People’s Republic of Korea;
Democratic Republic of the Congo; Denmark; Djibouti; Dominica; Dominican Republic; Ecuador; Egypt; El Salvador;
Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Georgia; Germany; Ghana;
Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras; Hungary; Iceland; India; Indonesia;
Iran (Islamic Republic of); Iraq; Ireland; Israel; Italy; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati; Kuwait;
Kyrgyzstan; Lao People’s Democratic Republic; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania;
Luxembourg; Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico;
Micronesia (Federated States of); Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nauru; Nepal;
Netherlands (Kingdom of the); New Zealand; Nicaragua; Niger; Nigeria; North Macedonia; Norway; Oman; Pakistan; Palau;
Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar; Republic of Korea; Republic of Moldova;
Romania; Russian Federation; Rwanda; Saint Kitts and Nevis; Saint Lucia; Saint Vincent and the Grenadines; Samoa;
San Marino; Sao Tome and Principe; Saudi Arabia; Senegal; Serbia; Seychelles; Sierra Leone; Singapore; Slovakia;
Slovenia; Solomon Islands; Somalia; South Africa; South Sudan; Spain; Sri Lanka; Sudan; Suriname; Sweden; Switzerland;
Syrian Arab Republic; Tajikistan; Thailand; Timor-Leste; Togo; Tonga; Trinidad and Tobago; Tunisia; Türkiye;
Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom of Great Britain and Northern Ireland;
United Republic of Tanzania; United States of America; Uruguay; Uzbekistan; Vanuatu; Venezuela (Bolivarian Republic of);
Viet Nam; Yemen; Zambia; Zimbabwe; Holy See; State of Palestine; Cook Islands; Niue""".replace(
        "\n", " "
    ).split("; ")
)
"""Members of the United Nations, observer States and States members of specialized agencies."""

_OTHERWISE: Final = {
    "Bolivia": "Bolivia (Plurinational State of)",
    "Brunei": "Brunei Darussalam",
    "Burma": "Myanmar",
    "Cape Verde": "Cabo Verde",
    "Bolivarian Republic of Venezuela": "Venezuela (Bolivarian Republic of)",
    "Cameron": "Cameroon",
    "Czech Republic": "Czechia",
    "Congo-Brazzaville": "Congo",
    "DPRK": "Democratic People’s Republic of Korea",
    "DRC": "Democratic Republic of the Congo",
    "East Timor": "Timor-Leste",
    "Great Britain": "United Kingdom of Great Britain and Northern Ireland",
    "Islamic Republic of Iran": "Iran (Islamic Republic of)",
    "Iran": "Iran (Islamic Republic of)",
    "Ivory Coast": "Côte d’Ivoire",
    "Lao PDR": "Lao People’s Democratic Republic",
    "Laos": "Lao People’s Democratic Republic",
    "Macedonia": "North Macedonia",
    "Micronesia": "Micronesia (Federated States of)",
    "Moldova": "Republic of Moldova",
    "Netherlands": "Netherlands (Kingdom of the)",
    "Kingdom of the Netherlands": "Netherlands (Kingdom of the)",
    "Netherlands (Kingdom of)": "Netherlands (Kingdom of the)",
    "North Korea": "Democratic People’s Republic of Korea",
    "Palestine": "State of Palestine",
    "Republic of the Congo": "Congo",
    "Russia": "Russian Federation",
    "South Korea": "Republic of Korea",
    "St Kitts and Nevis": "Saint Kitts and Nevis",
    "St Lucia": "Saint Lucia",
    "St Vincent and the Grenadines": "Saint Vincent and the Grenadines",
    "UAE": "United Arab Emirates",
    "UK": "United Kingdom of Great Britain and Northern Ireland",
    "US": "United States of America",
    "USA": "United States of America",
    "São Tomé and Príncipe": "Sao Tome and Principe",
    "Swaziland": "Eswatini",
    "Syria": "Syrian Arab Republic",
    "Tanzania": "United Republic of Tanzania",
    "The former Yugoslav Republic of Macedonia": "North Macedonia",
    "Turkey": "Türkiye",
    "Türkýye": "Türkiye",
    "United Kingdom": "United Kingdom of Great Britain and Northern Ireland",
    "United States": "United States of America",
    "Venezuela": "Venezuela (Bolivarian Republic of)",
    "Vietnam": "Viet Nam",
}
"""Names of former years, short and mistaken ones."""

_BEHALF: Final = re.compile(
    r" ?\((?:on behalf of|also on behalf of)[^()]*(?:\([^()]*\)[^()]*)*\)|, on behalf of .*| ?\( \)",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r", ?(?:and )?| and (?=(?:the )?[A-ZÀ-Þ])", re.IGNORECASE)
_NO_NAME: Final = re.compile(
    r"(?:was |were )?(?:submitted|introduced|(?:and )?on the basis|recommended|draft |the representative of|annex:)",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(("of", "and", "the", "de", "da", "la", "on", "by", "in", "to"))


@lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """The name of a State: CÔTE D'IVOIRE → Côte d’Ivoire, TURKEY → Türkiye.

    What is no State's name stays as it is; all in capitals it is put in small letters.
    """
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if known := _KNOWN.get(letters(name)):
        return known
    if not name.isupper() or "." in name:
        return name
    lower = name.replace("İ", "I").lower()
    capital = re.sub(
        r"(?<![^\W\d_]['’])[^\W\d_]+|(?<=\bd['’])[^\W\d_]+", lambda word: _capital(word[0]), lower
    )
    return capital[:1].upper() + re.sub(r"\bD(?=['’])", "d", capital[1:])


def listed(*sentences: str) -> tuple[str, ...]:
    """The States that sentences or lists name, each once, in the order given.

    None where an officer or a committee put a text forward; on whose behalf a State acts is left out.
    """
    found: dict[str, None] = {}
    for sentence in sentences:
        if (alone := spelled(sentence)) in _NAMES:
            found[alone] = None
            continue
        plain = _BEHALF.sub("", " ".join(sentence.split())).strip(" .;,[]")
        if not plain or _NO_NAME.match(plain):
            continue
        for part in parted(plain):
            name = part.strip(" *.;,").removeprefix("the ")
            if name[:1].isupper():
                found[spelled(name)] = None
    return tuple(found)


def parted(sentence: str) -> tuple[str, ...]:
    """The names of a list that commas and "and" join, as they are written; "Trinidad and Tobago" stays one."""
    whole = _INVERTED.sub(lambda name: f"{name[2]} {name[1]}", " ".join(sentence.split()))
    kept = _JOINED.sub(lambda name: re.sub(" and ", " & ", name[0], flags=re.IGNORECASE), whole)
    return tuple(part.replace(" & ", " and ") for part in _BREAK.split(kept))


def letters(name: str) -> str:
    """Letters only, without accents and case, and without the article: what names are known and ordered by."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("ı", "i")
    return re.sub(r"[^a-z]+", "", re.sub(r"^the ", "", plain))


def subject(words: str) -> str:
    """A subject of the thesaurus, which has them in capitals: SOUTH SUDAN → South Sudan, YOUTH → Youth."""
    words = " ".join(words.split())
    if not words.isupper():
        return words
    name = spelled(words)
    if name in STATES:
        return name
    kept = re.sub(
        r"\w*\d[\w-]*|\w+-\d+|\bUN\b", lambda token: token[0].upper(), words.lower(), flags=re.IGNORECASE
    )
    return kept[:1].upper() + kept[1:]


def _capital(word: str) -> str:
    return word if word in _SMALL else word.capitalize()


_NAMES: Final = frozenset(STATES)
_QUALIFIED: Final = tuple(
    (found[1], found[2], name) for name in STATES if (found := re.fullmatch(r"(.+) \((.+)\)", name))
)
"""States whose names stand before what they call themselves: Iran, Islamic Republic of."""
_KNOWN: Final = (
    {letters(name): name for name in STATES}
    | {letters(f"{title} {place}"): name for place, title, name in _QUALIFIED}
    | {letters(k): v for k, v in _OTHERWISE.items()}
)
_INVERTED: Final = re.compile(
    r"(?<!of )\b("
    + "|".join(["Korea", *(place for place, _, _ in _QUALIFIED)])
    + "), ((?:Democratic People[’']s )?Republic of|"
    + "|".join(title for _, title, _ in _QUALIFIED)
    + r")(?=[*.;,()]|\W*$| and\b| \()",
    re.IGNORECASE,
)
"""Such names with a comma, which parts no two States here."""
_JOINED: Final = re.compile("|".join(re.escape(name) for name in STATES if " and " in name), re.IGNORECASE)
"""States whose names hold the word that joins the last two of a list."""
