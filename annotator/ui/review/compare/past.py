"""Earlier rulings on the current cluster: asked for, told in words, and one of them put in force again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.review import Category
from annotator.model.span import covered_words
from annotator.ui.models.span_model import one_line
from annotator.ui.past.days import time_words
from annotator.ui.review.compare.acting import Mode
from annotator.ui.review.compare.past_list import PastContent
from annotator.ui.review.compare.words import CompareWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.review import Cluster, Decision, ReviewedDocument
    from annotator.model.rulings import PastRuling
    from annotator.ui.review.compare.acting import Acting
    from annotator.ui.review.compare.deciding import Deciding
    from annotator.ui.review.compare.panel import DecisionPanel
    from annotator.ui.review.compare.people import Names
    from annotator.ui.review.shared import Shared

_FIGURES = "123456789"
_WORDS_AT_MOST = 120


class Past(QObject):
    """Fills the panel with what was ruled on the current cluster, the newest first."""

    def __init__(
        self,
        shared: Shared,
        deciding: Deciding,
        acting: Acting,
        panel: DecisionPanel,
        names: Callable[[], Names],
    ) -> None:
        super().__init__(panel)
        self._shared, self._deciding, self._acting, self._panel = shared, deciding, acting, panel
        self._names = names
        self._rulings: list[PastRuling] = []
        self._versions: dict[str, str] = {}
        acting.mode_changed.connect(self._follow)
        panel.past.restore_wanted.connect(self.restore)

    def open(self) -> None:
        """Ask for what was ruled on the current cluster, and show it."""
        cluster = self._deciding.cluster
        if cluster is None:
            return
        document, uid = cluster.document, cluster.uid

        def arrived(rulings: list[PastRuling]) -> None:
            here = self._deciding.cluster
            if here is not None and here.is_called(uid):
                self._show(rulings)

        self._shared.desk.read(
            lambda library: library.review.history(document, uid), arrived, self._shared.failed.emit
        )

    def say(self) -> None:
        """Tell what is shown anew: in another language, or with other names."""
        cluster, reviewed = self._deciding.cluster, self._deciding.reviewed
        if not self._rulings or cluster is None or reviewed is None:
            return
        free, contents = iter(_FIGURES), []
        self._versions = {}
        for ruling in self._rulings:
            is_last = ruling is self._rulings[0] and cluster.decision is None
            is_current = ruling.is_current or is_last
            is_offered = not is_current and (ruling.decision is not None or cluster.decision is not None)
            key = next(free, "") if is_offered else ""
            if key:
                self._versions[key] = ruling.step.uid
            contents.append(self._content(cluster, reviewed, ruling, key, is_current=is_current))
        self._panel.past.show_rulings(contents)

    def restore(self, key: str) -> None:
        """Put the ruling with that key in force again."""
        cluster, version = self._deciding.cluster, self._versions.get(key)
        if cluster is not None and version is not None:
            self._acting.leave_mode()
            self._deciding.restore(cluster, version)
            self._shared.said.emit(self.tr("Restored. Ctrl+Z takes that back."))

    def figures(self) -> dict[str, Callable[[], None]]:
        """What the figures do while it is shown."""
        return {key: partial(self.restore, key) for key in self._versions}

    # Inside

    def _show(self, rulings: list[PastRuling]) -> None:
        if not rulings:
            self._acting.hint.emit(self.tr("Nobody has ruled on this yet."))
            return
        self._rulings = rulings
        self.say()
        self._acting.look_back()

    def _follow(self) -> None:
        """Keep nothing of what is not shown any more: names in it may have to be hidden."""
        if self._acting.mode is not Mode.PAST and self._rulings:
            self._rulings, self._versions = [], {}
            self._panel.past.show_rulings(())

    def _content(
        self, cluster: Cluster, reviewed: ReviewedDocument, ruling: PastRuling, key: str, *, is_current: bool
    ) -> PastContent:
        words, decision = CompareWords(), ruling.decision
        when = time_words(ruling.step.time)
        if decision is None:
            who = ", ".join((self._called(reviewed, ruling.step.actor), when))
            return PastContent(self.tr("Taken back"), "", who, "", key, is_current)
        says = words.settled(replace(cluster, decision=decision), reviewed.labels)
        parts = (self._called(reviewed, decision.reviewer.name), words.source(decision), when)
        category = words.category(decision.category) if decision.category is not Category.NONE else ""
        reason = f"“{decision.reason}”" if decision.reason else ""
        return PastContent(
            says[:1].upper() + says[1:],
            taken_words(reviewed, decision),
            ", ".join(filter(None, parts)),
            " · ".join(filter(None, (category, reason))),
            key,
            is_current,
        )

    def _called(self, reviewed: ReviewedDocument, name: str) -> str:
        """What somebody is called here: one of those compared may have to stay hidden."""
        uid = next((person.uid for person in reviewed.people if person.name == name), None)
        return name if uid is None else self._names().name(uid)


def taken_words(reviewed: ReviewedDocument, decision: Decision) -> str:
    """The words that went into gold, each with its label: "Sở Y tế · organization"."""
    text, told = reviewed.document.text, []
    for gold in decision.gold:
        words = one_line(
            covered_words(text, gold.start, min(gold.end, gold.start + _WORDS_AT_MOST), gold.parts)
        )
        label = reviewed.labels.get(gold.label)
        told.append(f"{words} · {label.name}" if label else words)
    return "\n".join(told)
