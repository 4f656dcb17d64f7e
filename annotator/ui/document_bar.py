"""The bar above the article: title, status, label keys, length; on the edges of the text column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QActionGroup, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from annotator.model.document import Status
from annotator.ui import fonts, icons, theme
from annotator.ui.i18n import number
from annotator.ui.layer_button import LayerButton
from annotator.ui.panels.label_bar import OPTICAL_EDGE, LabelBar
from annotator.ui.parts.menu_button import MenuButton
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel, plain_tip
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from annotator.model.document import Document

BAR_HEIGHT: Final = 88
STATUS_ICONS: Final = {Status.NEW: "circle", Status.IN_PROGRESS: "circle-dot", Status.DONE: "circle-check"}


class DocumentBar(Surface):
    """What is open, and the label keys.

    Signals:
        status_chosen: a `Status`.
        column_wanted: the bar was resized and wants to hear where the text column is.

    Attributes:
        layers: whose layer is open.
        sample: says that nothing is suggested on the document.
        unsaved: says that the status shown is not the one in the library.
    """

    status_chosen = Signal(object)
    column_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.setFixedHeight(BAR_HEIGHT)
        self._status = Status.NEW
        self._characters = 0
        self._title = ElidedLabel(size=15, weight=fonts.SEMIBOLD)
        self._length = PlainLabel(size=13, ink="muted", tabular=True)
        self.sample = PlainLabel(size=12, ink="muted")
        self.sample.hide()
        self.unsaved = PlainLabel(size=12, ink="bad")
        self.unsaved.hide()
        self.status_button = MenuButton()
        self.layers = LayerButton(self.status_words)
        self.labels = LabelBar()
        self._menu = QMenu(self)
        self.status_button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._body = QWidget(self)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setContentsMargins(OPTICAL_EDGE, 0, 0, 0)
        first.setSpacing(16)
        first.addWidget(self._title, 1)
        first.addWidget(self.sample)
        first.addWidget(self.layers)
        first.addWidget(self.unsaved)
        first.addWidget(self.status_button)
        second.setContentsMargins(0, 0, 8, 0)
        second.setSpacing(16)
        second.addWidget(self.labels, 1)
        second.addWidget(self._length)
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(0, 10, 0, 13)
        rows.setSpacing(8)
        rows.addLayout(first)
        rows.addLayout(second)

    def set_column(self, left: int, width: int) -> None:
        """Stand on the edges of the text column; key squares and chevron reach out by their padding."""
        self._body.setGeometry(left - OPTICAL_EDGE, 0, width + OPTICAL_EDGE + 8, BAR_HEIGHT - 1)

    def show_document(self, document: Document | None, status: Status) -> None:
        """Name the document and its status; None for no document."""
        self._title.setText(document.title if document else "")
        self._characters = len(document.text) if document else 0
        self._body.setVisible(document is not None)
        self.show_status(status)

    def show_status(self, status: Status) -> None:
        """Show how far the open layer is."""
        self._status = status
        self.layers.show_status(status)
        self.retranslate()

    def set_unsaved(self, is_unsaved: bool) -> None:
        """Say whether the status is not in the library yet."""
        self.unsaved.setVisible(is_unsaved)

    def show_title(self, title: str) -> None:
        """The open document is called so from now on."""
        self._title.setText(title)

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def status_words(self, status: Status) -> str:
        """A status in the window's language."""
        return {
            Status.NEW: self.tr("New"),
            Status.IN_PROGRESS: self.tr("In progress"),
            Status.DONE: self.tr("Done"),
        }[status]

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.status_button.show_words(self.status_words(self._status), STATUS_ICONS[self._status])
        self.status_button.setAccessibleDescription(self.tr("Status of the document"))
        self.unsaved.setText(self.tr("Status not saved"))
        self.sample.setText(self.tr("Sample: without suggestions"))
        self.sample.setToolTip(
            plain_tip(
                self.tr("Several people work on it apart, to be compared. What machines found is not shown.")
            )
        )
        words = self.tr("%n character(s)", "", self._characters)
        self._length.setText(words.replace(str(self._characters), number(self._characters)))

    def _fill_menu(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for status, icon in STATUS_ICONS.items():
            action = self._menu.addAction(icons.icon(icon), self.status_words(status))
            group.addAction(action)
            action.setEnabled(status is not self._status)
            action.triggered.connect(lambda _checked=False, chosen=status: self.status_chosen.emit(chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for the column."""
        super().resizeEvent(event)
        self.column_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and hairline."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.current().line))
