"""The line above the title of a draft that says who submits it, with its asterisks and their notes.

The form is that of drafts of the 80th session of the General Assembly: names joined by commas and "and", the asterisk
behind the mark that follows its name ("Egypt,* Norway and Viet Nam: draft resolution", "Iraq:* draft resolution").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.sponsors.groups import group_note, group_of_note
from assistant.sponsors.written import Sponsor, in_order, officer, written
from precedent.names import parted, spelled
from precedent.resolution import DocumentKind, Footnote, Masthead, NoteCall, Resolution
from precedent.session import Organ

CHANGES = "Any changes to the list of sponsors will be reflected in the official record of the meeting."
"""Note of drafts of the plenary; 35 of the 42 of the 80th session have it, none of a committee's."""
OUTSIDE = "State not a member of the {organ}."
"""Note of a sponsor that is no member of the organ; its wording was not confirmed in a printed draft."""

_SUBMITTED = re.compile(r"^(?P<states>[^:]+?) ?:(?P<rest>.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Submitters:
    """The line as it is printed."""

    text: str = ""
    calls: tuple[NoteCall, ...] = ()
    """Asterisks, by their places in the text."""
    notes: tuple[Footnote, ...] = ()

    @property
    def marked(self) -> str:
        """The line with its asterisks, as one reads it: "Iraq:* draft resolution"."""
        shown, done = "", 0
        for place, call in enumerate(self.calls):
            together = place and self.calls[place - 1].offset == call.offset
            shown += self.text[done : call.offset] + (" , " if together else "") + call.marker
            done = call.offset
        return shown + self.text[done:]


def submitters(head: Masthead, *, first: int = 1) -> Submitters:
    """The line of a draft, from the sponsors that its masthead names.

    Args:
        head: sponsors as a drafter writes them, in any order and spelling.
        first: how many asterisks its first note has; more than one where the agenda item has a note already.
    """
    kind = f"revised {head.kind}" if is_revised(head) else str(head.kind)
    if who := officer(head.sponsors):
        return Submitters(f"{kind.capitalize()} submitted by the {_office(who, head)}")
    sponsors = in_order(written(head.sponsors))
    if not sponsors:
        return Submitters()
    maker = _Maker(head, first)
    for place, sponsor in enumerate(sponsors):
        left = len(sponsors) - 1 - place
        maker.add(sponsor, ":" if not left else "," if left > 1 else "")
        maker.text += " and " if left == 1 else " "
    return Submitters(maker.text + kind, tuple(maker.calls), tuple(maker.notes.values()))


def is_revised(head: Masthead) -> bool:
    """Whether it is the revision of a draft that was circulated before (A/C.3/80/L.20/Rev.1)."""
    return head.symbol is not None and "/Rev." in str(head.symbol)


def _office(who: str, head: Masthead) -> str:
    """An officer who is named by the office alone holds it where the draft is considered."""
    if head.committee and who in ("Chair", "Vice-Chair", "Rapporteur"):
        return f"{who} of the Committee"
    if head.organ is Organ.GENERAL_ASSEMBLY and who == "President":
        return f"{who} of the {head.organ.value}"
    return who


class _Maker:
    """The line as far as it is written; equal notes share their asterisks."""

    def __init__(self, head: Masthead, first: int) -> None:
        self.head = head
        self.text = ""
        self.calls: list[NoteCall] = []
        self.notes: dict[str, Footnote] = {}
        self._stars = first
        self._council = head.organ is Organ.HUMAN_RIGHTS_COUNCIL

    def add(self, sponsor: Sponsor, mark: str) -> None:
        """A sponsor with the mark that follows it."""
        self.text += sponsor.name
        notes = []
        if sponsor.outside and self.head.organ:
            notes.append(OUTSIDE.format(organ=self.head.organ.value))
        if sponsor.group:
            notes.append(group_note(sponsor.group, self.head.session_value))
        last = mark == ":"
        if last and self.head.organ is Organ.GENERAL_ASSEMBLY and not self.head.committee:
            notes.append(CHANGES)
        before_colon = last and self._council
        self.text += "" if before_colon else mark
        self.calls += [NoteCall(len(self.text), self._note(text)) for text in notes]
        self.text += mark if before_colon else ""

    def _note(self, text: str) -> str:
        if text not in self.notes:
            self.notes[text] = Footnote(marker="*" * self._stars, text=text)
            self._stars += 1
        return self.notes[text].marker


def read_line(line: str, calls: Sequence[NoteCall], notes: Iterable[Footnote]) -> tuple[Sponsor, ...]:
    """The sponsors that a printed line names, in its order, with what their notes say; none of an officer's."""
    texts = {note.marker: note.text for note in reversed(tuple(notes))}
    cut, done = "", 0
    for call in sorted(calls):
        # A letter of the private use area stands for each asterisk, so that it stays with its name.
        cut += line[done : call.offset] + chr(0xE100 + len(call.marker))
        done = call.offset
    found = _SUBMITTED.match(cut + line[done:])
    if found is None or officer([line]):
        return ()
    behind = re.match(r"[\ue100-\ue1ff]*", found["rest"])
    sponsors: list[Sponsor] = []
    for part in parted(found["states"] + (behind[0] if behind else "")):
        lead = re.match(r"[\ue100-\ue1ff]*", part)
        own = part[lead.end() :] if lead else part
        if lead and lead[0] and sponsors:
            sponsors[-1] = _noted(sponsors[-1], lead[0], texts)
        name = re.sub(r"[\ue100-\ue1ff*]", "", own).strip(" .;,")
        if name:
            sponsors.append(_noted(Sponsor(spelled(name)), own, texts))
    return tuple(sponsors)


def _noted(sponsor: Sponsor, marks: str, texts: dict[str, str]) -> Sponsor:
    for mark in re.findall(r"[\ue100-\ue1ff]", marks):
        text = texts.get("*" * (ord(mark) - 0xE100), "")
        if group := group_of_note(text):
            sponsor = replace(sponsor, group=group)
        elif re.match(r"(?:State|Non-[Mm]ember)\b", text):
            sponsor = replace(sponsor, outside=True)
    return sponsor


def with_submitters(resolution: Resolution) -> Resolution:
    """A draft as it is printed: where its masthead has no line of its own, the one made of its sponsors.

    A line that was read from a document, or that the drafter wrote out, stays as it is.
    """
    head = resolution.masthead
    if head.sponsor_line is not None or head.kind not in (DocumentKind.DRAFT, DocumentKind.AMENDMENT):
        return resolution
    made = submitters(head, first=1 + _stars(head, resolution.title_notes))
    if not made.text:
        return resolution
    return replace(
        resolution,
        masthead=replace(head, sponsor_line=made.text, sponsor_notes=made.calls),
        footnotes=(*made.notes, *resolution.footnotes),
    )


def _stars(head: Masthead, title_notes: Sequence[NoteCall]) -> int:
    """The longest run of asterisks that other lines above the text call."""
    item = head.agenda_item or ""
    own = (len(item) - len(item.rstrip("* ")), *(c.marker.count("*") for c in title_notes))
    return max(own)
