"""Use-cases on packages: make one, look into one, merge one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import EnvironmentProblem, UserError, reason_of
from annotator.exchange import package_file, package_reading
from annotator.exchange.members import ChangeKind, PackageKind
from annotator.messages import say
from annotator.model.outcome import Outcome, Touched
from annotator.model.package import PackageMade
from annotator.model.soundness import Occasion
from annotator.services.documents.corpora import Corpora
from annotator.services.lookup import corpus_key
from annotator.services.packages.conflicts import standing
from annotator.services.packages.making import Parties, assemble
from annotator.services.packages.planning import plan_merge
from annotator.services.packages.restoring import restore_side
from annotator.services.packages.telling import preview_of, require_mergeable
from annotator.services.packages.waiting import taken_back
from annotator.services.packages.writing import untold, write_merge
from annotator.services.people import add_missing, meant, uids_of
from annotator.services.safety.backups import Backups, check_free

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.exchange.members import Package
    from annotator.model.document import Annotator
    from annotator.model.package import MergeConflict, MergePreview, PackageWish
    from annotator.services.packages.writing import Progress
    from annotator.storage.store import Store

    InWriter = Callable[[Callable[[], Outcome[Any]]], Outcome[Any]]

_NAMED: Final = 100
_ALL: Final = (
    Touched.DOCUMENTS
    | Touched.CORPORA
    | Touched.SPANS
    | Touched.LABELS
    | Touched.PEOPLE
    | Touched.REVIEW
    | Touched.WHOLESALE
)


class Packages:
    """Packages of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._in_writer: InWriter = lambda work: work()

    def serve_window(self, in_writer: InWriter) -> None:
        """From now on make the one write of a merge through `in_writer`; what precedes it is done here."""
        self._in_writer = in_writer

    def make(self, wish: PackageWish) -> PackageMade:
        """Write a package as a new file.

        An annotator whom nobody knows is made when work is handed out to one.

        Raises:
            UserError: the file is there already, an annotator or document is not, or there is nothing to put
                into it.
            EnvironmentProblem: it could not be written.
        """
        person = self._person(wish)
        made = self.make_for(wish, person)
        if person is not None and wish.kind == PackageKind.ASSIGNMENT.value:
            with taken_back([Path(made.path)]), self._store.saving() as unit:
                add_missing(unit, [person])
                unit.commit()
        return made

    def make_for(self, wish: PackageWish, person: Annotator | None) -> PackageMade:
        """Write a package for somebody who may still have to be added; the library is only read.

        Raises:
            UserError, EnvironmentProblem: as `make`.
        """
        check_free(Path(wish.output), self._store.path)
        with self._store.reading() as view:
            creator = view.people.by_key(self._store.actor)
            members = frozenset[str]() if person is None else uids_of(view, person.uid)
            package = assemble(view, wish, Parties(creator, person, members))
        try:
            written = package_file.write(Path(wish.output), package)
            size = Path(wish.output).stat().st_size
        except OSError as error:
            raise EnvironmentProblem(
                say("{file} cannot be written: {reason}.", file=wish.output, reason=reason_of(error))
            ) from error
        return _made(wish, written, size)

    def _person(self, wish: PackageWish) -> Annotator | None:
        kind = PackageKind(wish.kind)
        if not wish.annotator:
            if kind is PackageKind.RETURN:
                raise UserError(say("Say whose work is to be sent back (--annotator)."))
            return None
        with self._store.reading() as view:
            found = meant(view, wish.annotator)
            is_known = view.people.living(found.uid) is not None
        if not is_known and kind is not PackageKind.ASSIGNMENT:
            raise UserError(say("There is no annotator {uid} in this library.", uid=wish.annotator))
        return found

    def show(self, path: str) -> Package:
        """What a package holds; the library is not looked at.

        Raises:
            FormatError, EnvironmentProblem: as `package_reading.read`.
        """
        return package_reading.read(Path(path), path)

    def preview(self, path: str, into: str | None = None) -> MergePreview:
        """What `merge` would do, documents that cannot come in included; no byte changes.

        Args:
            path: of the package.
            into: name or uid of the corpus it is to go into, None for its own.

        Raises:
            FormatError, EnvironmentProblem: as `package_reading.read`.
            UserError: it cannot be merged.
        """
        package = self.show(path)
        home = self._into(into)
        with self._store.reading() as view:
            return preview_of(view, plan_merge(view, package, home))

    def merge(self, path: str, into: str | None = None, progress: Progress = untold) -> Outcome[MergePreview]:
        """Merge a package in one step, or nothing of it; `Outcome.step` is None when nothing is new.

        Args:
            path: of the package.
            into: as of `preview`.
            progress: told how many documents and changes are written, of how many.

        Raises:
            FormatError, EnvironmentProblem: as `package_reading.read`; or it could not be saved.
            TextDiffersError: a document is here with another text.
            UserError: it cannot be merged; nothing was changed.
        """
        package = self.show(path)
        home = self._into(into)
        with self._store.reading() as view:
            plan = plan_merge(view, package, home)
            require_mergeable(plan, path)
            if plan.is_known:
                return Outcome(preview_of(view, plan))
        return self._in_writer(lambda: self._write(package, home, progress))

    def _write(self, package: Package, home: str | None, progress: Progress) -> Outcome[MergePreview]:
        warnings = Backups(self._store).before_bulk(Occasion.MERGE)
        with self._store.saving() as unit:
            plan = plan_merge(unit, package, home)
            told = preview_of(unit, plan)
            write_merge(unit, plan, progress)
            step = unit.commit()
        uids = tuple(each.uid for each in plan.documents)
        return Outcome(told, _ALL, uids if len(uids) <= _NAMED else (), step, warnings)

    def conflicts(self, corpus: str) -> tuple[MergeConflict, ...]:
        """What was changed apart in a corpus and nobody has settled yet, whichever package brought it.

        It is worked out from the changes: once somebody restores a side, keeps it or changes the thing, here
        or elsewhere, it is gone.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            return tuple(standing(view, corpus_key(view, corpus)))

    def restore(self, conflict: MergeConflict, change: str) -> Outcome[None]:
        """Let one side of a conflict hold, as a later change that settles it everywhere.

        Args:
            conflict: as `conflicts`, a preview or a merge told of it.
            change: uid of the side (`ConflictSide.change`).

        Raises:
            UserError: it is so and settled already, or cannot be so any more.
        """
        with self._store.saving() as unit:
            restore_side(unit, conflict, change)
            return Outcome(None, _ALL, (conflict.document,), unit.commit())

    def _into(self, into: str | None) -> str | None:
        return Corpora(self._store).named(into).uid if into else None


def _made(wish: PackageWish, package: Package, size: int) -> PackageMade:
    kinds = Counter(change.kind for change in package.changes)
    return PackageMade(
        wish.output,
        package.manifest.uid,
        wish.kind,
        len(package.documents),
        len(package.labels),
        len(package.layers),
        len(package.changes),
        kinds[ChangeKind.DECISION],
        kinds[ChangeKind.COMMENT],
        size,
    )
