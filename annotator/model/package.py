"""Exchanging work by files: what a person wants in a package, and what merging one brings. Pure values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.messages import Message


@dataclass(frozen=True, slots=True)
class PackageWish:
    """A package that is to be made.

    Attributes:
        corpus: uid of the corpus.
        kind: "assignment", "return" or "gold".
        output: path of the file; it must not be there yet.
        annotator: name or uid of whom an assignment or gold is for, or whose work a return is; "" for nobody
            by name.
        documents: uids of those to take; () for all that the kind concerns.
        round: name of the round in which an assignment is handed out, "" for none.
        is_blind: of an assignment: whether names of other people stay hidden.
        unaided: of an assignment: uids of documents on which nothing is to be suggested.
        round_uid: of the round, "" for none.
    """

    corpus: str
    kind: str
    output: str
    annotator: str = ""
    documents: tuple[str, ...] = ()
    round: str = ""
    is_blind: bool = False
    unaided: tuple[str, ...] = ()
    round_uid: str = ""


@dataclass(frozen=True, slots=True)
class PackageMade:
    """A package that was written.

    Attributes:
        path: as the person gave it.
        uid: of the package.
        kind: as wished.
        documents: number of them, as `labels`, `layers`, `changes`, `decisions` and `comments`; changes are
            all versions, those of decisions and comments too.
        bytes: length of the file.
    """

    path: str
    uid: str
    kind: str
    documents: int
    labels: int
    layers: int
    changes: int
    decisions: int
    comments: int
    bytes: int


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of several states that a thing was given apart.

    Attributes:
        change: uid, by which it can be restored.
        actor: name of who did it, or the uid where no name is known.
        time: UTC, ISO 8601; shown, never compared.
        body: what the thing became, None for a removal; labels in it are uids.
        says: a sentence that says so.
    """

    change: str
    actor: str
    time: str
    body: Mapping[str, Any] | None
    says: Message


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A span, decision or comment that was changed apart: `kept` holds, the others can be restored.

    Attributes:
        kind: "span", "decision" or "comment".
        document: uid here; `title`: of the document.
        annotator: uid of the one whose layer, decision or comment it is.
        thing: uid of the span, decision or comment.
        kept: what holds now.
        others: what does not, the latest first.
    """

    kind: str
    document: str
    title: str
    annotator: str
    thing: str
    kept: ConflictSide
    others: tuple[ConflictSide, ...]


@dataclass(frozen=True, slots=True)
class RefusedDocument:
    """A document of a package that is here under its uid with another text.

    Attributes:
        uid: of the document; `title`: its title here.
        diff: lines of both texts that differ, as a unified diff: "-" here, "+" in the package.
    """

    uid: str
    title: str
    diff: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComingDocument:
    """A document of a package.

    Attributes:
        title: here, or in the package where it is new.
        is_new: whether the corpus did not have it.
        changes: how many changes of what is on it were not here.
    """

    title: str
    is_new: bool
    changes: int


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging a package brings, or brought.

    Attributes:
        package: uid of the package; `kind`: what it is for.
        creator: name of who made it; `created`: when, UTC in ISO 8601.
        recipient: name of whom it is for, or whose work it is, "" for nobody by name.
        corpus: name of the corpus it goes into; `corpus_uid`: its uid; `corpus_new`: whether it is made.
        documents_new: documents that the corpus did not have.
        documents_known: documents that it had, under the same uid or by the same text.
        documents_joined: how many of the known ones had another uid here; both lead to them then.
        layers: layers of the package.
        changes_new: versions of spans, statuses, decisions and comments that were not here.
        changes_known: those that were.
        spans_added: spans that come to be seen; `spans_removed`: that go; `spans_changed`: that change.
        conflicts: what was changed apart, as far as this package has to do with it.
        labels_new: names of labels that the corpus did not have.
        people_new: names of annotators that the library did not have.
        refused: documents because of which the package cannot be merged.
        already: when this very package, or one with the same content, was merged, "" for never.
        documents: each of them that can come in, by title.
        round_new: name of the round whose rules for these documents come to be kept, "" for none.
        notices: what was joined, kept or taken out of the bin, in sentences.
    """

    package: str
    kind: str
    creator: str
    created: str
    recipient: str
    corpus: str
    corpus_uid: str
    corpus_new: bool
    documents_new: int
    documents_known: int
    documents_joined: int
    layers: int
    changes_new: int
    changes_known: int
    spans_added: int
    spans_removed: int
    spans_changed: int
    conflicts: tuple[MergeConflict, ...] = ()
    labels_new: tuple[str, ...] = ()
    people_new: tuple[str, ...] = ()
    refused: tuple[RefusedDocument, ...] = ()
    already: str = ""
    documents: tuple[ComingDocument, ...] = ()
    round_new: str = ""
    notices: tuple[Message, ...] = field(default=())

    @property
    def is_nothing_new(self) -> bool:
        """Whether merging would change nothing."""
        return not (
            self.documents_new
            or self.documents_joined
            or self.changes_new
            or self.labels_new
            or self.round_new
        )
