"""The recipes that a corpus keeps, above the form: one is chosen, saved, renamed, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from annotator.ui.pages.recipe_fields import choose, fill, value
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.outcome import Outcome
    from annotator.model.recipe import KeptRecipe, Recipe
    from annotator.ui.desk import Desk

_CAPTION = 112
_GAP = 16


class KeptRecipes(QWidget):
    """Knows the recipes of a corpus, and which of them the form shows.

    Signals:
        chosen: a `KeptRecipe` that the form is to show.
        settled: the recipes were read, or one was saved.
        told: what came of it, for the status line.
        failed: an `AnnotatorError`.
    """

    chosen = Signal(object)
    settled = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._corpus: str | None = None
        self._shown: Recipe | None = None
        self._now: Recipe | None = None
        self.recipes: Sequence[KeptRecipe] = ()
        self._caption = PlainLabel(ink="muted")
        self.choice = Choice()
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choice.activated.connect(self._choose)
        self.more = IconButton("ellipsis")
        self.more.clicked.connect(self._show_menu)
        self._caption.setFixedWidth(_CAPTION - _GAP)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._caption)
        row.addWidget(self.choice, 1)
        row.addWidget(self.more)
        row.setSpacing(0)
        row.insertSpacing(1, _GAP)
        row.insertSpacing(3, 4)
        self.retranslate()

    @property
    def current(self) -> KeptRecipe | None:
        """The kept recipe that was chosen last, also when the form differs from it by now."""
        return next((each for each in self.recipes if each.uid == value(self.choice)), None)

    @property
    def is_changed(self) -> bool:
        """Whether the form shows something else than the chosen recipe."""
        return self.current is not None and self._now != self._shown

    def reload(self, corpus: str | None) -> None:
        """Read the recipes of a corpus; of the same one the chosen recipe stays."""
        if corpus != self._corpus:
            self.recipes, self._shown = (), None
        self._corpus = corpus
        self.retranslate()
        if corpus is not None:
            self._desk.read(
                lambda library: library.recipes.of(corpus),
                lambda recipes: self._take(corpus, recipes),
                self.failed.emit,
            )

    def shows(self, recipe: Recipe) -> None:
        """The form shows the chosen recipe, which it reads as this one."""
        self._shown = self._now = recipe
        self._fill()

    def differs(self, recipe: Recipe) -> None:
        """The form reads as this recipe now."""
        was, self._now = self.is_changed, recipe
        if self.is_changed != was:
            self._fill()

    def save(self) -> None:
        """Keep what the form shows: under the chosen recipe's name, else under one that is asked for."""
        if self.current is None:
            self.ask_name()
        elif self.is_changed or self.current.unknown:
            self._keep(self.current.name)

    def ask_name(self) -> None:
        """Keep what the form shows under a name that the person gives."""
        self._name_card("", self._keep)

    # ------------------------------------------------------------------ inside

    def _take(self, corpus: str, recipes: Sequence[KeptRecipe]) -> None:
        if corpus == self._corpus:
            self.recipes = recipes
            self._fill()
            self.settled.emit()

    def _choose(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)
        else:
            self._shown = None
            self._fill()

    def _keep(self, name: str) -> None:
        corpus, recipe = self._corpus, self._now
        if corpus is None or recipe is None:
            return

        before = {each.uid for each in self.recipes}

        def kept(outcome: Outcome[KeptRecipe]) -> None:
            found = outcome.value
            self._tell_kept(found.name, was_there=found.uid in before)
            self.recipes = sorted(
                [*(each for each in self.recipes if each.uid != found.uid), found], key=lambda each: each.name
            )
            self._fill()
            choose(self.choice, found.uid)
            self.shows(recipe)
            self.settled.emit()

        self._desk.write(lambda library: library.recipes.keep(corpus, name, recipe), kept, self.failed.emit)

    def _tell_kept(self, name: str, *, was_there: bool) -> None:
        new = self.tr("Recipe %1 saved")
        anew = self.tr("Recipe %1 saved anew; Ctrl Z brings the old one back")
        self.told.emit((anew if was_there else new).replace("%1", name))

    def _rename(self, name: str) -> None:
        kept, corpus = self.current, self._corpus
        if kept is not None:
            self._desk.write(
                lambda library: library.recipes.rename(kept.uid, name),
                lambda _outcome: self.reload(corpus),
                self.failed.emit,
            )

    def _remove(self) -> None:
        kept, corpus = self.current, self._corpus
        if kept is not None:
            self._desk.write(
                lambda library: library.recipes.remove(kept.uid),
                lambda _outcome: self.reload(corpus),
                self.failed.emit,
            )

    def _ask_other_name(self) -> None:
        if self.current is not None:
            self._name_card(self.current.name, self._rename)

    def _name_card(self, name: str, act: Callable[[str], None]) -> None:
        from annotator.ui.panels.name_card import NameCard

        over = self.parentWidget() or self
        NameCard(over, self.tr("Name of the recipe"), name).named.connect(act)

    def menu(self) -> QMenu:
        """What can be done with recipes."""
        menu = QMenu(self)
        menu.addAction(self.tr("Save under another name…"), self.ask_name)
        for words, act in (
            (self.tr("Rename…"), self._ask_other_name),
            (self.tr("Remove, it can be undone"), self._remove),
        ):
            menu.addAction(words, act).setEnabled(self.current is not None)
        return menu

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _fill(self) -> None:
        changed = self.tr("%1 (changed)")
        current, is_changed = self.current, self.is_changed
        entries = [
            (each.uid, changed.replace("%1", each.name) if is_changed and each is current else each.name)
            for each in self.recipes
        ]
        fill(self.choice, [("", self.tr("None, choose below")), *entries])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew; what is chosen stays chosen."""
        self._caption.setText(self.tr("Recipe"))
        self.choice.setAccessibleName(self.tr("Recipe"))
        self.more.set_name(self.tr("More about recipes"))
        self._fill()
