"""The foot of the Find page: what is done to the hits that are ticked, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.find.hit_rows import EDGE
from annotator.ui.i18n import number
from annotator.ui.parts.bars import ProgressBar
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import ElidedLabel, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.model.label import Label

HEIGHT: Final = 56
_GAP: Final = 8
_LEAST_SAID: Final = 24
_MOST_SAID: Final = 300
"""Px: what is said gets so much before a button gives up its words; longer sentences end with dots."""
_MOST_LEFT_OUT: Final = 3
"""Keys of the quiet buttons, that of the filled one, words of the quiet ones."""


class HitFoot(QWidget):
    """Label, relabel or remove; copy and save.

    Signals:
        act_wanted: an `Action`, for the ticked hits and the label chosen here.
        label_chosen: another label is chosen here.
        save_wanted: save the hits as CSV.
    """

    act_wanted = Signal(object)
    label_chosen = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: Sequence[Label] = ()
        self._ticked = 0
        self._may = True
        self._warning = ""
        self.target = Choice()
        self.apply = Button(kind="primary", key="Ctrl+Return")
        self.relabel = Button(kind="quiet", icon="arrow-right-left", key="Ctrl+Shift+R")
        self.remove = Button(kind="quiet", icon="trash-2", key="Del")
        self.save = Button(kind="quiet", icon="save")
        self.said = ElidedLabel(size=12, ink="muted")
        self._bar = ProgressBar()
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(_GAP)
        self.buttons = (self.apply, self.target, self.relabel, self.remove)
        for part in self.buttons:
            row.addWidget(part)
        row.addWidget(self.said, 1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(row, 1)
        self._bar.hide()
        self.setFixedHeight(HEIGHT)
        self.apply.clicked.connect(lambda: self.act_wanted.emit("label"))
        self.relabel.clicked.connect(lambda: self.act_wanted.emit("relabel"))
        self.remove.clicked.connect(lambda: self.act_wanted.emit("remove"))
        self.save.clicked.connect(self.save_wanted)
        self.target.activated.connect(lambda _row: self._label_chosen())
        self.retranslate()

    # What others call

    @property
    def label(self) -> Label | None:
        """The label that ticked hits would get."""
        uid = self.target.currentData()
        return next((label for label in self._labels if label.uid == uid), None)

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Offer these labels; the chosen one stays."""
        chosen = self.target.currentData()
        self._labels = labels
        self.target.clear()
        for label in labels:
            self.target.addItem(label.name, label.uid)
        self.target.setCurrentIndex(max(0, self.target.findData(chosen)))
        self._say()

    def choose(self, uid: str) -> None:
        """Choose a label."""
        self.target.setCurrentIndex(max(0, self.target.findData(uid)))
        self._label_chosen()

    def show_ticked(self, ticked: int, *, may: bool) -> None:
        """Say how many hits are ticked; `may`: whether anything may be changed."""
        self._ticked, self._may = ticked, may
        self._say()

    def show_progress(self, now: int, total: int) -> None:
        """Show how far a change is; (0, 0) for none under way."""
        self._bar.setVisible(total > 0)
        self._bar.set_part(now, total)
        if total:
            words = self.tr("%1 of %2. Esc stops; nothing is changed then.")
            self._tell(words.replace("%1", number(now)).replace("%2", number(total)))

    def say(self, words: str) -> None:
        """Say what came of it."""
        self._tell(words)
        self.said.setAccessibleName(words)

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self._fit()

    def warn(self, words: str) -> None:
        """Say what the person may overlook in what is ticked; nothing to say takes only a warning away."""
        if words or (self._warning and self.said.text() == self._warning):
            self.say(words)
        self._warning = words

    # Inside

    def _label_chosen(self) -> None:
        self._say()
        self.label_chosen.emit()

    def _say(self) -> None:
        label = self.label
        name = "" if label is None else label.name
        words = separated(self.tr("Label %n ticked as", "", self._ticked), self._ticked)
        self.apply.setText(words.replace("&", "&&"))
        self.apply.setAccessibleName(f"{words} {name}")
        for button in (self.apply, self.relabel):
            button.setEnabled(self._may and self._ticked > 0 and label is not None)
        self.remove.setEnabled(self._may and self._ticked > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave keys and then words away where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave away as much as must be for what is said to be read."""
        font = fonts.interface(12)
        said = min(_MOST_SAID, fonts.width(self.said.text(), font) + 2)
        for left_out in range(_MOST_LEFT_OUT + 1):
            self.relabel.set_key("" if left_out >= 1 else "Ctrl+Shift+R")
            self.remove.set_key("" if left_out >= 1 else "Del")
            self.apply.set_key("" if left_out >= 2 else "Ctrl+Return")
            self._name_buttons(has_room=left_out < _MOST_LEFT_OUT)
            parts = (*self.buttons, self.save)
            needed = sum(part.sizeHint().width() + _GAP for part in parts)
            if needed + max(_LEAST_SAID, said) + 2 * EDGE <= self.width():
                return

    def _name_buttons(self, *, has_room: bool) -> None:
        """Their words, or their icons alone, which tell their words in a tip."""
        words = {
            self.relabel: self.tr("Relabel"),
            self.remove: self.tr("Remove spans"),
            self.save: self.tr("Save as CSV…"),
        }
        for button, name in words.items():
            button.setText(name if has_room else "")
            button.setAccessibleName(name)
            button.setToolTip("" if has_room else plain_tip(name))
            button.updateGeometry()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.target.setAccessibleName(self.tr("Label to give"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
