"""The lock file is ours alone: whatever else lies at its place is neither followed nor written."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import EnvironmentProblem, HeldError
from annotator.services.library import open_library
from annotator.storage.file.lock import LibraryLock, is_free, user_name


def _link(place: Path, foreign: Path) -> None:
    place.symlink_to(foreign)


def _hard_link(place: Path, foreign: Path) -> None:
    place.hardlink_to(foreign)


def _folder(place: Path, _foreign: Path) -> None:
    place.mkdir()


def _pipe(place: Path, _foreign: Path) -> None:
    os.mkfifo(place)


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
@pytest.mark.parametrize("plant", [_link, _hard_link, _folder, _pipe])
@pytest.mark.parametrize("exists", [True, False])
def test_what_lies_in_the_lock_files_place_is_never_touched(tmp_path, plant, exists):
    path, foreign = tmp_path / "l.annotator", tmp_path / "foreign"
    foreign.write_text("somebody's")
    if exists:
        open_library(str(path)).close()
    before = path.read_bytes() if exists else None
    plant(Path(f"{path}.lock"), foreign)
    with pytest.raises(EnvironmentProblem, match=r"l\.annotator\.lock"):
        open_library(str(path))
    assert foreign.read_text() == "somebody's"
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_link_to_nothing_makes_nothing(tmp_path):
    path, nothing = tmp_path / "l.annotator", tmp_path / "nothing"
    Path(f"{path}.lock").symlink_to(nothing)
    with pytest.raises(EnvironmentProblem, match="lock"):
        open_library(str(path))
    assert not nothing.exists()
    assert not path.exists()


HOLDER = """
import sys, time
from annotator.services.library import open_library
library = open_library(sys.argv[1], program="annotator window")
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def held(tmp_path):
    """A library that another process writes: its path, and that process."""
    path = tmp_path / "l.annotator"
    open_library(str(path)).close()
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield path, process
        process.kill()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL; not tried on Windows")
def test_who_holds_a_library_is_named_and_blocks_nobody_when_killed(held):
    path, process = held
    assert not is_free(path)
    with pytest.raises(HeldError, match="annotator window") as refused:
        LibraryLock(path).acquire("second", wait=0)
    holder = refused.value.holder
    assert (holder.pid, holder.machine, holder.user) == (str(process.pid), socket.gethostname(), user_name())
    assert holder.is_me
    assert holder.since.endswith("Z")
    with open_library(str(path), writable=False) as library:
        assert library.is_read_only
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert is_free(path)
    with open_library(str(path)) as library:
        assert not library.is_read_only
    assert not Path(f"{path}.lock").exists()


SIGNATURES = {
    "nothing": b"",
    "no JSON": b"\x00\xff garbage",
    "a list": b"[1]",
    "deep": b"[" * 100_000,
    "our own number, reused": json.dumps({"pid": os.getpid(), "program": "x", "user": "y"}).encode(),
    "another machine": json.dumps({"pid": 1, "program": "x", "user": "y", "machine": "elsewhere"}).encode(),
}


@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES)
def test_a_lock_file_that_nobody_holds_is_no_lock_whatever_it_says(tmp_path, signature):
    path = tmp_path / "l.annotator"
    Path(f"{path}.lock").write_bytes(signature)
    assert is_free(path)
    with open_library(str(path)) as library:
        assert not library.is_read_only


@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES)
def test_what_a_holder_signed_is_only_words(tmp_path, signature):
    path = tmp_path / "l.annotator"
    first = LibraryLock(path)
    first.acquire("first")
    Path(first.path).write_bytes(signature)
    with pytest.raises(HeldError, match="is being written by") as refused:
        LibraryLock(path).acquire("second", wait=0)
    assert not refused.value.holder.is_me
    first.release()


def test_a_very_long_name_in_the_signature_is_cut(tmp_path):
    path = tmp_path / "l.annotator"
    first = LibraryLock(path)
    first.acquire("x" * 1000)
    with pytest.raises(HeldError) as refused:
        LibraryLock(path).acquire("second", wait=0)
    assert refused.value.holder.program == "x" * 120
    first.release()


def test_a_lock_file_left_by_another_account_is_held_all_the_same(tmp_path, monkeypatch):
    path = tmp_path / "l.annotator"
    left = Path(f"{path}.lock")
    left.write_text("{}")
    real = os.open

    def strict(name, flags, *more):
        if str(name) == str(left) and flags & os.O_RDWR:
            raise PermissionError(13, "not yours")
        return real(name, flags, *more)

    monkeypatch.setattr(os, "open", strict)
    lock = LibraryLock(path)
    lock.acquire("second", wait=0)
    assert lock.holds
    assert not is_free(path)
    with pytest.raises(HeldError):
        LibraryLock(path).acquire("third", wait=0)
    lock.release()
