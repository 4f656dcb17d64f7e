"""The form of one label: name, key, short name, colour, definition; each becomes one change when left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.pages.swatches import ColourRow
from annotator.ui.parts.committing_text import CommittingText
from annotator.ui.parts.counts import separated
from annotator.ui.parts.label_key import KeySquare
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label
    from annotator.model.listing import LabelCount

_CAPTION = 104
_ABOVE_CAPTIONS = (6, 8, 6)
"""What brings a caption to the first line of what it names."""


class LabelForm(QWidget):
    """What can be changed of one label.

    Signals:
        changed: uid, name of the field as `library.labels.change` knows it, new value.
    """

    changed = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self._used = (0, 0)
        self._square = KeySquare(edge=28)
        self._title = ElidedLabel(size=20, weight=fonts.SEMIBOLD)
        self._use = PlainLabel(size=12, ink="muted")
        self._captions = [PlainLabel(ink="muted") for _ in range(3)]
        self._key_caption, self._short_caption = PlainLabel(ink="muted"), PlainLabel(ink="muted")
        self._name, self._key, self._short = QLineEdit(), QLineEdit(), QLineEdit()
        self._key.setMaxLength(1)
        self._key.setFixedWidth(44)
        self._key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._short.setFixedWidth(80)
        self._short.setMaxLength(12)
        self._name.setMinimumWidth(160)
        self._colours = ColourRow()
        self._definition = CommittingText()
        self._definition.setFixedHeight(72)
        self._error = PlainLabel(ink="bad", wraps=True)
        self._error.hide()
        self._lay_out()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    def set_label(self, row: LabelCount, labels: Sequence[Label]) -> None:
        """Show another label, or the same one after a change; what is half typed in it stays."""
        other = self._label is None or row.label.uid != self._label.uid
        if other:
            self._definition.commit()
            self.say_error("")
        before, self._label = self._label, row.label
        self._used = (row.spans, row.documents)
        self._square.set_label(row.label)
        self._title.setText(row.label.name)
        for field, name in self._fields():
            value = str(getattr(row.label, name))
            if other or before is None or value != getattr(before, name) or not field.hasFocus():
                field.setText(value)
        self._colours.set_colour(row.label.colour, labels)
        self._definition.set_text(row.label.definition)
        self._say_use()

    def say_error(self, sentence: str) -> None:
        """Say under the fields why a change was refused; "" for nothing. The fields show what is kept."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        if sentence and self._label is not None:
            for field, name in self._fields():
                field.setText(str(getattr(self._label, name)))

    def edit_name(self) -> None:
        """Put the cursor into the name, all of it selected."""
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._name.selectAll()

    # ------------------------------------------------------------------ inside

    def _fields(self) -> tuple[tuple[QLineEdit, str], ...]:
        return ((self._name, "name"), (self._key, "key"), (self._short, "short"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._square)
        head.addWidget(self._title, 1)
        head.addWidget(self._use)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._name, 3)
        for caption, field in ((self._key_caption, self._key), (self._short_caption, self._short)):
            first.addSpacing(8)
            first.addWidget(caption)
            first.addWidget(field)
        first.addStretch(1)
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, _CAPTION)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self._colours, 1, 1)
        grid.addWidget(self._definition, 2, 1)
        grid.addWidget(self._error, 3, 1)
        for row, caption in enumerate(self._captions):
            caption.setContentsMargins(0, _ABOVE_CAPTIONS[row], 0, 0)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(head)
        column.addLayout(grid)

    def _connect(self) -> None:
        for field, name in self._fields():
            field.editingFinished.connect(lambda field=field, name=name: self._commit_field(field, name))
        self._colours.colour_chosen.connect(lambda colour: self._commit("colour", colour))
        self._definition.committed.connect(lambda text: self._commit("definition", text))

    def _commit_field(self, field: QLineEdit, name: str) -> None:
        self._commit(name, field.text().strip())

    def _commit(self, name: str, value: str) -> None:
        label = self._label
        if label is None or value == getattr(label, name):
            return
        if name == "name" and not value:
            self._name.setText(label.name)
            return
        self.say_error("")
        self.changed.emit(label.uid, name, value)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        words = (self.tr("Name"), self.tr("Colour"), self.tr("Definition"))
        for caption, word in zip(self._captions, words, strict=True):
            caption.setText(word)
        self._name.setAccessibleName(words[0])
        self._definition.setAccessibleName(words[2])
        self._definition.setPlaceholderText(self.tr("What is marked with this label, and what is not"))
        self._key_caption.setText(self.tr("Key"))
        self._key.setAccessibleName(self.tr("Key"))
        self._short_caption.setText(self.tr("Short"))
        self._short.setAccessibleName(self.tr("Short name"))
        self._say_use()

    def _say_use(self) -> None:
        spans, documents = self._used
        if not spans:
            self._use.setText(self.tr("Not used yet"))
            return
        words = self.tr("Used {times} in {documents}")
        words = words.replace("{times}", separated(self.tr("%n time(s)", "", spans), spans))
        places = separated(self.tr("%n document(s)", "", documents), documents)
        self._use.setText(words.replace("{documents}", places))
