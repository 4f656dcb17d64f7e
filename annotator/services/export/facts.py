"""What is told of an export: before it, of it, and after it. Plain values that other threads may read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.messages import Message, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.agreement.report import Agreed
    from annotator.formats.base import Lost, OutgoingHead
    from annotator.model.recipe import Recipe
    from annotator.model.span import Parts


@dataclass(frozen=True, slots=True)
class PartCounts:
    """One part of a split, or the whole where there is none.

    Attributes:
        name: "train", "dev" or "test"; "" for the whole.
        documents: in it.
        spans: in it, those left out not among them.
        labels: how many spans of each label, in the order of the label set; labels without spans are 0.
        labelled: how many documents have a span.
    """

    name: str
    documents: int
    spans: int
    labels: Mapping[str, int]
    labelled: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """Spans that are left out for one reason.

    Attributes:
        reason: sentence.
        count: so many spans.
    """

    reason: Message
    count: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A document of the choice that is left out, so that it keeps back none of the others.

    Attributes:
        document: uid.
        title: of it.
        reason: sentence.
    """

    document: str
    title: str
    reason: Message

    @property
    def told(self) -> Message:
        """Which document, and why."""
        return say("{title} ({uid}): {problem}", title=self.title, uid=self.document, problem=self.reason)


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
        parts: what each part of a split holds; one part without a split.
        dealt: sentences about how documents were dealt out: groups kept together, leaks found.
        files: names of the files that were written, within the folder; of a single file its name.
        kept: files of an earlier export in the folder that somebody changed since, and that were left.
        documents_recovered: documents whose text was found as it was written, when the file was read back.
        refused: documents of the choice that are left out, because they are damaged or the format cannot
            write them.
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
    parts: tuple[PartCounts, ...] = ()
    dealt: tuple[Message, ...] = ()
    files: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    documents_recovered: int = 0
    refused: tuple[Refused, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether every text and every span that was written was found again."""
        return (self.documents, self.spans_written) == (self.documents_recovered, self.spans_recovered)

    @property
    def left_out(self) -> int:
        """How many of the chosen spans the file does not hold, or not whole."""
        return len(self.lost)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Those by reason, the commonest first."""
        return kinds_of(self.lost)


@dataclass(frozen=True, slots=True)
class Foresight:
    """What an export would hold and leave out; found by writing it to nowhere.

    Attributes:
        documents: that would be written.
        spans: chosen to be written.
        left_out: those of them that the file could not hold, or not whole.
        lost: the first of those one by one, at most `exporting.FORESEEN`.
        kinds: all of them by reason, the commonest first.
        notes: sentences about everything else that would not be in the file.
        parts: what each part of a split would hold; one part without a split.
        dealt: sentences about how documents would be dealt out: groups kept together, leaks found.
        documents_excluded: documents that tags keep from the file.
        spans_excluded: spans of the chosen documents that labels or flags keep from the file.
        refused: documents of the choice that would be left out, as in `ExportResult`.
        part_of: of a split, the part that each document goes into, by its uid.
    """

    documents: int
    spans: int
    left_out: int
    lost: tuple[Lost, ...] = ()
    kinds: tuple[Kind, ...] = ()
    notes: tuple[Message, ...] = ()
    parts: tuple[PartCounts, ...] = ()
    dealt: tuple[Message, ...] = ()
    documents_excluded: int = 0
    spans_excluded: int = 0
    refused: tuple[Refused, ...] = ()
    part_of: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PreviewSpan:
    """One span of the passage.

    Attributes:
        start: first code point of the passage, inclusive.
        end: code point after the last one.
        label: name.
        parts: as `model.span.Span` has them.
        lost: why the file does not hold it, or not whole; None if it does.
    """

    start: int
    end: int
    label: str
    parts: Parts | None
    lost: Message | None


@dataclass(frozen=True, slots=True)
class PreviewFile:
    """The beginning of one file as it would be.

    Attributes:
        name: of the file.
        lines: its first lines; none where it is not text.
        is_text: whether it can be read by eye.
        goes_on: whether there is more of it than `lines`.
        holds_documents: whether it does; else it explains the others.
    """

    name: str
    lines: tuple[str, ...]
    is_text: bool
    goes_on: bool
    holds_documents: bool = True


@dataclass(frozen=True, slots=True)
class Preview:
    """A passage in the library, and the file that would hold it.

    Attributes:
        document: uid of the document that the passage is of.
        title: of that document.
        text: of the passage, which begins where the document does.
        goes_on: whether the document has more text.
        spans: of the passage, in reading order.
        files: as they would be if the passage were the one document.
        notes: sentences about what the file would not hold but spans.
    """

    document: str
    title: str
    text: str
    goes_on: bool
    spans: tuple[PreviewSpan, ...]
    files: tuple[PreviewFile, ...]
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part with its files.

    Attributes:
        counts: what it holds.
        files: (name, SHA-256, whether it holds documents) of each, in the order they were written.
    """

    counts: PartCounts
    files: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """All that a card and a manifest tell of an export.

    Attributes:
        recipe: the choices.
        head: corpus, labels, guidance and annotators as the files name them.
        parts: in order, with their files.
        spans: chosen to be written.
        spans_recovered: spans found when the files were read back.
        documents_recovered: documents whose text was found then.
        lost: spans that are not in the files, by reason, the commonest first.
        notes: sentences about everything else that is not in them.
        dealt: sentences about how documents were dealt out.
        refused: documents of the choice that are left out.
        agreement: of people on these documents, whoever's layers are in the files.
    """

    recipe: Recipe
    head: OutgoingHead
    parts: tuple[WrittenPart, ...]
    spans: int
    spans_recovered: int
    documents_recovered: int = 0
    lost: tuple[Kind, ...] = ()
    notes: tuple[Message, ...] = ()
    dealt: tuple[Message, ...] = ()
    refused: tuple[Refused, ...] = ()
    agreement: Agreed | None = None


def kinds_of(lost: Sequence[Lost]) -> tuple[Kind, ...]:
    """Lost spans by reason, the commonest first; what differs from span to span is left open (“…”)."""
    counts = Counter(each.reason.text for each in lost)
    reasons: dict[str, Message] = {}
    for each in lost:
        known = reasons.setdefault(each.reason.text, each.reason)
        if known is not each.reason and known.values != each.reason.values:
            reasons[known.text] = Message(known.text, dict.fromkeys(known.values, "…"))
    return tuple(Kind(reasons[words], count) for words, count in counts.most_common())


def summed(notes: Sequence[Message]) -> tuple[Message, ...]:
    """The notes, each once; those that differ by their count alone, as parts of a split do, summed up."""
    found: dict[tuple[str, str], Message] = {}
    for note in notes:
        rest = {name: value for name, value in note.values.items() if name != "count"}
        before = found.setdefault((note.text, Message("", rest).dump()), note)
        if before is not note and "count" in note.values:
            both = int(str(before.values["count"])) + int(str(note.values["count"]))
            found[note.text, Message("", rest).dump()] = Message(note.text, {**rest, "count": both})
    return tuple(found.values())
