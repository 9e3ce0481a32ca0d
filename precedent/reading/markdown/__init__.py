"""The draft file: a resolution as Markdown, read and written so that both come back as they were.

Front matter holds the masthead, title and enacting words. Below it stand a paragraph a block: `*Recalling* its …`,
`1. *Requests* …`, indented `(a) …`, closing text indented without a mark; `## ` headings, `# Annex` where a part with
numbers of its own begins (`#` alone where it ends), `[^1]: …` notes at the end. A line `<!-- penholder: … -->` before
a paragraph is the caller's; one like `<!-- kind: table -->` says what the block's form does not.
"""

from precedent.reading.markdown.parsing import Block, Parsed, parse, read
from precedent.reading.markdown.writing import write

__all__ = ["Block", "Parsed", "parse", "read", "write"]
