"""Somebody else's layer in the window: seen at once, said openly, worked on, gone back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from annotator.model.changes import SpanAdded
from annotator.model.document import AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.ui import i18n
from annotator.ui.parts.plain_label import ElidedLabel

from .conftest import ARTICLES, WAIT, close

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.services.library import Library
    from annotator.ui.main_window import MainWindow

TITLE = "Quân khu 10"
TEXT = ARTICLES[TITLE]
CTRL = Qt.KeyboardModifier.ControlModifier


def mark(library: Library, document: str, words: str, name: str, kind: AnnotatorKind) -> None:
    """Add a span to somebody's layer."""
    label = library.labels.list(library.corpora.list()[0].uid)[0].label.uid
    start = TEXT.index(words)
    span = Span(new_uid(), start, start + len(words), label, origin="import")
    who = library.people.annotator(name, kind).uid
    library.annotating.apply(document, (SpanAdded(span),), annotator_uid=who, actor_uid=who)


def make(path: Path, *people: tuple[str, AnnotatorKind]) -> Path:
    """A library with one article that each of `people` has a span on."""
    with open_library(str(path)) as library:
        corpus = library.corpora.create("Báo").value.uid
        document = library.documents.add(corpus, TITLE, TEXT).value.uid
        for name, kind in people:
            mark(library, document, "Y Brơm Niê", name, kind)
    return path


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    return make(tmp_path / "imported.annotator", ("Lan", AnnotatorKind.SOURCE))


@pytest.fixture
def opened(at: Callable[[Path], MainWindow], qtbot: QtBot) -> Callable[[Path], MainWindow]:
    def open_at(path: Path) -> MainWindow:
        window = at(path)
        qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
        return window

    return open_at


def words_of_menu(window: MainWindow) -> list[str]:
    """What the list of layers says."""
    menu = window.place.bar.layers.menu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def choose(qtbot: QtBot, window: MainWindow, place: int) -> None:
    """Choose an entry of the list and wait for its layer."""
    before = window.flow.workbench.document
    words_of_menu(window)
    window.place.bar.layers.menu().actions()[place].trigger()
    qtbot.waitUntil(lambda: window.flow.workbench.document is not before, timeout=WAIT)


def label_words(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Select words and press the second label's key; wait until it is saved."""
    start = window.place.article.text.index(words)
    window.place.article.select(start, start + len(words))
    qtbot.keyClick(window.place.article, Qt.Key.Key_2)
    wait_saved(qtbot, window)


def wait_saved(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is on its way."""
    qtbot.waitUntil(lambda: window.library_desk.pending == 0, timeout=WAIT)
    qtbot.waitUntil(lambda: window.status_line.state == "Saved", timeout=WAIT)


def test_what_came_with_a_file_is_seen_and_named(
    opened: Callable[[Path], MainWindow], imported: Path
) -> None:
    window = opened(imported)
    assert len(window.place.session.state) == 1
    assert window.place.bar.layers.isVisibleTo(window)
    assert window.place.bar.layers.words == "Lan · 1"
    assert window.status_line.where == "You are working in Lan's layer."
    assert words_of_menu(window) == ["You\t0 · New", "Lan\t1 · In progress"]


def test_the_own_layer_alone_is_not_named(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.place.bar.layers.isVisibleTo(window)
    qtbot.keyClick(window.place.article, Qt.Key.Key_L, CTRL)
    assert window.status_line.where == "Nobody else has a layer on this document."


def test_work_goes_into_her_layer_and_is_my_step(
    opened: Callable[[Path], MainWindow], imported: Path, qtbot: QtBot
) -> None:
    window = opened(imported)
    label_words(qtbot, window, "Bộ Quốc phòng")
    qtbot.waitUntil(lambda: window.place.bar.layers.words == "Lan · 2", timeout=WAIT)
    window.place.article.select_span(window.place.session.state.spans()[0].uid)
    window.place.session.set_status(Status.DONE)
    wait_saved(qtbot, window)
    with open_library(str(imported), writable=False) as other:
        document = window.flow.open_document_uid or ""
        layers = other.documents.open(document).layers
        assert [(one.annotator.name, one.spans, one.status) for one in layers] == [("Lan", 2, Status.DONE)]
        assert other.history.steps()[0].actor == other.self_annotator.name


def test_marked_by_names_her(opened: Callable[[Path], MainWindow], imported: Path) -> None:
    window = opened(imported)
    window.place.article.select_span(window.place.session.state.spans()[0].uid)
    window.commit_fields()
    assert "Lan" in [label.text() for label in window.place.inspector.findChildren(ElidedLabel)]


def test_undo_shows_the_layer_it_changed(
    opened: Callable[[Path], MainWindow], imported: Path, qtbot: QtBot
) -> None:
    window = opened(imported)
    label_words(qtbot, window, "Bộ Quốc phòng")
    qtbot.keyClick(window.place.article, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(window.place.session.state) == 1, timeout=WAIT)
    qtbot.keyClick(window.place.article, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(window.place.session.state) == 2, timeout=WAIT)
    choose(qtbot, window, 0)
    assert len(window.place.session.state) == 0
    qtbot.keyClick(window.place.article, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.place.bar.layers.words == "Lan · 1", timeout=WAIT)


def test_another_layer_opens_at_the_same_place_and_is_remembered(
    opened: Callable[[Path], MainWindow], imported: Path, qtbot: QtBot
) -> None:
    window = opened(imported)
    window.place.article.select(20, 20)
    choose(qtbot, window, 0)
    assert window.place.bar.layers.words == "You · 0"
    assert window.place.article.caret == 20
    assert window.place.article.hasFocus()
    close(window)
    again = opened(imported)
    assert again.place.bar.layers.words == "You · 0"


def test_it_is_said_once_for_a_document(
    opened: Callable[[Path], MainWindow], imported: Path, qtbot: QtBot
) -> None:
    window = opened(imported)
    choose(qtbot, window, 0)
    window.flow.telling.tell("something else")
    choose(qtbot, window, 1)
    assert window.place.bar.layers.words == "Lan · 1"
    assert window.status_line.where == "something else"


def test_of_several_the_own_empty_one_is_open(opened: Callable[[Path], MainWindow], tmp_path: Path) -> None:
    people = [("Lan", AnnotatorKind.SOURCE), ("R&D", AnnotatorKind.PERSON)]
    window = opened(make(tmp_path / "two.annotator", *people))
    assert window.place.bar.layers.words == "You · 0"
    assert words_of_menu(window) == ["You\t0 · New", "R&&D\t1 · In progress", "Lan\t1 · In progress"]


def test_the_reference_is_only_for_reading(
    opened: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(make(tmp_path / "gold.annotator", ("bản chuẩn", AnnotatorKind.GOLD)))
    assert words_of_menu(window) == ["You\t0 · New", "bản chuẩn\t1 · for reading"]
    choose(qtbot, window, 1)
    assert window.status_line.where == "You are looking at bản chuẩn's layer; it is only for reading."
    assert not window.actions_["label.done"].isEnabled()
    assert not window.place.bar.status_button.isEnabled()
    assert [hint.keys for hint in window.status_line.hints.hints] == [("Tab",), ("Ctrl L",), ("F1",)]
    window.place.article.select(0, 8)
    window.place.session.label(window.place.session.labels[0].uid)
    assert len(window.place.session.state) == 1
    assert window.status_line.where.startswith("This layer is only for reading.")
    choose(qtbot, window, 0)
    assert window.actions_["label.done"].isEnabled()
    label_words(qtbot, window, "Quân khu")
    assert window.place.bar.layers.words.startswith("You")


SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_another_person_s_layer_is_for_reading_until_one_wants_to_work_in_it(
    opened: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    people = [("Lan", AnnotatorKind.PERSON), ("Bình", AnnotatorKind.PERSON)]
    window = opened(make(tmp_path / "two.annotator", *people))
    choose(qtbot, window, 1)
    assert window.status_line.where == "You are looking at Lan's layer. Ctrl+Shift+L lets you work in it."
    assert words_of_menu(window)[-1] == "Work in this layer\tCtrl Shift L"
    assert not window.actions_["label.done"].isEnabled()
    window.place.article.select(0, 8)
    window.place.session.label(window.place.session.labels[0].uid)
    assert len(window.place.session.state) == 1
    assert window.status_line.where.startswith("This layer is somebody else's, for reading.")
    qtbot.keyClick(window.place.article, Qt.Key.Key_L, CTRL | SHIFT)
    assert window.status_line.where == "You are working in Lan's layer until you leave the document."
    assert not window.actions_["label.work_here"].isEnabled()
    label_words(qtbot, window, "Bộ Quốc phòng")
    qtbot.waitUntil(lambda: window.place.bar.layers.words == "Lan · 2", timeout=WAIT)
    with open_library(str(tmp_path / "two.annotator"), writable=False) as other:
        assert other.history.steps()[0].actor == other.self_annotator.name
    document = window.flow.open_document_uid or ""
    window.flow.workbench.close_document()
    window.flow.workbench.open_document(document)
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    assert window.place.session.is_fixed


def test_the_only_layer_of_a_person_is_seen_but_not_changed_by_accident(
    opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    path = make(tmp_path / "one.annotator")
    with open_library(str(path)) as library:
        corpus = library.corpora.list()[0].uid
        document = library.documents.rows(library.documents.keys(corpus))[0].uid
        lan = library.people.annotator("Lan").uid
        span = Span(new_uid(), 0, 8, library.labels.list(corpus)[0].label.uid)
        library.annotating.apply(document, (SpanAdded(span),), annotator_uid=lan)
    window = opened(path)
    assert window.place.bar.layers.words == "Lan · 1"
    assert window.place.session.is_fixed
    assert window.actions_["label.work_here"].isEnabled()


def test_who_labels_at_the_same_desk_does_not_see_the_other_unasked(
    opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = opened(make(tmp_path / "desk.annotator", ("Lan", AnnotatorKind.PERSON)))
    assert window.place.bar.layers.words == "You · 0"


def test_the_list_opens_by_keyboard_on_the_open_layer(
    opened: Callable[[Path], MainWindow],
    imported: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places: list[QPoint] = []
    window = opened(imported)
    menu = window.place.bar.layers.menu()
    monkeypatch.setattr(menu, "popup", lambda place: (places.append(place), menu.aboutToShow.emit()))
    qtbot.keyClick(window.place.article, Qt.Key.Key_L, CTRL)
    button = window.place.bar.layers
    assert places == [button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 1))]
    assert menu.activeAction().text().startswith("Lan")


def test_it_speaks_the_window_s_language(opened: Callable[[Path], MainWindow], imported: Path) -> None:
    window = opened(imported)
    i18n.language().choose("vi")
    assert words_of_menu(window)[0].startswith("Bạn\t0 · ")
