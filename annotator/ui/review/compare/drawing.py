"""What the text of the comparison shows: gold, what all agree on, and a thin line for each open variant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.model.span import Span
from annotator.ui.editor.manner import USUAL, Manners

if TYPE_CHECKING:
    from annotator.model.review import ReviewedDocument, Variant
    from annotator.ui.review.compare.people import Names

_UNKNOWN: Final = "…"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Spans as they are drawn, and how.

    Attributes:
        spans: in no order; uids are those of the gold spans, else "CLUSTER/PLACE".
        manners: thin lines for what is open, thin rails for what is agreed on and not gold yet.
        clusters: uid of a drawn span -> uid of the cluster it stands for.
    """

    spans: tuple[Span, ...]
    manners: Manners
    clusters: dict[str, str]


def drawn(reviewed: ReviewedDocument, names: Names) -> Drawn:
    """What to draw of a document, with these names for its annotators."""
    spans = list(reviewed.gold)
    taken = {span.place for span in spans}
    made = _Making(reviewed, names)
    owners = _owners(reviewed)
    for cluster in reviewed.clusters:
        if not cluster.is_open:
            continue
        if cluster.is_unanimous and cluster.variants[0].place in taken:
            continue
        for place, variant in enumerate(cluster.variants):
            span = Span(
                f"{cluster.uid}/{place}", variant.start, variant.end, variant.label, parts=variant.parts
            )
            spans.append(span)
            owners[span.uid] = cluster.uid
            made.add(span.uid, variant, quiet=cluster.is_unanimous)
    manners = Manners(frozenset(made.lines), frozenset(made.quiet), made.names)
    return Drawn(tuple(spans), manners, owners)


def _owners(reviewed: ReviewedDocument) -> dict[str, str]:
    """Uid of a gold span -> the cluster it came of."""
    by_place = {
        gold.place: cluster.uid
        for cluster in reviewed.clusters
        if cluster.decision is not None
        for gold in cluster.decision.gold
    }
    return {span.uid: by_place[span.place] for span in reviewed.gold if span.place in by_place}


def layer_drawn(reviewed: ReviewedDocument, annotator: str) -> Drawn:
    """What one annotator marked, for a pane of its own: drawn as in labelling."""
    found = {
        vote.span.uid: (vote.span, cluster.uid)
        for cluster in reviewed.clusters
        for variant in cluster.variants
        for vote in variant.votes
        if vote.annotator == annotator
    }
    spans = tuple(span for span, _ in found.values())
    return Drawn(spans, USUAL, {uid: cluster for uid, (_, cluster) in found.items()})


class _Making:
    """Collects how variants are drawn."""

    def __init__(self, reviewed: ReviewedDocument, names: Names) -> None:
        self._labels = reviewed.labels
        self._people = names
        self.lines: set[str] = set()
        self.quiet: set[str] = set()
        self.names: dict[str, tuple[str, ...]] = {}

    def add(self, uid: str, variant: Variant, *, quiet: bool) -> None:
        """One variant: agreed on by all, or one of several."""
        if quiet:
            self.quiet.add(uid)
            return
        self.lines.add(uid)
        self.names[uid] = caption_forms(self._label(variant.label), variant, self._people)

    def _label(self, uid: str) -> str:
        label = self._labels.get(uid)
        return label.name if label else _UNKNOWN


def caption_forms(label: str, variant: Variant, names: Names) -> tuple[str, ...]:
    """What stands under a variant: "Lan, Thảo · position", shorter "L, T · position", shortest "L, T"."""
    short = names.joined_initials(variant.annotators)
    forms = (f"{names.joined(variant.annotators)} · {label}", f"{short} · {label}", short)
    return tuple(dict.fromkeys(forms))
