"""Two windows on one library show the same work, share one line of undo, and come back together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Article, CommandLine
    from .person import Person

_NEW = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_work_in_one_window_is_seen_in_the_other_and_both_come_back(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.file, "--corpus", "News")
    marks = sorted(article.gold)[:2]
    person = at_window()
    person.wait_document()
    windows = person.window.windows
    person.key(Qt.Key.Key_W, _NEW)
    person.wait(lambda: len(windows.all) == 2, "a second window")
    second = windows.all[1]
    person.wait(lambda: second.place.article.has_document and not second.isHidden(), "its document")
    person.window.activateWindow()
    person.wait(person.view.hasFocus, "the first window in front")
    for mark in marks:
        person.label_by_keys(mark)
    session = second.place.session
    person.wait(lambda: len(session.state) == 2, "the labels in the other window")
    person.wait_saved()
    second.activateWindow()
    person.wait(second.isActiveWindow, "the other window in front")
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: len(session.state) == 1 == len(person.marks()), "undo in both")
    windows.quit(second)

    person = at_window()
    person.wait_document()
    person.wait(lambda: len(person.window.windows.all) == 2, "both windows")
    again = person.window.windows.all[1]
    person.wait(lambda: len(again.place.session.state) == 1, "the work in the other window")
    assert person.marks() == {marks[0]}
    again.close()
    person.close()
    assert len(annotator("spans", "list", "--corpus", "News", "--json").json) == 1
    assert annotator("check", "--json").json["sound"] is True
