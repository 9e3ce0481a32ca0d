"""Redlines before judges that know nothing of how Penholder reads: the XML alone, and LibreOffice."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.export import Extras, exported
from assistant.export.earlier import Reviewed
from assistant.resources import sample_folder
from precedent import office
from precedent.numbering import numbered
from precedent.reading import read, word
from precedent.resolution import Kind, NoteCall, Paragraph, Resolution, Span
from tests.assistant.export.made_up import DRAFT, said
from tests.judging import Choice, Printed, pages
from tests.libreoffice import stored

WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
CHOICES: tuple[Choice, Choice] = ("accepted", "rejected")
ROWS = (
    said(Kind.TABLE, "Oil | 12 casks", section="Annex", italics=(Span(0, 3), Span(6, 14))),
    said(Kind.TABLE, "Wicks | 40 bundles", section="Annex"),
)
BASE = replace(DRAFT, paragraphs=numbered((*DRAFT.paragraphs, *ROWS)))


def text(*paragraphs: Paragraph, base: Resolution = BASE) -> Resolution:
    return replace(base, paragraphs=numbered(paragraphs))


OF = BASE.paragraphs
CASES = {
    "a paragraph that moved": text(OF[1], OF[0], *OF[2:]),
    "a paragraph that moved and changed": text(
        OF[0], *OF[2:9], replace(OF[10], text="Decides to meet again soon:"), OF[11], OF[9], *OF[12:]
    ),
    "a note that went": text(OF[0], *OF[1:3], replace(OF[3], notes=(NoteCall(33, "3"),)), *OF[4:]),
    "a note that changed": replace(
        BASE, footnotes=tuple(replace(f, text=f.text.replace("2025", "2026")) for f in BASE.footnotes)
    ),
    "cells of a table": text(*OF[:-2], replace(OF[-2], text="Oil | 14 casks"), OF[-1]),
    "a row that went": text(*OF[:-1]),
    "a row that came and one with more cells": text(
        *OF[:-2], said(Kind.TABLE, "| Casks |", section="Annex"), replace(OF[-2], text="Oil | 12 casks | Coast"), OF[-1]
    ),
    "a table that went with the paragraph above": text(*OF[:-3]),
    "a table that became paragraphs": text(
        *OF[:-2], *(replace(p, kind=Kind.ANNEX, text=p.text.replace(" | ", ": ")) for p in OF[-2:])
    ),
    "a head that is none any more": text(*OF[:-2], replace(OF[-2], italics=()), OF[-1]),
    "rows in another order": text(*OF[:-2], OF[-1], OF[-2]),
    "a heading": text(*OF[:2], replace(OF[2], text="Lamps and wicks"), *OF[3:]),
    "a heading that became a paragraph": text(*OF[:2], replace(OF[2], kind=Kind.PREAMBULAR), *OF[3:]),
    "two paragraphs in one": text(
        replace(OF[0], text=f"{OF[0].text} and {OF[1].text}"), *OF[2:]
    ),
    "one paragraph in two": text(
        *OF[:4], replace(OF[4], text="More oil;"), replace(OF[4], text="By paragraph 2 below, namely:"), *OF[5:]
    ),
    "levels": text(*OF[:5], replace(OF[5], level=1), *OF[6:]),
    "the last paragraph": text(*OF[:11]),
    "a title": replace(BASE, title="Keeping the lamps lit"),
}  # fmt: skip


def marked(base: Resolution, new: Resolution) -> bytes:
    return exported(new, ".docx", created=WHEN, extras=Extras(base=base, author="Ruritania"))[0]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("backwards", [False, True])
def test_the_xml_alone_gives_both_texts(case: str, backwards: bool) -> None:
    base, new = (CASES[case], BASE) if backwards else (BASE, CASES[case])
    assert pages(exported(base, ".docx")[0]) != pages(exported(new, ".docx")[0])
    for choice, wanted in zip(CHOICES, (new, base), strict=True):
        assert pages(marked(base, new), choice) == pages(exported(wanted, ".docx")[0])


def returned() -> tuple[bytes, Resolution, Resolution]:
    """A redline of three hands, with its base and its new text."""
    data, new = marked(BASE, CASES["a paragraph that moved and changed"]), BASE
    for author, new in (("Samavia", text(*OF[:9], *OF[12:])), ("Syldavia", CASES["a heading"])):
        theirs = Reviewed(word.read(data, "theirs", "original"), word.read(data, "theirs"))
        extras = Extras(base=theirs.original, reviewed=(theirs,), author=author)
        data, _ = exported(new, ".docx", created=WHEN, extras=extras)
    return data, word.read(data, "theirs", "original"), new


def test_the_xml_alone_gives_both_texts_of_a_redline_of_many_hands() -> None:
    data, base, new = returned()
    for choice, wanted in zip(CHOICES, (new, base), strict=True):
        assert pages(data, choice) == pages(exported(wanted, ".docx")[0])


def test_the_comma_between_two_marks_is_none_of_the_text() -> None:
    first = text(*OF[:3], replace(OF[3], notes=()), *OF[4:])
    data = marked(BASE, first)
    theirs = Reviewed(word.read(data, "theirs", "original"), word.read(data, "theirs"))
    new = text(
        *OF[:3], replace(OF[3], text="Welcomes the reports of all Keepers, and calls for:", notes=()), *OF[4:]
    )
    extras = Extras(base=theirs.original, reviewed=(theirs,), author="Samavia")
    data, proof = exported(new, ".docx", created=WHEN, extras=extras)
    assert proof is not None
    assert proof.earlier == (("Ruritania", 3),)
    for choice, wanted in zip(CHOICES, (new, BASE), strict=True):
        assert pages(data, choice) == pages(exported(wanted, ".docx")[0])


def without_feet(found: Sequence[Printed]) -> list[Printed]:
    """LibreOffice writes into them the number of a page that it happened to be at."""
    return [printed for printed in found if printed.style != "Footer"]


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed here")
def test_libreoffice_accepts_and_rejects_to_both_texts(tmp_path: Path) -> None:
    editions = [read(path) for path in sorted(sample_folder().glob("A_RES*"))]
    trials = [(marked(base, new), base, new) for base, new in pairwise(editions[:3])]
    trials += [(marked(BASE, new), BASE, new) for case, new in CASES.items() if case in _TRIED]
    shorter = text(*DRAFT.paragraphs[:-1])
    trials.append((marked(DRAFT, shorter), DRAFT, shorter))
    files: dict[str, bytes] = {}
    for at, (data, base, new) in enumerate(trials):
        for choice, wanted in zip(CHOICES, (new, base), strict=True):
            files[f"{choice}-{at}"] = data
            files[f"wanted-{choice}-{at}"] = exported(wanted, ".docx")[0]
    found = stored(files, tmp_path)
    for name in (f"{choice}-{at}" for at in range(len(trials)) for choice in CHOICES):
        both = [without_feet(pages(found[name], choice)) for choice in CHOICES]
        assert both[0] == both[1], f"{name}: LibreOffice left changes as they were"
        assert both[0] == without_feet(pages(found[f"wanted-{name}"])), name


# Where several hands put in what LibreOffice 7.4 takes out, the paragraph after that gets the style of it.
_TRIED = (
    "levels",
    "a paragraph that moved",
    "a note that went",
    "a heading",
    "two paragraphs in one",
    "cells of a table",
    "a row that went",
    "a row that came and one with more cells",
)
