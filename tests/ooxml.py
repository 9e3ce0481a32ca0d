"""What is wrong with a Word file, told by judges that know nothing of how it was made.

The schemas are those of ECMA-376 / ISO/IEC 29500 transitional as Microsoft's Open XML SDK has them (openxml-audit);
references, styles, numbering, anchors and relations are looked through by docx-integrity.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from docx_integrity import check


def faults(data: bytes) -> list[str]:
    """Everything that either judge finds, with its place."""
    from openxml_audit import OpenXmlValidator

    # One for each file: it remembers what it found in a package by the package's address in memory.
    validator = OpenXmlValidator(max_errors=20)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "judged.docx"
        path.write_bytes(data)
        against_schema = validator.validate(path).errors
        loose = check(str(path))
    found = [f"{error.part_uri} {error.path}: {error.description}" for error in against_schema]
    return found + [str(finding) for finding in loose]
