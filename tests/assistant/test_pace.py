"""How fast a job goes is told from what it did lately, and nothing is told too soon."""

import pytest

from assistant.pace import Pace


def test_says_only_what_is_known() -> None:
    pace = Pace("texts")
    assert pace.measured(0.0, 0) == "0 texts"
    assert pace.measured(0.5, 50, 0.5) == "50 texts"
    assert pace.measured(2.0, 1200) == "1,200 texts, 600 a second"


@pytest.mark.parametrize(
    ("seconds", "done", "share", "words"),
    [
        (4.0, 400, 0.4, "400 texts, 100 a second, about 6 seconds left"),
        (8.0, 4, 0.01, "4 texts, 30 a minute, about 13 minutes left"),
        (9.0, 9, 0.0004, "9 texts, 1 a second, about 6 hours left"),
        (10.0, 990, 0.99, "990 texts, 99 a second, nearly done"),
        (10.0, 990, 1.0, "990 texts, 99 a second, nearly done"),
    ],
)
def test_tells_what_is_left(seconds: float, done: int, share: float, words: str) -> None:
    pace = Pace("texts")
    pace.measured(0.0, 0, 0.0)
    assert pace.measured(seconds, done, share) == words


def test_what_was_there_already_does_not_promise_too_much() -> None:
    pace = Pace("texts")
    pace.measured(0.0, 0, 0.0)
    pace.measured(1.0, 5000, 0.5)
    said = ""
    for second in range(2, 20):
        said = pace.measured(float(second), 5000 + second * 10, 0.5 + second * 0.001)
    assert said.endswith("10 a second, about 8 minutes left")
