"""Whose layer is open: a quiet word in the document bar that opens the list of all layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model.document import COUNTED, Layer, Status
from annotator.ui import icons
from annotator.ui.i18n import number
from annotator.ui.keymap import key_of
from annotator.ui.parts.key_cap import key_text
from annotator.ui.parts.menu_button import MenuButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.document import Annotator
    from annotator.model.listing import OpenDocument

WIDEST: Final = 220


class LayerButton(MenuButton):
    """Names the open layer's owner and its spans; hidden while there is only the own layer.

    Signals:
        layer_chosen: uid of the annotator whose layer shall be opened.
        work_wanted: the person wants to work in the open layer of somebody else.
    """

    layer_chosen = Signal(str)
    work_wanted = Signal()

    def __init__(self, status_words: Callable[[Status], str], parent: QWidget | None = None) -> None:
        """Make the button; `status_words` says a status in the window's language."""
        super().__init__(parent=parent)
        self._status_words = status_words
        self._opened: OpenDocument | None = None
        self._spans = 0
        self._status = Status.NEW
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setMaximumWidth(WIDEST)
        self._menu.aboutToShow.connect(self._fill)
        self.hide()

    def show_layers(self, opened: OpenDocument | None) -> None:
        """Name the layer of a document that was opened; None for no document."""
        self._opened = opened
        self.setVisible(opened is not None and not opened.is_plain)
        if opened is not None:
            self.show_count(len(opened.state))
            self.show_status(opened.state.status)

    def show_count(self, spans: int) -> None:
        """Say how many spans the open layer has now."""
        self._spans = spans
        self.retranslate()

    def show_status(self, status: Status) -> None:
        """Know how far the open layer is now."""
        self._status = status

    def open_menu(self) -> None:
        """Open the list below the button, on the layer that is open."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self._menu.setActiveAction(next(act for act in self._menu.actions() if act.isChecked()))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        if self._opened is not None:
            words = f"{self._name(self._opened.annotator)} · {number(self._spans)}"
            self.show_words(words, "eye" if self._opened.is_fixed else "")
        self.setAccessibleDescription(self.tr("Whose layer is open") + self._how())

    def _how(self) -> str:
        """What the eye in front of the name says, for those who do not see it."""
        is_read = self._opened is not None and self._opened.is_fixed
        return f", {self.tr('for reading')}" if is_read else ""

    def _name(self, annotator: Annotator) -> str:
        if self._opened is not None and annotator.uid == self._opened.own.uid:
            return self.tr("You")
        return annotator.name

    def _layers(self, opened: OpenDocument) -> list[Layer]:
        """The own layer first, there or not; the open one as it is now."""
        others = [layer for layer in opened.layers if layer.annotator.uid != opened.own.uid]
        own = [layer for layer in opened.layers if layer.annotator.uid == opened.own.uid]
        return [*(own or [Layer("", opened.own)]), *others]

    def _fill(self) -> None:
        self._menu.clear()
        opened = self._opened
        if opened is None:
            return
        group = QActionGroup(self._menu)
        for layer in self._layers(opened):
            is_open = layer.annotator.uid == opened.annotator.uid
            spans, status = (self._spans, self._status) if is_open else (layer.spans, layer.status)
            action = self._entry(layer.annotator, spans, status)
            action.setCheckable(True)
            action.setChecked(is_open)
            group.addAction(action)
        if opened.is_guarded and opened.is_fixed:
            self._menu.addSeparator()
            words = f"{self.tr('Work in this layer')}\t{key_text(key_of('label.work_here'))}"
            self._menu.addAction(icons.icon("pencil"), words).triggered.connect(self.work_wanted)

    def _entry(self, annotator: Annotator, spans: int, status: Status) -> QAction:
        name = " ".join(self._name(annotator).split())
        how_far = self._status_words(status) if annotator.kind in COUNTED else self.tr("for reading")
        action = self._menu.addAction(f"{name}\t{number(spans)} · {how_far}".replace("&", "&&"))
        action.triggered.connect(lambda: self.layer_chosen.emit(annotator.uid))
        return action

    def sizeHint(self) -> QSize:  # noqa: N802
        """No wider than a long name needs to be told from others."""
        return super().sizeHint().boundedTo(QSize(WIDEST, 28))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
