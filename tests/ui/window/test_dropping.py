"""Files and folders dropped onto whatever the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles in a folder and in one below it."""
    below = tmp_path / "bài" / "cũ"
    below.mkdir(parents=True)
    (below / "một.txt").write_text("Một\n\nTỉnh ủy Cửu Hà họp.", encoding="utf-8")
    (below.parent / "hai.txt").write_text("Hai\n\nSở Nội vụ họp.", encoding="utf-8")
    return below.parent


def of(paths: Sequence[Path]) -> QMimeData:
    """What a file manager drags."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget: QWidget, data: QMimeData) -> bool:
    """Drag over a widget and let go, as Qt does: the nearest widget that takes drops gets it."""
    target: QWidget | None = widget
    while target is not None and not target.acceptDrops():
        target = target.parentWidget()
    assert target is not None
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(5, 5)
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        event = QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
        QApplication.sendEvent(target, event)
    return enter.isAccepted()


@pytest.mark.parametrize("where", ["article", "list", "spans", "search"])
def test_a_folder_dropped_anywhere_is_shown_with_all_that_is_in_it(
    window: MainWindow, qtbot: QtBot, folder: Path, where: str
) -> None:
    place = window.place
    target = {
        "article": place.article.viewport(),
        "list": place.documents.view.viewport(),
        "spans": place.spans,
        "search": place.documents._field,
    }[where]
    assert drop(target, of([folder]))
    qtbot.waitUntil(lambda: window.page == "import", timeout=WAIT)
    page = window.late.import_page
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 2, timeout=WAIT)


def test_files_and_folders_together_and_pasted(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    more = folder.parent / "ba.txt"
    more.write_text("Ba\n\nUBND họp.", encoding="utf-8")
    QGuiApplication.clipboard().setMimeData(of([folder, more]))
    window.commands.file_paste()
    QGuiApplication.clipboard().clear()
    qtbot.waitUntil(lambda: window.page == "import", timeout=WAIT)
    page = window.late.import_page
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 3, timeout=WAIT)


def test_drops_while_an_import_runs_wait_their_turn(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    bringing = window.flow.imports.bringing
    with qtbot.waitSignals([bringing.brought] * 2, timeout=WAIT):
        assert drop(window.place.article.viewport(), of([folder / "hai.txt"]))
        assert drop(window.place.article.viewport(), of([folder / "cũ" / "một.txt"]))
        assert bringing.waiting == 1
    assert not (bringing.waiting or bringing.is_busy)
    qtbot.waitUntil(lambda: window.place.bar.title == "Hai", timeout=WAIT)


def test_a_look_waits_for_the_import_that_runs_on_its_page(
    window: MainWindow, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.late.import_page
    monkeypatch.setattr(page, "_adding", True)
    assert drop(window.place.article.viewport(), of([folder]))
    assert (window.page == "import", page.view.model().rowCount()) == (False, 0)
    monkeypatch.setattr(page, "_adding", False)
    page.ended.emit()
    qtbot.waitUntil(lambda: window.page == "import" and page.view.model().rowCount() == 2, timeout=WAIT)


def test_nothing_is_taken_without_a_library_to_write(window: MainWindow, folder: Path) -> None:
    window.flow.workbench.freeze()
    assert not drop(window.place.article.viewport(), of([folder]))


def test_the_status_line_tells_the_keys_of_the_import_page(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    assert drop(window.place.article.viewport(), of([folder]))
    qtbot.waitUntil(lambda: window.page == "import", timeout=WAIT)
    window.late.import_page.view.setFocus()
    qtbot.waitUntil(
        lambda: [hint.keys for hint in window.status_line.hints.hints][:3] == [("J",), ("B",), ("Space",)],
        timeout=WAIT,
    )


def test_an_import_that_was_left_waits_and_is_led_back_to(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    assert drop(window.place.article.viewport(), of([folder]))
    qtbot.waitUntil(lambda: window.page == "import", timeout=WAIT)
    page = window.late.import_page
    qtbot.waitUntil(lambda: page.waiting == 2, timeout=WAIT)
    page.cancel()
    assert window.page != "import"
    assert window.status_line.job == "Import of 2 files waits"
    window.status_line.job_button.click()
    assert (window.page, page.view.model().rowCount(), window.status_line.job) == ("import", 2, "")
