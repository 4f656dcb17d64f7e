from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence

from annotator.paths import resource
from annotator.ui import choosing
from annotator.ui.acts.act import Act, Need, Scope
from annotator.ui.catalogue import CATALOGUE, MENUS, UNLISTED
from annotator.ui.key_sheet import sheet_groups
from annotator.ui.parts.key_cap import key_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow


@pytest.mark.parametrize("act", CATALOGUE, ids=lambda act: act.id)
def test_every_act_has_a_menu_an_icon_file_and_keys_that_qt_knows(act: Act) -> None:
    assert act.menu in MENUS
    if act.icon:
        assert resource("icons", f"{act.icon}.svg").exists()
    for key in act.keys:
        assert QKeySequence(key).toString(), key
        assert key_text(key)


def test_no_key_means_two_things_in_one_place() -> None:
    keys = Counter(QKeySequence(key).toString() for act in CATALOGUE for key in act.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_signs_are_named_as_they_are_typed() -> None:
    """Ctrl+{ and Ctrl+Shift+[ are one key press on many keyboards: bound both, Qt does neither."""
    shifted = [key for act in CATALOGUE for key in act.keys if "Shift+" in key]
    assert [key for key in shifted if len(key.rpartition("+")[2]) == 1 and not key[-1].isalpha()] == []


def test_figures_and_letters_alone_belong_to_labels() -> None:
    """But in Review, where no label can be given, letters are keys; figures belong to variants."""
    plain = [(act, key) for act in CATALOGUE for key in act.keys if len(key) == 1 and key.isalnum()]
    assert [key for act, key in plain if act.scope is not Scope.REVIEW or key.isdigit()] == []


def test_keys_without_modifier_work_in_the_article_only() -> None:
    for act in CATALOGUE:
        if act.scope is Scope.WINDOW:
            assert all("+" in key or key.startswith("F") for key in act.keys), act.id


def test_ids_are_unique_and_unlisted_ones_exist() -> None:
    ids = [act.id for act in CATALOGUE]
    assert len(ids) == len(set(ids))
    assert set(ids) >= UNLISTED


def test_the_key_sheet_names_every_key_of_the_catalogue() -> None:
    shown = {key for _, rows in sheet_groups([]) for _, keys in rows for key in keys}
    wanted = {key_text(key) for act in CATALOGUE for key in act.keys}
    assert wanted <= shown


def test_acts_follow_the_situation(window: MainWindow, qtbot: QtBot) -> None:
    assert window.actions_["label.done"].isEnabled()
    assert not window.actions_["edit.remove"].isEnabled()
    window.place.session.next_span()
    qtbot.waitUntil(window.actions_["edit.remove"].isEnabled)
    window.actions_.set_situation(Need.NOTHING)
    assert not window.actions_["file.open"].isEnabled()
    assert window.actions_["help.palette"].isEnabled()


def test_menus_hold_every_listed_act(window: MainWindow) -> None:
    in_menus = {action for menu in window.menuBar().actions() for action in menu.menu().actions()}
    for _, action in window.actions_.listed():
        assert action in in_menus


def test_every_act_can_be_run_without_a_document(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.flow.workbench.close_document()
    handlers = window.commands.handlers()
    with monkeypatch.context() as answered:
        for name in ("ask_for_files", "ask_for_folder", "ask_for_library", "close"):
            answered.setattr(window, name, lambda **_: None)
        for name in ("quit", "open_beside"):
            answered.setattr(window.windows, name, lambda _window: None)
        answered.setattr(choosing, "file_to_save", lambda *_: "")
        answered.setattr(choosing, "files_to_open", lambda *_: [])
        for act in CATALOGUE:
            if act.id not in ("help.menu", "file.sample", "file.paste"):
                handlers[act.id]()
    for overlay in (window.late.palette, window.late.key_sheet, window.late.about):
        overlay.dismiss()
    assert not window.place.article.has_document
