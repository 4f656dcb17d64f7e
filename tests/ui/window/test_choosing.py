"""Dialogs for files open wide enough, where the person is to begin, and give what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QTreeView, QWidget

from annotator.ui import choosing

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def test_the_list_of_files_needs_no_sideways_scrolling(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text("a", encoding="utf-8")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = choosing.dialog_for(parent, "Open", str(tmp_path / "bai.txt"), kinds=["Texts (*.txt)"])
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.layout().activate()
    (view,) = dialog.findChildren(QTreeView)
    assert dialog.directory().path() == str(tmp_path)
    assert dialog.width() > 640
    assert view.horizontalScrollBar().maximum() == 0


def test_what_was_chosen_is_given(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: 1)
    target = str(tmp_path / "new.jsonl")
    assert choosing.file_to_save(parent, "Export to", target) == target
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: 0)
    assert choosing.file_to_save(parent, "Export to", target) == ""
    assert choosing.files_to_open(parent, "Open", []) == []


def test_a_dialog_begins_among_the_documents_then_in_the_folder_of_what_was_chosen_last(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    documents, articles = tmp_path / "Documents", tmp_path / "bai viet"
    documents.mkdir()
    articles.mkdir()
    monkeypatch.setattr(choosing, "config_folder", lambda: tmp_path)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(documents))
    assert choosing.dialog_for(parent, "Open").directory().path() == str(documents)
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: 1)
    assert choosing.file_to_save(parent, "Save", str(articles / "x.csv"))
    dialog = choosing.dialog_for(parent, "Save", "figures.csv", accept=QFileDialog.AcceptMode.AcceptSave)
    assert dialog.directory().path() == str(articles)
    assert [name.rpartition("/")[2] for name in dialog.selectedFiles()] == ["figures.csv"]
    articles.rmdir()
    assert choosing.dialog_for(parent, "Open").directory().path() == str(documents)
    documents.rmdir()
    assert choosing.dialog_for(parent, "Open").directory() == QDir.home()


def test_a_dialog_for_folders_says_what_it_shows(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = choosing.dialog_for(parent, "Open a folder", mode=QFileDialog.FileMode.Directory)
    assert any(dialog.nameFilters())
