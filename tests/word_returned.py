"""A made-up draft as a delegation returns it: comments and their answers, tracked changes, links, boxes, fields."""

from tests import word_samples as made
from tests.word_samples import listed, paragraph, run

ADA = 'w:author="Ada" w:date="2026-11-01T09:30:00Z"'
BO = 'w:author="Bo" w:date="2026-11-02T10:00:00Z"'
_EX = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_EX15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def inserted(content: str, by: str = ADA) -> str:
    return f'<w:ins w:id="1" {by}>{content}</w:ins>'


def deleted(text: str, by: str = ADA) -> str:
    return f'<w:del w:id="2" {by}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def opens(identity: int) -> str:
    return f'<w:commentRangeStart w:id="{identity}"/>'


def closes(identity: int) -> str:
    return f'<w:commentRangeEnd w:id="{identity}"/><w:r><w:commentReference w:id="{identity}"/></w:r>'


def comment(identity: int, text: str, by: str = ADA) -> str:
    said = f'<w:p {_EX} w14:paraId="0000000{identity}"><w:r><w:annotationRef/></w:r>{run(text)}</w:p>'
    return f'<w:comment w:id="{identity}" {by}>{said}</w:comment>'


def extended(*entries: tuple[int, int | None, bool]) -> str:
    """Of each comment: itself, the one that it answers, whether it is settled."""
    return "".join(
        f'<w15:commentEx {_EX15} w15:paraId="0000000{one}" w15:done="{int(done)}"'
        + (f' w15:paraIdParent="0000000{above}"' if above is not None else "")
        + "/>"
        for one, above, done in entries
    )


def field(code: str, *result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + "".join(part if part.startswith("<") else run(part) for part in result)
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def called(identity: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{identity}"/></w:r>'


def note(identity: int, *content: str) -> str:
    inside = "".join(part if part.startswith("<") else run(part) for part in content)
    return (
        f'<w:footnote w:id="{identity}"><w:p><w:r><w:footnoteRef/></w:r>{run(" ")}{inside}</w:p></w:footnote>'
    )


BOX = f"<w:txbxContent>{paragraph('boxed words')}</w:txbxContent>"
BOTH = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>'
    f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for kind, number in (("separator", -1), ("continuationSeparator", 0))
)
ENACTING = paragraph(run("The General Assembly", "<w:i/>"), ",")
CELL = "<w:tc>{}</w:tc>"
GONE = (
    f"<w:tr><w:trPr><w:del w:id='7' {BO}/></w:trPr>{CELL.format(paragraph(deleted('gone row', BO)))}</w:tr>"
)


def returned() -> bytes:
    """The whole of it."""
    title = paragraph(run("Lamps of the harbour", "<w:b/>"), opens(4), called(1), closes(4))
    body = [
        title,
        ENACTING,
        paragraph(
            run("Noting", "<w:i/>"),
            " the ",
            opens(0),
            deleted("old"),
            inserted(run("new")),
            " lamps",
            closes(0),
        )
        + paragraph(
            run("Recalling", "<w:i/>"),
            " ",
            field('HYPERLINK "https://example.org/76"', "resolution 76/1"),
            called(2),
            ",",
        ),
        paragraph(
            inserted(run("Noting a wholly new lamp,", ""), BO),
            properties=f"<w:rPr><w:ins w:id='9' {BO}/></w:rPr>",
        ),
        paragraph(deleted("Noting an old lamp,", BO), properties=f"<w:rPr><w:del w:id='8' {BO}/></w:rPr>"),
        listed("Notes that:"),
        listed("one;", level=1),
        listed("two;", level=1),
        paragraph("x", BOTH, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        paragraph(
            "<w:moveFrom w:id='5' " + BO + ">" + run("early ") + "</w:moveFrom>",
            "moved",
            "<w:moveTo w:id='6' " + BO + ">" + run(" late") + "</w:moveTo>",
        ),
        f"<w:tbl><w:tr>{CELL.format(paragraph('a'))}{CELL.format(paragraph('b'))}</w:tr>{GONE}</w:tbl>",
        paragraph("<w:r><w:object><o:OLEObject xmlns:o='urn:x' ProgID='Excel.Sheet.12'/></w:object></w:r>"),
        paragraph(
            run("hidden", "<w:vanish/>"), "<w:sdt><w:sdtContent>" + run("filled") + "</w:sdtContent></w:sdt>"
        ),
    ]
    return made.word(
        *body,
        numbering=made.NUMBERING,
        footnotes=SEPARATORS + note(2, "See ", run("there", "<w:b/>"), ".") + note(1, "A note of the title."),
        comments=comment(0, "Why new?") + comment(1, "Since they are.", BO) + comment(4, "A good title."),
        commentsExtended=extended((0, None, True), (1, 0, True), (4, None, False)),
    )
