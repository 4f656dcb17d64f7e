"""The question about a label as a whole: a target to choose, one filled button with Enter, a way to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts, theme
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label


class QuestionStrip(QWidget):
    """Asks into which label something goes. No label is chosen beforehand, and nothing is done without one.

    Signals:
        kept: nothing shall be done.
    """

    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = PlainLabel(size=15, weight=fonts.SEMIBOLD, wraps=True)
        self.told = PlainLabel(wraps=True)
        self.hint = PlainLabel(size=12, ink="muted", wraps=True)
        self.target = Choice()
        self.target.currentIndexChanged.connect(lambda _row: self.follow_target())
        self.do_button = Button(kind="primary", key="Return")
        self.keep_button = Button(kind="quiet", key="Esc")
        self.keep_button.clicked.connect(self.kept)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        self._acts.addWidget(self.target)
        self._acts.addWidget(self.do_button)
        self._acts.addStretch(1)
        self._acts.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.question)
        column.addWidget(self.told)
        column.addLayout(self._acts)
        column.addWidget(self.hint)
        for key in ("Return", "Enter"):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(key), self, context=within).activated.connect(self._enter)
        self.hide()

    def add_act(self, button: Button) -> None:
        """Offer something else, after the filled button."""
        self._acts.insertWidget(2, button)

    def offer(self, labels: Sequence[Label]) -> None:
        """Show the strip with these labels to choose from; none of them is chosen."""
        self.target.blockSignals(True)
        self.target.clear()
        for label in labels:
            self.target.addItem(label.name, label.uid)
        self.target.setCurrentIndex(-1)
        self.target.blockSignals(False)
        self.follow_target()
        self.show()
        (self.target if labels else self.keep_button).setFocus()

    @property
    def chosen(self) -> str:
        """Uid of the label that was chosen, "" for none yet."""
        return self.target.currentData() or ""

    def follow_target(self) -> None:
        """Another label was chosen."""
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words that all questions have."""
        self.target.setAccessibleName(self.tr("Label that takes the spans"))
        self.target.setPlaceholderText(self.tr("Choose a label"))
        self.do_button.setEnabled(bool(self.chosen))

    def _enter(self) -> None:
        """Press the button that has the focus, else the filled one; without a label, let one be chosen."""
        pressed = self.focusWidget()
        if isinstance(pressed, Button):
            pressed.click()
        elif self.chosen:
            self.do_button.click()
        else:
            self.target.showPopup()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the amber ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().warn_tint))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
