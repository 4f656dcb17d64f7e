"""Whose acts of which kind the history lists, chosen from a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.ui import fonts
from annotator.ui.parts.menu_button import MenuButton

if TYPE_CHECKING:
    from annotator.model.document import Annotator

_BY_HAND: Final = ("annotate",)
_BULK: Final = ("propagate", "relabel", "remove")
_IMPORTS: Final = ("import", "document.add")
_REVIEW: Final = ("decide", "premerge", "review.close", "review.finish", "review.reopen", "comment", "rule")


class WhoMenu(MenuButton):
    """A button that says whose acts of which kind are listed, and opens the choice.

    Signals:
        chosen: another person, or other kinds.

    Attributes:
        person: whose acts, None for everybody's.
        kinds: of the acts, empty for all.
        people: who can be chosen.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(weight=fonts.REGULAR, parent=parent)
        self.person: Annotator | None = None
        self.kinds: tuple[str, ...] = ()
        self.people: list[Annotator] = []
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything of everybody is listed."""
        return self.person is not None or bool(self.kinds)

    def choose(self, person: Annotator | None, kinds: tuple[str, ...]) -> None:
        """List these acts from now on."""
        self.person, self.kinds = person, kinds
        self.chosen.emit()

    def show_choice(self) -> None:
        """Say what is chosen, in the language in force."""
        words = [self.person.name] if self.person else []
        words += [dict(_kind_choices())[self.kinds]] if self.kinds else []
        self.show_words(", ".join(words) or _everybody())

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        people, kinds = QActionGroup(menu), QActionGroup(menu)
        for person in (None, *self.people):
            name = person.name.replace("&", "&&") if person else _everybody()
            is_chosen = (person and person.uid) == (self.person and self.person.uid)
            action = people.addAction(_choice(menu, name, is_chosen=is_chosen))
            action.triggered.connect(lambda _checked=False, person=person: self.choose(person, self.kinds))
        menu.addSeparator()
        for chosen, words in _kind_choices():
            action = kinds.addAction(_choice(menu, words, is_chosen=chosen == self.kinds))
            action.triggered.connect(lambda _checked=False, chosen=chosen: self.choose(self.person, chosen))


def _choice(menu: QMenu, words: str, *, is_chosen: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(is_chosen)
    return action


def _everybody() -> str:
    return QCoreApplication.translate("HistoryPanel", "Everybody")


def _kind_choices() -> list[tuple[tuple[str, ...], str]]:
    return [
        ((), QCoreApplication.translate("HistoryPanel", "Everything")),
        (_BY_HAND, QCoreApplication.translate("HistoryPanel", "Labelling by hand")),
        (_BULK, QCoreApplication.translate("HistoryPanel", "Everywhere at once")),
        (_IMPORTS, QCoreApplication.translate("HistoryPanel", "Imports")),
        (_REVIEW, QCoreApplication.translate("HistoryPanel", "Review")),
    ]
