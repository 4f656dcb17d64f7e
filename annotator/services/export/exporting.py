"""Exports: a recipe becomes a file, atomically, and the file is read back to see whether it is right."""

from __future__ import annotations

import contextlib
import gc
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeVar, cast

from annotator.errors import EnvironmentProblem, FormatError
from annotator.formats.base import LossReport, UnwritableError, WriteOptions
from annotator.formats.registry import extension_of, folder_writer_for, writer_for, writes_folder
from annotator.messages import say
from annotator.services.export.cards import CARD, add_cards, explainers
from annotator.services.export.choice import Excluded, choose
from annotator.services.export.counts import Tally
from annotator.services.export.facts import (
    ExportFacts,
    ExportResult,
    Foresight,
    WrittenPart,
    kinds_of,
    summed,
)
from annotator.services.export.file import check_output
from annotator.services.export.folder import MANIFEST
from annotator.services.export.names import check_folder, check_names
from annotator.services.export.nowhere import NoFolder, Nothing
from annotator.services.export.parts import Dealt, check_split, deal
from annotator.services.export.preview import preview
from annotator.services.export.refused import Refusals, try_each
from annotator.services.export.row_proof import proof_of
from annotator.services.export.split_groups import Sketches
from annotator.services.export.target import InFolder, OneFile, explainer_of
from annotator.services.export.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.formats.base import Folder, OutgoingDocument, OutgoingHead, Progress
    from annotator.model.recipe import Recipe
    from annotator.services.export.choice import Choice
    from annotator.services.export.facts import PartCounts, Preview
    from annotator.services.export.proof import Proof
    from annotator.services.export.row_proof import RowProof
    from annotator.services.export.store import ExportSnapshot, ExportStore
    from annotator.services.export.target import Target, Written

FORESEEN: Final = 1000
"""So many spans that a file could not hold are told one by one before it is written."""

_Answer = TypeVar("_Answer")


class Exporting:
    """Writes corpora to files."""

    def __init__(self, store: ExportStore) -> None:
        self._store = store
        self._sketches = Sketches()

    def export(
        self,
        corpus: str,
        recipe: Recipe,
        output: str,
        *,
        force: bool = False,
        make_folder: bool = False,
        progress: Progress | None = None,
    ) -> ExportResult:
        """Write one corpus as a recipe says, and read it back.

        Args:
            corpus: name or uid.
            recipe: what to write, in what form.
            output: path of the file; of the folder for a split and for formats that make folders.
            force: replace what is at `output`.
            make_folder: make the folder that `output` stands in when it is missing.
            progress: called with documents done and in all, each counted when it is written and when it is
                read back, with a split also when it is dealt out.

        Returns:
            What came of it; documents that are damaged or that the format cannot write are left out and told.

        Raises:
            UserError: the recipe is not possible, or every document had to be left out; nothing was written.
            EnvironmentProblem: the disk refused, or gave back other than was written; what was there is
            unchanged. Cancelled: from `progress`; nothing was written.
        """
        self._check(Path(output), recipe, force=force, make_folder=make_folder)
        return self._trying(
            corpus, recipe, progress, lambda known: self._export(corpus, recipe, output, known, progress)
        )

    def foresee(self, corpus: str, recipe: Recipe, progress: Progress | None = None) -> Foresight:
        """What an export by this recipe would hold and leave out; it is written to nowhere.

        Raises:
            UserError: the recipe is not possible. Cancelled: from `progress`.
        """
        check_split(recipe.split)
        return self._trying(
            corpus, recipe, progress, lambda known: self._foresee(corpus, recipe, known, progress)
        )

    def preview(
        self,
        corpus: str,
        recipe: Recipe,
        *,
        document: str | None = None,
        lines: int = 40,
        part_of: Mapping[str, str] | None = None,
    ) -> Preview | None:
        """The beginning of a document in the library, and the file that would hold it.

        Args:
            corpus: name or uid.
            recipe: what would be written, in what form.
            document: uid; None for the first that has a span, else the first of the choice.
            lines: so many of each file at most.
            part_of: as `Foresight` has it; files are named by it.

        Returns:
            None when the recipe chooses no document that can be written.

        Raises:
            UserError: the recipe is not possible.
        """
        run = _Run(recipe, Ticks(None), is_folder=_is_folder(recipe, Path()))
        with self._store.snapshot() as snapshot:
            choice = choose(snapshot, corpus, recipe)
            while True:
                rows = choice.rows(snapshot, run.tick.pass_over, only=document)
                try:
                    return preview(
                        choice.head,
                        rows,
                        run.write_in,
                        lines,
                        lambda uid, name: run.name_in(name, (part_of or {}).get(uid, "")),
                    )
                except UnwritableError as error:
                    choice.refusals.add(error.document, error.reason)

    def _trying(
        self,
        corpus: str,
        recipe: Recipe,
        progress: Progress | None,
        attempt: Callable[[Refusals], _Answer],
    ) -> _Answer:
        """What comes of an attempt that leaves out the documents that no attempt can write."""
        known = Refusals()
        while True:
            try:
                return attempt(known)
            except UnwritableError as error:
                self._try_each(corpus, recipe, known, progress)
                known.add(error.document, error.reason)  # should it be so only among the others

    def _try_each(self, corpus: str, recipe: Recipe, known: Refusals, progress: Progress | None) -> None:
        """Find at once all documents that the format cannot write."""
        run = _Run(recipe, Ticks(progress), is_folder=_is_folder(recipe, Path()))
        with self._store.snapshot() as snapshot:
            choice = choose(snapshot, corpus, recipe, known)
            run.tick.begin(choice.count(snapshot), 1)
            rows = choice.rows(snapshot, run.tick.pass_over)
            try_each(choice.head, run.tick.along(rows), run.write_in, known)

    def _export(
        self, corpus: str, recipe: Recipe, output: str, known: Refusals, progress: Progress | None
    ) -> ExportResult:
        path = Path(output)
        run = _Run(recipe, Ticks(progress), is_folder=_is_folder(recipe, path))
        with _target(path, recipe) as target:
            with self._store.snapshot() as snapshot:
                choice = choose(snapshot, corpus, recipe, known)
                run.losses.notes += choice.told
                run.begin(choice.count(snapshot), rounds=2)
                with _uncollected():
                    dealt = run.deal(choice, snapshot, self._sketches)
                    proofs = [run.write(choice, snapshot, target, dealt, part) for part in dealt.names]
                is_told = recipe.card or isinstance(target, InFolder)
                agreement = choice.agreement(snapshot) if is_told else None
            known.check(sum(proof.tally.documents for proof in proofs))
            recovered = sum(
                _read_back(files, proof, path, run.tick)
                for proof, files in zip(proofs, run.files, strict=True)
            )
            facts = replace(run.facts(choice, proofs, recovered, dealt), agreement=agreement)
            add_cards(target, facts, in_folder=isinstance(target, InFolder))
            check_names(path, [file.name for file in target.written], self._store.own_files())
            files = tuple(file.name for file in target.written)
            return run.result(output, facts, target.sha256, files, kept=target.publish())

    def _foresee(self, corpus: str, recipe: Recipe, known: Refusals, progress: Progress | None) -> Foresight:
        run = _Run(recipe, Ticks(progress), is_folder=_is_folder(recipe, Path()))
        excluded = Excluded()
        with self._store.snapshot() as snapshot:
            choice = choose(snapshot, corpus, recipe, known)
            run.losses.notes += choice.told
            run.begin(choice.count(snapshot), rounds=1)
            with _uncollected():
                dealt = run.deal(choice, snapshot, self._sketches)
                parts = run.imagine(choice, snapshot, dealt, excluded)
        lost = run.losses.lost
        return Foresight(
            documents=sum(part.documents for part in parts),
            spans=sum(part.spans for part in parts) + len(lost),
            left_out=len(lost),
            lost=tuple(lost[:FORESEEN]),
            kinds=kinds_of(lost),
            notes=summed(run.losses.notes),
            parts=parts,
            dealt=dealt.told,
            documents_excluded=excluded.documents,
            spans_excluded=excluded.spans,
            refused=known.all,
            part_of=run.part_of,
        )

    def _check(self, path: Path, recipe: Recipe, *, force: bool, make_folder: bool) -> None:
        as_folder = recipe.split is not None or _is_folder(recipe, path)
        own = self._store.own_files()
        check_split(recipe.split)
        if as_folder:
            check_folder(path, own)
        check_output(path, own, force=force, as_folder=as_folder, make_folder=make_folder)
        check_names(path, (CARD, MANIFEST) if as_folder else (), own)
        for name in () if as_folder else explainers(recipe):
            check_output(explainer_of(path, name), own, force=force, as_folder=False)


@dataclass(slots=True)
class _Run:
    """One export by a recipe, written somewhere or nowhere.

    Attributes:
        files: written for each part so far, but those that explain others.
        part_of: of a split that is foreseen, the part of each document by its uid.
    """

    recipe: Recipe
    tick: Ticks
    is_folder: bool
    losses: LossReport = field(default_factory=LossReport)
    files: list[list[Written]] = field(default_factory=list)
    part_of: dict[str, str] = field(default_factory=dict)

    def name_in(self, name: str, part: str) -> str:
        """How a file is called in a part of a split; as it is for the whole."""
        if not part:
            return name
        return f"{part}/{name}" if self.is_folder else f"{part}.{extension_of(self.recipe.format)}"

    def begin(self, count: int, *, rounds: int) -> None:
        """Be ready for `count` documents, each to be gone through so often; once more to deal them out."""
        self.tick.begin(count, rounds + (self.recipe.split is not None))

    def deal(self, choice: Choice, snapshot: ExportSnapshot, sketches: Sketches) -> Dealt:
        """Deal the documents out as the recipe says."""
        if self.recipe.split is None:
            return Dealt()
        documents = self.tick.along(choice.rows(snapshot, self.tick.pass_over))
        dealt = deal(self.recipe.split, documents, sketches)
        self.tick.settle()
        return dealt

    def write(
        self, choice: Choice, snapshot: ExportSnapshot, target: Target, dealt: Dealt, part: str
    ) -> Proof | RowProof:
        """Write the documents of a part, in import order."""
        proof = proof_of(self.recipe.format, choice.head, self.losses)
        rows = dealt.of(part, choice.rows(snapshot, self.tick.pass_over))
        documents = proof.watch(self.tick.along(rows))
        before = len(target.written)
        if self.is_folder:
            self.write_to(choice.head, documents, target.folder(part), self.losses)
        else:
            with target.stream(part) as stream:
                self.write_to(choice.head, documents, stream, self.losses)
        self.files.append(list(target.written[before:]))
        return proof

    def imagine(
        self, choice: Choice, snapshot: ExportSnapshot, dealt: Dealt, excluded: Excluded
    ) -> tuple[PartCounts, ...]:
        """Write all documents to nowhere; what each part would hold."""
        tallies = {name: Tally(choice.head.labels) for name in dealt.names}
        rows = self.tick.along(choice.rows(snapshot, self.tick.pass_over, excluded))
        where = NoFolder() if self.is_folder else cast("BinaryIO", Nothing())
        self.write_to(choice.head, self._tallied(rows, dealt, tallies), where, self.losses)
        return tuple(tally.counts(name) for name, tally in tallies.items())

    def write_to(
        self,
        head: OutgoingHead,
        documents: Iterable[OutgoingDocument],
        where: BinaryIO | Folder,
        losses: LossReport,
    ) -> None:
        """Write documents in the recipe's form."""
        name, options = self.recipe.format, _options(self.recipe)
        if self.is_folder:
            folder_writer_for(name)(head, documents, cast("Folder", where), options, losses)
        else:
            writer_for(name)(head, documents, cast("BinaryIO", where), options, losses)

    def write_in(
        self,
        head: OutgoingHead,
        documents: Iterable[OutgoingDocument],
        folder: Folder,
        losses: LossReport,
    ) -> None:
        """Write documents in the recipe's form into a folder; a single file is named after the corpus."""
        if self.is_folder:
            self.write_to(head, documents, folder, losses)
            return
        with folder.file(f"{head.corpus.name}.{extension_of(self.recipe.format)}") as stream:
            self.write_to(head, documents, stream, losses)

    def _tallied(
        self, documents: Iterable[OutgoingDocument], dealt: Dealt, tallies: Mapping[str, Tally]
    ) -> Iterator[OutgoingDocument]:
        lost = self.losses.lost
        for number, document in enumerate(documents):
            before = len(lost)
            yield document
            part = dealt.name_of(number)
            tallies[part].add(document.spans, lost[before:])
            if part:
                self.part_of[document.document.uid] = part

    def facts(
        self, choice: Choice, proofs: Sequence[Proof | RowProof], recovered: int, dealt: Dealt
    ) -> ExportFacts:
        """What is known of the export once all was read back."""
        parts = tuple(
            WrittenPart(
                proof.tally.counts(name), tuple((one.name, one.sha256, one.holds_documents) for one in files)
            )
            for name, proof, files in zip(dealt.names, proofs, self.files, strict=True)
        )
        return ExportFacts(
            recipe=self.recipe,
            head=choice.head,
            parts=parts,
            spans=sum(proof.tally.spans for proof in proofs),
            spans_recovered=recovered,
            documents_recovered=sum(proof.texts for proof in proofs),
            lost=kinds_of(self.losses.lost),
            notes=summed(self.losses.notes),
            dealt=dealt.told,
            refused=choice.refusals.all,
        )

    def result(
        self, output: str, facts: ExportFacts, sha256: str, files: tuple[str, ...], kept: tuple[str, ...]
    ) -> ExportResult:
        """What came of it."""
        return ExportResult(
            output=output,
            format=self.recipe.format,
            documents=sum(part.counts.documents for part in facts.parts),
            spans=facts.spans,
            spans_written=facts.spans - len(self.losses.lost),
            spans_recovered=facts.spans_recovered,
            lost=tuple(self.losses.lost),
            notes=facts.notes,
            sha256=sha256,
            parts=tuple(part.counts for part in facts.parts),
            dealt=facts.dealt,
            files=files,
            kept=kept,
            documents_recovered=facts.documents_recovered,
            refused=facts.refused,
        )


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles meanwhile: the stream makes millions of objects, all freed without one."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _is_folder(recipe: Recipe, path: Path) -> bool:
    """Whether the format makes a folder; for a split each part is one then."""
    return writes_folder(recipe.format, path)


def _target(path: Path, recipe: Recipe) -> Target:
    if recipe.split is None and not _is_folder(recipe, path):
        return OneFile(path)
    return InFolder(path, extension_of(recipe.format))


def _options(recipe: Recipe) -> WriteOptions:
    return WriteOptions(recipe.scheme, recipe.tokens, recipe.nested, recipe.edges)


def _read_back(files: Sequence[Written], proof: Proof | RowProof, target: Path, tick: Ticks) -> int:
    try:
        return proof.recovered([file.path for file in files if file.holds_documents], tick)
    except (FormatError, OSError) as error:
        raise EnvironmentProblem(
            say(
                "{path}: what was written could not be read back ({reason}). What was there before is "
                "unchanged.",
                path=str(target),
                reason=str(error),
            )
        ) from error
