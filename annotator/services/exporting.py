"""Exports: a recipe becomes a file, atomically, and the file is read back to see whether it is right."""

from __future__ import annotations

import contextlib
import gc
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import EnvironmentProblem, FormatError
from annotator.formats.base import LossReport, WriteOptions
from annotator.formats.nesting import LabelOrder, columns_of
from annotator.formats.registry import writer_for
from annotator.messages import say
from annotator.services.export_choice import choose
from annotator.services.export_file import Delivery, check_output
from annotator.services.export_proof import Proof
from annotator.services.export_split import parts_of, write_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.formats.base import Lost, OutgoingDocument, Progress, Writer
    from annotator.messages import Message
    from annotator.model.document import Status
    from annotator.services.export_choice import Choice
    from annotator.services.export_store import ExportSnapshot, ExportStore


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What came of an export.

    Attributes:
        output: path as it was given.
        format: name of the format.
        documents: written.
        spans: chosen to be written.
        spans_written: those of them that the file holds whole.
        spans_recovered: those found when the file was read back; equal to `spans_written` if all is well.
        lost: one item for every span that the file does not hold, or not whole.
        notes: sentences about everything else that is not in the file.
        sha256: of the file; of the manifest for a folder.
    """

    output: str
    format: str
    documents: int
    spans: int
    spans_written: int
    spans_recovered: int
    lost: tuple[Lost, ...]
    notes: tuple[Message, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Foresight:
    """What an export would leave out because spans lie inside each other or cross.

    Attributes:
        spans: chosen to be written.
        left_out: those of them that the policy leaves out.
    """

    spans: int
    left_out: int


class Exporting:
    """Writes corpora to files."""

    def __init__(self, store: ExportStore) -> None:
        self._store = store

    def export(
        self,
        corpus: str,
        format: str,  # noqa: A002  (the word of command line and window)
        output: str,
        *,
        annotator: str | None = None,
        gold: bool = False,
        all_layers: bool = False,
        status: Status | None = None,
        labels: Sequence[str] = (),
        scheme: str = "iob2",
        tokens: str = "syllables",
        nested: str = "outermost",
        split: Sequence[int] = (),
        seed: int = 0,
        force: bool = False,
        make_folder: bool = False,
        progress: Progress | None = None,
    ) -> ExportResult:
        """Write one corpus to a file, or in parts to a folder, and read it back.

        Args:
            corpus: name or uid.
            format: one of `formats.registry.WRITABLE`.
            output: path of the file, of the folder for a split.
            annotator: name or uid of whose layer to write.
            gold: write the gold layer.
            all_layers: write everyone's layers but gold. Without these three: the only layer there is.
            status: only documents of this status.
            labels: only spans of these labels (names); empty for all.
            scheme: of tags: iob1, iob2, bioes, bilou, io.
            tokens: syllables, words, characters.
            nested: outermost, innermost, levels, per-label, refuse.
            split: percentages of train, dev and test, which make 100; empty for one file.
            seed: of the split.
            force: replace what is at `output`.
            make_folder: make the folder that `output` stands in when it is missing.
            progress: called with documents done and in all, written and read back each counting half.

        Raises:
            UserError: the recipe is not possible; nothing was written.
            EnvironmentProblem: the disk refused, or gave back other than was written; what was there is
            unchanged. Cancelled: from `progress`; nothing was written.
        """
        path = Path(output)
        run = _Run(format, writer_for(format), WriteOptions(scheme, tokens, nested), _Ticks(progress))
        check_output(
            path, self._store.own_files(), force=force, as_folder=bool(split), make_folder=make_folder
        )
        with Delivery() as delivery:
            with self._store.snapshot() as snapshot:
                choice = choose(snapshot, corpus, annotator, gold, all_layers, status, labels)
                count = snapshot.count_documents(choice.corpus.uid, status)
                run.tick.total = 2 * count
                parts = parts_of(path, format, split, seed, count)
                if split:
                    delivery.make_folder(path)
                with _uncollected():
                    proofs = [run.write(choice, snapshot, delivery, *part) for part in parts]
            recovered = _read_back(delivery, proofs, run.tick)
            if split:
                write_manifest(path, delivery, proofs, format, seed)
            delivery.publish()
            return run.result(output, proofs, recovered, delivery.files[-1].sha256)

    def foresee(
        self,
        corpus: str,
        nested: str,
        *,
        annotator: str | None = None,
        all_layers: bool = False,
        status: Status | None = None,
        progress: Progress | None = None,
    ) -> Foresight:
        """What a format of tag columns would leave out because of nesting; the arguments are `export`'s.

        Raises:
            UserError: the recipe is not possible. Cancelled: from `progress`.
        """
        tick = _Ticks(progress)
        spans = left_out = 0
        with self._store.snapshot() as snapshot:
            choice = choose(snapshot, corpus, annotator, False, all_layers, status, ())
            tick.total = snapshot.count_documents(choice.corpus.uid, status)
            order = LabelOrder.of(choice.head.labels)
            for row in choice.rows(snapshot):
                spans += len(row.spans)
                left_out += len(columns_of(row.spans, nested, order)[1])
                tick()
        return Foresight(spans, left_out)


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


def _once(notes: Sequence[Message]) -> tuple[Message, ...]:
    """Each part of a split writes its own notes; a person wants them once."""
    return tuple(note for place, note in enumerate(notes) if note not in notes[:place])


class _Ticks:
    """Counts documents for a progress callback."""

    def __init__(self, progress: Progress | None) -> None:
        self.total = 0
        self._done = 0
        self._progress = progress

    def __call__(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self.total)


@dataclass(frozen=True, slots=True)
class _Run:
    """Writes the parts of one export."""

    format: str
    writer: Writer
    options: WriteOptions
    tick: _Ticks
    losses: LossReport = field(default_factory=LossReport)

    def write(
        self,
        choice: Choice,
        snapshot: ExportSnapshot,
        delivery: Delivery,
        target: Path,
        keep: Callable[[int], bool] | None,
    ) -> Proof:
        """Write the documents whose number `keep` takes, in import order."""
        proof = Proof(self.format, choice.head, self.losses)
        documents = self._ticking(choice.rows(snapshot), keep)
        with delivery.writing(target) as stream:
            self.writer(choice.head, proof.watch(documents), stream, self.options, self.losses)
        return proof

    def result(self, output: str, proofs: Sequence[Proof], recovered: int, sha256: str) -> ExportResult:
        """What came of it, once all was read back."""
        spans = sum(proof.spans for proof in proofs)
        return ExportResult(
            output=output,
            format=self.format,
            documents=sum(proof.documents for proof in proofs),
            spans=spans,
            spans_written=spans - len(self.losses.lost),
            spans_recovered=recovered,
            lost=tuple(self.losses.lost),
            notes=_once(self.losses.notes),
            sha256=sha256,
        )

    def _ticking(
        self, rows: Iterable[OutgoingDocument], keep: Callable[[int], bool] | None
    ) -> Iterator[OutgoingDocument]:
        for number, row in enumerate(rows):
            if keep is None or keep(number):
                yield row
                self.tick()


def _read_back(delivery: Delivery, proofs: Sequence[Proof], tick: _Ticks) -> int:
    found = 0
    for file, proof in zip(delivery.files, proofs, strict=True):
        try:
            found += proof.recovered(file.temporary, tick)
        except FormatError as error:
            raise EnvironmentProblem(
                say(
                    "{path}: what was written could not be read back ({reason}). What was there before is "
                    "unchanged.",
                    path=str(file.target),
                    reason=str(error),
                )
            ) from error
    return found
