"""The bundled fonts: registering them, and the few sizes the chrome is set in."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.paths import resource

INTERFACE = "Inter"
"""Family of the chrome and, unless the person chose another, of the article."""

READING = (INTERFACE, "Be Vietnam Pro", "Noto Serif")
"""Families offered for the article."""

MONO = "JetBrains Mono"
"""Family of file previews and patterns."""

SIZES = (28, 20, 17, 15, 13, 12, 11)
"""All sizes in px that words of the chrome may have."""

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold


_USUAL_PX = 15.0
"""Up to so many px is a system's usual font (9 to 11 points); a larger one asks for larger letters."""

LARGEST_SCALE = 1.25
"""So far rows and bars of fixed height hold their words."""


class _Scale:
    """How much larger than drawn the chrome's letters are, for a person whose system has large ones."""

    now = 1.0


def scale_for(system_px: float) -> float:
    """What the chrome's sizes are multiplied with where the system's font has that height in px."""
    return min(LARGEST_SCALE, max(1.0, system_px / _USUAL_PX))


def install() -> None:
    """Register the interface's font and make 13 px of it the application's; `complete` adds the others.

    All sizes grow with the font of the system, as it was when the program began.

    Raises:
        FileNotFoundError: the fonts are not in the installation.
    """
    _register(f"{INTERFACE}-*.ttf")
    if QApplication.font().family() != INTERFACE:
        _Scale.now = scale_for(_system_px())
        interface.cache_clear()
    QApplication.setFont(interface(13))


def _system_px() -> float:
    """Height of the system's font; told by its numbers, for looking the font up would cost the start time."""
    font, screen = QApplication.font(), QGuiApplication.primaryScreen()
    if font.pixelSize() > 0 or screen is None:
        return float(font.pixelSize())
    return font.pointSizeF() * screen.logicalDotsPerInchY() / 72


def complete() -> None:
    """Register every bundled font: those that only documents and previews are set in come after the window.

    Raises:
        FileNotFoundError: the fonts are not in the installation.
    """
    _register("*.ttf")


_registered: set[str] = set()


def _register(pattern: str) -> None:
    for path in sorted(resource("fonts").glob(pattern)):
        if path.name not in _registered:
            _registered.add(path.name)
            QFontDatabase.addApplicationFont(str(path))


@cache
def interface(size: int, weight: QFont.Weight = REGULAR, *, tabular: bool = False) -> QFont:
    """The chrome's font at a size of `SIZES` in px, larger where the system's font is.

    Args:
        size: height in px as drawn.
        weight: `REGULAR`, `MEDIUM` or `SEMIBOLD`.
        tabular: all figures equally wide, for numbers that stand in columns.
    """
    return _font(INTERFACE, round(size * _Scale.now), weight, tabular=tabular)


def mono(size: int = 13) -> QFont:
    """The font of file previews and patterns."""
    return _font(MONO, round(size * _Scale.now), REGULAR, tabular=False)


def reading(family: str, size: int) -> QFont:
    """The article's font: a family of `READING` at a size in px."""
    return _font(family, size, REGULAR, tabular=False)


def _font(family: str, size: int, weight: QFont.Weight, *, tabular: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def width(text: str, font: QFont) -> float:
    """How far `text` runs in px when set in `font`."""
    return QFontMetricsF(font).horizontalAdvance(text)
