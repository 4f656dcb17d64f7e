from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.files import passing_folder, write_atomically


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    link.symlink_to(target)
    write_atomically(link, b"x")
    assert link.is_symlink()
    assert target.read_bytes() == b"x"


def test_a_passing_folder_goes_and_takes_old_ones_with_it(tmp_path: Path) -> None:
    old, fresh = tmp_path / "old", tmp_path / "fresh"
    old.mkdir()
    fresh.mkdir()
    os.utime(old, (0, 0))
    with passing_folder(tmp_path) as folder:
        (folder / "staging").write_text("x")
        assert sorted(tmp_path.iterdir()) == sorted([folder, fresh])
    assert list(tmp_path.iterdir()) == [fresh]


def test_a_passing_folder_is_found_where_its_root_cannot_be(tmp_path: Path) -> None:
    root = tmp_path / "file"
    root.write_text("x")
    with passing_folder(root) as folder:
        assert folder.is_dir()
    assert not folder.exists()


def test_a_refusal_leaves_the_old_content_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.json"
    write_atomically(path, b"old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
