"""The catalogue come alive: one QAction for each act, bound to its handler."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction

from annotator.ui import icons, theme
from annotator.ui.acts.act import Act, Need, Scope
from annotator.ui.catalogue import CATALOGUE, UNLISTED
from annotator.ui.keymap import keymap, keys_of
from annotator.ui.parts.key_cap import key_text, sequence_of
from annotator.ui.parts.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from PySide6.QtWidgets import QWidget

    from annotator.ui.tokens import Tokens


def words(source: str) -> str:
    """A text of the catalogue in the window's language."""
    return QCoreApplication.translate("Actions", source)


def plain_words(source: str) -> str:
    """The same without the mark of its menu key."""
    return words(source).replace("&", "")


class Actions(QObject):
    """The catalogue come alive: one QAction an act, bound to its handler."""

    def __init__(
        self,
        window: QWidget,
        article: QWidget,
        handlers: Mapping[str, Callable[[], None]],
        answered: Callable[[], Container[str]] = tuple,
    ) -> None:
        """Make the actions.

        Args:
            window: where acts of scope WINDOW work.
            article: where acts of scope ARTICLE work.
            handlers: act id -> what it does; every act needs one.
            answered: ids of the acts of scope REVIEW that the page in front answers now.

        Raises:
            KeyError: an act has no handler.
        """
        super().__init__(window)
        self._drawn_in: Tokens | None = None
        self._answered, self._situation = answered, Need.NOTHING
        self._of_review = [act.id for act in CATALOGUE if act.scope is Scope.REVIEW]
        self._acts = {act.id: act for act in CATALOGUE}
        self._actions = {act.id: self._make(act, window, article, handlers[act.id]) for act in CATALOGUE}
        self.retranslate()
        keymap().changed.connect(self._take_keys)

    def __getitem__(self, identifier: str) -> QAction:
        """The action of an act."""
        return self._actions[identifier]

    def listed(self) -> list[tuple[Act, QAction]]:
        """Acts that palette and menus list, in the catalogue's order."""
        return [(act, self._actions[act.id]) for act in CATALOGUE if act.id not in UNLISTED]

    def of_menu(self, menu: str) -> list[tuple[Act, QAction]]:
        """Listed acts of one menu."""
        return [pair for pair in self.listed() if pair[0].menu == menu]

    def set_situation(self, situation: Need) -> None:
        """Enable what is possible now."""
        self._situation = situation
        for identifier, action in self._actions.items():
            act = self._acts[identifier]
            if act.scope is not Scope.REVIEW:
                action.setEnabled((act.needs & situation) == act.needs)
        self.follow_answers()

    def follow_answers(self) -> None:
        """Enable the acts of scope REVIEW that the page in front answers and that are possible now."""
        answered = self._answered() if Need.REVIEW in self._situation else ()
        for identifier in self._of_review:
            needs = self._acts[identifier].needs
            is_possible = identifier in answered and (needs & self._situation) == needs
            self._actions[identifier].setEnabled(is_possible)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        for act in CATALOGUE:
            text = words(act.text)
            # What follows a tab is shown by a menu in the place of the key.
            shown = [key_text(key) for key in keys_of(act)]
            self._actions[act.id].setText(f"{text}\t{', '.join(shown)}" if act.also else text)
            key = f"  ·  {shown[0]}" if shown else ""
            self._actions[act.id].setToolTip(plain_tip(text + key))

    def _take_keys(self) -> None:
        """Bind the keys in force; all are let go first, so that no key is two acts' for a moment."""
        for action in self._actions.values():
            action.setShortcuts([])
        for act in CATALOGUE:
            self._actions[act.id].setShortcuts([sequence_of(key) for key in keymap().of(act.id)])
        self.retranslate()

    def draw_icons(self) -> None:
        """Draw the menu icons in the colours of the theme in force; call it right before a menu is shown.

        Before that nobody sees them, and drawing them all takes longer than all else that an action is.
        """
        if self._drawn_in is theme.current():
            return
        self._drawn_in = theme.current()
        for act in CATALOGUE:
            if act.icon and not act.checkable:
                self._actions[act.id].setIcon(icons.icon(act.icon))

    def _make(self, act: Act, window: QWidget, article: QWidget, handler: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setObjectName(act.id)
        action.setShortcuts([sequence_of(key) for key in keymap().of(act.id)])
        action.setCheckable(act.checkable)
        in_article = act.scope is Scope.ARTICLE
        kind = Qt.ShortcutContext
        action.setShortcutContext(kind.WidgetShortcut if in_article else kind.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.QuitRole if act.id == "file.quit" else QAction.MenuRole.NoRole)
        action.triggered.connect(lambda _checked=False: handler())
        (article if in_article else window).addAction(action)
        return action
