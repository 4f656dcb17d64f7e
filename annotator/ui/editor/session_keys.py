"""What keys mean in the article, and what comes before any key or click: a guess is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from annotator.ui.key_rules import pressed_key
from annotator.ui.keymap import keymap

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from annotator.model.label import Label
    from annotator.ui.editor.edges import Edge, Unit
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
        self._acts: dict[str, Callable[[], None]] = {
            "label.next_span": session.next_span,
            "label.previous_span": session.previous_span,
            "label.unsure": session.toggle_unsure,
            _REMOVE: session.remove,
            _LET_GO: session.escape,
            **{act: _moving(session, *move) for act, move in _EDGE_ACTS.items()},
        }
        session.effort.key_coming.connect(self._before_key)
        session.effort.key_gone.connect(self._key_gone)
        session.effort.click_coming.connect(self._before_click)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means in the article; whether it means anything."""
        act = self._acts.get(keymap().act_of(pressed_key(event)))
        if act is not None:
            act()
            return True
        if event.modifiers() & _WITHOUT_SHIFT:
            return False
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
        if not self._means_guess(event):
            self._session.go_on()

    def _means_guess(self, event: QKeyEvent) -> bool:
        act = keymap().act_of(pressed_key(event))
        if act in _EDGE_ACTS or act in (_LET_GO, _REMOVE):
            return True
        return not event.modifiers() & _WITHOUT_SHIFT and self._label_of(event) is not None

    def _key_gone(self, event: QKeyEvent) -> None:
        if self._held is not None and event.key() == self._held[0]:
            self._held = None

    def _before_click(self) -> None:
        """Store the guess; but while its key is held down it is the mouse that is to get the label."""
        if self._held is None:
            self._session.go_on()
        else:
            self._session.withdraw()
        self._session.brush.hold_for_once(None if self._held is None else self._held[1])


_WITHOUT_SHIFT: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_LET_GO: Final = "label.let_go"
_REMOVE: Final = "edit.remove"
_EDGE_ACTS: Final[dict[str, tuple[Edge, Unit, bool]]] = {
    "label.end_back": ("end", "word", False),
    "label.end_on": ("end", "word", True),
    "label.start_back": ("start", "word", True),
    "label.start_on": ("start", "word", False),
    "label.end_back_character": ("end", "character", False),
    "label.end_on_character": ("end", "character", True),
    "label.start_back_character": ("start", "character", True),
    "label.start_on_character": ("start", "character", False),
}
"""Acts that move an edge, of the guess too: which one, by what, whether outwards."""


def _moving(session: LabellingSession, edge: Edge, unit: Unit, outwards: bool) -> Callable[[], None]:
    return lambda: session.move_edge(edge, unit, outwards=outwards)
