"""A small card over a panel in which something gets its name: Enter keeps it, Escape leaves the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.focus_before import FocusBefore
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.popover import PopoverFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_EDGE: Final = 8


class NameCard(PopoverFrame):
    """Asks for a name, once; made for one question and deleted after it.

    Signals:
        named: another name than the old one, and not an empty one.
    """

    named = Signal(str)

    def __init__(self, over: QWidget, heading: str, name: str) -> None:
        """Ask at the top of the widget `over`, with the old name chosen, so that typing replaces it."""
        super().__init__(over.window())
        self._over, self._name = over, name
        self._before = FocusBefore()
        self._heading = PlainLabel(heading, size=13, weight=fonts.SEMIBOLD)
        self.field = QLineEdit(name)
        self.field.setAccessibleName(heading)
        self.field.returnPressed.connect(self._keep)
        self._keep_button = Button(kind="primary", key="Return", small=True)
        self._keep_button.clicked.connect(self._keep)
        self._leave_button = Button(kind="quiet", key="Escape", small=True)
        self._leave_button.clicked.connect(self.leave)
        self._lay_out()
        self.retranslate()
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.field)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self._keep_button)
        buttons.addWidget(self._leave_button)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _show(self) -> None:
        hint = self.sizeHint()
        shown = self._over.visibleRegion().boundingRect() or self._over.rect()  # it may be scrolled
        corner = self._over.mapTo(self._over.window(), shown.topLeft() + QPoint(_EDGE, _EDGE))
        width = max(hint.width(), shown.width() - 2 * _EDGE)
        self.setGeometry(QRect(corner.x(), corner.y(), width, hint.height()))
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _keep(self) -> None:
        name = self.field.text().strip()
        self.leave()
        if name and name != self._name:
            self.named.emit(name)

    def leave(self) -> None:
        """Go away; the focus goes back to where it was."""
        self.hide()
        self._before.give_back(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._keep_button.setText(self.tr("Keep"))
        self._leave_button.setText(self.tr("Leave it"))
