"""The page of all settings: one column, a search field over it, each setting with its way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.search_field import SearchField
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.tabs import PlaceTab
from annotator.ui.settings.entries import SECTIONS, SETTINGS, is_found, value_words, words
from annotator.ui.settings.facts import FACTS, FileFact, file_facts
from annotator.ui.settings.key_list import KeyList
from annotator.ui.settings.key_row import REACH
from annotator.ui.settings.preview import EDGE, ReadingPreview
from annotator.ui.settings.said import Said
from annotator.ui.settings.setting_row import SettingRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from annotator.settings import Preferences
    from annotator.ui.personal import Personal

_LEFT: Final = 32
_COLUMN: Final = 760


class SettingsPage(Surface):
    """Everything a person may prefer.

    Signals:
        left: Escape: back to where one came from.
        people_wanted: to the list of people, where it is chosen who is at the desk.
        backups_wanted: to the page of backups, where their folder is chosen.
    """

    left = Signal()
    people_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, personal: Personal, library: Callable[[], str], parent: QWidget | None = None) -> None:
        """Make the page.

        Args:
            personal: the preferences in force; every change goes there at once.
            library: tells where the open library is, "" when none is.
            parent: Qt's.
        """
        super().__init__("page", parent)
        self._personal, self._library = personal, library
        self._before: dict[str, Any] = {}
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD)
        self.search = SearchField()
        self.reset_button = Button(kind="quiet", icon="rotate-ccw")
        self.said = Said()
        self.tabs = {name: PlaceTab() for name in SECTIONS}
        self._headings = {name: PlainLabel(size=15, weight=fonts.SEMIBOLD) for name in SECTIONS}
        self.rows = {setting.field: SettingRow(setting) for setting in SETTINGS}
        self.people_button = Button(icon="users")
        self.backups_button = Button(icon="archive-restore")
        self.preview = ReadingPreview()
        self.keys = KeyList()
        self.facts = {name: FileFact(name) for name in FACTS}
        self._nothing = PlainLabel(ink="muted", wraps=True)
        self._sheet = Surface("page")
        self._sheet_column = QVBoxLayout(self._sheet)
        self._area = QScrollArea()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.search)
        self.retranslate()
        self._show(personal.now)

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_LEFT, 20, _LEFT, 8)
        head.setSpacing(16)
        head.addWidget(self._title)
        head.addWidget(self.search, 1)
        head.addStretch(1)
        head.addWidget(self.reset_button)
        self.search.setMaximumWidth(360)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(_LEFT - 14, 0, _LEFT, 0)
        tabs.setSpacing(0)
        for tab in self.tabs.values():
            tab.setFixedHeight(40)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self.said)
        column.addWidget(self._area, 1)
        self._lay_out_sheet()  # into its place: a tree that moves into another is styled anew as a whole
        last = list(self.facts.values())[-1].copy_button
        self.setTabOrder(last, self.reset_button)  # nobody meets it on the way to something else

    def _lay_out_sheet(self) -> None:
        column = self._sheet_column
        column.setContentsMargins(0, 8, 0, 40)
        column.setSpacing(0)
        for name in SECTIONS:
            heading = self._headings[name]
            heading.setContentsMargins(_LEFT, 20, 0, 4)
            column.addWidget(heading)
            for row in self._rows_of(name):
                column.addWidget(row)
                row.setContentsMargins(_LEFT, 0, _LEFT, 0)
                row.setMaximumWidth(_COLUMN + 2 * _LEFT)
            if name in ("review", "files"):
                around = QHBoxLayout()
                around.setContentsMargins(_LEFT, 12, _LEFT, 0)
                around.addWidget(self.people_button if name == "review" else self.backups_button)
                around.addStretch()
                column.addLayout(around)
            if name == "reading":
                around = QHBoxLayout()
                around.setContentsMargins(_LEFT - EDGE, 12, 6, 0)
                around.addWidget(self.preview, 1)
                around.addStretch()
                column.addLayout(around)
        self.keys.setContentsMargins(_LEFT - REACH, 0, _LEFT - REACH, 0)
        self._nothing.setContentsMargins(_LEFT, 24, _LEFT, 0)
        column.addWidget(self._nothing)
        column.addStretch(1)

    def _rows_of(self, section: str) -> list[QWidget]:
        match section:
            case "keys":
                return [self.keys]
            case "files":
                return list(self.facts.values())
            case _:
                return [row for row in self.rows.values() if row.setting.section == section]

    def _connect(self) -> None:
        for row in self.rows.values():
            row.chosen.connect(lambda value, row=row: self._choose(row, value))
            row.reset_wanted.connect(lambda row=row: self._reset(row))
        for name, tab in self.tabs.items():
            tab.clicked.connect(lambda _checked=False, name=name: self.go_to(name))
        for fact in self.facts.values():
            fact.said.connect(self.said.say)
        self.keys.said.connect(self.said.say)
        self.keys.chosen.connect(self._choose_keys)
        self.keys.opened.connect(self._bring_into_sight)
        self.people_button.clicked.connect(self.people_wanted)
        self.backups_button.clicked.connect(self.backups_wanted)
        self.reset_button.clicked.connect(self._ask_to_reset)
        self.said.agreed.connect(self.reset_all)
        self.said.undo_wanted.connect(self._undo)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._enter_found)
        self._personal.changed.connect(self._show)
        self._area.verticalScrollBar().valueChanged.connect(self._follow_scrolling)

    # What a person does

    def go_to(self, section: str) -> None:
        """Bring a section into sight, all of the page shown."""
        self.search.clear()
        self._sheet_column.activate()  # headings may have been hidden a moment ago
        top = self._headings[section].y()
        self._area.verticalScrollBar().setValue(top)
        self.tabs[section].setChecked(True)
        first = next(iter(self._rows_of(section)))
        target = first.control if isinstance(first, SettingRow) else first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_found(self) -> None:
        """Put the focus on the first thing that was found."""
        rows = [row.control for row in self.rows.values() if not row.isHidden()]
        keys = [row for row in self.keys.rows.values() if not row.isHidden() and not self.keys.isHidden()]
        facts = [fact.copy_button for fact in self.facts.values() if not fact.isHidden()]
        first = next(iter([*rows, *keys, *facts]), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(first, 0, 64)

    def _ask_to_reset(self) -> None:
        self.said.ask(
            lambda: self.tr("Make all settings and keys as shipped? The language stays."),
            lambda: self.tr("Reset all settings"),
        )

    def reset_all(self) -> None:
        """Make every setting but the language what it was shipped as; one undo brings all back."""
        shipped: dict[str, Any] = {setting.field: setting.shipped for setting in SETTINGS}
        del shipped["language"]
        self._change({**shipped, "keys": {}}, lambda: self.tr("All settings and keys are as shipped again."))

    def _reset(self, row: SettingRow) -> None:
        setting = row.setting

        def told() -> str:
            shown = value_words(setting, setting.shipped)
            return self.tr("%1: again %2.").replace("%1", words(setting.text)).replace("%2", shown)

        self._change({setting.field: setting.shipped}, told)
        row.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, row: SettingRow, value: object) -> None:
        self.said.say("")
        self._personal.change(**{row.setting.field: value})

    def _choose_keys(self, differences: dict[str, tuple[str, ...]], told: str) -> None:
        if told:
            self._change({"keys": differences}, lambda: told)
        else:
            self.said.say("")
            self._personal.change(keys=differences)

    def _change(self, wanted: dict[str, Any], told: Callable[[], str]) -> None:
        """Change several preferences, and offer to take that back."""
        self._before = {name: getattr(self._personal.now, name) for name in wanted}
        self._personal.change(**wanted)
        self.said.offer_undo(told)

    def _undo(self) -> None:
        before, self._before = self._before, {}
        self._personal.change(**before)
        self.said.say("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # Following

    def _show(self, now: Preferences) -> None:
        for row in self.rows.values():
            row.show_value(now)
        self.preview.follow(now)
        self.keys.show_keys(now.keys)
        self._find_again()

    def _show_facts(self) -> None:
        for name, where in file_facts(self._library(), self._personal.path).items():
            self.facts[name].show_path(where)

    def _find(self, typed: str) -> None:
        """Show what holds all typed words; a section without any of it goes."""
        typed = typed.strip()
        found = dict.fromkeys(SECTIONS, False)
        for row in self.rows.values():
            row.setVisible(is_found(row.haystack, typed) if typed else True)
            found[row.setting.section] |= not row.isHidden()
        for fact in self.facts.values():
            fact.setVisible(is_found(fact.haystack, typed) if typed else True)
            found["files"] |= not fact.isHidden()
        found["keys"] = self.keys.look_for(typed)
        self.keys.setVisible(found["keys"])
        self.people_button.setVisible(found["review"])
        self.backups_button.setVisible(found["files"])
        self.preview.setVisible(found["reading"])
        for name, heading in self._headings.items():
            heading.setVisible(found[name])
        self._nothing.setVisible(not any(found.values()))

    def _find_again(self) -> None:
        """Keep a search as it is when values change under it; key rows follow their keys by themselves."""
        self._nothing.setVisible(False)
        if self.search.text().strip() and self.keys.editor is None:
            self._find(self.search.text())

    def _follow_scrolling(self, value: int) -> None:
        reached = [
            name
            for name, heading in self._headings.items()
            if not heading.isHidden() and heading.y() <= value + 24
        ]
        bar = self._area.verticalScrollBar()
        at_end = bar.maximum() > 0 and value == bar.maximum()
        name = list(SECTIONS)[-1] if at_end else (reached[-1] if reached else "reading")
        self.tabs[name].setChecked(True)

    def _bring_into_sight(self, editor: QWidget) -> None:
        """Scroll so that the keys of an act are in sight, with what may have to be said of them."""
        QTimer.singleShot(0, editor, lambda: self._area.ensureWidgetVisible(editor, 0, 64))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Say where files are now."""
        self._show_facts()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("Settings"))
        self.search.set_placeholder(self.tr("Search settings and keys"))
        self.reset_button.setText(self.tr("Reset all settings"))
        self.people_button.setText(self.tr("People: who is at the desk"))
        self.backups_button.setText(self.tr("Backups, and the folder for them"))
        self._nothing.setText(self.tr("No setting has these words. Esc empties the search."))
        for name, source in SECTIONS.items():
            self.tabs[name].setText(words(source))
            self.tabs[name].updateGeometry()
            self._headings[name].setText(words(source))
        for row in self.rows.values():
            row.retranslate()
            row.show_value(self._personal.now)
        for fact in self.facts.values():
            fact.retranslate()
