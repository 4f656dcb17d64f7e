"""Spans in manners of their own: lines without bands, thin rails, other names, a frame around words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.model.label import standard_label_uid
from annotator.model.span import Span
from annotator.ui.editor.manner import Manners

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

PERSON = standard_label_uid("person")
TEXT = "Bà Lò Thị Máy nhận Giấy khen của huyện."
SPAN = Span("one", 3, 13, PERSON)
INNER = Span("two", 6, 9, PERSON)


def beside_the_words(view, span: Span) -> QColor:
    """The colour right below the top edge of a band, between the letters' tops."""
    rect = view.rect_of(span.start, span.end)
    return view.viewport().grab().toImage().pixelColor(rect.left() + 1, rect.top() + 1)


def rail_height(view, span: Span) -> int:
    """Rows of pixels of the rail's own colour under the middle of the words."""
    rect = view.rect_of(span.start, span.end)
    image, line = view.viewport().grab().toImage(), view._look.of(span.label).line
    column = [image.pixelColor(rect.right() - 2, y) for y in range(rect.bottom(), rect.bottom() + 8)]
    return sum(abs(colour.hue() - line.hue()) < 12 and colour.saturation() > 120 for colour in column)


def test_a_line_has_no_band_and_a_thin_rail(make_view) -> None:
    view = make_view(TEXT, [SPAN])
    assert beside_the_words(view, SPAN) == view._look.of(PERSON).tint
    assert rail_height(view, SPAN) >= 2
    view.set_manners(Manners(lines=frozenset({"one"})))
    QApplication.processEvents()
    assert beside_the_words(view, SPAN) == view._look.page
    assert rail_height(view, SPAN) == 1


def test_a_quiet_span_keeps_its_band(make_view) -> None:
    view = make_view(TEXT, [SPAN])
    view.set_manners(Manners(quiet=frozenset({"one"})))
    assert beside_the_words(view, SPAN) == view._look.of(PERSON).tint
    assert rail_height(view, SPAN) == 1


def test_a_name_of_its_own_stands_under_the_span(make_view) -> None:
    view = make_view(TEXT, [SPAN])
    view.set_manners(Manners(names={"one": ("Lan, Thảo · person", "L, T")}))
    captions = view.flow.captions
    assert captions.full(SPAN, is_continuation=False).text == "Lan, Thảo · person"
    assert captions.fit(SPAN, 30.0).text == "L, T"
    assert captions.full(INNER, is_continuation=False).text == "person"


def test_a_span_on_a_line_is_not_drawn_as_one_on_a_band(make_view) -> None:
    view = make_view(TEXT, [SPAN, INNER])
    inner = next(each for each in view.flow.laid(0).lines[0].fragments if each.span is INNER)
    assert inner.is_over_other
    assert inner.is_inside_same
    view._marks.manners = Manners(lines=frozenset({"one"}))
    view._set_flow(TEXT)
    inner = next(each for each in view.flow.laid(0).lines[0].fragments if each.span is INNER)
    assert not inner.is_over_other
    assert not inner.is_inside_same


def test_a_frame_comes_and_goes(make_view) -> None:
    view = make_view(TEXT)
    before = view.viewport().grab().toImage()
    view.set_frame((3, 13))
    assert view.frame == (3, 13)
    rect = view.rect_of(3, 13)
    y = rect.center().y()
    image = view.viewport().grab().toImage()
    near = [image.pixelColor(x, y) for x in range(rect.left() - 5, rect.left())]
    assert view._look.accent in near
    view.set_frame(None)
    assert view.viewport().grab().toImage() == before
