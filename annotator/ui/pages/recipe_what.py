"""What a recipe exports: documents, layer, spans, and under which names people stand in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from annotator.model.document import AnnotatorKind, Status
from annotator.model.recipe import PEOPLE, Layers, People
from annotator.model.span import FLAGS
from annotator.ui.pages.recipe_fields import RecipeFields, choose, fill, value
from annotator.ui.pages.recipe_words import word, words
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import plain_tip
from annotator.ui.parts.tick_choice import TickChoice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.formats.registry import Format
    from annotator.model.document import Annotator
    from annotator.model.label import Label
    from annotator.model.recipe import Recipe

ALL_LAYERS: Final = "*"
"""Stands for all layers where an annotator's uid could stand."""

GOLD: Final = "gold"
"""Stands for the layer that review made."""

_ROWS: Final = (
    "status",
    "search",
    "with_tags",
    "without_tags",
    "layer",
    "labels",
    "without_flags",
    "people",
)

_PEOPLE: Final[Mapping[str, People]] = {"": "", "names": "names", "pseudonyms": "pseudonyms"}


@dataclass(frozen=True, slots=True)
class Material:
    """What a corpus has to choose from.

    Attributes:
        annotators: with a layer in it, the library's own first.
        labels: the label set in order.
        tags: of its documents.
        formats: that can be written, by name.
    """

    annotators: Sequence[Annotator] = ()
    labels: Sequence[Label] = ()
    tags: Sequence[str] = ()
    formats: Mapping[str, Format] = field(default_factory=dict)


class WhatFields(RecipeFields):
    """Which documents, which layer, which spans."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._material: Material | None = None
        self._counts = ""
        self.status, self.layer, self.people = Choice(), Choice(), Choice()
        self.labels, self.with_tags = TickChoice(none_is_all=True), TickChoice()
        self.without_tags, self.without_flags = TickChoice(), TickChoice()
        self.search = QLineEdit()
        for name in (
            "status",
            "search",
            "with_tags",
            "without_tags",
            "layer",
            "labels",
            "without_flags",
            "people",
        ):
            self.add_row(name, getattr(self, name))
        for choice in (self.status, self.layer, self.people):
            choice.currentIndexChanged.connect(self.changed)
        self.search.textEdited.connect(self.changed)
        for ticks in (self.labels, self.with_tags, self.without_tags, self.without_flags):
            ticks.ticked.connect(self.changed)
        self.setFocusProxy(self.status)
        self.retranslate()

    def set_material(self, material: Material) -> None:
        """Offer what the corpus has; what was chosen stays so if it is among it."""
        self._material = material
        self.retranslate()

    def set_counts(self, words_: str) -> None:
        """Say beside the heading how much it is."""
        self._counts = words_
        self.heading.set_text(self.tr("What"), words_)

    def show_recipe(self, recipe: Recipe) -> None:
        """Choose what the recipe does; nothing is told."""
        choose(self.status, recipe.status.value if recipe.status else "")
        self.search.setText(recipe.search)
        self._choose_layer(recipe)
        choose(self.people, recipe.people)
        self.labels.choose(recipe.labels)
        self.with_tags.choose(recipe.with_tags)
        self.without_tags.choose(recipe.without_tags)
        self.without_flags.choose(recipe.without_flags)
        self._show_rows()

    def put_into(self, recipe: Recipe) -> Recipe:
        """The recipe with what is chosen here."""
        layer, status = value(self.layer), value(self.status)
        layers: Layers = "all" if layer == ALL_LAYERS else "gold" if layer == GOLD else "one"
        return replace(
            recipe,
            layers=layers,
            annotator=layer if layers == "one" else "",
            status=Status(status) if status else None,
            search=self.search.text().strip(),
            labels=self.labels.values(),
            with_tags=self.with_tags.values(),
            without_tags=self.without_tags.values(),
            without_flags=self.without_flags.values(),
            people=_PEOPLE[value(self.people)],
        )

    def retranslate(self) -> None:
        """Set every word anew; what is chosen stays chosen."""
        self.set_counts(self._counts)
        captions = {
            "status": self.tr("Documents"),
            "search": self.tr("That fit"),
            "with_tags": self.tr("With a tag"),
            "without_tags": self.tr("Without tags"),
            "layer": self.tr("Layer"),
            "labels": self.tr("Labels"),
            "without_flags": self.tr("Without flags"),
            "people": self.tr("Annotators"),
        }
        for name, caption in captions.items():
            self.caption(name, caption)
        fill(self.status, [("", self.tr("All")), *words(status.value for status in reversed(Status))])
        self.search.setPlaceholderText(self.tr("words and conditions, as in the list"))
        fill(self.layer, self._layers())
        usual = self.tr("As is usual for the format")
        fill(self.people, [(each, word(each) if each else usual) for each in PEOPLE])
        self._say_ticks()
        self._show_rows()

    def _say_ticks(self) -> None:
        """What there is to tick; as long as that is not known, no number is told."""
        material = self._material or Material()
        every = self.tr("All %n", "", len(material.labels)) if self._material else ""
        self.labels.offer((label.name, label.name) for label in material.labels)
        self.labels.say(every, every)
        self.labels.setToolTip(plain_tip(self.tr("Ctrl and a click in the list: this label alone")))
        for ticks, none in (
            (self.with_tags, self.tr("Any or none")),
            (self.without_tags, self.tr("None is left out")),
        ):
            ticks.offer((tag, tag) for tag in material.tags)
            ticks.say(none)
        self.without_flags.offer(words(FLAGS))
        self.without_flags.say(self.tr("None is left out"))

    def _show_rows(self) -> None:
        """Tags are asked for where there are some."""
        for name, ticks in (("with_tags", self.with_tags), ("without_tags", self.without_tags)):
            self.show_row(name, shown=ticks.count() > 0)

    def _layers(self) -> list[tuple[str, str]]:
        if self._material is None:
            return [("", "")]
        people = self._material.annotators
        if not people:
            return [("", self.tr("Nobody’s yet"))]
        found = [
            (GOLD, self.tr("Gold")) if one.kind is AnnotatorKind.GOLD else (one.uid, one.name)
            for one in people
        ]
        return [*found, (ALL_LAYERS, self.tr("All layers"))] if len(found) > 1 else found

    def _choose_layer(self, recipe: Recipe) -> None:
        """A recipe may name an annotator, whom the form knows by uid; without one it is the first."""
        fill(self.layer, self._layers())
        people = self._material.annotators if self._material else ()
        known = {one.name: one.uid for one in reversed(people)}
        wanted = {"all": ALL_LAYERS, "gold": GOLD, "one": known.get(recipe.annotator, recipe.annotator)}
        layer = wanted[recipe.layers]
        choose(self.layer, layer or str(self.layer.itemData(0)))
