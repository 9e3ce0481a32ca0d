"""Actions on the findings of a draft."""

from __future__ import annotations

from assistant.editing import dismiss
from assistant.mending import take, take_all
from assistant.tui.drafting.board import Board
from assistant.tui.drafting.findings import FindingsPane
from assistant.tui.drafting.sitting import Marked
from assistant.tui.forms import Field, Form

REASON = "it stands as it is"


class FindingActions(Board):
    """Walk, take, put aside."""

    def action_findings(self) -> None:
        """List the findings."""
        self.side.display = True
        self.side.active = "tab-findings"
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
            self.notify("No findings" if self.sitting.up_to_date else "Still checking …", timeout=3)
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
            self.notify("No finding is in hand; n goes to the next one", timeout=3)
        elif not self.sitting.up_to_date:
            self.notify("The draft is being checked; one moment", timeout=2)
            return None
        return marked

    def action_take(self) -> None:
        """Put the suggested words in place."""
        marked = self._in_hand()
        if marked is None:
            return
        finding = marked.finding
        if self.do(lambda d: take(d, finding), f"Take the suggestion in {finding.label}"):
            self.notify(f"{finding.found} → {finding.suggestion}", title=finding.label, timeout=4)

    def action_take_certain(self) -> None:
        """Take every suggestion of which the words are certain."""
        certain = [m.finding for m in self.sitting.findings if m.certain and m.finding.suggestion is not None]
        if not self.sitting.up_to_date:
            self.notify("The draft is being checked; one moment", timeout=2)
        elif not certain:
            self.notify("No certain suggestion is open", timeout=3)
        else:
            self.do(lambda d: take_all(d, certain), f"Take {len(certain)} certain suggestions")

    def action_dismiss_finding(self) -> None:
        """Ask for a reason, and put the finding aside."""
        marked = self._in_hand()
        if marked is None:
            return
        entry, finding = marked.entry, marked.finding
        if entry is None:
            self.notify("It belongs to no paragraph and cannot be put aside", severity="warning")
            return

        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                reason = values["reason"].strip() or REASON
                self.do(
                    lambda d: dismiss(d, entry, finding.rule, finding.found, reason),
                    f"Put aside: {finding.message}",
                )

        form = Form(
            "Put the finding aside",
            (Field("reason", "Reason", "kept with the draft, never exported", example=REASON),),
            accept="Put aside",
            about=f"{finding.label}: {finding.message}\n“{finding.found}”",
        )
        self.app.push_screen(form, answered)
