"""What the person decided about the files of one import: how each is read, and which stay out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.ui.models.import_model import QUESTIONS, Verdict, has_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.reading import ReadingChoice
    from annotator.ui.models.import_model import ImportFile


class Decisions:
    """Choices by path, and the files that were left out as they were before."""

    def __init__(self) -> None:
        self.choices: dict[str, ReadingChoice] = {}
        self._left_out: dict[str, ImportFile] = {}

    def clear(self) -> None:
        """Nothing is decided."""
        self.choices.clear()
        self._left_out.clear()

    def choose(
        self, name: str, value: str, current: ImportFile, files: Sequence[ImportFile], *, everywhere: bool
    ) -> list[str]:
        """Choose for the current file, or for all of `files` that leave this open; their paths."""
        chosen = [file for file in files if file == current or (everywhere and has_question(file, name))]
        for file in chosen:
            self.choices[file.path] = replace(self.choices.get(file.path, file.choice), **{name: value})
        return [file.path for file in chosen]

    def taken_or_left(self, file: ImportFile) -> ImportFile:
        """A file that came in is left out, one that was left out comes in again; a refused one stays so."""
        if file.verdict is Verdict.REFUSED:
            return file
        before = self._left_out.pop(file.path, None)
        if before is None:
            self._left_out[file.path] = file
        return before or file.left_out()

    def without_alike(self, files: Sequence[ImportFile]) -> list[ImportFile]:
        """The files, those left out whose text is nearly the same as another one."""
        return [self.taken_or_left(file) if has_question(file, "like") else file for file in files]


def peers_of(files: Sequence[ImportFile]) -> dict[str, int]:
    """How many files leave each of `QUESTIONS` open."""
    return {name: sum(has_question(file, name) for file in files) for name in QUESTIONS}
