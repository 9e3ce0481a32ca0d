"""What stands at the head and the foot of every page: the masthead, running heads, page numbers.

Not printed: the emblem, the job number, the bar code. They are the Secretariat's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _BaseHeaderFooter

from assistant.export.blocks import Head, Layout, Mark
from assistant.export.styles import FOOT_OF_FIRST, FOOT_OF_FIRST_ADOPTED
from assistant.export.word.marks import Marks, deleted
from assistant.export.word.text import field, paragraph, plain
from assistant.export.word.xml import element, value

_COLUMNS = (1267, 1872, 245, 3110, 245, 3111)
_HALVES = (4920, 4920)
_TOP, _BODY = 864, 2880
"""Heights of the two rows of the masthead; a running head is as high as the first."""


def add_heads_and_feet(section: Section, layout: Layout, marks: Marks) -> None:
    """The first page carries the masthead; the symbol stands at the outer edge of the others."""
    was = layout.was_head or layout.head
    former = layout.running_title if layout.was_running_title is None else layout.was_running_title
    symbol, title = (was.symbol, layout.head.symbol), (former, layout.running_title)
    _fill(
        section.first_page_header,
        _masthead(layout.head, was, marks),
        trailing=_space(48),
    )
    _fill(
        section.first_page_footer, trailing=_space(FOOT_OF_FIRST_ADOPTED if layout.adopted else FOOT_OF_FIRST)
    )
    _fill(section.even_page_header, _running(symbol, title, marks), trailing=paragraph("Header"))
    _fill(section.header, _running(title, symbol, marks), trailing=paragraph("Header"))
    _fill(section.even_page_footer, _feet(_page(), ()), trailing=paragraph("Footer"))
    _fill(section.footer, _feet((), _page()), trailing=paragraph("Footer"))


def _fill(place: _BaseHeaderFooter, *content: BaseOxmlElement, trailing: BaseOxmlElement) -> None:
    """A table in a header needs a paragraph after it."""
    place.is_linked_to_previous = False
    root = place._element  # noqa: SLF001 - python-docx has no other way to the element of a header
    for child in list(root):
        root.remove(child)
    root.extend([*content, trailing])


def _space(height: int) -> BaseOxmlElement:
    line = element("w:spacing", {"w:line": height, "w:lineRule": "exact"})
    return paragraph("Header", properties=(line,))


def _masthead(head: Head, was: Head, marks: Marks) -> BaseOxmlElement:
    symbol = element(
        "w:p",
        None,
        element("w:pPr", None, element("w:spacing", {"w:line": 240, "w:lineRule": "auto"}), _right()),
        *_told(_symbol(was.symbol), _symbol(head.symbol), marks),
    )
    nations = paragraph(
        "HCh",
        plain("United Nations", value("w:b", 0), value("w:spacing", 2), value("w:w", 96)),
    )
    organ = paragraph(
        "XLarge",
        *_told([(was.organ, ())], [(head.organ, ())], marks),
        properties=(element("w:spacing", {"w:before": 109}),),
    )
    lines = [
        paragraph(
            "Normal",
            *_told([(former, ())], [(line, ())], marks),
            properties=(element("w:spacing", {"w:before": 0 if place else 240}),),
        )
        for place, (former, line) in enumerate(zip_longest(was.distribution, head.distribution, fillvalue=""))
    ]
    thin, thick = _edges(bottom=4), _edges(top=4, bottom=12)
    top = (
        _cell(_COLUMNS[0], paragraph("Header"), borders=thin, low=True),
        _cell(_COLUMNS[1], nations, borders=thin, low=True),
        _cell(_COLUMNS[2], paragraph("Header"), borders=thin, low=True),
        _cell(sum(_COLUMNS[3:]), symbol, borders=thin, low=True, span=3),
    )
    body = (
        _cell(_COLUMNS[0], paragraph("Header"), borders=thick),
        _cell(sum(_COLUMNS[1:4]), organ, borders=thick, span=3),
        _cell(_COLUMNS[4], paragraph("Header"), borders=thick),
        _cell(_COLUMNS[5], *lines, borders=thick),
    )
    return _table(_COLUMNS, ((_TOP, top), (_BODY, body)))


_Looks = tuple[tuple[str, int | None], ...]
"""Properties of a run by their names, in the order of the schema; None where the name says it all."""


def _symbol(symbol: str) -> list[tuple[str, _Looks]]:
    """The first letter of a symbol is larger than the others."""
    return [
        (symbol[:1], (("w:position", -4), ("w:sz", 40))),
        (symbol[1:], (("w:position", -4),)),
    ]


def _told(
    was: list[tuple[str, _Looks]], now: list[tuple[str, _Looks]], marks: Marks
) -> Iterator[BaseOxmlElement]:
    """Words of the masthead; in a redline those of the base before them, where they differ."""
    for words, mark in ((now, None),) if was == now else ((was, Mark.DELETED), (now, Mark.INSERTED)):
        runs = [plain(text, *map(_look, looks)) for text, looks in words if text]
        if mark is None:
            yield from runs
        elif runs:
            holder = marks.of(mark)
            holder.extend(deleted(run) if mark is Mark.DELETED else run for run in runs)
            yield holder


def _look(look: tuple[str, int | None]) -> BaseOxmlElement:
    name, of = look
    return element(name) if of is None else value(name, of)


_Words = tuple[str, str]
"""What stood in the base, and what stands now."""


def _running(left: _Words, right: _Words, marks: Marks) -> BaseOxmlElement:
    cells = (
        _cell(_HALVES[0], _head_line(left, marks), low=True),
        _cell(_HALVES[1], _head_line(right, marks, _right()), low=True),
    )
    return _table(_HALVES, ((_TOP, cells),), rule=True)


def _head_line(words: _Words, marks: Marks, *properties: BaseOxmlElement) -> BaseOxmlElement:
    bold: _Looks = (("w:b", None),)
    was, now = words
    return paragraph("Header", *_told([(was, bold)], [(now, bold)], marks), properties=properties)


def _page() -> Sequence[BaseOxmlElement]:
    return (*field("PAGE", "2"), plain("/"), *field("NUMPAGES", "2"))


def _feet(left: Iterable[BaseOxmlElement], right: Iterable[BaseOxmlElement]) -> BaseOxmlElement:
    cells = (
        _cell(_HALVES[0], paragraph("Footer", *left)),
        _cell(_HALVES[1], paragraph("Footer", *right, properties=(_right(),))),
    )
    return _table(_HALVES, ((None, cells),))


def _right() -> BaseOxmlElement:
    return value("w:jc", "right")


def _edges(**weights: int) -> dict[str, int]:
    return weights


def _borders(tag: str, weights: dict[str, int]) -> BaseOxmlElement:
    return element(
        tag,
        None,
        *(
            element(f"w:{side}", {"w:val": "single", "w:sz": weight, "w:space": 0, "w:color": "auto"})
            for side, weight in weights.items()
        ),
    )


def _cell(
    width: int,
    *content: BaseOxmlElement,
    borders: dict[str, int] | None = None,
    low: bool = False,
    span: int = 1,
) -> BaseOxmlElement:
    properties = element(
        "w:tcPr",
        None,
        element("w:tcW", {"w:w": width, "w:type": "dxa"}),
        value("w:gridSpan", span) if span > 1 else None,
        _borders("w:tcBorders", borders) if borders else None,
        element("w:tcMar", None, element("w:bottom", {"w:w": 80, "w:type": "dxa"})) if low else None,
        value("w:vAlign", "bottom") if low else None,
    )
    return element("w:tc", None, properties, *content)


def _table(
    columns: Sequence[int],
    rows: Sequence[tuple[int | None, Sequence[BaseOxmlElement]]],
    *,
    rule: bool = False,
) -> BaseOxmlElement:
    """A table of fixed columns without padding at the sides."""
    sides = (element(f"w:{side}", {"w:w": 0, "w:type": "dxa"}) for side in ("left", "right"))
    properties = element(
        "w:tblPr",
        None,
        element("w:tblW", {"w:w": sum(columns), "w:type": "dxa"}),
        _borders("w:tblBorders", {"bottom": 2}) if rule else None,
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblCellMar", None, *sides),
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in columns))
    return element("w:tbl", None, properties, grid, *(_row(height, cells) for height, cells in rows))


def _row(height: int | None, cells: Sequence[BaseOxmlElement]) -> BaseOxmlElement:
    exact = element("w:trHeight", {"w:val": height, "w:hRule": "exact"}) if height else None
    return element("w:tr", None, element("w:trPr", None, exact) if exact is not None else None, *cells)
