"""The editor's eye: rules of form and wording, declared as data.

`rules/*.toml` declares them, `mechanisms/` holds the few ways of looking that they name, `loading` reads them,
`reading` looks at a text with them. A house's own rules are files of the same form.
"""

from assistant.checks.editor.declared import Declared, Rulebook
from assistant.checks.editor.loading import load_rules, parse_rules, shipped_rules
from assistant.checks.editor.reading import read_through

__all__ = ["Declared", "Rulebook", "load_rules", "parse_rules", "read_through", "shipped_rules"]
