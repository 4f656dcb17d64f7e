"""A part of the loop that breaks call after call; and that it finds what a careless program does."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from tests.reliability import breaking, operations, shim, teeth
from tests.reliability.breaking import Breaking, Row
from tests.reliability.driver import Driver, quick_folder
from tests.reliability.figures import Scale
from tests.reliability.shim import Call, Fault, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    if why := shim.why_not():
        pytest.skip(why)
    with quick_folder(tmp_path_factory.mktemp("trials")) as folder:
        yield folder


@pytest.fixture(scope="module")
def driver(place: Path) -> Iterator[Driver]:
    with Driver(shim.built(place), place) as started:
        yield started


def test_whatever_call_breaks_nothing_told_is_lost_and_nothing_is_half(tmp_path: Path) -> None:
    found = breaking.run(Scale.SHORT, tmp_path)
    for each in found:
        assert each.holds or each.skipped, each
    if any(each.skipped for each in found):
        pytest.skip(found[0].skipped)
    assert sum(each.trials for each in found) >= 15
    assert sum(each.faults for each in found) >= 10


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("careless-export", Fault(Kind.KILL_TORN, calls=Call.WRITE)),
        ("careless-answer", Fault(Kind.KILL_BEFORE, calls=Call.SYNC)),
        ("careless-words", Fault(Kind.FAIL, error=errno.ENOSPC, calls=Call.WRITE)),
    ],
)
def test_a_careless_program_is_found_out(driver: Driver, place: Path, name: str, fault: Fault) -> None:
    found = Breaking(driver, place).row(name, Row("none", fault), most=2)
    kinds = {each.kind for _, problems in found for each in problems}
    assert kinds == {teeth.FINDS[name]}


def test_calls_are_counted_and_broken_where_they_are_to_be(driver: Driver, place: Path) -> None:
    world = place / "world"
    driver.prepare("settings", world)
    trial = driver.do("settings", world, Fault(Kind.FAIL, at=2, error=errno.EDQUOT, calls=Call.WRITE))
    assert trial.counted.calls >= 2
    assert (trial.counted.fired, trial.counted.call) == (1, "write")
    assert trial.counted.path.startswith(str(world))
    trial = driver.do("settings", world, Fault(Kind.KILL_BEFORE, at=1))
    assert trial.told.was_killed


def test_every_operation_has_its_own_name() -> None:
    assert set(breaking.BRIEFLY) <= set(operations.OPERATIONS)
    assert not set(teeth.CARELESS) & set(operations.OPERATIONS)
