"""The promise of the ways back: one step alone, a document as it was, a span as it was; undone again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.ui.past.history_panel import HistoryPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Article, CommandLine
    from .person import Person

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def go_down(person: Person, panel: HistoryPanel, steps: int) -> None:
    """Choose the act so many rows down, and wait until it is told."""
    person.key(Qt.Key.Key_Down, times=steps)
    person.wait(lambda: panel._card is not None and panel._card.may("only"), "the act's details")


def test_a_labeller_takes_back_one_act_and_then_the_whole_afternoon(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.file, "--corpus", "News")
    marks = sorted(article.gold)[-4:]
    person = at_window()
    person.wait_document()
    for mark in marks:
        person.label_by_keys(mark)
    person.wait_saved()
    person.key(Qt.Key.Key_H, CTRL)
    panel = person.window.place.guest
    assert isinstance(panel, HistoryPanel)
    person.wait(lambda: panel.view.model().rowCount() > 5, "the history")
    go_down(person, panel, 2)  # the third mark
    person.key(Qt.Key.Key_Return)
    person.wait(lambda: person.marks() == {*marks[:2], marks[3]}, "one act taken back alone")
    go_down(person, panel, 1)  # the second mark
    person.key(Qt.Key.Key_Return, SHIFT)
    person.wait(lambda: person.marks() == set(marks[:2]), "back to that moment")
    person.wait_saved()
    person.key(Qt.Key.Key_Escape)
    person.close()

    steps = annotator("history", "--corpus", "News", "--json").json
    assert [step["kind"] for step in steps[:3]] == ["bring-back", "undo-only", "annotate"]
    person = at_window()
    person.wait_document()
    person.undo_to({*marks[:2], marks[3]})
    person.undo_to(set(marks))
    person.close()
    assert len(annotator("spans", "list", "--corpus", "News", "--json").json) == len(marks)
    assert annotator("check", "--json").json["sound"] is True
