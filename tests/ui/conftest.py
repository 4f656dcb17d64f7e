"""A real library in a file of its own, and a desk that answers at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from annotator.ui.desk import InlineDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.model.document import Corpus
    from annotator.services.library import Library

TITLES = ("Khối thi đua các doanh nghiệp", "Lão nông Sáu Được và ba bằng sáng chế", "Tỉnh Sông Vàng tổng kết")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    from annotator.services.library import open_library

    with open_library(str(tmp_path / "test.annotator")) as opened:
        yield opened


@pytest.fixture
def corpus(library: Library) -> Corpus:
    made = library.corpora.create("Thi đua khen thưởng").value
    for number, title in enumerate(TITLES):
        library.documents.add(made.uid, title, f"{title}\n\nBài {number}: Ủy viên Ban Thường vụ Tỉnh ủy.")
    return made


@pytest.fixture
def desk(library: Library) -> InlineDesk:
    return InlineDesk(library)


@pytest.fixture
def on_screen(qtbot: QtBot, dress: None) -> Callable[[QWidget, int, int], None]:
    """Shows a panel inside a plain window: the offscreen platform warns about windows with least sizes."""
    windows: list[QWidget] = []

    def show(panel: QWidget, width: int, height: int) -> None:
        window = QWidget()
        window.resize(width, height)
        panel.setParent(window)
        panel.setGeometry(0, 0, width, height)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        panel.show()

    return show
