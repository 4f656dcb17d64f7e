"""Bringing articles in: files, a pasted text, the sample corpus."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from annotator.errors import UserError
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.errors import AnnotatorError
    from annotator.services.intake.importing import FilePreview, ImportResult
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
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
        self._has_ended = False
        self._waiting: deque[Callable[[], Job]] = deque()

    @property
    def is_busy(self) -> bool:
        """Whether an import is under way."""
        return self.job is not None

    @property
    def waiting(self) -> int:
        """How many imports wait for the one under way."""
        return len(self._waiting)

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
                self._end()
                self.doubtful.emit([path], corpus)
                self._go_on()
            else:
                self._finish(answer)

        self._start(lambda: self._desk.run(task, self._telling(stage), finished, self._give_up))

    def find(self, result: ImportResult, corpus: str) -> None:
        """Tell of an import that was made elsewhere, like of one's own."""
        self._desk.read(
            lambda library: (result, *_newest(library, corpus, result)),
            lambda answer: self.brought.emit(*answer),
            self.failed.emit,
        )

    def import_files(self, paths: Sequence[Path], corpus: str) -> None:
        """Take the files into the corpus of that uid or name, which is made when missing."""

        def task(library: Library, progress: Progress) -> _Answer:
            result = library.importing.import_paths([str(path) for path in paths], corpus, progress=progress)
            return result, *_newest(library, corpus, result)

        self._start(lambda: self._desk.run(task, self._telling(["read"]), self._finish, self._give_up))

    def paste(self, text: str, corpus: str) -> None:
        """Make a document of a text; its first line with words becomes its title."""
        title = next((line.strip() for line in text.splitlines() if line.strip()), "")[:_TITLE_LENGTH]
        if not title:
            self.failed.emit(UserError(say("The clipboard holds no text. Copy an article first.")))
            return

        def task(library: Library, _progress: Progress) -> tuple[None, str, str]:
            uid = library.importing.import_text(corpus, title, text).value
            return None, library.corpora.named(corpus).uid, uid

        self._start(lambda: self._desk.run(task, self._telling(["read"]), self._finish, self._give_up))

    def stop(self) -> None:
        """Stop the import under way, whose beginnings are taken back; those that wait go on after it."""
        if self.job is not None:
            self.job.cancel()

    def _telling(self, stage: list[Stage]) -> Callable[[int, int], None]:
        """Tells how far the task is, in the stage that it says it is in."""

        def tell(done: int, total: int) -> None:
            if self.job is not None:
                self.progressed.emit(stage[0], done, total)

        return tell

    def _start(self, run: Callable[[], Job]) -> None:
        """Begin an import, or have it wait until those before it have ended."""
        self._waiting.append(run)
        if not self.is_busy:
            self._go_on()

    def _go_on(self) -> None:
        """Begin with the next one that waits; one that ends at once is over when `run` gives its job."""
        while self._waiting and not self.is_busy:
            self._has_ended = False
            job = self._waiting.popleft()()
            self.job = None if self._has_ended else job

    def _end(self) -> None:
        self.job, self._has_ended = None, True

    def _finish(self, answer: _Answer) -> None:
        self._end()
        self.brought.emit(*answer)
        self._go_on()

    def _give_up(self, error: AnnotatorError) -> None:
        self._end()
        self.failed.emit(error)
        self._go_on()


def _is_doubtful(seen: FilePreview) -> bool:
    """Whether a person should look at a file first: it is not one article, or how it reads is in doubt."""
    odd = seen.like or seen.is_suspect
    return bool(seen.candidates or seen.problems or seen.documents != 1 or seen.spans or odd)


def _newest(library: Library, corpus: str, result: ImportResult) -> tuple[str, str | None]:
    """Uids of the corpus ("" if it was not made) and of the first document added to it (None for none)."""
    home = next((each for each in library.corpora.list() if corpus in (each.uid, each.name)), None)
    if home is None or not result.documents_added:
        return ("" if home is None else home.uid), None
    keys = library.documents.keys(home.uid)
    rows = library.documents.rows(keys[-result.documents_added :][:1])
    return home.uid, rows[0].uid if rows else None
