"""Ticks kept one by one are those of a rebuilt bar."""

from __future__ import annotations

import random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded, SpanRemoved
from annotator.model.label import standard_labels
from annotator.model.span import Span

LABELS = [label.uid for label in standard_labels()]
TEXT = "Một câu có dấu để xem và một câu nữa.\n" * 400


def test_adding_and_removing_keeps_what_a_rebuild_gives(make_view):
    view = make_view(TEXT)
    chance = random.Random(7)  # noqa: S311  (reproducible, not secret)
    spans = []
    for number in range(300):
        if spans and chance.random() < 0.4:
            change = SpanRemoved(spans.pop(chance.randrange(len(spans))))
        else:
            start = chance.randrange(len(TEXT) - 10)
            change = SpanAdded(Span(f"s{number}", start, start + 5, chance.choice(LABELS)))
            spans.append(change.span)
        view._state.apply(change)
        view.spans_changed((change,))
    kept = view._overview.tick_rows()
    view._overview.show_spans(view.flow, view._look)
    # Heights were learnt meanwhile, so rows may shift by one pixel; their number and order may not.
    rebuilt = view._overview.tick_rows()
    assert len(kept) > 50
    assert abs(len(kept) - len(rebuilt)) <= 3
    assert {label for _, label in kept} == {label for _, label in rebuilt}


def test_a_tick_stands_where_its_span_is(make_view):
    view = make_view(TEXT, [Span("a", 0, 5, LABELS[0]), Span("z", len(TEXT) - 8, len(TEXT) - 2, LABELS[1])])
    rows = view._overview.tick_rows()
    assert rows[0] == (0, LABELS[0])
    assert rows[1][0] > view._overview.height() * 0.98


def test_the_thumb_is_dragged_and_a_click_jumps(make_view):
    view = make_view(TEXT)
    bar = view.verticalScrollBar()
    middle = QPoint(7, bar.height() // 2)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert 0.4 < bar.value() / bar.maximum() < 0.6
    QTest.mouseMove(bar, QPoint(7, bar.height() + 50))
    QTest.mouseRelease(
        bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(7, bar.height())
    )
    assert bar.value() == bar.maximum()


def test_ticks_are_counted_anew_once_the_bar_keeps_its_height(make_view, qtbot):
    view = make_view(TEXT, [Span("a", 0, 5, LABELS[0]), Span("z", len(TEXT) - 8, len(TEXT) - 2, LABELS[1])])
    bar = view._overview
    last = bar.tick_rows()[-1][0]
    view.resize(view.width(), view.height() - 100)
    assert bar.tick_rows()[-1][0] == last
    qtbot.waitUntil(lambda: bar.tick_rows()[-1][0] < last)
    assert bar.height() * 0.98 < bar.tick_rows()[-1][0] < bar.height()


def test_of_two_labels_in_one_row_of_pixels_one_is_drawn(make_view):
    view = make_view(TEXT, [Span("a", 0, 5, LABELS[0]), Span("b", 0, 5, LABELS[1])])
    bar = view._overview
    assert bar.tick_rows() == sorted((0, label) for label in LABELS[:2])
    colour = bar.grab().toImage().pixelColor(bar.width() // 2, 1).name()
    assert colour in {view._look.of(label).line.name() for label in LABELS[:2]}
