"""Who submits a draft: what a drafter writes of it, and the line above the title that is made of it by rule."""

from assistant.sponsors.line import Submitters, is_revised, read_line, submitters, with_submitters
from assistant.sponsors.written import Sponsor, in_order, officer, written

__all__ = [
    "Sponsor",
    "Submitters",
    "in_order",
    "is_revised",
    "officer",
    "read_line",
    "submitters",
    "with_submitters",
    "written",
]
