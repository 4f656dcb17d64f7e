"""Loading a label set: which one, what it adds and changes label by label, and the one step that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui import choosing, fonts
from annotator.ui.i18n import language, sentence
from annotator.ui.keymap import spoken
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.counts import separated
from annotator.ui.parts.label_key import KeySquare
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.codebook import Preset, PresetChange
    from annotator.model.label import Label
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.ui.desk import Desk


class PresetRow(QWidget):
    """What a preset does to one label, with its tick.

    Signals:
        toggled: it was ticked or no longer.
    """

    toggled = Signal()

    def __init__(self, change: PresetChange, label: Label, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.change = change
        self.tick = QCheckBox()
        self.tick.setChecked(not change.is_same)
        self.tick.setEnabled(not change.is_same)
        self.tick.setAccessibleName(f"{change.name}: {words}")
        self.tick.toggled.connect(self.toggled)
        name = ElidedLabel(change.name, weight=fonts.MEDIUM)
        name.setFixedWidth(180)
        told = PlainLabel(words, ink="muted", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addWidget(self.tick)
        row.addWidget(KeySquare(label, edge=20))
        row.addWidget(name)
        row.addWidget(told, 1)


class PresetSheet(QWidget):
    """A label set to load, and what it would do.

    Signals:
        left: Escape or the button: back to the label.
        done: it was loaded.
    """

    left = Signal()
    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._corpus = ""
        self._presets: list[Preset] = []
        self._preset: Preset | None = None
        self._rows: list[PresetRow] = []
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD)
        self._choice = Choice()
        self._choice.activated.connect(lambda row: self._choose(self._presets[row]))
        self._file = Button(kind="quiet", icon="folder-open")
        self._file.clicked.connect(self._ask_for_file)
        self._about = PlainLabel(ink="muted", wraps=True)
        self._error = PlainLabel(ink="bad", wraps=True)
        self._error.hide()
        self._load = Button(kind="primary", key="Ctrl+Return")
        self._load.clicked.connect(self.load)
        self._back = Button(kind="quiet", key="Esc")
        self._back.clicked.connect(self.left)
        self._hint = PlainLabel(size=12, ink="muted", wraps=True)
        self._list = QVBoxLayout()
        self._lay_out()
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (("Ctrl+Return", self.load), ("Esc", self.left.emit)):
            QShortcut(QKeySequence(key), self, context=within).activated.connect(act)
        self.setFocusProxy(self._choice)
        self.retranslate()

    def open(self, corpus: str) -> None:
        """Offer the label sets there are for a corpus."""
        self._corpus = corpus
        self._show_rows(None, [])
        code = language().code
        self._desk.read(lambda library: library.presets.listed(code), self._take, self._refused)

    def _lay_out(self) -> None:
        self._list.setSpacing(0)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addStretch(1)
        holder = QWidget()
        holder.setLayout(self._list)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.viewport().setAutoFillBackground(False)
        holder.setAutoFillBackground(False)
        which = QHBoxLayout()
        which.setSpacing(8)
        which.addWidget(self._choice)
        which.addWidget(self._file)
        which.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._load)
        acts.addWidget(self._hint, 1)
        acts.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addLayout(which)
        column.addWidget(self._about)
        column.addWidget(self._error)
        column.addWidget(Hairline())
        column.addWidget(area, 1)
        column.addWidget(Hairline())
        column.addLayout(acts)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language, the label sets too."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            if self.isVisible() and self._corpus:
                self.open(self._corpus)
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("Load a label set"))
        self._choice.setAccessibleName(self.tr("Label set"))
        self._file.setText(self.tr("From a file…"))
        self._back.setText(self.tr("Back to the label"))
        self._hint.setText(
            spoken(self.tr("One step: Ctrl Z takes all of it back. Spans stay as they are."), "edit.undo")
        )
        self._tell()

    def _tell(self) -> None:
        ticked = [row.change for row in self._rows if row.tick.isChecked()]
        added = sum(change.is_new for change in ticked)
        changed = len(ticked) - added
        self._load.setEnabled(bool(ticked))
        if not ticked:
            self._load.setText(self.tr("Nothing to load"))
        elif not changed:
            self._load.setText(separated(self.tr("Add %n label(s)", "", added), added))
        elif not added:
            self._load.setText(separated(self.tr("Change %n label(s)", "", changed), changed))
        else:
            words = self.tr("Add {added}, change {changed}")
            self._load.setText(words.replace("{added}", str(added)).replace("{changed}", str(changed)))

    def _words_of(self, change: PresetChange) -> str:
        if change.is_same:
            return self.tr("is just so already")
        names = {
            "colour": self.tr("colour"),
            "key": self.tr("key"),
            "short": self.tr("short name"),
            "definition": self.tr("definition"),
            "heading": self.tr("group"),
            "use_when": self.tr("use when"),
            "avoid_when": self.tr("avoid when"),
            "examples": self.tr("examples"),
        }
        fields = ", ".join(names[field] for field in change.fields)
        words = (
            self.tr("is added") if change.is_new else self.tr("changes: {fields}").replace("{fields}", fields)
        )
        if change.lost_key:
            words += " · " + self.tr("without its key {key}, which another label has").replace(
                "{key}", change.lost_key
            )
        return words

    # ------------------------------------------------------------------ inside

    def _take(self, presets: list[Preset]) -> None:
        self._presets = presets
        self._choice.clear()
        for preset in presets:
            self._choice.addItem(preset.name)
        if presets:
            self._choose(presets[0])

    def _choose(self, preset: Preset) -> None:
        corpus = self._corpus
        self._say("" if preset.problem is None else sentence(preset.problem))
        self._about.setText(preset.about)
        if preset.problem is not None:
            self._show_rows(None, [])
            return
        self._desk.read(
            lambda library: library.presets.preview(corpus, preset),
            lambda changes: self._show_rows(preset, changes),
            self._refused,
        )

    def _show_rows(self, preset: Preset | None, changes: Sequence[PresetChange]) -> None:
        self._preset = preset
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        labels = preset.labels if preset is not None else ()
        for change in changes:
            row = PresetRow(change, labels[change.place].label, self._words_of(change))
            row.toggled.connect(self._tell)
            self._list.insertWidget(self._list.count() - 1, row)
            self._rows.append(row)
        self._tell()

    def _ask_for_file(self) -> None:
        kinds = self.tr("Label sets") + " (*.json)"
        path = choosing.file_to_open(self.window(), self.tr("Load a label set"), [kinds])
        if path:
            self.open_file(path)

    def open_file(self, path: str) -> None:
        """Offer the label set of a file."""
        code = language().code

        def arrived(preset: Preset) -> None:
            self._presets.append(preset)
            self._choice.addItem(preset.name)
            self._choice.setCurrentIndex(self._choice.count() - 1)
            self._choose(preset)

        self._desk.read(lambda library: library.presets.read(path, code), arrived, self._refused)

    def load(self) -> None:
        """Load what is ticked, as one step."""
        preset, corpus = self._preset, self._corpus
        places = {row.change.place for row in self._rows if row.tick.isChecked()}
        if preset is None or not places:
            return

        def task(library: Library) -> Outcome[Any]:
            return library.presets.load(corpus, preset, places)

        self._desk.write(task, lambda _outcome: self.done.emit(), self._refused)

    def _refused(self, error: AnnotatorError) -> None:
        self._say(sentence(error.message))

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))
