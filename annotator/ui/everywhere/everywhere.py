"""Follows labelling with "the same words elsewhere": strip, list, and the one step that changes all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from annotator.ui import theme
from annotator.ui.everywhere.catching_up import CatchingUp
from annotator.ui.everywhere.counting import counted
from annotator.ui.everywhere.grouping import Grouped, grouped
from annotator.ui.everywhere.quiet_strip import QuietStrip
from annotator.ui.everywhere.runs import Run
from annotator.ui.everywhere.same_words import SameWords
from annotator.ui.everywhere.sentences import Sentences
from annotator.ui.everywhere.subject import Home, Subject, of_changes, of_span
from annotator.ui.failures import words_of
from annotator.ui.find.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.changes import Change
    from annotator.model.effort import Effort
    from annotator.model.label import Label
    from annotator.model.outcome import Outcome
    from annotator.model.search import Action, Candidate, Nearby, Propagated
    from annotator.model.span import Span
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.everywhere.grouping import Row
    from annotator.ui.main_window import MainWindow

_PAUSE: Final = 180
"""Milliseconds after a change before the same words are counted: who labels on is not slowed down."""

_WINK: Final = 200
"""Milliseconds after which a change is shown to be under way, even if it tells nothing yet."""


class Everywhere(QObject):
    """Owns strip and list under the article of one window.

    Attributes:
        strip: the quiet line.
        panel: the list.
    """

    def __init__(self, window: MainWindow, go_to: Callable[[str, int, int], None]) -> None:
        """Follow a window; `go_to` shows a stretch of a document in the article."""
        super().__init__(window)
        self._show_place = go_to
        self._window = window
        self._desk = window.library_desk.desk
        self.strip = QuietStrip()
        self.panel = SameWords()
        self._say = Sentences(self)
        self._subject: Subject | None = None
        self._is_wish = False  # whether the subject is no more than a list that is open
        self._counting = Latest(self._desk, self)
        self._listing = Latest(self._desk, self)
        self._changing = Latest(self._desk, self)
        self._catching_up = CatchingUp(window, self)
        self._has_progressed = False
        self._working = QTimer(self, singleShot=True, interval=_WINK)
        self._found = Grouped([])
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()

    def _connect(self) -> None:
        window, panel = self._window, self.panel
        window.place.add_below(self.strip)
        window.place.add_below(panel, takes_focus=panel.view, hints=panel.hints)
        window.place.session.effort.watch(panel.view, panel.button)
        window.flow.workbench.document_leaving.connect(self._drop)
        window.flow.workbench.document_closed.connect(self._drop)
        window.place.session.guess_changed.connect(self._guess_changed)
        window.place.session.taken_back.connect(self._hush)
        window.place.article.span_selected.connect(self._selected_another)
        window.place.session.state_changed.connect(self._look_after)
        window.place.session.gaps.leaving.connect(self._hush)
        window.flow.undoing.undone.connect(lambda _undone, _redo: self._drop())
        window.windows.undone.connect(lambda _undone, _by: self._drop())
        self._pause.timeout.connect(self._count)
        self._working.timeout.connect(self._still_working)
        self.strip.list_wanted.connect(self.open_list)
        panel.apply_wanted.connect(self._apply_ticked)
        panel.left.connect(self._leave)
        panel.view.focus_moved.connect(window.show_hints)
        for changed in (panel.options_changed, panel.words_changed, theme.theme().changed):
            changed.connect(self._list)
        panel.ticks_changed.connect(self._show_head)
        panel.label_typed.connect(self._take_key)
        panel.label_chosen.connect(self._choose)
        panel.place_wanted.connect(self._go_to)

    @property
    def _labels(self) -> Mapping[str, Label]:
        return {label.uid: label for label in self._window.place.session.labels}

    # The strip

    def follow(self, changes: Sequence[Change]) -> None:
        """Say soon how many more there are of the words that were changed just now."""
        here = self._window.flow.workbench.document
        if here is None:
            return
        text = self._window.place.article.text
        subject = of_changes(changes, text, Home.of(here))
        if subject is None:
            return
        self._subject, self._is_wish = subject, False
        self._counting.stop()
        self.strip.hide()
        self._close_list()
        self._pause.start()

    def _count(self) -> None:
        subject = self._subject
        if subject is None or self._window.flow.workbench.library is None:
            return
        self._counting.ask(
            lambda library, progress: counted(library, subject, progress.check),
            lambda found: self._counted(subject, found),
            lambda _error: self.strip.hide(),  # words that cannot be looked for: there is nothing to say
        )

    def _counted(self, subject: Subject, found: Nearby) -> None:
        if subject != self._subject or not found.here + found.elsewhere:
            return
        labels = self._labels
        runs = self._say.head(subject, labels, found.here, found.elsewhere, found.documents)
        self.strip.say(runs, labels.get(subject.label), here=found.here > 0, more=True)
        self._keep_in_sight()

    def _drop(self) -> None:
        """Another document comes, or a step was taken back: nothing of it is to be said any more."""
        self._subject = None
        self._pause.stop()
        for asked in (self._counting, self._listing):
            asked.stop()
        self.strip.hide()
        self._close_list()

    def _look_after(self) -> None:
        """What was told of a span holds only while the span is as it was told, whoever changes it."""
        told = self._subject
        if told is None or self._is_wish or self._changing.is_busy:
            return
        label = told.only if told.action == "remove" else told.label
        spans = self._window.place.article.spans_over(told.start, told.end)
        is_there = (told.start, told.end, label) in {(span.start, span.end, span.label) for span in spans}
        if is_there == (told.action == "remove"):
            self._drop()

    def _guess_changed(self) -> None:
        """What is guessed now is another matter than what the strip tells of."""
        if self._window.place.session.grabbing.guess is not None:
            self._hush()

    def _selected_another(self, span: Span | None) -> None:
        """The keys of the strip would act on this span."""
        told = self._subject
        if told is not None and span is not None and (span.start, span.end) != (told.start, told.end):
            self._hush()

    def _hush(self) -> None:
        """The strip goes, and what it told of; an open list stays."""
        if self.panel.isHidden():
            self._subject = None
            self._pause.stop()
            self._counting.stop()
            self.strip.hide()

    # Acts

    def label_here(self) -> None:
        """Do to the same words in this document what was done to these."""
        subject = self._subject or self._selected("label")
        if subject is None:
            self._hint()
            return
        if not subject.label:  # the list asks for it
            self.panel.apply()
            return

        def task(library: Library, progress: Progress, effort: Effort) -> Outcome[Propagated]:
            found = library.propagating.candidates(
                subject.home.document,
                subject.words,
                subject.label,
                subject.action,
                subject.in_document(),
                only=subject.only,
                check=progress.check,
            )
            return _made(library, progress, effort, subject, [each for each in found if each.ticked])

        self._change(subject, task)

    def open_list(self) -> None:
        """Open the list: of the selected span, else of what was done last."""
        chosen, last = self._selected("label"), self._subject
        is_last = last is not None and chosen is not None and _place(last) == _place(chosen)
        self._open(last if is_last or chosen is None else chosen)

    def relabel(self) -> None:
        """Open the list to give all such spans another label."""
        subject = self._selected("label")
        if subject is None:
            self._hint()
            return
        if len(self._labels) < 2:
            self._window.flow.telling.tell(self.tr("There is no other label in this label set."))
            return
        self._open(replace(subject, action="relabel", only=subject.label, label=""))

    def remove(self) -> None:
        """Open the list to remove all such spans."""
        subject = self._selected("remove")
        self._open(subject)

    def _selected(self, action: Action) -> Subject | None:
        here, article = self._window.flow.workbench.document, self._window.place.article
        self._window.place.session.settle()
        span = article.selected_span()
        if here is None or span is None:
            return None
        return of_span(span, article.text, Home.of(here), action)

    def _hint(self) -> None:
        self._window.flow.telling.tell(self.tr("Select a span first: click it, or press Tab."))

    # The list

    def _open(self, subject: Subject | None) -> None:
        if subject is None:
            self._hint()
            return
        self._pause.stop()
        self._counting.stop()
        self._is_wish = self._is_wish or subject != self._subject
        self._subject = subject
        self.strip.hide()
        self.panel.fit(self._window.height())
        self.panel.offer(self._targets(subject))
        self.panel.wait(self.tr("Looking for the same words…"))
        self.panel.show()
        self._show_head()
        self.panel.view.setFocus()
        self._keep_in_sight()
        self._when_saved(self._list)

    def _targets(self, subject: Subject) -> list[Label]:
        """The labels that spans may become; none where their label is not asked for."""
        if subject.action != "relabel":
            return []
        return [label for uid, label in self._labels.items() if uid != subject.only]

    def _list(self) -> None:
        subject = self._subject
        if subject is None or self.panel.isHidden():
            return
        options = self.panel.options.sought("", subject.home.annotator)

        def task(library: Library, progress: Progress) -> Grouped:
            found = library.propagating.candidates(
                subject.home.document,
                subject.words,
                subject.label,
                subject.action,
                options,
                only=subject.only,
                check=progress.check,
            )
            return grouped(_others(found, subject), subject.home.document, subject.action, subject.only)

        self.panel.button.setEnabled(False)
        self._listing.ask(task, lambda found: self._listed(subject, found), self._refused)

    def _refused(self, error: AnnotatorError) -> None:
        self.panel.wait(words_of(error))

    def _listed(self, subject: Subject, found: Grouped) -> None:
        if subject != self._subject:
            return
        self._found = found
        labels = self._labels
        headings = {group: self._say.group(group, subject, labels) for group in found.counts}
        empty = self.tr("These words stand nowhere else in this corpus. Esc closes the list.")
        self.panel.show_places(found, headings, labels, empty)
        self._show_head()

    def _show_head(self) -> None:
        subject = self._subject
        if subject is None or self._changing.is_busy:
            return
        labels, found = self._labels, self._found
        is_own = subject.action != "label"
        counts = self._say.counts(found.here, found.elsewhere, found.documents, own=is_own)
        chosen = len(self.panel.model.chosen())
        runs = self._say.task(subject, labels, counts)
        button = self._say.button(subject.action, chosen)
        can_apply = chosen > 0 and bool(subject.label) and not self._listing.is_busy
        self.panel.say(runs, labels.get(subject.label), button, can_apply=can_apply)

    def _take_key(self, typed: str) -> None:
        """A label's key chooses what the spans become."""
        label = next((one for one in self._labels.values() if one.key and one.key == typed), None)
        if label is not None:
            self._choose(label.uid)

    def _choose(self, label: str) -> None:
        """The spans shall become this label."""
        subject = self._subject
        if subject is None or subject.action != "relabel" or label == subject.only:
            return
        self._subject = replace(subject, label=label)
        self.panel.choose(label)
        self._show_head()
        self._list()

    def _go_to(self, row: Row | None) -> None:
        if row is not None:
            hit = row.first.hit
            self._show_place(hit.document, hit.start, hit.end)

    def _leave(self) -> None:
        if self._changing.is_busy:
            self._changing.stop()
            self.panel.show_progress(0, 0)
            self._window.flow.telling.tell(self.tr("Stopped. Nothing was changed."))
            self._show_head()
            return
        self._close_list()
        if self._is_wish:
            self._subject = None
        self._window.place.focus_article()

    def _close_list(self) -> None:
        self._listing.stop()
        self._found = Grouped([])
        if not self.panel.isHidden():
            has_focus = self.panel.isAncestorOf(self._window.focusWidget() or self._window)
            self.panel.hide()
            self.panel.model.show_groups(self._found, {})  # thousands of places, maybe
            self._window.refresh()
            if has_focus:
                self._window.place.focus_article()

    def _keep_in_sight(self) -> None:
        """What is worked on stays in sight above strip or list."""
        article = self._window.place.article
        span = article.selected_span()

        def show() -> None:
            if span is not None:
                article.reveal(span.start, span.end)
            else:
                article.reveal(article.caret, article.caret)

        QTimer.singleShot(0, self, show)

    # Changing

    def _apply_ticked(self) -> None:
        subject, chosen = self._subject, self.panel.model.chosen()
        if subject is not None and chosen and not self._changing.is_busy:
            self._change(subject, partial(_made, subject=subject, chosen=chosen))

    def _change(
        self, subject: Subject, task: Callable[[Library, Progress, Effort], Outcome[Propagated]]
    ) -> None:
        def start() -> None:
            self._has_progressed = False
            effort = self._window.place.session.effort.take()
            self._changing.ask(
                lambda library, progress: task(library, progress, effort),
                lambda outcome: self._changed(subject, outcome),
                self._not_changed,
                self._progressed,
            )
            self._working.start()

        self._when_saved(start)

    def _still_working(self) -> None:
        """It takes longer than a wink: show that it is under way before there is anything to tell of it."""
        count = len(self.panel.model.chosen())
        if self._changing.is_busy and not self._has_progressed and count:
            self._progressed(0, count)

    def _progressed(self, now: int, total: int) -> None:
        self._has_progressed = True
        self.panel.show_progress(now, total)
        self.panel.button.setText(self._say.busy(now, total))

    def _not_changed(self, error: AnnotatorError) -> None:
        self.panel.show_progress(0, 0)
        self._show_head()
        self._window.flow.tell_failure(error)

    def _changed(self, subject: Subject, outcome: Outcome[Propagated]) -> None:
        self._subject = None
        self.panel.show_progress(0, 0)
        self._close_list()
        self._window.place.focus_article()
        self._window.flow.undoing.promise(outcome.step, self._window.flow.open_document_uid)
        labels = self._labels
        name = labels[subject.label].name if subject.label in labels else ""
        words = self._say.done(subject.action, outcome.value, name)
        self.strip.say([Run(words, "text2")], labels.get(subject.label))
        self._catching_up.catch_up()

    def _when_saved(self, call: Callable[[], None]) -> None:
        """Call once what the person did so far is in the library, so that it is seen there."""
        if self._window.library_desk.pending == 0:
            call()
        else:
            QTimer.singleShot(10, self, lambda: self._when_saved(call))


def _made(
    library: Library, progress: Progress, effort: Effort, subject: Subject, chosen: Sequence[Candidate]
) -> Outcome[Propagated]:
    return library.propagating.apply(
        subject.home.corpus,
        chosen,
        subject.action,
        subject.label,
        subject.home.annotator,
        progress,
        effort,
    )


def _others(found: list[Candidate], subject: Subject) -> list[Candidate]:
    """The places without the one the list was opened at."""
    own = (subject.home.document, subject.start, subject.end)
    if subject.action != "label":
        return found
    return [each for each in found if (each.hit.document, each.hit.start, each.hit.end) != own]


def _place(subject: Subject) -> tuple[str, int, int]:
    return subject.home.document, subject.start, subject.end
