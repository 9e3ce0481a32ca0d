"""A draft file comes back as it was written, whatever its words are."""

import datetime as dt
import string

from hypothesis import example, given
from hypothesis import strategies as st

from precedent.numbering import numbered
from precedent.reading.markdown import parse, read, write
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
    Span,
)
from precedent.session import Organ
from precedent.symbol import Symbol

TRAPS = (
    *"*_[]<>&`\\#-+~|!(){}:;\"'“”‘’–—…\u00a0\u00ad\t\n\r",
    *[
        "1.",
        "2)",
        "(a)",
        "(ii)",
        "a.",
        "**",
        "__",
        "[^1]",
        "[^1]:",
        "](u)",
        "&amp;",
        "&#42;",
        "<i>",
        "</i>",
        "<b>",
    ],
    *["<!--", "-->", "--", "---", "http://x.y", "{++a++}", "{~~a~>b~~}", "\\", "\\\\", "Recalling", "also"],
    *["Requests", " ", "  ", "\u2028", "\x85", "\x0c", "é", "中", "😀", "0", "\x00"],
)
words = st.one_of(st.sampled_from(TRAPS), st.text(max_size=4))
texts = st.one_of(
    st.lists(words, max_size=8).map("".join),
    st.text(string.ascii_letters + " *_,;.", min_size=1, max_size=30),
)
markers = st.one_of(st.integers(1, 99).map(str), st.sampled_from(["*", "**", "a", "]", "\\", "1 b"]))


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, tuple[Span, ...], tuple[NoteCall, ...]]:
    text = draw(texts)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edges = edges[: len(edges) // 2 * 2]
    runs = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if draw(st.booleans()) and len(runs) > 1:
        runs = [runs[0], Span(runs[0].end, runs[1].end), *runs[2:]]
    calls = draw(st.lists(st.builds(NoteCall, st.integers(0, len(text)), markers), max_size=3))
    return text, tuple(runs), tuple(sorted(calls, key=lambda c: c.offset))


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text, italics, notes = draw(marked())
    kind = draw(st.sampled_from(Kind))
    level = draw(st.sampled_from([0, 0, 0, 1, 1, 2, 3]))
    closing = draw(st.sampled_from([False, False, False, True])) if kind is not Kind.HEADING else False
    number = draw(st.sampled_from([None, "12.", "5 bis."])) if kind in (Kind.REPORT, Kind.ANNEX) else None
    if kind is Kind.HEADING:
        number = draw(st.sampled_from([None, "A.", "IV", "C", "12."]))
    section = draw(st.sampled_from(["", "", "Annex", "Annex II", "A", "*x* #", "#"]))
    return Paragraph(
        kind=kind,
        text=text,
        italics=italics,
        notes=notes,
        level=level,
        closing=closing,
        number=number,
        section=section,
    )


values = st.one_of(
    st.none(), st.text(min_size=1, max_size=12), st.sampled_from(["no", "1:20", "2025", "~", "- a", "---"])
)
mastheads = st.builds(
    Masthead,
    kind=st.sampled_from(DocumentKind),
    symbol=st.sampled_from([None, Symbol.parse("A/C.2/80/L.17/Rev.1"), Symbol.parse("A/RES/80/9")]),
    organ=st.sampled_from([None, *Organ]),
    committee=values,
    session=values,
    agenda_item=values,
    agenda_title=values,
    date=st.sampled_from([None, dt.date(2025, 10, 3)]),
    sponsors=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    sponsor_line=st.just("Iraq:[^*] \\draft"),
    sponsor_notes=st.lists(st.builds(NoteCall, st.integers(0, 16), markers), max_size=2).map(
        lambda calls: tuple(sorted(calls))
    ),
    adopted=st.sampled_from([None, dt.date(2025, 12, 15)]),
    vote=values,
)
notes = marked().flatmap(
    lambda m: st.builds(
        Footnote,
        marker=markers,
        text=st.just(m[0]),
        italics=st.just(m[1]),
        section=st.sampled_from(["", "", "R", "; -- "]),
    )
)
resolutions = st.builds(
    Resolution,
    masthead=mastheads,
    title=texts,
    enacting=st.one_of(texts, st.just("The General Assembly,")),
    paragraphs=st.lists(paragraphs(), max_size=7).map(numbered),
    footnotes=st.lists(notes, max_size=3).map(tuple),
)
comments = st.lists(
    st.one_of(
        st.none(),
        st.text(max_size=10),
        st.sampled_from(['{"a": "--> %2D -- %", "b": "->"}', "--", "-", " ", ""]),
    ),
    max_size=7,
)
extras = st.dictionaries(
    st.sampled_from(["base", "expected_adoption", "x y", "", "on"]),
    st.one_of(st.text(max_size=8), st.lists(st.text(max_size=5), max_size=2)),
    max_size=3,
)


def without_remarks(resolution: Resolution) -> Resolution:
    return Resolution(
        masthead=resolution.masthead,
        title=resolution.title,
        enacting=resolution.enacting,
        paragraphs=resolution.paragraphs,
        footnotes=resolution.footnotes,
    )


@given(resolutions)
@example(Resolution(enacting="a", paragraphs=numbered([Paragraph(kind=Kind.OPERATIVE, text="Decides.")])))
def test_reading_what_was_written_gives_the_same_resolution(resolution: Resolution) -> None:
    found = read(write(resolution).encode(), "draft.md")
    assert without_remarks(found) == resolution


@given(resolutions, comments, extras)
def test_writing_what_was_read_gives_the_same_bytes(
    resolution: Resolution, opaque: list[str | None], extra: dict[str, str | list[str]]
) -> None:
    written = write(resolution, extra_front=extra, comments=opaque)
    found = parse(written)
    count = len(resolution.paragraphs)
    assert found.comments == tuple((opaque + [None] * count)[:count])
    assert found.extra == extra
    assert write(found.resolution, extra_front=found.extra, comments=found.comments) == written


@given(
    st.lists(
        st.one_of(words, st.sampled_from(["\n", "\n\n", "---\n", "# ", "## ", "    ", "a: b\n"])), max_size=25
    )
)
def test_any_text_is_read_and_is_stable_once_written(parts: list[str]) -> None:
    found = parse("".join(parts))
    written = write(found.resolution, extra_front=found.extra, comments=found.comments)
    again = parse(written)
    assert without_remarks(again.resolution) == without_remarks(found.resolution)
    assert write(again.resolution, extra_front=again.extra, comments=again.comments) == written
