"""Before a draft is tabled: everything that must be true of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from assistant.draft import Draft
from assistant.workbench.exporting import Exporting
from precedent.symbol import Symbol

if TYPE_CHECKING:
    from assistant.gate import Gate
    from assistant.working_days import Holidays


class Tabling(Exporting):
    """What is asked once a draft is about to be handed in."""

    def gate(self, draft: Draft, *, meeting: dt.date | None = None, as_of: dt.date | None = None) -> Gate:
        """Everything that must be true of a draft before it is tabled, and how each point stands.

        Args:
            draft: the draft.
            meeting: the day on which it will be acted upon, which the deadline is reckoned from; the expected adoption
                if None.
            as_of: expected day of adoption that findings are judged by; the draft's own if None.

        Raises:
            IndexUnavailableError: the precedent index cannot be read.
            FactsUnreadableError: the drafter's own holidays cannot be used.
        """
        from assistant.checks import standing
        from assistant.gate import Known, gate
        from assistant.working_days import deadline

        acted = meeting or draft.expected_adoption
        editions = self.editions(draft)
        last = editions[-1].symbol if editions else draft.base
        cited: dict[Symbol, bool] = {}

        def known(symbol: Symbol) -> bool:
            if symbol not in cited:
                cited[symbol] = self._is_known(symbol, as_of or draft.expected_adoption or self.today())
            return cited[symbol]

        # Of some rules nobody wants to hear while a draft is written; here they are asked.
        matters = [rule.id for rule in self.known_rules.values() if rule.matter]
        told = self.report(draft, as_of=as_of, asked=matters)
        return gate(
            draft,
            Known(
                findings=standing(draft, told.findings),
                rules=self.known_rules,
                asides=self.dismissals(draft, told),
                known=known,
                last=self.index.document(last) if last else None,
                deadline=deadline(acted, self.holidays) if acted else None,
                today=self.today(),
            ),
        )

    def _is_known(self, symbol: Symbol, day: dt.date) -> bool:
        name = str(symbol)
        return bool(self.index.card(name) or self.facts.resolution(symbol, day) or self.index.citing(name))

    @property
    def holidays(self) -> Holidays:
        """Holidays at Headquarters, with those of `holidays.toml` in the home folder.

        Raises:
            FactsUnreadableError: where that file is wrong.
        """
        from assistant.errors import FactsUnreadableError
        from assistant.working_days import parse_holidays, shipped_holidays

        own = self.home / "holidays.toml"
        if not own.exists():
            return shipped_holidays()
        try:
            text = own.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise FactsUnreadableError(
                f"{own}: this register of holidays cannot be read ({error})"
            ) from error
        return shipped_holidays().extended_by(parse_holidays(text, str(own)))
