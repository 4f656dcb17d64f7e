"""Every act can have other keys; no key is two acts'; what makes no sense in a file harms nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.errors import UserError
from annotator.ui.acts.act import Scope
from annotator.ui.catalogue import CATALOGUE
from annotator.ui.key_rules import Refusal, is_of_system, portable, pressed_key, refusal
from annotator.ui.keymap import holder, in_force, shipped, spoken, with_keys
from annotator.ui.settings.key_file import read_keys, write_keys

if TYPE_CHECKING:
    from pathlib import Path

ACTS = {act.id: act for act in CATALOGUE}
HELD = ("Ctrl+", "Alt+", "Ctrl+Alt+", "Ctrl+Shift+", "Alt+Shift+")
FREE = sorted(
    name
    for name in {
        *(f"{held}{letter}" for held in HELD for letter in "BDGHJKLMNPQRTUWY"),
        *(f"{held}F{number}" for held in ("", "Ctrl+", "Shift+") for number in range(1, 13)),
    }
    if all(refusal(act, name) is None for act in CATALOGUE)
)
ANY_KEYS = st.lists(st.sampled_from(FREE), max_size=3, unique=True)


def _all_keys(differences: dict[str, tuple[str, ...]]) -> list[str]:
    return [portable(key) for keys in in_force(differences).values() for key in keys]


@given(st.sampled_from(sorted(ACTS)), ANY_KEYS)
def test_every_act_can_have_any_free_keys_and_no_key_is_two_acts(act: str, keys: list[str]) -> None:
    wanted = with_keys({}, act, keys)
    assert in_force(wanted)[act] == tuple(keys)
    assert len(_all_keys(wanted)) == len(set(_all_keys(wanted)))
    assert all(keys != shipped()[name] for name, keys in wanted.items())


@settings(deadline=None, max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), ANY_KEYS), max_size=6))
def test_shipped_keys_come_back_one_by_one(changes: list[tuple[str, list[str]]]) -> None:
    wanted: dict[str, tuple[str, ...]] = {}
    for act, keys in changes:
        wanted = with_keys(wanted, act, keys)
    for act in ACTS:
        wanted = with_keys(wanted, act, shipped()[act])
    assert wanted == {}


@given(
    st.dictionaries(
        st.one_of(st.sampled_from(sorted(ACTS)), st.text(max_size=5)),
        st.lists(st.one_of(st.sampled_from(FREE), st.text(max_size=4), st.just("Ctrl+K")), max_size=4),
        max_size=8,
    )
)
def test_whatever_a_file_holds_no_key_is_two_acts(stored: dict[str, list[str]]) -> None:
    wanted = {act: tuple(keys) for act, keys in stored.items()}
    keys = _all_keys(wanted)
    assert len(keys) == len(set(keys))
    assert set(in_force(wanted)) == set(ACTS)


def test_what_a_person_chose_goes_before_what_is_shipped() -> None:
    keys = in_force({"edit.redo": ("Ctrl+K", "Ctrl+Y")})
    assert keys["edit.redo"] == ("Ctrl+K", "Ctrl+Y")
    assert keys["help.palette"] == ()


@pytest.mark.parametrize("nonsense", ["", "Hello", "Ctrl+", "Ctrl+K, Ctrl+C", "Ctrl+Shift+[", "7", "Left"])
def test_a_key_that_makes_no_sense_leaves_the_shipped_ones(nonsense: str) -> None:
    assert in_force({"label.next_gap": (nonsense,)}) == shipped()


@pytest.mark.parametrize(
    ("act", "key", "why"),
    [
        ("label.next_gap", "1", Refusal.LABELS),
        ("label.next_gap", "p", Refusal.LABELS),
        ("label.next_gap", "Shift+P", Refusal.LABELS),
        ("label.next_gap", "-", Refusal.LABELS),
        ("label.next_gap", "]", None),
        ("label.next_gap", "Ctrl+Right", Refusal.FIXED),
        ("help.palette", "Ctrl+C", Refusal.FIXED),
        ("help.palette", "Ctrl+A", Refusal.FIXED),
        ("help.palette", "P", Refusal.PLAIN),
        ("help.palette", "Tab", Refusal.PLAIN),
        ("help.palette", "F5", None),
        ("help.palette", "Ctrl+Shift+{", Refusal.NO_KEY),
    ],
)
def test_keys_that_belong_to_labels_the_article_or_typing_are_refused(
    act: str, key: str, why: Refusal | None
) -> None:
    assert refusal(ACTS[act], key) is why


def test_the_shipped_keys_keep_the_rules() -> None:
    broken = [(act.id, key) for act in CATALOGUE for key in act.keys if refusal(act, key) is not None]
    assert broken == []
    assert [act.id for act in CATALOGUE for key in act.keys if is_of_system(key)] == []


@pytest.mark.parametrize("key", ["Alt+F4", "Meta+K", "Ctrl+Alt+F3", "Alt+Tab"])
def test_keys_of_the_desktop_are_known(key: str) -> None:
    assert is_of_system(key)


_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_K, _CTRL, "Ctrl+K"),
        (Qt.Key.Key_BraceLeft, _CTRL | _SHIFT, "Ctrl+{"),
        (Qt.Key.Key_Backtab, _SHIFT, "Shift+Tab"),
        (Qt.Key.Key_Control, _CTRL, ""),
        (Qt.Key.Key_5, _CTRL | Qt.KeyboardModifier.KeypadModifier, "Ctrl+5"),
        (Qt.Key.Key_Up, _CTRL | _SHIFT, "Ctrl+Shift+Up"),
    ],
)
def test_a_press_is_named_as_it_is_typed(key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str) -> None:
    assert pressed_key(QKeyEvent(QEvent.Type.KeyPress, key, modifiers)) == name


def test_the_holder_of_a_key_is_known_under_any_of_its_names() -> None:
    assert holder({}, "ctrl+k") is ACTS["help.palette"]
    assert holder({"help.palette": ()}, "Ctrl+K") is None
    assert {act.scope for act in CATALOGUE} == set(Scope)


def test_sentences_name_the_keys_in_force() -> None:
    assert spoken("Ctrl Z or Ctrl+Z takes it back.", "edit.undo") == "Ctrl Z or Ctrl+Z takes it back."


def test_a_file_of_keys_comes_back_as_it_was(tmp_path: Path) -> None:
    wanted = with_keys(with_keys({}, "edit.redo", ("F5", "Ctrl+R")), "help.palette", ())
    write_keys(tmp_path / "keys.json", wanted)
    assert read_keys(tmp_path / "keys.json") == (wanted, 0)


def test_entries_without_sense_are_left_out_and_counted(tmp_path: Path) -> None:
    keys = {"edit.redo": ["F5"], "edit.undo": ["7"], "of.tomorrow": ["F6"], "file.open": "Ctrl+O"}
    path = tmp_path / "keys.json"
    path.write_text(json.dumps({"annotator_keys": 1, "keys": keys}), encoding="utf-8")
    assert read_keys(path) == ({"edit.redo": ("F5",)}, 3)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"\xff", b'{"annotator_keys": 2, "keys": {}}', b'{"annotator_keys": 1}']
)
def test_a_file_that_is_none_of_keys_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keys.json"
    path.write_bytes(content)
    with pytest.raises(UserError):
        read_keys(path)
    with pytest.raises(UserError):
        read_keys(tmp_path / "not there.json")
