"""The strip that tells of kept changes which the library did not accept when they were brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.i18n import sentence
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.strip import Strip
from annotator.ui.unsaved.banner import MOST_SHOWN
from annotator.ui.unsaved.refused_text import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.services.saving.left_behind import Refused
    from annotator.ui.unsaved.left_behind import LeftBehind


class RefusedStrip(QWidget):
    """Says how many, and each with the library's reason on wish; they stay kept until they are let go.

    Signals:
        focus_lost: it goes while it has the focus.

    Attributes:
        show_button: names them, or no longer.
        again_button: has them sent once more, because what stood in their way may be gone.
        copy_button: puts them on the clipboard as text.
        go_button: has them kept no longer.
    """

    focus_lost = Signal()

    def __init__(self, left_behind: LeftBehind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused: Sequence[Refused] = ()
        self._strip = Strip("warn")
        self._list = PlainLabel(ink="text", wraps=True)
        self._list.setContentsMargins(20, 0, 16, 10)
        self.show_button = Button(kind="quiet", small=True)
        self.show_button.setCheckable(True)
        self.again_button = Button(small=True)
        self.copy_button = Button(small=True)
        self.go_button = Button(kind="quiet", small=True)
        for button in (self.show_button, self.again_button, self.copy_button, self.go_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
            self._strip.add_button(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._list)
        self.show_button.toggled.connect(self.retranslate)
        self.again_button.clicked.connect(left_behind.try_refused_again)
        self.copy_button.clicked.connect(self._copy)
        self.go_button.clicked.connect(left_behind.let_refused_go)
        left_behind.refused_changed.connect(self._show)
        self._show([])

    @property
    def sentence(self) -> str:
        """What it says, "" while hidden."""
        return self._strip.sentence

    @property
    def named(self) -> str:
        """The changes, a line each, while they are shown."""
        return self._list.text() if self.show_button.isChecked() else ""

    def _show(self, refused: Sequence[Refused]) -> None:
        if self._refused and not refused:
            self.show_button.setChecked(False)
        self._refused = refused
        if not refused and self.isAncestorOf(self.window().focusWidget()):
            self.focus_lost.emit()
        self.setVisible(bool(refused))
        self.retranslate()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._refused))
        self.copy_button.setText(self.tr("Copied"))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        words = self.tr(
            "%n change(s) that could not be saved before are not in the library: it does not accept them any "
            "more. They stay kept here until you let them go.",
            "",
            len(self._refused),
        )
        self._strip.say(words if self._refused else "")
        is_shown = self.show_button.isChecked()
        self._list.setText("\n".join(self._lines()))
        self._list.setVisible(is_shown and bool(self._refused))
        self.show_button.setText(self.tr("Hide them") if is_shown else self.tr("Show them"))
        self.again_button.setText(self.tr("Try again"))
        self.copy_button.setText(self.tr("Copy as text"))
        self.go_button.setText(self.tr("Let them go"))

    def _lines(self) -> Sequence[str]:
        shown = self._refused[:MOST_SHOWN]
        lines = [f"• {_what(each)} – {sentence(each.why)}" for each in shown]
        more = len(self._refused) - len(shown)
        return [*lines, self.tr("and %n more", "", more)] if more else lines

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Fill with the tint of the strip, below it too."""
        QPainter(self).fillRect(event.rect(), QColor(theme.current().warn_tint))


def _what(refused: Refused) -> str:
    step = refused.step
    return sentence(step.summary) if step.summary is not None else step.uid
