"""The draft file: a resolution as Markdown, read and written. The form is described in docs/draft-file.md."""

from precedent.reading.markdown.parsing import Block, Parsed, parse, read
from precedent.reading.markdown.writing import write

__all__ = ["Block", "Parsed", "parse", "read", "write"]
