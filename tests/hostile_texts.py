"""Texts made to hang whoever reads them, each by another way."""

from collections.abc import Mapping
from typing import Final

_SIZE: Final = 200_000
_FRONT: Final = "---\ntitle: Lamps\n---\n\n"


def _full(token: str) -> str:
    return _FRONT + token * (_SIZE // len(token))


TEXTS: Final[Mapping[str, str]] = {
    "pictures that nothing closes": _full("!["),
    "brackets that nothing closes": _full("["),
    "notes that nothing closes": _full("[^a"),
    "links within links": _full("[a]("),
    "one note again and again": _full("\n\n[^1]: a"),
    "italics within italics": _full("a*b_"),
    "notes and their calls": _FRONT
    + "".join(f"*Noting* lamp,[^{n}]\n\n" for n in range(4000))
    + "".join(f"[^{n}]: note\n\n" for n in range(4000)),
    "spaces": _full(" "),
    "paragraphs": _full("\n\na\n"),
    "front matter within front matter": "---\ntitle: " + "[" * _SIZE + "\n---\n\nNoting,\n",
}
