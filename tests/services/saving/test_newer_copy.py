"""Where the copy lies that a file was left for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.services.saving import newer_copy
from annotator.services.saving.kept_files import Place

if TYPE_CHECKING:
    from pathlib import Path

HERE = Place("/a/lib", 7)


def test_it_is_known_for_the_file_that_was_left_and_for_no_other(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    newer_copy.remember("x", HERE, str(copy), 3)
    (known,) = newer_copy.known("x", HERE)
    assert (known.path, known.changes, known.is_there) == (str(copy), 3, False)
    copy.write_bytes(b"")
    assert known.is_there
    assert newer_copy.known("x", Place("/a/lib", 9)) == [known], "a backup took its place"
    assert newer_copy.known("x", Place("/moved", 7)) == [known]
    assert newer_copy.known("x", Place("/b", 8)) == []
    assert newer_copy.known("x", Place(str(copy), 7)) == [], "the copy itself"
    assert newer_copy.known("y", HERE) == []
    newer_copy.forget([known])
    assert newer_copy.known("x", HERE) == []
    assert copy.exists()


@pytest.mark.parametrize("words", [b"5", b'{"copy": 5}', b'{"copy": "a", "time": "x", "changes": 1}', b"["])
def test_what_is_not_understood_is_not_told(words: bytes) -> None:
    file = newer_copy.remember("x", HERE, "/copy", 1)
    first = file.read_bytes().split(b"\n")[0]
    file.write_bytes(first + b"\n" + words + b"\n")
    assert newer_copy.known("x", HERE) == []
