"""In what form a recipe exports, and in which parts: the registry says what a format lets one choose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.model.recipe import EDGES, NESTED, PARTS, SCHEMES, TOGETHER, TOKENS, Split
from annotator.ui.pages.recipe_fields import RecipeFields, choose, fill, value
from annotator.ui.pages.recipe_words import hint, word, words
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.number_field import NumberField
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.tick_choice import TickChoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.formats.registry import Format
    from annotator.model.recipe import Recipe, Together

_VALUES: Final = {"scheme": SCHEMES, "tokens": TOKENS, "nested": NESTED, "edges": EDGES}
_OF_COLUMNS: Final = ("levels", "per-label")
"""Policies for nested spans that only a format with tags in columns has."""

_SEEDS: Final = 2**31 - 1
_HUNDRED: Final = 100


class FormFields(RecipeFields):
    """Format, and what it lets one choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats: Mapping[str, Format] = {}
        self.format = Choice()
        self.options = {name: Choice() for name in _VALUES}
        self._hint = PlainLabel(size=12, ink="muted", wraps=True)
        self.add_row("format", self.format)
        for name, choice in self.options.items():
            self.add_row(name, choice)
            if name == "nested":
                self.add_below(self._hint)
        self.retranslate()
        for choice in (self.format, *self.options.values()):
            choice.currentIndexChanged.connect(self._changed)

    @property
    def offered(self) -> tuple[str, ...]:
        """Names of the options that the chosen format has."""
        known = self._formats.get(value(self.format))
        return known.options if known else ()

    def set_formats(self, formats: Mapping[str, Format]) -> None:
        """Offer these formats; what was chosen stays so."""
        self._formats = formats
        self.retranslate()

    def show_recipe(self, recipe: Recipe) -> None:
        """Choose what the recipe does; nothing is told."""
        choose(self.format, recipe.format)
        self._fill_options()
        for name, choice in self.options.items():
            choose(choice, getattr(recipe, name))
        self._tell_options()

    def put_into(self, recipe: Recipe) -> Recipe:
        """The recipe with what is chosen here; options that the format has not stay as usual."""
        chosen: dict[str, Any] = {
            name: value(self.options[name]) for name in self.offered if name in self.options
        }
        return replace(recipe, format=value(self.format), **chosen)

    def retranslate(self) -> None:
        """Set every word anew; what is chosen stays chosen."""
        self.heading.set_text(self.tr("Form"))
        captions = {
            "format": self.tr("Format"),
            "scheme": self.tr("Scheme"),
            "tokens": self.tr("Tokens"),
            "nested": self.tr("Nested spans"),
            "edges": self.tr("Within a token"),
        }
        for name, caption in captions.items():
            self.caption(name, caption)
        fill(self.format, words(self._formats or [value(self.format)]))
        self._fill_options()
        self._tell_options()

    def _fill_options(self) -> None:
        in_columns = "scheme" in self.offered
        for name, values in _VALUES.items():
            fitting = [each for each in values if in_columns or each not in _OF_COLUMNS]
            fill(self.options[name], words(fitting))

    def _changed(self) -> None:
        self._fill_options()
        self._tell_options()
        self.changed.emit()

    def _tell_options(self) -> None:
        """Show what the format asks for, and say what the chosen policy leaves out."""
        offered = self.offered
        for name in self.options:
            self.show_row(name, shown=name in offered)
        told = hint(value(self.options["nested"])) if "scheme" in offered else ""
        self._hint.setText(told)
        self._hint.setVisible(bool(told))


class Shares(QWidget):
    """Percentages of train and dev; test has the rest.

    Signals:
        changed: other shares.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = [NumberField(0, _HUNDRED) for _ in PARTS]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in self._boxes:
            row.addWidget(box, 1)
        self._boxes[-1].setReadOnly(True)
        self.show_shares(Split().shares)
        for box in self._boxes[:-1]:
            box.valueChanged.connect(self._share_out)
        self.retranslate()

    def shares(self) -> tuple[int, int, int]:
        """Train, dev and test; they make 100."""
        train, dev, test = (box.value() for box in self._boxes)
        return train, dev, test

    def show_shares(self, shares: tuple[int, int, int]) -> None:
        """Show these; nothing is told."""
        for box, share in zip(self._boxes, shares, strict=True):
            box.blockSignals(True)
            box.setMaximum(_HUNDRED)
            box.setValue(share)
            box.blockSignals(False)
        self._limit()

    def retranslate(self) -> None:
        """Say in each box whose share it is."""
        for box, part in zip(self._boxes, PARTS, strict=True):
            box.setPrefix(f"{word(part)}  ")
            box.setAccessibleName(word(part))

    def _share_out(self) -> None:
        train, dev, _test = self._boxes
        self._boxes[-1].setValue(_HUNDRED - train.value() - dev.value())
        self._limit()
        self.changed.emit()

    def _limit(self) -> None:
        train, dev, _test = self._boxes
        train.setMaximum(_HUNDRED - dev.value())
        dev.setMaximum(_HUNDRED - train.value())


class SplitFields(RecipeFields):
    """Whether documents are dealt out to train, dev and test, and how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts, self.balance = Choice(), Choice()
        self.shares, self.together, self.seed = Shares(), TickChoice(), NumberField(0, _SEEDS)
        for name in ("parts", "shares", "together", "balance", "seed"):
            self.add_row(name, getattr(self, name))
        self.retranslate()
        self.together.choose(Split().together)
        for choice in (self.parts, self.balance):
            choice.currentIndexChanged.connect(self._changed)
        self.shares.changed.connect(self.changed)
        self.seed.valueChanged.connect(self.changed)
        self.together.ticked.connect(self.changed)

    def show_recipe(self, recipe: Recipe) -> None:
        """Choose what the recipe does; nothing is told."""
        split = recipe.split or Split()
        choose(self.parts, "split" if recipe.split else "")
        choose(self.balance, "label" if split.stratified else "")
        self.shares.show_shares(split.shares)
        self.together.choose(split.together)
        self.seed.blockSignals(True)
        self.seed.setValue(split.seed)
        self.seed.blockSignals(False)
        self._show_rows()

    def put_into(self, recipe: Recipe) -> Recipe:
        """The recipe with what is chosen here."""
        if not value(self.parts):
            return replace(recipe, split=None)
        ticked = self.together.values()
        together: tuple[Together, ...] = tuple(each for each in TOGETHER if each in ticked)
        split = Split(self.shares.shares(), self.seed.value(), together, value(self.balance) == "label")
        return replace(recipe, split=split)

    def retranslate(self) -> None:
        """Set every word anew; what is chosen stays chosen."""
        self.heading.set_text(self.tr("Split"))
        captions = {
            "parts": self.tr("Parts"),
            "shares": self.tr("Shares in %"),
            "together": self.tr("Keep together"),
            "balance": self.tr("Balance by"),
            "seed": self.tr("Seed"),
        }
        for name, caption in captions.items():
            self.caption(name, caption)
        fill(self.parts, [("", self.tr("One, no split")), ("split", self.tr("Train, dev and test"))])
        fill(self.balance, [("label", self.tr("Label")), ("", self.tr("Nothing"))])
        self.together.offer(words(TOGETHER))
        self.together.say(self.tr("Nothing: every document alone"))
        self.shares.retranslate()
        self._show_rows()

    def _changed(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        for name in ("shares", "together", "balance", "seed"):
            self.show_row(name, shown=bool(value(self.parts)))
