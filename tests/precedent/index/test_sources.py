"""An archive may lie about everything."""

from __future__ import annotations

import io
import random
import tarfile
import zipfile
from pathlib import Path

import pytest

from precedent.index import sources
from precedent.index.protocol import Failure, Source
from precedent.index.sources import Found, files


def split(path: Path) -> tuple[list[str], dict[str, str]]:
    """Names that were read; names that were not, and why."""
    read, refused = [], {}
    for item in files([path]):
        if isinstance(item, Failure):
            refused[item.path.removeprefix(f"{path}/")] = item.reason
        else:
            read.append(item.name.removeprefix(f"{path}/"))
    return read, refused


def tar(path: Path, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    with tarfile.open(path, "w:xz") as archive:
        for member, data in members:
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def test_links_and_ways_out_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    link = tarfile.TarInfo("link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    hard = tarfile.TarInfo("hard")
    hard.type, hard.linkname = tarfile.LNKTYPE, "good.xml"
    device = tarfile.TarInfo("device")
    device.type = tarfile.CHRTYPE
    members = [
        tarfile.TarInfo(name)
        for name in ("good.xml", "/etc/cron.d/x", "../up.xml", "a/../../b.xml", ".hidden")
    ]
    path = tar(
        tmp_path / "x.tar.xz", *((m, b"<a/>") for m in members), (link, b""), (hard, b""), (device, b"")
    )
    read, refused = split(path)
    assert read == ["good.xml"]
    assert set(refused) == {"/etc/cron.d/x", "../up.xml", "a/../../b.xml", "link", "hard", "device"}
    assert all("refused" in reason for reason in refused.values())


def test_a_zip_with_a_link_and_a_way_out(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("../up.xml", "<a/>")
        archive.writestr("C:\\up.xml", "<a/>")
        archive.writestr("good.xml", "<a/>")
        archive.writestr("__MACOSX/._good.xml", "x")
    read, refused = split(path)
    assert read == ["good.xml"]
    assert len(refused) == 3


@pytest.mark.parametrize("kind", ["zip", "tar.xz"])
def test_a_bomb_is_left_alone_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(sources, "EXPANDED", 3_000_000)
    monkeypatch.setattr(sources, "LARGEST", 2_000_000)
    path = tmp_path / f"x.{kind}"
    zeros = bytes(1_900_000)
    if kind == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for n in range(20):
                archive.writestr(f"{n}.xml", zeros)
    else:
        tar(path, *((tarfile.TarInfo(f"{n}.xml"), zeros) for n in range(20)))
    monkeypatch.setattr(sources, "RATIO", 1)
    read, refused = split(path)
    assert len(read) == 1
    assert "expands to far more" in refused[str(path)]


def test_a_member_that_is_too_large_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 1000)
    path = tar(
        tmp_path / "x.tar.xz",
        (tarfile.TarInfo("big.xml"), bytes(2000)),
        (tarfile.TarInfo("good.xml"), b"<a/>"),
    )
    read, refused = split(path)
    assert (read, list(refused)) == (["good.xml"], ["big.xml"])


def test_a_zip_that_lies_about_a_size_is_read_no_further_than_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("liar.xml", bytes(5000))
    data = path.read_bytes().replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(data)
    monkeypatch.setattr(sources, "LARGEST", 1000)
    found = list(files([path]))
    assert not any(isinstance(item, Found) and len(item.data) > 1000 for item in found)


@pytest.mark.parametrize("kind", ["zip", "tar.xz"])
def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(sources, "MEMBERS", 5)
    path = tmp_path / f"x.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for n in range(10):
                archive.writestr(f"{n}.xml", "<a/>")
    else:
        tar(path, *((tarfile.TarInfo(f"{n}.xml"), b"<a/>") for n in range(10)))
    read, refused = split(path)
    assert len(read) <= 5
    assert "more than 5" in refused[str(path)]


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("kind", ["zip", "tar.xz"])
def test_a_damaged_archive_is_one_failure(tmp_path: Path, kind: str, keep: float) -> None:
    path = tmp_path / f"x.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.xml", "<a/>" * 1000)
    else:
        tar(path, (tarfile.TarInfo("a.xml"), random.Random(1).randbytes(4000)))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    _, refused = split(path)
    assert list(refused) == [str(path)]
    assert "damaged" in refused[str(path)]


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = tar(tmp_path / "inner.tar.xz", (tarfile.TarInfo("a.xml"), b"<a/>"))
    path = tar(tmp_path / "x.tar.xz", (tarfile.TarInfo("inner.tar.xz"), inner.read_bytes()))
    assert "archive inside an archive" in split(path)[1]["inner.tar.xz"]


def test_an_encrypted_zip_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", "<a/>")
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    assert list(split(path)[1]) == [str(path)]


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.xml", "a/1.xml", ".git/config", "a/.x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<a/>")
    assert split(tmp_path)[0] == ["a/1.xml", "b/2.xml"]


def test_a_word_document_is_a_text_and_no_archive(shared: Path, tmp_path: Path) -> None:
    document = next((shared / "corpus" / "docx").glob("*.docx")).read_bytes()
    (tmp_path / "renamed").write_bytes(document)
    assert split(tmp_path / "renamed")[1] == {}
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.docx", document)
    assert split(tmp_path / "x.zip") == (["a.docx"], {})


def test_a_word_document_that_was_cut_off_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "cut.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>" * 9)
        package.writestr("word/document.xml", "<document/>")
    path.write_bytes(path.read_bytes()[:120])
    assert split(path) == ([str(path)], {})


@pytest.mark.parametrize("kind", ["folder", "zip", "tar.xz"])
def test_what_lies_beside_the_texts_is_passed_over_and_counted(tmp_path: Path, kind: str) -> None:
    beside = [
        "README.md",
        "LICENSE",
        "a/readme.fr.md",
        "a/licence.txt",
        "a/convert.py",
        "a/map.PNG",
        "~$x.docx",
    ]
    texts = ["a/readme-of-lamps.xml", "a/License to light.pdf", "a/1.xml", "a/security.xml", "notice.txt"]
    folder = tmp_path / "tree"
    for name in (*beside, *texts, ".git/README.md", ".git/HEAD"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"<a/>")
    source = folder
    if kind != "folder":
        source = tmp_path / f"x.{kind}"
        with zipfile.ZipFile(source, "w") if kind == "zip" else tarfile.open(source, "w:xz") as archive:
            for path in sorted(folder.rglob("*")):
                name = str(path.relative_to(folder))
                archive.write(path, name) if isinstance(archive, zipfile.ZipFile) else archive.add(
                    path, name, recursive=False
                )
    passed_over = list[str]()
    found = list(files([source], passed_over))
    assert sorted(item.name for item in found if isinstance(item, Found)) == sorted(
        f"{source}/{n}" for n in texts
    )
    assert len(found) == len(texts)
    assert sorted(passed_over) == sorted(f"{source}/{name}" for name in beside)


def test_what_is_named_itself_is_always_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_bytes(b"<a/>")
    assert list(files([path])) == [Found(str(path), b"<a/>", 4)]


def test_a_source_is_known_by_its_name_and_a_failure_goes_through(tmp_path: Path) -> None:
    (tmp_path / "kept.xml").write_bytes(b"<a/>")
    before = Failure("A/81/2", "not issued")
    given: list[Source | Failure] = [
        before,
        Source(tmp_path / "kept.xml", "A/81/1"),
        Source(tmp_path / "gone.xml", "A/81/3"),
    ]
    first, second, third = files(given)
    assert (first, second) == (before, Found("A/81/1", b"<a/>", 4))
    assert isinstance(third, Failure)
    assert third.path == "A/81/3"


def test_a_hidden_bomb_counts_though_it_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "EXPANDED", 1_000_000)
    monkeypatch.setattr(sources, "RATIO", 1)
    members = ((tarfile.TarInfo(name), bytes(800_000)) for name in ("README.md", ".hidden", "LICENSE"))
    path = tar(tmp_path / "x.tar.xz", *members, (tarfile.TarInfo("good.xml"), b"<a/>"))
    read, refused = split(path)
    assert read == []
    assert "expands to far more" in refused[str(path)]
