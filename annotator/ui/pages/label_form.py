"""The form of one label: name, key, colour, group, definition, rules; each becomes one change when left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.codebook.growing_text import GrowingText
from annotator.ui.pages.swatches import ColourRow, mark
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.label_key import KeySquare
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.codebook import Entry, Guidance
    from annotator.model.label import Label

_CAPTION = 104
GUIDANCE = ("heading", "use_when", "avoid_when")
"""Fields that the codebook keeps, not the label itself."""


class LabelForm(QWidget):
    """What can be changed of one label.

    Signals:
        changed: uid, name of the field, new value. Fields of `GUIDANCE` are for `library.codebook.change`,
            the others for `library.labels.change`.
        swap_wanted: uid of the label, uid of the one whose key it is to have.
        older_wanted: show the spans decided under an older definition.
    """

    changed = Signal(str, str, str)
    swap_wanted = Signal(str, str)
    older_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self._guidance: Guidance | None = None
        self._used = (0, 0)
        self._older = 0
        self._holder = ""
        self._tried = ""
        """Name of the field that was handed over last: a refusal is about it."""
        self._square = KeySquare(edge=28)
        self._title = ElidedLabel(size=20, weight=fonts.SEMIBOLD)
        self._use = PlainLabel(size=12, ink="muted")
        self._captions = [PlainLabel(ink="muted") for _ in range(5)]
        self._key_caption, self._short_caption = PlainLabel(ink="muted"), PlainLabel(ink="muted")
        self._group_caption = PlainLabel(ink="muted")
        self._name, self._key, self._short = QLineEdit(), QLineEdit(), QLineEdit()
        self._group = QLineEdit()
        self._groups = QStringListModel(self)
        self._colours = ColourRow()
        self._definition, self._use_when, self._avoid_when = (GrowingText(least, 8) for least in (2, 1, 1))
        self._error = PlainLabel(ink="bad", wraps=True)
        self._swap = Button(small=True)
        self._stale = PlainLabel(ink="warn", wraps=True)
        self._look = Button(kind="quiet", icon="list", small=True)
        self._set_up()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _set_up(self) -> None:
        self._key.setMaxLength(1)
        self._key.setFixedWidth(44)
        self._key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._short.setFixedWidth(76)
        self._short.setMaxLength(12)
        self._name.setMinimumWidth(96)
        self._group.setMinimumWidth(72)
        self._group.setMaxLength(80)
        completer = QCompleter(self._groups, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._group.setCompleter(completer)
        for part in (self._error, self._swap, self._stale, self._look):
            part.hide()

    # ------------------------------------------------------------------ what others call

    def set_label(self, row: Entry, labels: Sequence[Label], headings: Sequence[str] = ()) -> None:
        """Show another label, or the same one after a change; what is half typed in it stays."""
        other = self._label is None or row.label.uid != self._label.uid
        if other:
            self.commit_texts()
            self.say_error("")
            self.show_older(0)
        before, told_before = self._label, self._guidance
        self._label, self._guidance = row.label, row.guidance
        self._used = (row.spans, row.documents)
        self._square.set_label(row.label)
        self._title.setText(row.label.name)
        for field, name in self._fields():
            old = None if before is None or told_before is None else _value(name, before, told_before)
            value = _value(name, row.label, row.guidance)
            if other or value != old or not (field.hasFocus() or field.property("bad") == "true"):
                field.setText(value)
                mark(field, bad=False)
        self._colours.set_colour(row.label.colour, labels)
        self._groups.setStringList(list(dict.fromkeys(filter(None, headings))))
        for text, name in self._texts():
            text.set_text(_value(name, row.label, row.guidance))
        self._say_use()

    def commit_texts(self) -> None:
        """Hand over what was typed into definition and rules and not left yet."""
        for text, _ in self._texts():
            text.commit()

    def say_error(self, sentence: str, holder: str = "") -> None:
        """Say under the fields why a change was refused; "" for nothing. What was typed stays, to be mended.

        Args:
            sentence: why.
            holder: uid of the label that has the wanted key; its swap is offered.
        """
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._holder = holder
        self._swap.setVisible(bool(holder))
        self._swap.setText(
            self.tr("Swap the keys, {key} for this one").replace("{key}", self._key.text().strip())
        )
        for field, name in self._fields():
            mark(field, bad=bool(sentence) and name == self._tried)

    def take_back(self) -> bool:
        """Show again what is kept in a field that was refused; whether there was one."""
        refused = [pair for pair in self._fields() if pair[0].property("bad") == "true"]
        if self._label is not None and self._guidance is not None:
            for field, name in refused:
                field.setText(_value(name, self._label, self._guidance))
        self.say_error("")
        return bool(refused)

    def show_older(self, count: int) -> None:
        """Say how many spans were decided under an older definition."""
        self._older = count
        self._stale.setVisible(count > 0)
        self._look.setVisible(count > 0)
        self._say_older()

    def edit_name(self) -> None:
        """Put the cursor into the name, all of it selected."""
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._name.selectAll()

    # ------------------------------------------------------------------ inside

    def _fields(self) -> tuple[tuple[QLineEdit, str], ...]:
        return (
            (self._name, "name"),
            (self._key, "key"),
            (self._short, "short"),
            (self._group, "heading"),
        )

    def _texts(self) -> tuple[tuple[GrowingText, str], ...]:
        return (
            (self._definition, "definition"),
            (self._use_when, "use_when"),
            (self._avoid_when, "avoid_when"),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._square)
        head.addWidget(self._title, 1)
        head.addWidget(self._use)
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, _CAPTION)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        first = QVBoxLayout()
        first.setSpacing(6)
        first.addLayout(self._first_row())
        first.addLayout(self._error_row())
        grid.addLayout(first, 0, 1)
        grid.addWidget(self._colours, 1, 1)
        for row, (text, _) in enumerate(self._texts(), start=2):
            grid.addWidget(text, row, 1)
        stale = QHBoxLayout()
        stale.setSpacing(8)
        stale.addWidget(self._stale, 1)
        stale.addWidget(self._look)
        grid.addLayout(stale, 5, 1)
        for row, caption in enumerate(self._captions):
            caption.setContentsMargins(0, 8 if row == 1 else 6, 0, 0)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(head)
        column.addLayout(grid)

    def _first_row(self) -> QHBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._name, 3)
        pairs = (
            (self._key_caption, self._key, 0),
            (self._short_caption, self._short, 0),
            (self._group_caption, self._group, 2),
        )
        for caption, field, stretch in pairs:
            first.addSpacing(6)
            first.addWidget(caption)
            first.addWidget(field, stretch)
        return first

    def _error_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._error, 1)
        row.addWidget(self._swap)
        return row

    def _connect(self) -> None:
        for field, name in self._fields():
            field.editingFinished.connect(lambda field=field, name=name: self._commit_field(field, name))
        self._colours.colour_chosen.connect(lambda colour: self._commit("colour", colour))
        for text, name in self._texts():
            text.committed.connect(lambda words, name=name: self._commit(name, words))
        self._swap.clicked.connect(self._take_swap)
        self._look.clicked.connect(self.older_wanted)

    def _commit_field(self, field: QLineEdit, name: str) -> None:
        self._commit(name, field.text().strip())

    def _commit(self, name: str, value: str) -> None:
        label, told = self._label, self._guidance
        if label is None or told is None:
            return
        if value == _value(name, label, told):
            if name == self._tried:
                self.say_error("")
            return
        self._tried = name
        if name == "name" and not value:
            self.say_error(self.tr("A label needs a name. Write one, or press Esc for the old one."))
            return
        self.say_error("")
        self.changed.emit(label.uid, name, value)

    def _take_swap(self) -> None:
        if self._label is not None and self._holder:
            holder = self._holder
            self.say_error("")
            self.swap_wanted.emit(self._label.uid, holder)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        words = (
            self.tr("Name"),
            self.tr("Colour"),
            self.tr("Definition"),
            self.tr("Use when"),
            self.tr("Avoid when"),
        )
        for caption, word in zip(self._captions, words, strict=True):
            caption.setText(word)
        self._name.setAccessibleName(words[0])
        for (text, _), word in zip(self._texts(), words[2:], strict=True):
            text.setAccessibleName(word)
        self._definition.setPlaceholderText(self.tr("What is marked with this label, and what is not"))
        self._use_when.setPlaceholderText(self.tr("Signs that it is this label"))
        self._avoid_when.setPlaceholderText(self.tr("What looks like it and is not"))
        self._key_caption.setText(self.tr("Key"))
        self._key.setAccessibleName(self.tr("Key"))
        self._short_caption.setText(self.tr("Short"))
        self._short.setAccessibleName(self.tr("Short name"))
        self._short.setPlaceholderText(self.tr("auto"))
        self._short.setToolTip(
            plain_tip(self.tr("Stands where the name has no room; empty: its first letters"))
        )
        self._group_caption.setText(self.tr("Group"))
        self._group.setAccessibleName(self.tr("Group"))
        self._group.setPlaceholderText(self.tr("none"))
        self._look.setText(self.tr("Look through them"))
        self._say_use()
        self._say_older()

    def _say_older(self) -> None:
        words = self.tr("%n span(s) decided under an older definition", "", self._older)
        self._stale.setText(separated(words, self._older))

    def _say_use(self) -> None:
        spans, documents = self._used
        if not spans:
            self._use.setText(self.tr("Not used yet"))
            return
        words = self.tr("Used {times} in {documents}")
        words = words.replace("{times}", separated(self.tr("%n time(s)", "", spans), spans))
        places = separated(self.tr("%n document(s)", "", documents), documents)
        self._use.setText(words.replace("{documents}", places))


def _value(name: str, label: Label, guidance: Guidance) -> str:
    return str(getattr(guidance if name in GUIDANCE else label, name))
