"""Modules of pages are there before the page is asked for, and come in small pieces."""

from __future__ import annotations

import subprocess
import sys

_COUNT = """
import importlib, sys
import annotator.ui.main_window
from annotator.ui.ahead import PIECES
def ours():
    return {name for name in sys.modules if name.startswith("annotator.")}
most = 0
for piece in PIECES:
    before = ours()
    importlib.import_module(f"annotator.ui.{piece}")
    most = max(most, len(ours() - before))
print(most)
"""
_LARGE = 14


def test_no_piece_brings_many_modules() -> None:
    counted = subprocess.run([sys.executable, "-c", _COUNT], capture_output=True, text=True, check=True)
    assert 0 < int(counted.stdout) <= _LARGE


def test_pieces_come_one_by_one(qtbot, monkeypatch) -> None:
    from PySide6.QtCore import QObject

    from annotator.ui import ahead

    loaded: list[str] = []
    monkeypatch.setattr(ahead, "_FIRST", 0)
    monkeypatch.setattr(ahead, "_PAUSE", 0)
    monkeypatch.setattr(ahead.sys, "modules", {})
    monkeypatch.setattr(ahead.importlib, "import_module", loaded.append)
    owner = QObject()
    ahead.Ahead(owner).begin()
    assert loaded == []
    qtbot.waitUntil(lambda: len(loaded) == len(ahead.PIECES))
    assert loaded == [f"annotator.ui.{piece}" for piece in ahead.PIECES]
