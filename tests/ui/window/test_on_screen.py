from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from annotator.ui.main_window import LEAST, SIZE
from annotator.ui.on_screen import first_size, window_icon


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 768), (1440, 900), (1920, 1080)])
def test_the_first_window_fits_the_screen_with_its_frame(width: int, height: int) -> None:
    size = first_size(SIZE, QRect(0, 0, width, height))
    assert size.width() < width
    assert size.height() <= height - 40
    assert size.width() >= LEAST.width()
    assert size.height() >= LEAST.height()


def test_a_large_screen_gives_the_wanted_size() -> None:
    assert first_size(SIZE, QRect(0, 0, 2560, 1440)) == SIZE


@pytest.mark.usefixtures("qapp")
def test_the_window_has_an_icon_in_every_size_desktops_ask_for() -> None:
    assert [QSize(edge, edge) in window_icon().availableSizes() for edge in (16, 32, 48, 256)] == [True] * 4
