"""A symbol becomes a file: the form that is read best, once and for all, from a service that has its moods."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from precedent.fetching.fetcher import Fetching
from precedent.fetching.patience import GAP, LONGEST, PAUSES
from precedent.fetching.transfer import Limits, Trouble
from precedent.index import Failure, Postponed, Source
from tests.loopback import ACCESS, PAGE, Exchange, Loopback
from tests.pdf_samples import DRAFT, document
from tests.precedent.fetching.conftest import Clock, Fetch, data, reason
from tests.word_samples import paragraph, word

SYMBOL = "A/C.2/81/L.7"
WORD = word(
    paragraph("The General Assembly,"),
    paragraph("Noting the lamps,"),
    paragraph("1. Decides to keep every lamp alight."),
)
SCAN = document([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0/MediaBox[0 0 612 792]>>"])
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


def test_a_document_is_fetched_once_and_kept_with_where_it_came_from(
    server: Loopback, fetch: Fetch, kept: Path
) -> None:
    server.documents[SYMBOL, "pdf"] = DRAFT
    server.documents[SYMBOL, "doc"] = WORD
    found = fetch(SYMBOL)
    assert found == [Source(kept / "A_C.2_81_L.7.pdf", SYMBOL)]
    assert data(found) == DRAFT
    record = json.loads((kept / ".provenance" / "A_C.2_81_L.7.json").read_text(encoding="utf-8"))
    assert record["symbol"] == SYMBOL
    assert record["address"] == f"{server.address}/doc/A_C.2_81_L.7.pdf"
    assert record["fetched"] == "2026-11-27T12:00:00+00:00"
    assert len(record["sha256"]) == 64
    asked = list(server.log)
    assert fetch(SYMBOL, SYMBOL.lower(), f"https://undocs.org/{SYMBOL}") == found * 3
    assert server.log == asked
    assert not list(kept.rglob("*.part"))


@pytest.mark.parametrize("damage", ["changed", "cut", "gone", "no record", "record of another place"])
def test_what_is_not_as_it_was_fetched_is_fetched_again(
    server: Loopback, fetch: Fetch, kept: Path, damage: str
) -> None:
    server.documents[SYMBOL, "pdf"] = DRAFT
    (source,) = fetch(SYMBOL)
    assert isinstance(source, Source)
    record = kept / ".provenance" / "A_C.2_81_L.7.json"
    if damage == "changed":
        source.path.write_bytes(DRAFT.replace(b"1.4", b"1.5"))
    elif damage == "cut":
        source.path.write_bytes(DRAFT[:100])
    elif damage == "gone":
        source.path.unlink()
    elif damage == "no record":
        record.write_bytes(b"{")
    else:
        told = json.loads(record.read_bytes()) | {"file": "../outside.pdf"}
        record.write_text(json.dumps(told), encoding="utf-8")
        (kept.parent / "outside.pdf").write_bytes(DRAFT)
    asked = len(server.log)
    assert data(fetch(SYMBOL)) == DRAFT
    assert len(server.log) > asked


@pytest.mark.parametrize("pdf", [SCAN, None], ids=["a scan", "none"])
def test_the_word_file_is_taken_where_the_pdf_cannot_be_read(
    server: Loopback, fetch: Fetch, pdf: bytes | None
) -> None:
    if pdf:
        server.documents[SYMBOL, "pdf"] = pdf
    server.documents[SYMBOL, "doc"] = WORD
    found = fetch(SYMBOL)
    assert data(found) == WORD
    assert found[0].path.name.endswith(".docx")  # type: ignore[union-attr]


def test_where_no_form_can_be_read_the_page_is_kept_and_its_reader_says_why(
    server: Loopback, fetch: Fetch
) -> None:
    server.documents[SYMBOL, "pdf"] = SCAN
    server.documents[SYMBOL, "doc"] = OLD_WORD
    assert data(fetch(SYMBOL)) == SCAN
    del server.documents[SYMBOL, "pdf"]
    server.documents["A/81/1", "doc"] = OLD_WORD
    (source,) = fetch("A/81/1")
    assert isinstance(source, Source)
    assert source.path.suffix == ".doc"


def test_what_is_not_issued_is_said_once_the_service_has_shown_that_it_answers(
    server: Loopback, fetch: Fetch, clock: Clock
) -> None:
    assert "no such document in English" in reason(fetch("A/RES/81/9999"))
    assert server.asked(canary=True) == [
        ("A/RES/81/9999", "pdf"),
        ("A/RES/81/9999", "doc"),
        ("A/RES/70/1", "pdf"),
    ]
    assert clock.slept < 4 * GAP * 1.5


def test_a_resolution_in_parts_is_found_as_one_document(server: Loopback, fetch: Fetch) -> None:
    server.documents["A/RES/81/7", "pdf"] = DRAFT
    assert data(fetch("A/RES/81/7 B")) == DRAFT
    assert server.asked() == [("A/RES/81/7B", "pdf"), ("A/RES/81/7", "pdf")]


def test_requests_are_paced(server: Loopback, fetch: Fetch, clock: Clock) -> None:
    for number in range(20):
        server.documents[f"A/81/L.{number}", "pdf"] = DRAFT
    fetch(*(f"A/81/L.{number}" for number in range(20)))
    assert 19 * GAP <= clock.slept <= 19 * GAP * 1.5


def blocked_after(count: int, act: str) -> object:
    """Answer the first questions; then shut the door."""
    left = [count]

    def before(exchange: Exchange) -> bool:
        if not exchange.path.startswith(ACCESS):
            return False
        left[0] -= 1
        if left[0] >= 0:
            return False
        if act == "page":
            exchange.say(200, PAGE)
        elif act == "hangs":
            exchange.hang()
        else:
            exchange.say(int(act), PAGE)
        return True

    return before


@pytest.mark.parametrize("act", ["page", "403", "429", "hangs"])
def test_a_service_that_has_had_enough_is_left_alone_and_the_rest_goes_on_later(
    server: Loopback, fetch: Fetch, clock: Clock, tmp_path: Path, act: str
) -> None:
    words = [f"A/81/L.{number}" for number in range(1, 9)]
    for word_ in words:
        server.documents[word_, "pdf"] = DRAFT
    server.before = blocked_after(3, act)  # type: ignore[assignment]
    local = tmp_path / "here.xml"
    local.write_bytes(b"<a/>")
    limits = Limits(connect=10, silence=0.8 if act == "hangs" else 10, whole=20)
    found = fetch(*words, str(local), limits=limits)
    assert [type(item) for item in found] == [Source] * 3 + [Failure] + [Postponed] * 4 + [Source]
    told = found[3]
    assert isinstance(told, Failure)
    assert "3 fetched before and kept" in told.reason
    assert "the same again, later, goes on" in told.reason
    assert clock.slept > sum(PAUSES[Trouble.BLOCKED])
    assert not any(pair == ("A/81/L.5", "pdf") for pair in server.asked())
    server.before = lambda _: False
    asked = len(server.log)
    assert [type(item) for item in fetch(*words)] == [Source] * 8
    assert len(server.log) == asked + 2 * 5


def test_a_block_that_passes_costs_only_time(server: Loopback, fetch: Fetch, clock: Clock) -> None:
    server.documents[SYMBOL, "pdf"] = DRAFT
    answers = iter([429, 200])

    def before(exchange: Exchange) -> bool:
        if next(answers, 200) == 200:
            return False
        exchange.say(429, PAGE, Retry_After="90")
        return True

    server.before = before
    said = list[str]()
    assert data(fetch(SYMBOL, told=lambda state: said.append(str(state)))) == DRAFT
    assert 90 <= clock.slept <= 150
    assert any("waiting 90 s" in line or "waiting 9" in line for line in said)
    assert any("status 429" in line for line in said)


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        ("Fri, 27 Nov 2026 12:05:00 GMT", 300, 460),
        ("-5", 20, 40),
        ("soon", 20, 40),
        ("1e9", 20, 40),
        ("", 20, 40),
        ("Fri, 99 Foo 2026", 20, 40),
    ],
)
def test_a_wish_to_be_left_alone_is_read_as_far_as_it_can_be_meant(
    server: Loopback, fetch: Fetch, clock: Clock, header: str, least: float, most: float
) -> None:
    server.documents[SYMBOL, "pdf"] = DRAFT
    server.before = lambda exchange: len(server.log) == 1 and exchange.say(503, PAGE, Retry_After=header)
    assert data(fetch(SYMBOL)) == DRAFT
    if header.startswith("Fri, 27"):
        assert least <= clock.slept <= most
    else:
        assert clock.slept <= most


def test_who_asks_for_hours_is_not_waited_for(server: Loopback, fetch: Fetch, clock: Clock) -> None:
    def before(exchange: Exchange) -> bool:
        exchange.say(429, Retry_After=str(int(LONGEST) + 3000))
        return True

    server.before = before
    assert "3,600 seconds" in reason(fetch(SYMBOL))
    assert clock.slept == 0


def test_errors_that_pass_are_waited_out(server: Loopback, fetch: Fetch) -> None:
    server.documents[SYMBOL, "pdf"] = DRAFT
    server.before = lambda exchange: len(server.log) <= 3 and exchange.say(500 + len(server.log), PAGE)
    assert data(fetch(SYMBOL)) == DRAFT


def test_one_document_that_always_fails_does_not_stop_the_others(server: Loopback, fetch: Fetch) -> None:
    server.documents["A/81/1", "pdf"] = server.documents["A/81/3", "pdf"] = DRAFT
    server.before = lambda exchange: "A/81/2" in exchange.path and exchange.say(500)
    found = fetch("A/81/1", "A/81/2", "A/81/3")
    assert [type(item) for item in found] == [Source, Failure, Source]
    assert "status 500" in found[1].reason  # type: ignore[union-attr]


def test_three_in_a_row_stop(server: Loopback, fetch: Fetch) -> None:
    server.before = lambda exchange: exchange.say(500)
    found = fetch(*(f"A/81/{number}" for number in range(1, 7)))
    assert [type(item) for item in found] == [Failure] * 3 + [Postponed] * 3


def test_a_document_that_is_cut_off_is_asked_for_again(server: Loopback, fetch: Fetch, kept: Path) -> None:
    server.documents[SYMBOL, "pdf"] = DRAFT

    def before(exchange: Exchange) -> bool:
        if not exchange.path.startswith("/doc/") or sum(p.startswith("/doc/") for p in server.log) > 2:
            return False
        if sum(p.startswith("/doc/") for p in server.log) == 1:
            exchange.say(200, DRAFT[:500], Content_Length=str(len(DRAFT)))
        else:  # without a word on its length: only its end tells that it is missing
            exchange.say(200, DRAFT[:500])
        exchange.close_connection = True
        return True

    server.before = before
    assert data(fetch(SYMBOL)) == DRAFT
    assert not list(kept.rglob("*.part"))


def test_what_ends_the_work_keeps_what_was_fetched(server: Loopback, fetch: Fetch, kept: Path) -> None:
    server.documents["A/81/1", "pdf"] = DRAFT
    server.before = lambda exchange: "A/81/2" in exchange.path and exchange.hang()

    class StopError(Exception):
        pass

    def told(state: Fetching) -> None:
        if state.name == "A/81/2" and not state.waiting:
            raise StopError

    with pytest.raises(StopError):
        fetch("A/81/1", "A/81/2", told=told)
    assert (kept / "A_81_1.pdf").read_bytes() == DRAFT
    assert not list(kept.rglob("*.part"))


def test_a_machine_without_a_connection_is_told_so(kept: Path, clock: Clock) -> None:
    from precedent.fetching import fetched

    nowhere = "http://127.0.0.1:9/access"
    with fetched(["A/81/1", "A/81/2"], kept, service=nowhere, timing=clock.timing) as items:
        found = list(items)
    assert [type(item) for item in found] == [Failure, Postponed]
    assert "cannot be reached: is this machine connected?" in found[0].reason  # type: ignore[union-attr]
    assert clock.slept < 20


def test_a_folder_that_takes_nothing_is_told(server: Loopback, fetch: Fetch, kept: Path) -> None:
    server.documents[SYMBOL, "pdf"] = DRAFT
    kept.write_bytes(b"a file in its place")
    assert "cannot be kept in" in reason(fetch(SYMBOL))
