"""A part that scrolls where there is less room than it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.parts.low_scroll import LowScroll
from annotator.ui.parts.plain_label import PlainLabel


def test_it_is_as_high_as_its_words_need_and_scrolls_where_the_room_is_low(on_screen, qtbot):
    shown, holder = QWidget(), QWidget()
    column = QVBoxLayout(shown)
    words, foot = PlainLabel("Giải Nhất Hội thi Sáng tạo " * 6, wraps=True), QWidget()
    foot.setFixedHeight(60)
    column.addWidget(words)
    column.addWidget(foot)
    scroll = LowScroll(shown)
    around = QVBoxLayout(holder)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(scroll)
    around.addStretch(1)
    on_screen(holder, 240, 400)
    qtbot.waitUntil(lambda: scroll.height() == scroll.heightForWidth(240))
    assert scroll.verticalScrollBar().maximum() == 0
    holder.resize(240, 100)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    assert words.geometry().bottom() < foot.geometry().top()
    words.setText("ngắn")
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() < 60)
