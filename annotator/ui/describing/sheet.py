"""The panel in which title, tags and metadata of the open document are changed, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.model.tags import TAGS, tags_of, with_tags
from annotator.ui import fonts
from annotator.ui.describing.tag_chips import TagChips
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.past.right_panel import Guest
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH: Final = 368


class DocumentSheet(Guest):
    """Fields for what is said about a document beside its text.

    Signals:
        keep_wanted: (title, metadata) are to be kept.
        tag_listed_wanted: these tags (a tuple) are to be given to all documents of the list.
        closed: nothing is to be changed, or no longer.
    """

    keep_wanted = Signal(str, object)
    tag_listed_wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._heading = PlainLabel(size=13, weight=fonts.SEMIBOLD)
        self._captions = [PlainLabel(size=12, ink="muted") for _ in range(3)]
        self.title, self.tags = QLineEdit(), QLineEdit()
        self.chips = TagChips(self.tags)
        self._words = QStringListModel(self)
        self._offers = QCompleter(self._words, self)
        self._offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offers.setWidget(self.tags)
        self._listed = 0
        self.rows: list[tuple[QLineEdit, QLineEdit]] = []
        self._below = QVBoxLayout()
        self.keep_button = Button(kind="primary", key="Return")
        self.tag_button = Button(kind="quiet")
        self.close_button = Button(kind="quiet", key="Escape")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tags)
        self.retranslate()

    def show_document(self, title: str, metadata: Mapping[str, str], known: Sequence[str]) -> None:
        """Fill the fields; `known` are the tags of the corpus, which are offered while one types."""
        self.title.setText(title)
        self.title.setCursorPosition(0)  # what a title begins with tells it from others
        self.chips.show_tags(tags_of(metadata))
        self._words.setStringList(list(known))
        self._take_rows_away()
        for name, value in sorted(metadata.items()):
            if name != TAGS:
                self._add_row(name, value)
        self._add_row("", "")

    def show_listed(self, count: int) -> None:
        """Say to how many documents the tags can be given."""
        self._listed = count
        self.tag_button.setEnabled(count > 0)
        words = self.tr("Give these tags to %n listed document(s)", "", count)
        self.tag_button.setText(separated(words, count))

    def metadata(self) -> dict[str, str]:
        """What the fields say; a row without name and value says nothing."""
        told = {name.text(): value.text() for name, value in self.rows if name.text() or value.text()}
        return with_tags(told, self.chips.tags)

    def hints(self) -> list[Hint]:
        """The keys of its fields while the cursor is in one."""
        if not self.isAncestorOf(self.window().focusWidget() or self):
            return []
        ways = [(("↵",), self.tr("save")), (("Tab",), self.tr("next field")), (("Esc",), self.tr("close"))]
        return [Hint(keys, words) for keys, words in ways]

    # Inside

    def _keep(self) -> None:
        self.keep_wanted.emit(self.title.text(), self.metadata())

    def _keep_unless_offered(self) -> None:
        """Enter takes the tag that is chosen among those offered; the field hears the key first."""
        popup = self._offers.popup()
        if popup is None or not popup.isVisible() or not popup.currentIndex().isValid():
            self._keep()

    def _tag_listed(self) -> None:
        self.tag_listed_wanted.emit(self.chips.tags)

    def _offer(self, text: str) -> None:
        """Offer tags that begin as the one being typed does."""
        word = text.rpartition(",")[2].strip()
        self._offers.setCompletionPrefix(word)
        count = self._offers.completionCount()
        if word and (count > 1 or (count and self._offers.currentCompletion() != word)):
            self._offers.complete()
        elif popup := self._offers.popup():
            popup.hide()

    def _add_row(self, name: str, value: str) -> None:
        fields = (QLineEdit(name), QLineEdit(value))
        self.rows.append(fields)
        self._name_row(fields)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(fields[0], 2)
        line.addWidget(fields[1], 3)
        self._below.insertLayout(self._below.count() - 1, line)
        for field in fields:
            field.textEdited.connect(self._grow)
            field.returnPressed.connect(self._keep)

    def _grow(self) -> None:
        """Have an empty row at the end."""
        last = self.rows[-1]
        if last[0].text() or last[1].text():
            self._add_row("", "")

    def _take_rows_away(self) -> None:
        while self._below.count() > 1:
            item = self._below.takeAt(0)
            line = None if item is None else item.layout()
            if line is not None:
                line.deleteLater()
        for fields in self.rows:
            for field in fields:
                field.deleteLater()
        self.rows = []

    def _name_row(self, fields: tuple[QLineEdit, QLineEdit]) -> None:
        for field, words in zip(fields, (self.tr("Name"), self.tr("Value")), strict=True):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)

    # Building

    def _lay_out(self) -> None:
        inner = Surface("panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(6)
        column.addWidget(self._heading)
        for caption, fields in zip(self._captions, ((self.title,), (self.chips, self.tags)), strict=False):
            column.addSpacing(8)
            column.addWidget(caption)
            for field in fields:
                column.addWidget(field)
        column.addWidget(self.tag_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self._captions[2])
        self._below.setSpacing(6)
        self._below.addStretch(1)
        column.addLayout(self._below, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _connect(self) -> None:
        self.keep_button.clicked.connect(self._keep)
        self.tag_button.clicked.connect(self._tag_listed)
        self.close_button.clicked.connect(self.closed)
        self.tags.textEdited.connect(self._offer)
        self._offers.activated.connect(self.chips.take)
        self.title.returnPressed.connect(self._keep)
        self.tags.returnPressed.connect(self._keep_unless_offered)
        shortcut = QShortcut(QKeySequence("Escape"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.closed)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._heading.setText(self.tr("About this document"))
        captions = (self.tr("Title"), self.tr("Tags: a comma ends one"), self.tr("Metadata"))
        for caption, words in zip(self._captions, captions, strict=True):
            caption.setText(words)
        self.title.setAccessibleName(captions[0])
        self.tags.setAccessibleName(captions[1])
        for fields in self.rows:
            self._name_row(fields)
        self.keep_button.setText(self.tr("Save"))
        self.show_listed(self._listed)
        self.close_button.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
