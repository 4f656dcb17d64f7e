"""The whole window on a real library, made of three short articles."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from annotator.app import open_window
from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.ui import i18n, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

ARTICLES = {
    "Lão nông Sáu Được": "Lão nông Sáu Được\n\nÔng Huỳnh Văn Được là Chi hội trưởng Chi hội Nông dân.",
    "Quân khu 10": "Quân khu 10\n\nThiếu tá Y Brơm Niê được Bộ Quốc phòng tặng Bằng khen.",
    "Tỉnh Sông Vàng": "Tỉnh Sông Vàng\n\nUBND tỉnh Sông Vàng tổng kết phong trào thi đua.",
}
WAIT = 20_000


@pytest.fixture(scope="session")
def kept_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of `filled`, made once."""
    path = tmp_path_factory.mktemp("kept") / "filled.annotator"
    with open_library(str(path)) as library:
        corpus = library.corpora.create("Báo").value
        for title, text in ARTICLES.items():
            library.documents.add(corpus.uid, title, text)
        first = library.documents.rows(library.documents.keys(corpus.uid))[0].uid
        person = library.labels.list(corpus.uid)[0].label.uid
        start = ARTICLES["Lão nông Sáu Được"].index("Huỳnh")
        library.annotating.apply(first, (SpanAdded(Span(new_uid(), start, start + 14, person)),))
    return path


@pytest.fixture
def filled(kept_articles: Path, tmp_path: Path) -> Path:
    """A library with one corpus of three articles; the first one has a span on "Huỳnh Văn Được"."""
    return shutil.copyfile(kept_articles, tmp_path / "filled.annotator")


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[Callable[[Path], MainWindow]]:
    """Opens the window on a library and waits until the library is there; closes it at the end."""
    opened: list[MainWindow] = []

    def open_at(library: Path) -> MainWindow:
        window = open_window(str(library), "en")
        opened.append(window)
        window.activateWindow()
        qtbot.waitUntil(
            lambda: (
                (window.flow.workbench.library is not None and window.page != "opening")
                or window.page == "refused"
            ),
            timeout=WAIT,
        )
        return window

    yield open_at
    for window in opened:
        if isValid(window):
            close(window)
    theme.theme().choose(theme.Scheme.LIGHT)
    i18n.language().choose("en")


@pytest.fixture
def window(at: Callable[[Path], MainWindow], filled: Path, qtbot: QtBot) -> MainWindow:
    """The window on the filled library, with its first article open."""
    made = at(filled)
    qtbot.waitUntil(lambda: made.place.article.has_document, timeout=WAIT)
    return made


def close(window: MainWindow) -> None:
    """Close the window as its cross does, and have Qt delete it."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window)
    QApplication.processEvents()
