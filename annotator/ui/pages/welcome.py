"""The welcome page: what an empty library offers, with the drop zone first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.label import STANDARD_COLOURS
from annotator.ui import fonts
from annotator.ui.keymap import key_of
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice_row import ChoiceRow
from annotator.ui.parts.drop_zone import DropZone
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.icon_label import IconLabel
from annotator.ui.parts.key_cap import KeyCap
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rails_example import ExampleSpan, RailsExample
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

COLUMN: Final = 720
_REACH: Final = 12
"""Rows reach so far out beyond the column that their words stand on its edge."""
_BLOCK: Final = 640
"""Height in px that the block needs; a lower window takes from the space above it."""
_SENTENCE: Final = "Đồng chí Lương Thế Khải, Phó Bí thư Tỉnh ủy"
_FORMATS: Final = "txt · docx · pdf · html · csv · jsonl · zip"


class WelcomePage(Surface):
    """Drop zone, the ways to begin, and what labelling looks like.

    Signals:
        act_wanted: id of an act of the catalogue.
        files_dropped: list of `Path`.
    """

    act_wanted = Signal(str)
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._title = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self._subtitle = PlainLabel(size=15, ink="muted", wraps=True)
        self._zone = DropZone()
        self._zone.files_dropped.connect(self.files_dropped)
        self._zone_words = PlainLabel(size=15, weight=fonts.SEMIBOLD)
        self._formats = PlainLabel(_FORMATS, size=12, ink="muted")
        self.open_button = Button(kind="primary")
        self.paste_button = Button(key="Ctrl+V")
        self._ways_title = SectionHeading()
        self._example_title = SectionHeading()
        self._ways = {
            "file.sample": ChoiceRow("flask-conical"),
            "file.take_in": ChoiceRow("package-open"),
            "file.open_folder": ChoiceRow("folder-open"),
            "file.open_library": ChoiceRow("database"),
        }
        self._example = RailsExample()
        self._note = (PlainLabel(size=13, ink="muted"), PlainLabel(size=13, ink="muted"))
        self._column = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        block = QVBoxLayout(self._column)
        block.setContentsMargins(0, 0, 0, 0)
        block.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(_REACH, 0, _REACH, 0)
        top.setSpacing(0)
        top.addWidget(self._title)
        top.addSpacing(6)
        top.addWidget(self._subtitle)
        top.addSpacing(28)
        top.addWidget(self._zone)
        block.addLayout(top)
        block.addSpacing(38)
        block.addLayout(self._ways_row())
        self._column.setMaximumWidth(COLUMN + 2 * _REACH)
        self._fill_zone()
        across = QHBoxLayout()
        across.setContentsMargins(32, 0, 32, 0)
        across.addStretch(1)
        across.addWidget(self._column, 100)
        across.addStretch(1)
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.addLayout(across)
        self._down.addStretch(1)

    def _fill_zone(self) -> None:
        self._zone.setFixedHeight(196)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.paste_button)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._zone)
        inside.setContentsMargins(24, 0, 24, 0)
        inside.setSpacing(0)
        inside.addStretch(1)
        inside.addWidget(IconLabel("file-down", 28, "text2"), 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(12)
        inside.addWidget(self._zone_words, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(14)
        inside.addLayout(buttons)
        inside.addSpacing(14)
        inside.addWidget(self._formats, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)

    def _ways_row(self) -> QHBoxLayout:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(0)
        right.setSpacing(0)
        self._ways_title.setContentsMargins(_REACH, 0, 0, 0)
        left.addWidget(self._ways_title)
        left.addSpacing(8)
        for row in self._ways.values():
            left.addWidget(row)
        left.addStretch(1)
        right.addWidget(self._example_title)
        right.addSpacing(16)
        right.addWidget(self._example)
        right.addSpacing(16)
        note = QHBoxLayout()
        note.setSpacing(6)
        note.addWidget(self._note[0])
        note.addWidget(KeyCap("1–5"))
        note.addWidget(self._note[1])
        note.addStretch(1)
        right.addLayout(note)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(48 - _REACH)
        right.setContentsMargins(0, 0, _REACH, 0)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        return both

    def _connect(self) -> None:
        self.open_button.clicked.connect(lambda: self.act_wanted.emit("file.open"))
        self.paste_button.clicked.connect(lambda: self.act_wanted.emit("file.paste"))
        for identifier, row in self._ways.items():
            row.clicked.connect(lambda _checked=False, wanted=identifier: self.act_wanted.emit(wanted))

    def set_writable(self, writable: bool) -> None:
        """Offer only what a library that may be written allows."""
        for widget in (self.open_button, self.paste_button, self._zone, self._ways["file.sample"]):
            widget.setEnabled(writable)
        for act in ("file.open_folder", "file.take_in"):
            self._ways[act].setEnabled(writable)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Begin at 16 % of the window's height, as long as the block fits below."""
        super().resizeEvent(event)
        wanted = round((self.height() + 72) * 0.16) - 44
        self._down.setContentsMargins(0, max(24, min(wanted, self.height() - _BLOCK)), 0, 0)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.open_button.set_key(key_of("file.open"))
        for act, way in self._ways.items():
            way.set_key(key_of(act))
        self._title.setText(self.tr("Start with an article"))
        self._subtitle.setText(
            self.tr("Drop a file here, look at it, label it. Everything stays on this machine.")
        )
        self._zone_words.setText(self.tr("Drop files or a folder here"))
        self._zone.setAccessibleName(self._zone_words.text())
        self.open_button.setText(self.tr("Open files…"))
        self.paste_button.setText(self.tr("Paste text"))
        self._ways_title.set_text(self.tr("Or try it now"))
        self._example_title.set_text(self.tr("Labelling looks like this"))
        self._ways["file.sample"].show_words(
            self.tr("Sample corpus"), self.tr("articles on emulation and awards, 5 labels")
        )
        self._ways["file.take_in"].show_words(
            self.tr("Take in a package"), self.tr("work for you, or sent back, as a zip file")
        )
        self._ways["file.open_folder"].show_words(self.tr("Open a folder"), self.tr("every article in it"))
        self._ways["file.open_library"].show_words(
            self.tr("Open another library"), self.tr("a file on this machine")
        )
        self._note[0].setText(self.tr("Select words, then press"))
        self._note[1].setText(self.tr("No mouse needed."))
        self._example.set_example(
            _SENTENCE,
            (
                ExampleSpan("Phó Bí thư Tỉnh ủy", "position", STANDARD_COLOURS["position"], 1),
                ExampleSpan("Lương Thế Khải", "person", STANDARD_COLOURS["person"]),
                ExampleSpan("Tỉnh ủy", "organization", STANDARD_COLOURS["organization"]),
            ),
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
