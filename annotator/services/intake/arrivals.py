"""What an import tells: what became of each file, what the library gained, what a file would bring."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from annotator.messages import say
from annotator.services.intake.samples import Marked

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

    from annotator.formats.decoding.decode import Candidate
    from annotator.messages import Message
    from annotator.services.intake.reading import TakenIn
    from annotator.services.intake.resembling import Like
    from annotator.services.intake.samples import Sample
    from annotator.storage.bulk import Moved
    from annotator.text.furniture import Line

_NAMED: Final = 10
"""Labels that came in under other names and are told one by one."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file.

    Attributes:
        path: as the person gave it, or found below the folder they gave.
        format: that it was read as; "" if it was refused before that was known.
        accepted: whether it is in; None when a disk error left that open.
        documents: in the file; 0 when refused.
        spans: in the file.
        messages: why it was refused, or what was counted, repeated or left out.
    """

    path: str
    format: str
    accepted: bool | None
    documents: int = 0
    spans: int = 0
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What the library gained, file by file and in all.

    Attributes:
        files: those that were named, or found in a folder and look like articles.
        documents_added: documents it did not have.
        documents_known: documents whose text it had.
        spans_added: spans it did not have.
        labels_added: names of labels that were made.
        left_out: files in folders that look like no article.
        step: of the last file that changed something, None when none did.
        warnings: what went wrong beside the import: the backup before it.
        notes: what is to be said of the import as a whole.
    """

    files: tuple[FileReport, ...] = ()
    documents_added: int = 0
    documents_known: int = 0
    spans_added: int = 0
    labels_added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    step: int | None = None
    warnings: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What a file would bring, for the import page.

    Attributes:
        path: as the person gave it, or found below the folder they gave.
        format: that it would be read as; "" if that is not known.
        encoding: of a text file, "" for others and while it is in doubt.
        candidates: what its encoding may be, unless that is certain, each with how the text begins in it.
        title: of its first document.
        beginning: of its first document's text.
        documents: so many.
        known: of these, whose text the corpus has already.
        same_as: title of the corpus's document with the first of those texts.
        new: hashes of the texts that the corpus does not have, each once.
        characters: of all documents.
        spans: so many.
        in_parts: of these, discontinuous ones.
        offers: what the person may choose for it: name of a choice -> its values.
        notices: what would be left out or changed.
        oddities: what is odd in its texts, which would be kept as it is.
        boilerplate: lines of the first document's text that look like those of a web page, [start, end) in
            code points; what becomes of them is for the person to say.
        boilerplate_lines: how many such lines all its texts have.
        sketch: of its first document's text, for `text.likeness`; None if the corpus has that text.
        like: documents of the corpus that texts of it are nearly the same as.
        is_suspect: whether letters of its texts are lost, misread, unseen or not what they look like.
        samples: how its first documents begin, with their first spans.
        marked: whose spans it has and of which labels.
        problems: why it cannot come in; empty when it can.
    """

    path: str
    format: str = ""
    encoding: str = ""
    candidates: tuple[Candidate, ...] = ()
    title: str = ""
    beginning: str = ""
    documents: int = 0
    known: int = 0
    same_as: str = ""
    new: tuple[str, ...] = ()
    characters: int = 0
    spans: int = 0
    in_parts: int = 0
    offers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notices: tuple[Message, ...] = ()
    oddities: tuple[Message, ...] = ()
    boilerplate: tuple[Line, ...] = ()
    boilerplate_lines: int = 0
    sketch: array[int] | None = None
    like: tuple[Like, ...] = ()
    is_suspect: bool = False
    samples: tuple[Sample, ...] = ()
    marked: Marked = field(default_factory=Marked)
    problems: tuple[Message, ...] = ()


@dataclass(slots=True)
class Tally:
    """Collects what becomes of the files of one import."""

    left_out: tuple[str, ...]
    files: list[FileReport] = field(default_factory=list)
    added: int = 0
    known: int = 0
    spans: int = 0
    labels: dict[str, None] = field(default_factory=dict)
    joined: dict[tuple[str, str], None] = field(default_factory=dict)
    step: int | None = None

    def refused(self, name: str, taken: TakenIn | None, problems: tuple[Message, ...]) -> None:
        """The file is not sound, or the library refused it."""
        self.files.append(FileReport(name, taken.format if taken else "", accepted=False, messages=problems))

    def unknown(self, name: str, taken: TakenIn | None, message: Message) -> None:
        """Whether the file is in could not be learned."""
        self.files.append(FileReport(name, taken.format if taken else "", accepted=None, messages=(message,)))

    def accepted(
        self, name: str, taken: TakenIn, moved: Moved, step: int | None, told: tuple[Message, ...] = ()
    ) -> None:
        """The file is in; `told` is what there is to say of it besides."""
        messages = (*taken.notices, *taken.oddities, *taken.questions, *told, *moved.notices)
        report = FileReport(
            name,
            taken.format,
            accepted=True,
            documents=taken.documents,
            spans=taken.spans,
            messages=messages,
        )
        self.files.append(report)
        self.added += moved.documents_added
        self.known += moved.documents_known
        self.spans += moved.spans_added
        self.labels.update(dict.fromkeys(moved.labels_added))
        self.joined.update(dict.fromkeys(moved.labels_joined))
        self.step = step or self.step

    def result(self) -> ImportResult:
        """All of it."""
        return ImportResult(
            files=tuple(self.files),
            documents_added=self.added,
            documents_known=self.known,
            spans_added=self.spans,
            labels_added=tuple(self.labels),
            left_out=self.left_out,
            step=self.step,
            notes=_joined(tuple(self.joined)),
        )


def _joined(labels: tuple[tuple[str, str], ...]) -> tuple[Message, ...]:
    """Which labels came in under other names, in a sentence if there are any."""
    if not labels:
        return ()
    named = [f"“{name}” → “{here}”" for name, here in labels[:_NAMED]]
    told = say(
        "{count} label came in under the name that it has here: {names}.|"
        "{count} labels came in under the names that they have here: {names}.",
        count=len(labels),
        names=", ".join(named + ["…"] * (len(labels) > _NAMED)),
    )
    return (told,)
