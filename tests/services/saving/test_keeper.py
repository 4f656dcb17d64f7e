"""What waits is brought to the disk in a thread of its own."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from annotator.messages import say
from annotator.paths import data_folder
from annotator.services.saving import left_behind, room
from annotator.services.saving.journal import Journal
from annotator.services.saving.keeper import Keeper, Wanted
from annotator.services.saving.kept_files import Place, folder
from annotator.services.saving.left_behind import Refused, kept, look
from annotator.services.saving.left_step import LeftStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

HERE = Place("/a", 7)
WHY = say("The label is gone.")


def _steps(*uids: str) -> list[LeftStep]:
    return [LeftStep(uid, "d", "a", (), None, None) for uid in uids]


def _kept() -> list[str]:
    return [step.uid for note in kept("x") for step in note.steps]


def _wish(keeper: Keeper, steps: Sequence[LeftStep] = (), refused: Sequence[Refused] = ()) -> None:
    keeper.want(Wanted(steps, refused))
    keeper.settle()


def test_the_disk_holds_what_was_wanted_last() -> None:
    keeper = Keeper("x", HERE)
    for count in range(5):
        keeper.want(Wanted(_steps(*"abcd"[:count])))
    keeper.settle()
    assert _kept() == ["a", "b", "c", "d"]
    _wish(keeper, _steps("b", "e"))
    assert _kept() == ["b", "e"]
    _wish(keeper)
    assert list(folder().iterdir()) == []


def test_notes_of_before_go_only_when_what_is_in_them_is_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    Journal("x", Place("/b", 8)).hold(_steps("a", "b"))
    keeper, notes = Keeper("x", HERE), kept("x")
    keeper.take_over(notes)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(left_behind, "keep_refused", refuse)
        _wish(keeper, _steps("b"), [Refused(*_steps("a"), WHY)])
        assert _kept() == ["a", "b"]
    _wish(keeper, _steps("b"), [Refused(*_steps("a"), WHY)])
    assert [note.place for note in kept("x")] == [HERE]
    assert _kept() == ["b"]
    (note,) = look("x").refused
    assert [each.step.uid for each in note.refused] == ["a"]


def test_a_note_taken_over_goes_when_all_of_it_is_saved() -> None:
    Journal("x", HERE).hold(_steps("a"))
    keeper = Keeper("x", HERE)
    keeper.take_over(kept("x"))
    _wish(keeper)
    assert list(folder().iterdir()) == []


def test_what_was_refused_stays_until_it_is_let_go() -> None:
    left_behind.keep_refused("x", HERE, [Refused(*_steps("a"), WHY)])
    notes = look("x").refused
    keeper = Keeper("x", HERE, notes)
    _wish(keeper, refused=notes[0].refused)
    assert look("x").refused == notes
    both = [*notes[0].refused, Refused(*_steps("b"), WHY)]
    _wish(keeper, refused=both)
    (note,) = look("x").refused
    assert list(note.refused) == both
    _wish(keeper)
    assert list(folder().iterdir()) == []


def test_a_disk_that_takes_nothing_is_asked_again_with_the_next_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = Keeper("x", HERE)
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "_write", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        _wish(keeper, _steps("a"))
    assert _kept() == []
    assert list(folder().iterdir()) == []
    _wish(keeper, _steps("a"))
    assert _kept() == ["a"]


def test_a_thousand_waiting_steps_cost_the_key_next_to_nothing() -> None:
    keeper = Keeper("x", HERE)
    steps = _steps(*(f"{number:05}" for number in range(1000)))
    _wish(keeper, steps)
    (file,) = folder().iterdir()
    before = file.read_bytes()
    began = time.perf_counter()
    for count in range(20):
        keeper.want(Wanted([*steps, *_steps(*(f"new{number}" for number in range(count + 1)))]))
    spent = time.perf_counter() - began
    keeper.settle()
    assert spent / 20 < 0.005, "the window's thread waits for the disk, or writes all of it"
    assert file.read_bytes().startswith(before)
    assert len(_kept()) == 1020


def test_of_other_changes_that_wait_it_is_kept_that_there_were_some() -> None:
    keeper = Keeper("x", HERE)
    keeper.want(Wanted(_steps("a"), [], ["label_set", "corpora"]))
    keeper.want(Wanted(_steps("a", "b"), [], ["corpora"]))
    keeper.settle()
    (note,) = kept("x")
    assert (note.others, len(note.steps)) == (("corpora",), 2)
    keeper.want(Wanted([], [], ["corpora"]))
    keeper.settle()
    (note,) = kept("x")
    assert (note.others, note.steps) == (("corpora",), ())
    _wish(keeper, [])
    assert list(folder().iterdir()) == []


def test_what_is_kept_lies_in_the_room_that_was_held() -> None:
    room.hold()
    held = data_folder() / "unsaved.room"
    before = held.stat()
    keeper = Keeper("x", HERE)
    _wish(keeper, _steps("a"))
    _wish(keeper, _steps("a", "b"))
    (file,) = folder().iterdir()
    assert (file.stat().st_ino, file.stat().st_size) == (before.st_ino, room.SIZE)
    assert not held.exists()
    (note,) = kept("x")
    assert (_kept(), note.kept.is_whole) == (["a", "b"], True)
    _wish(keeper, [])
    assert held.stat().st_size == room.SIZE


def test_a_write_that_fails_in_its_middle_leaves_no_half_line(monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write

    def write(handle: int, data: bytes) -> int:
        if b"half" in bytes(data):
            real(handle, bytes(data)[:20])
            raise OSError(28, "No space left on device")
        return real(handle, data)

    for is_held in (False, True):
        if is_held:
            room.hold()
        keeper = Keeper("x", HERE)
        _wish(keeper, _steps("a"))
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", write)
            _wish(keeper, _steps("a", "half" + "x" * 500))
        (note,) = kept("x")
        assert (_kept(), note.kept.is_whole) == (["a"], True)
        _wish(keeper, _steps("a", "b"))
        (note,) = kept("x")
        assert (_kept(), note.kept.is_whole) == (["a", "b"], True)
        _wish(keeper, [])


def test_the_room_is_held_once_and_really_taken() -> None:
    room.hold()
    file = data_folder() / "unsaved.room"
    before = file.stat()
    room.hold()
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert before.st_size == room.SIZE
    if hasattr(before, "st_blocks"):
        assert before.st_blocks * 512 >= room.SIZE
