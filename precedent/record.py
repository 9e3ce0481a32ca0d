"""A resolution as plain data: the JSON that `penholder read` prints and that the index keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

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
from precedent.session import Organ
from precedent.symbol import Symbol

Record = dict[str, Any]


def as_record(resolution: Resolution, *, file: str | None = None) -> Record:
    """The keys of the command line's contract, in its order; `from_record` reads them back."""
    head = resolution.masthead
    return {
        "file": file,
        "kind": str(head.kind),
        "symbol": str(head.symbol) if head.symbol else None,
        "organ": head.organ.value if head.organ else None,
        "committee": head.committee,
        "session": head.session,
        "agenda_item": head.agenda_item,
        "agenda_title": head.agenda_title,
        "distribution": head.distribution,
        "date": head.date.isoformat() if head.date else None,
        "language": head.language,
        "original_language": head.original_language,
        "sponsors": list(head.sponsors),
        "sponsor_line": head.sponsor_line,
        "sponsor_notes": [[n.marker, n.offset] for n in head.sponsor_notes],
        "title": resolution.title,
        "title_notes": [[n.marker, n.offset] for n in resolution.title_notes],
        "adopted": head.adopted.isoformat() if head.adopted else None,
        "meeting": head.meeting,
        "report": head.report,
        "vote": head.vote,
        "ballot": _ballot_record(head.ballot),
        "subjects": list(head.subjects),
        "draft_symbol": head.draft_symbol,
        "enacting": resolution.enacting,
        "paragraphs": [paragraph_record(p) for p in resolution.paragraphs],
        "footnotes": [footnote_record(f) for f in resolution.footnotes],
        "remarks": [{"label": r.label, "text": r.text} for r in resolution.remarks],
        "comments": [_comment_record(c) for c in resolution.comments],
        "changes": [_change_record(c) for c in resolution.changes],
    }


def paragraph_record(paragraph: Paragraph) -> Record:
    """One paragraph as it stands under "paragraphs"."""
    return {
        "label": paragraph.label,
        "kind": str(paragraph.kind),
        "number": paragraph.number,
        "level": paragraph.level,
        "opening": paragraph.opening,
        "text": paragraph.text,
        "notes": [[n.marker, n.offset] for n in paragraph.notes],
        "italics": [[s.start, s.end] for s in paragraph.italics],
        "bold": [[s.start, s.end] for s in paragraph.bold],
        "links": [[k.start, k.end, k.address] for k in paragraph.links],
        "section": paragraph.section,
        "closing": paragraph.closing,
    }


def footnote_record(note: Footnote) -> Record:
    """One footnote as it stands under "footnotes"."""
    return {
        "label": note.label,
        "marker": note.marker,
        "text": note.text,
        "italics": [[s.start, s.end] for s in note.italics],
        "links": [[k.start, k.end, k.address] for k in note.links],
        "section": note.section,
    }


def from_record(record: Mapping[str, Any]) -> Resolution:
    """The resolution that `as_record` described; keys that are missing are empty.

    Raises:
        ValueError: where a value is not of the contract's form (a kind, a symbol, a date).
    """
    head = Masthead(
        kind=DocumentKind(record.get("kind") or "other"),
        symbol=Symbol.parse(record["symbol"]) if record.get("symbol") else None,
        organ=Organ(record["organ"]) if record.get("organ") else None,
        committee=record.get("committee"),
        session=record.get("session"),
        agenda_item=record.get("agenda_item"),
        agenda_title=record.get("agenda_title"),
        distribution=record.get("distribution"),
        date=_date(record.get("date")),
        language=record.get("language"),
        original_language=record.get("original_language"),
        sponsors=tuple(record.get("sponsors") or ()),
        sponsor_line=record.get("sponsor_line"),
        sponsor_notes=_calls(record.get("sponsor_notes")),
        adopted=_date(record.get("adopted")),
        meeting=record.get("meeting"),
        report=record.get("report"),
        vote=record.get("vote"),
        ballot=_ballot(record.get("ballot")),
        subjects=tuple(record.get("subjects") or ()),
        draft_symbol=record.get("draft_symbol"),
    )
    return Resolution(
        masthead=head,
        title=record.get("title") or "",
        title_notes=_calls(record.get("title_notes")),
        enacting=record.get("enacting") or "",
        paragraphs=tuple(paragraph_from(p) for p in record.get("paragraphs") or ()),
        footnotes=tuple(footnote_from(f) for f in record.get("footnotes") or ()),
        remarks=tuple(Remark(r["label"], r["text"]) for r in record.get("remarks") or ()),
        comments=tuple(_comment(c) for c in record.get("comments") or ()),
        changes=tuple(_change(c) for c in record.get("changes") or ()),
    )


def paragraph_from(record: Mapping[str, Any]) -> Paragraph:
    """The paragraph that `paragraph_record` described."""
    return Paragraph(
        label=record.get("label") or "",
        kind=Kind(record["kind"]),
        number=record.get("number"),
        level=record.get("level") or 0,
        text=record["text"],
        notes=_calls(record.get("notes")),
        italics=_spans(record.get("italics")),
        bold=_spans(record.get("bold")),
        links=_links(record.get("links")),
        section=record.get("section") or "",
        closing=bool(record.get("closing")),
    )


def footnote_from(record: Mapping[str, Any]) -> Footnote:
    """The footnote that `footnote_record` described."""
    return Footnote(
        marker=record["marker"],
        text=record["text"],
        italics=_spans(record.get("italics")),
        links=_links(record.get("links")),
        section=record.get("section") or "",
    )


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _calls(pairs: list[tuple[str, int]] | None) -> tuple[NoteCall, ...]:
    return tuple(NoteCall(offset, marker) for marker, offset in pairs or ())


def _spans(pairs: list[tuple[int, int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs or ())


def _links(found: list[tuple[int, int, str]] | None) -> tuple[Link, ...]:
    return tuple(Link(start, end, address) for start, end, address in found or ())


def _ballot_record(ballot: Ballot | None) -> Record | None:
    if ballot is None:
        return None
    return {
        "in_favour": list(ballot.in_favour),
        "against": list(ballot.against),
        "abstaining": list(ballot.abstaining),
    }


def _ballot(record: Mapping[str, Any] | None) -> Ballot | None:
    return Ballot(**{side: tuple(names) for side, names in record.items()}) if record is not None else None


def _comment_record(comment: Comment) -> Record:
    return {
        "label": comment.label,
        "start": comment.start,
        "end": comment.end,
        "author": comment.author,
        "date": comment.date.isoformat() if comment.date else None,
        "text": comment.text,
        "resolved": comment.resolved,
        "answers": comment.answers,
    }


def _comment(record: Mapping[str, Any]) -> Comment:
    return Comment(**{**record, "date": _moment(record.get("date"))})


def _change_record(change: TrackedChange) -> Record:
    return {
        "kind": str(change.kind),
        "label": change.label,
        "start": change.start,
        "end": change.end,
        "text": change.text,
        "author": change.author,
        "date": change.date.isoformat() if change.date else None,
        "spaced": list(change.spaced),
        "put_in_by": _hand_record(change.put_in_by) if change.put_in_by else None,
        "whole": change.whole,
    }


def _hand_record(hand: Hand) -> Record:
    return {"author": hand.author, "date": hand.date.isoformat() if hand.date else None}


def _change(record: Mapping[str, Any]) -> TrackedChange:
    before, after = record.get("spaced", (False, False))
    former = record.get("put_in_by")
    return TrackedChange(
        **{
            **record,
            "kind": ChangeKind(record["kind"]),
            "date": _moment(record.get("date")),
            "spaced": (before, after),
            "put_in_by": Hand(former["author"], _moment(former["date"])) if former else None,
        }
    )


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None
