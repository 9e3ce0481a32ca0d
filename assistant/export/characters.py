"""Characters that no file of ours can hold: those that XML and HTML forbid, and halves of characters."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """The text, with the replacement character for each character that XML cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)
