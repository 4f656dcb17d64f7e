"""What a package holds, as typed values: the lead's wish on its way to a person, or a person's work back.

A package is documents and labels in their present state, and changes with the steps that made them; there is
no second state in it (docs/decisions/0022). `package_file` writes one, `package_reading` reads one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.exchange.changes import Change
    from annotator.messages import Message
    from annotator.model.codebook import Guidance
    from annotator.model.document import Annotator
    from annotator.model.label import Label

FORMAT: Final = "annotator-package"
FORMAT_VERSION: Final = 1
MANIFEST: Final = "manifest.json"
DOCUMENTS: Final = "documents.jsonl"
LABELS: Final = "labels.jsonl"
ANNOTATORS: Final = "annotators.jsonl"
LAYERS: Final = "layers.jsonl"
STEPS: Final = "steps.jsonl"
VERSIONS: Final = "versions.jsonl"
DECISIONS: Final = "decisions.jsonl"
COMMENTS: Final = "comments.jsonl"
SETTINGS: Final = "settings.json"
CHANGES: Final = (VERSIONS, DECISIONS, COMMENTS)
ALWAYS_THERE: Final = (DOCUMENTS, LABELS, ANNOTATORS, LAYERS, STEPS, *CHANGES)
"""Names of the parts that every package has besides its manifest; `SETTINGS` it may have."""

GREATEST_NUMBER: Final = 1 << 53
"""The greatest counter or lamport number that a package may name: all of JSON's readers keep it exactly."""


class PackageKind(Enum):
    """What a package is for; the values are the words of the command line and of the file.

    `ASSIGNMENT`: documents for a person to work on. `RETURN`: a person's layers and changes on their way
    back. `GOLD`: gold, decisions and comments for a person to learn from.
    """

    ASSIGNMENT = "assignment"
    RETURN = "return"
    GOLD = "gold"


class ChangeKind(Enum):
    """Of what a change is; the values are those of the file and of the library.

    `LAYER` is the status of a layer. Spans and layers travel in one member, decisions and comments in one
    each.
    """

    SPAN = "span"
    LAYER = "layer"
    DECISION = "decision"
    COMMENT = "comment"

    @property
    def member(self) -> str:
        """Name of the part of a package in which changes of this kind stand."""
        return _MEMBERS.get(self, VERSIONS)


_MEMBERS: Final = {ChangeKind.DECISION: DECISIONS, ChangeKind.COMMENT: COMMENTS}


class LabelState(Enum):
    """Whether a label is on offer; one that is merged stands for another, `PackageLabel.merged_into`."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class PackageCorpus:
    """The corpus that a package comes from and goes into."""

    uid: str
    name: str
    guidelines: str = ""


@dataclass(frozen=True, slots=True)
class PackageDocument:
    """A document in its present state; `aliases` are other uids under which it was known somewhere."""

    uid: str
    title: str
    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageLabel:
    """A label in its present state.

    Attributes:
        label: as the sender's corpus has it; `position` is its place there.
        state: whether it is on offer.
        merged_into: uid of the label that a merged one stands for, "" for others.
        aliases: other uids under which it was known somewhere.
        guidance: what the codebook says of it, None for nothing; its examples name no documents.
    """

    label: Label
    state: LabelState = LabelState.ACTIVE
    merged_into: str = ""
    aliases: tuple[str, ...] = ()
    guidance: Guidance | None = None


@dataclass(frozen=True, slots=True, order=True)
class PackageLayer:
    """That somebody has a layer on a document, with spans or without: uids of both."""

    document: str
    annotator: str


@dataclass(frozen=True, slots=True)
class PackageStep:
    """One step of the change log.

    Attributes:
        uid: of the step; the changes it made are named after it.
        kind: the word for its sort, as in the library.
        actor: uid of the annotator who did it; the package holds who that is.
        replica: uid of the copy of a library in which it was made; `counter` is its number there.
        counter: 1 to `GREATEST_NUMBER`, once a replica.
        lamport: 1 to `GREATEST_NUMBER`, greater than that of every step it was made on.
        time: UTC, ISO 8601 with milliseconds and "Z"; only shown, never compared.
        summary: the sentence.
    """

    uid: str
    kind: str
    actor: str
    replica: str
    counter: int
    lamport: int
    time: str
    summary: Message


@dataclass(frozen=True, slots=True)
class PackageChange:
    """What a step made of a thing, and where the thing belongs.

    Attributes:
        kind: of the thing.
        document: uid of a document of the package.
        annotator: uid of the annotator whose layer it is; of a decision who ruled, of a comment who wrote.
        step: uid of a step of the package.
        change: the change itself; its `lamport` and `replica` are those of the step.

    The keys of each kind's body stand in `bodies`; what a body leaves out is what the model takes for
    nothing said.
    """

    kind: ChangeKind
    document: str
    annotator: str
    step: str
    change: Change


@dataclass(frozen=True, slots=True)
class PackageSettings:
    """How the person is to work on an assignment.

    Attributes:
        round: name that the round had when it was handed out, "" for none.
        is_blind: whether names of other people stay hidden.
        unaided: uids of documents on which nothing is to be suggested: the agreement sample.
        round_uid: by which the round is known whatever it is called, "" for none.
    """

    round: str = ""
    is_blind: bool = False
    unaided: tuple[str, ...] = ()
    round_uid: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself.

    Attributes:
        uid: of the package.
        kind: what it is for.
        corpus: where it comes from.
        creator: who made it; `replica`: on which copy of a library; `program`: with which program.
        created: UTC, ISO 8601 with milliseconds and "Z".
        recipient: whom an assignment or gold is for; of a return whose work it is; None for nobody by name.
    """

    uid: str
    kind: PackageKind
    corpus: PackageCorpus
    creator: Annotator
    replica: str
    program: str
    created: str
    recipient: Annotator | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """A package with all it holds.

    Attributes:
        manifest: what it says of itself.
        documents: in order of their uids, as everything here; each once.
        labels: by uid.
        annotators: all who are named in layers, steps and changes.
        layers: by document and annotator.
        steps: by lamport number and uid.
        changes: by part, then by lamport number, step and thing.
        settings: of an assignment.
        digest: SHA-256 of the manifest's bytes, which name the hash of every member: equal for a package
            that was packed anew; "" before it was written.
    """

    manifest: Manifest
    documents: tuple[PackageDocument, ...] = ()
    labels: tuple[PackageLabel, ...] = ()
    annotators: tuple[Annotator, ...] = ()
    layers: tuple[PackageLayer, ...] = ()
    steps: tuple[PackageStep, ...] = ()
    changes: tuple[PackageChange, ...] = ()
    settings: PackageSettings | None = None
    digest: str = ""
