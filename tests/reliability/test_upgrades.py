"""Older libraries are raised whole or not at all; newer ones are refused untouched by every command."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import pytest

from annotator.cli import COMMANDS
from annotator.storage.file import header
from annotator.storage.migrations import NEWEST
from tests.reliability import guarding, upgrades
from tests.reliability.figures import Scale
from tests.reliability.worlds import World

if TYPE_CHECKING:
    from pathlib import Path


def test_libraries_of_other_versions_are_raised_whole_or_left_alone(tmp_path: Path) -> None:
    found = upgrades.run(Scale.SHORT, tmp_path)
    for each in found:
        assert each.holds or each.skipped, each
    if found[0].skipped:
        pytest.skip(found[0].skipped)


def test_every_command_is_tried_on_a_newer_library() -> None:
    assert {*upgrades.WORDS, *upgrades.WITHOUT_LIBRARY} == set(COMMANDS)


def test_a_program_that_does_not_look_at_the_version_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(header, "look", lambda path, _newest: header_of(path))
    monkeypatch.setattr("annotator.storage.file.opening.look", lambda path, _newest: header_of(path))
    assert not upgrades.newer(tmp_path / "newer").holds


def header_of(path: Path) -> header.Header | None:
    """As if every library were of this version."""
    return header.Header(NEWEST, in_wal=False, hot=False, foreign_log=False) if path.exists() else None


def test_half_an_upgrade_would_be_seen(tmp_path: Path) -> None:
    world = World(tmp_path)
    guarding.old_library(world.library, 1)
    assert not list(guarding.is_old_or_new(world, 1))
    with contextlib.closing(sqlite3.connect(world.library)) as library:
        library.execute("CREATE TABLE half (done INTEGER)")
    assert [each.kind for each in guarding.is_old_or_new(world, 1)] == ["damaged"]
