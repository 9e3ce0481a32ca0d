"""Damaged XML never ends in an exception: it is read as far as it goes, or refused in one line."""

from hypothesis import given, settings
from hypothesis import strategies as st

from precedent.errors import UnreadableFileError
from precedent.reading import read_bytes
from precedent.reading.akn import read
from precedent.resolution import Resolution
from precedent.writing.akn import write
from precedent.writing.akn.tree import legal
from tests.akn_samples import numbered, text

LIST = (
    "<paragraph><num>3.</num><list><intro><p>Asks:</p></intro><point><num>(a)</num><content><p>One;</p></content></point>"
    "<sublist><point><num>(i)</num><content><p>Two.</p></content></point></sublist></list></paragraph>"
)
TABLE = "<container name='table'><table><tr><td><p>Oil</p></td><td><p>3</p></td></tr></table></container>"
SOUND = text(numbered("1.", "Notes it;") + numbered("2.", "Goes on:") + TABLE + LIST)
NAMES = (
    "paragraph",
    "list",
    "content",
    "point",
    "container",
    "table",
    "p",
    "num",
    "authorialNote",
    "preamble",
    "span",
)

place = st.integers(min_value=0, max_value=len(SOUND))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = SOUND
    for _ in range(draw(st.integers(min_value=1, max_value=4))):
        start, end = sorted((draw(place), draw(place)))
        match draw(st.sampled_from(["cut", "lost", "twice", "flipped", "moved", "renamed"])):
            case "cut":
                data = data[:end]
            case "lost":
                data = data[:start] + data[min(end, start + 300) :]
            case "twice":
                data = data[:end] + data[start:end] + data[end:]
            case "flipped":
                data = data[:start] + draw(st.binary(min_size=1, max_size=8)) + data[start + 1 :]
            case "moved":
                data = data[end:] + data[:end]
            case _:
                one, two = draw(st.sampled_from(NAMES)).encode(), draw(st.sampled_from(NAMES)).encode()
                data = data.replace(b"<" + one, b"<" + two).replace(b"</" + one + b">", b"</" + two + b">")
    return data


@settings(max_examples=300)
@given(damaged())
def test_damage_is_survived(data: bytes) -> None:
    found = read_or_refusal(data)
    if isinstance(found, str):
        assert "\n" not in found
    else:
        assert len({p.label for p in found.paragraphs}) == len(found.paragraphs)
        again = read(write(found).encode(), "written.xml")
        assert words(again) >= words(found)


def read_or_refusal(data: bytes) -> Resolution | str:
    try:
        return read_bytes(data, "damaged.xml")
    except UnreadableFileError as refused:
        return str(refused)


def words(found: Resolution) -> set[str]:
    texts = [found.title, *(p.text for p in found.paragraphs), *(n.text for n in found.footnotes)]
    return set(legal(" ".join(texts)).replace("|", " ").split())
