"""Reads what was agreed: the anatomy of a resolution, readers for every format, the index of earlier texts.

These names are the whole of what other packages may count on. Each is loaded when it is first asked for: whoever needs
an error does not wait for the index.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from precedent.errors import (
        IndexUnavailableError,
        OfficeError,
        PrecedentError,
        UnknownDocumentError,
        UnreadableFileError,
    )
    from precedent.index import Card, Match, Place, PrecedentIndex, Query, open_index
    from precedent.reading import read, read_bytes
    from precedent.record import as_record, from_record
    from precedent.references import Reference, find_references
    from precedent.resolution import (
        Ballot,
        DocumentKind,
        Footnote,
        Kind,
        Link,
        Masthead,
        NoteCall,
        Paragraph,
        Remark,
        Resolution,
        Span,
    )
    from precedent.review import ChangeKind, Comment, Hand, TrackedChange
    from precedent.session import Organ, Session
    from precedent.symbol import Symbol
    from precedent.wording import differences, fold, likeness, units

__all__ = [
    "Ballot",
    "Card",
    "ChangeKind",
    "Comment",
    "DocumentKind",
    "Footnote",
    "Hand",
    "IndexUnavailableError",
    "Kind",
    "Link",
    "Masthead",
    "Match",
    "NoteCall",
    "OfficeError",
    "Organ",
    "Paragraph",
    "Place",
    "PrecedentError",
    "PrecedentIndex",
    "Query",
    "Reference",
    "Remark",
    "Resolution",
    "Session",
    "Span",
    "Symbol",
    "TrackedChange",
    "UnknownDocumentError",
    "UnreadableFileError",
    "as_record",
    "differences",
    "find_references",
    "fold",
    "from_record",
    "likeness",
    "open_index",
    "read",
    "read_bytes",
    "units",
]

_WHERE = {
    "errors": "IndexUnavailableError OfficeError PrecedentError UnknownDocumentError UnreadableFileError",
    "index": "Card Match Place PrecedentIndex Query open_index",
    "reading": "read read_bytes",
    "record": "as_record from_record",
    "references": "Reference find_references",
    "resolution": "Ballot DocumentKind Footnote Kind Link Masthead NoteCall Paragraph Remark Resolution Span",
    "review": "ChangeKind Comment Hand TrackedChange",
    "session": "Organ Session",
    "symbol": "Symbol",
    "wording": "differences fold likeness units",
}
"""The public names by the module that has them."""
_MODULE = {name: f"precedent.{module}" for module, names in _WHERE.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _MODULE:
        raise AttributeError(f"module 'precedent' has no attribute {name!r}")
    return getattr(import_module(_MODULE[name]), name)
