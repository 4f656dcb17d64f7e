"""Use-cases that bring texts in: files, folders, pasted text; all or nothing per file.

Each file is read into a private staging file first. Only when it is sound does the one writer of the
library move it in, as one step; the steps of one command share a group, so that one undo takes all of it
back.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from annotator.errors import FormatError, OutcomeUnknownError, UserError
from annotator.files import passing_folder, sweep
from annotator.formats.registry import AUTO, can_be_read, is_partner
from annotator.messages import Message, say
from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.identity import is_uid, new_uid
from annotator.model.outcome import Outcome
from annotator.paths import cache_folder
from annotator.services.arrivals import FilePreview, FileReport, ImportResult, Tally
from annotator.services.backups import Backups
from annotator.services.child import Child, Here
from annotator.services.corpora import Corpora
from annotator.services.documents import Documents
from annotator.services.intake import Order, first_line, look, take_in
from annotator.services.moving import move_staged
from annotator.storage.opening import open_store
from annotator.storage.sqlite import copy_into
from annotator.storage.staging import text_hashes
from annotator.streams import shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.formats.base import Progress
    from annotator.services.child import Doer
    from annotator.services.intake import TakenIn
    from annotator.storage.bulk import Moved
    from annotator.storage.store import Store

__all__ = ["FilePreview", "FileReport", "ImportResult", "Importing"]

T = TypeVar("T")

_STAGING_NAME: Final = "staging.sqlite"


class InWriter(Protocol):
    """Has a write made by the one thread that may, and waits for it."""

    def __call__(self, work: Callable[[], Outcome[T]], /) -> Outcome[T]:
        """What the write gave; raises what it raised."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the person said about all files of one import; see `Importing.import_paths`."""

    format: str = AUTO
    annotator: str | None = None
    encoding: str | None = None
    encodings: Mapping[str, str] = field(default_factory=dict)
    labels: str = "add"


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
            encoding=self.options.encodings.get(name, self.options.encoding),
            owner=self.owner,
            looked=self.options.annotator is not None,
        )


class Importing:
    """Bringing texts into a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reads_in_child = False
        self._in_writer: InWriter = _at_once

    def serve_window(self, in_writer: InWriter) -> None:
        """From now on read files in a child process, and make each write through `in_writer`.

        What imports that were killed left behind is removed now, for there may never be another one.
        """
        sweep(_root())
        self._reads_in_child = True
        self._in_writer = in_writer

    def import_paths(
        self,
        paths: Sequence[str],
        corpus: str,
        *,
        format: str = AUTO,  # noqa: A002  (the word of the contract)
        annotator: str | None = None,
        encoding: str | None = None,
        encodings: Mapping[str, str] | None = None,
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
            encoding: of text files, None for a guess.
            encodings: of single ones, by their path as a preview gives it; the others have `encoding`.
            labels: "add" those that the corpus does not have, or "refuse" the file.
            dry_run: only tell what would happen.
            progress: called with bytes done and bytes in all; its `Cancelled` takes back the file at hand.

        Raises:
            EnvironmentProblem: the library cannot be written; files before this one are in.
            Cancelled: from `progress`.
        """
        options = Options(format, annotator, encoding, encodings or {}, labels)
        with self._rehearsal() if dry_run else contextlib.nullcontext(self) as target:
            warnings = () if dry_run else Backups(self._store).before_bulk()
            return replace(target.bring_in(paths, corpus, options, progress or _silent), warnings=warnings)

    def bring_in(
        self, paths: Sequence[str], corpus: str, options: Options, progress: Progress
    ) -> ImportResult:
        """As `import_paths`."""
        wish = _Wish(corpus, self._owner(options.annotator), options)
        files, others = _files_of(paths)
        counted = _Counted(sum(_size(path) for path, _ in files), progress)
        tally = Tally(others)
        for name in paths:
            if not _holds_any(name, files):
                tally.refused(
                    name, None, (say("{path}: there are no files to read in this folder.", path=name),)
                )
        with self._doer() as doer:
            for path, name in files:
                self._import_file(doer, path, name, wish, counted, tally)
                counted.finish(_size(path))
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
        encodings: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> list[FilePreview]:
        """What files and folders would bring; nothing is written.

        Args:
            paths: files, or folders that are walked through.
            corpus: name or uid, to say which texts it has already; may be missing yet.
            encodings: what the person chose, by path.
            progress: called with bytes done and bytes in all.

        Raises:
            Cancelled: from `progress`.
        """
        files, _ = _files_of(paths)
        counted = _Counted(sum(_size(path) for path, _ in files), progress or _silent)
        found = []
        with self._doer() as doer:
            for path, name in files:
                chosen = (encodings or {}).get(name)
                found.append(self._preview_file(doer, path, name, corpus, chosen, counted))
                counted.finish(_size(path))
        return found

    def _preview_file(
        self, doer: Doer, path: Path, name: str, corpus: str, encoding: str | None, counted: _Counted
    ) -> FilePreview:
        if problem := _no_text(name):
            return FilePreview(shown_name(name), problems=(problem,))
        with passing_folder(_root()) as folder:
            staging = folder / _STAGING_NAME
            seen = doer.do(look, Order(str(path), name, str(staging), encoding=encoding), counted)
            if seen.taken is None:
                return FilePreview(name, candidates=seen.candidates, problems=seen.problems)
            hashes = text_hashes(staging)
            known = self._known(corpus, hashes)
        return FilePreview(
            path=name,
            format=seen.taken.format,
            encoding=seen.encoding,
            candidates=seen.candidates,
            title=seen.taken.title,
            beginning=seen.taken.beginning,
            documents=seen.taken.documents,
            known=sum(each in known for each in hashes),
            same_as=next(iter(known.values()), ""),
            new=tuple(dict.fromkeys(each for each in hashes if each not in known)),
            characters=seen.taken.characters,
            spans=seen.taken.spans,
            notices=seen.taken.notices,
        )

    def _known(self, corpus: str, hashes: Iterable[str]) -> dict[str, str]:
        """Those of these hashes whose text the corpus has -> the title of the first of them, "" of others."""
        with self._store.reading() as view:
            home = view.corpora.named(corpus) or view.corpora.key_of(corpus)
            known: dict[str, str] = {}
            if home is None:
                return known
            for each in hashes:
                found = view.documents.with_text(home, each)
                if found is not None:
                    known[each] = "" if known else view.documents.get(found[0]).title
            return known

    def others(self, paths: Sequence[str]) -> tuple[str, ...]:
        """Files in these folders that are of no kind this program reads; an import leaves them alone."""
        return _files_of(paths)[1]

    def _doer(self) -> contextlib.AbstractContextManager[Doer]:
        """Who reads the files of one act: this thread, or for the window one child for all of them."""
        return Child() if self._reads_in_child else contextlib.nullcontext(Here())

    def _owner(self, annotator: str | None) -> Annotator:
        """Whose spans without an annotator are: the one's the person named, else the library's own."""
        if annotator is None:
            with self._store.reading() as view:
                return view.people.by_key(self._store.actor)
        return Annotator(annotator if is_uid(annotator) else "", annotator, AnnotatorKind.SOURCE)

    def _import_file(
        self, doer: Doer, path: Path, name: str, wish: _Wish, counted: _Counted, tally: Tally
    ) -> None:
        taken: TakenIn | None = None
        if problem := _no_text(name):
            tally.refused(shown_name(name), None, (problem,))
            return
        with passing_folder(_root()) as folder:
            staging = folder / _STAGING_NAME
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
                tally.accepted(name, taken, outcome.value, outcome.step)

    def _move(self, staging: Path, name: str, wish: _Wish) -> Outcome[Moved]:
        return move_staged(
            self._store,
            staging,
            corpus=wish.corpus,
            name=name,
            group=wish.group,
            labels=wish.options.labels,
        )

    @contextlib.contextmanager
    def _rehearsal(self) -> Iterator[Importing]:
        """The same use-cases on a copy that is thrown away: what they tell is what would be."""
        with passing_folder(_root()) as folder:
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


class _Counted:
    """The progress of several files as one: bytes of those behind and of the one at hand."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total = max(total, 1)
        self._behind = 0
        self._progress = progress

    def __call__(self, done: int, total: int) -> None:
        """The reader of the file at hand is this far."""
        self._progress(self._behind + min(done, total), self._total)

    def finish(self, size: int) -> None:
        """The file at hand is done with."""
        self._behind += size
        self._progress(self._behind, self._total)


def _root() -> Path:
    """Where staging files lie while they are needed."""
    return cache_folder() / "imports"


def _at_once(work: Callable[[], Outcome[T]], /) -> Outcome[T]:
    return work()


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


def _files_of(paths: Iterable[str]) -> tuple[list[tuple[Path, str]], tuple[str, ...]]:
    """Every file with its name for people, and the names of those in folders that look like no article.

    Folders are walked in order of names; hidden folders and files are no one's articles and are not
    mentioned.
    """
    files: list[tuple[Path, str]] = []
    others: list[str] = []
    for name in paths:
        if not Path(name).is_dir():
            files.append((Path(name), name))
            continue
        for found in _walk(Path(name)):
            if is_partner(found):
                continue
            if can_be_read(found):
                files.append((found, str(found)))
            else:
                others.append(shown_name(str(found)))
    return files, tuple(others)


def _holds_any(name: str, files: Iterable[tuple[Path, str]]) -> bool:
    """Whether a path that was named brings a file: a folder may hold none that can be read."""
    return not Path(name).is_dir() or any(path.is_relative_to(name) for path, _ in files)


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (Path(folder) / file for file in sorted(files) if not file.startswith("."))


def _no_text(name: str) -> Message | None:
    """The sentence for a file whose name is no text, which cannot be kept or said; None if it is."""
    shown = shown_name(name)
    if shown == name:
        return None
    return say("{path}: the name of the file is not valid UTF-8. Rename it and try again.", path=shown)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
