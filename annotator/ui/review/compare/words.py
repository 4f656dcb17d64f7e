"""Classes, questions, decisions and origins of the comparison in words, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.review import Category, Difference, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.label import Label
    from annotator.model.review import Cluster, Decision

ICONS = {
    Difference.AGREE: "list-checks",
    Difference.LABEL: "tags",
    Difference.BOUNDARY: "move-horizontal",
    Difference.BOTH: "arrow-right-left",
    Difference.MISSING: "circle-dashed",
}
"""Class -> the icon that stands for it everywhere."""


class CompareWords(QObject):
    """The words; made when they are needed, since it keeps nothing."""

    def difference(self, kind: Difference) -> str:
        """What a class means, in a few words."""
        return {
            Difference.AGREE: self.tr("all agree"),
            Difference.LABEL: self.tr("labels differ"),
            Difference.BOUNDARY: self.tr("edges differ"),
            Difference.BOTH: self.tr("both differ"),
            Difference.MISSING: self.tr("not everybody has it"),
        }[kind]

    def question(self, cluster: Cluster) -> str:
        """What a reviewer is asked about a cluster."""
        match cluster.difference:
            case Difference.AGREE:
                return self.tr("Is it right?")
            case Difference.LABEL:
                return self.tr("Which label?")
            case Difference.BOUNDARY:
                return self._edges(cluster)
            case Difference.MISSING if len(cluster.variants) == 1:
                return self.tr("Is it one?")
        return self.tr("Which of these?")

    def _edges(self, cluster: Cluster) -> str:
        starts = {variant.start for variant in cluster.variants}
        ends = {variant.end for variant in cluster.variants}
        if len(ends) == 1:
            return self.tr("Where does it begin?")
        return self.tr("Where does it end?") if len(starts) == 1 else self.tr("From where to where?")

    def settled(self, cluster: Cluster, labels: Mapping[str, Label]) -> str:
        """What was ruled, in a few words: "took the majority"."""
        decision = cluster.decision
        if decision is None:
            return ""
        if cluster.is_gone:
            return self.tr("nobody marks it any more")
        match decision.verdict:
            case Verdict.REJECT:
                return self.tr("took none")
            case Verdict.DEFER:
                return self.tr("put off")
            case Verdict.TAKE_EDITED:
                return self._edited(cluster, decision, labels)
        return self._taken(cluster, decision)

    def _taken(self, cluster: Cluster, decision: Decision) -> str:
        if cluster.is_unanimous:
            return self.tr("all agree")
        if len(decision.gold) > 1:
            return (
                self.tr("took all")
                if len(decision.gold) == len(cluster.variants)
                else self.tr("took several")
            )
        taken = {(gold.start, gold.end, gold.label) for gold in decision.gold}
        majority = cluster.majority
        if majority is not None:
            first = cluster.variants[majority]
            if (first.start, first.end, first.label) in taken:
                return self.tr("took the majority")
        return self.tr("took the only one") if len(cluster.variants) == 1 else self.tr("took one of them")

    def _edited(self, cluster: Cluster, decision: Decision, labels: Mapping[str, Label]) -> str:
        places = {(variant.start, variant.end) for variant in cluster.variants}
        gold = decision.gold[0] if decision.gold else None
        if gold is not None and (gold.start, gold.end) in places and gold.label in labels:
            return self.tr("took it as %1").replace("%1", labels[gold.label].name)
        return self.tr("took it with other edges")

    def origin(self, origin: str) -> str:
        """How a span came about."""
        if origin.startswith("model"):
            return self.tr("from a suggestion, kept")
        words = {
            "hand": self.tr("by hand"),
            "propagate": self.tr("everywhere at once"),
            "import": self.tr("imported"),
            "dictionary": self.tr("from a suggestion, kept"),
            "rule": self.tr("from a suggestion, kept"),
            "suggestion": self.tr("from a suggestion, kept"),
            "llm": self.tr("from a suggestion, kept"),
        }
        return words.get(origin, origin)

    def source(self, decision: Decision) -> str:
        """By which way a decision came, where it was not one look at one cluster."""
        if decision.source.startswith("premerge"):
            return (
                self.tr("taken over because all agree")
                if decision.source.endswith("unanimous")
                else self.tr("the majority, taken over at once")
            )
        if decision.source.startswith("rule"):
            return self.tr("by a rule")
        return {
            "alike": self.tr("with others like it"),
            "string": self.tr("for all places of the string"),
            "gold": self.tr("taken out of gold"),
        }.get(decision.source, "")

    def category(self, category: Category) -> str:
        """Why people differed."""
        return {
            Category.NONE: self.tr("nothing said"),
            Category.GUIDELINE_GAP: self.tr("gap in the guideline"),
            Category.AMBIGUOUS: self.tr("ambiguous text"),
            Category.SLIP: self.tr("slip of an annotator"),
            Category.MISREAD: self.tr("guideline misread"),
            Category.EDGE_CASE: self.tr("edge case"),
        }[category]

    def votes(self, count: int, total: int) -> str:
        """How many of how many."""
        return self.tr("%1 of %2").replace("%1", str(count)).replace("%2", str(total))
