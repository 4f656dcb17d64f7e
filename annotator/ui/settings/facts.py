"""Where the program keeps its files, each with a way to copy its path and to open its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.paths import cache_folder, log_folder, preset_folder
from annotator.settings import backup_roots
from annotator.ui import fonts
from annotator.ui.i18n import QT_TRANSLATE_NOOP, in_all_languages
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.settings.entries import folded

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS: Final = 220

# fmt: off
FACTS: Final = {
    "library": (QT_TRANSLATE_NOOP("FileFact", "Library"),
        QT_TRANSLATE_NOOP("FileFact", "All corpora, spans and steps")),
    "backups": (QT_TRANSLATE_NOOP("FileFact", "Backups"),
        QT_TRANSLATE_NOOP("FileFact", "Verified copies of libraries")),
    "presets": (QT_TRANSLATE_NOOP("FileFact", "Saved label sets"),
        QT_TRANSLATE_NOOP("FileFact", "To begin other corpora with")),
    "settings": (QT_TRANSLATE_NOOP("FileFact", "Settings"),
        QT_TRANSLATE_NOOP("FileFact", "What this page shows; no work is in it")),
    "logs": (QT_TRANSLATE_NOOP("FileFact", "Log"),
        QT_TRANSLATE_NOOP("FileFact", "What happened, without a word of any text")),
    "cache": (QT_TRANSLATE_NOOP("FileFact", "Derived data"),
        QT_TRANSLATE_NOOP("FileFact", "May be deleted at any time")),
}
# fmt: on
"""What is kept, with its name and what it is for."""


def file_facts(library: str, settings: Path) -> dict[str, str]:
    """Fact -> path (of the library possibly a URL, "" when none is open)."""
    return {
        "library": library,
        "backups": str(backup_roots()[0]),
        "presets": str(preset_folder()),
        "settings": str(settings),
        "logs": str(log_folder()),
        "cache": str(cache_folder()),
    }


class FileFact(QWidget):
    """One kind of file: what it is, where it is.

    Signals:
        said: a sentence on what was done, and whether it failed.
    """

    said = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._told = FACTS[name]
        self._where = ""
        self._name = PlainLabel(weight=fonts.MEDIUM)
        self._meaning = PlainLabel(size=12, ink="muted", wraps=True)
        self._path = ElidedLabel(ink="text2")
        self.copy_button = IconButton("copy", size=16)
        self.open_button = IconButton("folder-open", size=16)
        self._lay_out()
        self.copy_button.clicked.connect(self._copy)
        self.open_button.clicked.connect(self._open)
        self.retranslate()

    @property
    def haystack(self) -> str:
        """What the search field looks into."""
        told = (in_all_languages("FileFact", source) for source in (self._source, self._told))
        return folded(" ".join((*told, self._where)))

    @property
    def where(self) -> str:
        """The path it shows."""
        return self._where

    def show_path(self, where: str) -> None:
        """Show another path; "" for none."""
        self._where = where
        self._path.setText(where or self.tr("none is open"))
        self.copy_button.setEnabled(bool(where))
        self.open_button.setEnabled(bool(where) and "://" not in where)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._name.setText(QCoreApplication.translate("FileFact", self._source))
        self._meaning.setText(QCoreApplication.translate("FileFact", self._told))
        self.copy_button.set_name(self.tr("Copy the path: %1").replace("%1", self._name.text()))
        self.open_button.set_name(self.tr("Open the folder: %1").replace("%1", self._name.text()))
        self.show_path(self._where)

    def _lay_out(self) -> None:
        told = QWidget()
        told.setFixedWidth(WORDS)
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._meaning)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(4)
        row.addWidget(told)
        row.addWidget(self._path, 1)
        row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._where)
        self.said.emit(self.tr("The path is on the clipboard."), False)

    def _open(self) -> None:
        path = Path(self._where)
        folder = path if path.is_dir() else path.parent
        if not folder.is_dir():
            self.said.emit(self.tr("This folder is made when it is first needed."), False)
        elif not open_folder(folder):
            self.said.emit(self.tr("No program here shows folders; copy the path instead."), True)


def open_folder(folder: Path, show: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> bool:
    """Have the desktop show a folder; False when it has nothing to show it with."""
    return show(QUrl.fromLocalFile(str(folder)))
