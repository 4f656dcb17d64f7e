"""The one dialog for errors that are nobody's fault but ours."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.asking import AskingDialog
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel

_WIDTH: Final = 560
_DETAILS_HEIGHT: Final = 220


class CrashDialog(AskingDialog):
    """What happened, what is safe, what to do; the details can be read, copied and put into a report.

    Signals:
        report_wanted: the person wants to see what a report would hold.
    """

    report_wanted = Signal()

    def __init__(
        self, kind: str, details: str, pending: int, *, has_failed: bool, parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            kind: what the error is called in the program.
            details: the way to the error, without words of a document.
            pending: changes that are not saved yet.
            has_failed: whether the disk refused one of them.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._text = details
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setFont(fonts.mono(12))
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFixedHeight(_DETAILS_HEIGHT)
        self.details.hide()
        self.show_button = Button(self.tr("Show details"), kind="quiet")
        self.copy_button = Button(self.tr("Copy details"), icon="copy")
        self.report_button = Button(self.tr("Report…"), icon="file-text")
        self.go_on_button = Button(self.tr("Go on"), kind="primary", key="Return")
        to_do = self._to_do(is_saved=not (pending and has_failed))
        self._lay_out(kind, self._safe(pending, has_failed=has_failed), to_do)
        self.show_button.clicked.connect(self._turn_details)
        self.copy_button.clicked.connect(self._copy)
        self.report_button.clicked.connect(self._report)
        self.go_on_button.clicked.connect(self.accept)
        self.follows(self.go_on_button, self.show_button, self.copy_button, self.report_button)

    def _lay_out(self, kind: str, safe: str, to_do: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.windowTitle(), size=20, weight=fonts.SEMIBOLD))
        happened = self.tr(
            "The program met an error of its own (%1); what you did last may not have had its effect."
        )
        for words in (happened.replace("%1", kind), safe, to_do):
            label = PlainLabel(words, wraps=True)
            label.setFixedWidth(_WIDTH)
            column.addWidget(label)
        column.addWidget(self.details)
        column.addSpacing(4)
        column.addLayout(self._buttons())
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)

    def _safe(self, pending: int, *, has_failed: bool) -> str:
        """What is on the disk and what is not."""
        if not pending:
            return self.tr("Everything you did is saved.")
        safe = self.tr("Everything that was said to be saved is safe.")
        if has_failed:
            rest = self.tr(
                "%n change(s) could not be saved so far: they are kept in the window; do not close it before "
                "they are saved or copied.",
                "",
                pending,
            )
        else:
            rest = self.tr("%n change(s) are on their way to the disk.", "", pending)
        return f"{safe} {rest}"

    def _to_do(self, *, is_saved: bool) -> str:
        """Nobody is told to close a window that holds the only copy of something."""
        if is_saved:
            return self.tr(
                "You can go on working. If something looks wrong, close the window and open it again. "
                "Whoever looks after the program can use a report; nothing is sent by itself."
            )
        return self.tr(
            "You can go on working. If something looks wrong, have the changes saved or copied first, "
            "then close the window and open it again. Whoever looks after the program can use a report; "
            "nothing is sent by itself."
        )

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.show_button, self.copy_button, self.report_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.go_on_button)
        return row

    def _turn_details(self) -> None:
        is_shown = self.details.isHidden()
        self.details.setVisible(is_shown)
        self.show_button.setText(self.tr("Hide details") if is_shown else self.tr("Show details"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy_button.setText(self.tr("Copied"))

    def _report(self) -> None:
        self.accept()
        self.report_wanted.emit()
