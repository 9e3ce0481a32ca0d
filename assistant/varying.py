"""How a variant differs from the wording it varies, in diplomats' units. Pure."""

from __future__ import annotations

from precedent.wording import differences


def changed(text: str, variant: str) -> str:
    """Only what differs, the variant's words second: "seventy-ninth → seventy-eighth; 2024 → 2023"."""
    told: list[str] = []
    for difference in differences(text, variant):
        if difference.kind == "equal":
            continue
        before, after = difference.before.of(text).strip(), difference.after.of(variant).strip()
        if before or after:
            told.append(f"{before or '–'} → {after or '–'}")
    return "; ".join(told) or "the same words"


def marked(text: str, variant: str) -> str:
    """The variant's words with what differs marked: "at its [-seventy-ninth-]{+seventy-eighth+} session"."""
    pieces: list[str] = []
    for difference in differences(text, variant):
        before, after = difference.before.of(text), difference.after.of(variant)
        if difference.kind == "equal":
            pieces.append(after)
            continue
        gone = f"[-{before.strip()}-]" if before.strip() else ""
        there = f"{{+{after.strip()}+}}" if after.strip() else ""
        space = " " if before[-1:].isspace() or after[-1:].isspace() else ""
        pieces.append(f"{gone}{there}{space}")
    return "".join(pieces)
