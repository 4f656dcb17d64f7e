"""The signs in the article of what is not on the disk are in sight, and nothing else looks like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from annotator.ui.tokens import LIGHT

from .test_painting import TEXT, _colours_in, _picture, _span

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.editor.article_view import ArticleView


@pytest.mark.parametrize("words", ["Đ/c", "Đoàn Văn Hùng, Ủy viên Ban Thường vụ"])
@pytest.mark.parametrize("is_active", [False, True])
def test_the_dot_of_an_unsaved_span_is_seen_also_below_its_filled_name(
    make_view: Callable[..., ArticleView], words: str, is_active: bool
) -> None:
    span = _span(words, "organization")
    view = make_view(TEXT, [span])
    view.select(len(TEXT), len(TEXT))
    view.select_span(span.uid if is_active else None)
    view.set_unsaved(frozenset([span.uid]), [])
    rect, image = view.rect_of(span.start, span.end), _picture(view)
    places = [
        (x, y)
        for x in range(rect.left(), rect.right() + 120)
        for y in range(rect.bottom() - 4, rect.bottom() + 16)
    ]
    red = sum(image.pixelColor(*place).name() == LIGHT.bad for place in places)
    assert red > 20, "a whole dot, not the edge of one"


def test_only_the_outline_of_what_the_library_still_has_carries_the_dot(
    make_view: Callable[..., ArticleView],
) -> None:
    span = _span("Đoàn Văn Hùng", "person")
    view = make_view(TEXT, [])
    view.select(0, 0)
    place = (span.start, span.end, span.label)
    around = QRectF(view.rect_of(span.start, span.end)).adjusted(-8, -8, 8, 8)
    view.set_ghosts([place])
    assert LIGHT.bad not in _colours_in(_picture(view), around)
    view.set_ghosts([])
    view.set_gap((span.start, span.end))
    assert LIGHT.bad not in _colours_in(_picture(view), around)
    view.set_gap(None)
    view.set_unsaved(frozenset(), [place])
    assert LIGHT.bad in _colours_in(_picture(view), around)
