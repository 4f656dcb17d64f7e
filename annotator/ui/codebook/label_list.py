"""The left side of the label set's page: the labels under their headings, and what is done with all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.density import Size, density
from annotator.ui.i18n import number
from annotator.ui.keymap import spoken
from annotator.ui.models.label_model import LabelModel
from annotator.ui.panels.label_rows import HEADING, ROW, LabelDelegate
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import RowView
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from annotator.model.codebook import Codebook

WIDTH = 320
_HEAD = (Size(16, 10), Size(8, 4))
_HINT = Size(12, 8)


class _WholeLabels(WholeRows):
    """The list of labels, ended on a whole row; those that begin a group are higher."""

    def fit(self) -> None:
        """Lay the list out: as many whole rows as there is room for."""
        rows = self.view.verticalHeader()
        height = 0
        for row in range(rows.count()):
            if height + rows.sectionSize(row) > self.height():
                break
            height += rows.sectionSize(row)
        self.view.setGeometry(0, 0, self.width(), height or self.height())


class LabelList(Surface):
    """The labels with their counts.

    Signals:
        add_wanted: a label is to be added.
        load_wanted: a label set is to be loaded.
        save_wanted: this one is to be saved as a file.
    """

    add_wanted = Signal()
    load_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setFixedWidth(WIDTH)
        self._version = (0, "", "")
        self.model = LabelModel(self)
        self.view = RowView(ROW)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LabelDelegate(self.view))
        self._rows = _WholeLabels(self.view)
        self._title = PlainLabel(size=15, weight=fonts.SEMIBOLD)
        self._spans = PlainLabel(size=12, ink="muted")
        self._add = Button(kind="quiet", icon="plus", key="Ins")
        self._load = Button(kind="quiet", icon="file-down")
        self._save = Button(kind="quiet", icon="save")
        self._hint = PlainLabel(size=12, ink="muted", wraps=True)
        self._stamp = PlainLabel(size=12, ink="muted", wraps=True)
        self._add.clicked.connect(self.add_wanted)
        self._load.clicked.connect(self.load_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._lay_out()
        self._follow_density()
        density().changed.connect(self._follow_density)
        self.retranslate()

    def show_book(self, book: Codebook) -> None:
        """Show the labels of a codebook."""
        self.model.set_labels(book.entries)
        self._version = (book.version, book.changed, book.actor)
        self._follow_density()
        self.retranslate()

    def _lay_out(self) -> None:
        self._head = head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._spans)
        acts = QVBoxLayout()
        acts.setContentsMargins(12, 4, 12, 4)
        acts.setSpacing(0)
        for button in (self._add, self._load, self._save):
            acts.addWidget(button)
        self._foot = foot = QVBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._hint)
        foot.addWidget(self._stamp)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._rows, 1000)
        column.addLayout(acts)
        column.addStretch(1)
        column.addWidget(Hairline())
        column.addLayout(foot)

    def _follow_density(self) -> None:
        """Set distances, and give the list the height of its rows."""
        above, below = _HEAD
        self._head.setContentsMargins(20, above.now, 20, below.now)
        self._foot.setContentsMargins(20, _HINT.now, 20, _HINT.now)
        height = 0
        for row in range(self.model.rowCount()):
            high = ROW.now + (HEADING.now if self.model.heading_over(row) else 0)
            self.view.setRowHeight(row, high)
            height += high
        self._rows.setMaximumHeight(max(ROW.now, height))
        self._rows.fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("%n label(s)", "", self.model.rowCount()))
        self._spans.setText(self.tr("spans"))
        self._add.setText(self.tr("Add a label"))
        self._load.setText(self.tr("Load a label set…"))
        self._save.setText(self.tr("Save as a file…"))
        self.view.setAccessibleName(self.tr("Labels"))
        self._hint.setText(
            spoken(
                self.tr(
                    "Alt ↑ and Alt ↓ change the order. Spans follow each change; Ctrl Z brings all back."
                ),
                "edit.undo",
            )
        )
        self._stamp.setText(self._stamp_words())
        self._stamp.setVisible(self._version[0] > 0)

    def _stamp_words(self) -> str:
        version, changed, actor = self._version
        words = self.tr("Version {version} of {date}, {person}")
        words = words.replace("{version}", number(version)).replace("{date}", _day(changed))
        return words.replace("{person}", actor)


def _day(time: str) -> str:
    """The day of a time as it is stored, in the language's short form."""
    from PySide6.QtCore import QDateTime, Qt

    moment = QDateTime.fromString(time, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)
