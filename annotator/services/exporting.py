"""Exports: a recipe becomes a file, atomically, and the file is read back to see whether it is right."""

from __future__ import annotations

import contextlib
import gc
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem, FormatError, UserError
from annotator.formats.base import LossReport, OutgoingHead, WriteOptions
from annotator.formats.nesting import LabelOrder, columns_of
from annotator.formats.registry import extension_of, writer_for
from annotator.messages import say
from annotator.model.document import AnnotatorKind
from annotator.services.export_file import Delivery, check_output
from annotator.services.export_proof import Proof

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.formats.base import Lost, OutgoingDocument, Progress, Writer
    from annotator.messages import Message
    from annotator.model.document import Annotator, Corpus, Status
    from annotator.model.label import Label
    from annotator.services.export_store import ExportSnapshot, ExportStore

PARTS: Final = ("train", "dev", "test")
"""Files of a split export, in the order of its percentages."""

MANIFEST: Final = "manifest.json"
"""Names the files of a split export with their sums; its own sum stands for the folder."""


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


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which documents and spans of a corpus, and who and what they speak of."""

    corpus: Corpus
    head: OutgoingHead
    status: Status | None
    labels: frozenset[str] | None

    def rows(self, snapshot: ExportSnapshot) -> Iterator[OutgoingDocument]:
        """The documents, with the spans of the chosen labels only."""
        people = [annotator.uid for annotator in self.head.annotators]
        rows = snapshot.rows(self.corpus.uid, people, self.status)
        return rows if self.labels is None else map(self._filtered, rows)

    def _filtered(self, document: OutgoingDocument) -> OutgoingDocument:
        labels = self.labels or frozenset()
        spans = tuple(span for span in document.spans if span.label in labels)
        return type(document)(document.document, document.layers, spans, document.status)


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
        writer = writer_for(format)
        check_output(
            path, self._store.own_files(), force=force, as_folder=bool(split), make_folder=make_folder
        )
        options = WriteOptions(scheme, tokens, nested)
        tick = _Ticks(progress)
        losses = LossReport()
        with Delivery() as delivery:
            with self._store.snapshot() as snapshot:
                choice = _choose(snapshot, corpus, annotator, gold, all_layers, status, labels)
                count = snapshot.count_documents(choice.corpus.uid, status)
                tick.total = 2 * count
                parts = _parts(path, format, split, seed, count)
                if split:
                    delivery.make_folder(path)
                run = _Run(choice, writer, format, options, losses, tick)
                with _uncollected():
                    proofs = [run.write(snapshot, delivery, target, keep) for target, keep in parts]
            recovered = _read_back(delivery, proofs, tick)
            if split:
                _write_manifest(path, delivery, proofs, format, seed)
            delivery.publish()
            sha256 = delivery.files[-1].sha256
        spans = sum(proof.spans for proof in proofs)
        return ExportResult(
            output=output,
            format=format,
            documents=sum(proof.documents for proof in proofs),
            spans=spans,
            spans_written=spans - len(losses.lost),
            spans_recovered=recovered,
            lost=tuple(losses.lost),
            notes=_once(losses.notes),
            sha256=sha256,
        )

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
            choice = _choose(snapshot, corpus, annotator, False, all_layers, status, ())
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

    choice: _Choice
    writer: Writer
    format: str
    options: WriteOptions
    losses: LossReport
    tick: _Ticks

    def write(
        self, snapshot: ExportSnapshot, delivery: Delivery, target: Path, keep: Callable[[int], bool] | None
    ) -> Proof:
        """Write the documents whose number `keep` takes, in import order."""
        proof = Proof(self.format, self.choice.head, self.losses)
        documents = self._ticking(self.choice.rows(snapshot), keep)
        with delivery.writing(target) as stream:
            self.writer(self.choice.head, proof.watch(documents), stream, self.options, self.losses)
        return proof

    def _ticking(
        self, rows: Iterable[OutgoingDocument], keep: Callable[[int], bool] | None
    ) -> Iterator[OutgoingDocument]:
        for number, row in enumerate(rows):
            if keep is None or keep(number):
                yield row
                self.tick()


def _choose(
    snapshot: ExportSnapshot,
    corpus_name: str,
    annotator: str | None,
    gold: bool,
    all_layers: bool,
    status: Status | None,
    labels: Sequence[str],
) -> _Choice:
    corpus = snapshot.corpus(corpus_name)
    people = _people(snapshot.annotators(corpus.uid), annotator, gold=gold, all_layers=all_layers)
    known = snapshot.labels(corpus.uid)
    _check_labels(labels, known)
    wanted = frozenset(labels) if labels else None
    listed = tuple(label for label in known if wanted is None or label.name in wanted)
    return _Choice(
        corpus, OutgoingHead(corpus, listed, people, snapshot.guidance(corpus.uid)), status, wanted
    )


def _people(
    present: Sequence[Annotator], wanted: str | None, *, gold: bool, all_layers: bool
) -> tuple[Annotator, ...]:
    """Whose layers to write, by the contract's rule."""
    if all_layers:
        return tuple(person for person in present if person.kind is not AnnotatorKind.GOLD)
    if gold:
        return _gold(present)
    if wanted is not None:
        return (_named(present, wanted),)
    if len(present) > 1:
        raise UserError(
            say(
                "There is more than one layer: {names}. Name one with --annotator, or take --all-layers.",
                names=_names(present),
            )
        )
    return tuple(present)


def _gold(present: Sequence[Annotator]) -> tuple[Annotator, ...]:
    found = tuple(person for person in present if person.kind is AnnotatorKind.GOLD)
    if not found:
        raise UserError(
            say("There is no gold layer yet: it comes into being by review. Nothing was written.")
        )
    return found


def _named(present: Sequence[Annotator], wanted: str) -> Annotator:
    found = [person for person in present if wanted in (person.uid, person.name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(
            say(
                "Two annotators are called {name}. Name one by uid: {uids}.",
                name=wanted,
                uids=", ".join(person.uid for person in found),
            )
        )
    raise UserError(
        say("{name} has no layer here. There are: {names}.", name=wanted, names=_names(present) or "–")
    )


def _names(people: Sequence[Annotator]) -> str:
    return ", ".join(person.name for person in people)


def _check_labels(labels: Sequence[str], known: Sequence[Label]) -> None:
    names = [label.name for label in known]
    for label in labels:
        if label not in names:
            raise UserError(
                say("There is no label {label}. There are: {names}.", label=label, names=", ".join(names))
            )


def _parts(
    path: Path, format_name: str, split: Sequence[int], seed: int, count: int
) -> list[tuple[Path, Callable[[int], bool] | None]]:
    """Where each part goes, and which document numbers belong to it (None: all)."""
    if not split:
        return [(path, None)]
    if len(split) != len(PARTS) or sum(split) != 100 or min(split) < 0:
        raise UserError(
            say("The parts of a split must be three whole numbers that make 100, as in 80/10/10.")
        )
    numbers = list(range(count))
    random.Random(seed).shuffle(numbers)  # noqa: S311  (a reproducible choice, not a secret)
    first, second = round(count * split[0] / 100), round(count * (split[0] + split[1]) / 100)
    sets = (frozenset(numbers[:first]), frozenset(numbers[first:second]), frozenset(numbers[second:]))
    extension = extension_of(format_name)
    return [
        (path / f"{name}.{extension}", chosen.__contains__) for name, chosen in zip(PARTS, sets, strict=True)
    ]


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


def _write_manifest(
    path: Path, delivery: Delivery, proofs: Sequence[Proof], format_name: str, seed: int
) -> None:
    files = [
        {"name": file.target.name, "sha256": file.sha256, "documents": proof.documents, "spans": proof.spans}
        for file, proof in zip(delivery.files, proofs, strict=True)
    ]
    manifest = {"format": format_name, "seed": seed, "files": files}
    with delivery.writing(path / MANIFEST) as stream:
        stream.write(json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n")
