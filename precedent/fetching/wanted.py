"""What a user's word means: a file here, a document of the United Nations, or an address.

Nothing here touches the network, and a word that only might be a symbol is taken for a path: a mistyped file name must
not be sent to anybody.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from precedent.errors import PrecedentError
from precedent.session import Organ
from precedent.symbol import Symbol

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+):(?=//|\S)")
_LINKS = frozenset({"undocs.org", "www.undocs.org", "docs.un.org"})
"""Hosts whose path is a symbol, after the language if there is one."""
_SERVICES = _LINKS | {"documents.un.org", "daccess-ods.un.org", "daccess-dds-ny.un.org"}
_ASKED_BY = frozenset({"s", "ds", "symbol", "finalsymbol"})
"""In which part of a query those hosts take a symbol."""
_SUFFIX = re.compile(r"/(REV|ADD|CORR|AMEND)(?=\.)")
_FILE_NAME = re.compile(r"\.[A-Za-z]\w*$")
_NUMBERED = re.compile(r"/(?:\d|(?:ES|S)-\d|[A-Z]+\.\d)")
_RESOLUTION = re.compile(r"(?:resolution|decision)s?\s+", re.IGNORECASE)
_FIRST_ARABIC = 31
"""Up to the thirtieth session resolutions were numbered through, with the session in Roman numerals."""


class FetchError(PrecedentError):
    """What was asked for was not fetched; the text says why, without naming it.

    `postponed`: it was not even asked for, because its host had stopped answering.
    """

    def __init__(self, reason: str, *, postponed: bool = False) -> None:
        super().__init__(reason)
        self.postponed = postponed


@dataclass(frozen=True, slots=True)
class Address:
    """A place on the web, with whatever credentials it was given."""

    text: str

    @property
    def shown(self) -> str:
        """The address for messages and records: no name, no password, no query, which may hold a key."""
        return shown(self.text)


def shown(address: str) -> str:
    """An address without what must not be told, in printable characters only."""
    try:
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        plain = urlunsplit((parts.scheme, host, parts.path, "", "")) + ("?…" if parts.query else "")
    except ValueError:
        return "an address that cannot be read"
    return "".join(mark if mark.isprintable() and mark != " " else "�" for mark in plain)[:300]


def wanted(word: str | Path) -> Symbol | Address | Path:
    """What a word stands for; what is here wins over what would have to be fetched.

    Raises:
        FetchError: an address of a kind that is never fetched.
    """
    if isinstance(word, Path) or _is_here(word):
        return Path(word)
    text = word.strip().strip("<>").strip()
    if text.lower().split("/", maxsplit=1)[0] in _SERVICES:
        text = f"https://{text}"
    scheme = _SCHEME.match(text)
    if scheme:
        return _linked(text, scheme["scheme"].lower())
    return symbol(text) or Path(word)


def symbol(text: str) -> Symbol | None:
    """The document that somebody means who types "a/res/77/150", "77/150" or "S/RES/2250(2015)"."""
    plain = _RESOLUTION.sub("", " ".join(text.split()), count=1).strip(" .,;:*")
    if "/" not in plain and "_" in plain:  # as the United Nations names its files
        plain = plain.replace("_", "/")
    if plain.startswith((".", "/", "~")) or "\\" in plain or _FILE_NAME.search(plain):
        return None
    upper = _SUFFIX.sub(lambda found: f"/{found[1].capitalize()}", plain.upper())
    for form in (plain, upper):
        with suppress(ValueError):
            found = Symbol.parse(form)
            if _NUMBERED.search(found.text):
                return Symbol.parse(re.sub(r" ?\(", " (", found.text))
    return _cited(upper)


def _cited(number: str) -> Symbol | None:
    """A resolution by its number alone; "54/3" is the General Assembly's, as in its own texts."""
    for organ in (Organ.GENERAL_ASSEMBLY, Organ.ECONOMIC_AND_SOCIAL_COUNCIL, Organ.SECURITY_COUNCIL):
        with suppress(ValueError):
            found = Symbol.cited(number, organ)
            if found.kind != "resolution":
                continue
            if not found.session.isdigit() or int(found.session) >= _FIRST_ARABIC:
                return Symbol.parse(re.sub(r" ?\(", " (", found.text))
    return None


def _is_here(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False


def _linked(text: str, scheme: str) -> Symbol | Address:
    """A link to a document by its symbol, wherever that stands; else the address itself."""
    if scheme not in ("http", "https"):
        raise FetchError(f"only addresses that begin with http:// or https:// are fetched, not {scheme}:")
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").lower()
    except ValueError:
        raise FetchError("is no address that can be asked; look for a slip in it") from None
    if not host:
        raise FetchError("is no address that can be asked: it names no host")
    if host not in _SERVICES:
        return Address(text)
    named = [value for name, value in parse_qsl(parts.query) if name.lower() in _ASKED_BY]
    path = re.sub(r"^/(?:[A-Za-z]{2}/)?(?=[A-Za-z]+/)", "", unquote(parts.path)).lstrip("/")
    if host in _LINKS:
        named.append(path)
    found = next(filter(None, map(symbol, named)), None)
    if found is None and host in _LINKS:
        raise FetchError("holds no document symbol that is known; write the symbol itself")
    return found or Address(text)
