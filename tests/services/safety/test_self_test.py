"""The self-test finds nothing lost where nothing is, and would find what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator import paths
from annotator.errors import Cancelled, EnvironmentProblem
from annotator.services.library import open_library
from annotator.services.safety.self_test import Order, Round, Script, SelfTest

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def tell_before_it_is_saved(pipe: Connection, order: Order) -> None:
    """A writer as a bad program would be: it says "saved" and keeps the change to itself."""
    script = order.script()
    with open_library(order.path, create=False):
        while True:
            script.next_change()
            pipe.send(None)


def end_at_once(pipe: Connection, order: Order) -> None:
    """A writer that falls over."""


def test_kills_lose_nothing_and_leave_nothing_behind() -> None:
    told: list[Round] = []
    found = SelfTest(kills=2, saves=10, seed=7).run(told.append)
    assert found.holds
    assert found.rounds == tuple(told)
    assert [each.number for each in told] == [1, 2]
    assert found.saved >= 2
    assert not any((paths.cache_folder() / "self-test").iterdir())
    assert not paths.backup_folder().exists()
    assert not paths.data_folder().exists()


def test_what_is_said_to_be_saved_and_is_not_is_found() -> None:
    found = SelfTest(kills=1, saves=5, write=tell_before_it_is_saved).run(lambda _: None)
    assert found.lost == found.saved > 0
    assert not found.holds


def test_it_can_be_stopped_and_a_writer_that_falls_over_is_said() -> None:
    with pytest.raises(Cancelled):
        SelfTest(kills=1).run(lambda _: None, lambda: False)
    with pytest.raises(EnvironmentProblem, match="Your library was not touched"):
        SelfTest(kills=1, write=end_at_once).run(lambda _: None)


def test_a_script_goes_on_where_it_was() -> None:
    whole, parts = Script(3, ("a", "b")).after(200), Script(3, ("a", "b")).after(120).after(80)
    assert whole.spans == parts.spans
    assert len(whole.spans) > 50
