"""What waits to be saved, in a file that only grows: one more change costs one line, however many wait."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from annotator.files import make_folder, sync_folder
from annotator.services.saving import kept_files
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
        self._size = 0
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
            lines = [kept_files.head(self._library, self._place), *lines]
        data = kept_files.written(lines)
        try:
            self._write(data)
        except FileNotFoundError:  # somebody removed it: all is written anew with the next trial
            self._begin_anew()
            raise
        if begins:
            sync_folder(self._file.parent)
        self._size += len(data)

    def _write(self, data: bytes) -> None:
        """Write behind what is there; half a line that a trial before left is written over."""
        how = os.O_RDWR | getattr(os, "O_BINARY", 0) | (0 if self._size else os.O_CREAT)
        with os.fdopen(os.open(self._file, how, 0o600), "r+b") as stream:
            if os.fstat(stream.fileno()).st_size < self._size:
                raise FileNotFoundError(errno.ENOENT, "what was kept was cut off", str(self._file))
            stream.seek(self._size)
            stream.truncate()
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())

    def _end(self) -> None:
        if self._size:
            self._file.unlink(missing_ok=True)
            sync_folder(self._file.parent)
            self._begin_anew()
