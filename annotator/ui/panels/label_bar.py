"""The row of label keys above the article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypedDict

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from annotator.ui.keymap import key_of
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.label_key import SQUARE, LabelKey
from annotator.ui.parts.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.model.label import Label

OPTICAL_EDGE: Final = 4
"""A key square stands this many px right of the bar's left edge; lay the bar that much further left."""
_GAP = 4
_HEIGHT = 28


class _Shown(TypedDict):
    """What a key shows."""

    names: bool
    counts: bool
    short: bool


@dataclass(frozen=True, slots=True)
class _Detail:
    """How much the keys show; only the first `named` of them have a name, None for all."""

    counts: bool = True
    short: bool = False
    named: int | None = None

    def of(self, place: int) -> _Shown:
        """What the key at that place shows."""
        return _Shown(names=self.named is None or place < self.named, counts=self.counts, short=self.short)


def _short(named: int) -> _Detail:
    """Short names for so many keys, no counts."""
    return _Detail(counts=False, short=True, named=named)


class LabelBar(QWidget):
    """One key for each label.

    When narrow it drops counts, then takes the short names, then drops names from the last key on, then puts
    the last keys into a menu.

    Signals:
        label_chosen: uid of the label that was clicked.
        brush_wanted: the brush was clicked.
    """

    label_chosen = Signal(str)
    brush_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[LabelKey] = []
        self._counts: Mapping[str, int] = {}
        self._brush: str | None = None
        self.brush_button = IconButton("paintbrush", size=16, parent=self)
        self.brush_button.setCheckable(True)
        self.brush_button.clicked.connect(self._want_brush)
        self._more = IconButton("ellipsis", size=16, parent=self)
        self._more.clicked.connect(self._open_menu)
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show these labels in their order."""
        while len(self._keys) > len(labels):
            self._keys.pop().deleteLater()
        for key, label in zip(self._keys, labels, strict=False):
            key.set_label(label, self._counts.get(label.uid, 0))
        for label in labels[len(self._keys) :]:
            self._keys.append(self._new_key(label))
        self._hold_brush()
        self.retranslate()
        self._arrange()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many spans of the open layer each label has, by label uid."""
        self._counts = counts
        for key in self._keys:
            key.set_label(key.label, counts.get(key.label.uid, 0))
        self._arrange()

    def set_brush(self, uid: str | None) -> None:
        """Mark the label that is held as a brush; None for no brush."""
        self._brush = uid
        self._hold_brush()

    def set_brush_possible(self, possible: bool) -> None:
        """Whether a label can be held as a brush: not where the layer is only to be read."""
        self.brush_button.setEnabled(possible)

    def _want_brush(self) -> None:
        self._hold_brush()  # it is for others to say whether it is held
        self.brush_wanted.emit()

    @property
    def keys(self) -> list[LabelKey]:
        """The keys in their order, for focus order and tests."""
        return list(self._keys)

    # ------------------------------------------------------------------ inside

    def _new_key(self, label: Label) -> LabelKey:
        key = LabelKey(label, self._counts.get(label.uid, 0), self)
        key.clicked.connect(lambda: self.label_chosen.emit(key.label.uid))
        return key

    def _hold_brush(self) -> None:
        for key in self._keys:
            held = key.label.uid == self._brush
            key.setCheckable(held)
            key.setChecked(held)
        self.brush_button.setChecked(self._brush is not None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(self.tr("Labels"))
        self._more.set_name(self.tr("More labels"))
        self.brush_button.set_name(self.tr("Hold the label as a brush"), key_of("label.brush"))
        for key in self._keys:
            key.setToolTip(plain_tip(self._tip(key.label)))

    def _tip(self, label: Label) -> str:
        words = self.tr("{name} · key {key}") if label.key else "{name}"
        tip = words.replace("{name}", label.name).replace("{key}", label.key)
        return f"{tip} · {label.definition}" if label.definition else tip

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as all keys with names and counts."""
        return QSize(self._width(_Detail()) + _GAP + self.brush_button.width(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for two squares, the menu and the brush."""
        return QSize(4 * (SQUARE + 8 + _GAP), _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as much as fits."""
        super().resizeEvent(event)
        self._arrange()

    def _width(self, detail: _Detail) -> int:
        shown = enumerate(self._keys)
        return sum(key.width_with(**detail.of(place)) + _GAP for place, key in shown) - _GAP

    def _fitting(self, room: int) -> _Detail:
        """The most generous detail that fits; the narrowest where none does."""
        for detail in (_Detail(), _Detail(counts=False)):
            if self._width(detail) <= room:
                return detail
        named = range(len(self._keys) + 1)
        fitting = bisect_right(named, room, key=lambda count: self._width(_short(count)))
        return _short(max(0, fitting - 1))

    def _arrange(self) -> None:
        """Choose the detail, lay the keys side by side, hide those that find no room."""
        room = self.width() - self.brush_button.width() - _GAP
        detail = self._fitting(room)
        crowded = self._width(detail) > room
        end = room - (self._more.width() + _GAP if crowded else 0)
        x = 0
        for place, key in enumerate(self._keys):
            key.set_detail(**detail.of(place))
            width = key.width_with(**detail.of(place))
            key.setGeometry(x, (self.height() - _HEIGHT) // 2, width, _HEIGHT)
            key.setVisible(x + width <= end)
            x += width + _GAP
        self._more.move(end + _GAP, 0)
        self._more.setVisible(crowded)
        taken = end + _GAP + self._more.width() if crowded else x - _GAP
        self.brush_button.move(taken + _GAP, (self.height() - self.brush_button.height()) // 2)
        self.updateGeometry()

    def _open_menu(self) -> None:
        self._hidden_labels().exec(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _hidden_labels(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in self._keys:
            if key.isHidden():
                menu.addAction(key.text(), key.click)
        return menu
