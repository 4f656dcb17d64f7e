"""Language, light and reading font change at once, without a restart, and are so again tomorrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Article, CommandLine
    from .person import Person


def _button_words(person: Person) -> set[str]:
    return {button.text() for button in person.window.findChildren(QAbstractButton) if button.isVisible()}


def _darkness_of_page(person: Person) -> int:
    corner = person.view.viewport().grab().toImage()
    return QColor(corner.pixel(corner.width() - 2, corner.height() // 2)).lightness()


def test_looks_change_at_once_and_are_kept(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.file, "--corpus", "News")
    person = at_window()
    person.wait_document()
    act = person.window.actions_
    inter = person.view.viewport().grab().toImage()
    act["view.theme_light"].trigger()
    assert "Label set" in _button_words(person)
    assert _darkness_of_page(person) > 200

    act["view.font_noto_serif"].trigger()
    assert person.view.viewport().grab().toImage() != inter
    act["view.language_vi"].trigger()
    act["view.theme_dark"].trigger()
    person.wait(lambda: "Bộ nhãn" in _button_words(person), "Vietnamese")
    assert "Label set" not in _button_words(person)
    assert _darkness_of_page(person) < 60
    person.close()

    person = at_window()
    person.wait_document()
    assert "Bộ nhãn" in _button_words(person)
    assert _darkness_of_page(person) < 60
    ticked = {entry.id for entry, action in person.window.actions_.listed() if action.isChecked()}
    assert {"view.theme_dark", "view.language_vi", "view.font_noto_serif"} <= ticked
    person.close()
