"""What keys mean in the article, and what comes before any key or click: a guess is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from annotator.model.label import Label
    from annotator.ui.editor.edges import Edge
    from annotator.ui.editor.session import LabellingSession


class SessionKeys(QObject):
    """Hears the keys of one session's article.

    A label's key that is held down while the mouse draws labels what is drawn; the guess that the key began
    with is taken back then.
    """

    def __init__(self, session: LabellingSession) -> None:
        super().__init__(session)
        self._session = session
        self._held: tuple[int, str] | None = None
        self._commands: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Tab: session.next_span,
            Qt.Key.Key_Backtab: session.previous_span,
            Qt.Key.Key_Backspace: session.remove,
            Qt.Key.Key_Delete: session.remove,
            Qt.Key.Key_Escape: session.escape,
            Qt.Key.Key_Exclam: session.toggle_unsure,
        }
        session.effort.key_coming.connect(self._before_key)
        session.effort.key_gone.connect(self._key_gone)
        session.effort.click_coming.connect(self._before_click)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means in the article; whether it means anything."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & _WITHOUT_SHIFT
        if key in _EDGE_KEYS and modifiers in (_NONE, _CTRL):
            edge, outwards = _EDGE_KEYS[key]
            self._session.move_edge(edge, "character" if modifiers else "word", outwards=outwards)
            return True
        if modifiers:
            return False
        if key in self._commands:
            self._commands[key]()
            return True
        pressed = self._label_of(event)
        if pressed is not None:
            self._session.label(pressed.uid)
        return pressed is not None

    def _label_of(self, event: QKeyEvent) -> Label | None:
        return next((one for one in self._session.labels if one.key and one.key == event.text()), None)

    def _before_key(self, event: QKeyEvent) -> None:
        """Store the guess before any key is heard that does not mean the guess itself."""
        if not event.isAutoRepeat():
            pressed = None if event.modifiers() & _WITHOUT_SHIFT else self._label_of(event)
            self._held = None if pressed is None else (event.key(), pressed.uid)
        if self._session.grabbing.guess is not None and not self._means_guess(event):
            self._session.settle()

    def _means_guess(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & _WITHOUT_SHIFT
        if key in _EDGE_KEYS:
            return modifiers in (_NONE, _CTRL)
        if modifiers:
            return False
        taking_back = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        return self._label_of(event) is not None or key in taking_back

    def _key_gone(self, event: QKeyEvent) -> None:
        if self._held is not None and event.key() == self._held[0]:
            self._held = None

    def _before_click(self) -> None:
        """Store the guess; but while its key is held down it is the mouse that is to get the label."""
        if self._held is None:
            self._session.settle()
        else:
            self._session.grabbing.drop()
        self._session.brush.hold_for_once(None if self._held is None else self._held[1])


_WITHOUT_SHIFT: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_EDGE_KEYS: Final[dict[Qt.Key, tuple[Edge, bool]]] = {
    Qt.Key.Key_BracketLeft: ("end", False),
    Qt.Key.Key_BracketRight: ("end", True),
    Qt.Key.Key_BraceLeft: ("start", True),
    Qt.Key.Key_BraceRight: ("start", False),
}
