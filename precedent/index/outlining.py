"""The outlines of all documents out of the embedded index: a few statements, whatever the number of texts."""

from __future__ import annotations

import sqlite3

from precedent.index.protocol import Outline
from precedent.language import ENGLISH
from precedent.resolution import Kind

_WORDINGS = (
    "SELECT p.document, w.fingerprint FROM passage p JOIN wording w ON w.id = p.wording WHERE p.kind IN (?, ?)"
    # An annex is often another text's: rules of procedure, a declaration adopted elsewhere.
)
_RECALLS = (
    "SELECT c.document, d.symbol FROM citation c JOIN document d ON d.key = c.key AND d.language = ?"
    " WHERE c.label LIKE 'PP%' OR c.label LIKE '% PP%'"
)


def outlines(connection: sqlite3.Connection) -> list[Outline]:
    """What tells the series of every English document."""
    symbols = dict(connection.execute("SELECT id, symbol FROM document WHERE language = ?", (ENGLISH,)))
    wordings: dict[int, set[int]] = {document: set() for document in symbols}
    recalls: dict[int, set[str]] = {document: set() for document in symbols}
    for document, wording in connection.execute(_WORDINGS, (Kind.PREAMBULAR.value, Kind.OPERATIVE.value)):
        wordings[document].add(wording)
    for document, symbol in connection.execute(_RECALLS, (ENGLISH,)):
        recalls[document].add(symbol)
    return [
        Outline(symbol, frozenset(wordings[document]), frozenset(recalls[document]))
        for document, symbol in symbols.items()
    ]


def stamp(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Documents, the newest of them, files taken in: one of these moves with every change."""
    return tuple(
        connection.execute(
            "SELECT (SELECT count(*) FROM document), (SELECT coalesce(max(id), 0) FROM document),"
            " (SELECT count(*) FROM seen)"
        ).fetchone()
    )
