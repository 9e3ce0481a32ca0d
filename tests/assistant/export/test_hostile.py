"""Whatever a draft holds, it leaves as a valid file, in each form, or with a message that says why not."""

import io
from dataclasses import replace

import pytest
from docx import Document
from lxml import etree

from assistant.export import Extras, exported
from precedent.numbering import numbered
from precedent.reading import word
from precedent.resolution import Footnote, Kind, NoteCall, Paragraph, Resolution
from tests.assistant.export.made_up import DRAFT, parts, said
from tests.ooxml import faults

MANY = tuple(range(1, 40))


def draft(*paragraphs: Paragraph, notes: tuple[Footnote, ...] = (), title: str = "Lamps") -> Resolution:
    return replace(DRAFT, title=title, paragraphs=numbered(paragraphs), footnotes=notes)


def pp(text: str, *calls: int) -> Paragraph:
    return said(Kind.PREAMBULAR, text, notes=tuple(NoteCall(min(6, len(text)), str(n)) for n in calls))


HOSTILE = {
    "control characters": draft(
        pp("Noting \x00\x01\x0b\x0c\x1f lamps \ufffe,"),
        said(Kind.OPERATIVE, "\x85\u2028\u2029 Decides."),
        title="A\x00lamp\x08",
    ),
    "half a character": draft(pp("Noting \ud83d lamps \udc00,"), title="\ud800"),
    "markup": draft(
        pp("Noting <w:p/> & ]]> <!-- --> &lt; </w:t>,", 1),
        said(Kind.OPERATIVE, "<script>alert(1)</script>"),
        notes=(Footnote(marker="1", text="</w:footnote>&amp; <img src=x onerror=y>"),),
        title="</title><b>",
    ),
    "notes without calls": draft(
        pp("Noting,"), notes=tuple(Footnote(marker=str(n), text=f"note {n}") for n in MANY)
    ),
    "calls without notes": draft(pp("Noting,", *MANY)),
    "right to left": draft(
        pp("\u202eNoting \u0627\u0644\u062c\u0645\u0639\u064a\u0629 \u05d0\u05d1,\u202c"),
        said(Kind.OPERATIVE, "\u200f\u0642\u0631\u0631 2026"),
    ),
    "beyond the first plane": draft(pp("\U0001f600 e\u0301\u0301 \U000e0001,")),
    "one endless word": draft(pp("x" * 200_000)),
    "line ends of every kind": draft(pp("a\tb\nc\rd\r\ne\u00a0\u2011\u00ad")),
    "levels without end": draft(*(said(Kind.OPERATIVE, f"level {n}", level=n) for n in range(12))),
    "five hundred notes in one paragraph": draft(
        pp("Noting " + "lamps " * 500, *range(1, 501)),
        notes=tuple(Footnote(marker=str(n), text=f"note {n}") for n in range(1, 501)),
    ),
    "one note called three hundred times": draft(
        said(Kind.PREAMBULAR, "lamp " * 300, notes=tuple(NoteCall(n * 5, "1") for n in range(300))),
        notes=(Footnote(marker="1", text="note"),),
    ),
    "notes with strange marks": draft(
        said(
            Kind.PREAMBULAR,
            "Noting lamps,",
            notes=tuple(NoteCall(n, mark) for n, mark in enumerate(("]", "é", "<&>", "\x01", "9" * 30))),
        ),
        notes=tuple(Footnote(marker=mark, text="note") for mark in ("]", "é", "<&>", "\x01", "9" * 30)),
    ),
    "paragraphs without words": draft(
        pp(""), pp(" "), said(Kind.OPERATIVE, ""), said(Kind.OPERATIVE, "\u00a0")
    ),
    "marks on marks": draft(pp("Noting e" + "\u0301" * 5000 + "\u200d\u200d lamps,")),
    "two thousand paragraphs": draft(*(pp(f"Noting lamp {n} of resolution 80/{n},") for n in range(2000))),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_leaves_as_a_valid_file(name: str) -> None:
    data, _ = exported(HOSTILE[name], ".docx")
    assert faults(data) == []
    assert Document(io.BytesIO(data)).paragraphs
    assert len(word.read(data).paragraphs) >= len([p for p in HOSTILE[name].paragraphs if p.text.strip()]) - 1


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("form", [".html", ".md", ".xml"])
def test_it_leaves_in_every_other_form(name: str, form: str) -> None:
    text = exported(HOSTILE[name], form)[0].decode()
    if form == ".xml":
        etree.fromstring(text.encode())
    if form == ".html":
        assert "<script" not in text
        assert "onerror=y>" not in text


@pytest.mark.parametrize(
    "name", [name for name in HOSTILE if "thousand" not in name and "hundred" not in name]
)
def test_it_leaves_as_a_redline(name: str) -> None:
    new = HOSTILE[name]
    base = replace(new, paragraphs=numbered(new.paragraphs[1:]), title="Other lamps")
    data, proof = exported(
        new, ".docx", extras=Extras(base=base, told=True, author="Ruri\x00tania <&>\ud800")
    )
    assert proof is not None
    assert faults(data) == []


def test_no_address_leads_elsewhere_than_to_documents() -> None:
    data, _ = exported(HOSTILE["two thousand paragraphs"], ".docx")
    targets = [r.get("Target") or "" for r in etree.fromstring(parts(data)["word/_rels/document.xml.rels"])]
    links = [target for target in targets if "://" in target]
    assert len(links) == len(set(links)) > 1900
    assert all(link.startswith("https://undocs.org/") for link in links)
