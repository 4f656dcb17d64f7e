"""Use-cases that bring texts in: files, folders, pasted text; all or nothing per file.

Each file is read into a private staging file first. Only when it is sound does the one writer of the
library move it in, as one step; the steps of one command share a group, so that one undo takes all of it
back.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from annotator.errors import FormatError, OutcomeUnknownError, UserError
from annotator.files import passing_folder, sweep
from annotator.formats.registry import AUTO
from annotator.messages import say
from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.identity import is_uid, new_uid
from annotator.model.outcome import Outcome
from annotator.model.reading import ReadingChoice
from annotator.model.soundness import Occasion
from annotator.services.documents.corpora import Corpora
from annotator.services.documents.documents import Documents
from annotator.services.intake.arrivals import FilePreview, FileReport, ImportResult, Tally
from annotator.services.intake.child import PATIENCE, Child, Here
from annotator.services.intake.found_files import files_of, holds_any, no_text, size_of, together
from annotator.services.intake.moving import move_staged
from annotator.services.intake.previewing import STAGING_NAME, Counted, Previewing, staging_root
from annotator.services.intake.reading import Order, TakenIn, first_line, take_in, take_in_all
from annotator.services.intake.resembling import AlikeTexts
from annotator.services.safety.backups import Backups
from annotator.storage.bulk import Moved
from annotator.storage.file.opening import open_store
from annotator.storage.file.sqlite import copy_into
from annotator.streams import shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.formats.base import Progress
    from annotator.messages import Message
    from annotator.services.intake.child import Doer
    from annotator.storage.store import Store

__all__ = ["FilePreview", "FileReport", "ImportResult", "Importing"]

T = TypeVar("T")


class InWriter(Protocol):
    """Has a write made by the one thread that may, and waits for it."""

    def __call__(self, work: Callable[[], Outcome[T]], /) -> Outcome[T]:
        """What the write gave; raises what it raised."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the person said about all files of one import; see `Importing.import_paths`."""

    format: str = AUTO
    annotator: str | None = None
    choice: ReadingChoice = field(default_factory=ReadingChoice)
    choices: Mapping[str, ReadingChoice] = field(default_factory=dict)
    labels: str = "add"
    alike: AlikeTexts | None = None


@dataclass(frozen=True, slots=True)
class _Wish:
    """One import: where to, whose, how, and the group that its steps share."""

    corpus: str
    owner: Annotator
    options: Options
    group: str = field(default_factory=new_uid)

    def order(self, path: Path, name: str, staging: Path) -> Order:
        """What to read for one file of it."""
        return Order(
            str(path),
            name,
            str(staging),
            format=self.options.format,
            choice=self.options.choices.get(name, self.options.choice),
            owner=self.owner,
            looked=self.options.annotator is not None,
            inspects=self.options.alike is not None,
        )

    def alike(self, taken: TakenIn, pulse: Callable[[], None]) -> tuple[Message, ...]:
        """What to say of texts that are nearly those of others; nothing unless it is a trial."""
        return self.options.alike.told(taken, pulse) if self.options.alike else ()


class Importing:
    """Bringing texts into a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._previewing = Previewing(store)
        self._reads_in_child = False
        self._in_writer: InWriter = _at_once

    def serve_window(self, in_writer: InWriter) -> None:
        """From now on read files in a child process, and make each write through `in_writer`.

        What imports that were killed left behind is removed now, for there may never be another one.
        """
        sweep(staging_root())
        self._reads_in_child = True
        self._in_writer = in_writer

    def import_paths(
        self,
        paths: Sequence[str],
        corpus: str,
        *,
        format: str = AUTO,  # noqa: A002  (the word of the contract)
        annotator: str | None = None,
        choice: ReadingChoice | None = None,
        choices: Mapping[str, ReadingChoice] | None = None,
        labels: str = "add",
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> ImportResult:
        """Read files and folders into the corpus of that name or uid, which is made when missing.

        Args:
            paths: files, or folders that are walked through.
            corpus: name or uid.
            format: of all files, or "auto".
            annotator: name or uid: whose the spans are that name nobody; a layer on every document of theirs.
            choice: how files are read where they leave it open.
            choices: the same for single ones, by their path as a preview gives it.
            labels: "add" those that the corpus does not have, or "refuse" the file.
            dry_run: only tell what would happen.
            progress: called with bytes done and bytes in all; its `Cancelled` takes back the file at hand.

        Raises:
            EnvironmentProblem: the library cannot be written; files before this one are in.
            Cancelled: from `progress`.
        """
        alike = AlikeTexts(self._store, corpus) if dry_run else None
        options = Options(format, annotator, choice or ReadingChoice(), choices or {}, labels, alike)
        with self._rehearsal() if dry_run else contextlib.nullcontext(self) as target:
            warnings = () if dry_run else Backups(self._store).before_bulk(Occasion.IMPORT)
            return replace(target.bring_in(paths, corpus, options, progress or _silent), warnings=warnings)

    def bring_in(
        self, paths: Sequence[str], corpus: str, options: Options, progress: Progress
    ) -> ImportResult:
        """As `import_paths`."""
        wish = _Wish(corpus, self._owner(options.annotator), options)
        files, others = files_of(paths)
        counted = Counted(sum(size_of(path) for path, _ in files), progress)
        tally = Tally(others)
        for name in paths:
            if not holds_any(name, files):
                tally.refused(
                    name, None, (say("{path}: there are no files to read in this folder.", path=name),)
                )
        with self._doer() as doer:
            for lot in together(files):
                self._import_lot(doer, lot, wish, counted, tally)
        return tally.result()

    def import_text(self, corpus: str, title: str, text: str) -> Outcome[str]:
        """Keep a pasted text as a document of the corpus of that name or uid, which is made when missing.

        A text that the corpus has already is not kept twice; without a title it gets its first line as one.
        Gives the document's uid.

        Raises:
            UserError: there is no text, or the corpus's name cannot be used.
        """

        def write() -> Outcome[str]:
            corpora = Corpora(self._store)
            known = {each.name: each.uid for each in corpora.list()} | {
                each.uid: each.uid for each in corpora.list()
            }
            home = known.get(corpus) or corpora.create(corpus).value.uid
            added = Documents(self._store).add(home, title or first_line(text), text)
            return Outcome(added.value.uid, added.touched, added.documents, added.step)

        return self._in_writer(write)

    def preview(
        self,
        paths: Sequence[str],
        corpus: str = "",
        *,
        choices: Mapping[str, ReadingChoice] | None = None,
        progress: Progress | None = None,
    ) -> list[FilePreview]:
        """What files and folders would bring; see `Previewing.preview`."""
        with self._doer() as doer:
            return self._previewing.preview(paths, corpus, doer, choices or {}, progress or _silent)

    def others(self, paths: Sequence[str]) -> tuple[str, ...]:
        """Files in these folders that are of no kind this program reads; an import leaves them alone."""
        return files_of(paths)[1]

    def _doer(self) -> contextlib.AbstractContextManager[Doer]:
        """Who reads the files of one act: this thread, or for the window one child for all of them."""
        return Child(patience=PATIENCE) if self._reads_in_child else contextlib.nullcontext(Here())

    def _owner(self, annotator: str | None) -> Annotator:
        """Whose spans without an annotator are: the one's the person named, else the library's own."""
        if annotator is None:
            with self._store.reading() as view:
                return view.people.by_key(self._store.actor)
        return Annotator(annotator if is_uid(annotator) else "", annotator, AnnotatorKind.SOURCE)

    def _import_file(
        self, doer: Doer, path: Path, name: str, wish: _Wish, counted: Counted, tally: Tally
    ) -> None:
        taken: TakenIn | None = None
        if problem := no_text(name):
            tally.refused(shown_name(name), None, (problem,))
            return
        with passing_folder(staging_root()) as folder:
            staging = folder / STAGING_NAME
            try:
                taken = doer.do(take_in, wish.order(path, name, staging), counted)
                outcome = self._in_writer(lambda: self._move(staging, name, wish))
            except OutcomeUnknownError as error:
                tally.unknown(name, taken, error.message)
            except FormatError as error:
                tally.refused(name, taken, error.problems)
            except UserError as error:
                tally.refused(name, taken, (error.message,))
            else:
                tally.accepted(name, taken, outcome.value, outcome.step, wish.alike(taken, counted.pulse))

    def _import_lot(
        self, doer: Doer, files: list[tuple[Path, str]], wish: _Wish, counted: Counted, tally: Tally
    ) -> None:
        """Several files in one step, or in two halves, down to one file of which there is much to say."""
        if len(files) > 1 and not self._import_together(doer, files, wish, counted, tally):
            middle = len(files) // 2
            for half in (files[:middle], files[middle:]):
                self._import_lot(doer, half, wish, counted, tally)
        elif len(files) == 1:
            path, name = files[0]
            self._import_file(doer, path, name, wish, counted, tally)
            counted.finish(size_of(path))

    def _import_together(
        self, doer: Doer, files: list[tuple[Path, str]], wish: _Wish, counted: Counted, tally: Tally
    ) -> bool:
        """Several files in one step; False, and nothing was done, if they are to be imported one by one.

        That is so where the library has something to say of one of them, or refuses one.
        """
        with passing_folder(staging_root()) as folder:
            staging = folder / STAGING_NAME
            orders = tuple(wish.order(path, name, staging) for path, name in files)
            try:
                taken = doer.do(take_in_all, orders, lambda _done, _total: counted.pulse())
                if not any(isinstance(one, TakenIn) for one in taken):
                    return False
                lot = str(files[0][0].parent)
                outcome = self._in_writer(lambda: self._move(staging, lot, wish, quietly=True))
            except OutcomeUnknownError as error:
                for _, name in files:
                    tally.unknown(name, None, error.message)
                return True
            except (FormatError, UserError):
                return False
        moved = outcome.value
        for (path, name), one in zip(files, taken, strict=True):
            if isinstance(one, TakenIn):
                tally.accepted(name, one, moved, outcome.step, wish.alike(one, counted.pulse))
                moved = Moved()
            else:
                tally.refused(name, None, one.problems)
            counted.finish(size_of(path))
        return True

    def _move(self, staging: Path, name: str, wish: _Wish, *, quietly: bool = False) -> Outcome[Moved]:
        return move_staged(
            self._store,
            staging,
            corpus=wish.corpus,
            name=name,
            group=wish.group,
            labels=wish.options.labels,
            quietly=quietly,
        )

    @contextlib.contextmanager
    def _rehearsal(self) -> Iterator[Importing]:
        """The same use-cases on a copy that is thrown away: what they tell is what would be."""
        with passing_folder(staging_root()) as folder:
            path = folder / "rehearsal.annotator"
            with self._store.reading() as view:
                copy_into(view.connection, path)
            with contextlib.closing(
                open_store(path, writable=True, create=False, program="annotator")
            ) as store:
                store.actor = self._store.actor
                copy = Importing(store)
                copy._reads_in_child = self._reads_in_child
                yield copy


def _at_once(work: Callable[[], Outcome[T]], /) -> Outcome[T]:
    return work()


def _silent(done: int, total: int) -> None:
    """Nobody watches."""
