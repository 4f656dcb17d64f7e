from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.files import make_folder, passing_folder, sweep, true_path, write_atomically


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


_HOLD_FOR_EVER = """
import sys, time
from pathlib import Path
from annotator.files import passing_folder
with passing_folder(Path(sys.argv[1])) as folder:
    (folder / "staging").write_text("the words of an article")
    print(folder, flush=True)
    time.sleep(600)
"""


def _hold(root: Path) -> tuple[subprocess.Popen[str], Path]:
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLD_FOR_EVER, str(root)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    return child, Path(child.stdout.readline().strip())


def _kill(child: subprocess.Popen[str]) -> None:
    child.kill()
    child.communicate()


def test_a_passing_folder_goes_and_takes_those_of_killed_programs_with_it(tmp_path: Path) -> None:
    root = tmp_path / "root"
    killed, left = _hold(root)
    _kill(killed)
    working, used = _hold(root)  # sweeps what the first one left
    assert not left.exists()
    try:
        with passing_folder(root) as folder:
            (folder / "staging").write_text("x")
            assert sorted(root.iterdir()) == sorted([folder, used])
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert (used / "staging").exists()
    finally:
        _kill(working)
    sweep(root)
    assert list(root.iterdir()) == []


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


def test_what_killed_programs_left_of_a_file_goes_after_a_day(tmp_path: Path) -> None:
    path, old, young = (tmp_path / name for name in ("a[1].json", ".a[1].json.x.part", ".a[1].json.y.part"))
    other = tmp_path / ".b.json.x.part"
    for file in (old, young, other):
        file.write_bytes(b"half")
    for file in (old, other):
        os.utime(file, (0, 0))
    write_atomically(path, b"new")
    assert set(tmp_path.iterdir()) == {path, young, other}


def test_why_a_file_was_not_written_is_not_hidden_by_what_could_not_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def keep(*_words: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", refuse)
    monkeypatch.setattr(Path, "unlink", keep)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write_atomically(tmp_path / "a.json", b"new")


def test_the_names_of_new_folders_last_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr("annotator.files.sync_folder", synced.append)
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]


def test_a_link_that_leads_round_in_a_circle_is_a_path_like_others(tmp_path):
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert true_path(loop).parent == tmp_path
    assert true_path(tmp_path / "x" / ".." / "y") == tmp_path / "y"
