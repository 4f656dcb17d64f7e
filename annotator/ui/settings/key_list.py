"""All acts with their keys, menu by menu; one of them may be open."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.errors import UserError
from annotator.ui import choosing
from annotator.ui.actions import plain_words
from annotator.ui.catalogue import CATALOGUE, MENUS
from annotator.ui.density import density
from annotator.ui.i18n import sentence
from annotator.ui.keymap import Keys, in_force, shipped, with_keys
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.key_cap import key_text
from annotator.ui.settings.entries import is_found
from annotator.ui.settings.fixed_list import FixedList
from annotator.ui.settings.key_editor import KeyEditor
from annotator.ui.settings.key_file import read_keys, write_keys
from annotator.ui.settings.key_row import REACH, KeyRow

if TYPE_CHECKING:
    from collections.abc import Mapping


class KeyList(QWidget):
    """The keys section of the page.

    Signals:
        chosen: the differences to the shipped keys that are wanted, and a sentence on what that changes (""
            for a change that speaks for itself).
        said: a sentence, and whether it tells of a failure.
        opened: the `KeyEditor` that was opened just now.
    """

    chosen = Signal(object, str)
    said = Signal(str, bool)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._differences: Mapping[str, Keys] = {}
        self.rows: dict[str, KeyRow] = {}
        self.editor: KeyEditor | None = None
        self._groups: list[tuple[str, SectionHeading, list[KeyRow]]] = []
        self.save_button = Button(small=True, icon="save")
        self.load_button = Button(small=True, icon="folder-open")
        self.reset_button = Button(kind="quiet", small=True, icon="rotate-ccw")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add_buttons()
        self._add_rows()
        self.fixed = FixedList()
        self._column.addWidget(self.fixed)
        density().changed.connect(self._relay)
        self.retranslate()

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(REACH, 8, REACH, 8)
        row.setSpacing(8)
        for button in (self.save_button, self.load_button, self.reset_button):
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)
        self.save_button.clicked.connect(self._save)
        self.load_button.clicked.connect(self._load)
        self.reset_button.clicked.connect(self.reset_all)

    def _add_rows(self) -> None:
        for menu, acts in groupby(CATALOGUE, key=lambda act: act.menu):
            heading = SectionHeading()
            heading.setContentsMargins(REACH, 12, 0, 4)
            self._column.addWidget(heading)
            rows = [KeyRow(act) for act in acts]
            for row in rows:
                row.clicked.connect(lambda _checked=False, row=row: self._toggle(row))
                self._column.addWidget(row)
                self.rows[row.act.id] = row
            self._groups.append((menu, heading, rows))

    # What others call

    def show_keys(self, differences: Mapping[str, Keys]) -> None:
        """Show the keys that are in force with these differences."""
        self._differences = differences
        keys, first = in_force(differences), shipped()
        for name, row in self.rows.items():
            row.show_keys(keys[name], changed=name in differences and set(keys[name]) != set(first[name]))
        self.reset_button.setVisible(bool(differences))
        if self.editor is not None:
            self.editor.show_keys(differences)

    def look_for(self, typed: str) -> bool:
        """Show the rows in which all typed words are; whether there are any."""
        self.fold()
        found = False
        for _, heading, rows in self._groups:
            shown = [row for row in rows if is_found(row.haystack, typed)]
            for row in rows:
                row.setVisible(row in shown)
            heading.setVisible(bool(shown))
            found = found or bool(shown)
        for button in (self.save_button, self.load_button):
            button.setVisible(not typed)
        self.reset_button.setVisible(not typed and bool(self._differences))
        return self.fixed.look_for(typed) or found

    def open_act(self, act: str) -> None:
        """Open the keys of an act, and put the cursor where a new one is pressed."""
        self.fold()
        row = self.rows[act]
        row.setChecked(True)
        self.editor = KeyEditor(row.act)
        self.editor.setContentsMargins(REACH, 0, REACH, 0)
        self.editor.show_keys(self._differences)
        self.editor.keys_wanted.connect(lambda keys: self._set(act, keys))
        self.editor.reset_wanted.connect(lambda: self._reset(act))
        self.editor.left.connect(self._leave)
        self._column.insertWidget(self._column.indexOf(row) + 1, self.editor)
        self.editor.capture.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(self.editor)

    def fold(self) -> None:
        """Close the act that is open."""
        if self.editor is not None:
            self.rows[self.editor.act.id].setChecked(False)
            self._column.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    # Changes

    def reset_all(self) -> None:
        """Give every act the keys it was shipped with."""
        self.chosen.emit({}, self.tr("All keys are as shipped again."))

    def _toggle(self, row: KeyRow) -> None:
        is_open = self.editor is not None and self.editor.act.id == row.act.id
        if is_open:
            self.fold()
        else:
            self.open_act(row.act.id)

    def _leave(self) -> None:
        row = self.rows[self.editor.act.id] if self.editor is not None else None
        self.fold()
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set(self, act: str, keys: Keys) -> None:
        self.chosen.emit(with_keys(self._differences, act, keys), "")

    def _reset(self, act: str) -> None:
        first = shipped()[act]
        wanted = with_keys(self._differences, act, first)
        words = self.tr("%1 has its shipped keys again: %2.") if first else self.tr("%1 has no key again.")
        words = words.replace("%1", plain_words(self.rows[act].act.text))
        self.chosen.emit(wanted, words.replace("%2", ", ".join(map(key_text, first))))

    # Files

    def _save(self) -> None:
        kinds = [self.tr("Keys") + " (*.json)"]
        name = choosing.file_to_save(self.window(), self.tr("Save the keys"), "annotator-keys.json", kinds)
        if name:
            self.save_to(Path(name))

    def _load(self) -> None:
        kinds = [self.tr("Keys") + " (*.json)"]
        name = choosing.file_to_open(self.window(), self.tr("Load keys"), kinds)
        if name:
            self.load_from(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the changed keys to a file."""
        try:
            write_keys(path, self._differences)
        except UserError as error:
            self.said.emit(sentence(error.message), True)
            return
        words = self.tr("%n changed action(s) written to %1.", "", len(self._differences))
        self.said.emit(words.replace("%1", str(path)), False)

    def load_from(self, path: Path) -> None:
        """Take the keys of a file instead of the present ones."""
        try:
            keys, left_out = read_keys(path)
        except UserError as error:
            self.said.emit(sentence(error.message), True)
            return
        words = self.tr("The keys of %1 are in force.").replace("%1", path.name)
        if left_out:
            words += " " + self.tr("%n entry(s) left out: they make no sense here.", "", left_out)
        self.chosen.emit(keys, words)

    # Words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.save_button.setText(self.tr("Save the keys…"))
        self.load_button.setText(self.tr("Load keys…"))
        self.reset_button.setText(self.tr("Reset all keys"))
        for menu, heading, _ in self._groups:
            heading.set_text(plain_words(MENUS[menu]))
        self.show_keys(self._differences)

    def _relay(self) -> None:
        for row in self.rows.values():
            row.updateGeometry()
