"""Bringing articles in: files, a pasted text, the sample corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from annotator.errors import UserError
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.errors import AnnotatorError
    from annotator.services.desk import Progress
    from annotator.services.importing import FilePreview, ImportResult
    from annotator.services.library import Library
    from annotator.ui.desk import Desk, Job

    _Answer = tuple[ImportResult | None, str, str | None]

_TITLE_LENGTH = 120

Stage = Literal["look", "read"]
"""What is being read: the file to see what is in it, or the file to take it in."""


class BringingIn(QObject):
    """Imports straight into a corpus, which is made when there is none of that name.

    Signals:
        progressed: the `Stage`, and how many of how many.
        brought: `ImportResult` (None for a pasted text), uid of the corpus ("" if it was not made), uid of
            the document to open or None.
        doubtful: list of `Path` and the corpus: a person must look at them first.
        failed: an `AnnotatorError`.
    """

    progressed = Signal(str, object, object)
    brought = Signal(object, str, object)
    doubtful = Signal(object, str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an import is under way."""
        return self.job is not None

    def take(self, path: Path, corpus: str) -> None:
        """Take one file in at once if it is one article without any doubt; else it is `doubtful`.

        Args:
            path: a file.
            corpus: uid, or the name of one that is made when missing.
        """
        stage: list[Stage] = ["look"]

        def task(library: Library, progress: Progress) -> _Answer | None:
            seen = library.importing.preview([str(path)], corpus, progress=progress)
            if any(_is_doubtful(one) for one in seen):
                return None
            stage[0] = "read"
            result = library.importing.import_paths([str(path)], corpus, progress=progress)
            return result, *_newest(library, corpus, result)

        def finished(answer: _Answer | None) -> None:
            if answer is None:
                self.job = None
                self.doubtful.emit([path], corpus)
            else:
                self._finish(answer)

        if self._may_start():
            told = self._telling(stage)
            self.job = self._desk.run(task, told, finished, self._give_up)

    def find(self, result: ImportResult, corpus: str) -> None:
        """Tell of an import that was made elsewhere, like of one's own."""
        self._desk.read(
            lambda library: (result, *_newest(library, corpus, result)), self._finish, self.failed.emit
        )

    def import_files(self, paths: Sequence[Path], corpus: str) -> None:
        """Take the files into the corpus of that uid or name, which is made when missing."""
        if not self._may_start():
            return

        def task(library: Library, progress: Progress) -> _Answer:
            result = library.importing.import_paths([str(path) for path in paths], corpus, progress=progress)
            return result, *_newest(library, corpus, result)

        self.job = self._desk.run(task, self._telling(["read"]), self._finish, self._give_up)

    def paste(self, text: str, corpus: str) -> None:
        """Make a document of a text; its first line with words becomes its title."""
        title = next((line.strip() for line in text.splitlines() if line.strip()), "")[:_TITLE_LENGTH]
        if not title:
            self.failed.emit(UserError(say("The clipboard holds no text. Copy an article first.")))
            return

        def task(library: Library, _progress: Progress) -> tuple[None, str, str]:
            uid = library.importing.import_text(corpus, title, text).value
            return None, library.corpora.named(corpus).uid, uid

        self.job = self._desk.run(task, self._telling(["read"]), self._finish, self._give_up)

    def stop(self) -> None:
        """Stop the import under way; what it had begun is taken back."""
        if self.job is not None:
            self.job.cancel()

    def _telling(self, stage: list[Stage]) -> Callable[[int, int], None]:
        """Tells how far the task is, in the stage that it says it is in."""

        def tell(done: int, total: int) -> None:
            if self.job is not None:
                self.progressed.emit(stage[0], done, total)

        return tell

    def _may_start(self) -> bool:
        if self.is_busy:
            self.failed.emit(UserError(say("Another import is under way; wait for it or stop it.")))
        return not self.is_busy

    def _finish(self, answer: _Answer) -> None:
        self.job = None
        self.brought.emit(*answer)

    def _give_up(self, error: AnnotatorError) -> None:
        self.job = None
        self.failed.emit(error)


def _is_doubtful(seen: FilePreview) -> bool:
    """Whether a person should look at a file first: it is not one article, or how it reads is in doubt."""
    return bool(seen.candidates or seen.problems or seen.documents != 1 or seen.spans or seen.like)


def _newest(library: Library, corpus: str, result: ImportResult) -> tuple[str, str | None]:
    """Uids of the corpus ("" if it was not made) and of the first document added to it (None for none)."""
    home = next((each for each in library.corpora.list() if corpus in (each.uid, each.name)), None)
    if home is None or not result.documents_added:
        return ("" if home is None else home.uid), None
    keys = library.documents.keys(home.uid)
    rows = library.documents.rows(keys[-result.documents_added :][:1])
    return home.uid, rows[0].uid if rows else None
