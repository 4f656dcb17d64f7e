"""The bar in which words of the article are looked for."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.find.find_bar import FindBar


def test_a_long_sentence_about_a_pattern_is_told_whole(on_screen, qtbot):
    holder, bar = QWidget(), FindBar()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(bar)
    on_screen(holder, 720, 300)
    bar.show()
    bar.say_count(None, 3)
    qtbot.waitUntil(lambda: bar.count.width() > 100)
    bar.say_problem("The pattern takes too long on this article. " * 3)
    label = bar.count
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert label.heightForWidth(label.width()) > 20
    assert label.geometry().right() <= bar.width()
    bar.say_count(None, 3)
    assert bar.count.text() == "3 hits"
