"""Actions on the outline: go somewhere, pick paragraphs out, fold, drag, say how far they have come."""

from __future__ import annotations

from assistant import editing
from assistant.draft import Status
from assistant.editing.places import families
from assistant.tui.drafting.editing_actions import EditingActions
from assistant.tui.drafting.folding import below, meant
from assistant.tui.drafting.jumping import JumpLine
from assistant.tui.drafting.outline import Outline
from precedent.resolution import Kind

_NEXT = {Status.OPEN: Status.AD_REF, Status.AD_REF: Status.AGREED, Status.AGREED: Status.OPEN}


class OutlineActions(EditingActions):
    """Jump, pick, fold, move by mouse, status."""

    # Going somewhere

    def action_jump(self, typed: str = "") -> None:
        """Ask for a label; the outline goes there as it is typed."""
        if self.commit():
            self._came_from = self.sitting.chosen
            self.query_one(JumpLine).begin(typed)

    _came_from: str | None = None

    def on_input_changed(self, event: JumpLine.Changed) -> None:
        """Go where the label points."""
        if isinstance(event.input, JumpLine) and event.input.display:
            event.stop()
            start = self.sitting.draft.labels
            here = list(start).index(self._came_from) if self._came_from in start else -1
            place = meant(self.sitting.resolution, event.value, here)
            if place is not None:
                self.sitting.choose(self.sitting.draft.entries[place].id)
                self.show()

    def on_jump_line_left(self, event: JumpLine.Left) -> None:
        """There, or back."""
        event.stop()
        if not event.stay and self._came_from in self.sitting.draft.labels:
            self.sitting.choose(self._came_from)
        if self.focused is None or isinstance(self.focused, JumpLine):
            self.set_focus(self.outline)
        self.show()

    # Picking out

    def action_pick(self) -> None:
        """Pick the paragraph in hand out, or let it go; the next one is then in hand."""
        chosen = self.sitting.chosen
        if chosen and self.commit():
            self.sitting.selected ^= {chosen}
            self._step(1)

    def action_pick_up(self) -> None:
        """Pick out upwards."""
        self._pick(-1)

    def action_pick_down(self) -> None:
        """Pick out downwards."""
        self._pick(1)

    def _pick(self, direction: int) -> None:
        if not self.commit() or self.sitting.chosen is None:
            return
        before = self.sitting.chosen
        self._step(direction)
        after = self.sitting.chosen
        if {before, after} <= self.sitting.selected and before != after:
            self.sitting.selected -= {before}  # back over what was picked
        else:
            self.sitting.selected |= {before, after}
        self.show()

    def _step(self, direction: int) -> None:
        shown, place = self.sitting.shown, self.sitting.place
        if place in shown:
            at = min(max(shown.index(place) + direction, 0), len(shown) - 1)
            self.sitting.choose(self.sitting.draft.entries[shown[at]].id)
        self.show()

    def action_pick_all(self) -> None:
        """Pick out every paragraph of the part that the one in hand stands in."""
        found = self.sitting.in_hand
        if found and self.commit():
            alike = {
                entry.id
                for entry in self.sitting.draft.entries
                if (entry.content.kind, entry.content.section) == (found[1].kind, found[1].section)
            }
            self.sitting.selected = frozenset() if alike <= self.sitting.selected else frozenset(alike)
            self.show()

    def action_let_go(self) -> None:
        """Let go of what was picked out, and of an export that goes on."""
        if self.workers.cancel_group(self, "export"):
            self.notify("The export was stopped", timeout=4)
        self.sitting.selected = frozenset()
        self.show()

    # Folding

    def action_fold(self) -> None:
        """Fold away what is below the heading, or the paragraph, in hand; from a part of one, fold that one."""
        entries, place = self.sitting.draft.entries, self.sitting.place
        if place is None:
            return
        if not below(entries, place) or entries[place].id in self.sitting.folded:
            above = (i for i in range(place - 1, -1, -1) if place in below(entries, i))
            place = next(above, place)
        if below(entries, place):
            self.sitting.fold(entries[place].id, away=True)
        self.show()

    def action_unfold(self) -> None:
        """Show again what is folded away below the paragraph in hand."""
        if self.sitting.chosen:
            self.sitting.fold(self.sitting.chosen, away=False)
            self.show()

    def action_fold_all(self) -> None:
        """Fold every heading, or unfold everything."""
        entries = self.sitting.draft.entries
        heads = {e.id for i, e in enumerate(entries) if e.content.kind is Kind.HEADING and below(entries, i)}
        heads = heads or {e.id for i, e in enumerate(entries) if below(entries, i)}
        if not heads:
            self.notify("Nothing here has parts to fold: no headings, no sub-paragraphs", timeout=3)
        self.sitting.folded = frozenset() if self.sitting.folded else frozenset(heads)
        place = self.sitting.place
        if place is not None and place not in self.sitting.shown:
            self.sitting.chosen = entries[max(i for i in self.sitting.shown if i < place)].id
        self.show()

    # Moving by mouse

    def on_outline_dropped(self, event: Outline.Dropped) -> None:
        """A paragraph was dragged onto another one: downwards it goes behind that one, upwards before it."""
        event.stop()
        if not self.commit():
            return
        entries = self.sitting.draft.entries
        dragged = self.sitting.selected if event.dragged in self.sitting.selected else {event.dragged}
        moving = families(self.sitting.draft, dragged)
        places = {entry.id: i for i, entry in enumerate(entries)}
        onto = places[event.onto]
        if onto in moving:
            return
        if onto > moving[0]:
            self.move_to(
                tuple(dragged), after=event.onto, told=f"after {self.sitting.draft.labels[event.onto]}"
            )
        else:
            before = next((i for i in range(onto - 1, -1, -1) if i not in moving), None)
            after = None if before is None else entries[before].id
            self.move_to(tuple(dragged), after=after, told=f"before {self.sitting.draft.labels[event.onto]}")
        if self.sitting.chosen != event.dragged:
            self.sitting.choose(event.dragged)
            self.show()

    # Status

    def action_status(self) -> None:
        """Open, agreed ad ref, agreed, and open again."""
        scope = self.sitting.scope
        if scope:
            self.set_status(_NEXT[self.sitting.draft.entry(scope[0]).status])

    def action_status_open(self) -> None:
        """Still open."""
        self.set_status(Status.OPEN)

    def action_status_ad_ref(self) -> None:
        """Agreed by the room, pending confirmation from capitals."""
        self.set_status(Status.AD_REF)

    def action_status_agreed(self) -> None:
        """Agreed."""
        self.set_status(Status.AGREED)

    def set_status(self, status: Status) -> None:
        """Say how far what is worked on has come."""
        scope, told = self.sitting.scope, self.sitting.scope_label
        words = "open" if status is Status.OPEN else status.value
        if scope and self.do(lambda d: editing.set_status(d, scope, status), f"{told} {words}"):
            self.notify(f"{told}: {words}", timeout=2)
