"""Caret, selection and spans by keyboard and mouse, on a text full of traps."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced
from annotator.model.label import standard_labels
from annotator.model.span import Span
from annotator.text import segment

LABEL = {label.name: label.uid for label in standard_labels()}
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def _span(text: str, words: str, label: str = "person") -> Span:
    start = text.index(words)
    return Span(f"{label}-{start}-{len(words)}", start, start + len(words), LABEL[label])


def _point(view, position: int) -> QPoint:
    rect = view._from_flow(view.flow.caret_rect(position))
    return QPoint(round(rect.x()), round(rect.center().y()))


def _drag(view, start: int, end: int, modifiers=NONE) -> None:
    first, last = _point(view, start), _point(view, end)
    QTest.mousePress(view.viewport(), LEFT, modifiers, first)
    QTest.mouseMove(view.viewport(), (first + last) / 2)
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), LEFT, modifiers, last)


def _words(view) -> str | None:
    selection = view.selection()
    return None if selection is None else view.text[slice(*selection)]


def _press(view, key, modifiers=NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(view, key, modifiers)


# By keyboard


def test_right_and_left_stop_at_every_grapheme_once(make_view, traps):
    view = make_view(traps)
    line_end = traps.index("\u2028")
    visited = [view.caret]
    while view.caret < line_end:
        _press(view, Qt.Key.Key_Right)
        assert view.caret > visited[-1]
        visited.append(view.caret)
    assert all(segment.grapheme_start(traps, position) == position for position in visited)
    assert not any(traps[position - 1 : position + 1] == "\r\n" for position in visited)
    while view.caret:
        _press(view, Qt.Key.Key_Left)
        assert view.caret == visited[visited.index(view.caret)]


def test_one_arrow_leads_through_the_whole_text_whatever_its_directions(make_view, traps):
    view = make_view(traps)
    _press(view, Qt.Key.Key_End, CTRL)
    assert view.caret == len(traps)
    _press(view, Qt.Key.Key_Home, CTRL)
    assert view.caret == 0
    _press(view, Qt.Key.Key_Right, times=len(traps))
    assert view.caret == len(traps)
    _press(view, Qt.Key.Key_Left, times=len(traps))
    assert view.caret == 0


def test_down_keeps_the_column_and_up_comes_back(make_view, traps):
    view = make_view(traps)
    view.select(20, 20)
    x = view.caret_rect().x()
    _press(view, Qt.Key.Key_Down, times=5)
    assert view.caret > 100
    _press(view, Qt.Key.Key_Up, times=5)
    assert abs(view.caret_rect().x() - x) <= 6


@pytest.mark.parametrize(
    ("key", "modifiers", "lands_before"),
    [
        (Qt.Key.Key_Right, CTRL, "Giấy khen"),
        (Qt.Key.Key_Right, ALT, "Đ/c"),
        (Qt.Key.Key_Down, CTRL, "Đ/c"),
        (Qt.Key.Key_Left, CTRL, "tặng"),
        (Qt.Key.Key_Up, CTRL, "\ufeffUỷ"),
        (Qt.Key.Key_Home, NONE, "\ufeffUỷ"),
        (Qt.Key.Key_End, NONE, "\r\nĐ/c"),
    ],
)
def test_steps_by_word_sentence_paragraph_and_line(make_view, traps, key, modifiers, lands_before):
    view = make_view(traps)
    view.select(traps.index("ặng"), traps.index("ặng"))
    _press(view, key, modifiers)
    assert view.caret == traps.index(lands_before)


def test_shift_extends_and_a_plain_arrow_collapses(make_view, traps):
    view = make_view(traps)
    start = traps.index("Giấy")
    view.select(start, start)
    _press(view, Qt.Key.Key_Right, SHIFT, times=4)
    assert _words(view) == "Giấy"
    _press(view, Qt.Key.Key_Right, SHIFT | CTRL)
    assert _words(view) == "Giấy "
    _press(view, Qt.Key.Key_Left)
    assert (view.selection(), view.caret) == (None, start)


def test_pages_go_down_and_up(make_view):
    view = make_view("Một dòng.\n" * 300)
    _press(view, Qt.Key.Key_PageDown, times=3)
    assert view.scroll_y() > view.viewport().height()
    assert 0 <= view.caret_rect().y() <= view.viewport().height()
    _press(view, Qt.Key.Key_PageUp, times=9)
    assert view.caret == 0


def test_keys_that_mean_nothing_here_go_to_the_handler(make_view, traps):
    view = make_view(traps)
    asked = []
    view.set_key_handler(lambda event: bool(asked.append(event.text())) or event.text() == "3")
    _press(view, "3")
    _press(view, Qt.Key.Key_Tab)
    assert asked == ["3", "\t"]
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_copy_gives_the_words_exactly_as_stored(make_view, traps):
    view = make_view(traps)
    start, end = traps.index("Mường"), traps.index(" tặng")
    view.select(start, end)
    _press(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Mường\u00a0Sơn"
    _press(view, Qt.Key.Key_A, CTRL)
    assert view.copied_text() == traps


# By mouse


def test_a_drag_takes_whole_words_without_what_surrounds_them(make_view, traps, qtbot):
    view = make_view(traps)
    start = traps.index("Nông dân")
    with qtbot.waitSignal(view.selection_finished):
        _drag(view, start + 2, traps.index("tỉnh,") + 5)
    assert _words(view) == "Nông dân  tỉnh"
    _drag(view, traps.index("tỉnh,") + 2, start + 1)
    assert _words(view) == "Nông dân  tỉnh"
    assert view.caret == start


@pytest.mark.parametrize("modifier", [ALT, CTRL])
def test_a_drag_with_alt_or_ctrl_takes_exact_characters(make_view, traps, modifier):
    view = make_view(traps)
    start = traps.index("Nông dân")
    QTest.mousePress(view.viewport(), LEFT, modifier, _point(view, start + 2))
    _move_with(view, start + 7, modifier)
    QTest.mouseRelease(view.viewport(), LEFT, modifier, _point(view, start + 7))
    assert _words(view) == "ng dâ"
    assert view.is_selection_exact()


def _move_with(view, position: int, modifiers) -> None:
    place = QPointF(_point(view, position))
    scene = QPointF(view.viewport().mapToGlobal(place))
    event = QMouseEvent(QEvent.Type.MouseMove, place, scene, LEFT, LEFT, modifiers)
    QApplication.sendEvent(view.viewport(), event)


def test_the_precise_mode_takes_exact_characters(make_view, traps):
    view = make_view(traps)
    view.set_exact(True)
    start = traps.index("Nông dân")
    _drag(view, start + 2, start + 7)
    assert _words(view) == "ng dâ"


def test_a_drag_over_blanks_alone_selects_nothing(make_view, traps):
    view = make_view(traps)
    start = traps.index("  tỉnh")
    _drag(view, start, start + 2)
    assert view.selection() is None


def test_double_click_takes_the_word_and_triple_the_paragraph(make_view, traps):
    view = make_view(traps)
    place = _point(view, traps.index("i\u0323 Đăng") + 4)
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, place)
    assert _words(view) == "Đăng"
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)
    assert _words(view) == "Đ/c Hà\u0309i\u0323 Đăng, Phó Chủ tịch"


def test_shift_click_extends(make_view, traps):
    view = make_view(traps)
    start = traps.index("Giấy")
    view.select(start, start)
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, _point(view, traps.index("cho bà") + 1))
    assert _words(view) == "Giấy khen cho"


def test_clicks_go_from_the_inner_to_the_outer_span_and_round(make_view, traps):
    outer, inner = _span(traps, "Hội Nông dân  tỉnh", "position"), _span(traps, "Nông dân", "organization")
    view = make_view(traps, [outer, inner])
    place = _point(view, inner.start + 3)
    chosen = []
    for _ in range(3):
        QTest.mouseClick(view.viewport(), LEFT, NONE, place)
        chosen.append(view.selected_span())
        view._gestures._clicked_at = (0.0, QPointF())
    assert chosen == [inner, outer, inner]
    QTest.mouseClick(view.viewport(), LEFT, NONE, _point(view, traps.index("Mỗi") + 1))
    assert view.selected_span() is None


def test_a_click_on_a_rail_or_name_takes_exactly_that_span(make_view, traps):
    same = [_span(traps, "Nông dân", name) for name in LABEL]
    view = make_view(traps, same)
    index, _, line = view.flow.line_of(same[0].start)
    x = round(view.flow.caret_rect(same[0].start).x()) + view.column()[0] + 3
    found = []
    for row in range(len(same)):
        y = view.flow.top(index) + line.text_bottom + view.flow.metrics.rail_drop + 1
        y += row * view.flow.metrics.lane - view.scroll_y()
        QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(x, round(y) + 3))
        found.append(view.selected_span().uid)
    assert sorted(found) == sorted(span.uid for span in same)


def test_an_edge_can_be_pulled_and_snaps(make_view, traps, qtbot):
    span = _span(traps, "Nông dân")
    view = make_view(traps, [span])
    view.select_span(span.uid)
    with qtbot.waitSignal(view.span_resized) as told:
        _drag(view, span.end, traps.index("tỉnh, phát") + 2)
    assert told.args == [span, span.start, traps.index(", phát")]
    with qtbot.waitSignal(view.span_resized) as told:
        _drag(view, span.start, span.start - 2)
    assert told.args == [span, traps.index("Hội Nông"), span.end]


def test_hovering_tells_the_innermost_span(make_view, traps, qtbot):
    outer, inner = _span(traps, "Hội Nông dân  tỉnh", "position"), _span(traps, "Nông dân", "organization")
    view = make_view(traps, [outer, inner])
    told = []
    view.hovered.connect(told.append)
    for position in (inner.start + 2, outer.start + 1, traps.index("Mỗi") + 1):
        QTest.mouseMove(view.viewport(), _point(view, position))
    assert told == [inner, outer, None]


def test_dragging_beyond_the_edge_scrolls(make_view):
    view = make_view("Một dòng chữ.\n" * 200)
    viewport = view.viewport()
    QTest.mousePress(viewport, LEFT, NONE, QPoint(100, 100))
    QTest.mouseMove(viewport, QPoint(120, viewport.height() + 60))
    before = view.selection()
    for _ in range(4):
        view._gestures._scroll_on()
    assert view.scroll_y() > 0
    assert view.selection()[1] > before[1]
    QTest.mouseRelease(viewport, LEFT, NONE, QPoint(120, viewport.height() + 60))
    assert not view._gestures._autoscroll.isActive()


# Spans that change


def test_random_edits_keep_the_index_equal_to_the_state(make_view, traps):
    chance = random.Random(20)  # noqa: S311  (reproducible, not secret)
    view = make_view(traps)
    state = view._state
    for number in range(150):
        spans = state.spans()
        start = chance.randrange(len(traps) - 1)
        fresh = Span(
            f"s{number}", start, chance.randrange(start + 1, len(traps) + 1), chance.choice([*LABEL.values()])
        )
        change = SpanAdded(fresh)
        if spans and chance.random() < 0.3:
            change = SpanRemoved(chance.choice(spans))
        elif spans and chance.random() < 0.4:
            old = chance.choice(spans)
            change = SpanReplaced(old, Span(old.uid, fresh.start, fresh.end, fresh.label))
        state.apply(change)
        view.spans_changed((change,))
        if number % 10 == 0:
            view.scroll_by(chance.randrange(-300, 400))
            view.grab()
    assert view.flow.spans.in_order() == state.spans()
    for index, y in view._scroller.visible():
        paragraph = view.flow.laid(index)
        shown = {part.span for line in paragraph.lines for part in line.fragments}
        hidden = {span for line in paragraph.lines for span in line.hidden}
        assert shown | hidden <= set(state.spans())
        assert y == pytest.approx(view.flow.top(index) - view.scroll_y())


def test_a_removed_span_is_let_go(make_view, traps, qtbot):
    span = _span(traps, "Nông dân")
    view = make_view(traps, [span])
    view.select_span(span.uid)
    change = SpanRemoved(span)
    view._state.apply(change)
    with qtbot.waitSignal(view.span_selected) as told:
        view.spans_changed((change,))
    assert told.args == [None]
    assert view.selected_span() is None


def test_selecting_a_span_drops_the_selection_and_moving_lets_it_go(make_view, traps):
    span = _span(traps, "Nông dân")
    view = make_view(traps, [span])
    view.select(2, 5)
    view.select_span(span.uid)
    assert view.selection() is None
    assert view.selected_span() == span
    _press(view, Qt.Key.Key_Right)
    assert view.selected_span() is None


def test_new_spans_shine_and_the_clock_stops(make_view, traps, qtbot):
    view = make_view(traps)
    change = SpanAdded(_span(traps, "Nông dân"))
    view._state.apply(change)
    view.spans_changed((change,))
    assert view._shine.brightness == {change.span.uid: 1.0}
    qtbot.waitUntil(lambda: not view._shine.brightness, timeout=2000)
    assert not view._shine._timer.isActive()


def test_nothing_is_lit_under_a_resting_pointer_while_words_are_selected(make_view, traps):
    span = _span(traps, "Nông dân")
    view = make_view(traps, [span])
    QTest.mouseMove(view.viewport(), _point(view, span.start + 2))
    assert view._marks.hovered == span.uid
    view.select(span.start, span.end)
    assert view._marks.hovered is None
    QTest.mouseMove(view.viewport(), _point(view, span.start + 3))
    assert view._marks.hovered is None
    _press(view, Qt.Key.Key_Right)
    QTest.mouseMove(view.viewport(), _point(view, span.start + 2))
    assert view._marks.hovered == span.uid
