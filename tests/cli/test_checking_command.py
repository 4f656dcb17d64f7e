"""`annotator check`: what it says, what it puts right, and what it saves of a damaged library."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from annotator.paths import default_library


def _plant(statement: str) -> None:
    connection = sqlite3.connect(default_library())
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_what_can_be_put_right_is_said_and_then_is(annotator: Any, labelled: str) -> None:
    annotator("backup")
    _plant("UPDATE document SET text = '#' || substr(text, 2)")
    found = annotator("check")
    assert found.status == 1
    assert "is not the one that was imported" in found.err
    assert "taken from the backup of" in found.err
    assert "Nothing was changed" in found.err
    repaired = annotator("check", "--repair")
    assert repaired.status == 0
    assert "put right" in repaired.err
    assert annotator("check").status == 0


def test_what_is_left_after_a_repair_is_not_called_unchanged(annotator: Any, labelled: str) -> None:
    _plant("UPDATE document SET text = '#' || substr(text, 2)")
    _plant("UPDATE label_count SET spans = 7")
    repaired = annotator("check", "--repair")
    assert repaired.status == 1
    assert "not sound yet" in repaired.err
    assert "Nothing was changed" not in repaired.err


def test_what_can_be_read_of_a_damaged_library_is_a_new_one(
    annotator: Any, labelled: str, tmp_path: Path
) -> None:
    library = Path(default_library())
    content = bytearray(library.read_bytes())
    page = len(content) // 4096 - 2
    content[page * 4096 : (page + 1) * 4096] = bytes(4096)
    library.write_bytes(content)
    new = tmp_path / "new.annotator"
    answer = annotator("check", "--rescue", str(new), "--json")
    assert answer.json["documents"] >= 1
    names = {"path", "documents", "spans", "unread", "changed", "left_out", "altered", "problems"}
    assert set(answer.json) == names
    assert annotator("--library", str(new), "check").status == 0
    assert library.read_bytes() == content
    again = annotator("check", "--rescue", str(new))
    assert again.status == 1
    assert "there already" in again.err


def test_repair_and_rescue_are_not_asked_for_together(annotator: Any) -> None:
    assert annotator("check", "--repair", "--rescue", "x").status == 2


@pytest.mark.parametrize("where", ["", "nowhere.annotator"])
def test_nothing_is_rescued_of_nothing(annotator: Any, tmp_path: Path, where: str) -> None:
    new = tmp_path / "new"
    answer = annotator("--library", str(tmp_path / where), "check", "--rescue", str(new))
    assert answer.status == 1
    assert not new.exists()


def test_where_nobody_is_at_the_desk_only_a_repair_writes(annotator: Any, labelled: str) -> None:
    _plant("UPDATE setting SET value = 'x' WHERE name = 'self'")
    refused = annotator("undo")
    assert refused.status == 1
    assert "who is at the desk" in refused.err
    assert "nobody whom the library knows" in annotator("check").err
    assert annotator("check", "--repair").status == 0
    assert annotator("undo").status == 0
