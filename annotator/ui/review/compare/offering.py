"""Rules that decisions suggest: offered in a quiet line, and applied to every case that is ticked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.find.latest import Latest
from annotator.ui.i18n import sentence
from annotator.ui.keymap import caps
from annotator.ui.review.compare.key_grid import KeyDeed
from annotator.ui.review.waiting import waiting_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.learned import LearnedRule, RuleCase, RulePreview
    from annotator.model.outcome import Outcome
    from annotator.model.rulings import Decided
    from annotator.ui.review.compare.alike_strip import AlikeStrip
    from annotator.ui.review.compare.deciding import Deciding
    from annotator.ui.review.compare.panel import DecisionPanel
    from annotator.ui.review.shared import Shared


class Offering(QObject):
    """Looks after each ruling whether it makes a rule, and offers that one until it is answered."""

    def __init__(self, shared: Shared, deciding: Deciding, panel: DecisionPanel, strip: AlikeStrip) -> None:
        super().__init__(strip)
        self._shared, self._deciding, self._panel, self._strip = shared, deciding, panel, strip
        self._rule: LearnedRule | None = None
        self._question = Latest(shared.desk, self)
        deciding.ruled.connect(self._look)

    @property
    def is_offering(self) -> bool:
        """Whether there is a rule to answer."""
        return self._rule is not None

    def show(self) -> None:
        """Say the rule that is offered, in the language in force."""
        rule = self._rule
        if rule is None:
            self._panel.show_rule("", None)
            return
        words = self.tr("You decided %n times alike. A rule? %1", "", rule.examples)
        deed = KeyDeed(caps("review.rule"), self.tr("show what it settles"), self.open)
        self._panel.show_rule(words.replace("%1", sentence(rule.words)), deed)

    def forget(self) -> None:
        """Offer nothing: another corpus is open."""
        self._question.stop()
        self._offer(None)

    def open(self) -> None:
        """List every case that the rule would settle."""
        corpus, rule = self._shared.corpus, self._rule
        if corpus is None or rule is None:
            return
        uid = rule.uid
        self._question.ask(
            lambda library, _progress: library.rules.preview(corpus, uid),
            self._show,
            self._shared.failed.emit,
        )

    # Inside

    def _look(self, document: str, cluster: str) -> None:
        def found(rule: LearnedRule | None) -> None:
            if rule is not None:
                self._offer(rule)

        self._question.ask(lambda library, _progress: library.rules.offered_after(document, cluster), found)

    def _offer(self, rule: LearnedRule | None) -> None:
        self._rule = rule
        self.show()
        self._shared.acts_changed.emit()

    def _show(self, preview: RulePreview) -> None:
        words = sentence(preview.rule.words)
        if not preview.cases:
            words = self.tr("Nothing is left that it would settle: %1").replace("%1", words)
        self._strip.open_with(
            words,
            self._deciding.document or "",
            preview.cases,
            self._panel.height(),
            partial(self._accept, preview.rule.uid),
            partial(self._decline, preview.rule.uid),
            note=waiting_words(preview.waiting),
        )

    def _accept(self, rule: str, cases: Sequence[RuleCase]) -> None:
        corpus = self._shared.corpus
        if corpus is None:
            return
        self._offer(None)
        self._shared.desk.write(
            lambda library: library.rules.accept(corpus, rule, cases),
            self._accepted,
            self._shared.failed.emit,
        )

    def _accepted(self, outcome: Outcome[Decided]) -> None:
        count = outcome.value.clusters
        words = self.tr("The rule settled %n. One step: Ctrl+Z takes all of it back.", "", count)
        self._shared.said.emit(words)
        self._deciding.reread(onward=True)

    def _decline(self, rule: str) -> None:
        corpus = self._shared.corpus
        if corpus is None:
            return
        self._offer(None)
        self._shared.desk.write(
            lambda library: library.rules.decline(corpus, rule),
            lambda _outcome: self._shared.said.emit(self.tr("It is not offered again.")),
            self._shared.failed.emit,
        )
