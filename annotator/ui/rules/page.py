"""The page of the rules: which are offered, which hold, what each would settle, what goes against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.outcome import Touched
from annotator.ui import fonts
from annotator.ui.find.latest import Latest
from annotator.ui.i18n import sentence
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.page import ReviewPage
from annotator.ui.review.waiting import waiting_words
from annotator.ui.rules.lines import Line, line_list
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.learned import Contradiction, LearnedRule, RuleCase, RulePreview
    from annotator.model.outcome import Outcome
    from annotator.model.rulings import Decided
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.review.shared import Shared

_COLUMN: Final = 880
_SHOWN: Final = Touched.REVIEW | Touched.SPANS | Touched.LABELS | Touched.WHOLESALE | Touched.PEOPLE


class RulesPage(ReviewPage):
    """Rules that decisions of the corpus suggested."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(shared, parent)
        self._rules: dict[str, LearnedRule] = {}
        self._cases: Sequence[RuleCase] = ()
        self._waiting = 0
        self._reading, self._previewing = Latest(shared.desk, self), Latest(shared.desk, self)
        self._title = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self._note = PlainLabel(ink="muted", wraps=True)
        self._found = PlainLabel(size=15, weight=fonts.SEMIBOLD)
        self.rules, self._rule_model = line_list()
        self.cases, self._case_model = line_list()
        self.settle_button = Button(kind="primary", key="Return")
        self.drop_button = Button(key="Del")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.settle_button)
        acts.addWidget(self.drop_button)
        acts.addStretch(1)
        sheet = QWidget()
        sheet.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 24, 0, 28)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._note)
        column.addLayout(head)
        column.addWidget(self.rules, 2000)
        column.addWidget(self._found)
        column.addWidget(self.cases, 3000)
        column.addLayout(acts)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.addWidget(sheet, 1000)
        row.addStretch(1)

    def _connect(self) -> None:
        self.rules.selectionModel().currentRowChanged.connect(lambda *_: self._preview())
        self.cases.chosen.connect(self._open)
        self.settle_button.clicked.connect(self.settle)
        self.drop_button.clicked.connect(self.drop)
        only = Qt.ShortcutContext.WidgetShortcut
        for key, act in (("Return", self.settle), ("Enter", self.settle), ("Del", self.drop)):
            QShortcut(sequence_of(key), self.rules, context=only).activated.connect(act)

    # What the frame calls

    @property
    def first_focus(self) -> QWidget:
        """The rules; the page itself while there are none."""
        return self.rules if self._rules else self

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:
        """Show the rules of a corpus as they are now."""
        del uid, is_writable
        self._load()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if outcome.touched & _SHOWN:
            self._load()

    def hints(self) -> list[Hint]:
        """Settle, drop, look at one difference."""
        if not self._rules:
            return []
        return [
            Hint(("↵",), self.tr("settle, or show")),
            Hint(("Del",), self.tr("turn down, forget")),
        ]

    # What a person does

    def settle(self) -> None:
        """Decide every case of the current rule as it says: one step."""
        rule, corpus, cases = self._current, self.shared.corpus, self._cases
        if rule is None or corpus is None or not self.settle_button.isEnabled():
            return
        uid = rule.uid

        def done(outcome: Outcome[Decided]) -> None:
            count = outcome.value.clusters
            words = self.tr("The rule settled %n difference(s). Ctrl+Z takes all of it back.", "", count)
            self.shared.said.emit(separated(words, count))
            self._load()

        self._write(lambda library: library.rules.accept(corpus, uid, cases), done)

    def drop(self) -> None:
        """Turn an offered rule down, or forget one that holds; what it decided stays."""
        rule, corpus = self._current, self.shared.corpus
        if rule is None or corpus is None or not self.drop_button.isEnabled():
            return
        uid, is_accepted = rule.uid, rule.is_accepted
        self._write(
            lambda library: (library.rules.forget if is_accepted else library.rules.decline)(corpus, uid),
            lambda _: self._load(),
        )

    def _open(self, index: QModelIndex) -> None:
        line = self._case_model.line_at(index.row())
        if line is not None:
            self.shared.document_wanted.emit(line.uid, line.cluster)

    def _write(
        self,
        task: Callable[[Library], Outcome[Decided]],
        done: Callable[[Outcome[Decided]], None],
    ) -> None:
        self.shared.desk.write(task, done, self.shared.failed.emit)

    # Reading

    @property
    def _current(self) -> LearnedRule | None:
        line = self._rule_model.line_at(self.rules.currentIndex().row())
        return None if line is None else self._rules.get(line.uid)

    def _load(self) -> None:
        corpus = self.shared.corpus
        if corpus is None:
            self._take(([], []))
            return

        def read(library: Library, _progress: Progress) -> tuple[list[LearnedRule], list[LearnedRule]]:
            return library.rules.accepted(corpus), library.rules.offered(corpus)

        self._reading.ask(read, self._take, self.shared.failed.emit)

    def _take(self, found: tuple[list[LearnedRule], list[LearnedRule]]) -> None:
        current = self._current
        self._rules = {rule.uid: rule for rules in found for rule in rules}
        self._rule_model.set_lines([self._rule_line(rule) for rule in self._rules.values()])
        row = self._rule_model.row_of(current.uid) if current is not None else None
        self.rules.go_to(row or (0 if self._rules else None))
        self._say()
        self._preview()

    def _preview(self) -> None:
        rule, corpus = self._current, self.shared.corpus
        self._cases, self._waiting = (), 0
        self._show_cases(rule)
        if rule is None or corpus is None:
            self._previewing.stop()
            return
        uid = rule.uid

        def arrived(preview: RulePreview) -> None:
            if self._current is not None and self._current.uid == preview.rule.uid:
                self._cases, self._waiting = preview.cases, preview.waiting
                self._show_cases(self._current)

        self._previewing.ask(
            lambda library, progress: library.rules.preview(corpus, uid, progress.check),
            arrived,
            self.shared.failed.emit,
        )

    def _show_cases(self, rule: LearnedRule | None) -> None:
        against = [] if rule is None else [self._against_line(each) for each in rule.against]
        self._case_model.set_lines([*against, *(self._case_line(case) for case in self._cases)])
        is_writable = self.shared.is_writable
        self.settle_button.setEnabled(is_writable and rule is not None and bool(self._cases))
        self.drop_button.setEnabled(is_writable and rule is not None)
        is_kept = rule is not None and rule.is_accepted
        self.drop_button.setText(self.tr("Forget the rule") if is_kept else self.tr("Turn it down"))
        self._say_found()
        self.shared.acts_changed.emit()

    # Words

    def _rule_line(self, rule: LearnedRule) -> Line:
        told = [self.tr("holds") if rule.is_accepted else self.tr("offered")]
        told.append(separated(self.tr("%n decision(s) say so", "", rule.examples), rule.examples))
        if rule.against:
            number = len(rule.against)
            told.append(separated(self.tr("%n decision(s) against it", "", number), number))
        icon = "circle-check" if rule.is_accepted else "circle-question-mark"
        return Line(sentence(rule.words), " · ".join(told), icon, rule.uid, needs_look=bool(rule.against))

    def _case_line(self, case: RuleCase) -> Line:
        taken = f"“{case.taken}”" if case.taken else self.tr("none of it")
        words = self.tr("{words} → {taken}").replace("{words}", f"“{case.words}”").replace("{taken}", taken)
        around = f"{case.title} · … {case.left} {case.words} {case.right} …"
        return Line(words, around, "circle", case.document, case.cluster.uid)

    def _against_line(self, against: Contradiction) -> Line:
        decision = against.decision
        told = [against.title, self.tr("decided otherwise by hand"), decision.reviewer.name, decision.reason]
        return Line(
            self.tr("“{words}”: against the rule").replace("{words}", against.words),
            " · ".join(filter(None, told)),
            "triangle-alert",
            decision.document,
            decision.cluster,
            needs_look=True,
        )

    def _say_found(self) -> None:
        number = len(self._cases)
        words = self.tr("%n open difference(s) that it settles", "", number)
        told = (separated(words, number), waiting_words(self._waiting))
        self._found.setText(" · ".join(filter(None, told)) if self._current is not None else "")

    def _say(self) -> None:
        self._note.setText(
            self.tr("Look below at what a rule would settle; nothing is decided without you.")
            if self._rules
            else self.tr(
                "None yet. After three equal decisions by hand on the same sort of difference a rule is "
                "offered here."
            )
        )
        was_here = self.has_focus_within
        for widget in (self.rules, self.cases, self._found, self.settle_button, self.drop_button):
            widget.setVisible(bool(self._rules))
        self.settle_focus(was_here=was_here)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("Which rules hold?"))
        self.settle_button.setText(self.tr("Settle them"))
        self.rules.setAccessibleName(self.tr("Rules"))
        self.cases.setAccessibleName(self.tr("Differences"))
        self._say()
        if self._rules:
            self._take((list(self._rules.values()), []))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
