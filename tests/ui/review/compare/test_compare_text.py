"""The text of Compare: what is decided on is read with what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.ui.editor.manner import Manners
from annotator.ui.review.compare.drawing import Drawn
from annotator.ui.review.compare.text import CompareText

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = "\n".join(f"Dòng {number:03} của một bài dài." for number in range(300))
HEIGHT = 600


@pytest.fixture
def text(on_screen: Callable[..., None]) -> CompareText:
    made = CompareText()
    on_screen(made, 720, HEIGHT)
    made.show_drawn(LINES, Drawn((), Manners(), {}), ())
    return made


def top_of(text: CompareText, line: int) -> float:
    start = LINES.index(f"Dòng {line:03}")
    text.show_cluster(start, start + 8)
    return text.rect_of(start, start + 8).top() / text.viewport().height()


def test_what_is_low_or_above_comes_to_the_upper_third(text: CompareText) -> None:
    assert top_of(text, 2) < 0.2
    assert top_of(text, 4) < 0.4, "what is in view moves nothing"
    for line in (17, 150, 151, 20, 3):
        assert 0 < top_of(text, line) < 0.7
    assert top_of(text, 100) == pytest.approx(1 / 3, abs=0.05)
    top_of(text, 101)
    assert top_of(text, 90) == pytest.approx(1 / 3, abs=0.05)
