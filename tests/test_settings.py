from __future__ import annotations

import errno
import json
import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.files import write_atomically
from annotator.settings import (
    RECENT_LIBRARIES,
    REMEMBERED_PLACES,
    OtherWindow,
    Place,
    PlacesFile,
    Preferences,
    PreferencesFile,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "preferences.json"


def test_without_a_file_everything_is_as_shipped(path: Path) -> None:
    assert PreferencesFile(path).read() == Preferences()


def test_a_change_is_there_after_a_restart_and_readable(path: Path) -> None:
    PreferencesFile(path).change(lambda old: replace(old, theme="dark", panel_widths={"spans": 304}))
    assert PreferencesFile(path).read() == Preferences(theme="dark", panel_widths={"spans": 304})
    assert '"theme": "dark"' in path.read_text(encoding="utf-8")


def test_unknown_keys_are_kept(path: Path) -> None:
    write_atomically(path, json.dumps({"version": 1, "from_tomorrow": [1], "zoom": 20}).encode())
    PreferencesFile(path).change(lambda old: replace(old, theme="light"))
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert (stored["from_tomorrow"], stored["zoom"], stored["theme"]) == ([1], 20, "light")


@pytest.mark.parametrize(
    "stored",
    [
        {"zoom": True},
        {"zoom": 4},
        {"theme": "pink"},
        {"captions_shown": 1},
        {"recent_libraries": [1]},
        {"panel_widths": {"spans": -1}},
        {"column": 733},
        {"column": True},
        {"line_pitch": ["wide"]},
        {"contrast": "much"},
        {"motion": False},
        {"reading_font": "Comic"},
        {"keys": ["Ctrl+K"]},
        {"keys": {"edit.undo": "Ctrl+U", "edit.redo": [1]}},
    ],
)
def test_a_value_without_sense_counts_as_the_shipped_one(path: Path, stored: dict[str, object]) -> None:
    write_atomically(path, json.dumps({"version": 1, **stored}).encode())
    assert PreferencesFile(path).read() == Preferences()


@pytest.mark.parametrize(
    "content",
    [b"{", b"\xff\xfe", b"[]", b"[" * 100_000, b'{"version": "1"}', b'{"version": 2, "zoom": 20}'],
)
def test_a_file_that_cannot_be_used_is_set_aside(path: Path, content: bytes) -> None:
    write_atomically(path, content)
    file = PreferencesFile(path)
    assert file.read() == Preferences()
    file.change(lambda old: replace(old, zoom=18))
    kept = [
        other for other in path.parent.iterdir() if other.name.startswith("preferences.") and other != path
    ]
    assert [other.read_bytes() for other in kept if other.suffix == ".json"] == [content]
    assert file.read().zoom == 18


def test_of_damaged_keys_the_sound_ones_stay(path: Path) -> None:
    keys = {"edit.undo": ["Ctrl+U"], "edit.redo": 7, "of.tomorrow": []}
    write_atomically(path, json.dumps({"version": 1, "keys": keys}).encode())
    assert PreferencesFile(path).read().keys == {"edit.undo": ("Ctrl+U",), "of.tomorrow": ()}
    PreferencesFile(path).change(lambda old: replace(old, zoom=20))
    stored = json.loads(path.read_text(encoding="utf-8"))["keys"]
    assert stored == {"edit.undo": ["Ctrl+U"], "of.tomorrow": []}


def test_two_programs_do_not_take_back_each_others_changes(path: Path) -> None:
    def work(name: str) -> None:
        file = PreferencesFile(path)
        for width in range(20):
            file.change(lambda old, w=width: replace(old, panel_widths={**old.panel_widths, f"{name}{w}": w}))

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(PreferencesFile(path).read().panel_widths) == 40
    assert [each.name for each in path.parent.iterdir() if each.name.endswith(".part")] == []


def test_recent_libraries_are_few_and_the_latest_comes_first() -> None:
    preferences = Preferences()
    for number in [*range(RECENT_LIBRARIES + 2), 5]:
        preferences = preferences.with_recent_library(f"{number}.annotator")
    assert preferences.recent_libraries[:2] == ("5.annotator", "9.annotator")
    assert len(preferences.recent_libraries) == RECENT_LIBRARIES


def test_a_place_is_remembered_by_library(tmp_path: Path) -> None:
    places, place = PlacesFile(tmp_path / "places.json"), Place("c", "d", 5, 2, 1, 0.25)
    places.write("one", place)
    places.write("two", Place("e"))
    assert (places.read("one"), places.read("two"), places.read("three")) == (place, Place("e"), Place())


def test_places_without_sense_are_the_beginning(tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    stored = {"libraries": {"one": {"corpus": 1, "caret": -1, "anchor": 2.5, "fraction": 7}, "two": 3}}
    write_atomically(path, json.dumps({"version": 1, **stored}).encode())
    assert PlacesFile(path).read("one") == PlacesFile(path).read("two") == Place()


def test_other_windows_come_back_and_damaged_ones_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    others = [OtherWindow(Place("c", "d", 4, folded=("right",)), "AAAA"), OtherWindow(Place(), "no Base64!")]
    PlacesFile(path).write("library", Place(folded=()), others)
    assert PlacesFile(path).read("library").folded == ()
    assert PlacesFile(path).read_others("library") == others[:1]


def test_the_longest_unused_places_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    libraries = {str(number): {"corpus": "c"} for number in range(REMEMBERED_PLACES)}
    write_atomically(path, json.dumps({"version": 1, "libraries": libraries}).encode())
    places = PlacesFile(path)
    places.write("0", Place("again"))
    places.write("new", Place("d"))
    assert places.read("0") == Place("again")
    assert places.read("1") == Place()


@pytest.mark.parametrize("content", [b'{"version": 1, "zoom": 20}', b"damaged"])
def test_what_cannot_be_read_or_set_aside_now_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)

    def refuse(*_words: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(type(path), "rename" if content == b"damaged" else "read_bytes", refuse)
    file = PreferencesFile(path)
    assert file.read() == Preferences()
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        file.change(lambda now: replace(now, zoom=21))
    monkeypatch.undo()
    assert path.read_bytes() == content
