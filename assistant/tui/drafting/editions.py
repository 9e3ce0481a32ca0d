"""One edition in the history of a paragraph, as styled text for the side panel."""

from __future__ import annotations

from textual.content import Content

from assistant.chronicle import GONE, MARKS, Chronicle, Entry, changes, shortened, tied_words
from assistant.tui.drafting.prose import Piece, run_words
from precedent.lineage import Event, Stage


def edition_words(told: Chronicle, place: int, *, pinned: int | None, whole: bool) -> Content:
    """What is shown of an edition.

    Args:
        told: the history.
        place: which edition, counted from the newest.
        pinned: the edition that all others are compared with, in place of the one before each.
        whole: whether all its words are shown.
    """
    entries = told.entries[::-1]
    entry, here = entries[place], pinned == place
    pieces: list[Piece] = [
        (f"{MARKS[entry.event]} ", "$text-error" if entry.event in GONE else "bold $text-accent"),
        (f"{entry.stage.symbol or 'this draft'} {entry.label}".rstrip(), "bold $primary"),
        (f"  {entry.event.value}", "italic"),
        ("  compared with" if here else "", "reverse"),
        (f"\n{_behind(entry.stage)}", "$quiet"),
    ]
    earlier = next((e for e in entries[place + 1 :] if e.event not in GONE), None)
    if earlier is not None and earlier.stage.title != entry.stage.title and entry.stage.title:
        pieces.append((f"\nentitled {entry.stage.title}", "$quiet"))
    pieces += _changes(entry, None if pinned is None or here else entries[pinned], whole=whole)
    tied = told.came if place == len(entries) - 1 else None
    tied = tied or (told.went if entry.event is Event.DROPPED else None)
    pieces += [(f"\n{tied_words(tied)}", "italic")] if tied else []
    return Content.assemble(*pieces, "\n")


def _changes(entry: Entry, pinned: Entry | None, *, whole: bool) -> list[Piece]:
    """The words, as changes of the edition before or of the pinned one; whole where that is wanted."""
    if not entry.runs:
        return []
    runs = entry.runs if pinned is None else changes(pinned.text, entry.text)
    if all(run.kind == "equal" for run in runs):
        if pinned is not None:
            return [("\nthe same words", "$quiet")]
        return [(f"\n{entry.text}", "")] if whole or entry.event in (Event.NEW, Event.FIRST) else []
    return [("\n", ""), *run_words(runs if whole else shortened(runs))]


def _behind(stage: Stage) -> str:
    day = f"{stage.adopted.day} {stage.adopted:%b %Y}" if stage.adopted else "as it stands now"
    return " · ".join(filter(None, (day, stage.vote)))
