"""Labels whose text is data or a sentence, never markup."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.ui import fonts, theme
from annotator.visible import visible


def plain_tip(text: str) -> str:
    """The tool tip that shows `text` as it is: Qt takes a tool tip for markup when it looks like it."""
    return f"<qt>{html.escape(visible(text))}</qt>"


def menu_words(text: str) -> str:
    """`text` as the words of a menu's entry or a button: an "&" would underline what follows and be gone."""
    return visible(" ".join(text.split())).replace("&", "&&")


class PlainLabel(QLabel):
    """A label in one of the chrome's sizes and one of the tokens' inks; its text is always plain."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = 13,
        weight: QFont.Weight = fonts.REGULAR,
        ink: str = "text",
        wraps: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the label.

        Args:
            text: what it says.
            size: px, one of `fonts.SIZES`.
            weight: one of the weights of `fonts`.
            ink: name of the token its words are painted with.
            wraps: whether long text goes on in a second line.
            tabular: figures of equal width.
            parent: Qt's.
        """
        super().__init__(visible(text), parent)
        self._ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.interface(size, weight, tabular=tabular))
        self.setWordWrap(wraps)
        self._colour()
        theme.theme().changed.connect(self._colour)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show another text; unseen characters in it become their numbers."""
        super().setText(visible(text))

    def set_ink(self, ink: str) -> None:
        """Paint the words with another token."""
        self._ink = ink
        self._colour()

    def _colour(self) -> None:
        ink = QColor(getattr(theme.current(), self._ink))
        if self.palette().color(QPalette.ColorRole.WindowText) != ink:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(palette)


class ElidedLabel(PlainLabel):
    """A label of one line that is cut with "…" where room ends; its tool tip then shows it whole."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = 13,
        weight: QFont.Weight = fonts.REGULAR,
        ink: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, size=size, weight=weight, ink=ink, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show another text; line breaks in it become blanks."""
        super().setText(" ".join(text.split()))
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for one letter and the dots: the label may be cut."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Tell the whole text in the tool tip when it no longer fits."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the text, cut to the width."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        area = self.contentsRect()
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)

    def _tell_whole(self) -> None:
        cut = QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(plain_tip(self.text()) if cut else "")
