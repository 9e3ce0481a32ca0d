"""Redlines, comments and clean files, as Word has them."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from assistant import editing
from assistant.draft import Change, Draft, draft_of
from assistant.export import Comment, ExportError, Extras, export, exported
from assistant.export.blocks import Mark, Role
from assistant.export.layout import lay_out
from assistant.export.proof import prove
from assistant.export.redline import redline
from assistant.export.word import word_file
from assistant.export.word.residue import residue
from precedent.numbering import numbered
from precedent.reading import word
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
)
from precedent.session import Organ
from tests.assistant.export.made_up import DRAFT, W, part, said

WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)


def paragraph(kind: Kind, text: str, *notes: NoteCall) -> Paragraph:
    return Paragraph(kind=kind, text=text, notes=notes)


BASE = Resolution(
    masthead=Masthead(kind=DocumentKind.DRAFT, organ=Organ.GENERAL_ASSEMBLY, session="Eightieth session"),
    title="Lamps",
    enacting="The General Assembly,",
    paragraphs=numbered(
        (
            paragraph(
                Kind.PREAMBULAR, "Recalling its resolution 79/4 of 19 December 2024,", NoteCall(50, "1")
            ),
            paragraph(Kind.PREAMBULAR, "Noting that the lamps of the northern harbours burn,"),
            paragraph(Kind.OPERATIVE, "Welcomes the new lamps;"),
            paragraph(Kind.OPERATIVE, "Decides to meet in its eightieth session."),
        )
    ),
    footnotes=(Footnote(marker="1", text="Resolutions 77/3 and 78/9."),),
)


def changed(text: str, label: str, base: Resolution = BASE) -> Resolution:
    return replace(
        base, paragraphs=tuple(replace(p, text=text) if p.label == label else p for p in base.paragraphs)
    )


def marked(base: Resolution, new: Resolution) -> etree._Element:
    return part(
        word_file(redline(lay_out(base), lay_out(new)), created=WHEN, author="Ruritania"), "word/document.xml"
    )


def told(root: etree._Element, tag: str) -> list[str]:
    words = f"{W}delText" if tag == "del" else f"{W}t"
    found = (["".join(t.text or "" for t in e.iter(words))] for e in root.iter(f"{W}{tag}") if len(e))
    return [text.replace("\xa0", " ") for (text,) in found]


def test_a_number_and_a_date_change_as_wholes() -> None:
    new = changed("Recalling its resolution 80/4 of 15 December 2025,", "PP1")
    root = marked(BASE, new)
    assert told(root, "del") == ["79/4", "19 December 2024"]
    assert [t for t in told(root, "ins") if t] == ["80/4", "15 December 2025"]


def test_every_mark_says_who_and_when() -> None:
    root = marked(BASE, changed("Welcomes the old lamps;", "OP1"))
    marks = list(root.iter(f"{W}ins", f"{W}del"))
    assert marks
    assert {(e.get(f"{W}author"), e.get(f"{W}date")) for e in marks} == {
        ("Ruritania", "2026-11-02T09:30:00Z")
    }
    assert len({e.get(f"{W}id") for e in marks}) == len(marks)


def test_inserting_a_numbered_paragraph_marks_that_paragraph_alone() -> None:
    first = paragraph(Kind.OPERATIVE, "Thanks the keepers of the lamps;")
    new = replace(BASE, paragraphs=numbered((*BASE.paragraphs[:2], first, *BASE.paragraphs[2:])))
    root = marked(BASE, new)
    assert told(root, "del") == []
    assert told(root, "ins") == ["Thanks the keepers of the lamps;"]
    assert len(list(root.iter(f"{W}pPrChange"))) == 0


def test_a_second_operative_paragraph_gives_the_first_its_number() -> None:
    alone = replace(BASE, paragraphs=numbered(BASE.paragraphs[:3]))
    root = marked(alone, BASE)
    (setting,) = root.iter(f"{W}pPrChange")
    numbers = [setting.getparent(), setting.find(f"{W}pPr")]
    assert [n is not None and n.find(f"{W}numPr") is not None for n in numbers] == [True, False]


def test_a_paragraph_that_moved_is_bound_to_where_it_was() -> None:
    order = (BASE.paragraphs[1], BASE.paragraphs[0], *BASE.paragraphs[2:])
    root = marked(BASE, replace(BASE, paragraphs=numbered(order)))
    starts = [
        e.get(f"{W}name") for t in ("moveFromRangeStart", "moveToRangeStart") for e in root.iter(f"{W}{t}")
    ]
    assert starts == ["move1", "move1"]
    assert len(list(root.iter(f"{W}moveFromRangeEnd"))) == len(list(root.iter(f"{W}moveToRangeEnd"))) == 1


def test_a_note_whose_words_change_is_one_note() -> None:
    new = replace(BASE, footnotes=(Footnote(marker="1", text="Resolutions 77/3, 78/9 and 79/4."),))
    data = word_file(redline(lay_out(BASE), lay_out(new)), created=WHEN, author="Ruritania")
    notes = [n for n in part(data, "word/footnotes.xml") if n.get(f"{W}type") is None]
    assert len(notes) == 1
    assert "79/4" in "".join(told(notes[0], "ins"))
    assert not told(part(data, "word/document.xml"), "ins")


def test_a_note_that_goes_and_one_that_comes_are_two() -> None:
    new = replace(
        BASE,
        paragraphs=numbered(
            (
                replace(BASE.paragraphs[0], notes=()),
                replace(BASE.paragraphs[1], notes=(NoteCall(6, "1"),)),
                *BASE.paragraphs[2:],
            )
        ),
        footnotes=(Footnote(marker="1", text="A/80/15."),),
    )
    data = word_file(redline(lay_out(BASE), lay_out(new)), created=WHEN, author="Ruritania")
    assert str(prove(data, lay_out(BASE), lay_out(new))).startswith("proved: ")
    assert len(list(part(data, "word/document.xml").iter(f"{W}footnoteReference"))) == 2


def test_a_redline_that_is_not_both_texts_is_refused() -> None:
    data = word_file(redline(lay_out(BASE), lay_out(BASE)), created=WHEN, author="Ruritania")
    other = changed("Welcomes the old lamps;", "OP1")
    with pytest.raises(ExportError, match=r"all changes accepted, it is not the new text at OP1"):
        prove(data, lay_out(BASE), lay_out(other))


def test_the_proof_is_told(tmp_path: Path) -> None:
    new = draft_of(changed("Welcomes the old lamps;", "OP1"))
    found = export(new, tmp_path / "lamps.docx", created=WHEN, extras=Extras(base=BASE, author="Ruritania"))
    assert "proved: with all changes accepted it is the new text (4 paragraphs, 1 notes)" in str(found)


def test_a_form_without_tracked_changes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"written as \.docx, \.pdf or \.html"):
        export(BASE, tmp_path / "lamps.md", extras=Extras(base=BASE))


def test_a_page_tells_every_change_with_its_author_its_day_and_its_reason(tmp_path: Path) -> None:
    draft = draft_of(BASE)
    draft = editing.replace_words(draft, "OP2", 23, 32, "eighty-first")
    draft = editing.record(
        draft, draft.entries[3].id, Change("stale-session", "eightieth", "eighty-first", "counted on")
    )
    extras = Extras(base=BASE, told=True, author="Ruritania")
    told = str(export(draft, tmp_path / "lamps.html", created=WHEN, extras=extras))
    assert "proved: " in told
    shown = (tmp_path / "lamps.html").read_text(encoding="utf-8")
    signed = 'title="Ruritania, 2 November 2026" datetime="2026-11-02T09:30:00Z"'
    assert f"<del {signed}>eightieth</del><ins {signed}>eighty-first</ins> session." in shown
    assert "[1]</a> OP2: technical: eightieth → eighty-first: counted on" in shown
    assert shown.count('href="#commented-1"') == shown.count('id="commented-1"') == 1


def test_both_places_of_a_paragraph_that_moved_lead_to_each_other() -> None:
    order = (BASE.paragraphs[1], BASE.paragraphs[0], *BASE.paragraphs[2:])
    new = replace(BASE, paragraphs=numbered(order))
    shown = exported(new, ".html", created=WHEN, extras=Extras(base=BASE, author="Ruritania"))[0].decode()
    for here, there in (("from", "to"), ("to", "from")):
        assert f'id="move-1-{here}" href="#move-1-{there}"' in shown


def test_a_page_without_changes_has_no_mark() -> None:
    shown = exported(BASE, ".html")[0].decode()
    assert "<ins" not in shown
    assert "<del" not in shown
    assert "legend" not in shown.partition("<body>")[2]


def commented() -> bytes:
    words = BASE.paragraphs[0].text
    at = words.index("79/4")
    comments = (
        Comment("PP1", at, at + 4, "stale-edition: a later one was adopted\nInstead: 80/4"),
        Comment("FN1", 0, 5, "grows by one"),
        Comment("", 0, 0, "no day of adoption"),
    )
    return exported(BASE, ".docx", created=WHEN, extras=Extras(comments=comments, author="Ruritania"))[0]


def test_comments_stand_at_their_words() -> None:
    data = commented()
    root = part(data, "word/document.xml")
    held: dict[str, list[str]] = {}
    for element in root.iter():
        number = element.get(f"{W}id") or ""
        if element.tag == f"{W}commentRangeStart":
            held[number] = []
        elif element.tag == f"{W}t":
            ended = {e.get(f"{W}id") for e in root.iter(f"{W}commentRangeEnd") if _before(e, element)}
            for name in held.keys() - ended:
                held[name].append(element.text or "")
    texts = ["".join(c.itertext()) for c in part(data, "word/comments.xml")]
    assert [("".join(held[str(n)]), text[:6]) for n, text in enumerate(texts)] == [
        ("Lamps", "no day"),
        ("79/4", "stale-"),
        (",", "grows "),
    ]


def _before(one: etree._Element, other: etree._Element) -> bool:
    order = list(one.getroottree().getroot().iter())
    return order.index(one) < order.index(other)


def test_comments_change_no_word() -> None:
    clean = exported(BASE, ".docx")[0]
    found, wanted = word.read(commented()), word.read(clean)
    assert [p.text for p in found.paragraphs] == [p.text for p in wanted.paragraphs]
    assert found.footnotes == wanted.footnotes


def test_changes_are_told_with_their_reason() -> None:
    draft = draft_of(BASE)
    draft = editing.replace_words(draft, "OP2", 25, 34, "eighty-first")
    reason = Change("stale-session", "eightieth", "eighty-first", "counted on")
    draft = editing.record(draft, draft.entries[3].id, reason)
    data, proof = exported(
        draft, ".docx", created=WHEN, extras=Extras(base=BASE, told=True, author="Ruritania")
    )
    assert proof is not None
    (comment,) = part(data, "word/comments.xml")
    assert "".join(comment.itertext()) == "technical: eightieth → eighty-first: counted on"


def test_a_clean_file_carries_nothing_beside_its_text() -> None:
    assert residue(exported(DRAFT, ".docx")[0]) == ()


def test_what_a_file_carries_is_named() -> None:
    new: Draft = draft_of(changed("Welcomes the old lamps;", "OP1"))
    data = exported(new, ".docx", created=WHEN, extras=Extras(base=BASE, told=True, author="Ruritania"))[0]
    assert set(residue(data)) == {"comments", "a comment", "a tracked insertion", "a tracked deletion"}


def test_a_letter_that_follows_has_no_mark() -> None:
    heads = [said(Kind.HEADING, text) for text in ("Wicks", "Oil", "Wax")]
    before = tuple(replace(head, number=mark) for head, mark in zip(heads, ("A.", "B.", "C."), strict=True))
    after = (replace(heads[1], number="A."), replace(heads[2], number="B."))
    marked = redline(lay_out(replace(DRAFT, paragraphs=before)), lay_out(replace(DRAFT, paragraphs=after)))
    told = [block for block in marked.blocks if block.role is Role.HEADING]
    assert [(block.text, block.number, block.mark) for block in told] == [
        ("Wicks", "A.", Mark.DELETED), ("Oil", "A.", None), ("Wax", "B.", None),
    ]  # fmt: skip
    assert not any(block.was or run.mark for block in told[1:] for run in block.runs)
    assert {block.item.list for block in told if block.item} == {0}
