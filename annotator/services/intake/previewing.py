"""What an import would bring, file by file, before anything is written: for the import page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.files import passing_folder
from annotator.model.reading import ReadingChoice
from annotator.paths import cache_folder
from annotator.services.intake.arrivals import FilePreview
from annotator.services.intake.found_files import files_of, no_text, size_of
from annotator.services.intake.reading import Order, look
from annotator.services.intake.resembling import Neighbours
from annotator.storage.staging import text_hashes
from annotator.streams import shown_name

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from annotator.formats.base import Progress
    from annotator.services.intake.child import Doer
    from annotator.services.intake.reading import Look, TakenIn
    from annotator.storage.store import Store

STAGING_NAME: Final = "staging.sqlite"


def staging_root() -> Path:
    """Where staging files lie while they are needed."""
    return cache_folder() / "imports"


class Counted:
    """The progress of several files as one: bytes of those behind and of the one at hand."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total = max(total, 1)
        self._behind = 0
        self._progress = progress

    def __call__(self, done: int, total: int) -> None:
        """The reader of the file at hand is this far."""
        self._progress(self._behind + min(done, total), self._total)

    def pulse(self) -> None:
        """Nothing more is read, but work goes on."""
        self._progress(self._behind, self._total)

    def finish(self, size: int) -> None:
        """The file at hand is done with."""
        self._behind += size
        self.pulse()


class Previewing:
    """Looks at files for a library and writes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sketches: dict[int, array[int]] = {}

    def preview(
        self,
        paths: Sequence[str],
        corpus: str,
        doer: Doer,
        choices: Mapping[str, ReadingChoice],
        progress: Progress,
    ) -> list[FilePreview]:
        """What files and folders would bring; nothing is written.

        Args:
            paths: files, or folders that are walked through.
            corpus: name or uid, to say which texts it has already; may be missing yet.
            doer: who reads the files.
            choices: what the person chose, by path.
            progress: called with bytes done and bytes in all.

        Raises:
            Cancelled: from `progress`.
        """
        files, _ = files_of(paths)
        counted = Counted(sum(size_of(path) for path, _ in files), progress)
        near = Neighbours(self._store, corpus, self._sketches)
        found = []
        for path, name in files:
            choice = choices.get(name, ReadingChoice())
            found.append(self._preview_file(doer, path, name, near, choice, counted))
            counted.finish(size_of(path))
        return found

    def _preview_file(
        self, doer: Doer, path: Path, name: str, near: Neighbours, choice: ReadingChoice, counted: Counted
    ) -> FilePreview:
        if problem := no_text(name):
            return FilePreview(shown_name(name), problems=(problem,))
        with passing_folder(staging_root()) as folder:
            staging = folder / STAGING_NAME
            order = Order(str(path), name, str(staging), choice=choice, inspects=True)
            seen = doer.do(look, order, counted)
            if seen.taken is None:
                return FilePreview(
                    name, candidates=seen.candidates, offers=seen.offers, problems=seen.problems
                )
            hashes = text_hashes(staging)
        return self._told(name, near, seen, seen.taken, hashes, counted.pulse)

    def _told(
        self,
        name: str,
        near: Neighbours,
        seen: Look,
        taken: TakenIn,
        hashes: Sequence[str],
        pulse: Callable[[], None],
    ) -> FilePreview:
        known = self._known(near.corpus, hashes)
        unknown = [
            each for each, text in zip(taken.sketches, hashes, strict=False) if each and text not in known
        ]
        return FilePreview(
            path=name,
            format=taken.format,
            encoding=seen.encoding,
            candidates=seen.candidates,
            title=taken.title,
            beginning=taken.beginning,
            documents=taken.documents,
            known=sum(each in known for each in hashes),
            same_as=next(iter(known.values()), ""),
            new=tuple(dict.fromkeys(each for each in hashes if each not in known)),
            characters=taken.characters,
            spans=taken.spans,
            in_parts=taken.in_parts,
            offers=seen.offers,
            notices=taken.notices,
            oddities=taken.oddities,
            boilerplate=taken.boilerplate,
            boilerplate_lines=taken.boilerplate_lines,
            sketch=taken.sketches[0] if taken.sketches and hashes[0] not in known else None,
            like=near.nearest(unknown, pulse),
            is_suspect=taken.is_suspect,
            samples=taken.samples,
            marked=taken.marked,
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
