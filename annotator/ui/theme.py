"""The look of the chrome: one proxy style, one palette and one style sheet, all built from the tokens.

This module owns which token set is in force and tells when that changes. It owns no label colours: those are
data of a corpus (`annotator.model.palette`).
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QStyleOptionButton, QWidget

from annotator.model.palette import label_colours
from annotator.ui.tokens import DARK, DARK_STRONG, LIGHT, LIGHT_STRONG

if TYPE_CHECKING:
    from annotator.model.palette import LabelColours
    from annotator.ui.tokens import Tokens

_INDICATOR = 16
_TICKS = {
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
}
_SIXTEEN = {
    QStyle.PixelMetric.PM_IndicatorWidth,
    QStyle.PixelMetric.PM_IndicatorHeight,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
    QStyle.PixelMetric.PM_SmallIconSize,
}


class Scheme(Enum):
    """Which token set a person wants; the values are those of the settings file."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(Enum):
    """How much contrast a person wants; the values are those of the settings file."""

    SYSTEM = "system"
    NORMAL = "normal"
    MORE = "more"


_TOKENS = {(tokens.is_dark, tokens.is_strong): tokens for tokens in (LIGHT, DARK, LIGHT_STRONG, DARK_STRONG)}


def system_wants_contrast() -> bool:
    """Whether the system asks for high contrast; False where it or this Qt (before 6.10) cannot say."""
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return hints is not None and hints().contrastPreference() is Qt.ContrastPreference.HighContrast


class Theme(QObject):
    """Keeps the token set in force and dresses the application in it.

    Signals:
        changed: the new `Tokens`; the application's palette and style sheet are renewed already.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.scheme = Scheme.SYSTEM
        self.contrast = Contrast.SYSTEM
        self._style: AnnotatorStyle | None = None

    def install(self, scheme: Scheme = Scheme.SYSTEM, contrast: Contrast = Contrast.SYSTEM) -> None:
        """Dress the running application, now and whenever what the system asks for changes.

        Each window asks for it; one that is dressed as wanted stays, for dressing takes as long as a window.
        """
        if self._style is not None:
            self.choose(scheme, contrast)
            return
        self._style = AnnotatorStyle()
        QApplication.setStyle(self._style)
        self._listen_to_system()
        self.scheme, self.contrast = scheme, contrast
        self._dress(self._wanted())

    def choose(self, scheme: Scheme, contrast: Contrast = Contrast.SYSTEM) -> None:
        """Change what the person wants; nothing happens when the tokens stay the same."""
        self.scheme, self.contrast = scheme, contrast
        self._follow_system()

    def _listen_to_system(self) -> None:
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def _wanted(self) -> Tokens:
        if self.scheme is Scheme.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self.scheme is Scheme.DARK
        strong = self.contrast is Contrast.MORE
        if self.contrast is Contrast.SYSTEM:
            strong = system_wants_contrast()
        return _TOKENS[dark, strong]

    def _follow_system(self) -> None:
        wanted = self._wanted()
        if wanted is not self.tokens:
            self._dress(wanted)

    def _dress(self, tokens: Tokens) -> None:
        self.tokens = tokens
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_of(tokens))
            application.setStyleSheet(style_sheet_of(tokens))
        self.changed.emit(tokens)


_theme: list[Theme] = []


def theme() -> Theme:
    """The one theme of the process, made at its first use."""
    if not _theme:
        _theme.append(Theme())
    return _theme[0]


def current() -> Tokens:
    """The tokens in force; read them when painting, never keep them."""
    return theme().tokens


def colours_of(colour: str) -> LabelColours:
    """The colours of a label, by its stored colour, on the theme in force."""
    tokens = current()
    return label_colours(colour, tokens.is_dark, tokens.is_strong)


def colour(value: str) -> QColor:
    """The colour of a token ("#rrggbb" or "#aarrggbb")."""
    return QColor(value)


def faded(value: str, alpha: float) -> QColor:
    """The colour of a token at an opacity between 0 and 1."""
    mixed = QColor(value)
    mixed.setAlphaF(alpha)
    return mixed


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that Fusion and Qt's own widgets paint with."""
    role = QPalette.ColorRole
    roles = {
        role.Window: tokens.panel,
        role.Base: tokens.page,
        role.AlternateBase: tokens.page,
        role.Button: tokens.page,
        role.Text: tokens.text,
        role.WindowText: tokens.text,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.selected,
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
        role.Link: tokens.strong,
        role.LinkVisited: tokens.strong,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Light: tokens.raised,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
    }
    palette = QPalette()
    for name, value in roles.items():
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.faint))
    return palette


_SHEET = """
QPushButton{{background:{page};color:{text};border:1px solid {control};border-radius:6px;padding:0 12px;
 min-height:30px;font-weight:500}}
QPushButton:hover{{background:{hover}}} QPushButton:pressed{{background:{pressed}}}
QPushButton:disabled{{color:{faint};border-color:{line};background:{page}}}
QPushButton[kind="primary"]{{background:{strong};border-color:{strong};color:{on}}}
QPushButton[kind="primary"]:hover{{background:{strong_hover};border-color:{strong_hover}}}
QPushButton[kind="primary"]:disabled{{background:{pressed};border-color:{pressed};color:{faint}}}
QPushButton[kind="quiet"]{{background:transparent;border-color:transparent;color:{text2};padding:0 8px}}
QPushButton[kind="quiet"]:hover{{background:{hover}}}
QPushButton[kind="quiet"]:pressed{{background:{pressed}}}
QPushButton[kind="quiet"]:disabled{{color:{faint}}}
QPushButton[small="true"]{{min-height:26px;padding:0 10px}}
QLineEdit,QComboBox,QSpinBox{{background:{page};color:{text};placeholder-text-color:{muted};
 border:1px solid {control};border-radius:6px;padding:0 8px;min-height:28px;
 selection-background-color:{selection};selection-color:{text}}}
QLineEdit:focus,QComboBox:focus,QSpinBox:focus{{border:2px solid {accent};padding:0 7px;min-height:26px}}
QLineEdit:disabled,QComboBox:disabled{{color:{faint};border-color:{line}}}
QLineEdit[bad="true"]{{border-color:{bad}}}
QLineEdit[bare="true"],QLineEdit[bare="true"]:focus{{border:0;background:transparent;padding:0;
 min-height:24px}}
QPlainTextEdit,QTextEdit{{background:{page};color:{text};border:1px solid {control};border-radius:6px;
 padding:4px 6px; selection-background-color:{selection};selection-color:{text}}}
QPlainTextEdit:focus,QTextEdit:focus{{border:2px solid {accent};padding:3px 5px}}
QComboBox::drop-down{{border:0;width:24px}} QComboBox::down-arrow{{image:none}}
QComboBox QAbstractItemView{{background:{raised};border:1px solid {line};padding:4px;
 selection-background-color:{hover};selection-color:{text}}}
QAbstractItemView{{border:0;outline:0}}
QHeaderView{{background:{page};border:0}}
QHeaderView::section{{background:{page};color:{muted};border:0;border-bottom:1px solid {line};padding:0 8px;
 min-height:32px;font-size:12px}}
QToolTip{{background:{raised};color:{text};border:1px solid {line};padding:4px 8px}}
QMenu{{background:{raised};color:{text};border:1px solid {line};padding:6px}}
QMenu::item{{padding:6px 24px 6px 30px;border-radius:6px;background:transparent}}
QMenu::item:selected{{background:{hover}}} QMenu::item:disabled{{color:{faint}}}
QMenu::separator{{height:1px;background:{line};margin:6px 8px}} QMenu::icon{{padding-left:10px}}
QMenuBar{{background:{panel};color:{text2};padding:2px 8px}}
QMenuBar::item{{padding:4px 8px;border-radius:6px}}
QMenuBar::item:selected{{background:{hover}}}
QScrollBar,QAbstractItemView{{widget-animation-duration:0}}
QScrollBar:vertical{{background:transparent;width:12px;margin:0}}
QScrollBar:horizontal{{background:transparent;height:12px;margin:0}}
QScrollBar::handle{{background:{thumb};border-radius:4px;margin:2px}}
QScrollBar::handle:vertical{{min-height:32px}} QScrollBar::handle:horizontal{{min-width:32px}}
QScrollBar::handle:hover{{background:{thumb_hover}}}
QScrollBar::add-line,QScrollBar::sub-line{{width:0;height:0}}
QScrollBar::add-page,QScrollBar::sub-page{{background:transparent}}
QSplitter::handle{{background:{line}}}
QCheckBox,QRadioButton{{color:{text};spacing:8px}} QCheckBox:disabled,QRadioButton:disabled{{color:{faint}}}
"""


def style_sheet_of(tokens: Tokens) -> str:
    """The style sheet of the application, built from the tokens."""
    alphas = (0.55, 0.75) if tokens.is_strong else (0.13, 0.24)
    thumb, thumb_hover = (faded(tokens.text, alpha) for alpha in alphas)
    names = {name: getattr(tokens, name) for name in tokens.__slots__}
    return _SHEET.format(
        **names,
        thumb=thumb.name(QColor.NameFormat.HexArgb),
        thumb_hover=thumb_hover.name(QColor.NameFormat.HexArgb),
    )


class AnnotatorStyle(QProxyStyle):
    """Fusion with our own ticks and radio buttons; its focus rectangle is left to `focus_ring`.

    Of Qt's many questions only the two that need another answer are brought into Python: each `styleHint`
    would be, thousands of times before the first paint. The style sheet sets what is a hint.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(  # noqa: N802
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Fusion's measures, but indicators of 16 px and menu icons of 16 px."""
        return _INDICATOR if metric in _SIXTEEN else super().pixelMetric(metric, option, widget)

    def drawPrimitive(  # noqa: N802
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw ticks and radio buttons from the tokens, no focus rectangle, all else as Fusion does."""
        if element is QStyle.PrimitiveElement.PE_FrameFocusRect:
            return
        if element in _TICKS:
            paint_tick(painter, option)
        elif element is QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            paint_radio(painter, option)
        else:
            super().drawPrimitive(element, option, painter, widget)


def _indicator(option: QStyleOption | QStyleOptionButton) -> QRectF:
    box = QRectF(0, 0, _INDICATOR, _INDICATOR)
    box.moveCenter(QRectF(option.rect).center())
    return QRectF(round(box.x()), round(box.y()), _INDICATOR, _INDICATOR)


def _prepare(painter: QPainter, option: QStyleOption, filled: bool) -> None:
    tokens = current()
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    edge = tokens.control if enabled else tokens.line
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if filled:
        edge = tokens.accent if enabled else tokens.faint
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(edge if filled else tokens.page))


def paint_tick(painter: QPainter, option: QStyleOption) -> None:
    """Paint a tick box of 16 px in the middle of the option's rectangle: off, on or partly."""
    on = bool(option.state & QStyle.StateFlag.State_On)
    partly = bool(option.state & QStyle.StateFlag.State_NoChange)
    box = _indicator(option)
    painter.save()
    _prepare(painter, option, on or partly)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(
        QPen(
            QColor(current().on), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        )
    )
    left, top = box.x(), box.y()
    if on:
        corners = [
            QPointF(left + 4.2, top + 8.4),
            QPointF(left + 7, top + 11),
            QPointF(left + 11.8, top + 5.2),
        ]
        painter.drawPolyline(QPolygonF(corners))
    elif partly:
        painter.drawLine(QPointF(left + 4.5, top + 8), QPointF(left + 11.5, top + 8))
    painter.restore()


def paint_radio(painter: QPainter, option: QStyleOption) -> None:
    """Paint a radio button of 16 px in the middle of the option's rectangle."""
    on = bool(option.state & QStyle.StateFlag.State_On)
    box = _indicator(option)
    painter.save()
    _prepare(painter, option, on)
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().on))
        painter.drawEllipse(box.center(), 3, 3)
    painter.restore()
