from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from annotator.ui.command_palette import Entry, find
from annotator.ui.i18n import language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


class PaintedAt(QObject):
    """Notes whether a place of a widget was painted."""

    def __init__(self, widget: QWidget, place: QPoint) -> None:
        super().__init__(widget)
        self.place, self.seen = place, False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at the region of paint events."""
        if isinstance(event, QPaintEvent) and event.region().contains(self.place):
            self.seen = True
        return False


def run() -> None:
    """Nothing."""


ENTRIES = [
    Entry("Next document", run),
    Entry("Export…", run, "recipe, preview", also="Export…"),
    Entry("Gán nhãn Đảng ủy", run, also="Label"),
    Entry("Regular expression", run),
    Entry("Extra", run, enabled=False),
]


def names(query: str) -> list[str]:
    return [found.entry.words for found in find(query, ENTRIES)]


def test_the_beginning_of_a_name_beats_the_beginning_of_a_word_beats_the_middle() -> None:
    assert names("ex") == ["Export…", "Extra", "Regular expression", "Next document"]


def test_what_is_not_possible_comes_after_what_is() -> None:
    assert names("ex").index("Export…") < names("ex").index("Extra")


def test_the_exact_word_comes_first() -> None:
    entries = [
        Entry("Highlight", run),
        Entry("Lighter", run),
        Entry("Theme: light", run),
        Entry("Light", run),
    ]
    found = [each.entry.words for each in find("light", entries)]
    assert found == ["Light", "Theme: light", "Lighter", "Highlight"]


def test_marks_and_case_do_not_matter() -> None:
    assert names("dang uy") == ["Gán nhãn Đảng ủy"]


def test_the_english_name_and_the_meaning_find_too() -> None:
    assert names("label") == ["Gán nhãn Đảng ủy"]
    assert names("preview") == ["Export…"]


def test_in_vietnamese_acts_are_found_by_their_english_words(window: MainWindow, qtbot: QtBot) -> None:
    language().choose("vi")
    qtbot.waitUntil(lambda: window.actions_["view.theme_dark"].text() == "Tối")
    window.actions_["help.palette"].trigger()
    palette = window.late.palette
    qtbot.keyClicks(palette.first_focus(), "dark")
    dark = window.actions_["view.theme_dark"].text()
    assert next(found.entry.words for found in palette.rows() if found.entry.run) == dark


def test_a_shrunken_palette_leaves_no_shadow_behind(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["help.palette"].trigger()
    palette = window.late.palette
    qtbot.waitUntil(palette.isVisible)
    below = QPoint(palette.card.geometry().center().x(), palette.card.geometry().bottom() + 4)
    painted = PaintedAt(palette, below)
    QApplication.processEvents()
    painted.seen = False
    qtbot.keyClicks(palette.first_focus(), "quit")
    qtbot.waitUntil(lambda: painted.seen)


def test_typed_letters_are_marked_in_the_words() -> None:
    (found,) = find("dang", ENTRIES)
    start, end = found.marks[0]
    assert found.entry.words[start:end] == "Đảng"


def test_every_word_must_be_found() -> None:
    assert names("next export") == []


def test_typing_and_enter_run_an_act(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["help.palette"].trigger()
    field = window.late.palette.first_focus()
    qtbot.keyClicks(field, "label set")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not window.late.palette.isVisible()
    assert window.page == "label_set"


def test_opened_once_more_it_lists_what_is_possible_and_gives_the_focus_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    for _ in range(2):
        window.open_palette()
    palette = window.late.palette
    assert [entry.words for entry in palette._commands if entry.words == "Figures" and entry.enabled]
    assert not window.actions_["go.figures"].isEnabled()
    palette.dismiss()
    assert window.focusWidget() is window.place.article
    assert window.actions_["go.figures"].isEnabled()


def test_opened_over_a_title_that_is_being_written_it_gives_the_focus_to_the_list(
    window: MainWindow, qtbot: QtBot
) -> None:
    """The field of the title goes with the focus; there was an error of our own over it."""
    documents = window.place.documents
    documents.view.setFocus()
    documents.rename_current()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    window.open_palette()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    field = window.late.palette.first_focus()
    qtbot.keyClicks(field, "label set")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.page == "label_set"
    window.show_page("label")
    documents.view.setFocus()
    documents.rename_current()
    window.open_palette()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.late.palette.dismiss()
    assert documents.view.hasFocus()


def test_no_key_reaches_the_page_below(window: MainWindow) -> None:
    window.open_palette()
    assert not window.actions_["edit.undo"].isEnabled()
    assert not window.actions_["label.done"].isEnabled()
    window.late.palette.dismiss()
    assert window.actions_["label.done"].isEnabled()
    assert window.place.article.hasFocus()


def test_a_document_is_found_without_the_sign_too(window: MainWindow, qtbot: QtBot) -> None:
    window.open_palette("song vang")
    palette = window.late.palette
    qtbot.waitUntil(lambda: [row.entry.words for row in palette.rows()] == ["Documents", "Tỉnh Sông Vàng"])
    window.open_palette("person")
    assert "person" in [row.entry.words for row in palette.rows()]


def test_a_document_is_found_by_its_title_without_marks(window: MainWindow, qtbot: QtBot) -> None:
    window.open_palette("@song vang")
    qtbot.waitUntil(lambda: [row.entry.words for row in window.late.palette.rows()][1:] == ["Tỉnh Sông Vàng"])
    qtbot.keyClick(window.late.palette.first_focus(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place.bar.title == "Tỉnh Sông Vàng")


def test_a_label_labels_the_selection(window: MainWindow, qtbot: QtBot) -> None:
    start = window.place.article.text.index("Chi hội trưởng")
    window.place.article.select(start, start + len("Chi hội trưởng"))
    window.open_palette("#pos")
    qtbot.keyClick(window.late.palette.first_focus(), Qt.Key.Key_Return)
    assert len(window.place.session.state) == 2


def test_a_question_mark_opens_the_key_sheet(window: MainWindow, qtbot: QtBot) -> None:
    window.open_palette()
    qtbot.keyClicks(window.late.palette.first_focus(), "?")
    assert window.late.key_sheet.isVisible()
    qtbot.keyClick(window.late.key_sheet.first_focus(), Qt.Key.Key_Escape)
    assert not window.late.key_sheet.isVisible()


def test_what_was_run_last_comes_first(window: MainWindow, qtbot: QtBot) -> None:
    palette = window.late.palette
    window.open_palette("text at 100")
    qtbot.keyClick(palette.first_focus(), Qt.Key.Key_Return)
    window.open_palette()
    assert palette.rows()[1].entry.words == "Text at 100 %"
    palette.dismiss()


def test_what_is_not_possible_says_why(window: MainWindow) -> None:
    window.open_palette("remove the span")
    found = next(found.entry for found in window.late.palette.rows() if found.entry.run)
    assert not found.enabled
    assert found.meaning == "select a span first"
    window.late.palette.dismiss()


def test_kept_filters_and_corpora_are_found(window: MainWindow, qtbot: QtBot) -> None:
    corpus = window.flow.workbench.corpus
    assert corpus is not None
    window.library_desk.desk.write(
        lambda library: library.filters.keep(corpus.uid, "Không nhãn", "label:none", "all")
    )
    qtbot.waitUntil(lambda: bool(window.place.documents.kept_filters))
    window.open_palette("khong nhan")
    qtbot.keyClick(window.late.palette.first_focus(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place.documents.view.model().rowCount() == 2)
    assert window.place.documents.query.search == "label:none"
    window.open_palette("bao")
    assert "Báo" in [found.entry.words for found in window.late.palette.rows()]
    window.late.palette.dismiss()
