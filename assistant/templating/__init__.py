"""Paragraph templates: a file each, with declared blanks; filled, they give paragraphs of a draft."""

from assistant.templating.filling import Filled, defaults, example, example_setting, fill
from assistant.templating.loading import load_templates
from assistant.templating.saving import SavingError, template_text
from assistant.templating.setting import DRAWN, PROVIDED, Edition, Setting
from assistant.templating.slots import TYPES, SlotType
from assistant.templating.template import (
    Slot,
    SlotError,
    Template,
    TemplateError,
    TemplateProblem,
    Templates,
    UnknownTemplateError,
)

__all__ = [
    "DRAWN",
    "PROVIDED",
    "TYPES",
    "Edition",
    "Filled",
    "SavingError",
    "Setting",
    "Slot",
    "SlotError",
    "SlotType",
    "Template",
    "TemplateError",
    "TemplateProblem",
    "Templates",
    "UnknownTemplateError",
    "defaults",
    "example",
    "example_setting",
    "fill",
    "load_templates",
    "template_text",
]
