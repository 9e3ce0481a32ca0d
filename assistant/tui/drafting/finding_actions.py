"""Actions on the findings of a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.draft import Draft
from assistant.editing import accept, restore
from assistant.tui.drafting.board import Board
from assistant.tui.drafting.findings import FindingsPane
from assistant.tui.drafting.sitting import Marked
from assistant.tui.drafting.updates import UpdatesPane

if TYPE_CHECKING:
    from assistant.checks import Aside, Finding

REASON = "it stands as it is"


class FindingActions(Board):
    """Walk, take, put aside; one, all of one kind, or all that is picked out."""

    def action_findings(self) -> None:
        """List the findings."""
        self.open_tab("tab-findings")
        self.query_one(FindingsPane).begin()

    def action_next_finding(self) -> None:
        """Go to the next finding."""
        self._walk(1)

    def action_last_finding(self) -> None:
        """Go to the finding before."""
        self._walk(-1)

    def _walk(self, direction: int) -> None:
        if not self.commit():
            return
        if self.sitting.walk(direction) is None:
            left = "No findings in the text" if self.sitting.findings else "No findings"
            where = f"; {self.key('findings')} lists the masthead’s" if self.sitting.findings else ""
            self.notify(f"{left}{where}" if self.sitting.up_to_date else "Still checking …", timeout=3)
        else:
            self.side.active = "tab-findings"
        self.show()

    def on_findings_pane_chosen(self, event: FindingsPane.Chosen) -> None:
        """A finding was chosen in the panel."""
        event.stop()
        if event.marked.entry is None:
            self.call_later(self.run_action, "masthead")
        elif self.commit():
            self.sitting.choose(event.marked.entry or self.sitting.chosen)
            self.sitting.finding = event.marked
            self.show()

    def on_findings_pane_left(self) -> None:
        """Back to the outline."""
        self.set_focus(self.outline)

    def _in_hand(self) -> Marked | None:
        if not self.commit():
            return None
        marked = self.query_one(FindingsPane).highlighted() or self.sitting.finding_in_hand()
        if marked is None:
            self.notify(f"No finding is in hand; {self.key('next_finding')} goes to the next one", timeout=3)
        elif not self.sitting.up_to_date:
            self.notify("The draft is being checked; one moment", timeout=2)
            return None
        return marked

    def action_take(self) -> None:
        """Put the suggested words in place."""
        from assistant.mending import take

        marked = self._in_hand()
        if marked is None:
            return
        finding = marked.finding
        others = [f for f in self._same(finding) if f is not finding]
        if self.do(lambda d: take(d, finding), f"Take the suggestion in {finding.label}"):
            places = ", ".join(dict.fromkeys(f.label for f in others))
            more = (
                f"; the same stands in {places} ({self.key('take_everywhere')} takes all at once)"
                if others
                else ""
            )
            self.notify(f"{finding.found} → {finding.suggestion}{more}", title=finding.label, timeout=4)

    def _same(self, finding: Finding) -> tuple[Finding, ...]:
        from assistant.mending import same_elsewhere

        return same_elsewhere(finding, (m.finding for m in self.sitting.findings))

    def action_take_everywhere(self) -> None:
        """Take the suggestion, and in one step the same fact wherever else the draft has it."""
        from assistant.mending import take_all

        marked = self._in_hand()
        if marked is None:
            return
        same = [finding for finding in self._same(marked.finding) if finding.suggestion is not None]
        if not same:
            self.action_take()
            return
        places = ", ".join(dict.fromkeys(f.label for f in same))
        if self.do(lambda d: take_all(d, same), f"Take the same in {places}"):
            self.notify(
                f"{marked.finding.message}: taken in {places}; {self.key('undo')} takes it back", timeout=5
            )

    def action_mend(self) -> None:
        """Take every suggestion that needs no look, as one step; agreed wording stays as it is."""
        self._mend(lambda _: True, "all that is safe")

    def action_mend_sequence(self) -> None:
        """Put also and further right in every paragraph, as one step."""
        from assistant.checks import RULES
        from assistant.checks.rule import Family

        sequence = {rule.id for rule in RULES.values() if rule.family is Family.SEQUENCE}
        self._mend(lambda finding: finding.rule in sequence, "the sequence")

    def _mend(self, wanted: Callable[[Finding], bool], what: str) -> None:
        from assistant.mending import apart, take_all

        if not self.commit():
            return
        if not self.sitting.up_to_date:
            self.notify("The draft is being checked; one moment", timeout=2)
            return
        open_ = [m.finding for m in self.sitting.findings if wanted(m.finding) and m.finding.mendable]
        chosen = apart(finding for finding in open_ if not finding.agreed)
        kept = len(open_) - sum(not finding.agreed for finding in open_)
        told = f"; {kept} in agreed wording left as they are" if kept else ""
        if not chosen:
            self.notify(f"Nothing to mend: {what}{told}", timeout=3)
        elif self.do(lambda d: take_all(d, chosen), f"Mend {what}"):
            self.notify(f"Mended {len(chosen)}{told}; {self.key('undo')} takes them back", timeout=5)

    def action_take_alike(self) -> None:
        """Take every suggestion of the rule of the finding in hand."""
        from assistant.mending import take_all

        marked = self._in_hand()
        if marked is None:
            return
        rule = marked.finding.rule
        alike = [m.finding for m in self.sitting.findings if m.finding.rule == rule]
        asked = bool(marked.finding.agreed)
        offered = [f for f in alike if f.suggestion is not None and (asked or not f.agreed)]
        if not offered:
            self.notify(f"No finding of {rule} offers words", severity="warning")
        elif self.do(lambda d: take_all(d, offered), f"Take {len(offered)} suggestions of {rule}"):
            left = len(alike) - len(offered)
            told = f"; {left} offer no words" if left else ""
            self.notify(f"Took {len(offered)} of {rule}{told}; {self.key('undo')} takes them back", timeout=5)

    def action_dismiss_finding(self) -> None:
        """Ask for a reason, and put the finding aside; of paragraphs picked out, all of theirs."""
        if self.sitting.selected:
            picked = [m for m in self.sitting.findings if m.entry in self.sitting.selected]
            self._put_aside(picked, f"All findings in {self.sitting.scope_label}")
            return
        marked = self._in_hand()
        if marked is not None:
            finding = marked.finding
            self._put_aside([marked], f"{finding.label}: {finding.message}\n“{finding.found}”")

    def action_dismiss_alike(self) -> None:
        """Ask for one reason, and put all findings of the rule of the one in hand aside."""
        marked = self._in_hand()
        if marked is not None:
            rule = marked.finding.rule
            alike = [m for m in self.sitting.findings if m.finding.rule == rule]
            self._put_aside(alike, f"All {len(alike)} findings of {rule}: {marked.finding.message}")

    def _put_aside(self, marked: list[Marked], about: str) -> None:
        from assistant.checks import put_aside
        from assistant.tui.forms import Field, Form

        chosen = [m.finding for m in marked]
        if not chosen:
            self.notify("Nothing to put aside here", severity="warning")
            return
        message = chosen[0].message
        told = f"Put aside: {message}" if len(chosen) == 1 else f"Put {len(chosen)} findings aside"

        def made(draft: Draft, reason: str) -> Draft:
            for finding in chosen:
                draft = put_aside(draft, finding, reason, self.bench.today())
            return draft

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self.do(lambda d: made(d, values["reason"].strip() or REASON), told)

        form = Form(
            "Put the finding aside" if len(chosen) == 1 else f"Put {len(chosen)} findings aside",
            (Field("reason", "Reason", "kept with the draft, never exported", example=REASON),),
            accept="Put aside",
            about=about,
        )
        self.app.push_screen(form, answered)

    def action_asides(self) -> None:
        """List what was put aside, and bring back what is chosen."""
        from assistant.tui.drafting.asides import Asides

        if not self.commit():
            return
        draft, bench = self.sitting.draft, self.bench

        def answered(chosen: tuple[Aside, ...] | None) -> None:
            if not chosen:
                return
            count = f"{len(chosen)} dismissal{'' if len(chosen) == 1 else 's'}"

            def made(draft: Draft) -> Draft:
                for aside in chosen:
                    draft = restore(draft, aside.entry, aside.dismissal)
                return draft

            if self.do(made, f"Take {count} back"):
                self.notify(f"Took {count} back; {self.key('undo')} puts it aside again", timeout=4)

        self.app.push_screen(
            Asides(draft, lambda: bench.dismissals(draft), self.key("dismiss_finding")), answered
        )

    # Updates

    def action_updates(self) -> None:
        """Look at the recorded updates one by one."""
        if self.commit():
            self.open_tab("tab-updates")
            self.call_after_refresh(self.query_one(UpdatesPane).begin)

    def on_updates_pane_left(self) -> None:
        """Back to the outline."""
        self.set_focus(self.outline)

    def on_updates_pane_shown(self, event: UpdatesPane.Shown) -> None:
        """Its paragraph is in hand."""
        event.stop()
        if self.commit() and event.update.entry in self.sitting.draft.labels:
            self.sitting.choose(event.update.entry)
            self.show()

    def on_updates_pane_answered(self, event: UpdatesPane.Answered) -> None:
        """Let it stand, or take its words back."""
        from assistant.mending import take_back

        event.stop()
        identity, change = event.update.entry, event.update.change
        label = self.sitting.draft.labels.get(identity, "")
        words = f"{change.before.strip()} → {change.after.strip()} in {label}"
        if event.answer == "accept":
            self.do(lambda d: accept(d, identity, change), f"Let stand: {words}")
        else:
            self.do(lambda d: take_back(d, identity, change), f"Take back: {words}")
