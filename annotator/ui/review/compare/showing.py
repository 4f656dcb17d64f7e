"""What the right panel says of the current cluster and of what the next key means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from annotator.model.review import Category, Verdict
from annotator.ui.keymap import caps
from annotator.ui.past.days import time_words
from annotator.ui.review.compare.acting import Mode, is_nesting
from annotator.ui.review.compare.contents import Contents
from annotator.ui.review.compare.key_grid import KeyDeed
from annotator.ui.review.compare.past import taken_words
from annotator.ui.review.compare.people import Names
from annotator.ui.review.compare.words import CompareWords

if TYPE_CHECKING:
    from annotator.model.review import Cluster, ReviewedDocument
    from annotator.ui.review.compare.acting import Acting
    from annotator.ui.review.compare.deciding import Deciding
    from annotator.ui.review.compare.panel import DecisionPanel
    from annotator.ui.review.shared import Shared


class Showing(QObject):
    """Fills the panel.

    Attributes:
        names: what the annotators are called now.

    Signals:
        past_wanted: earlier rulings are to be shown.
    """

    past_wanted = Signal()

    def __init__(self, shared: Shared, panel: DecisionPanel, deciding: Deciding, acting: Acting) -> None:
        super().__init__(panel)
        self._shared = shared
        self._panel, self._deciding, self._acting = panel, deciding, acting
        self.names = Names("", ())

    def show(self) -> None:
        """Show the current cluster, or that there is none."""
        reviewed, cluster = self._deciding.reviewed, self._deciding.cluster
        self._panel.gap.hide()
        if reviewed is None or cluster is None:
            narrowed = self.tr("The filter lets nothing through here")
            words = narrowed if self._deciding.is_narrowed else self.tr("Nothing to decide here")
            self._panel.show_nothing(words if reviewed else "")
            return
        contents = Contents(reviewed, self.names)
        self._show_question(cluster, reviewed)
        self._panel.show_variants(contents.cards(cluster), self._acting.chosen)
        self._show_guideline(cluster, reviewed)
        self._show_keys(cluster)

    def announce(self) -> None:
        """Tell screen readers what is asked now, and of which words."""
        if QAccessible.isActive() and self._panel.cards:
            words = f"{self._panel.question.text()} {self._panel.cards[0].accessibleName()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._panel, words))

    def show_mode(self) -> None:
        """Show which card is chosen and what keys mean now."""
        cluster, reviewed = self._deciding.cluster, self._deciding.reviewed
        if cluster is not None and reviewed is not None:
            self._show_question(cluster, reviewed)
            self._panel.choose(self._acting.chosen)
            self._show_guideline(cluster, reviewed)
            self._show_keys(cluster)

    def ask_why(self) -> None:
        """Ask why people differ, beginning with what was said before."""
        cluster = self._deciding.cluster
        if cluster is not None:
            decision = cluster.decision
            category = decision.category if decision is not None else Category.NONE
            self._panel.ask_why(category, decision.reason if decision is not None else "")

    # Inside

    def _show_question(self, cluster: Cluster, reviewed: ReviewedDocument) -> None:
        if self._acting.mode is Mode.PAST:
            self._panel.look_back(self.tr("What was ruled here"))
            return
        words = CompareWords()
        question = words.question(cluster) if self._acting.mode is not Mode.WHICH else self._acting.asked
        absent = Contents(reviewed, self.names).absent(cluster)
        kind, state = words.difference(cluster.difference), self._state(cluster, reviewed)
        self._panel.show_question(question, kind, state, absent)

    def _state(self, cluster: Cluster, reviewed: ReviewedDocument) -> str:
        decision, words = cluster.decision, CompareWords()
        if decision is None:
            return ""
        who = decision.reviewer
        known = {person.uid for person in reviewed.people}
        name = self.names.name(who.uid) if who.uid in known else who.name
        says = words.settled(cluster, reviewed.labels)
        if decision.verdict is Verdict.TAKE_EDITED:
            says = f"{says}: {taken_words(reviewed, decision)}"  # none of the cards shows what it became
        parts = [
            says,
            words.source(decision),
            name,
            time_words(decision.made) if decision.made else "",
            words.category(decision.category) if decision.category is not Category.NONE else "",
            f"“{decision.reason}”" if decision.reason else "",
        ]
        line = " · ".join(filter(None, parts))
        return line[:1].upper() + line[1:]

    def _show_guideline(self, cluster: Cluster, reviewed: ReviewedDocument) -> None:
        variant = cluster.variants[self._acting.chosen or 0]
        label = reviewed.labels.get(variant.label)
        if label is None:
            self._panel.show_guideline("", "")
        else:
            heading = self.tr("Guideline: %1").replace("%1", label.name)
            self._panel.show_guideline(heading, label.definition)

    def _show_keys(self, cluster: Cluster) -> None:
        match self._acting.mode:
            case Mode.EDGES:
                self._panel.show_keys(self._edge_keys(cluster), columns=1)
            case Mode.LABELS:
                self._panel.show_keys(self._label_keys(), columns=1)
            case Mode.WHICH:
                figures = tuple(self._acting.figures())
                which = KeyDeed(figures[:5], self.tr("this one"))
                self._panel.show_keys([which, self._leaving(self.tr("leave it"))], columns=1)
            case Mode.PAST:
                self._panel.show_keys([self._leaving(self.tr("back to the variants"))], columns=1)
            case _:
                may_rule = self._shared.is_writable
                deeds = self._usual_keys(cluster)
                self._panel.show_keys(
                    [replace(deed, is_possible=deed.is_possible and may_rule) for deed in deeds]
                )

    def _usual_keys(self, cluster: Cluster) -> list[KeyDeed]:
        acting, threads = self._acting, self._panel.threads
        count = len(cluster.variants)
        all_words = self.tr("take both") if count == 2 else self.tr("take all")
        main = self.tr("take the only one") if count == 1 else self.tr("take the majority")
        if acting.chosen is not None and acting.chosen != cluster.majority and count > 1:
            main = self.tr("take this one")
        return [
            KeyDeed(caps("review.take"), main, acting.take_chosen, acting.chosen is not None),
            KeyDeed(caps("review.take_all"), all_words, acting.take_all, count > 1 and is_nesting(cluster)),
            KeyDeed(caps("review.reject"), self.tr("take none"), acting.reject),
            KeyDeed(caps("review.edit"), self.tr("move an edge"), acting.edit_edges),
            KeyDeed(caps("review.relabel"), self.tr("another label"), acting.ask_label),
            KeyDeed(caps("review.defer"), self.tr("decide later"), acting.defer),
            KeyDeed(caps("review.comment"), self.tr("comment"), threads.write),
            KeyDeed(caps("review.gap"), self.tr("gap in guideline"), self.ask_why),
            *(self._past_keys() if cluster.decision is not None else ()),
        ]

    def _past_keys(self) -> list[KeyDeed]:
        """What can be done with a decision."""
        return [
            KeyDeed(caps("review.take_back"), self.tr("take it back"), self._acting.take_back),
            KeyDeed(caps("review.history"), self.tr("earlier decisions"), self.past_wanted.emit),
        ]

    def _edge_keys(self, cluster: Cluster) -> list[KeyDeed]:
        figures = tuple(str(place + 1) for place in range(min(3, len(cluster.variants))))
        return [
            KeyDeed(("←", "→"), self.tr("move the end")),
            KeyDeed(("Shift ← →",), self.tr("move the start")),
            KeyDeed(("Ctrl ← →",), self.tr("by a character")),
            KeyDeed(figures, self.tr("begin with it")),
            KeyDeed(("↵",), self.tr("take it so")),
            self._leaving(self.tr("leave it")),
        ]

    def _label_keys(self) -> list[KeyDeed]:
        reviewed, acting = self._deciding.reviewed, self._acting
        labels = [label for label in reviewed.labels.values() if label.key] if reviewed else []
        deeds = [
            KeyDeed((), label.name, lambda label=label: acting.take_as(label), label=label)  # type: ignore[misc]
            for label in labels
        ]
        return [*deeds, self._leaving(self.tr("leave it"))]

    def _leaving(self, words: str) -> KeyDeed:
        return KeyDeed(("Esc",), words, self._acting.leave_mode)
