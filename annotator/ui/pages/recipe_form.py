"""The left side of the export page: what is exported, in what form, in which parts, to where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.recipe import Recipe
from annotator.ui.pages.recipe_place import CardFields, PlaceFields
from annotator.ui.pages.recipe_shape import FormFields, SplitFields
from annotator.ui.pages.recipe_what import WhatFields

if TYPE_CHECKING:
    from annotator.ui.pages.recipe_what import Material


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants exported, and where to.

    Attributes:
        recipe: what, and in what form.
        output: path of the file or folder to write.
        replace: whether what is there may be replaced.
        make_folder: whether the folder it stands in is to be made.
    """

    recipe: Recipe
    output: str
    replace: bool
    make_folder: bool


class RecipeForm(QWidget):
    """The fields of a recipe; those of the place, `place`, stand where the page puts them.

    Signals:
        changed: something in it is different now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what, self.form = WhatFields(self), FormFields(self)
        self.split, self.card, self.place = SplitFields(self), CardFields(self), PlaceFields()
        self._groups = (self.what, self.form, self.split, self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for group in self._groups:
            column.addWidget(group)
        column.addStretch(1)
        self.setFocusProxy(self.what)
        self.show_recipe(Recipe())
        for group in self._groups:
            group.changed.connect(self._recipe_changed)
        self.place.changed.connect(self.changed)

    def set_material(self, material: Material) -> None:
        """Offer what the corpus has; nothing is told."""
        self.what.set_material(material)
        self.form.set_formats(material.formats)
        self.place.set_formats(material.formats)

    def set_counts(self, words: str) -> None:
        """Say beside "What" how much it is."""
        self.what.set_counts(words)

    def suggest(self, path: str) -> None:
        """Name the file; its ending follows the format."""
        self.place.suggest(path, self.recipe())

    def look_at_file(self) -> None:
        """See whether something is where the export is to go; nothing is told."""
        self.place.look_at_file()

    @property
    def is_ready(self) -> bool:
        """Whether there is somewhere to write to."""
        return self.place.is_ready

    def recipe(self) -> Recipe:
        """What is chosen now."""
        recipe = Recipe()
        for group in self._groups:
            recipe = group.put_into(recipe)
        return recipe

    def show_recipe(self, recipe: Recipe) -> None:
        """Choose what a recipe does, in every field; told once."""
        for group in self._groups:
            group.show_recipe(recipe)
        self._recipe_changed()

    def wish(self) -> Wish:
        """What is chosen, and where it goes."""
        place = self.place
        return Wish(self.recipe(), place.path, place.replace.isChecked(), place.make.isChecked())

    def _recipe_changed(self) -> None:
        self.place.fit(self.recipe())
        self.card.card.setVisible(not self.place.is_folder)
        self.changed.emit()
