"""Where packages go: a folder, as it is typed or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotator.ui import choosing
from annotator.ui.pages.recipe_fields import RecipeFields
from annotator.ui.parts.buttons import IconButton


class FolderField(RecipeFields):
    """A path with a button that opens the system's dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder, self.browse = QLineEdit(), IconButton("folder-open", edge=30)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        line.setFocusProxy(self.folder)
        self.heading.hide()
        self.add_row("folder", line)
        self.folder.textChanged.connect(self.changed)
        self.browse.clicked.connect(self._choose)
        self.folder.setText(_documents_folder())
        self.retranslate()

    @property
    def path(self) -> str:
        """The folder, "" for none."""
        return self.folder.text().strip()

    @property
    def is_ready(self) -> bool:
        """Whether it is a folder that is there."""
        return bool(self.path) and Path(self.path).is_dir()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.caption("folder", self.tr("Folder"))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.browse.set_name(self.tr("Choose a folder…"))

    def _choose(self) -> None:
        chosen = choosing.folder_to_open(self.window(), self.tr("Folder for the packages"))
        if chosen:
            self.folder.setText(chosen)


def _documents_folder() -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if documents and Path(documents).is_dir() else str(Path.home())
