"""What is done to the hits of the Find page: label, relabel, remove, save."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from annotator.errors import EnvironmentProblem, reason_of
from annotator.files import write_atomically
from annotator.messages import say
from annotator.model.plain_table import guarded_in
from annotator.model.search import HitState
from annotator.ui import choosing
from annotator.ui.everywhere.catching_up import CatchingUp
from annotator.ui.everywhere.sentences import Sentences
from annotator.ui.find.hit_model import key_of
from annotator.ui.find.latest import Latest
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotator.errors import AnnotatorError
    from annotator.model.effort import Effort
    from annotator.model.outcome import Outcome
    from annotator.model.search import Action, Candidate, Hit, Propagated
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.find.hit_desk import HitDesk
    from annotator.ui.main_window import MainWindow

_KEPT: Final = frozenset((HitState.SAME, HitState.OTHER))
"""What is not labelled on top: a span of just these words has a label there."""

Done = tuple["Outcome[Propagated] | None", int]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be done at hits.

    Attributes:
        corpus: uid.
        action: what.
        label: uid of the label to give, "" for none.
        effort: what it cost the person.
        keeps_done: whether documents that are done stay as they are.
    """

    corpus: str
    action: Action
    label: str
    effort: Effort
    keeps_done: bool


class HitActs(QObject):
    """Changes ticked hits in one step beside the queue, and saves hits as a table."""

    def __init__(self, window: MainWindow, hits: HitDesk) -> None:
        super().__init__(window)
        self._window = window
        self._hits = hits
        self._changing = Latest(window.library_desk.desk, self)
        self._catching_up = CatchingUp(window, self)
        self._say = Sentences(self)
        page = hits.page
        window.place.session.effort.watch(page.field, page.view, *page.foot.buttons)

    def stop(self) -> bool:
        """Stop what is under way; whether anything was."""
        was_busy = self._changing.is_busy
        if was_busy:
            self._changing.stop()
            self._hits.page.foot.show_progress(0, 0)
            self._hits.page.foot.say(self.tr("Stopped. Nothing was changed."))
        return was_busy

    def act(self, action: Action) -> None:
        """Label, relabel or remove at the ticked hits; without any tick at the current one."""
        page, current = self._hits.page, self._hits.current()
        label = page.foot.label
        if self._changing.is_busy or (label is None and action != "remove"):
            return
        model = page.model
        chosen = model.ticked() or ([current] if current is not None else [])
        uid = "" if label is None else label.uid
        corpus, sought = self._hits.corpus, self._hits.sought
        reaches_all, left_out = model.are_all, model.odd
        if not chosen and not reaches_all:
            return
        effort = self._window.place.session.effort.take()
        wish = _Wish(corpus, action, uid, effort, keeps_done=reaches_all)

        def task(library: Library, progress: Progress) -> Done:
            hits = chosen
            if reaches_all:
                every = library.searching.hits(corpus, sought, check=progress.check)
                hits = [hit for hit in every if key_of(hit) not in left_out]
            return _applied(library, progress, hits, wish)

        name = "" if label is None else label.name
        self._changing.ask(
            task, lambda done: self._done(action, name, done), self._failed, page.foot.show_progress
        )

    def _done(self, action: Action, name: str, done: Done) -> None:
        outcome, kept = done
        foot = self._hits.page.foot
        foot.show_progress(0, 0)
        words = [] if outcome is None else [self._say.done(action, outcome.value, name)]
        if kept:
            said = self._kept_words(action, kept)
            words.append(separated(said, kept))
        foot.say(" ".join(words))
        self._window.flow.telling.tell(" ".join(words))
        if outcome is not None:
            self._hits.page.model.tick_all(on=False)
            self._window.flow.undoing.promise(outcome.step, self._window.flow.open_document_uid)
            self._catching_up.catch_up()

    def _kept_words(self, action: Action, kept: int) -> str:
        if action == "label":
            return self.tr("%n hit(s) had a label already, or are in documents that are done.", "", kept)
        return self.tr("%n hit(s) had no span of yours with just these words to change.", "", kept)

    def _failed(self, error: AnnotatorError) -> None:
        self._hits.page.foot.show_progress(0, 0)
        self._hits.page.foot.say("")
        self._window.flow.tell_failure(error)

    # Saving

    def save(self) -> None:
        """Ask for a file and write all hits into it as CSV that spreadsheets open with all letters right."""
        corpus, sought, order = self._hits.corpus, self._hits.sought, self._hits.page.chosen_order
        if not self._hits.page.model.length():
            self._hits.page.foot.say(self.tr("There are no hits to save."))
            return
        kinds = [self.tr("Tables") + " (*.csv)"]
        proposed = self.tr("hits") + ".csv"
        name = choosing.file_to_save(self._window, self.tr("Save the hits"), proposed, kinds)
        if not name:
            return
        path = Path(name) if name.lower().endswith(".csv") else Path(f"{name}.csv")

        def task(library: Library, progress: Progress) -> tuple[int, int]:
            stream = io.StringIO(newline="")
            count = library.searching.csv(corpus, sought, stream, order=order, check=progress.check)
            _write(path, stream.getvalue())
            return count, guarded_in(stream.getvalue())

        self._changing.ask(task, lambda told: self._saved(path, *told), self._failed)

    def _saved(self, path: Path, count: int, guarded: int) -> None:
        words = separated(self.tr("%n hit(s) saved as %1", "", count), count).replace("%1", str(path))
        if guarded:
            words += ". " + self.tr(
                "%n cell(s) that a spreadsheet would take for a formula begin with an apostrophe.",
                "",
                guarded,
            )
        self._hits.page.foot.say(words)


def _applied(library: Library, progress: Progress, hits: list[Hit], wish: _Wish) -> Done:
    """Do it; what was done, and at how many hits there was nothing to do."""
    corpus, action, label = wish.corpus, wish.action, wish.label
    found = library.propagating.of_hits(corpus, hits, label, action, None, progress.check)
    chosen = [each for each in found if _is_meant(each, action) and not (wish.keeps_done and each.is_done)]
    kept = len(_places(hits) - {key_of(each.hit) for each in chosen})
    if not chosen:
        return None, kept
    outcome = library.propagating.apply(corpus, chosen, action, label, None, progress, wish.effort)
    return outcome, kept


def _is_meant(each: Candidate, action: Action) -> bool:
    if action == "label":
        return each.state not in _KEPT
    return action == "remove" or each.state is not HitState.SAME


def _places(hits: Collection[Hit]) -> set[tuple[str, int, int]]:
    return {key_of(hit) for hit in hits}


def _write(path: Path, text: str) -> None:
    try:
        write_atomically(path, text.encode("utf-8-sig"))
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "{path} could not be written ({reason}). Nothing was saved.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from error
