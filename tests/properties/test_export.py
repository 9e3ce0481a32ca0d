"""No word of a text is lost on the way to the page, whatever the words are."""

import re
from collections.abc import Iterable
from html import unescape

from hypothesis import given, settings
from lxml import etree

from assistant.export.blocks import Role, Run
from assistant.export.characters import writable
from assistant.export.html import page
from assistant.export.layout import lay_out
from assistant.export.word import word_file
from precedent.resolution import Resolution
from tests.assistant.export.made_up import W, part, walked
from tests.properties.test_draft_file import resolutions

INVISIBLE = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u00ad": "", "\r": " "})
FEW = settings(max_examples=40)


def plain(text: str) -> str:
    """As walked, without white space and without commas: two marks of notes at one place have one between them."""
    return "".join(writable(text).translate(INVISIBLE).replace(",", " ").split())


def words(runs: Iterable[Run]) -> str:
    return plain("".join(run.text for run in runs))


@given(resolutions)
@FEW
def test_the_layout_has_every_word_in_order(resolution: Resolution) -> None:
    layout = lay_out(resolution)
    labels = [p.label for p in resolution.paragraphs]
    blocks = [b for b in layout.blocks if b.label in labels and b.role is not Role.NOTE]
    assert [words(b.runs) for b in blocks] == [words([Run(text=p.text)]) for p in resolution.paragraphs]
    notes = [words(n.runs) for n in layout.notes if n.runs]
    notes += [words(b.runs) for b in layout.blocks if b.role is Role.NOTE]
    assert sorted(filter(None, notes)) == sorted(filter(None, (plain(f.text) for f in resolution.footnotes)))


@given(resolutions)
@FEW
def test_reading_the_word_file_back_gives_every_word_in_order(resolution: Resolution) -> None:
    layout = lay_out(resolution)
    word = word_file(layout)
    body = part(word, "word/document.xml")
    below_heads = {
        p for row in body.iter(f"{W}tr") if row.find(f".//{W}trHeight") is not None for p in row.iter(f"{W}p")
    }
    found = [plain(walked(p)) for p in body.iter(f"{W}p") if p not in below_heads]
    wanted = [
        words((Run(text=f"{b.number} " if b.number and not b.item else ""), *runs))
        for b in layout.blocks
        for runs in (b.cells if b.role is Role.TABLE else (b.runs,))
    ]
    assert found == wanted + [""] * (layout.blocks[-1].role is Role.TABLE)
    noted = [plain(walked(n)) for n in part(word, "word/footnotes.xml") if n.get(f"{W}type") is None]
    assert [n.removeprefix(plain(m.mark)) for n, m in zip(noted, layout.notes, strict=True)] == [
        words(note.runs) for note in layout.notes
    ]


@given(resolutions)
@FEW
def test_every_call_has_its_note_in_order(resolution: Resolution) -> None:
    word = word_file(lay_out(resolution))
    calls = [c.get(f"{W}id") for c in part(word, "word/document.xml").iter(f"{W}footnoteReference")]
    notes = [n.get(f"{W}id") for n in part(word, "word/footnotes.xml") if n.get(f"{W}type") is None]
    assert calls == notes == [str(n) for n in range(1, len(calls) + 1)]


@given(resolutions)
@FEW
def test_word_counts_to_the_numbers_that_are_printed(resolution: Resolution) -> None:
    layout = lay_out(resolution)
    word = word_file(layout)
    counted = iter(_numbers(word))
    for block in layout.blocks:
        if block.item is not None:
            assert next(counted) == block.number
    assert next(counted, None) is None
    wanted = [p.number for p in resolution.paragraphs if p.number]
    printed = [b.number for b in layout.blocks if b.number and b.role.value not in ("title", "uncalled note")]
    assert printed == wanted


def _numbers(word: bytes) -> list[str]:
    """What Word prints before the paragraphs, counted from the lists as Word counts."""
    formats: dict[tuple[str, int], tuple[str, str]] = {}
    starts: dict[tuple[str, int], int] = {}
    for made in part(word, "word/numbering.xml").iter(f"{W}abstractNum"):
        for rung in made.iter(f"{W}lvl"):
            key = (str(made.get(f"{W}abstractNumId")), int(rung.get(f"{W}ilvl", "")))
            starts[key] = int(_value(rung, "start"))
            formats[key] = (_value(rung, "numFmt"), _value(rung, "lvlText"))
    counts: dict[str, dict[int, int]] = {}
    found = []
    for numbering in part(word, "word/document.xml").iter(f"{W}numPr"):
        name, level = _value(numbering, "numId"), int(_value(numbering, "ilvl"))
        own = counts.setdefault(name, {})
        own[level] = own[level] + 1 if level in own else starts[name, level]
        for deeper in [at for at in own if at > level]:
            del own[deeper]
        form, text = formats[name, level]
        found.append(text.replace(f"%{level + 1}", _spelled(form, own[level])))
    return found


def _value(of: etree._Element, tag: str) -> str:
    child = of.find(f"{W}{tag}")
    assert child is not None
    return str(child.get(f"{W}val"))


def _spelled(form: str, number: int) -> str:
    if form.startswith("upper"):
        return _spelled(form.replace("upper", "lower"), number).upper()
    if form == "decimal":
        return str(number)
    if form == "lowerLetter":
        return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"]
    return "c" * (number // 100) + tens[number // 10 % 10] + ones[number % 10]


@given(resolutions)
@FEW
def test_the_html_page_has_every_word_in_order(resolution: Resolution) -> None:
    layout = lay_out(resolution)
    shown = re.findall(
        r"<(p|h[1-4]|tr)[ >].*?</\1>",
        page(layout).partition("<main>")[2].partition("</main>")[0],
        re.DOTALL,
    )
    assert len(shown) == sum(block.role is not Role.RULE for block in layout.blocks)
    text = unescape(re.sub(r"<[^>]*>", "", page(layout)))
    for block in layout.blocks:
        for run in block.runs:
            assert run.bar or plain(run.text) in plain(text)
