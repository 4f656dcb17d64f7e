"""What is looked at after a way back was broken can fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reliability import ways_back
from tests.reliability.worlds import Told, World

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A damaged library with what was kept of it."""
    made = World(tmp_path)
    made.library.parent.mkdir()
    made.inputs.mkdir()
    for file in (made.library, made.inputs / "damaged"):
        file.write_bytes(b"damaged")
    return made


def _kinds(world: World, told: Told) -> list[str]:
    return [each.kind for each in ways_back._look_at_place(world, told)]


def test_a_damaged_library_that_is_left_alone_is_no_fault(world: World) -> None:
    assert _kinds(world, Told(status=1)) == []


def test_told_as_put_back_without_being_so_is_found(world: World) -> None:
    assert _kinds(world, Told(status=0)) == ["lost"]


def test_a_damaged_file_that_is_gone_is_found(world: World) -> None:
    world.library.write_bytes(b"another")
    assert [each.words for each in ways_back._is_one_of_both(world)] == ["the damaged file is gone"]
    world.library.with_name("library.annotator.damaged-now").write_bytes(b"damaged")
    assert list(ways_back._is_one_of_both(world)) == []


def test_a_name_without_a_library_is_found(world: World) -> None:
    world.library.unlink()
    assert [each.words for each in ways_back._is_one_of_both(world)] == ["there is no library any more"]
