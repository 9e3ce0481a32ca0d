"""What people type is understood, and what only might be a symbol is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent.fetching import Address, FetchError, wanted
from precedent.symbol import Symbol


@pytest.mark.parametrize(
    ("word", "symbol"),
    [
        ("A/RES/80/118", "A/RES/80/118"),
        (" a/res/80/118 ", "A/RES/80/118"),
        ("A/RES/80/118.", "A/RES/80/118"),
        ("A/RES/80/118*", "A/RES/80/118"),
        ("A_RES_80_118", "A/RES/80/118"),
        ("80/118", "A/RES/80/118"),
        ("resolution 80/118", "A/RES/80/118"),
        ("S-10/2", "A/RES/S-10/2"),
        ("2023/3", "E/RES/2023/3"),
        ("E/RES/2023/3", "E/RES/2023/3"),
        ("S/RES/2250 (2015)", "S/RES/2250 (2015)"),
        ("s/res/2250(2015)", "S/RES/2250 (2015)"),
        ("2250 (2015)", "S/RES/2250 (2015)"),
        ("217 A (III)", "A/RES/217 A (III)"),
        ("A/RES/3379(XXX)", "A/RES/3379 (XXX)"),
        ("A/HRC/RES/54/3", "A/HRC/RES/54/3"),
        ("A/C.2/80/L.17", "A/C.2/80/L.17"),
        ("a/c.2/80/l.17/rev.1", "A/C.2/80/L.17/Rev.1"),
        ("A/80/6 (Sect. 17)", "A/80/6 (Sect. 17)"),
        ("https://docs.un.org/en/A/RES/80/118", "A/RES/80/118"),
        ("https://undocs.org/A/80/L.41", "A/80/L.41"),
        ("undocs.org/fr/A/80/L.41", "A/80/L.41"),
        ("https://undocs.org/S/RES/2250%20(2015)", "S/RES/2250 (2015)"),
        ("HTTPS://UNDOCS.ORG/Home/Mobile?FinalSymbol=A%2FRES%2F77%2F150&Language=E", "A/RES/77/150"),
        ("https://daccess-ods.un.org/access.nsf/Get?Open&DS=A/RES/77/150&Lang=E", "A/RES/77/150"),
        ("https://documents.un.org/api/symbol/access?s=A/C.2/80/L.17&l=en&t=pdf", "A/C.2/80/L.17"),
    ],
)
def test_a_symbol_in_any_of_its_forms(word: str, symbol: str) -> None:
    assert wanted(word) == Symbol.parse(symbol)


@pytest.mark.parametrize(
    "word",
    [
        *("texts", "texts/79.xml", "a/79/x.xml", "a/b", "c/texts", "./80/118", "/80/118", "~/80/118"),
        *("C:\\texts\\80", "5/6", "12/2024.pdf", "st/files", "session-79.tar.xz", "-", "", "nosuch", "a\0b"),
    ],
)
def test_what_may_be_a_path_is_one(word: str) -> None:
    assert wanted(word) == Path(word)


def test_what_is_here_is_not_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "80").mkdir()
    (tmp_path / "80" / "118").write_bytes(b"a file of that name")
    assert wanted("80/118") == Path("80/118")


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("https://ada:secret@texts.example/a/b.zip?key=1#x", "https://texts.example/a/b.zip?…"),
        (
            "https://documents.un.org/doc/undoc/gen/n25/1.pdf",
            "https://documents.un.org/doc/undoc/gen/n25/1.pdf",
        ),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("http://a/\x1b[2J\u202e", "http://a/�[2J�"),
    ],
)
def test_an_address_is_shown_without_what_is_nobody_s_business(word: str, shown: str) -> None:
    address = wanted(word)
    assert isinstance(address, Address)
    assert (address.text, address.shown) == (word, shown)


@pytest.mark.parametrize(
    "word",
    [
        *("file:///etc/passwd", "FILE:///etc/passwd", "ftp://a/b", "mailto:a@b", "data:text/plain,x"),
        *("gopher://a", "http:///x", "http://[::1", "https://undocs.org/hello", "https://"),
    ],
)
def test_other_addresses_are_refused(word: str) -> None:
    with pytest.raises(FetchError):
        wanted(word)


@given(
    st.text() | st.text(alphabet="AaEeSsRrLl./:0123456789()% -_\\?=&@[]").map(lambda text: f"http://{text}")
)
def test_any_word_means_something_or_is_refused(word: str) -> None:
    try:
        meant = wanted(word)
    except FetchError:
        return
    assert isinstance(meant, Path | Symbol | Address)
    if isinstance(meant, Address):
        assert meant.shown.isprintable()
