"""The top bar: menu, corpus, places, palette field, panel toggles, in the columns of the panels below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from annotator.ui import fonts, icons, theme
from annotator.ui.actions import plain_words
from annotator.ui.keymap import cap
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.key_cap import HEIGHT, cap_width, paint_cap
from annotator.ui.parts.menu_button import MenuButton
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.tabs import PlaceTab

BAR_HEIGHT = 44
_FIELD_WIDTH = 248
_BESIDE = 124
"""Px of what stands beside the first column and the places in a narrow window: search, toggles, gaps."""
_LEAST_LEFT = 110


class PaletteField(QAbstractButton):
    """What looks like a search field and opens the command palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_FIELD_WIDTH, 28)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        """248 x 28 px."""
        return QSize(_FIELD_WIDTH, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint field, magnifier, words and cap."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.page if not self.underMouse() else tokens.hover))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        icons.paint(painter, "search", QRectF(9, 6, 16, 16), tokens.text2)
        painter.setPen(QColor(tokens.muted))
        painter.setFont(fonts.interface(13))
        key = cap("help.palette")
        taken = cap_width(key) + 4 if key else 0
        room = QRectF(32, 0, self.width() - 32 - taken - 6, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if key:
            paint_cap(painter, QPointF(self.width() - cap_width(key) - 6, (28 - HEIGHT) / 2), key)


class TopBar(Surface):
    """The bar over the whole width.

    Signals:
        place_chosen: id of a place ("label", "review", "find", "figures", "label_set").
        palette_wanted: the palette field or its icon was clicked.
        panel_toggled: "left" or "right", and whether it is to be shown.
    """

    place_chosen = Signal(str)
    palette_wanted = Signal()
    panel_toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._wanted = 264
        self.setFixedHeight(BAR_HEIGHT)
        self.menu_button = IconButton("menu", edge=32)
        self.menu_button.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.corpus_button = MenuButton(weight=fonts.SEMIBOLD)
        self.tabs = {place: PlaceTab() for place in ("label", "review", "find", "figures", "label_set")}
        self.field = PaletteField()
        self.search_button = IconButton("search", edge=28)
        self.toggles = {"left": IconButton("panel-left"), "right": IconButton("panel-right")}
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QHBoxLayout(self._left)
        left.setContentsMargins(6, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.menu_button)
        left.addWidget(self.corpus_button)
        left.addStretch(1)
        self._left.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 1)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addSpacing(12)
        for tab in self.tabs.values():
            row.addWidget(tab)
        row.addStretch(1)
        row.addWidget(self.field)
        row.addWidget(self.search_button)
        row.addWidget(self._right)
        right = QHBoxLayout(self._right)
        right.setContentsMargins(12, 0, 0, 0)
        right.setSpacing(4)
        for toggle in self.toggles.values():
            toggle.setCheckable(True)
            right.addWidget(toggle)
        self._left.setFixedWidth(self._wanted)
        self.set_narrow(False)

    def _connect(self) -> None:
        for name, tab in self.tabs.items():
            tab.clicked.connect(lambda _checked=False, place=name: self.place_chosen.emit(place))
        self.field.clicked.connect(self.palette_wanted)
        self.search_button.clicked.connect(self.palette_wanted)
        for side, toggle in self.toggles.items():
            toggle.toggled.connect(lambda on, name=side: self.panel_toggled.emit(name, on))

    def set_left_width(self, width: int) -> None:
        """Make the first column as wide as the left panel, or as wide as the places leave it."""
        self._wanted = width
        taken = sum(tab.sizeHint().width() for tab in self.tabs.values()) + _BESIDE
        self._left.setFixedWidth(max(_LEAST_LEFT, min(width, self.width() - taken)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the room there is."""
        super().resizeEvent(event)
        self.set_left_width(self._wanted)

    def set_narrow(self, narrow: bool) -> None:
        """Show the palette field as an icon."""
        self.field.setVisible(not narrow)
        self.search_button.setVisible(narrow)

    def show_place(self, place: str | None) -> None:
        """Mark the tab of the open place; None when the open page has no tab."""
        for name, tab in self.tabs.items():
            tab.setAutoExclusive(False)
            tab.setChecked(name == place)
            tab.setAutoExclusive(place is not None)

    def set_places_shown(self, shown: bool) -> None:
        """Show tabs and panel toggles only where there is something to go to."""
        for tab in self.tabs.values():
            tab.setVisible(shown)
        self._right.setVisible(shown)

    def set_panel_shown(self, side: str, shown: bool) -> None:
        """Show whether a panel is open."""
        toggle = self.toggles[side]
        blocked = toggle.blockSignals(True)
        toggle.setChecked(shown)
        toggle.blockSignals(blocked)
        toggle.update()

    def show_corpus(self, name: str) -> None:
        """Name the corpus or library that is open."""
        self.corpus_button.show_words(name)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.tabs["label"].setText(self.tr("Label"))
        self.tabs["review"].setText(self.tr("Review"))
        self.tabs["find"].setText(self.tr("Find"))
        self.tabs["figures"].setText(self.tr("Figures"))
        self.tabs["label_set"].setText(self.tr("Label set"))
        for tab in self.tabs.values():
            tab.updateGeometry()
        self.field.setText(plain_words("Search or run a command"))
        self.field.setAccessibleName(self.field.text())
        self.field.update()
        self.search_button.set_name(self.field.text(), cap("help.palette"))
        self.menu_button.set_name(self.tr("Menu"), cap("help.menu"))
        self.toggles["left"].set_name(plain_words("Left panel"), cap("view.left_panel"))
        self.toggles["right"].set_name(plain_words("Right panel"), cap("view.right_panel"))
        self.corpus_button.setAccessibleDescription(QCoreApplication.translate("TopBar", "Choose a corpus"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and hairline."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.current().line))
