"""A real library in a file of its own, and a desk that answers at once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from annotator.ui import theme
from annotator.ui.density import density
from annotator.ui.desk import InlineDesk
from annotator.ui.i18n import language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from annotator.model.document import Corpus
    from annotator.services.library import Library

TITLES = ("Khối thi đua các doanh nghiệp", "Lão nông Sáu Được và ba bằng sáng chế", "Tỉnh Sông Vàng tổng kết")


@pytest.fixture(autouse=True)
def in_english(qapp: QApplication) -> None:
    """Every test sees the English words, plurals included, whatever the test before it spoke."""
    language().choose("en")


@pytest.fixture(autouse=True)
def comfortable() -> None:
    """Every test sees rows of the usual height, whatever the test before it chose."""
    density().choose("comfortable")


_MANY_WIDGETS = 500


@pytest.fixture(autouse=True)
def few_widgets(qapp: QApplication) -> Iterator[None]:
    """Widgets that are to be deleted wait for an event loop; looks that change dress them all once more."""
    yield
    if len(qapp.allWidgets()) > _MANY_WIDGETS:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def kept_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library with one corpus of three documents, made once and copied for each test."""
    from annotator.services.library import open_library

    path = tmp_path_factory.mktemp("kept") / "test.annotator"
    with open_library(str(path)) as made:
        corpus = made.corpora.create("Thi đua khen thưởng").value
        for number, title in enumerate(TITLES):
            made.documents.add(corpus.uid, title, f"{title}\n\nBài {number}: Ủy viên Ban Thường vụ Tỉnh ủy.")
    return path


@pytest.fixture
def library(kept_library: Path, tmp_path: Path) -> Iterator[Library]:
    from annotator.services.library import open_library

    path = tmp_path / "test.annotator"
    shutil.copyfile(kept_library, path)
    with open_library(str(path)) as opened:
        yield opened


@pytest.fixture
def corpus(library: Library) -> Corpus:
    return library.corpora.list()[0]


@pytest.fixture
def desk(library: Library) -> InlineDesk:
    return InlineDesk(library)


@pytest.fixture
def on_screen(
    qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest
) -> Callable[[QWidget, int, int], None]:
    """Shows a panel inside a plain window: the offscreen platform warns about windows with least sizes."""
    if not qapp.styleSheet() or theme.current().is_dark:  # dressing costs more than most tests
        request.getfixturevalue("dress")
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
