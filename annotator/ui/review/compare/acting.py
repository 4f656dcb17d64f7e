"""What a reviewer does to the current cluster by keys: take, edit, relabel, put off, go on."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.review import Category, Verdict
from annotator.text.spans import crosses
from annotator.ui.review.compare.edge_edit import EdgeEdit
from annotator.ui.review.compare.ruled import repeated, ruling, taken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.label import Label
    from annotator.model.review import Cluster, GoldRange
    from annotator.model.span import Span
    from annotator.ui.review.compare.deciding import Deciding
    from annotator.ui.review.compare.text import CompareText

Handlers = dict[str, "Callable[[], None]"]


class Mode(Enum):
    """What the next key means."""

    READING = auto()
    EDGES = auto()
    LABELS = auto()
    WHICH = auto()
    PAST = auto()


class Acting(QObject):
    """The acts on the current cluster. Each ruling goes on to the next open one.

    Signals:
        mode_changed: keys mean something else now, or another card is the chosen one.
        moved: another cluster is the current one.
        hint: a sentence on why nothing happened.
    """

    mode_changed = Signal()
    moved = Signal()
    hint = Signal(str)

    def __init__(self, deciding: Deciding, text: CompareText) -> None:
        super().__init__(deciding)
        self._deciding = deciding
        self.edges = EdgeEdit(text)
        self.edges.kept.connect(self._keep_edges)
        self.edges.ended.connect(self._end)
        self.mode = Mode.READING
        self.chosen: int | None = None
        self.asked = ""
        self._then: Callable[[], None] | None = None
        deciding.wrapped.connect(self.go_to)
        deciding.ended.connect(lambda: self.hint.emit(self.nothing_left()))

    def nothing_left(self) -> str:
        """That the way ends here, because of the filter or of the work."""
        if self._deciding.is_narrowed:
            return self.tr("Nothing else is open that the filter lets through. Esc shows everything again.")
        return self.tr("Nothing else is open in this corpus.")

    # Where one is

    def begin(self) -> None:
        """Another cluster is the current one: what is likely is chosen, and nothing is edited."""
        self.leave_mode()
        cluster = self._deciding.cluster
        self.chosen = None if cluster is None else likely(cluster)
        self.moved.emit()

    def go_to(self, uid: str) -> None:
        """Make a cluster the current one."""
        self._deciding.go_to(uid)
        self.begin()

    def next_open(self) -> None:
        """Go to the next open difference, in the next document if need be."""
        self._step(backwards=False)

    def previous_open(self) -> None:
        """Go to the open difference before."""
        self._step(backwards=True)

    def _step(self, *, backwards: bool) -> None:
        found = self._deciding.neighbour(self._deciding.cluster, backwards=backwards)
        if found is not None:
            self.go_to(found.uid)
        else:
            self._deciding.go_on_elsewhere(backwards=backwards)

    def choose(self, place: int) -> None:
        """Make a card the one that Enter takes; while edges are moved, begin with its edges."""
        cluster = self._deciding.cluster
        if cluster is None or place >= len(cluster.variants):
            return
        if self.mode is Mode.WHICH:
            self._answer(place)
            return
        self.chosen = place
        if self.mode is Mode.EDGES:
            self.edges.begin(cluster.variants[place])
        self.mode_changed.emit()

    def ask_which(self, question: str, then: Callable[[], None]) -> None:
        """Where no variant is likelier than the others: have the next figure say which, and go on with it."""
        self.asked, self._then = question, then
        self.mode = Mode.WHICH
        self.mode_changed.emit()

    def _answer(self, place: int) -> None:
        then, self._then = self._then, None
        self.leave_mode()
        self.choose(place)
        if then is not None:
            then()

    # Ruling

    def take(self, place: int) -> None:
        """Take a variant into gold."""
        cluster = self._deciding.cluster
        if cluster is not None and place < len(cluster.variants):
            self._rule(cluster, Verdict.TAKE, [taken(cluster.variants[place])])

    def take_chosen(self) -> None:
        """Take the chosen card: that of the majority, or the only one, unless another was chosen."""
        cluster = self._deciding.cluster
        if cluster is None:
            return
        if self.chosen is None:
            last = len(cluster.variants)
            words = self.tr("No variant has a majority: press 1 to %1, or A for all.")
            self.hint.emit(words.replace("%1", str(last)))
        else:
            self.take(self.chosen)

    def take_all(self) -> None:
        """Take every variant, where one lies inside the other."""
        cluster = self._deciding.cluster
        if cluster is None:
            return
        if not is_nesting(cluster):
            self.hint.emit(self.tr("These variants cross, so not all of them can be right. Take one."))
            return
        self._rule(cluster, Verdict.TAKE, [taken(variant) for variant in cluster.variants])

    def reject(self) -> None:
        """Take none of them."""
        self._simply(Verdict.REJECT)

    def defer(self) -> None:
        """Decide later."""
        self._simply(Verdict.DEFER)

    def _simply(self, verdict: Verdict) -> None:
        cluster = self._deciding.cluster
        if cluster is not None:
            self._rule(cluster, verdict, [])

    def explain(self, category: Category, reason: str) -> None:
        """Keep why people differ; what nobody ruled on is put off with it."""
        cluster = self._deciding.cluster
        if cluster is not None:
            self._deciding.rule(repeated(cluster, category, reason))
            self._go_on(cluster)
            is_open = cluster.is_open
            if category is Category.GUIDELINE_GAP and is_open:
                words = self.tr("Noted as a gap in the guideline. It is decided later.")
            else:
                decided = self.tr("Noted why they differ.")
                words = self.tr("Noted why they differ. It is decided later.") if is_open else decided
            self.hint.emit(words)

    def take_back(self) -> None:
        """Take the ruling on the current cluster back; where it has none, the one that was made last."""
        cluster, last = self._deciding.cluster, self._deciding.last_ruled
        if cluster is not None and cluster.decision is not None:
            self._deciding.take_back(cluster)
            self.begin()
            self.hint.emit(self.tr("Decision taken back."))
        elif last is None:
            self.hint.emit(self.tr("There is no decision to take back."))
        elif last[0] == self._deciding.document:
            self._back_to(last[1])
        else:
            self._deciding.open(*last)

    def _back_to(self, uid: str) -> None:
        cluster = self._deciding.named(uid)
        if cluster is not None:
            self._deciding.take_back(cluster)
            self.go_to(cluster.uid)
            self.hint.emit(self.tr("Decision taken back."))

    def _rule(self, cluster: Cluster, verdict: Verdict, takes: Sequence[GoldRange]) -> None:
        self.leave_mode()
        if not _is_ruled_so(cluster, verdict, takes):
            self._deciding.rule(ruling(cluster, verdict, takes))
        self._go_on(cluster)

    def _go_on(self, cluster: Cluster) -> None:
        """After a ruling: to the next open difference, else the first one left.

        When nothing is left the person stays: `Ctrl+Enter` must mean the document they have just decided.
        """
        deciding = self._deciding
        found = deciding.neighbour(cluster, deferred=False) or deciding.neighbour(None, deferred=False)
        if found is not None:
            self.go_to(found.uid)
        else:
            self.begin()

    # Edges and labels

    def edit_edges(self) -> None:
        """Move the edges of the chosen variant, or of the first one."""
        cluster = self._deciding.cluster
        if cluster is None:
            return
        if self.chosen is None:
            self.chosen = 0
        self.mode = Mode.EDGES
        self.edges.begin(cluster.variants[self.chosen])
        self.mode_changed.emit()

    def _keep_edges(self, span: Span) -> None:
        cluster = self._deciding.cluster
        if cluster is not None and self.chosen is not None:
            base = taken(cluster.variants[self.chosen])
            take = replace(base, start=span.start, end=span.end, parts=span.parts)
            places = {variant.place for variant in cluster.variants}
            self._rule(cluster, Verdict.TAKE if take.place in places else Verdict.TAKE_EDITED, [take])

    def ask_label(self) -> None:
        """Have the next key say the label; before it, whose words, where nobody can tell."""
        cluster = self._deciding.cluster
        if cluster is None:
            return
        if self.chosen is None and len({each.place[:2] + each.place[3:] for each in cluster.variants}) > 1:
            self.ask_which(self.tr("Which words?"), self.ask_label)
            return
        self.chosen = self.chosen or 0
        self.mode = Mode.LABELS
        self.mode_changed.emit()

    def take_as(self, label: Label) -> None:
        """Take the chosen variant with another label."""
        cluster = self._deciding.cluster
        if cluster is not None and self.chosen is not None:
            take = replace(taken(cluster.variants[self.chosen]), label=label.uid)
            places = {variant.place for variant in cluster.variants}
            self._rule(cluster, Verdict.TAKE if take.place in places else Verdict.TAKE_EDITED, [take])

    def look_back(self) -> None:
        """Have the figures restore earlier rulings."""
        self.mode = Mode.PAST
        self.mode_changed.emit()

    def leave_mode(self) -> None:
        """Let keys mean what they usually do."""
        self.edges.stop()
        self._end()

    def _end(self) -> None:
        if self.mode is not Mode.READING:
            self.mode = Mode.READING
            self.mode_changed.emit()

    # Whole document

    def accept_all(self) -> None:
        """Take what all agree on and what most have, for every open cluster of the document, as one step."""
        deciding = self._deciding
        if deciding.reviewed is None:
            return
        rulings = [
            ruling(cluster, Verdict.TAKE, [taken(cluster.variants[cluster.majority])])
            for cluster in deciding.reviewed.clusters
            if cluster.decision is None and cluster.majority is not None
        ]
        if not rulings:
            self.hint.emit(self.tr("Nothing here has a majority."))
            return
        deciding.rule_all(rulings)
        self.hint.emit(
            self.tr("%n taken as most have it. One step: Ctrl+Z takes all of it back.", "", len(rulings))
        )
        first = deciding.neighbour(None)
        if first is not None:
            self.go_to(first.uid)
        else:
            self.begin()

    def figures(self) -> Handlers:
        """What the figures do now."""
        cluster = self._deciding.cluster
        count = 0 if cluster is None else min(9, len(cluster.variants))
        do = {Mode.EDGES: self.choose, Mode.WHICH: self._answer}.get(self.mode, self.take)
        return {str(place + 1): partial(do, place) for place in range(count)}


def likely(cluster: Cluster) -> int | None:
    """The variant that Enter takes: that of the majority, or the only one; what was taken, if one was."""
    decision = cluster.decision
    if decision is not None and len(decision.gold) == 1:
        places = [variant.place for variant in cluster.variants]
        return places.index(decision.gold[0].place) if decision.gold[0].place in places else None
    if len(cluster.variants) == 1:
        return 0
    return cluster.majority


def _is_ruled_so(cluster: Cluster, verdict: Verdict, takes: Sequence[GoldRange]) -> bool:
    """Whether just that was ruled already, so that there is nothing to record."""
    decision = cluster.decision
    if decision is None or decision.verdict is not verdict or cluster.fresh:
        return False
    return {take.place for take in takes} == {gold.place for gold in decision.gold}


def is_nesting(cluster: Cluster) -> bool:
    """Whether no two variants cross: each pair is apart, or one holds the other."""
    ranges = [(variant.start, variant.end) for variant in cluster.variants]
    return not any(crosses(*one, *other) for one, other in combinations(ranges, 2))
