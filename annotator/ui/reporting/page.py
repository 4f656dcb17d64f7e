"""The page of the report: all that the file will hold, to be read and changed before it is saved."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

_COLUMN: Final = 960


class ReportPage(Surface):
    """The report as text that can be changed, and what to do with it.

    Signals:
        save_wanted: the text, as it is to be saved.
        said: a sentence on what was done.
        left: Escape: the person wants back.
    """

    save_wanted = Signal(str)
    said = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD)
        self._meaning = PlainLabel(ink="muted", wraps=True)
        self.text = QPlainTextEdit()
        self.text.setFont(fonts.mono(12))
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.save_button = Button(kind="primary", key="Ctrl+Return")
        self.copy_button = Button(icon="copy")
        self.close_button = Button(key="Esc")
        self._lay_out()
        self.setFocusProxy(self.text)
        self.save_button.clicked.connect(lambda: self.save_wanted.emit(self.text.toPlainText()))
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.left)
        for key, button in (("Ctrl+Return", self.save_button), ("Escape", self.close_button)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self.retranslate()

    def wait(self) -> None:
        """A report is being put together."""
        self.text.setPlainText("")
        self.text.setPlaceholderText(self.tr("Looking at the library…"))
        self._set_ready(False)

    def show_report(self, text: str) -> None:
        """Show the report; it can be changed from now on."""
        self.text.setPlainText(text)
        self._set_ready(True)

    def _set_ready(self, is_ready: bool) -> None:
        self.text.setReadOnly(not is_ready)
        self.save_button.setEnabled(is_ready)
        self.copy_button.setEnabled(is_ready)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.said.emit(self.tr("The report is on the clipboard."))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        sheet = QWidget()
        sheet.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 32, 0, 28)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._meaning)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._title.setText(self.tr("Report"))
        self._meaning.setText(
            self.tr(
                "This is all that the file will hold: versions, settings, counts and the log, without a "
                "word of any document. Read it and take out what you like. Nothing is sent; you hand it on "
                "yourself."
            )
        )
        self.text.setAccessibleName(self.tr("Text of the report"))
        self.save_button.setText(self.tr("Save…"))
        self.copy_button.setText(self.tr("Copy"))
        self.close_button.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
