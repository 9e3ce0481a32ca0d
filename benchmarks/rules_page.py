"""Write docs/rules.md from the rules' declarations.

python benchmarks/rules_page.py
"""

from __future__ import annotations

from pathlib import Path

from assistant.checks.page import rules_page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"

if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
