"""Write the manual's pictures: drives the real program, with a library of its own, and takes its window.

    python docs/pictures.py [--to FOLDER] [--size 1280x800] [--only SCREEN,SCREEN]

Each screen is taken light and dark, in English and Vietnamese: docs/pictures/SCREEN-light-en.png, and so on.
No display is needed. Nothing of the person's own files is read or written.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {
    "HOME": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}
"""As a home has them: some pages show where things lie."""
ALONE = ("welcome", "labelling", "picker", "label-set", "export", "backups", "check")
REVIEW = ("review-overview", "review-compare", "agreement")
LOOKS = [(theme, language) for theme in ("light", "dark") for language in ("en", "vi")]


def move_away_from_home(folder: Path) -> None:
    """Let the program find its folders below `folder`."""
    for name, place in FOLDERS.items():
        os.environ[name] = str(folder / place)
        (folder / place).mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LOGNAME"] = "Lan"
    os.environ.pop("ANNOTATOR_LIBRARY", None)
    os.chdir(folder)


def wait(condition: Callable[[], object], what: str, seconds: float = 30) -> None:
    """Let the program go on until the condition holds, and sleep in between: its threads have work to do."""
    from PySide6.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        QCoreApplication.processEvents()
        time.sleep(0.01)


class Photographer:
    """Walks through the screens of one window."""

    def __init__(self, window: MainWindow, target: Path, wanted: Sequence[str]) -> None:
        self.window = window
        self.target = target
        self.wanted = wanted
        self.article = window.place.article
        self._place = ("", "")

    def take_everything(self) -> None:
        """All wanted screens in all looks."""
        if set(self.wanted) & set(ALONE):
            self._take_one_persons()
        if set(self.wanted) & set(REVIEW):
            self._take_reviewers()

    def _take_one_persons(self) -> None:
        workbench = self.window.flow.workbench
        wait(lambda: workbench.library, "the library")
        self._shoot("welcome", lambda: self.window.show_page("welcome"))
        self.window.personal.change(theme="light", language="en")
        wait(self.window.actions_["file.sample"].isEnabled, "the welcome page")
        self.window.actions_["file.sample"].trigger()
        wait(lambda: self.article.has_document, "the sample corpus")
        self._shoot("labelling", self._labelling)
        self._shoot("picker", self._picker)
        self._shoot("label-set", self._label_set)
        self._shoot("export", self._export)
        if "backups" in self.wanted:
            self._work_since_a_backup()
        self._shoot("backups", self._backups)
        self._shoot("check", self._check)

    def _take_reviewers(self) -> None:
        """Review, in a library of its own: what three people marked in the sample articles."""
        from tools.reviewed import make_reviewed

        workbench, path = self.window.flow.workbench, Path("reviewed.annotator").resolve()
        wait(lambda: workbench.library, "the library")
        self._place = make_reviewed(path)
        self.window.flow.open_library(str(path))
        wait(lambda: workbench.library and workbench.library.path == str(path), "the library of Review")
        wait(lambda: workbench.corpus and self.window.page != "opening", "its corpus")
        self._shoot("review-overview", self._review_overview)
        self._shoot("review-compare", self._review_compare)
        self._shoot("agreement", self._agreement)

    def _review_overview(self) -> None:
        self.window.show_page("review")
        self.window.late.review.show_tab("overview")
        page = self.window.late.review.page
        wait(lambda: page.foot.line.text(), "the figures of the overview")

    def _review_compare(self) -> None:
        self.window.show_page("review")
        self.window.late.review.show_tab("compare")
        page, (document, cluster) = self.window.late.review.page, self._place
        page.open(document, cluster)
        wait(lambda: page.deciding.cluster and page.deciding.cluster.uid == cluster, "the difference")

    def _agreement(self) -> None:
        from PySide6.QtTest import QTest

        self.window.show_page("review")
        self.window.late.review.show_tab("agreement")
        page = self.window.late.review.page
        QTest.qWait(300)  # what was known before is asked for anew
        wait(lambda: "review.take" in page.handlers(), "the places behind the figure")

    def _labelling(self) -> None:
        self.window.show_page("label")
        start = self.article.text.index("Ủy viên Ban Chấp hành")
        document = self.window.flow.workbench.document
        spans = document.state.spans() if document else []
        chosen = next((span.uid for span in spans if span.start == start), None)
        self.article.select_span(chosen, scroll=False)

    def _picker(self) -> None:
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        self.window.show_page("label")
        words = "nửa chặng đường năm 2024"
        start = self.article.text.index(words)
        first = self.article.rect_of(start, start + 1)
        last = self.article.rect_of(start + len(words) - 1, start + len(words))
        port = self.article.viewport()
        button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(port, button, plain, QPoint(first.left() + 1, first.center().y()))
        QTest.mouseMove(port, first.center())
        QTest.mouseMove(port, last.center())
        QTest.mouseRelease(port, button, plain, last.center())

    def _label_set(self) -> None:
        self.window.show_page("label_set")

    def _export(self) -> None:
        from PySide6.QtWidgets import QComboBox, QLineEdit

        from annotator.ui.pages.export_page import ExportPage

        self.window.show_page("export")
        page = self.window.findChild(ExportPage)
        if not isinstance(page, ExportPage):
            raise TypeError("the window has no export page")
        written: list[object] = []
        page.exported.connect(written.append)
        target = page.findChildren(QLineEdit)[-1]
        wait(target.text, "the file that the page offers")
        for choice in page.findChildren(QComboBox):
            if choice.findData("conll") >= 0:
                choice.setCurrentIndex(choice.findData("conll"))
        Path("sample.conll").unlink(missing_ok=True)
        target.clear()  # so that the page looks anew whether the file is there
        target.setText("sample.conll")

        def is_written() -> bool:
            """Asks again until the page has read what it needs; a file that is there is not written twice."""
            if not written:
                page.export()
            return bool(written)

        wait(is_written, "the export")

    def _work_since_a_backup(self) -> None:
        """A verified copy, then a document moved into the bin and two others begun anew."""
        from annotator.model.document import Status

        corpus, desk = self.window.flow.workbench.corpus, self.window.library_desk.desk
        if corpus is None:
            raise RuntimeError("no corpus is open")
        done: list[object] = []

        def copied(library: Library, _progress: Progress) -> list[str]:
            library.backups.make()
            return [row.uid for row in library.documents.rows(library.documents.keys(corpus.uid))]

        def work(uids: list[str]) -> None:
            desk.write(lambda library: library.documents.bin(uids[:1]))
            desk.write(lambda library: library.marking.mark(uids[1:3], Status.IN_PROGRESS), done.append)

        desk.run(copied, lambda *_: None, work)
        wait(lambda: done, "the work since the backup")

    def _backups(self) -> None:
        self.window.actions_["file.backups"].trigger()
        page = self.window.late.backups
        wait(lambda: not page.is_busy and page.side_view.model.rowCount(), "what differs from the backup")

    def _check(self) -> None:
        self.window.actions_["file.check"].trigger()
        page = self.window.late.check
        wait(lambda: page.answer.text() and not page.is_under_way, "what the check found")

    def _shoot(self, screen: str, go: Callable[[], object]) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        for theme, language in LOOKS if screen in self.wanted else ():
            QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Escape)
            self.window.personal.change(theme=theme, language=language)
            go()
            QTest.qWait(900)
            if self.window.notice_strip.isVisible() or self.window.failed_strip.isVisible():
                raise RuntimeError(f"the window complains on {screen}; its log says why")
            file = self.target / f"{screen}-{theme}-{language}.png"
            self.window.grab().save(str(file))
            print(file.relative_to(ROOT) if file.is_relative_to(ROOT) else file)  # noqa: T201


def main() -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "pictures", metavar="FOLDER")
    parser.add_argument("--size", default="1280x800", metavar="WIDTHxHEIGHT")
    screens = (*ALONE, *REVIEW)
    parser.add_argument("--only", default=",".join(screens), metavar="SCREENS", help=", ".join(screens))
    words = parser.parse_args()
    width, height = map(int, words.size.split("x"))
    words.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lan-") as home:
        target = words.to.resolve()
        move_away_from_home(Path(home))
        from PySide6.QtGui import QCursor
        from PySide6.QtWidgets import QApplication

        from annotator.app import open_window

        application = QApplication(sys.argv[:1])
        window = open_window(str(Path(home) / "library.annotator"))
        window.resize(width, height)
        QCursor.setPos(width // 2, height - 1)  # offscreen it rests on the menu button, which would look lit
        Photographer(window, target, words.only.split(",")).take_everything()
        window.close()
        application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
