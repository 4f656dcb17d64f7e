"""No widget takes a name, a note or any other words from people for markup, and none of them work unseen.

Everything that has a name in a library is called like a piece of HTML that would open a local file; then all
pages, panels, menus and tool tips are brought up, and every widget there is is looked at.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QHelpEvent, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QGroupBox,
    QLabel,
    QMenu,
    QTextEdit,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.recipe import Recipe
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.ui import choosing
from annotator.ui.parts.choice import Choice
from annotator.ui.review.tabs import TABS

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

TURNED = "\u202e"
RIGHT_TO_LEFT = "שלום"
PAGES = (
    "go.figures",
    "go.label_set",
    "go.find",
    "file.corpora",
    "file.export",
    "file.hand_out",
    "file.send_back",
    "file.send_gold",
    "view.settings",
    "help.report",
    "help.self_test",
    "help.about",
    "help.keys",
    "go.welcome",
    "go.label",
    "view.history",
    "edit.describe",
    "label.definitions",
    "label.span_history",
    "file.bin",
)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A local picture that was last read long before it was written."""
    path = tmp_path / "p.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(path))
    os.utime(path, (0, time.time()))
    return path


@pytest.fixture
def named(picture: Path) -> str:
    """The name that everything has."""
    return f"<img src='{picture}'><b>x</b>&amp; &R"


@pytest.fixture
def hostile(tmp_path: Path, named: str) -> Path:
    path = tmp_path / "hostile.annotator"
    words = f"{named}{TURNED}{RIGHT_TO_LEFT}"
    with open_library(str(path)) as library:
        corpus = library.corpora.create(named).value.uid
        label = library.labels.add(corpus, named, key="q").value.uid
        library.codebook.change(
            label, corpus=corpus, definition=words, heading=named, use_when=words, avoid_when=words
        )
        text = f"{words}\n\n{named} và {named}."
        for number in range(2):
            meta = {"tags": f"{words}, other", "source": words, words: words}
            document = library.documents.add(corpus, f"{number} {words}", f"{text} {number}", meta).value.uid
            for name in (f"Lan {named}", f"Hà {named}"):
                who = library.people.annotator(name).uid
                span = Span(new_uid(), 0, 4 + len(name) % 3, label, note=words)
                library.annotating.apply(document, (SpanAdded(span),), annotator_uid=who)
            own = Span(new_uid(), 5, 9, label, note=words)
            library.annotating.apply(document, (SpanAdded(own),))
            library.comments.add(document, words, span=own.uid)
        library.codebook.pin(label, corpus=corpus, document=document, start=0, end=9, counter=False)
        library.filters.keep(corpus, named, words, "all")
        library.recipes.keep(corpus, named, Recipe(format="jsonl"))
    return path


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All tool tips that were shown."""
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, *_rest: shown.append(words))
    return shown


@pytest.fixture
def window(
    at: Callable[[Path], MainWindow],
    hostile: Path,
    tips: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    monkeypatch.setattr(choosing, "_ask", lambda dialog: dialog.deleteLater() or [])
    made = at(hostile)
    qtbot.waitUntil(lambda: made.place.article.has_document, timeout=WAIT)
    yield made
    FOUND.clear()
    SEEN.clear()


SEEN: set[str] = set()
"""Kinds of widgets and tool tips that showed the hostile name: there must have been something to see."""

FOUND: dict[str, str] = {}
"""What was found wrong -> where; menus that open and close within a call are looked at while they do."""


def note(where: QWidget | QAction | str, what: str, words: str) -> None:
    name = where if isinstance(where, str) else f"{type(where).__name__} {where.objectName()}"
    FOUND[f"{name}: {what}: {words[:160]}"] = what


def looks_like_markup(words: str) -> bool:
    """Whether Qt would take the words for HTML, and something of the hostile name would be gone."""
    if "<b>x</b>" not in words and "<img" not in words:
        return False
    document = QTextDocument()
    document.setHtml(words)
    return "<b>x</b>" not in document.toPlainText()


def judge_tip(where: QWidget | QAction | str, words: str) -> None:
    if "&lt;b&gt;x&lt;/b&gt;" in words:
        SEEN.add(f"tip of {where if isinstance(where, str) else type(where).__name__}")
    if looks_like_markup(words):
        note(where, "markup in a tool tip", words)
    if TURNED in words:
        note(where, "turned in a tool tip", words)


def judge_entry(where: QWidget | QAction, words: str) -> None:
    """Words in which "&" stands for a key."""
    if "<img" in words:
        SEEN.add(type(where).__name__)
    if "<img" in words and "&" in words.replace("&&", ""):
        note(where, "lost &", words)
    if TURNED in words:
        note(where, "turned", words)


def judge_label(label: QLabel) -> None:
    if "<img" in label.text():
        SEEN.add(type(label).__name__)
    if label.textFormat() is not Qt.TextFormat.PlainText and label.text():
        note(label, "may be markup", label.text())
    if TURNED in label.text():
        note(label, "turned", label.text())


def judge_model(view: QAbstractItemView) -> None:
    model = view.model()
    if not isinstance(model, QAbstractItemModel):
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(20, model.rowCount(QModelIndex()))):
        for column in range(columns):
            judge_tip(view, str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""))


def faults_of(widget: QWidget) -> None:
    """Look at one widget."""
    judge_tip(widget, widget.toolTip())
    judge_tip(widget, widget.whatsThis())
    for action in widget.actions():
        judge_entry(action, action.text())
    if isinstance(widget, QLabel):
        judge_label(widget)
    elif isinstance(widget, QAbstractButton):
        judge_entry(widget, widget.text())
    elif isinstance(widget, QMenu | QGroupBox):
        judge_entry(widget, widget.title())
    elif isinstance(widget, QTextEdit):
        note(widget, "rich text", widget.toPlainText())
    elif isinstance(widget, QAbstractItemView):
        judge_model(widget)
    elif isinstance(widget, Choice) and TURNED in widget.words:
        note(widget, "turned in a choice", widget.words)
    if TURNED in widget.windowTitle():
        note(widget, "turned in a title", widget.windowTitle())


def look_at_all(tips: Iterable[str]) -> None:
    for widget in QApplication.allWidgets():
        if isValid(widget):
            faults_of(widget)
    for words in tips:
        judge_tip("tool tip", words)


def settle(window: MainWindow) -> None:
    for _ in range(4):
        QTest.qWait(10)
    assert window.library_desk.pending == 0


def hover_and_ask(window: MainWindow) -> None:
    """Have every view that is seen show its tool tips and its menu."""
    for view in window.findChildren(QAbstractScrollArea):
        if not view.isVisible():
            continue
        port = view.viewport()
        for y in range(6, min(300, port.height()), 70):
            for x in (20, max(21, port.width() - 60)):
                place = QPoint(x, y)
                event = QHelpEvent(QEvent.Type.ToolTip, place, port.mapToGlobal(place))
                QApplication.sendEvent(port, event)
        if (
            isinstance(view, QAbstractItemView)
            and view.model() is not None
            and view.model().rowCount(QModelIndex())
        ):
            view.setCurrentIndex(view.model().index(0, 0))
            QTimer.singleShot(0, look_at_popup)
            view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
            look_at_popup()


def notes_reading(folder: Path) -> bool:
    """Whether the disk notes when a file was read."""
    probe = folder / "probe"
    probe.write_bytes(b"x")
    os.utime(probe, (0, time.time()))
    probe.read_bytes()
    return probe.stat().st_atime != 0


def look_at_popup() -> None:
    """A menu that waits for a choice: look at it with those below it, and close it."""
    popup = QApplication.activePopupWidget()
    if popup is None:
        return
    for menu in (popup, *popup.findChildren(QMenu)):
        faults_of(menu)
    popup.close()


def open_menus(window: MainWindow) -> None:
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()


def close_what_covers(window: MainWindow) -> None:
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.reject()
    if window.late.key_sheet.isVisible():
        window.late.key_sheet.dismiss()
    if window.late.about.isVisible():
        window.late.about.dismiss()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")
def test_nothing_that_people_named_is_markup_or_works_unseen(
    window: MainWindow, tips: list[str], picture: Path, named: str, tmp_path: Path, qtbot: QtBot
) -> None:
    window.place.session.next_span()
    for act in PAGES:
        window.actions_[act].trigger()
        settle(window)
        hover_and_ask(window)
        open_menus(window)
        look_at_all(tips)
        close_what_covers(window)
    for tab in TABS:
        window.review.show_tab(tab.id)
        settle(window)
        hover_and_ask(window)
        look_at_all(tips)
    window.open_palette("x")
    settle(window)
    look_at_all(tips)
    window.late.palette.dismiss()
    assert not FOUND, "\n".join(FOUND)
    assert picture.stat().st_atime == 0 or not notes_reading(tmp_path), "a name opened its local file"
    assert {"PlainLabel", "ElidedLabel", "QAction", "tip of tool tip"} <= SEEN
    assert len(SEEN) >= 10, SEEN


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")
def test_files_and_errors_are_called_what_they_are_called(
    window: MainWindow, tips: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in (f"<b>x<b>&R{TURNED}.txt", f"<img src=x>{TURNED}&R.conll"):
        (folder / name).write_text("Một bài báo.\n\nHai câu.", encoding="utf-8")
    window.bring_in([folder])
    qtbot.waitUntil(lambda: window.page == "import", timeout=WAIT)
    qtbot.waitUntil(lambda: window.late.import_page.view.model().rowCount() > 0, timeout=WAIT)
    settle(window)
    hover_and_ask(window)
    look_at_all(tips)
    assert not FOUND, "\n".join(FOUND)


def test_the_look_finds_what_it_is_to_find(named: str, qtbot: QtBot) -> None:
    label, menu = QLabel(named), QMenu()
    for widget in (label, menu):
        qtbot.addWidget(widget)
    label.setToolTip(f"{named} & more")
    menu.addAction(named)
    turned = QLabel(f"a{TURNED}b")
    qtbot.addWidget(turned)
    for each in (label, menu, turned):
        faults_of(each)
    assert {"may be markup", "markup in a tool tip", "lost &", "turned"} <= set(FOUND.values())
    FOUND.clear()


def test_it_is_seen_whether_a_file_was_read(tmp_path: Path) -> None:
    if not notes_reading(tmp_path):
        pytest.skip(
            "this disk does not note when a file was read: whether names open files was not looked at"
        )
    probe = tmp_path / "again"
    probe.write_bytes(b"x")
    os.utime(probe, (0, time.time()))
    assert probe.stat().st_atime == 0
