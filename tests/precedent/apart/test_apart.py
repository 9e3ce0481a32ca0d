"""Work done apart takes so long and so much memory, costs nothing but itself, and leaves no process behind."""

from __future__ import annotations

import fractions
import operator
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from precedent import apart
from precedent.apart import EndedError, LateError, Processes, limits, processes
from tests.apart_seen import alive, gone, working

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals")


class Unwanted(Exception):  # noqa: N818 - not an error
    """Nobody wants the work any more."""


def unwanted() -> None:
    raise Unwanted


@pytest.fixture
def one() -> Iterator[Processes]:
    opened = Processes(1, longest=2.0, memory=200_000_000)
    yield opened
    opened.close()


def test_what_a_function_returns_and_raises() -> None:
    assert apart.run(operator.add, [1], [2]) == [1, 2]
    with pytest.raises(ZeroDivisionError):
        apart.run(fractions.Fraction, 1, 0)


def test_one_process_serves_one_after_the_other(one: Processes) -> None:
    first = one.run(os.getpid, ())
    with pytest.raises(ValueError, match="invalid literal"):
        one.run(int, ("lamp",))
    assert one.run(os.getpid, ()) == first != os.getpid()


def test_what_takes_too_long_is_ended(one: Processes) -> None:
    began = time.monotonic()
    with pytest.raises(LateError, match="not read within 2 seconds"):
        one.run(time.sleep, (60,))
    assert time.monotonic() - began < 10
    assert one.run(abs, (-1,)) == 1


@pytest.mark.parametrize("size", [300_000_000, 40_000_000_000])
def test_what_takes_too_much_memory_is_ended(one: Processes, size: int) -> None:
    """Held bit by bit, which a look at the process tells, or asked for at once, which the system refuses."""
    with pytest.raises(EndedError, match=r"needs more memory .* \(0.2 GB\)") as ended:
        one.run(operator.mul, (b"x", size))
    assert ended.value.certain


def test_what_ends_its_process_is_told(one: Processes) -> None:
    with pytest.raises(EndedError, match=r"\(signal 6\)") as ended:
        one.run(os.abort, ())
    assert not ended.value.certain
    assert one.run(abs, (-1,)) == 1


def test_what_cannot_be_sent_back_is_told(one: Processes) -> None:
    with pytest.raises(RuntimeError, match="pickle"):
        one.run(threading.Lock, ())
    assert one.run(abs, (-1,)) == 1


def test_whoever_does_not_want_it_any_more_ends_it(one: Processes) -> None:
    child, began = one.run(os.getpid, ()), time.monotonic()
    with pytest.raises(Unwanted):
        one.run(time.sleep, (60,), unwanted)
    assert time.monotonic() - began < 1.5
    assert gone([child], 5)


def test_whoever_waits_deep_below_is_heard() -> None:
    with apart.heard(unwanted), pytest.raises(Unwanted):
        apart.run(time.sleep, 60)
    assert apart.run(abs, -1) == 1


def test_a_process_that_nobody_asks_ends_and_another_takes_its_place(
    one: Processes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "from precedent.apart import limits\nlimits.IDLE = 0.3\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    first = one.run(os.getpid, ())
    assert gone([first], 10)
    assert one.run(os.getpid, ()) != first


def test_within_such_a_process_work_is_done_at_once(one: Processes) -> None:
    here = one.run(os.getpid, ())
    assert one.run(apart.run, (os.getpid,)) == here


def test_where_none_can_be_started_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert Processes(1).run(os.getpid, ()) == os.getpid()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert Processes(1).run(os.getpid, ()) == os.getpid()


def test_closing_ends_what_goes_on() -> None:
    opened = Processes(2)
    futures = [opened.submit(time.sleep, 60) for _ in range(2)]
    began = time.monotonic()
    opened.close()
    assert time.monotonic() - began < 10
    assert all(isinstance(future.exception(), EndedError) for future in futures)


WAITS = """
import time
from precedent import apart
print("ready", flush=True)
apart.run(time.sleep, 600)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_behind_however_the_program_ends(number: signal.Signals, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITS],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"TMPDIR": str(tmp_path)},
    ) as program:
        assert program.stdout is not None
        program.stdout.readline()
        until = time.monotonic() + 20
        while not (children := working(program.pid)) and time.monotonic() < until:
            time.sleep(0.02)
        assert children
        time.sleep(0.5)  # until it is at work
        assert all(map(alive, children))
        program.send_signal(number)
        program.wait(20)
        assert gone(children, 5)
    assert list(tmp_path.iterdir()) == []


def test_the_limits_are_those_that_messages_name() -> None:
    assert (limits.LONGEST, limits.MEMORY) == (60, 1_000_000_000)
    assert processes.Processes(99).count == 16
