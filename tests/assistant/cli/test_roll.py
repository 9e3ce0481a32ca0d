"""What `penholder roll` says beside its updates."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.cli import main
from assistant.resources import sample_folder

LAST = str(sample_folder() / "A_RES_114_35.md")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--session", "60"], True),
        (["--session", "60", "--as-of", "2005-12-01"], False),
        (["--session", "115"], False),
    ],
)
def test_a_session_that_is_over_asks_for_its_day(
    words: list[str], said: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--home", str(tmp_path / "home"), "roll", LAST, *words, "--to", str(tmp_path / "draft.md")])
    assert ("sixtieth session is over" in capsys.readouterr().err) is said
