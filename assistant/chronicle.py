"""A lineage told: what a reader is shown of it, in words and in runs of words, whatever shows it.

The command line, the screen, the page and the picture are all made of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from precedent.catalogue import Series
from precedent.lineage import Event, Line, Lineage, SlotLine, Stage, Tied, slot_lines
from precedent.session import Organ, Session
from precedent.wording import day_words, differences

Kind = Literal["equal", "insert", "delete"]

GONE = (Event.DROPPED, Event.ABSENT)
"""What happens to a paragraph where it does not stand."""
MARKS = {
    Event.FIRST: "○",
    Event.NEW: "+",
    Event.UNCHANGED: "=",
    Event.EDITED: "~",
    Event.RESTORED: "↺",
    Event.DROPPED: "×",
    Event.ABSENT: "·",
}
"""One mark for each thing that happens to a paragraph, the same in text, on the page, in the picture, on the screen."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stood, that are new, or that are gone."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition in the history of a paragraph."""

    stage: Stage
    event: Event
    label: str
    """The paragraph's label there; empty where it does not stand."""
    text: str
    runs: tuple[Run, ...]
    """Its words, as changes of those it had before; empty where it does not stand."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The history of one paragraph, oldest edition first; begins where the paragraph does."""

    title: str
    entries: tuple[Entry, ...]
    slots: tuple[SlotLine, ...]
    """Of the words that it has last."""
    stages: tuple[Stage, ...]
    came: Tied | None
    went: Tied | None

    @property
    def standing(self) -> tuple[Entry, ...]:
        """The editions in which it stands."""
        return tuple(entry for entry in self.entries if entry.event not in GONE)

    @property
    def summary(self) -> str:
        """One sentence: first appeared, how often edited, unchanged since, dropped, restored."""
        return "; ".join(_summary(self))

    def compared(self, before: int, after: int) -> tuple[Run, ...]:
        """The words of any two editions in which it stands, by their places in `standing`."""
        return changes(self.standing[before].text, self.standing[after].text)


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in the history of a whole text."""

    label: str
    """Where it stands last."""
    words: str
    events: tuple[Event | None, ...]
    """One for each edition; None before it began."""
    labels: tuple[str, ...]
    """Its label in each edition; empty where it does not stand."""
    note: str
    """Where it came from or went, in a few words."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The history of a whole text: an edition a column, a paragraph a row."""

    title: str
    stages: tuple[Stage, ...]
    rows: tuple[Row, ...]

    def count(self, stage: int, event: Event) -> int:
        """In how many paragraphs that happened in an edition."""
        return sum(row.events[stage] is event for row in self.rows)

    @property
    def summary(self) -> str:
        """What one edition made of the one before, for the last edition."""
        last = len(self.stages) - 1
        told = [f"{self.count(last, event)} {event.value}" for event in Event if self.count(last, event)]
        return f"{self.stages[last].name}: {', '.join(told)}" if self.stages else ""


def chronicle(lineage: Lineage, line: Line) -> Chronicle:
    """The history of one paragraph."""
    entries, text = [], ""
    for place, event in line.events(len(lineage.stages)):
        stop = line.at(place)
        if stop is None:
            entries.append(Entry(lineage.stages[place], event, "", "", ()))
            continue
        runs = changes(text, stop.text) if text else (Run("equal", stop.text),)
        entries.append(Entry(lineage.stages[place], event, stop.label, stop.text, runs))
        text = stop.text
    return Chronicle(
        title=lineage.stages[line.last.stage].title,
        entries=tuple(entries),
        slots=slot_lines(line, lineage.stages),
        stages=lineage.stages,
        came=line.came,
        went=line.went,
    )


def chart(lineage: Lineage) -> Chart:
    """The history of a whole text."""
    count = len(lineage.stages)
    rows = []
    for line in lineage.lines:
        events = dict(line.events(count))
        stops = {stop.stage: stop.label for stop in line.stops}
        rows.append(
            Row(
                label=line.last.label,
                words=line.last.text,
                events=tuple(events.get(place) for place in range(count)),
                labels=tuple(stops.get(place, "") for place in range(count)),
                note="; ".join(tied_words(tied) for tied in (line.came, line.went) if tied),
            )
        )
    title = lineage.stages[-1].title if lineage.stages else ""
    return Chart(title, lineage.stages, tuple(rows))


def changes(before: str, after: str) -> tuple[Run, ...]:
    """One wording as changes of another, in diplomats' units; what went stands before what came."""
    runs: list[Run] = []
    for difference in differences(before, after):
        gone, there = difference.before.of(before), difference.after.of(after)
        if difference.kind == "equal":
            runs.append(Run("equal", there))
            continue
        runs += [Run("delete", gone)] if gone else []
        runs += [Run("insert", there)] if there else []
    return tuple(runs)


def shortened(runs: Sequence[Run], context: int = 6) -> tuple[Run, ...]:
    """Of long stretches that stand only the words next to a change; a wording without changes stays whole."""
    if all(run.kind == "equal" for run in runs):
        return tuple(runs)
    told = []
    for place, run in enumerate(runs):
        words = run.text.split()
        head = [] if place == 0 else words[:context]
        tail = [] if place == len(runs) - 1 else words[-context:]
        if run.kind != "equal" or len(head) + len(tail) >= len(words):
            told.append(run)
            continue
        before, after = (" " if run.text[:1].isspace() else "", " " if run.text[-1:].isspace() else "")
        told.append(Run("equal", f"{before}{' '.join([*head, '…', *tail])}{after}"))
    return tuple(told)


def plain_runs(runs: Sequence[Run]) -> str:
    """Runs as plain text: [-gone-] {+new+}."""
    marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    told = ""
    for run in spaced(runs):
        words = run.text.strip()
        before, _, after = run.text.partition(words) if words else (run.text, "", "")
        told += before + (marks[run.kind].format(words) if words else "") + after
    return " ".join(told.split())


def spaced(runs: Iterable[Run]) -> Iterator[Run]:
    """With a space between what went and what came, which a reader would else run together."""
    last: Run | None = None
    for run in runs:
        if (
            last is not None
            and last.kind == "delete"
            and run.kind == "insert"
            and not last.text.endswith(" ")
        ):
            yield Run("equal", " ")
        yield run
        last = run


# In words


def stage_words(stage: Stage) -> str:
    """An edition as a line names it: symbol, day and vote."""
    day = day_words(stage.adopted) if stage.adopted else ""
    return " · ".join(filter(None, (stage.symbol or "draft", day, stage.vote or "")))


def tied_words(tied: Tied) -> str:
    """A tie as a line names it: "taken from A/RES/79/1 OP3"."""
    return f"{tied.bond.value} {tied.symbol} {tied.label}".replace("  ", " ")


def _summary(told: Chronicle) -> Iterator[str]:
    standing = told.standing
    first, last = standing[0], standing[-1]
    if first.event is Event.FIRST:
        yield f"stands in {first.stage.name}, the first edition in the index"
    else:
        yield f"first appeared in {first.stage.name}" + (f" ({tied_words(told.came)})" if told.came else "")
    edited = [entry.stage.name for entry in standing if entry.event is Event.EDITED]
    if len(standing) > 1:
        yield f"edited in {listed(edited)}" if edited else "never edited"
    dropped = [entry.stage.name for entry in told.entries if entry.event is Event.DROPPED]
    restored = [entry.stage.name for entry in standing if entry.event is Event.RESTORED]
    if dropped:
        yield f"dropped in {listed(dropped)}" + (f" ({tied_words(told.went)})" if told.went else "")
    if restored:
        yield f"restored in {listed(restored)}"
    since = _since(standing)
    if since is not last and told.entries[-1].event not in GONE:
        yield f"unchanged since {since.stage.name}"


def _since(standing: Sequence[Entry]) -> Entry:
    """The first edition that has the words of the last one, without another between."""
    since = standing[-1]
    for entry in reversed(standing):
        since = entry
        if entry.event is not Event.UNCHANGED:
            break
    return since


def listed(items: Sequence[str]) -> str:
    """Items as text lists them, the last one after "and"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


_EACH = {1: "every", 2: "every second", 3: "every third", 4: "every fourth", 5: "every fifth"}


def rhythm_words(series: Series) -> str:
    """How often a series is adopted: "every second session", "each year" of a Council."""
    if len(series.sessions) < 2:
        return "once" if len(series.editions) == 1 else "in one session"
    unit = "year" if _by_year(series) else "session"
    return (
        f"{_EACH.get(series.rhythm, f'every {series.rhythm}')} {unit}"
        if series.rhythm
        else "in no settled rhythm"
    )


def due_words(series: Series) -> str:
    """When the next edition is to be expected: "next due at the eighty-first session"; empty where nobody can tell."""
    if series.due is None:
        return ""
    if _by_year(series) or series.organ is None:
        return f"next due in {series.due}"
    try:
        return f"next due at the {Session(series.organ, series.due).words} session"
    except ValueError:
        return f"next due at session {series.due}"


def _by_year(series: Series) -> bool:
    return series.organ in (Organ.ECONOMIC_AND_SOCIAL_COUNCIL, Organ.SECURITY_COUNCIL)


# As plain data


def chronicle_record(told: Chronicle) -> dict[str, Any]:
    """A paragraph's history as the command line prints it."""
    return {
        "title": told.title,
        "summary": told.summary,
        "editions": [
            {
                **stage_record(entry.stage),
                "event": entry.event.value,
                "label": entry.label or None,
                "text": entry.text or None,
                "changes": [[run.kind, run.text] for run in entry.runs],
            }
            for entry in told.entries
        ],
        "slots": [
            {
                "kind": slot.kind,
                "editions": [[told.stages[place].symbol, words] for place, words in slot.words],
            }
            for slot in told.slots
        ],
        "came": tied_record(told.came),
        "went": tied_record(told.went),
    }


def chart_record(told: Chart) -> dict[str, Any]:
    """A whole text's history as the command line prints it."""
    return {
        "title": told.title,
        "editions": [stage_record(stage) for stage in told.stages],
        "paragraphs": [
            {
                "label": row.label,
                "text": row.words,
                "events": [event.value if event else None for event in row.events],
                "labels": [label or None for label in row.labels],
                "note": row.note or None,
            }
            for row in told.rows
        ],
    }


def stage_record(stage: Stage) -> dict[str, Any]:
    """An edition without its text."""
    return {
        "symbol": stage.symbol or None,
        "adopted": stage.adopted.isoformat() if stage.adopted else None,
        "vote": stage.vote,
        "title": stage.title,
    }


def tied_record(tied: Tied | None) -> dict[str, str] | None:
    """A tie to another paragraph."""
    if tied is None:
        return None
    return {"bond": tied.bond.value, "symbol": tied.symbol, "label": tied.label, "text": tied.text}
