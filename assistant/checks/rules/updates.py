"""The declarations of the rules about updates, and the finding that each of them makes."""

from __future__ import annotations

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Rule
from assistant.checks.subject import Slot

_RECURRING = "counted practice of the General Assembly, 74th to 78th sessions"

RULES = (
    Rule(
        id="stale-edition",
        title="The text recalls an edition of its own series that is not the last",
        explanation="A text adopted again and again cites the newest of its series; the older go to the footnote.",
        authority="practice of adopted texts: the newest of a series in the text, the older ones in the note",
        flagged="Recalling its resolution 112/31 of 3 December 2057, when 113/28 has been adopted",
        preferred="Recalling its resolution 113/28 of 2 December 2058",
    ),
    Rule(
        id="stale-series-note",
        title="The footnote that lists earlier resolutions lacks the one that leaves the text",
        explanation=(
            "When the text moves on to the newest of a series, the one it cited before joins the list in the note."
        ),
        authority="practice of adopted texts: the newest of a series in the text, the older ones in the note",
        flagged="Resolutions 110/14 and 111/20. (while the text no longer cites 112/31)",
        preferred="Resolutions 110/14, 111/20 and 112/31.",
    ),
    Rule(
        id="stale-citation",
        title="A resolution or decision is cited that later editions of the text replaced, or that has a successor",
        explanation=(
            "At this place each edition cited the newest of another series, or the cited text was adopted again."
        ),
        authority=_RECURRING,
        flagged="Recalling Economic and Social Council resolution 2057/7 of 24 July 2057",
        preferred="Recalling Economic and Social Council resolution 2058/9 of 23 July 2058",
    ),
    Rule(
        id="stale-session",
        title="A session is named that is no longer ahead, or that moves on with each edition",
        explanation=(
            "A report is asked for at a session still to come, and an item goes on the provisional agenda of one: "
            "986 of 986 adopted texts name a later session than their own. Other bodies' sessions count on."
        ),
        authority="arithmetic; 986 of 986 provisional agendas in adopted texts are of a later session",
        flagged="in the provisional agenda of its one hundred and fourteenth session (in a text of that session)",
        preferred="in the provisional agenda of its one hundred and fifteenth session",
    ),
    Rule(
        id="stale-tense",
        title="What the text looks forward to has come to pass by the expected adoption",
        explanation=(
            "Words about the future with a date before the expected adoption, or words about the past with one after."
        ),
        authority="arithmetic on the expected day of adoption",
        flagged="Looks forward to the conference, to be held from 3 to 6 March 2059 (adopted in December 2059)",
        preferred="Notes the holding of the conference from 3 to 6 March 2059",
    ),
    Rule(
        id="stale-date",
        title="A date that changed with each edition",
        explanation=(
            "Dates of meetings move on; dates of founding texts stand. The slot's own history tells which this is."
        ),
        authority=_RECURRING,
        flagged="held in Port Ellery from 4 to 7 May 2058",
        preferred="the dates of the last meeting of that kind",
    ),
    Rule(
        id="stale-year",
        title="A year or period that changed with each edition",
        explanation="Years of editions, deadlines and budgets move on; years of names and agendas stand.",
        authority=_RECURRING,
        flagged="its programme of work for 2058",
        preferred="its programme of work for 2059",
    ),
    Rule(
        id="stale-document",
        title="A document that changed with each edition, or of the session before",
        explanation="A report of a session is followed by the next one; its symbol goes with it.",
        authority=_RECURRING,
        flagged="Takes note of the report of the Secretary-General; footnote A/113/71.",
        preferred="the symbol of this session's report",
    ),
    Rule(
        id="stale-figure",
        title="A figure that changed with each edition, or is new and will be out of date",
        explanation="A statistic has a source and a year; the drafter looks whether a newer edition is out.",
        authority=_RECURRING,
        flagged="41 per cent of harbours had no light in 2057",
        preferred="the value of the newest edition of the source",
    ),
)


def finding(
    slot: Slot, rule: str, severity: Severity, message: str, *, sources: tuple[str, ...] = (), **more: object
) -> Finding:
    """A finding that quotes a slot; `sources` bear it out beside the slot's earlier places."""
    authority = next(r.authority for r in RULES if r.id == rule)
    return Finding(
        rule=rule,
        severity=severity,
        label=slot.label,
        start=slot.reference.span.start,
        end=slot.reference.span.end,
        found=slot.words,
        message=message,
        evidence=slot.places + sources,
        authority=authority,
        **more,  # type: ignore[arg-type]
    )
