"""Paragraph templates: those that come with the program and the house's own; filled for a draft, made of one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.draft import Draft
from assistant.workbench.library import Library

if TYPE_CHECKING:
    from assistant.templating import Filled, Setting, Template, Templates


class FromTemplates(Library):
    """What is done with templates in one home folder."""

    @property
    def house_templates(self) -> Path:
        """Where a drafter's own templates lie."""
        return self.home / "templates"

    def templates(self) -> Templates:
        """All paragraph templates, the house's own first; bad ones are listed as problems."""
        from assistant.templating import load_templates

        return load_templates(self.house_templates)

    def setting(self, draft: Draft) -> Setting:
        """What templates may take from a draft: its organ, session, earlier editions."""
        from assistant.templating import Setting

        return Setting.of(draft, self.editions(draft))

    def fill(self, template: Template, values: Mapping[str, str], draft: Draft) -> Filled:
        """A template's paragraphs with the slots filled for a draft.

        Raises:
            SlotError, TemplateError: a value cannot be meant, or the template itself fails.
        """
        from assistant.templating import fill

        return fill(template, values, self.setting(draft))

    def save_template(
        self,
        draft: Draft,
        label: str,
        name: str,
        *,
        title: str = "",
        say: str = "",
        overwrite: bool = False,
    ) -> Path:
        """Keep a paragraph of a draft as a template of the house; its sessions, dates and symbols become blanks.

        Returns:
            The file of the template.

        Raises:
            SavingError: the paragraph cannot be a template, there is one of that name and it was not to be
                overwritten, or the file cannot be written.
        """
        from assistant.export import replace_file
        from assistant.templating import SavingError, template_text
        from assistant.templating.template import SUFFIX

        text = template_text(draft, label, name, title=title, say=say, setting=self.setting(draft))
        path = self.house_templates / f"{name}{SUFFIX}"
        if path.exists() and not overwrite:
            raise SavingError(f"there is a template {name} of your own already ({path}); choose another name")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, text.encode())
        except OSError as error:
            raise SavingError(f"{path} could not be written ({error.strerror})") from error
        return path
