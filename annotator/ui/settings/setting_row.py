"""A row of the settings page: what it is, the value in force, and the way back to the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.settings.entries import Setting, Value, setting_haystack, value_words, words

if TYPE_CHECKING:
    from annotator.settings import Preferences

WORDS: Final = 340
"""Px of the column of names; values stand right of it, one under the other."""

_CONTROL: Final = 220


class SettingRow(QWidget):
    """One setting.

    Signals:
        chosen: the value a person chose.
        reset_wanted: the shipped value is wanted back.
    """

    chosen = Signal(object)
    reset_wanted = Signal()

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self._name = PlainLabel(weight=fonts.MEDIUM, wraps=True)
        self._meaning = PlainLabel(size=12, ink="muted", wraps=True)
        self._choice = Choice()
        self._tick = QCheckBox()
        self._reset = IconButton("rotate-ccw", size=16)
        self._value: Value = setting.shipped
        self._haystack = ""
        self._lay_out()
        self._choice.activated.connect(lambda index: self.chosen.emit(self.setting.ways[index]))
        self._tick.toggled.connect(self._ticked)
        self._reset.clicked.connect(self.reset_wanted)
        self.retranslate()

    @property
    def is_switch(self) -> bool:
        """Whether it is on or off, not chosen out of a list."""
        return isinstance(self.setting.shipped, bool)

    @property
    def control(self) -> QWidget:
        """What the value is changed with."""
        return self._tick if self.is_switch else self._choice

    @property
    def reset_button(self) -> IconButton:
        """What brings the shipped value back; shown only where another one is in force."""
        return self._reset

    @property
    def haystack(self) -> str:
        """What the search field looks into."""
        self._haystack = self._haystack or setting_haystack(self.setting)
        return self._haystack

    def show_value(self, now: Preferences) -> None:
        """Show the value that is in force."""
        self._value = getattr(now, self.setting.field)
        self._reset.setVisible(self._value != self.setting.shipped)
        if self.is_switch:
            blocked = self._tick.blockSignals(True)
            self._tick.setChecked(bool(self._value))
            self._tick.blockSignals(blocked)
            self._tick.setText(value_words(self.setting, self._value))
        else:
            self._choice.setCurrentIndex(self.setting.ways.index(self._value))

    def retranslate(self) -> None:
        """Take the words of the language in force."""
        name = words(self.setting.text)
        self._name.setText(name)
        self._meaning.setText(words(self.setting.meaning))
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(self._meaning.text())
        back = self.tr("%1: back to %2").replace("%1", name)
        self._reset.set_name(back.replace("%2", value_words(self.setting, self.setting.shipped)))
        if self.is_switch:
            self._tick.setText(value_words(self.setting, self._value))
        else:
            place = max(0, self._choice.currentIndex())
            self._choice.clear()
            self._choice.addItems([value_words(self.setting, way) for way in self.setting.ways])
            self._choice.setCurrentIndex(place)

    def _lay_out(self) -> None:
        told = QWidget()
        told.setFixedWidth(WORDS)
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 24, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._meaning)
        self.control.setFixedWidth(_CONTROL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(0)
        row.addWidget(told)
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(8)
        row.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        unused = self._choice if self.is_switch else self._tick
        unused.setParent(self)
        unused.hide()

    def _ticked(self, on: bool) -> None:
        self.chosen.emit(on)
