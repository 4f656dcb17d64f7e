"""Words stand still while heights above them become known."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model.changes import LayerState, SpanAdded
from annotator.model.label import standard_labels
from annotator.model.span import Span

LABEL = standard_labels()[0].uid
ARTICLE = "".join(
    f"{'Một câu có dấu để xem. ' * (number % 9)}đoạn {number}\n{'CHỮ HOA ' * (number % 40)}\n"
    for number in range(1500)
)


def _first_words(view) -> int:
    """The position in the middle of the window: something to watch."""
    return view.flow.position_at(0, view.scroll_y() + view.viewport().height() / 2)


def _y(view, position: int) -> float:
    return view.flow.caret_rect(position).y() - view.scroll_y()


def test_scrolling_up_through_the_unseen_moves_words_exactly(make_view):
    view = make_view(ARTICLE)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    for _ in range(120):
        watched = _first_words(view)
        before = _y(view, watched)
        view.scroll_by(-60)
        assert _y(view, watched) == pytest.approx(before + 60, abs=1)


def test_a_spans_in_the_unseen_above_does_not_move_words(make_view):
    view = make_view(ARTICLE)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    watched = _first_words(view)
    before = _y(view, watched)
    state = view._state
    for number in range(6):
        change = SpanAdded(Span(f"s{number}", 3, 30 + number, LABEL))
        state.apply(change)
        view.spans_changed((change,))
    view.scroll_by(0)
    assert _y(view, watched) == pytest.approx(before, abs=1)


def test_a_span_above_in_the_same_paragraph_does_not_move_words(make_view):
    text = "Một câu có dấu để xem. " * 900
    view = make_view(text)
    view.scroll_by(700)
    watched = _first_words(view)
    before = _y(view, watched)
    for number in range(4):
        change = SpanAdded(Span(f"s{number}", 3, 40 + number, LABEL))
        view._state.apply(change)
        view.spans_changed((change,))
    assert _y(view, watched) == pytest.approx(before, abs=1)


def test_the_end_is_reached_exactly(make_view):
    view = make_view(ARTICLE)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert view.scroll_y() == pytest.approx(view.flow.height - view.viewport().height(), abs=1)
    assert bar.value() == bar.maximum()
    view.scroll_by(500)
    assert view.scroll_y() == pytest.approx(view.flow.height - view.viewport().height(), abs=1)
    view.scroll_by(-10_000_000)
    assert view.scroll_y() == 0


def test_the_scroll_bar_follows_what_was_learnt(make_view):
    view = make_view(ARTICLE)
    bar = view.verticalScrollBar()
    for _ in range(50):
        bar.setValue(bar.value() + 300)
        QApplication.processEvents()
        assert bar.value() == pytest.approx(view.scroll_y(), abs=1)


@pytest.mark.parametrize("px", [12, 28])
def test_zoom_keeps_the_place(make_view, px):
    view = make_view(ARTICLE)
    view.select(len(ARTICLE) // 2, len(ARTICLE) // 2)
    before = _y(view, view.caret)
    view.set_zoom(px)
    assert view.zoom == px
    assert _y(view, view.caret) == pytest.approx(before, abs=8)


def test_a_narrower_window_keeps_the_line_at_the_top(make_view):
    view = make_view(ARTICLE)
    view.scroll_by(9000)
    top = view.flow.position_at(0, view.scroll_y() + 30)
    before = _y(view, top)
    view.resize(500, 600)
    QApplication.processEvents()
    assert _y(view, top) == pytest.approx(before, abs=60)


def test_a_place_is_found_again(make_view):
    view = make_view(ARTICLE)
    view.scroll_by(12_345)
    view.select(700, 720)
    view.scroll_by(5000)
    place, watched = view.place(), _first_words(view)
    y = _y(view, watched)
    other = make_view(ARTICLE)
    other.restore(place)
    assert other.selection() == (700, 720)
    assert _y(other, watched) == pytest.approx(y, abs=1)


def test_an_impossible_place_is_brought_inside(make_view):
    view = make_view("kurz\nund gut")
    place = type(view.place())(caret=99, anchor=-4, paragraph=77, fraction=3.0)
    view.restore(place)
    assert view.selection() == (0, 12)
    assert view.scroll_y() == 0


def test_spans_far_away_come_into_view(make_view):
    end = len(ARTICLE) - 300
    span = Span("far", end, end + 12, LABEL)
    view = make_view(ARTICLE, [span])
    view.select_span("far")
    assert 0 < _y(view, end) < view.viewport().height()
    view.select_span(None)
    view.select(0, 0)
    assert view.scroll_y() <= 20


def test_clearing_shows_an_empty_page(make_view):
    view = make_view(ARTICLE)
    view.clear()
    assert not view.has_document
    assert view.text == ""
    assert view.verticalScrollBar().maximum() == 0
    assert isinstance(view._state, LayerState)
