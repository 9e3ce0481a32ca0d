"""The gate as plain data."""

from __future__ import annotations

from typing import Any

from assistant.gate.point import Gate


def gate_record(found: Gate) -> dict[str, Any]:
    """The gate as `penholder gate --format json` prints it."""
    return {
        "symbol": found.symbol or None,
        "title": found.title,
        "about": found.about,
        "open": found.open,
        "verdict": found.verdict,
        "points": [
            {
                "name": point.name,
                "title": point.title,
                "state": str(point.state),
                "summary": point.summary,
                "items": [
                    {"paragraph": item.label or None, "words": item.words, "about": item.about}
                    for item in point.items
                ],
            }
            for point in found.points
        ],
    }
