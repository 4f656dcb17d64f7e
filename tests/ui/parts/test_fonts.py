"""The chrome's letters follow the size of the system's, as far as rows hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from annotator.ui import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def systems_font(qapp: QApplication) -> Iterator[QFont]:
    """The font of a system, before the program has set its own."""
    before = QApplication.font()
    yield QFont("Sans Serif")
    QApplication.setFont(QFont("Sans Serif", 9))
    fonts.install()
    QApplication.setFont(before)


@pytest.mark.parametrize(("px", "shown"), [(12, 13), (15, 13), (18, 16), (40, 16)])
def test_letters_grow_with_those_of_the_system_to_a_quarter_more(
    systems_font: QFont, px: int, shown: int
) -> None:
    systems_font.setPixelSize(px)
    QApplication.setFont(systems_font)
    fonts.install()
    assert fonts.interface(13).pixelSize() == shown
    assert QApplication.font().pixelSize() == shown


def test_points_count_by_the_screen(systems_font: QFont) -> None:
    systems_font.setPointSizeF(30)
    QApplication.setFont(systems_font)
    fonts.install()
    assert fonts.interface(20).pixelSize() == 25
