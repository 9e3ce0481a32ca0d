"""What is found in a text, what was put aside, and what is still to come before its adoption."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.draft import Draft
from assistant.workbench.library import Library
from precedent.resolution import Resolution
from precedent.session import Organ

if TYPE_CHECKING:
    from assistant.checks import Aside, Finding, Report
    from assistant.outlook import Outlook


class Checking(Library):
    """Checks of drafts and of earlier texts."""

    def check(
        self,
        text: Draft | Resolution,
        *,
        session: int | None = None,
        as_of: dt.date | None = None,
        asked: Iterable[str] = (),
    ) -> tuple[Finding, ...]:
        """Findings in reading order; those that a draft's drafter dismissed are left out. As `report`."""
        from assistant.checks import standing

        findings = self.report(text, session=session, as_of=as_of, asked=asked).findings
        return standing(text, findings) if isinstance(text, Draft) else findings

    def report(
        self,
        text: Draft | Resolution,
        *,
        session: int | None = None,
        as_of: dt.date | None = None,
        asked: Iterable[str] = (),
    ) -> Report:
        """All findings, those put aside too, and which evidence was missing.

        Args:
            text: a draft, or an earlier text as if it were tabled again.
            session: in which it will be tabled; a draft's own, or the one after the text's, if None.
            as_of: expected day of adoption; the one that the draft names, or today, if None.
            asked: ids of rules that speak only when they are asked.

        Raises:
            NoSuchSessionError: the text's organ has no such session.
        """
        from assistant.checks import Context, report
        from assistant.checks.agreed import as_agreed, origins

        resolution = text.resolution if isinstance(text, Draft) else text
        if session is not None:
            from assistant.rolling import session_of

            session_of(resolution.masthead.organ or Organ.GENERAL_ASSEMBLY, session)
        day = as_of or (text.expected_adoption if isinstance(text, Draft) else None) or self.today()
        came_from = origins(text, resolution) if isinstance(text, Draft) else {}
        context = Context(
            self.remembered, day, session, self.facts, self.rules, frozenset(asked), self.profile, came_from
        )
        told = report(resolution, context)
        if not isinstance(text, Draft):
            return told
        agreed = as_agreed(text, told.findings, self.known_rules, self.remembered)
        organ = resolution.masthead.organ or Organ.GENERAL_ASSEMBLY
        # What the drafter set of a rule goes before what is usual with agreed wording.
        return replace(told, findings=tuple(filter(None, (self.profile.applied(f, organ) for f in agreed))))

    def mend(
        self, draft: Draft, rules: Iterable[str] = (), *, agreed: bool = False
    ) -> tuple[Draft, tuple[Finding, ...]]:
        """The draft with everything mended that is safe, and what was mended.

        Args:
            draft: the draft as it stands.
            rules: ids ("PU08"), their letters ("SQ") or families ("sequence"); if empty every rule.
            agreed: also words that were adopted so.

        Raises:
            NoSuchRuleError: no rule is called so.
        """
        from assistant.mending import chosen_rules, mend

        wanted = chosen_rules(self.known_rules, rules)
        asked = wanted if rules else frozenset()
        return mend(draft, lambda now: self.check(now, asked=asked), wanted, agreed=agreed)

    def dismissals(self, draft: Draft, told: Report | None = None) -> tuple[Aside, ...]:
        """What was put aside in a draft, in reading order, and whether a finding still needs it.

        Args:
            draft: the text.
            told: the report on it; it is checked if None.
        """
        from assistant.checks import asides

        told = told or self.report(draft)
        silent = self.profile.silent(draft.masthead.organ or Organ.GENERAL_ASSEMBLY)
        return asides(draft, told.findings, silent=silent, unheard="" if told.has_precedent else told.unheard)

    def outlook(self, draft: Draft) -> Outlook:
        """What is left to do in a draft, and what more goes stale by the day on which it is to be expected."""
        from assistant.outlook import outlook, usual_day

        base = self.index.card(draft.base) if draft.base else None
        today = self.today()
        expected = draft.expected_adoption or today
        usual = usual_day(base.adopted, draft.masthead.session_value) if base and base.adopted else None
        by = max(expected, usual or expected)
        left = self.check(draft)
        if by <= today:
            return outlook(left, left, left, by)
        return outlook(left, self.check(draft, as_of=today), self.check(draft, as_of=by), by)
