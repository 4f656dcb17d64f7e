"""The rows of the list of clusters: what is open, then what is settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt

from annotator.model.review import Difference
from annotator.model.span import covered_words
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.models.span_model import one_line
from annotator.ui.review.compare.words import ICONS, CompareWords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.label import Label
    from annotator.model.review import Cluster
    from annotator.ui.models.one_column import Index

CLUSTER_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `ClusterRow` or `ClusterHeading` itself."""
_WORDS_AT_MOST: Final = 300


@dataclass(frozen=True, slots=True)
class ClusterHeading:
    """The heading over what is open, or over what is settled."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """One cluster.

    Attributes:
        uid: of the cluster.
        words: what its first variant marks, on one line.
        label: of its first variant, or of what was taken; None when the label set does not hold it.
        says: its class, or what was ruled, in words.
        icon: Lucide's name.
        votes: "2/3".
        is_open: whether somebody has yet to rule on it.
    """

    uid: str
    words: str
    label: Label | None
    says: str
    icon: str
    votes: str
    is_open: bool


Row = ClusterHeading | ClusterRow


def row_of(cluster: Cluster, text: str, labels: Mapping[str, Label]) -> ClusterRow:
    """The row of a cluster."""
    first, says = cluster.variants[0], CompareWords()
    start, end, label, parts = first.place
    if cluster.decision is not None and cluster.decision.gold:
        taken = cluster.decision.gold[0]
        start, end, label, parts = taken.start, taken.end, taken.label, taken.parts
    words = one_line(covered_words(text, start, min(end, start + _WORDS_AT_MOST), parts))
    is_ruled = cluster.decision is not None
    votes = f"{len(set(first.annotators))}/{len(cluster.voters)}"
    return ClusterRow(
        cluster.uid,
        words,
        labels.get(label),
        says.settled(cluster, labels) if is_ruled else says.difference(cluster.difference),
        ICONS[cluster.difference] if cluster.is_open else "check",
        votes,
        cluster.is_open,
    )


class ClusterModel(OneColumnModel):
    """Clusters of one document in reading order, open ones first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._made: dict[str, tuple[Cluster, ClusterRow]] = {}
        self._labels: Mapping[str, Label] = {}

    def show_clusters(
        self,
        clusters: Sequence[Cluster],
        text: str,
        labels: Mapping[str, Label],
        *,
        with_settled: bool = True,
    ) -> None:
        """List these; agreement that nobody has looked at comes after the differences."""
        if dict(labels) != dict(self._labels):
            self.forget()
        self._labels = labels
        open_ = [cluster for cluster in clusters if cluster.is_open]
        settled = [cluster for cluster in clusters if not cluster.is_open] if with_settled else []
        open_.sort(key=lambda cluster: cluster.difference is Difference.AGREE)
        rows: list[Row] = []
        for words, group in ((self.tr("Open"), open_), (self.tr("Settled"), settled)):
            if group:
                rows.append(ClusterHeading(words, len(group)))
                rows += [self._row(cluster, text) for cluster in group]
        self._replace(rows)

    def forget(self) -> None:
        """Make every row anew: in another language, or with other labels."""
        self._made.clear()

    def _row(self, cluster: Cluster, text: str) -> ClusterRow:
        known = self._made.get(cluster.uid)
        if known is None or known[0] is not cluster:
            known = self._made[cluster.uid] = (cluster, row_of(cluster, text, self._labels))
        return known[1]

    def _replace(self, rows: list[Row]) -> None:
        """Take other rows; where their number stays the view keeps its place."""
        if len(rows) == len(self._rows):
            self._rows = rows
            self.announce_rows(0, len(rows) - 1)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def uids(self) -> list[str]:
        """The clusters from the top."""
        return [row.uid for row in self._rows if isinstance(row, ClusterRow)]

    def row_of(self, uid: str) -> int | None:
        """The row of a cluster, None when it is not listed."""
        for place, row in enumerate(self._rows):
            if isinstance(row, ClusterRow) and row.uid == uid:
                return place
        return None

    def uid_at(self, index: Index) -> str | None:
        """The cluster of a row, None for a heading."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return row.uid if isinstance(row, ClusterRow) else None

    def is_heading(self, row: int) -> bool:
        """Whether a row is the heading of a group."""
        return isinstance(self._rows[row], ClusterHeading)

    # Qt's side

    def length(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        is_heading = index.isValid() and isinstance(self._rows[index.row()], ClusterHeading)
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate; its words for readers."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == CLUSTER_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(row, ClusterHeading):
                return f"{row.words}, {row.count}"
            name = row.label.name if row.label else ""
            return ", ".join(filter(None, (row.words, name, row.says, row.votes)))
        return None
