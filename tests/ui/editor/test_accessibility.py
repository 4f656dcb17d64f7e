"""The article as a screen reader meets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from shiboken6 import VoidPtr

from annotator.model.label import standard_labels
from annotator.model.span import Span
from annotator.ui.editor.accessibility import ArticleText, accessible_of

TEXT = "Một dòng.\r\n👩🏽\u200d🚀 Đoàn\x00 Hùng\nHết."


@pytest.fixture
def reader(make_view):
    view = make_view(TEXT)
    view.select(TEXT.index("Hùng"), TEXT.index("Hùng"))
    return view, ArticleText(view)


def test_the_paragraph_of_the_caret_is_offered_in_utf16(reader):
    view, text = reader
    paragraph = "👩🏽\u200d🚀 Đoàn\u2400 Hùng"
    units = len(paragraph.encode("utf-16-le")) // 2
    assert text.characterCount() == units
    assert text.text(0, units) == paragraph
    assert text.cursorPosition() == units - 4
    view.select(0, 0)
    assert text.text(0, text.characterCount()) == "Một dòng."


def test_a_reader_can_set_caret_and_selection(reader):
    view, text = reader
    text.setCursorPosition(8)
    assert view.caret == TEXT.index("Đoàn")
    text.addSelection(8, 12)
    assert view.selection() == (TEXT.index("Đoàn"), TEXT.index("Đoàn") + 4)
    text.removeSelection(0)
    assert view.selection() is None
    assert text.selectionCount() == 0


def test_places_on_screen_and_back(reader):
    view, text = reader
    rect = text.characterRect(9)
    inside = rect.topLeft() + QPoint(1, rect.height() // 2)
    assert text.offsetAtPoint(inside) == 9
    text.scrollToSubstring(0, 3)
    assert view.scroll_y() == 0


def test_the_interface_hands_out_pointers_only(make_view):
    """None or 0 for "no such interface" crashes the program as soon as a reader asks."""
    view = make_view(TEXT)
    accessible = accessible_of(view)
    assert accessible_of(view) is accessible
    assert accessible_of(make_view(TEXT)) is not accessible
    for kind in QAccessible.InterfaceType:
        assert isinstance(accessible.interface_cast(kind), VoidPtr)
    assert accessible.interface_cast(QAccessible.InterfaceType.TextInterface) != VoidPtr(0)
    assert view.accessibleName() == "Article"


@pytest.fixture
def reader_listens():
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was_active)


@pytest.mark.usefixtures("reader_listens")
def test_qt_hands_our_interface_to_a_reader(make_view):
    span = Span("s", TEXT.index("Đoàn"), TEXT.index("Hùng") + 4, standard_labels()[0].uid)
    view = make_view(TEXT, [span])
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    assert text.text(0, text.characterCount()) == "Một dòng."
    view.select(0, 3)
    view.select_span(span.uid)
    assert text.text(text.cursorPosition(), text.cursorPosition() + 4) == "Đoàn"
