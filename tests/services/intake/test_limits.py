"""What a small file may ask for: neither memory without an end nor time, wherever it is read."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import dataclass

import pytest

from annotator.errors import FormatError
from annotator.services.intake.child import Child
from annotator.services.intake.limits import limited

NOT_LIMITED = (
    "memory of a process cannot be limited on this system: that a greedy file is stopped is not tried"
)
NO_SIGNALS = "no signals on this system: that an endless file is stopped by its own process is not tried"


@dataclass(frozen=True)
class Order:
    name: str
    memory: int = 0


def greedy(order, progress):
    """What a bomb does: ask for more and more."""
    held = []
    with limited(order.name, progress, memory=order.memory):
        while True:
            held.append(bytearray(10_000_000))


def endless(order, progress):
    with limited(order.name, progress, seconds=0.1):
        while True:
            pass


def deaf(order, progress):
    """Stuck where no signal is heard."""
    progress(1, 2)
    time.sleep(60)


def alive(order, progress):
    return "alive"


def quiet(done, total):
    pass


@pytest.mark.skipif(sys.platform != "linux", reason=NOT_LIMITED)
def test_a_file_that_asks_for_all_memory_is_refused_and_its_reader_reads_on():
    with Child() as child:
        with pytest.raises(FormatError) as caught:
            child.do(greedy, Order("a.docx", 1_000_000_000), quiet)
        first = child._process
        assert child.do(alive, Order("b"), quiet) == "alive"
        assert child._process is first
    assert str(caught.value).startswith(
        "a.docx: needs more memory to be read than the 1 GB that one file may"
    )


@pytest.mark.skipif(sys.platform != "linux", reason=NOT_LIMITED)
def test_the_limit_is_that_of_one_file_and_not_of_what_follows():
    words = (
        "import resource\n"
        "from annotator.services.intake.limits import limited\n"
        "before = resource.getrlimit(resource.RLIMIT_DATA)\n"
        "with limited('a', print, memory=900_000_000):\n"
        "    inside = resource.getrlimit(resource.RLIMIT_DATA)\n"
        "print(inside[0], before == resource.getrlimit(resource.RLIMIT_DATA))\n"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout == "900000000 True\n"


@pytest.mark.skipif(sys.platform == "win32", reason=NO_SIGNALS)
def test_a_file_without_an_end_is_refused():
    with Child() as child, pytest.raises(FormatError) as caught:
        child.do(endless, Order("a.html"), quiet)
    assert str(caught.value).startswith(
        "a.html: reading it was stopped, because for 0 seconds it got no further"
    )


@pytest.mark.skipif(sys.platform == "win32", reason=NO_SIGNALS)
def test_whoever_tells_of_progress_may_go_on():
    told = []
    with limited("a", lambda *sign: told.append(sign), seconds=0.1) as signs:
        for number in range(6):
            end = time.process_time() + 0.04
            while time.process_time() < end:
                pass
            if number % 2:
                signs.alive()
            else:
                signs.progress(number, 6)
    assert told == [(0, 6), (2, 6), (4, 6)]


def test_in_another_thread_nothing_is_armed():
    found = []

    def work():
        with limited("a", quiet, seconds=0.001) as signs:
            end = time.process_time() + 0.02
            while time.process_time() < end:
                signs.alive()
            found.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [True]


def test_a_reader_that_hears_nothing_is_ended_from_outside():
    with Child() as child:
        child.do(alive, Order("b"), quiet)  # starting takes a while of its own
        child._patience = 0.3
        with pytest.raises(FormatError) as caught:
            child.do(deaf, Order("a.pdf"), quiet)
        child._patience = 60
        assert child.do(alive, Order("b"), quiet) == "alive"
    assert str(caught.value).startswith("a.pdf: reading it was stopped")
