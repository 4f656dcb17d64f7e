"""The window on a disk that is really full, and has room again: the whole way, with nothing stood in for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from annotator.services.saving import trouble

from .conftest import WAIT, close
from .test_unsaved import marked, words_in
from .test_window import label_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

WHY = (
    "a file system in memory cannot be mounted here: a disk that is really full under the window is not tried"
)
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
WORDS = ("Chi hội trưởng", "Nông dân", "Lão nông")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip(WHY)
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Take all the room that is left; gives the file that has it."""
    file = folder / "fill"
    handle = os.open(file, os.O_WRONLY | os.O_CREAT)
    try:
        for piece in (b"0" * 65536, b"0" * 4096, b"0"):
            while os.write(handle, piece) == len(piece):
                pass
    except OSError:
        pass
    finally:
        os.close(handle)
    return file


def test_what_is_labelled_on_a_full_disk_is_saved_when_it_has_room(
    small_disk: Path,
    filled: Path,
    at: Callable[[Path], MainWindow],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trouble.Trouble.__init__, "__defaults__", ((0.2,),))
    library = shutil.copyfile(filled, small_disk / "library.annotator")
    window = at(library)
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    taken = fill(small_disk)
    for number, (words, key) in enumerate(zip(WORDS, KEYS, strict=True), start=1):
        label_words(qtbot, window, words, key)
        qtbot.waitUntil(lambda count=number: window.status_line.state.startswith(f"Not saved: {count}"))
    assert marked(window) == set(WORDS)
    assert "is full" in window.failed_strip.sentence
    taken.unlink()
    qtbot.waitUntil(lambda: window.status_line.state == "Saved", timeout=WAIT)
    qtbot.waitUntil(lambda: not marked(window), timeout=WAIT)
    assert not window.failed_strip.isVisible()
    close(window)
    assert set(WORDS) <= set(words_in(library))
