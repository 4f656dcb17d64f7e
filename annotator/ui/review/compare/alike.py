"""Looks for clusters like the current one, and rules on all of them at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from annotator.model.review import Verdict
from annotator.model.rulings import Alike, AlikeFound
from annotator.ui.find.latest import Latest
from annotator.ui.keymap import caps
from annotator.ui.models.span_model import one_line
from annotator.ui.review.compare.key_grid import KeyDeed
from annotator.ui.review.compare.ruled import ruling, taken
from annotator.ui.review.waiting import waiting_words

if TYPE_CHECKING:
    from annotator.model.outcome import Outcome
    from annotator.model.review import Cluster, Ruling
    from annotator.model.rulings import Decided
    from annotator.ui.review.compare.acting import Acting
    from annotator.ui.review.compare.alike_strip import AlikeStrip
    from annotator.ui.review.compare.deciding import Deciding
    from annotator.ui.review.compare.panel import DecisionPanel
    from annotator.ui.review.shared import Shared

_PAUSE: Final = 250
"""Milliseconds that a cluster must stay the current one before others like it are looked for."""
_AROUND: Final = 40


class Likeness(QObject):
    """Tells the panel how many clusters are alike, and fills the strip with them."""

    def __init__(
        self, shared: Shared, deciding: Deciding, acting: Acting, panel: DecisionPanel, strip: AlikeStrip
    ) -> None:
        super().__init__(strip)
        self._shared, self._deciding, self._acting = shared, deciding, acting
        self._panel, self._strip = panel, strip
        self._asked = ""
        self._found = AlikeFound()
        self._is_known = self._is_wanted = False
        self._question = Latest(shared.desk, self)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._ask)

    def follow(self) -> None:
        """Another cluster is the current one: look for others like it in a pause."""
        self._question.stop()
        self._found = AlikeFound()
        self._is_known = self._is_wanted = False
        self._panel.show_alike("", None)
        self._later.start()

    def stop(self) -> None:
        """Look for nothing more: nobody sees it."""
        self._later.stop()
        self._question.stop()

    def open(self) -> None:
        """Show what is alike; the chosen variant, or what was ruled, is what all of it would get."""
        cluster, made = self._deciding.cluster, self._ruling()
        if not self._is_known:
            self._is_wanted = True
            self._ask()
        elif cluster is None or not self._found.places:
            words = self.tr("No other open difference is like this one")
            self._shared.said.emit(" · ".join(filter(None, (words, self._left_out()))))
        elif made is None:
            self._acting.ask_which(self.tr("Which one for all of them?"), self.open)
        else:
            own = [self._own(cluster)] if cluster.is_open else []
            room = self._panel.height()
            apply = partial(self._apply, made, cluster.start)
            self._strip.open_with(
                self._sentence(made),
                cluster.document,
                [*own, *self._found.places],
                room,
                apply,
                note=self._left_out(),
            )

    # Inside

    def _ask(self) -> None:
        self._later.stop()
        cluster = self._deciding.cluster
        if cluster is None or (cluster.is_unanimous and cluster.is_open):
            self._arrived(AlikeFound())
            return
        uid, document, people = cluster.uid, cluster.document, self._shared.chosen.annotators
        self._question.ask(
            lambda library, _progress: library.review.alike(document, uid, people), self._arrived
        )

    def _arrived(self, found: AlikeFound) -> None:
        self._found, self._is_known = found, True
        if found.places:
            words = self.tr("%n more like this in the corpus", "", len(found.places))
            self._panel.show_alike(words, KeyDeed(caps("review.alike"), self.tr("decide alike"), self.open))
        if self._is_wanted:
            self._is_wanted = False
            self.open()

    def _left_out(self) -> str:
        """That some documents wait for somebody, "" when none does."""
        return waiting_words(self._found.waiting)

    def _ruling(self) -> Ruling | None:
        """What all of them would get: what was ruled here, else the chosen card."""
        cluster, chosen = self._deciding.cluster, self._acting.chosen
        if cluster is None:
            return None
        decision = cluster.decision
        if decision is not None and decision.verdict is not Verdict.DEFER:
            return replace(ruling(cluster, decision.verdict, decision.gold), source="alike")
        if chosen is None:
            return None
        made = ruling(cluster, Verdict.TAKE, [taken(cluster.variants[chosen])])
        return replace(made, source="alike")

    def _sentence(self, made: Ruling) -> str:
        reviewed = self._deciding.reviewed
        if reviewed is None:
            return ""
        if not made.takes:
            return self.tr("None of the variants goes into gold:")
        take = made.takes[0]
        label = reviewed.labels.get(take.label)
        words = one_line(reviewed.document.text[take.start : take.end]).strip("“”")
        sentence = self.tr("“%1” is %2 in gold:")
        return sentence.replace("%1", words).replace("%2", label.name if label else "…")

    def _own(self, cluster: Cluster) -> Alike:
        """The current cluster as one of those that are alike."""
        reviewed = self._deciding.reviewed
        text = reviewed.document.text if reviewed else ""
        title = reviewed.document.title if reviewed else ""
        left = text[max(0, cluster.start - _AROUND) : cluster.start]
        right = text[cluster.end : cluster.end + _AROUND]
        words = one_line(text[cluster.start : cluster.end])
        return Alike(cluster.document, title, cluster, left, words, right)

    def _apply(self, made: Ruling, start: int, places: list[Alike]) -> None:
        def done(outcome: Outcome[Decided]) -> None:
            self._deciding.reread(onward=True)
            value = outcome.value
            words = self.tr("%n decided alike. One step: Ctrl+Z takes all of it back.", "", value.clusters)
            if value.left:
                words += " " + self.tr("%n left as they are: they changed meanwhile.", "", value.left)
            self._shared.said.emit(words)

        self._shared.desk.write(
            lambda library: library.review.decide_alike(made, start, places), done, self._shared.failed.emit
        )
