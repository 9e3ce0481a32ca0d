"""One spelling for words that are written in several ways, so that they meet when looked for. Pure.

Texts are indexed and queries asked in this form and in no other: lower case without accents; British and American
spelling, singular and plural and other endings as one; hyphens, dashes and apostrophes as people happen to type them
(capacity-building and capacity building, multi-stakeholder and multistakeholder, e-commerce, women’s and womens).
Where two words become one by mistake a search finds a little more; nobody reads this form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snowballstemmer.english_stemmer import EnglishStemmer

VERSION = 1
"""Raise it when a text comes out differently: what was indexed before has to be indexed again."""

_LONGEST = 60
"""Characters of a word that count: no word is longer, but a damaged text may hold a line without spaces."""

_APOSTROPHES = re.compile("['’‘ʼ′`´]")
_DASHES = re.compile("[‐‑‒–—―−-]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
_POSSESSIVE = re.compile(r"(?<=\w)'(?:s\b|(?!\w))")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_ALWAYS = frozenset(
    ["anti", "co", "cyber", "e", "macro", "micro", "multi", "non", "pseudo", "semi", "socio", "sub"]
)
"""First halves that are written together, with a hyphen or apart."""
_HYPHENATED = _ALWAYS | frozenset(
    [
        "agro",
        "bi",
        "bio",
        "counter",
        "eco",
        "extra",
        "geo",
        "hydro",
        "inter",
        "intra",
        "mid",
        "neo",
        "over",
        "post",
        "pre",
        "re",
        "trans",
        "tri",
        "ultra",
        "under",
    ]
)
"""First halves that are written together or with a hyphen; apart they are words of their own."""
_TOGETHER = {
    whole: tuple(whole.replace("-", " ").split())
    for whole in [
        "break-down",
        "broad-band",
        "by-product",
        "case-load",
        "data-base",
        "decision-maker",
        "decision-making",
        "fact-finding",
        "follow-up",
        "grass-roots",
        "ground-water",
        "health-care",
        "home-land",
        "house-hold",
        "land-locked",
        "land-mine",
        "law-maker",
        "life-long",
        "life-style",
        "main-stream",
        "main-streaming",
        "net-work",
        "on-going",
        "on-line",
        "peace-builder",
        "peace-building",
        "peace-keeper",
        "peace-keeping",
        "peace-making",
        "policy-maker",
        "policy-making",
        "rule-making",
        "safe-guard",
        "sea-bed",
        "short-fall",
        "stake-holder",
        "time-frame",
        "time-line",
        "time-table",
        "trade-mark",
        "trouble-shooting",
        "up-grade",
        "up-to-date",
        "waste-water",
        "water-course",
        "web-site",
        "well-being",
        "whistle-blower",
        "wide-spread",
        "work-force",
        "work-load",
        "work-place",
        "work-shop",
        "work-stream",
    ]
}
"""What is written in one word, with a hyphen or in two; the hyphens show where it is taken apart."""
_SOLID = {whole.replace("-", ""): parts for whole, parts in _TOGETHER.items()}

_AMERICAN = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"^(arm|behavi|cand|clam|col|endeav|fav|ferv|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|val|vap|vig)our",
         r"\1or"),
        (r"(?<=[a-z]{2})is(e|ed|es|er|ers|ing|able|ation|ations)$", r"iz\1"),
        (r"lys(e|ed|es|er|ers|ing)$", r"lyz\1"),
        (r"^program(?:me)(s|d|r|rs)?$", r"program\1"),
        (r"(cen|thea|spec|me|li|lus|mea)tre(s|d)?$", r"\1ter\2"),
        (r"^(cali|fi|sa|som)bre(s)?$", r"\1ber\2"),
        (r"^(def|off|pret)ence(s|less)?$", r"\1ense\2"),
        (r"^(un|sub)?licen[cs](e|ed|es|ing|ee|ees)$", r"\1licens\2"),
        (r"^practi[cs](e|ed|es|ing)$", r"practic\1"),
        (r"(anal|catal|dial|epil|prol|monol)ogue(s)?$", r"\1og\2"),
        (r"^(acknowledg|judg|abridg|lodg)ement(s)?$", r"\1ment\2"),
        (r"^(fulfil|enrol|instal|distil|instil)(ment|ments|s)?$", r"\1l\2"),
        (r"^(cancel|channel|counsel|dial|equal|fuel|label|level|marshal|model|quarrel|signal|total|travel|tunnel)l(ed|er|ers|ing|or|ors)$",
         r"\1\2"),
        (r"^(ageing)$", "aging"),
        (r"^(aluminium)$", "aluminum"),
        (r"^(an|gyn|h|leuk|orthop|p|arch)ae", r"\1e"),
        (r"^(diarrh|f|hom|man|am)oe", r"\1e"),
        (r"^sulph", "sulf"),
        (r"^sceptic", "skeptic"),
        (r"^(mould|smoulder)", lambda found: found[0].replace("ou", "o")),
        (r"^(skil|wil)ful", r"\1lful"),
        (r"^(amongst)$", "among"),
        (r"^(whilst)$", "while"),
        (r"^(towards)$", "toward"),
        (r"^(grey)", "gray"),
        (r"^(cheque)", "check"),
        (r"^(plough)", "plow"),
    )
)  # fmt: skip


def terms(text: str) -> list[str]:
    """The words of a text in their one spelling and without their endings, in order."""
    return [term for word in _words(text) for term in _stems(word)]


def spelled(text: str) -> str:
    """The words of a text in their one spelling, endings and all, one space between: what a phrase is compared in."""
    return " ".join(part for word in _words(text) for part in _parts(word))


def _words(text: str) -> list[str]:
    """Words with their hyphens, lower case; a first half that stands apart is joined to what follows."""
    if not text.isascii():
        text = _UNSEEN.sub("", _DASHES.sub("-", _APOSTROPHES.sub("'", text)))
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    found = _WORD.findall(_POSSESSIVE.sub(lambda it: it[0][1:], text.lower()))
    if _ALWAYS.isdisjoint(found):
        return found
    joined: list[str] = []
    for word in found:
        if joined and joined[-1] in _ALWAYS and not word[0].isdigit():
            joined[-1] = f"{joined[-1]}-{word}"
        else:
            joined.append(word)
    return joined


@cache
def _parts(word: str) -> tuple[str, ...]:
    """One word, or the words that a compound is made of."""
    parts = word.split("-")
    while len(parts) > 1 and parts[0] in _HYPHENATED and parts[1]:
        parts[:2] = [parts[0] + parts[1]]
    found: list[str] = []
    for part in parts:
        found += _apart(part[:_LONGEST])
    return tuple(found)


def _apart(word: str) -> tuple[str, ...]:
    """A word that is written in one or in two, in two; else its American spelling."""
    for ending in ("", "s", "es"):
        if word.endswith(ending) and (parts := _SOLID.get(word.removesuffix(ending) if ending else word)):
            return (*parts[:-1], parts[-1] + ending)
    return (_american(word),)


def _american(word: str) -> str:
    for british, american in _AMERICAN:
        word = british.sub(american, word)
    return word


@cache
def _stems(word: str) -> tuple[str, ...]:
    stem = _stemmer().stemWord
    return tuple(part if part.isdigit() else stem(part) for part in _parts(word))


@cache
def _stemmer() -> EnglishStemmer:
    from snowballstemmer.english_stemmer import EnglishStemmer

    return EnglishStemmer()
