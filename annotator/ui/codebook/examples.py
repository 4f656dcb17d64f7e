"""Examples and counter-examples of a label, side by side, as they would look in the article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.codebook.rails_text import RailsText
from annotator.ui.keymap import spoken
from annotator.ui.parts.buttons import IconButton
from annotator.ui.parts.icon_label import IconLabel
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.codebook import Example, Guidance
    from annotator.model.label import Label


class ExampleItem(QWidget):
    """One example: the passage, why, and what can be done to it.

    Signals:
        changed: the `Example` as it was, and as it is to be, or None when it is to go.
    """

    changed = Signal(object, object)

    def __init__(
        self, example: Example, label: Label, labels: Sequence[Label], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._example = example
        self._rails = RailsText()
        self._rails.set_example(example, label, labels)
        self._note = PlainLabel(example.note, size=12, ink="muted", wraps=True)
        self._field = QLineEdit(example.note)
        self._field.setMaxLength(500)
        self._more = IconButton("ellipsis", edge=24, size=16)
        self._more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._edit, self._move, self._remove = (menu.addAction("") for _ in range(3))
        self._more.setMenu(menu)
        self._lay_out()
        self._edit.triggered.connect(self._edit_note)
        self._field.editingFinished.connect(self._take_note)
        self._move.triggered.connect(lambda: self._change(is_counter=not example.is_counter))
        self._remove.triggered.connect(lambda: self.changed.emit(example, None))
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._rails, 1)
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._note)
        column.addWidget(self._field)
        self._note.setContentsMargins(3, 0, 0, 0)
        self._note.setVisible(bool(self._example.note))
        self._field.hide()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._edit.setText(self.tr("Say why…"))
        self._move.setText(
            self.tr("Make it an example")
            if self._example.is_counter
            else self.tr("Make it a counter-example")
        )
        self._more.set_name(self.tr("What to do with this example"))
        self._remove.setText(self.tr("Take this example out"))
        self._field.setPlaceholderText(self.tr("Why is it so?"))
        self._field.setAccessibleName(self.tr("Why is it so?"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _edit_note(self) -> None:
        self._note.hide()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _take_note(self) -> None:
        note = self._field.text().strip()
        self._field.hide()
        self._note.setVisible(bool(self._example.note))
        if note != self._example.note:
            self._change(note=note)

    def _change(self, **fields: object) -> None:
        self.changed.emit(self._example, replace(self._example, **fields))  # type: ignore[arg-type]


class Examples(QWidget):
    """Two columns: mark it so, and not so.

    Signals:
        changed: the `Example` as it was, and as it is to be, or None when it is to go.
    """

    changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._items: list[ExampleItem] = []
        self._heads = [PlainLabel(size=13, weight=fonts.SEMIBOLD) for _ in range(2)]
        self._hints = [PlainLabel(size=12, ink="muted", wraps=True) for _ in range(2)]
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        for column, head, hint, icon, ink in zip(
            self._columns, self._heads, self._hints, ("check", "x"), ("ok", "bad"), strict=True
        ):
            column.setSpacing(6)
            title = QHBoxLayout()
            title.setSpacing(8)
            title.addWidget(IconLabel(icon, 14, ink))
            title.addWidget(head)
            title.addStretch(1)
            column.addLayout(title)
            column.addWidget(hint)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.retranslate()

    def show_examples(self, guidance: Guidance, label: Label, labels: Sequence[Label]) -> None:
        """Show the examples of a label; nothing is made anew when they are the same."""
        shown = (guidance.examples, label.uid, tuple((one.uid, one.name, one.colour) for one in labels))
        if shown == self._shown:
            return
        self._shown = shown
        for item in self._items:
            item.hide()
            item.deleteLater()
        self._items = [self._item(example, label, labels) for example in guidance.examples]
        for hint, is_counter in zip(self._hints, (False, True), strict=True):
            hint.setVisible(not any(one.is_counter is is_counter for one in guidance.examples))

    def _item(self, example: Example, label: Label, labels: Sequence[Label]) -> ExampleItem:
        column = self._columns[example.is_counter]
        item = ExampleItem(example, label, labels)
        item.changed.connect(self.changed)
        column.insertWidget(column.count() - 1, item)
        return item

    def retranslate(self) -> None:
        """Set every word anew."""
        for head, words in zip(self._heads, (self.tr("Mark it so"), self.tr("Not so")), strict=True):
            head.setText(words)
        hint = spoken(
            self.tr("Select words in an article and press Ctrl Shift E to pin them here."), "label.pin"
        )
        for place in self._hints:
            place.setText(hint)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
