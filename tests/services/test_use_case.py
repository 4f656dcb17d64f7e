"""Use-cases are loaded when they are asked for, are one each, and learn where a window's writes go."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from annotator.services.library import Library, open_library
from annotator.services.use_case import UseCase

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.outcome import Outcome

NAMES = sorted(name for name, value in vars(Library).items() if isinstance(value, UseCase))


def test_every_use_case_can_be_loaded(tmp_path: Path) -> None:
    with open_library(str(tmp_path / "a.annotator")) as library:
        made = {name: getattr(library, name) for name in NAMES}
        assert {name: getattr(library, name) for name in NAMES} == made
        assert len({id(each) for each in made.values()}) == len(NAMES) > 30


def test_two_threads_that_ask_at_once_get_the_same(tmp_path: Path) -> None:
    with open_library(str(tmp_path / "a.annotator")) as library:
        found: list[object] = []
        threads = [threading.Thread(target=lambda: found.append(library.review)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len({id(each) for each in found}) == 1
        assert len(found) == 8


def test_long_acts_learn_of_the_window_whether_loaded_before_or_after(tmp_path: Path) -> None:
    writes: list[str] = []

    def in_writer(work):  # type: ignore[no-untyped-def]
        writes.append("here")
        outcome: Outcome[object] = work()
        return outcome

    with open_library(str(tmp_path / "a.annotator")) as library:
        before = library.propagating
        library.serve_window(in_writer)
        after = library.review
        for use_case in (before, after):
            use_case._in_writer(lambda: None)
    assert writes == ["here", "here"]


def test_opening_a_library_loads_no_use_case() -> None:
    asked = (
        "import sys, annotator.services.library; print([m for m in sys.modules if 'services.review' in m])"
    )
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
