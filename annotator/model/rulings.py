"""What acts on many clusters look at and did, and what became of decisions in time. Pure values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.outcome import StepInfo
    from annotator.model.review import Cluster, Decision


@dataclass(frozen=True, slots=True)
class Alike:
    """A cluster in which the same people differ about the same words in the same way.

    Attributes:
        document: uid.
        title: of the document.
        cluster: the cluster.
        left: up to 40 characters before it, on one line; `right` likewise behind it.
        words: what it spans, on one line.
    """

    document: str
    title: str
    cluster: Cluster
    left: str
    words: str
    right: str


@dataclass(frozen=True, slots=True)
class AlikeFound:
    """Clusters that are alike.

    Attributes:
        places: that can be ruled on.
        waiting: documents that hold others, on which somebody's spans are still to come.
    """

    places: tuple[Alike, ...] = ()
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class ListedCluster:
    """A cluster as the command line lists it: with the words that each of its variants marks, in order."""

    cluster: Cluster
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What rulings on many clusters did.

    Attributes:
        clusters: ruled on.
        documents: in which they are.
        left: clusters that were left as they are: somebody ruled on them meanwhile, or they changed.
    """

    clusters: int = 0
    documents: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Premerged:
    """What went into gold without a look.

    Attributes:
        clusters: taken.
        documents: in which they are.
        finished: documents that became finished.
        open: differences that wait for a ruling in the documents that were looked at.
    """

    clusters: int = 0
    documents: int = 0
    finished: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True)
class PastRuling:
    """What one step made of the decision on a cluster.

    Attributes:
        step: who did it and when; its uid names the version.
        cluster: uid.
        decision: as it was after the step, None where the step took it back.
        is_current: whether it stands so now.
    """

    step: StepInfo
    cluster: str
    decision: Decision | None
    is_current: bool = False
