"""Reads what was agreed: the anatomy of a resolution, readers for every format, the index of earlier texts.

These names are the whole of what other packages may count on.
"""

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
from precedent.review import ChangeKind, Comment, TrackedChange
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
