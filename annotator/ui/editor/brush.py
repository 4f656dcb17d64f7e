"""A label that is held: all that is drawn with the mouse gets it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from annotator.ui.editor.session import LabellingSession


class Brush(QObject):
    """The brush of one session.

    Signals:
        changed: uid of the label that is held now, or None.

    Attributes:
        label: uid of the label that is held, or None.
    """

    changed = Signal(object)

    def __init__(self, session: LabellingSession) -> None:
        super().__init__(session)
        self._session = session
        self.label: str | None = None
        self._once: str | None = None

    def hold_for_once(self, label: str | None) -> None:
        """Give a label to what is drawn next, whatever is held after that; None for none but the one held."""
        self._once = label

    def hold(self, label: str | None) -> None:
        """Hold a label, or none any more."""
        if label is not None and self._session.is_fixed:
            self._session.refuse()
        elif label != self.label:
            self.label = label
            self.changed.emit(label)

    def toggle(self) -> None:
        """Hold the label used last, else the first one; or none any more."""
        labels = [label.uid for label in self._session.labels]
        last = self._session.last_label
        if self.label is not None:
            self.hold(None)
        elif labels:
            self.hold(last if last in labels else labels[0])

    def follow(self, label: str) -> None:
        """A label was used: while one is held, hold this one from now on."""
        if self.label is not None:
            self.hold(label)

    def look_after(self) -> None:
        """Let go of a label that is gone, or that the open layer may not be given."""
        known = {label.uid for label in self._session.labels}
        if self.label is not None and (self.label not in known or self._session.is_fixed):
            self.hold(None)

    def paint(self) -> bool:
        """Give the label to what was just drawn; False when none is held or nothing is drawn.

        A double click takes the likeliest words at that place, not only the one word; with Alt the word.
        """
        session, view = self._session, self._session.view
        wanted, self._once = self._once or self.label, None
        label = next((one for one in session.labels if one.uid == wanted), None)
        selection = view.selection()
        if label is None or selection is None:
            return False
        if view.took_word:
            choices = session.grabbing.choices(label, selection[0])
            if choices:
                view.select(*choices[0], exact=True, reveal=False)
        session.label_selection(label)
        return True
