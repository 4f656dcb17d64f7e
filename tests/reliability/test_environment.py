"""The machine around the program misbehaves: nothing that was saved is lost, and a sentence is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reliability.bench import Bench, Trial
from tests.reliability.environment import TRIALS, tried, tried_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.reliability.worlds import Problem, World

_SHORT = [each for each in TRIALS if each.is_short and not each.is_apart]
_APART = [each for each in TRIALS if each.is_short and each.is_apart]


@pytest.mark.parametrize("trial", _SHORT, ids=[each.name for each in _SHORT])
def test_nothing_is_lost_and_a_sentence_is_said(trial: Trial, tmp_path: Path):
    if why_not := trial.needs():
        pytest.skip(why_not)
    assert tried(trial, tmp_path / "world") == []


def test_nor_where_the_process_itself_is_another(tmp_path: Path):
    trials = [each for each in _APART if not each.needs()]
    if not trials:
        pytest.skip(_APART[0].needs())
    assert tried_apart(trials, tmp_path / "apart") == {each.name: [] for each in trials}


def _forgets(bench: Bench) -> None:
    bench.saved.add("01890000-0000-7000-8000-000000000001")


def _is_refused_and_kept(bench: Bench) -> None:
    bench.saved.pop()


def _is_altered(bench: Bench) -> None:
    bench.close()
    content = bench.path.read_bytes()
    bench.path.write_bytes(content.replace("Nguyễn Văn A".encode(), "Nguyễn Văn B".encode(), 1))


def _loses_a_page(bench: Bench) -> None:
    bench.close()
    bench.path.write_bytes(bench.path.read_bytes()[:-4096])


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (_forgets, "lost"),
        (_is_refused_and_kept, "damaged"),
        (_is_altered, "damaged"),
        (_loses_a_page, "damaged"),
    ],
)
def test_what_went_wrong_is_found(fault: Callable[[Bench], None], kind: str, tmp_path: Path):
    def wrong(world: World) -> Iterator[Problem]:
        bench = Bench(world)
        bench.label()
        fault(bench)
        yield from bench.look()

    problems = tried(Trial("wrong", "", wrong), tmp_path / "world")
    assert {problem.kind for problem in problems} == {kind}, problems


def test_an_error_that_is_no_sentence_is_a_crash(tmp_path: Path):
    def wrong(world: World) -> Iterator[Problem]:
        yield from ()
        raise KeyError(world)

    found = tried(Trial("wrong", "", wrong), tmp_path / "here")
    assert [problem.kind for problem in found] == ["crash"]
