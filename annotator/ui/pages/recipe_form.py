"""The left side of the export page: what is exported, in what form, to where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.model.document import Status
from annotator.ui import choosing
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.document import Annotator

_CAPTION: Final = 112
_ENDINGS: Final = {"jsonl": ".jsonl", "conll": ".conll"}
ALL_LAYERS: Final = "*"
"""Stands for all layers where an annotator's uid could stand."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a person wants exported.

    Attributes:
        status: only documents of this status; None for all.
        layer: uid of an annotator, `ALL_LAYERS`, or "" when there is nobody to choose.
        format: "jsonl" or "conll".
        scheme: iob1, iob2, bioes, bilou or io.
        tokens: syllables, words or characters.
        nested: outermost, innermost, levels, per-label or refuse.
        output: path of the file to write.
        replace: whether a file that is there may be replaced.
        make_folder: whether the folder it stands in is to be made.
    """

    status: Status | None
    layer: str
    format: str
    scheme: str
    tokens: str
    nested: str
    output: str
    replace: bool
    make_folder: bool


class RecipeForm(QWidget):
    """The fields of a recipe.

    Signals:
        changed: something in it is different now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotators: Sequence[Annotator] = ()
        self._what, self._form, self._where = SectionHeading(), SectionHeading(), SectionHeading()
        self._choices = {
            name: Choice() for name in ("status", "layer", "format", "scheme", "tokens", "nested")
        }
        self._captions = {name: PlainLabel(ink="muted") for name in (*self._choices, "output")}
        self._nested_hint = PlainLabel(size=12, ink="muted", wraps=True)
        self._output = QLineEdit()
        self._browse = Button(icon="folder-open")
        self._browse.clicked.connect(self._choose_file)
        self._replace = QCheckBox()
        self._replace.hide()
        self._make = QCheckBox()
        self._make.hide()
        self._lay_out()
        self.setFocusProxy(self._choices["status"])
        self.retranslate()
        self._output.textChanged.connect(self._path_changed)
        for tick in (self._replace, self._make):
            tick.toggled.connect(self.changed)
        for choice in self._choices.values():
            choice.currentIndexChanged.connect(self._choice_changed)

    # ------------------------------------------------------------------ what others call

    def set_annotators(self, annotators: Sequence[Annotator]) -> None:
        """Offer these annotators' layers; the one that was chosen stays so if it is among them."""
        chosen = self._value("layer")
        self._annotators = annotators
        self._choices["layer"].clear()
        self.retranslate()
        self._choices["layer"].setCurrentIndex(max(0, self._choices["layer"].findData(chosen)))

    def suggest(self, path: str) -> None:
        """Name the file; its ending follows the format."""
        self._output.setText(path + _ENDINGS[self._value("format")])

    def recipe(self) -> Recipe:
        """What is chosen now."""
        status = self._value("status")
        return Recipe(
            Status(status) if status else None,
            self._value("layer"),
            self._value("format"),
            self._value("scheme"),
            self._value("tokens"),
            self._value("nested"),
            self._output.text().strip(),
            self._replace.isChecked(),
            self._make.isChecked(),
        )

    @property
    def is_ready(self) -> bool:
        """Whether there is somewhere to write to."""
        path = self._output.text().strip()
        if not path:
            return False
        if Path(path).exists():
            return self._replace.isChecked()
        return Path(path).absolute().parent.is_dir() or self._make.isChecked()

    def look_at_file(self) -> None:
        """Offer to replace the file if one is there, now that it was written or named; nothing is told.

        A folder that is missing is offered to be made.
        """
        path = self._output.text().strip()
        folder = Path(path).absolute().parent
        self._replace.setVisible(bool(path) and Path(path).is_file())
        self._make.setVisible(bool(path) and not folder.exists())
        for tick in (self._replace, self._make):
            tick.blockSignals(True)
            tick.setChecked(False)
            tick.blockSignals(False)

    def set_counts(self, words: str) -> None:
        """Say beside "What" how much it is."""
        self._what.set_text(self.tr("What"), words)

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._what)
        column.addLayout(self._grid(("status", "layer")))
        column.addSpacing(20)
        column.addWidget(self._form)
        form = self._grid(("format", "scheme", "tokens", "nested"))
        form.addWidget(self._nested_hint, 4, 1)
        column.addLayout(form)
        column.addSpacing(20)
        column.addWidget(self._where)
        place = self._grid(())
        place.addWidget(self._captions["output"], 0, 0)
        place.addWidget(self._output, 0, 1)
        place.addWidget(self._browse, 1, 1)
        place.addWidget(self._replace, 2, 1)
        place.addWidget(self._make, 3, 1)
        column.addLayout(place)
        column.addStretch(1)

    def _grid(self, names: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, _CAPTION - 16)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for row, name in enumerate(names):
            grid.addWidget(self._captions[name], row, 0)
            grid.addWidget(self._choices[name], row, 1)
        return grid

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew; what is chosen stays chosen."""
        self.set_counts("")
        self._form.set_text(self.tr("Form"))
        self._where.set_text(self.tr("Where"))
        captions = {
            "status": self.tr("Documents"),
            "layer": self.tr("Layer"),
            "format": self.tr("Format"),
            "scheme": self.tr("Scheme"),
            "tokens": self.tr("Tokens"),
            "nested": self.tr("Nested spans"),
            "output": self.tr("File"),
        }
        for name, words in captions.items():
            self._captions[name].setText(words)
            (self._choices.get(name) or self._output).setAccessibleName(words)
        self._fill("status", self._statuses())
        self._fill("layer", self._layers())
        self._fill("format", self._formats())
        self._fill("scheme", [(name, name.upper()) for name in ("iob2", "iob1", "bioes", "bilou", "io")])
        self._fill("tokens", self._tokens())
        self._fill("nested", self._policies())
        self._browse.setText(self.tr("Choose…"))
        self._replace.setText(self.tr("Replace the file that is there"))
        self._make.setText(self.tr("Make the folder, it is missing"))
        self._tell_policy()

    def _statuses(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("All")),
            (Status.DONE.value, self.tr("Done")),
            (Status.IN_PROGRESS.value, self.tr("In progress")),
            (Status.NEW.value, self.tr("New")),
        ]

    def _layers(self) -> list[tuple[str, str]]:
        people = [(annotator.uid, annotator.name) for annotator in self._annotators]
        if not people:
            return [("", self.tr("Nobody’s yet"))]
        return [*people, (ALL_LAYERS, self.tr("All layers"))] if len(people) > 1 else people

    def _formats(self) -> list[tuple[str, str]]:
        return [
            ("jsonl", self.tr("JSONL (own, keeps everything)")),
            ("conll", self.tr("CoNLL (one token a line)")),
        ]

    def _tokens(self) -> list[tuple[str, str]]:
        return [
            ("syllables", self.tr("Vietnamese syllables")),
            ("characters", self.tr("Characters")),
        ]

    def _policies(self) -> list[tuple[str, str]]:
        return [
            ("outermost", self.tr("Keep the outermost")),
            ("innermost", self.tr("Keep the innermost")),
            ("levels", self.tr("Keep all, a column for each level")),
            ("per-label", self.tr("A column for each label")),
            ("refuse", self.tr("Refuse when there are any")),
        ]

    def _fill(self, name: str, entries: Sequence[tuple[str, str]]) -> None:
        choice, chosen = self._choices[name], self._value(name)
        choice.blockSignals(True)
        choice.clear()
        for value, words in entries:
            choice.addItem(words, value)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
        choice.blockSignals(False)

    # ------------------------------------------------------------------ inside

    def _value(self, name: str) -> str:
        return str(self._choices[name].currentData() or "")

    def _choice_changed(self) -> None:
        path = Path(self._output.text())
        ending = _ENDINGS[self._value("format")]
        if path.suffix in _ENDINGS.values() and path.suffix != ending:
            self._output.setText(str(path.with_suffix(ending)))
        self._tell_policy()
        self.changed.emit()

    def _tell_policy(self) -> None:
        """Show what only a token format asks for, and say what the chosen policy leaves out."""
        flat = self._value("format") == "conll"
        for name in ("scheme", "tokens", "nested"):
            self._choices[name].setVisible(flat)
            self._captions[name].setVisible(flat)
        words = {
            "outermost": self.tr("Spans inside another one are left out and listed."),
            "innermost": self.tr("Spans that hold another one are left out and listed."),
            "levels": self.tr("The outermost come first; a span inside another stands one column on."),
            "per-label": self.tr(
                "Of spans of one label that overlap, one is kept and the others are listed."
            ),
            "refuse": self.tr("Nothing is written when spans are nested or cross."),
        }
        hint = words.get(self._value("nested"), "") if flat else ""
        self._nested_hint.setText(hint)
        self._nested_hint.setVisible(bool(hint))

    def _path_changed(self, _path: str) -> None:
        self.look_at_file()
        self.changed.emit()

    def _choose_file(self) -> None:
        chosen = choosing.file_to_save(self.window(), self.tr("Export to"), self._output.text())
        if chosen:
            self._output.setText(chosen)
            self._replace.setChecked(Path(chosen).is_file())  # the file dialog has asked already
