"""Pixels: tints behind words, crisp rails, selection, chips; and what painting must not do to Python."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from annotator.model.changes import SpanAdded
from annotator.model.label import standard_labels
from annotator.model.palette import label_colours
from annotator.model.span import Span
from annotator.ui.editor.caret import Step
from annotator.ui.tokens import DARK, LIGHT

LABELS = standard_labels()
LABEL = {label.name: label.uid for label in LABELS}
TEXT = "Đ/c Đoàn Văn Hùng, Ủy viên Ban Thường vụ Tỉnh ủy, phát biểu."


def _span(words: str, label: str, **more) -> Span:
    start = TEXT.index(words)
    return Span(f"{label}{start}", start, start + len(words), LABEL[label], **more)


def _picture(view) -> QImage:
    return view.viewport().grab().toImage()


def _colours_in(image: QImage, rect: QRectF) -> set[str]:
    area = rect.toAlignedRect() & image.rect()
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def _colours(name: str, *, dark: bool = False):
    return label_colours({label.name: label.colour for label in LABELS}[name], dark)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_bands_rails_and_names_have_their_colours(make_view, tokens):
    span = _span("Đoàn Văn Hùng", "person")
    view = make_view(TEXT, [span])
    view.set_theme(tokens)
    view.select(0, 0)
    image = _picture(view)
    colours = _colours("person", dark=tokens.is_dark)
    words = QRectF(view.rect_of(span.start, span.end))
    assert colours.tint in _colours_in(image, words)
    under = words.translated(0, words.height())
    assert colours.line in _colours_in(image, under)
    assert image.pixelColor(5, 5).name() == tokens.page


def test_a_rail_is_two_crisp_rows_of_its_colour(make_view):
    span = _span("Đoàn Văn Hùng", "person")
    view = make_view(TEXT, [span])
    view.select(0, 0)
    image = _picture(view)
    rect = view.rect_of(span.start, span.end)
    column = [image.pixelColor(rect.center().x(), rect.bottom() + y).name() for y in range(-2, 12)]
    assert column.count(_colours("person").line) == 2


def test_inner_spans_of_the_same_label_take_the_second_tint(make_view):
    outer = _span("Ban Thường vụ Tỉnh ủy", "organization")
    inner = _span("Tỉnh ủy", "organization")
    view = make_view(TEXT, [outer, inner])
    view.select(0, 0)
    words = QRectF(view.rect_of(inner.start, inner.end))
    assert _colours("organization").tint2 in _colours_in(_picture(view), words)


def test_the_selected_span_stands_out(make_view):
    span = _span("Đoàn Văn Hùng", "person")
    view = make_view(TEXT, [span])
    view.select_span(span.uid)
    image = _picture(view)
    words = QRectF(view.rect_of(span.start, span.end))
    found = _colours_in(image, words.adjusted(-3, 0, 3, 24))
    assert {_colours("person").tint3, _colours("person").solid, _colours("person").line} <= found


def test_selection_lies_over_the_tint(make_view):
    view = make_view(TEXT)
    view.select(4, 8)
    found = _colours_in(_picture(view), QRectF(view.rect_of(4, 8)))
    page, shade = QColor(LIGHT.page), QColor(LIGHT.selection)
    expected = [
        round(p + (s - p) * shade.alphaF()) for p, s in zip(page.getRgb(), shade.getRgb(), strict=True)
    ]
    assert any(
        all(abs(a - b) <= 2 for a, b in zip(QColor(name).getRgb()[:3], expected, strict=False))
        for name in found
    )


def test_parts_are_joined_by_a_thin_line(make_view):
    first, last = TEXT.index("Đoàn"), TEXT.index("Hùng")
    span = Span("d", first, last + 4, LABEL["person"], parts=((first, first + 4), (last, last + 4)))
    view = make_view(TEXT, [span])
    view.select(0, 0)
    middle = QRectF(view.rect_of(TEXT.index("Văn"), TEXT.index("Văn") + 3))
    found = _colours_in(_picture(view), middle)
    assert _colours("person").tint not in found
    assert len(_colours_in(_picture(view), middle.translated(0, middle.height()))) > 1


def test_the_count_of_hidden_spans_is_drawn(make_view):
    start = TEXT.index("Đoàn")
    view = make_view(TEXT, [Span(f"s{n}", start, start + 4 + n % 3, LABEL["person"]) for n in range(3)])
    plain = view.flow.laid(0).height
    view = make_view(
        TEXT, [Span(f"s{n}", start, start + 4 + n, label.uid) for n in range(9) for label in LABELS[:1]]
    )
    assert view.flow.laid(0).lines[0].hidden
    assert view.flow.laid(0).height > plain
    assert LIGHT.sunken in _colours_in(_picture(view), QRectF(0, 0, 400, 200))


def test_names_can_be_hidden(make_view):
    span = _span("Đoàn Văn Hùng", "person")
    view = make_view(TEXT, [span])
    tall = view.flow.laid(0).height
    view.set_captions_shown(False)
    assert view.flow.laid(0).height < tall
    assert all(part.caption is None for part in view.flow.laid(0).lines[0].fragments)


class _Watch(QObject):
    """Notes what the viewport is asked to paint."""

    def __init__(self, viewport) -> None:
        super().__init__(viewport)
        self.heights: list[int] = []
        viewport.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.heights.append(sum(rect.height() for rect in event.region()))
        return False


def test_only_what_changed_is_painted(make_view):
    view = make_view((TEXT + "\n") * 30)
    watch = _Watch(view.viewport())
    view.move_caret(Step.CHARACTER, forward=True)
    QApplication.processEvents()
    caret = max(watch.heights, default=0)
    change = SpanAdded(_span("Đoàn Văn Hùng", "person"))
    view._state.apply(change)
    view.spans_changed((change,))
    QApplication.processEvents()
    assert 0 < caret < 60
    assert max(watch.heights) < 80
    watch.heights.clear()
    view.scroll_by(7)
    QApplication.processEvents()
    assert sum(watch.heights) < 30


def test_nothing_is_painted_when_nothing_happens(make_view, qtbot):
    view = make_view((TEXT + "\n") * 30, [_span("Đoàn Văn Hùng", "person")])
    view.select_span("person4")
    qtbot.wait(30)
    watch = _Watch(view.viewport())
    qtbot.wait(700)
    assert watch.heights == []


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
@pytest.mark.usefixtures("qapp")
def test_void_calls_leave_the_references_of_none_alone():
    """PySide6 6.12.0 dropped one at each void call, which kills CPython 3.11 while painting."""
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    painter, pen = QPainter(image), QPen()
    before = sys.getrefcount(None)
    for _ in range(100):
        painter.setPen(pen)
    assert abs(sys.getrefcount(None) - before) < 10
    painter.end()
