"""Changes that others had tracked before us stay theirs in a redline."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.draft import Draft, draft_of
from assistant.export import Extras, exported
from assistant.export.earlier import Reviewed
from assistant.export.layout import lay_out
from assistant.export.proof import prove
from assistant.export.redline import redline
from assistant.export.word import word_file
from assistant.resources import sample_folder
from assistant.workbench import Workbench
from precedent.numbering import numbered
from precedent.reading import read, word
from precedent.resolution import Footnote, Kind, NoteCall, Resolution
from precedent.review import TITLE
from tests.assistant.export.made_up import W, part
from tests.assistant.export.test_redline import BASE, paragraph
from tests.ooxml import faults
from tests.properties.drafts import edited, some_draft

THEN = dt.datetime(2026, 10, 5, 8, 15, tzinfo=dt.UTC)
NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)

OURS, THEIRS = "Ruritania", "Samavia"


def changed(text: Resolution, **words: str) -> Resolution:
    """Paragraphs in other words, by their labels."""
    return replace(
        text, paragraphs=tuple(replace(p, text=words.get(p.label, p.text)) for p in text.paragraphs)
    )


def returned(base: Resolution | Draft, theirs: Resolution | Draft) -> bytes:
    """A base with changes that they tracked."""
    return word_file(redline(lay_out(base), lay_out(theirs)), created=THEN, author=THEIRS)


def reviewed(data: bytes) -> Reviewed:
    return Reviewed(word.read(data, "theirs", "original"), word.read(data, "theirs"))


def ours(data: bytes, new: Resolution | Draft) -> bytes:
    """Our redline on a file that they returned."""
    theirs = reviewed(data)
    extras = Extras(base=theirs.original, reviewed=(theirs,), author=OURS)
    made, proof = exported(new, ".docx", created=NOW, extras=extras)
    assert proof is not None
    return made


def marks(data: bytes, name: str = "document") -> list[tuple[str, str, str, str]]:
    """Author, what was done, the words, when."""
    found = []
    for mark in part(data, f"word/{name}.xml").iter(f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom"):
        text = "".join(t.text or "" for t in mark.iter(f"{W}t", f"{W}delText")).replace("\xa0", " ")
        if text:
            kind = str(mark.tag).rpartition("}")[2]
            found.append((mark.get(f"{W}author", ""), kind, text, mark.get(f"{W}date", "")))
    return found


THEIR_TEXT = changed(BASE, PP2="Noting that the lamps of all harbours burn brightly,")


def test_their_marks_keep_author_and_date_beside_ours() -> None:
    new = changed(THEIR_TEXT, OP1="Welcomes the old lamps;")
    found = marks(ours(returned(BASE, THEIR_TEXT), new))
    assert found == [
        (THEIRS, "del", "the northern", "2026-10-05T08:15:00Z"),
        (THEIRS, "ins", "all", "2026-10-05T08:15:00Z"),
        (THEIRS, "ins", " brightly", "2026-10-05T08:15:00Z"),
        (OURS, "del", "new", "2026-11-02T09:30:00Z"),
        (OURS, "ins", "old", "2026-11-02T09:30:00Z"),
    ]


def test_a_paragraph_that_both_changed_has_the_marks_of_both() -> None:
    new = changed(THEIR_TEXT, PP2="Noting that the lanterns of all harbours burn brightly,")
    found = [(who, kind, text) for who, kind, text, _ in marks(ours(returned(BASE, THEIR_TEXT), new))]
    assert (OURS, "del", "lamps") in found
    assert (OURS, "ins", "lanterns") in found
    assert (THEIRS, "ins", "all") in found


def test_words_of_theirs_that_we_took_out_are_theirs_and_gone() -> None:
    new = changed(THEIR_TEXT, PP2="Noting that the lamps of all harbours burn,")
    data = ours(returned(BASE, THEIR_TEXT), new)
    (inner,) = (m for m in part(data, "word/document.xml").iter(f"{W}del") if m.getparent().tag == f"{W}ins")  # type: ignore[union-attr]
    outer = inner.getparent()
    assert outer is not None
    assert (outer.get(f"{W}author"), inner.get(f"{W}author")) == (THEIRS, OURS)
    assert "".join(t.text or "" for t in inner.iter(f"{W}delText")).strip() == "brightly"
    assert faults(data) == []


def test_whole_paragraphs_and_notes_of_theirs_are_theirs() -> None:
    data = ours(returned(BASE, LONGER), LONGER)
    assert {who for who, *_ in marks(data)} | {who for who, *_ in marks(data, "footnotes")} == {THEIRS}
    assert {m.get(f"{W}author") for m in part(data, "word/document.xml").iter(f"{W}ins")} == {THEIRS}
    gone = ours(returned(LONGER, BASE), BASE)
    assert {m.get(f"{W}author") for m in part(gone, "word/document.xml").iter(f"{W}del")} == {THEIRS}


ADDED = paragraph(Kind.OPERATIVE, "Thanks the keepers of the lamps;", NoteCall(18, "2"))
LONGER = replace(
    BASE,
    paragraphs=numbered((*BASE.paragraphs[:3], ADDED, BASE.paragraphs[3])),
    footnotes=(*BASE.footnotes, Footnote(marker="2", text="Named in the annex.")),
)


def test_a_paragraph_of_theirs_that_we_took_out_is_theirs_and_gone_with_its_mark_and_its_note() -> None:
    data = ours(returned(BASE, LONGER), BASE)
    assert faults(data) == []
    root = part(data, "word/document.xml")
    (found,) = (p for p in root.iter(f"{W}p") if "Thanks" in "".join(p.itertext()))
    signs = [(str(m.tag).rpartition("}")[2], m.get(f"{W}author")) for m in found.iter(f"{W}ins", f"{W}del")]
    assert signs == [("ins", THEIRS), ("del", OURS)] * 2  # the mark that ends it, and its words
    assert found.find(f"{W}pPr/{W}numPr") is not None
    (held,) = found.findall(f"{W}ins")
    assert len(list(held.iter(f"{W}footnoteReference"))) == 1
    assert [(who, kind) for who, kind, *_ in marks(data, "footnotes")] == [(THEIRS, "ins"), (OURS, "del")]


def test_a_paragraph_that_they_took_out_and_we_put_back_has_both_marks() -> None:
    data = ours(returned(LONGER, BASE), LONGER)
    assert faults(data) == []
    told = [(who, kind, text) for who, kind, text, _ in (*marks(data), *marks(data, "footnotes"))]
    assert told == [
        (THEIRS, "del", "Thanks the keepers of the lamps;"),
        (OURS, "ins", "Thanks the keepers of the lamps;"),
        (THEIRS, "del", "Named in the annex."),
        (OURS, "ins", "Named in the annex."),
    ]


def test_words_that_they_took_out_and_we_put_back_have_both_marks() -> None:
    theirs = changed(BASE, PP2="Noting that the lamps of the harbours burn,")
    told = [(who, kind, text.strip()) for who, kind, text, _ in marks(ours(returned(BASE, theirs), BASE))]
    assert told == [(THEIRS, "del", "northern"), (OURS, "ins", "northern")]


def test_a_paragraph_of_the_base_that_went_takes_along_what_they_had_put_into_it() -> None:
    new = replace(THEIR_TEXT, paragraphs=numbered((THEIR_TEXT.paragraphs[0], *THEIR_TEXT.paragraphs[2:])))
    data = ours(returned(BASE, THEIR_TEXT), new)
    assert faults(data) == []
    told = [(who, kind, text.strip()) for who, kind, text, _ in marks(data)]
    assert (THEIRS, "del", "the northern") in told
    assert told.count((THEIRS, "ins", "brightly")) == told.count((OURS, "del", "brightly")) == 1
    assert {who for who, kind, _ in told if kind == "ins"} == {THEIRS}


def test_a_third_hand_keeps_what_the_second_took_out_of_the_first() -> None:
    second = reviewed(ours(returned(BASE, LONGER), BASE))
    extras = Extras(base=second.original, reviewed=(second,), author="Third")
    new = changed(second.accepted, OP2="Decides to meet again.")
    data, proof = exported(new, ".docx", created=NOW, extras=extras)
    assert [(who, kind) for who, kind, *_ in marks(data)] == [
        (THEIRS, "ins"),
        (OURS, "del"),
        ("Third", "del"),
        ("Third", "ins"),
    ]
    assert "Ruritania (1), Samavia (1)" in str(proof)
    shown = exported(new, ".html", created=NOW, extras=extras)[0].decode()
    assert f'<ins title="{THEIRS}, 5 October 2026"' in shown
    assert "Changes, by Samavia and Third and Ruritania:" in shown


def test_the_proof_names_those_whose_changes_are_kept() -> None:
    theirs = reviewed(returned(BASE, THEIR_TEXT))
    extras = Extras(base=theirs.original, reviewed=(theirs,), author=OURS)
    _, proof = exported(changed(THEIR_TEXT, OP1="Welcomes;"), ".docx", created=NOW, extras=extras)
    assert str(proof).endswith("; changes kept as those of others: Samavia (3)")


def test_a_file_that_came_back_is_a_base_as_it_was_issued(tmp_path: Path) -> None:
    path = tmp_path / "returned.docx"
    path.write_bytes(returned(BASE, THEIR_TEXT))
    bench = Workbench(tmp_path / "home", now=lambda: NOW)
    draft = draft_of(changed(THEIR_TEXT, OP1="Welcomes the old lamps;"))
    extras = bench.extras(draft, redline=True, base=path, author=OURS)
    told = str(bench.export(draft, tmp_path / "redline.docx", force=True, extras=extras))
    assert "Samavia (3)" in told
    found = word.read((tmp_path / "redline.docx").read_bytes(), "redline", "original")
    assert [p.text for p in found.paragraphs] == [p.text for p in BASE.paragraphs]


def test_a_file_that_came_back_is_its_own_base(tmp_path: Path) -> None:
    path = tmp_path / "returned.docx"
    path.write_bytes(returned(BASE, THEIR_TEXT))
    bench = Workbench(tmp_path / "home", now=lambda: NOW)
    draft = bench.draft(path)
    extras = bench.extras(draft, redline=True, source=path, author=OURS)
    bench.export(draft, tmp_path / "redline.docx", force=True, extras=extras)
    assert {who for who, *_ in marks((tmp_path / "redline.docx").read_bytes())} == {THEIRS}


@given(st.randoms(use_true_random=False), st.integers(1, 8), st.integers(1, 6), st.integers(0, 6))
@settings(max_examples=12)
def test_whatever_both_did_both_texts_are_in_it(random: Random, size: int, theirs: int, mine: int) -> None:
    base = text = some_draft(random, size)
    for _ in range(theirs):
        text, _ = edited(text, random)
    data, new = returned(base, text), text
    for _ in range(mine):
        new, _ = edited(new, random)
    made = ours(data, new)
    both = reviewed(data)
    prove(made, lay_out(both.original), lay_out(new))
    assert faults(made) == []


def test_where_we_changed_nothing_every_mark_is_theirs() -> None:
    editions = [read(path) for path in sorted(sample_folder().glob("A_RES*"))]
    assert len(editions) > 2
    for base, new in pairwise(editions):
        changes = [c for c in word.read(ours(returned(base, new), new)).changes if c.label]
        assert len(changes) > 20
        assert {change.author for change in changes if change.label != TITLE} == {THEIRS}
