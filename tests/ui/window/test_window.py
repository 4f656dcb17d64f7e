from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.document import Status
from annotator.services.annotating import Annotating
from annotator.services.library import open_library
from annotator.services.saving import desk
from annotator.settings import PreferencesFile
from annotator.ui import theme
from annotator.ui.tokens import DARK, LIGHT

from .conftest import ARTICLES, WAIT, close

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


def press(
    qtbot: QtBot,
    window: MainWindow,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.keyClick(window.place.article, key, modifiers)


def label_words(qtbot: QtBot, window: MainWindow, words: str, key: Qt.Key) -> None:
    start = window.place.article.text.index(words)
    window.place.article.select(start, start + len(words))
    press(qtbot, window, key)


def wait_saved(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.library_desk.pending == 0, timeout=WAIT)
    qtbot.waitUntil(lambda: window.status_line.state == "Saved", timeout=WAIT)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_compact_density_lowers_rows_and_is_kept(window: MainWindow, qtbot: QtBot, filled: Path) -> None:
    def heights() -> list[int]:
        views = window.place.documents.view, window.place.spans.view
        return [view.rowHeight(0) for view in views]

    qtbot.waitUntil(lambda: window.place.spans.view.model().rowCount() > 0, timeout=WAIT)
    assert heights() == [52, 28]
    press(qtbot, window, Qt.Key.Key_D, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert heights() == [40, 24]
    assert window.actions_["view.compact"].isChecked()
    assert PreferencesFile().read().density == "compact"
    window.show_page("label_set")
    assert window.late.label_set.view.verticalHeader().defaultSectionSize() == 36
    window.actions_["view.compact"].trigger()
    assert heights() == [52, 28]
    assert window.late.label_set.view.verticalHeader().defaultSectionSize() == 40


def test_an_empty_library_begins_on_the_welcome_page(
    at: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = at(tmp_path / "new.annotator")
    qtbot.waitUntil(lambda: window.status_line.state == "Saved", timeout=WAIT)
    assert window.page == "welcome"
    assert window.status_line.hints.hints[0].keys == ("Ctrl O",)


def test_a_label_key_labels_and_is_saved(window: MainWindow, qtbot: QtBot, filled: Path) -> None:
    label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
    assert len(window.place.session.state) == 2
    wait_saved(qtbot, window)
    with open_library(str(filled), writable=False) as other:
        corpus = other.corpora.list()[0].uid
        assert [record.text for record in other.annotating.spans(corpus)] == [
            "Huỳnh Văn Được",
            "Chi hội trưởng",
        ]


class _Order(QObject):
    """Notes when the article is painted and when the library is asked to write."""

    def __init__(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.seen: list[str] = []
        real = Annotating.apply

        def noting(annotating: Annotating, *words: object) -> object:
            self.seen.append("written")
            return real(annotating, *words)  # type: ignore[arg-type]

        monkeypatch.setattr(Annotating, "apply", noting)
        window.place.article.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            self.seen.append("painted")
        return False


def test_the_article_is_painted_within_the_key_and_before_the_writer_begins(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = window.place.article.text.index("Chi hội trưởng")
    order = _Order(window, monkeypatch)
    monkeypatch.setattr(desk, "PAINT_SECONDS", 0.5)  # how long painting takes is the benchmark's to measure
    window.place.article.select(start, start + 14)
    qtbot.waitUntil(lambda: "painted" in order.seen)
    order.seen.clear()
    press(qtbot, window, Qt.Key.Key_2)
    assert order.seen == ["painted"]
    wait_saved(qtbot, window)
    assert "written" in order.seen


def test_saved_is_said_only_after_the_commit(window: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    window.flow.saving.state_changed.connect(lambda state: said.append(state.kind))
    label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
    assert window.library_desk.pending == 1 or said[-1:] != ["saved"]
    qtbot.waitUntil(lambda: said[-1:] == ["saved"], timeout=WAIT)  # it may be saved before it could be told
    assert said[0] == "saving"
    assert said[-1] == "saved"


def test_a_disk_that_refuses_is_told_in_red_and_tried_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise EnvironmentProblem(say("The disk is full."))

    with monkeypatch.context() as broken:
        broken.setattr(Annotating, "apply", full)
        label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
        qtbot.waitUntil(window.failed_strip.isVisible, timeout=WAIT)
        assert "The disk is full." in window.failed_strip.sentence
        assert window.status_line.state.startswith("Not saved")
        assert window.flow.has_failed
    window.failed_strip.retry.click()
    wait_saved(qtbot, window)
    assert not window.failed_strip.isVisible()


def test_unsaved_changes_can_be_copied_elsewhere(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = Annotating.apply

    def full(self: Annotating, *words: object) -> object:
        if self is mine[0]:
            raise EnvironmentProblem(say("The disk is full."))
        return real(self, *words)  # type: ignore[arg-type]

    mine: list[object] = []
    window.library_desk.desk.read(lambda library: mine.append(library.annotating), lambda _: None)
    qtbot.waitUntil(lambda: bool(mine), timeout=WAIT)
    copy = tmp_path / "copy.annotator"
    said: list[str] = []
    with monkeypatch.context() as broken:
        broken.setattr(Annotating, "apply", full)
        label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
        qtbot.waitUntil(window.failed_strip.isVisible, timeout=WAIT)
        window.windows.copying.ended.connect(lambda _made, words: said.append(words))
        window.windows.copying.copy_to(str(copy))
        qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    window.library_desk.retry()
    wait_saved(qtbot, window)
    with open_library(str(copy), writable=False) as other:
        spans = other.annotating.spans(other.corpora.list()[0].uid)
        assert "Chi hội trưởng" in [record.text for record in spans], said


def test_the_next_start_is_at_the_same_place(
    window: MainWindow, qtbot: QtBot, at: Callable[[Path], MainWindow], filled: Path
) -> None:
    window.flow.workbench.open_neighbour(1)
    qtbot.waitUntil(lambda: window.place.bar.title == "Quân khu 10", timeout=WAIT)
    window.place.article.select(5, 9)
    close(window)
    again = at(filled)
    qtbot.waitUntil(lambda: again.place.article.has_document, timeout=WAIT)
    assert again.place.bar.title == "Quân khu 10"
    assert again.place.article.selection() == (5, 9)


def test_undo_after_a_restart_takes_the_last_step_back(
    window: MainWindow, qtbot: QtBot, at: Callable[[Path], MainWindow], filled: Path
) -> None:
    label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
    wait_saved(qtbot, window)
    close(window)
    again = at(filled)
    qtbot.waitUntil(lambda: again.place.article.has_document, timeout=WAIT)
    press(qtbot, again, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(again.place.session.state) == 1, timeout=WAIT)
    press(qtbot, again, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: len(again.place.session.state) == 2, timeout=WAIT)


def test_a_step_elsewhere_is_announced_before_it_is_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    label_words(qtbot, window, "Chi hội trưởng", Qt.Key.Key_2)
    wait_saved(qtbot, window)
    window.flow.workbench.open_neighbour(1)
    qtbot.waitUntil(lambda: window.place.bar.title == "Quân khu 10", timeout=WAIT)
    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: "Chi hội trưởng" in window.status_line.where, timeout=WAIT)
    assert window.place.bar.title == "Quân khu 10"
    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: window.place.bar.title == "Lão nông Sáu Được", timeout=WAIT)
    assert len(window.place.session.state) == 1


def test_done_and_next_marks_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.place.bar.title == "Quân khu 10", timeout=WAIT)
    wait_saved(qtbot, window)
    uid = window.flow.workbench.corpus.uid if window.flow.workbench.corpus else ""
    counts: list[int] = []
    window.library_desk.desk.read(lambda library: library.documents.counts(uid).done, counts.append)
    qtbot.waitUntil(lambda: counts == [1], timeout=WAIT)


def test_a_dropped_article_is_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    article = tmp_path / "bài.txt"
    article.write_text("Bài mới\n\nTỉnh ủy Cửu Hà họp.", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article))])
    window.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: window.place.article.text.startswith("Bài mới"), timeout=WAIT)
    assert window.page == "label"


def test_a_pasted_text_becomes_a_document(
    at: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = at(tmp_path / "new.annotator")
    QGuiApplication.clipboard().setText("Tin vắn\nSở Nội vụ trao Giấy khen.")
    qtbot.keyClick(window.late.welcome.open_button, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    assert window.place.bar.title == "Tin vắn"
    QGuiApplication.clipboard().clear()


def test_theme_and_language_change_without_a_restart(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["view.theme_dark"].trigger()
    assert theme.current() is DARK
    window.actions_["view.language_vi"].trigger()
    qtbot.waitUntil(lambda: window.top_bar.tabs["label"].text() == "Gán nhãn")
    assert window.place.bar.status_words(Status.DONE) == "Xong"
    window.actions_["view.theme_light"].trigger()
    window.actions_["view.language_en"].trigger()
    assert theme.current() is LIGHT
    qtbot.waitUntil(lambda: window.top_bar.tabs["label"].text() == "Label")


def test_preferences_come_back(window: MainWindow, at: Callable[[Path], MainWindow], filled: Path) -> None:
    window.actions_["view.larger"].trigger()
    window.actions_["view.menu_bar"].trigger()
    close(window)
    again = at(filled)
    assert again.personal.now.zoom == 18
    assert again.place.article.zoom == 18
    assert not again.menuBar().isHidden()


def test_panels_fold_where_there_is_no_room_and_come_back(window: MainWindow) -> None:
    shown = {}
    for width in (1440, 1100, 900, 1440):
        window.resize(width, 800)
        shown[width] = (window.place.is_panel_shown("left"), window.place.is_panel_shown("right"))
        assert window.width() == width
    assert shown == {1440: (True, True), 1100: (True, False), 900: (False, False)}


def test_f6_goes_through_the_panels_with_the_ring(window: MainWindow, qtbot: QtBot) -> None:
    seen = []
    for _ in range(4):
        seen.append(window.focusWidget())
        window.actions_["go.next_panel"].trigger()
    assert len(set(seen)) == 4
    assert window.place.article in seen


def test_the_article_shows_its_focus_only_when_it_came_by_a_key(window: MainWindow, qtbot: QtBot) -> None:
    window.place.documents.view.setFocus()
    window.place.bar.labels.label_chosen.emit(window.place.session.labels[0].uid)
    assert window.place.article.hasFocus()
    assert not window.place.article._frame.has_ring
    window.place.documents.view.setFocus()
    window.actions_["go.next_panel"].trigger()
    assert window.place.article.hasFocus()
    assert window.place.article._frame.has_ring


def test_every_control_has_a_name_for_the_screen_reader(window: MainWindow) -> None:
    nameless = [
        control
        for kind in (QAbstractButton, QLineEdit)
        for control in window.findChildren(kind)
        if not (control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()))
        and control.isVisibleTo(window)
    ]
    assert nameless == []


def test_a_library_held_by_another_program_is_refused_with_choices(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    with open_library(str(filled), program="another annotator"):
        window = at(filled)
        assert window.page == "refused"
        assert "another annotator" in window.late.refused.sentence
        window.late.refused.reading_wanted.emit()
        qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
        assert window.status_line.state == "Open for reading"
        assert not window.actions_["label.done"].isEnabled()


def test_a_damaged_library_is_refused_with_its_newest_backup(
    at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot
) -> None:
    with open_library(str(filled)) as library:
        library.corpora.create("Thêm")  # a copy tells whose it is by the place of the last work
        library.backups.make()
    filled.write_bytes(b"damaged" * 1000)
    window = at(filled)
    assert window.page == "refused"
    assert window.windowTitle() == "No library"
    button = window.late.refused.backup_button
    qtbot.waitUntil(button.isVisible, timeout=WAIT)
    button.click()
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    assert window.status_line.state == "Open for reading"


def test_labels_changed_elsewhere_are_shown(window: MainWindow, qtbot: QtBot) -> None:
    uid, corpus = window.place.session.labels[0].uid, window.flow.workbench.corpus
    assert corpus is not None
    window.library_desk.desk.write(
        lambda library: library.labels.change(uid, corpus=corpus.uid, name="người")
    )
    qtbot.waitUntil(lambda: window.place.session.labels[0].name == "người", timeout=WAIT)
    assert window.label_actions.actions[0].text() == "người"


def test_a_note_is_kept_with_the_span_it_was_written_for(window: MainWindow, qtbot: QtBot) -> None:
    window.place.session.next_span()
    span = window.place.article.selected_span()
    assert span is not None
    window.place.inspector.note_changed.emit(span.uid, "Xem quy định 2.3")
    wait_saved(qtbot, window)
    kept = window.place.session.state.get(span.uid)
    assert kept is not None
    assert kept.note == "Xem quy định 2.3"


def test_titles_with_markup_are_shown_as_they_are(window: MainWindow, qtbot: QtBot) -> None:
    corpus = window.flow.workbench.corpus
    assert corpus is not None
    made: list[str] = []
    window.library_desk.desk.write(
        lambda library: library.documents.add(corpus.uid, "<b>A & B</b>", "một hai ba"),
        lambda outcome: made.append(outcome.value.uid),
    )
    qtbot.waitUntil(lambda: bool(made), timeout=WAIT)
    window.flow.workbench.open_document(made[0])
    qtbot.waitUntil(lambda: window.place.bar.title == "<b>A & B</b>", timeout=WAIT)
    assert len(ARTICLES) == 3
