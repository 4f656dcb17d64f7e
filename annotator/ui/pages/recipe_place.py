"""Where an export goes, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from annotator.ui import choosing
from annotator.ui.pages.recipe_fields import RecipeFields
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.formats.registry import Format
    from annotator.model.recipe import Recipe


def is_folder(recipe: Recipe, path: str, formats: Mapping[str, Format]) -> bool:
    """Whether the export of a recipe to a path is a folder."""
    known = formats.get(recipe.format)
    return recipe.split is not None or (known is not None and known.makes_folder(Path(path)))


def fitted(path: str, before: Recipe | None, recipe: Recipe, formats: Mapping[str, Format]) -> str:
    """The path with the ending that the recipe's files have; one that a person made up stays.

    Args:
        path: as it is, "" for none.
        before: the recipe that it was fitted to; None if it has no ending yet.
        recipe: the recipe that it is to fit.
        formats: by name.
    """
    found = Path(path)
    endings = {f".{each.extension}" for each in formats.values() if each.extension}
    is_known = found.suffix.lower() in endings
    if not path or recipe.format not in formats or (found.suffix and not is_known and before is not None):
        return path
    bare = found.with_suffix("") if is_known and before is not None else found
    if is_folder(recipe, str(bare), formats):
        return str(bare)
    return f"{bare}.{formats[recipe.format].extension}"


def proposed(name: str) -> str:
    """Where an export of a corpus of that name could go, without an ending.

    It is in the person's documents, or in their home where there is no such folder.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
    return str(folder / (re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", name).strip(" .")[:80] or "corpus"))


class CardFields(RecipeFields):
    """What stands beside the data: licence and card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.licence, self.card = QLineEdit(), QCheckBox()
        self.add_row("licence", self.licence)
        self.add_below(self.card)
        self.retranslate()
        self.licence.editingFinished.connect(self.changed)
        self.card.toggled.connect(self.changed)

    def show_recipe(self, recipe: Recipe) -> None:
        """Show licence and card of the recipe; nothing is told."""
        self.licence.setText(recipe.licence)
        self.card.blockSignals(True)
        self.card.setChecked(recipe.card)
        self.card.blockSignals(False)

    def put_into(self, recipe: Recipe) -> Recipe:
        """The recipe with what is chosen here."""
        return replace(recipe, licence=self.licence.text().strip(), card=self.card.isChecked())

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.set_text(self.tr("Beside the data"))
        self.caption("licence", self.tr("Licence"))
        self.licence.setPlaceholderText(self.tr("of the data, for its card"))
        self.card.setText(self.tr("Card and manifest beside the file"))


class PlaceFields(RecipeFields):
    """Path and permissions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted_to: Recipe | None = None
        self._formats: Mapping[str, Format] = {}
        self.output, self.browse = QLineEdit(), IconButton("folder-open", edge=30)
        self.replace, self.make = QCheckBox(), QCheckBox()
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.output, 1)
        row.addWidget(self.browse)
        line.setFocusProxy(self.output)
        self.add_row("output", line)
        self._why = PlainLabel(size=12, ink="muted", wraps=True)
        self._has_documents = True
        for widget in (self.replace, self.make, self._why):
            self.add_below(widget)
            widget.hide()
        self.heading.hide()
        self.retranslate()
        self.browse.clicked.connect(self._choose)
        self.output.textChanged.connect(self._path_changed)
        for tick in (self.replace, self.make):
            tick.toggled.connect(self.changed)

    @property
    def path(self) -> str:
        """Where to, "" for nowhere yet."""
        return self.output.text().strip()

    @property
    def is_folder(self) -> bool:
        """Whether a folder is named, by the recipe that the path was fitted to."""
        return self._fitted_to is not None and is_folder(self._fitted_to, self.path, self._formats)

    @property
    def is_ready(self) -> bool:
        """Whether there is somewhere to write to."""
        if not self.path:
            return False
        path = Path(self.path)
        if path.exists():
            return self.replace.isChecked()
        return path.absolute().parent.is_dir() or self.make.isChecked()

    def say_why(self, *, has_documents: bool) -> None:
        """Say below what an export waits for, if for anything."""
        self._has_documents = has_documents
        words = self._lacks()
        self._why.setText(words)
        self._why.setVisible(bool(words))

    def _lacks(self) -> str:
        if not self.path:
            return self.tr("Name where it is to go.")
        if not self.is_ready:
            there = Path(self.path).exists()
            tick = self.replace if there else self.make
            words = self.tr("It is there already: tick “%1”, or name another place.")
            missing = self.tr("The folder that it goes into is missing: tick “%1”, or name another place.")
            return (words if there else missing).replace("%1", tick.text())
        return "" if self._has_documents else self.tr("No document fits what is chosen above.")

    def set_formats(self, formats: Mapping[str, Format]) -> None:
        """Know the endings of these formats."""
        self._formats = formats
        self.retranslate()

    def suggest(self, path: str, recipe: Recipe) -> None:
        """Name file or folder; its ending follows the recipe."""
        self._fitted_to = None
        self.output.setText(fitted(path, None, recipe, self._formats))
        self._fitted_to = recipe
        self.retranslate()

    def fit(self, recipe: Recipe) -> None:
        """Give the path another ending where the recipe has another one; say what it is now."""
        wanted = self.path
        if self._fitted_to is not None:
            wanted = fitted(wanted, self._fitted_to, recipe, self._formats)
        self._fitted_to = recipe
        if wanted != self.path:
            self.output.setText(wanted)
        self.retranslate()

    def look_at_file(self) -> None:
        """Offer to replace what is there, now that it was written or named; nothing is told.

        A folder that is missing is offered to be made.
        """
        path = Path(self.path)
        self.replace.setVisible(bool(self.path) and path.exists())
        self.make.setVisible(bool(self.path) and not path.absolute().parent.exists())
        for tick in (self.replace, self.make):
            tick.blockSignals(True)
            tick.setChecked(False)
            tick.blockSignals(False)

    def retranslate(self) -> None:
        """Set every word anew."""
        folder = self.is_folder
        self.caption("output", self.tr("Folder") if folder else self.tr("File"))
        self.output.setAccessibleName(self.tr("Folder") if folder else self.tr("File"))
        self.browse.set_name(self.tr("Choose a place…"))
        there = self.tr("Replace the files that are there") if folder else ""
        self.replace.setText(there or self.tr("Replace the file that is there"))
        self.make.setText(self.tr("Make the folder, it is missing"))
        self.say_why(has_documents=self._has_documents)

    def _path_changed(self, _path: str) -> None:
        self.look_at_file()
        self.changed.emit()

    def _choose(self) -> None:
        chosen = choosing.file_to_save(self.window(), self.tr("Export to"), self.path)
        if chosen:
            self.output.setText(chosen)
            self.replace.setChecked(Path(chosen).exists())  # the file dialog has asked already
