"""Whether anything may move by itself: the one place that gliding, fading and Qt's own effects ask.

What is under way when the answer changes comes to its end; what begins after it obeys.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

_EFFECTS: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Motion(QObject):
    """Keeps whether less motion is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = "system"
        self._effects: dict[Qt.UIEffect, bool] = {}
        self._flash_time: int | None = None

    @property
    def is_reduced(self) -> bool:
        """Whether nothing is to move by itself, now; ask right before moving something."""
        return system_wants_stillness() if self._wanted == "system" else self._wanted == "none"

    def choose(self, wanted: str) -> None:
        """Put "system", "full" or "none" in force; Qt's menus, tool tips and cursors obey at once."""
        self._wanted = wanted
        if self.is_reduced:
            self._still_qt()
        elif self._flash_time is not None:
            self._revive_qt(self._flash_time)

    def _still_qt(self) -> None:
        if self._flash_time is not None:
            return
        self._flash_time = QApplication.cursorFlashTime()
        self._effects = {effect: QApplication.isEffectEnabled(effect) for effect in _EFFECTS}
        QApplication.setCursorFlashTime(0)
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, enable=False)

    def _revive_qt(self, flash_time: int) -> None:
        QApplication.setCursorFlashTime(flash_time)
        for effect, enabled in self._effects.items():
            QApplication.setEffectEnabled(effect, enabled)
        self._flash_time = None


_motion: list[Motion] = []


def motion() -> Motion:
    """The one keeper of the process, made at its first use."""
    if not _motion:
        _motion.append(Motion())
    return _motion[0]


def system_wants_stillness() -> bool:
    """Whether the system asks for less motion; False where it or this Qt (before 6.12) cannot say."""
    told = getattr(_accessibility(), "motionPreference", None)
    return told is not None and told().name == "ReducedMotion"


def _accessibility() -> object:
    """What Qt knows of the system's wishes, None before Qt 6.10."""
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return None if hints is None else hints()
