"""What waits to be saved, in a file that only grows: one more change costs one line, however many wait."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.files import make_folder, sync_folder
from annotator.services.saving import kept_files, room
from annotator.services.saving.left_behind import STEPS
from annotator.services.saving.left_step import step_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.services.saving.kept_files import Place
    from annotator.services.saving.left_step import LeftStep


class Journal:
    """The steps of one opened file of a library that wait; there is a file only while there are any."""

    def __init__(self, library: str, place: Place) -> None:
        self._library = library
        self._place = place
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._file = kept_files.new_file(self._library, self._place, STEPS)
        self._size = self._room = 0
        self._is_torn = False
        self._held: dict[str, None] = {}
        self._others: list[str] = []

    def hold(self, steps: Sequence[LeftStep], others: Sequence[str] = ()) -> None:
        """Make these the ones that are kept, in their order; they are on the disk afterwards.

        `others` names the pages of changes that are no labelling: only that there were some can be kept.

        Raises:
            OSError: they could not be written; what was kept before is still.
        """
        if not steps and not others:
            self._end()
            return
        wanted = {step.uid for step in steps}
        new = [step for step in steps if step.uid not in self._held]
        gone = [uid for uid in self._held if uid not in wanted]
        lines: list[Mapping[str, object]] = [{"step": step_told(step)} for step in new]
        lines += [{"gone": uid} for uid in gone]
        lines += [{"others": list(others)}] if list(others) != self._others else []
        if lines:
            self._append(lines)
            self._others = list(others)
            self._held.update(dict.fromkeys(step.uid for step in new))
            for uid in gone:
                del self._held[uid]

    def _append(self, lines: Iterable[Mapping[str, object]]) -> None:
        begins = not self._size
        if begins:
            make_folder(self._file.parent)
            self._room = self._room or room.use_as(self._file)
            lines = [kept_files.head(self._library, self._place), *lines]
        data = kept_files.written(lines)
        try:
            self._write(data)
        except FileNotFoundError:  # somebody removed it: all is written anew with the next trial
            self._begin_anew()
            raise
        except OSError:
            if begins and not self._room:  # an empty file could not be understood
                with suppress(OSError):
                    self._file.unlink()
            raise
        if begins:
            sync_folder(self._file.parent)
        self._size += len(data)

    def _write(self, data: bytes) -> None:
        """Write behind what is there; of a trial that fails nothing is left behind it."""
        how = os.O_RDWR | getattr(os, "O_BINARY", 0) | (0 if self._size else os.O_CREAT)
        handle = os.open(self._file, how, 0o600)
        try:
            if os.fstat(handle).st_size < self._size:
                raise FileNotFoundError(errno.ENOENT, "what was kept was cut off", str(self._file))
            if self._is_torn:
                self._clear(handle)
            self._is_torn = True
            _write_at(handle, self._size, data)
            os.fsync(handle)
            self._is_torn = False
        except OSError:
            with suppress(OSError):  # then it is cleared before the next trial
                self._clear(handle)
            raise
        finally:
            os.close(handle)

    def _clear(self, handle: int) -> None:
        """Take away half a line, and keep the room that is held for others."""
        if self._is_torn:
            os.ftruncate(handle, max(self._size, self._room))
            _write_at(handle, self._size, bytes(max(0, self._room - self._size)))
            self._is_torn = False

    def _end(self) -> None:
        if self._size or self._room:
            self._file.unlink(missing_ok=True)
            sync_folder(self._file.parent)
            self._begin_anew()
            room.hold()


def _write_at(handle: int, place: int, data: bytes) -> None:
    os.lseek(handle, place, os.SEEK_SET)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
