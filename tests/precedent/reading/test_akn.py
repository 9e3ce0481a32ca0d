"""The UN's XML: what is taken from its cover, its metadata and its many ways of marking a text."""

import datetime as dt

import pytest

from precedent.errors import UnreadableFileError
from precedent.names import listed
from precedent.reading.akn import read
from precedent.reading.akn.levels import Levels
from precedent.resolution import Ballot, Kind, NoteCall, Resolution, Span
from tests.akn_samples import COVER, META, NAMESPACE, numbered, plain, text


def labels(found: Resolution) -> list[str]:
    return [p.label for p in found.paragraphs]


def body(*parts: str, after: str = "") -> Resolution:
    return read(text("".join(parts), preamble="", after=after), "made-up.xml")


def doubts(found: Resolution) -> str:
    return " ".join(r.text for r in found.remarks)


def test_the_masthead() -> None:
    head = read(text(), "made-up.xml").masthead
    assert str(head.symbol) == "A/RES/81/7"
    assert head.organ is not None
    assert head.organ.value == "General Assembly"
    assert (head.session, head.agenda_item, head.agenda_title) == (
        "Eighty-first session",
        "20 (b)",
        "Lighthouses",
    )
    assert (head.distribution, head.date, head.adopted) == (
        "General",
        dt.date(2026, 12, 9),
        dt.date(2026, 12, 3),
    )
    assert (head.meeting, head.vote, head.draft_symbol) == ("61st plenary meeting", "91-2-0", "A/C.2/81/L.3")
    assert head.report == "on the report of the Second Committee (A/81/9, para. 4)"
    assert head.sponsors == ("Antigua and Barbuda", "Comoros", "Norway", "Peru")


def test_title_and_enacting_words_and_no_doubt() -> None:
    found = read(text(), "made-up.xml")
    assert (found.title, found.enacting, found.remarks) == (
        "Keeping of lighthouses",
        "The General Assembly,",
        (),
    )


def test_a_paragraph_has_its_words_its_italics_and_its_calls() -> None:
    found = read(text(), "made-up.xml")
    first = found.paragraphs[0]
    assert first.text == "Recalling its resolution 80/7 of 4 December 2025 on non-visible lamps,"
    assert (first.label, first.kind, first.opening) == ("PP1", Kind.PREAMBULAR, "Recalling")
    assert first.notes == (NoteCall(len(first.text), "1"),)
    assert found.footnotes[0].text == "Lamp Records, vol. 3."
    assert found.footnotes[0].italics == (Span(0, 12),)


def test_italic_runs_that_adjoin_are_one_opening() -> None:
    words = '<span class="italic">\tWel</span><span class="italic">comes </span> <span class="italic">also </span>it;'
    found = body(numbered("1.", words))
    assert (found.paragraphs[0].opening, found.paragraphs[0].text) == ("Welcomes also", "Welcomes also it;")


def test_a_nested_list_and_the_words_after_it() -> None:
    points = "".join(
        f"<point><num>({mark})</num><content><p>To {mark};</p></content></point>" for mark in ("a", "b")
    )
    inner = "<sublist><point><num>(i)</num><content><p>Inner;</p></content></point></sublist>"
    listed = f"<list><intro><p>Asks:</p></intro>{points}{inner}<wrapUp><p>and so on;</p></wrapUp></list>"
    found = body(f"<paragraph><num>4.</num>{listed}</paragraph>", numbered("5.", "Ends."))
    assert labels(found) == ["OP4", "OP4 (a)", "OP4 (b)", "OP4 (b) (i)", "OP4 closing", "OP5"]
    assert found.paragraphs[3].level == 2
    assert found.paragraphs[4].closing


def test_sub_paragraphs_that_stand_beside_their_parent() -> None:
    found = body(
        numbered("1.", "Asks:"),
        numbered("(a)", "One:"),
        numbered("(i)", "deep;"),
        plain("(ii) deeper;"),
        plain("(b) Two."),
    )
    assert labels(found) == ["OP1", "OP1 (a)", "OP1 (a) (i)", "OP1 (a) (ii)", "OP1 (b)"]
    assert found.paragraphs[4].text == "Two."


def test_a_number_lost_among_the_words_is_found() -> None:
    found = body(numbered("1.", "Notes it;"), plain("2 .Notes that;"), plain("9 lamps are lit;"))
    assert [(p.label, p.number) for p in found.paragraphs][:2] == [("OP1", "1."), ("OP2", "2.")]
    assert found.paragraphs[2].text == "9 lamps are lit;"


def test_a_single_operative_paragraph_without_number() -> None:
    found = body(plain('<span class="italic">Decides</span> to light one.'))
    assert (labels(found), found.paragraphs[0].number) == (["OP1"], None)


def test_a_paragraph_that_needs_no_number_leaves_it_to_others() -> None:
    found = body(plain('<span class="italic">Resolves</span> that:'), numbered("1.", "A fund is made."))
    assert labels(found) == ["OP –", "OP1"]


def test_headings_of_any_marking() -> None:
    found = body(
        '<paragraph class="H1"><num>I.</num><heading>Means</heading></paragraph>',
        '<paragraph class="H23"><subheading>Oil</subheading></paragraph>',
        plain('<span class="bold">A. Wicks</span>', "MercuryDocument"),
        numbered("1.", "Notes it."),
    )
    assert [(p.kind, p.number, p.text, p.level) for p in found.paragraphs[:3]] == [
        (Kind.HEADING, "I.", "Means", 0), (Kind.HEADING, None, "Oil", 1), (Kind.HEADING, "A.", "Wicks", 1),
    ]  # fmt: skip
    assert labels(found) == ["H1", "H2", "H3", "OP1"]


SECTIONS = [
    pytest.param(
        "<section><num>{0}</num><heading>Part {0}</heading>"
        '<crossHeading refersTo="#preamble">Noting {0},</crossHeading>{1}</section>',
        id="section elements",
    ),
    pytest.param(
        "<section><p><num>{0}</num></p><subheading>Part {0}</subheading>"
        '<crossHeading refersTo="#preamble">Noting {0},</crossHeading></section>{1}',
        id="paragraphs beside the section",
    ),
    pytest.param(
        "<part><subheading>{0}</subheading><subheading>Part {0}</subheading>"
        '<crossHeading refersTo="#preamble">Noting {0},</crossHeading>{1}</part>',
        id="parts named by a heading",
    ),
    pytest.param(
        '<paragraph class="H23"><num>\t{0}</num></paragraph><paragraph class="H23"><subheading>Part {0}</subheading>'
        '</paragraph><crossHeading refersTo="#preamble">Noting {0},</crossHeading>{1}',
        id="numbers with a heading's style",
    ),
]


@pytest.mark.parametrize("form", SECTIONS)
@pytest.mark.parametrize("marks", [("I", "II"), ("A", "B")])
def test_parts_that_number_anew_name_their_labels(form: str, marks: tuple[str, str]) -> None:
    one, two = marks
    found = body(
        *(form.format(mark, numbered("1.", "Notes it;") + numbered("2.", "Goes on.")) for mark in marks)
    )
    assert labels(found) == [f"{m} {label}" for m in (one, two) for label in ("H1", "PP1", "OP1", "OP2")]
    assert found.paragraphs[0].text == f"Part {one}"


def test_parts_that_number_on_are_headings() -> None:
    form = "<section><num>{0}</num><heading>Part {0}</heading>{1}</section>"
    found = body(form.format("I", numbered("1.", "Notes it;")), form.format("II", numbered("2.", "Goes on.")))
    assert labels(found) == ["H1", "OP1", "H2", "OP2"]
    assert found.paragraphs[2].headline == "II Part II"


def test_parts_within_parts() -> None:
    titles = "".join(
        f"<title><num>{mark}.</num><subheading>Of {mark}</subheading>{numbered('1.', 'Notes it;')}</title>"
        for mark in "AB"
    )
    found = body(numbered("1.", "Begins;"), f"<section><num>I</num><heading>Pay</heading>{titles}</section>")
    assert labels(found) == ["OP1", "I H1", "I A H1", "I A OP1", "I B H1", "I B OP1"]


ANNEX = (
    '<attachments><attachment><doc name="annex"><mainBody><paragraph class="HCh"><content><p><docType>{}</docType>'
    "<docTitle>Rules of the lamp</docTitle></p></content></paragraph>{}</mainBody></doc></attachment></attachments>"
)


@pytest.mark.parametrize("name", ["Annex", "Annex II"])
def test_an_annex(name: str) -> None:
    found = body(
        numbered("1.", "Adopts it."),
        after=ANNEX.format(name, numbered("1.", "A lamp is lit.") + plain("At dusk.")),
    )
    assert labels(found) == ["OP1", f"{name} H1", f"{name} OP1", f"{name} PP1"]
    assert [p.kind for p in found.paragraphs] == [Kind.OPERATIVE, Kind.HEADING, Kind.ANNEX, Kind.ANNEX]
    assert found.paragraphs[1].text == "Rules of the lamp"


def test_an_annex_within_the_body() -> None:
    found = body(
        numbered("1.", "Adopts it."),
        plain("Annex"),
        plain("<span class='bold'>Rules</span>"),
        numbered("1.", "Lit."),
    )
    assert labels(found) == ["OP1", "Annex H1", "Annex OP1"]


def test_sub_paragraphs_of_an_annex_that_stand_under_none() -> None:
    found = body(
        numbered("1.", "Adopts it."),
        after=ANNEX.format("Annex", numbered("(a)", "One;") + numbered("(b)", "Two.")),
    )
    assert labels(found) == ["OP1", "Annex H1", "Annex (a)", "Annex (b)"]


def test_a_table_is_text_row_by_row() -> None:
    rows = "<tr><th>Lamp</th><th><p><span class='italic'>Oil</span></p></th></tr><tr><td><p>North</p></td><td/></tr>"
    found = body(numbered("1.", "Approves:"), f'<container name="table"><table>{rows}</table></container>')
    assert [p.text for p in found.paragraphs if p.kind is Kind.TABLE] == ["Lamp | Oil", "North |"]
    assert found.paragraphs[1].italics == (Span(7, 10),)


def test_several_resolutions_in_one_file() -> None:
    one = (
        "<component><statement name='resolution'><preface><p><docNumber>{0}</docNumber></p></preface>"
        "<preamble><formula><p>The General Assembly,</p></formula>"
        "<container><p><span class='italic'>Noting</span> {0},</p></container>"
        "</preamble><mainBody>{1}</mainBody></statement></component>"
    )
    parts = "".join(one.format(mark, numbered("1.", "Goes on.")) for mark in "AB")
    head = f"{COVER}<preface><p><docTitle>Oil</docTitle></p></preface>"
    data = f"<akomaNtoso xmlns='{NAMESPACE}'><documentCollection>{head}"
    found = read(
        f"{data}</documentCollection><components>{parts}</components></akomaNtoso>".encode(), "made-up.xml"
    )
    assert (found.title, found.enacting) == ("Oil", "The General Assembly,")
    assert labels(found) == ["A PP1", "A OP1", "B X1", "B PP1", "B OP1"]


def test_a_text_recommended_for_adoption_by_another_organ() -> None:
    inner = (
        '<embeddedStructure><container name="formula"><p>The General Assembly,</p></container>'
        f"<container><p><span class='italic'>Noting</span> it,</p></container>"
        f"{numbered('1.', 'Goes on.')}</embeddedStructure>"
    )
    found = body(plain(f'<span class="italic">Recommends</span> this: {inner}'))
    assert labels(found) == ["OP1", "Draft X1", "Draft PP1", "Draft OP1"]


def test_a_text_quoted_with_its_points_belongs_to_the_paragraph_that_quotes() -> None:
    point = "<point><num>a.</num><content><p>so.”</p></content></point>"
    quoted = f"<mod><quotedStructure><p>“Decides:</p>{point}</quotedStructure></mod>"
    found = body(numbered("14.", f"shall read: {quoted}"), numbered("15.", "Goes on."))
    assert labels(found) == ["OP14", "OP14 closing", "OP14 a.", "OP15"]


def test_a_heading_that_prints_its_number_twice_is_remarked_on() -> None:
    found = body(
        '<paragraph class="H1"><num>V.</num><heading>V. Of wicks</heading></paragraph>',
        numbered("1.", "Lit."),
    )
    assert found.paragraphs[0].headline == "V. Of wicks"
    assert "twice" in doubts(found)


def test_another_day_of_adoption_is_remarked_on() -> None:
    found = read(text(meta=META.replace("2026-12-03", "2026-12-04")), "made-up.xml")
    assert found.masthead.adopted == dt.date(2026, 12, 4)
    assert "2026-12-03" in doubts(found)


@pytest.mark.parametrize(
    ("voting", "vote"),
    [
        ('<voting outcome="adoptedWithoutVote"/>', "without a vote"),
        ('<voting outcome="Adopted by consensus"/>', "without a vote"),
        ('<voting><count refersTo="inFavour" value="015"/></voting>', "15-0-0"),
        ("<voting/>", None),
    ],
)
def test_the_vote(voting: str, vote: str | None) -> None:
    assert read(text(meta=f"<meta>{voting}</meta>"), "made-up.xml").masthead.vote == vote


def test_how_states_voted_is_told_in_a_remark() -> None:
    vote = "<vote>[Adopted by a recorded vote of 2 to 1. In favour: Peru and Norway. Against: Comoros]</vote>"
    assert "Against: Comoros" in doubts(
        body(numbered("1.", "Lit."), after=f"<conclusions><p>{vote}</p></conclusions>")
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "submitted by the Chair of the Committee",
        "on the basis of the report",
        "was submitted by the Council",
        "",
    ],
)
def test_officers_and_committees_are_no_sponsors(sentence: str) -> None:
    assert listed(sentence) == ()


def test_states_with_a_comma_or_an_and_in_their_names() -> None:
    line = "Bolivia (Plurinational State of), Bosnia and Herzegovina, the Gambia and Trinidad and Tobago"
    states = ("Bolivia (Plurinational State of)", "Bosnia and Herzegovina", "Gambia", "Trinidad and Tobago")
    assert listed(line) == states


@pytest.mark.parametrize(
    ("marks", "levels"),
    [
        ("(a) (b) (c)", [1, 1, 1]),
        ("(a) (i) (ii) (b)", [1, 2, 2, 1]),
        ("(i) (ii) (iii) (iv)", [1, 1, 1, 1]),
        ("(g) (h) (i) (j)", [1, 1, 1, 1]),
        ("(a) (i) a. b. (ii) (b)", [1, 2, 3, 3, 2, 1]),
        ("• • – – •", [1, 1, 2, 2, 1]),
        ("(y) (z) (aa) (bb)", [1, 1, 1, 1]),
        ("(c) (a)", [1, 2]),
    ],
)
def test_levels_of_marks(marks: str, levels: list[int]) -> None:
    row = Levels()
    assert [row.place(mark) for mark in marks.split()] == levels


def test_roman_after_the_eighth_letter_where_a_colon_introduces_it() -> None:
    row = Levels()
    for letter in "abcdefgh":
        row.place(f"({letter})")
    assert row.place("(i)", introduced=True) == 2


def test_a_file_that_is_cut_is_read_as_far_as_it_goes() -> None:
    data = text()
    found = read(data[: data.index(b"Decides") + 9], "made-up.xml")
    assert labels(found) == ["PP1", "OP1", "OP2"]
    assert "damaged" in doubts(found)


def test_a_file_that_lost_its_beginning_is_read_all_the_same() -> None:
    data = text()
    found = read(data[data.index(b"80/7</a>") - 3 :], "made-up.xml")
    assert labels(found) == ["PP1", "OP1", "OP2"]
    assert found.masthead.adopted == dt.date(2026, 12, 3)
    assert "damaged" in doubts(found)


def test_no_entity_is_resolved() -> None:
    head = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY ha "ha"><!ENTITY haha "&ha;&ha;">]>'
    found = read(head + text(numbered("1.", "Notes &secret; and &haha;.")), "made-up.xml")
    assert found.paragraphs[1].text == "Notes &secret; and &haha;."


def test_words_where_no_words_belong_are_kept() -> None:
    found = body("lost ", numbered("1.", "Lit;"), " and <unknown>found</unknown> again")
    assert [p.text for p in found.paragraphs] == ["lost", "Lit;", "and", "found", "again"]


@pytest.mark.parametrize(
    "tag", ["section", "list", "span", "p", "container", "unknown", "embeddedStructure", "table"]
)
def test_deep_nesting(tag: str) -> None:
    deep = 1500
    found = body(
        f"<paragraph><num>1.</num><content><p>{f'<{tag}>' * deep}dark{f'</{tag}>' * deep}</p></content></paragraph>"
    )
    assert "dark" in " ".join(p.text for p in found.paragraphs)


def test_names_without_the_usual_namespace() -> None:
    data = text().replace(NAMESPACE.encode(), b"http://example.org/other")
    assert labels(read(data, "made-up.xml")) == ["PP1", "OP1", "OP2"]
    assert labels(read(text().replace(f' xmlns="{NAMESPACE}"'.encode(), b""), "x.xml")) == [
        "PP1",
        "OP1",
        "OP2",
    ]


def test_nothing_readable_at_all() -> None:
    with pytest.raises(UnreadableFileError, match=r"^x\.xml: the XML is too damaged"):
        read(b"<", "x.xml")


def test_a_file_without_a_text_says_so() -> None:
    assert "holds no paragraph" in doubts(read(b"<akomaNtoso/>", "x.xml"))


VOTED = """<voting outcome="adoptedRecordedVote"><count refersTo="inFavour" value="002"><voters
  xmlns="http://un.org/akn4un"><organization xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">TURKEY
  </organization></voters></count><count refersTo="against" value="1"><p><organization>Atlantis, Narnia
  and Oz]</organization></p></count></voting>"""


def test_how_each_state_voted_and_what_the_text_is_filed_under() -> None:
    filed = """<classification source="DHLAUTH"><keyword value="LAMP POSTS" dictionary="UNBIS Thesaurus"/>
      <keyword value="12" dictionary="A/81/251"/></classification><classification source="https://x/sdg"><keyword
      value="machine_made" dictionary="UNBIS Thesaurus"/></classification>"""
    head = read(text(meta=f"<meta>{filed}{VOTED}</meta>"), "made-up.xml").masthead
    assert head.ballot == Ballot(in_favour=("Türkiye",), against=("Atlantis", "Narnia", "Oz"))
    assert (head.vote, head.subjects) == ("2-1-0", ("Lamp posts",))


def test_a_note_called_in_the_title() -> None:
    noted = text().replace(
        b"</docTitle></p></preface>", b"<authorialNote>x</authorialNote></docTitle></p></preface>"
    )
    found = read(noted, "made-up.xml")
    assert found.title == "Keeping of lighthouses"
    assert found.title_notes == (NoteCall(len(found.title), "1"),)
    assert not found.remarks


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_whatever_the_encoding(encoding: str) -> None:
    source = text().decode().replace("\u2011", "-").replace("lamps", "l\u00e2mps \u201cq\u201d")
    found = read(source.encode(encoding), "made-up.xml")
    assert found.paragraphs[0].text.endswith("l\u00e2mps \u201cq\u201d,")
    assert len(found.paragraphs) == 3


@pytest.mark.parametrize(
    "damage", ["&#xD800;", "&#1;", "\x01", "&#&#1;1;", "&#xFFFFFFFF;", "<![CDATA[\x01]]>", "\0"]
)
def test_what_is_no_character_breaks_nothing(damage: str) -> None:
    found = read(text(plain(f"oil{damage}lamps burn;")), "made-up.xml")
    assert "lamps burn;" in found.paragraphs[-1].text
    assert "oil" in found.paragraphs[-1].text
    assert all(c.isprintable() for p in found.paragraphs for c in p.text)
    assert "damaged (line" in doubts(found)


@pytest.mark.parametrize("name", ["statement", "list", "authorialNote", "span", "table", "p", "li", "title"])
@pytest.mark.parametrize("between", ["", "<p>", "<list><point>"])
def test_no_depth_is_too_deep(name: str, between: str) -> None:
    found = read(text(f"<{name}>{between}lamp " * 600), "made-up.xml")
    words = " ".join([*(p.text for p in found.paragraphs), *(n.text for n in found.footnotes)])
    assert words.count("lamp") >= 600


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The lamps of the harbour", "en"),
        ("Les lampes du port et la mer", "fr"),
        ("Лампы гавани", "ru"),
        ("港口的灯", "zh"),
    ],
)
def test_the_language_of_a_text(words: str, language: str) -> None:
    made = text(plain(words), preamble="").replace(b"Keeping of\n  lighthouses", words.encode())
    assert read(made, "made-up.xml").masthead.language == language
