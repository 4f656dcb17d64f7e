"""Why people differed: a category and a reason, kept with the decision."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.review import Category
from annotator.ui import fonts
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.compare.thread import EnterField
from annotator.ui.review.compare.words import CompareWords


class GapForm(QWidget):
    """A choice of the category and a field for the reason; Enter keeps both.

    Signals:
        kept: the `Category` and the reason.
        left: Escape.
    """

    kept = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel(size=12, weight=fonts.SEMIBOLD, ink="text2")
        self.category = Choice()
        self.reason = EnterField()
        self.reason.entered.connect(self._keep)
        self.reason.left.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.heading, self.category, self.reason):
            column.addWidget(widget)
        self.retranslate()
        self.hide()

    def ask(self, category: Category, reason: str) -> None:
        """Open with what is known; the cursor goes into the reason, Shift+Tab to the category."""
        wanted = Category.GUIDELINE_GAP if category is Category.NONE else category
        self.category.setCurrentIndex(self.category.findData(wanted.value))
        self.reason.begin_with(reason)
        self.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Keep nothing."""
        self.hide()
        self.left.emit()

    def _keep(self, reason: str) -> None:
        self.hide()
        self.kept.emit(Category(self.category.currentData()), reason)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        words, now = CompareWords(), self.category.currentData()
        self.heading.setText(self.tr("Why do they differ?"))
        self.category.clear()
        for category in Category:
            if category is not Category.NONE:
                self.category.addItem(words.category(category), category.value)
        self.category.setCurrentIndex(max(0, self.category.findData(now)))
        self.category.setAccessibleName(self.tr("Category"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Reason, then Enter"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
