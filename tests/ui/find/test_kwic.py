"""Words in their context are cut at words, and titles take the room that context cannot fill."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from annotator.model.document import Status
from annotator.model.search import Hit
from annotator.ui import fonts
from annotator.ui.find.kwic import pieces, title_room

LEFT = "Sáng nay tại hội trường lớn của thành phố, đại diện "
RIGHT = " tỉnh đã trao bằng khen cho nhiều tập thể xuất sắc"


@pytest.mark.parametrize("width", range(180, 900, 60))
def test_context_is_cut_at_words(qapp: object, width: int) -> None:
    hit = Hit("d", "Bài", Status.NEW, len(LEFT), len(LEFT) + 4, LEFT, "UBND", RIGHT)
    left, middle, right = pieces(hit, QRectF(0, 0, width, 30), fonts.interface(13))
    assert middle.words == "UBND"
    assert left.words in LEFT
    assert set(left.words.split()) <= set(LEFT.split())
    shown = right.words.removesuffix("…").split()
    assert set(shown) <= set(RIGHT.split())


def test_the_right_context_takes_what_else_is_free(qapp: object) -> None:
    hit = Hit("d", "Bài", Status.NEW, len(LEFT), len(LEFT) + 4, LEFT, "UBND", RIGHT)
    area, font = QRectF(0, 0, 400, 30), fonts.interface(13)
    less, more = pieces(hit, area, font), pieces(hit, area, font, 300.0)
    assert more[:2] == less[:2]
    assert more[2].words == RIGHT
    assert less[2].words.endswith("…")


def test_titles_are_wide_where_lines_are(qapp: object) -> None:
    assert [title_room(width, 170.0) for width in (600, 1000, 3000)] == [170.0, 240.0, 340.0]
