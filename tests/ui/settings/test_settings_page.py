"""The page: each change at once and kept, each with its way back, all of it found by search."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from shiboken6 import delete

from annotator.settings import Preferences, PreferencesFile
from annotator.ui import i18n, theme
from annotator.ui.keymap import cap, keymap, spoken
from annotator.ui.personal import Personal
from annotator.ui.settings import facts as files
from annotator.ui.settings.entries import SETTINGS
from annotator.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture
def personal(qapp: object) -> Iterator[Personal]:
    yield Personal("en")
    keymap().choose({})
    theme.theme().install(theme.Scheme.LIGHT)
    i18n.language().choose("en")


@pytest.fixture
def page(personal: Personal, on_screen: Callable[[QWidget, int, int], None]) -> Iterator[SettingsPage]:
    made = SettingsPage(personal, lambda: "/somewhere/work.annotator")
    on_screen(made, 1000, 700)
    yield made
    delete(made)  # every widget left over makes each change of the theme slower


def test_every_preference_a_person_chooses_is_on_the_page() -> None:
    elsewhere = {"panel_widths", "recent_libraries", "keys", "backup_folder"}
    assert {setting.field for setting in SETTINGS} == {each.name for each in fields(Preferences)} - elsewhere


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.field)
def test_a_change_holds_at_once_and_is_kept_and_goes_back(page: SettingsPage, setting: object) -> None:
    row = page.rows[setting.field]
    other = next(way for way in setting.ways if way != setting.shipped)
    row.chosen.emit(other)
    assert getattr(page._personal.now, setting.field) == other
    assert getattr(PreferencesFile().read(), setting.field) == other
    assert not row.reset_button.isHidden()
    row.reset_button.click()
    assert getattr(PreferencesFile().read(), setting.field) == setting.shipped
    assert page.said.sentence
    page.said.undo_button.click()
    assert getattr(PreferencesFile().read(), setting.field) == other
    assert not page.said.isVisible()


def test_the_preview_reads_as_set(page: SettingsPage) -> None:
    page._personal.change(zoom=22, column=560, line_pitch="wider", captions_shown=False)
    metrics = page.preview._metrics
    assert (metrics.text_px, metrics.column) == (22, round(560 * 22 / 17))
    assert not metrics.captions_shown
    assert metrics.above > 10


def test_lines_stand_apart_by_the_pitch_and_rails_keep_their_room(page: SettingsPage) -> None:
    pitches = []
    for name in ("close", "normal", "wide", "wider"):
        page._personal.change(line_pitch=name)
        pitches.append(page.preview._metrics.pitch)
        assert page.preview._metrics.lane >= 14
    assert pitches == sorted(set(pitches))


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("typed", ["line spacing", "gian dong", "GIÃN DÒNG"])
def test_search_finds_in_both_languages(
    page: SettingsPage, personal: Personal, language: str, typed: str
) -> None:
    personal.change(language=language)
    page.search.setText(typed)
    shown = [field for field, row in page.rows.items() if not row.isHidden()]
    assert shown == ["line_pitch"]
    assert page.keys.isHidden()
    page.search.setText("zzzz")
    assert not page._nothing.isHidden()
    page.search.clear()
    assert not any(row.isHidden() for row in page.rows.values())


def test_search_finds_keys_by_name_and_by_cap(page: SettingsPage) -> None:
    page.search.setText("ctrl k")
    assert not page.keys.rows["help.palette"].isHidden()
    assert page.keys.rows["file.quit"].isHidden()
    page.search.setText("ctrl+k")
    assert not page.keys.rows["help.palette"].isHidden()
    assert page.keys.rows["file.quit"].isHidden()
    page.search.setText("hoan tac")
    assert not page.keys.rows["edit.undo"].isHidden()


def test_enter_goes_from_the_search_to_what_was_found_and_opens_it(page: SettingsPage) -> None:
    page.search.setText("lam lai")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.window().focusWidget() is page.keys.rows["edit.redo"]
    QTest.keyClick(page.keys.rows["edit.redo"], Qt.Key.Key_Return)
    assert page.keys.editor.act.id == "edit.redo"


def test_all_is_reset_and_brought_back_in_one_go(page: SettingsPage, personal: Personal) -> None:
    personal.change(zoom=20, theme="dark", contrast="more", keys={"edit.redo": ("F5",)})
    kept = personal.now
    page.reset_button.click()
    assert personal.now == kept
    QTest.keyClick(page.said.yes_button, Qt.Key.Key_Space)
    wanted = {setting.field: setting.shipped for setting in SETTINGS} | {"keys": {}, "language": "en"}
    assert {name: getattr(personal.now, name) for name in wanted} == wanted
    page.said.undo_button.click()
    assert personal.now == kept


def test_all_is_reset_only_when_it_is_agreed_to_and_in_the_language_in_force(
    page: SettingsPage, personal: Personal, qapp: QApplication
) -> None:
    personal.change(language="vi", zoom=20)
    page.reset_button.click()
    page.said.no_button.click()
    assert (personal.now.zoom, page.said.sentence) == (20, "")
    page.reset_button.click()
    page.said.yes_button.click()
    assert personal.now.language == "vi"
    vietnamese = page.said.sentence
    assert vietnamese
    personal.change(language="en")
    qapp.processEvents()
    assert page.said.sentence == "All settings and keys are as shipped again."
    assert vietnamese != page.said.sentence


def test_the_tab_key_does_not_lead_from_the_search_to_resetting_all(page: SettingsPage) -> None:
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Tab)
    first = page.window().focusWidget()
    assert first is not page.reset_button
    assert page.isAncestorOf(first)


def test_a_free_key_is_added_by_pressing_it(page: SettingsPage) -> None:
    page.keys.rows["edit.redo"].click()
    QTest.keyClick(page.keys.editor.capture, Qt.Key.Key_F5)
    assert keymap().of("edit.redo") == ("Ctrl+Shift+Z", "Ctrl+Y", "F5")
    assert PreferencesFile().read().keys == {"edit.redo": ("Ctrl+Shift+Z", "Ctrl+Y", "F5")}
    page.keys.editor.reset_button.click()
    assert keymap().of("edit.redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert PreferencesFile().read().keys == {}


def test_a_taken_key_is_named_and_taken_over_only_when_wanted(page: SettingsPage) -> None:
    page.keys.rows["edit.redo"].click()
    editor = page.keys.editor
    QTest.keyClick(editor.capture, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert editor.sentence.text() == "Ctrl K is the key of “Search or run a command”, in the whole window."
    editor.keep_button.click()
    assert keymap().of("help.palette") == ("Ctrl+K",)
    QTest.keyClick(editor.capture, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor.take_button, Qt.Key.Key_Return)
    assert keymap().of("help.palette") == ()
    assert keymap().of("edit.redo")[-1] == "Ctrl+K"
    assert cap("help.palette") == ""
    assert spoken("Ctrl K opens it", "help.palette") == "“Search or run a command” opens it"


def test_keys_of_labels_and_of_the_desktop_are_told(page: SettingsPage) -> None:
    page.keys.open_act("label.next_gap")
    editor = page.keys.editor
    QTest.keyClick(editor.capture, Qt.Key.Key_3)
    assert "belongs to labels" in editor.sentence.text()
    assert keymap().of("label.next_gap") == ("Ctrl+G",)
    QTest.keyClick(editor.capture, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert "Alt F4" in editor.sentence.text()
    assert keymap().of("label.next_gap") == ("Ctrl+G", "Alt+F4")


def test_the_last_key_of_an_act_can_go_and_escape_folds_it(page: SettingsPage) -> None:
    page.keys.open_act("file.quit")
    page.keys.editor._removers[0].click()
    assert keymap().of("file.quit") == ()
    QTest.keyClick(page.keys.editor.capture, Qt.Key.Key_Escape)
    assert page.keys.editor is None
    with_signal = []
    page.left.connect(lambda: with_signal.append(True))
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert with_signal == [True]


def test_keys_go_out_and_come_in_as_a_file(page: SettingsPage, tmp_path: Path) -> None:
    page._personal.change(keys={"edit.redo": ("F5",)})
    page.keys.save_to(tmp_path / "keys.json")
    assert "1 changed action" in page.said.sentence
    page.keys.reset_button.click()
    assert keymap().of("edit.redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    page.keys.load_from(tmp_path / "keys.json")
    assert keymap().of("edit.redo") == ("F5",)
    page.said.undo_button.click()
    assert keymap().of("edit.redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    page.keys.load_from(tmp_path / "none.json")
    assert "could not be read" in page.said.sentence
    page.keys.save_to(tmp_path / "keys.json" / "below.json")
    assert "could not be written" in page.said.sentence


def test_paths_are_copied_and_folders_opened(
    page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = page.facts["library"]
    assert fact.where == "/somewhere/work.annotator"
    fact.copy_button.click()
    assert QGuiApplication.clipboard().text() == "/somewhere/work.annotator"
    fact.open_button.click()
    assert page.said.sentence == "This folder is made when it is first needed."
    shown: list[QUrl] = []
    assert files.open_folder(tmp_path, lambda url: not shown.append(url))
    assert shown == [QUrl.fromLocalFile(str(tmp_path))]
    monkeypatch.setattr(files, "open_folder", lambda _folder: False)
    fact.show_path(str(tmp_path / "a.annotator"))
    fact.open_button.click()
    assert "copy the path" in page.said.sentence
    fact.show_path("postgresql://somewhere/work")
    assert not fact.open_button.isEnabled()


def test_sections_are_gone_to_and_nothing_reaches_beyond_1024_px(page: SettingsPage) -> None:
    for language in ("en", "vi"):
        page._personal.change(language=language)
        for section, tab in page.tabs.items():
            tab.click()
            assert tab.isChecked(), section
        assert page._sheet.minimumSizeHint().width() <= 1000
        assert page.minimumSizeHint().width() <= 1000


@pytest.mark.parametrize("typed", ["tick all", "danh dau tat ca", "ctrl tab"])
def test_keys_that_cannot_be_changed_are_found_too(page: SettingsPage, typed: str) -> None:
    page.search.setText(typed)
    assert not page.keys.isHidden() and not page.keys.fixed.isHidden()
    page.search.setText("line spacing")
    assert page.keys.isHidden()
    page.search.clear()
    assert not page.keys.fixed.isHidden()


def test_the_folder_of_backups_is_the_chosen_one_and_a_button_leads_to_their_page(
    page: SettingsPage, personal: Personal, tmp_path: Path
) -> None:
    personal.change(backup_folder=str(tmp_path))
    page._show_facts()
    assert page.facts["backups"].where == str(tmp_path)
    asked: list[bool] = []
    page.backups_wanted.connect(lambda: asked.append(True))
    page.backups_button.click()
    assert asked == [True]
    page.search.setText("dark")
    assert page.backups_button.isHidden()
