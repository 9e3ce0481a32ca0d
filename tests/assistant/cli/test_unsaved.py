"""Commands on a draft file say what the file does not have yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import editing
from assistant.cli import main
from assistant.storage import Desk, create
from tests.assistant.editions import rolled


def test_export_and_check_say_that_changes_are_not_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, home = tmp_path / "draft.md", ["--home", str(tmp_path / "home")]
    create(file, rolled(), owner="a test").close()
    export = [*home, "export", str(file), "--to", str(tmp_path / "draft.html"), "--force"]
    main(export)
    assert "not saved" not in capsys.readouterr().err
    with Desk.open(file, owner="a test") as desk:
        desk.do(editing.set_title(desk.draft, "Ferries"), "Another title")
    main(export)
    assert "1 change is not saved" in capsys.readouterr().err
    main([*home, "check", str(file)])
    assert "1 change is not saved" in capsys.readouterr().err
