"""What an export would leave out, asked before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import Cancelled
from annotator.ui.i18n import number, sentence
from annotator.ui.pages.export_run import foresee
from annotator.ui.pages.ticket import Tickets

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.services.export_facts import Foresight
    from annotator.ui.desk import Desk, Job
    from annotator.ui.pages.recipe_form import Recipe


class Foreseeing(QObject):
    """Asks beside the window, and gives up what it asked when the recipe changes.

    Signals:
        told: a sentence for the recipe asked about last.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._asked: tuple[object, ...] = ()
        self._answer = ""
        self._tickets = Tickets()

    def ask(self, corpus: str, recipe: Recipe) -> str:
        """What is known of this recipe now, "" for nothing yet; `told` gives what comes later."""
        wanted = (corpus, recipe.status, recipe.layer, recipe.nested, recipe.format)
        if wanted == self._asked:
            return self._answer
        self.forget()
        if recipe.format != "conll":
            return ""
        self._asked = wanted
        job = self._desk.run(
            lambda library, progress: foresee(library, corpus, recipe, progress),
            lambda _done, _total: None,
            self._tickets.mine(self._tell),
            self._tickets.mine(self._refused),
        )
        self._job = None if self._answer else job
        return self._answer

    def forget(self) -> None:
        """Give up what was asked; the next question is asked anew."""
        if self._job is not None:
            self._job.cancel()
        self._tickets.draw()
        self._job, self._asked, self._answer = None, (), ""

    def _tell(self, seen: Foresight) -> None:
        if seen.left_out:
            words = self.tr(
                "{left} of {spans} spans would be left out, because of spans around or within them."
            )
        else:
            words = self.tr("None of the {spans} spans would be left out because of another one.")
        words = words.replace("{left}", number(seen.left_out))
        self._say(words.replace("{spans}", number(seen.spans)))

    def _refused(self, error: AnnotatorError) -> None:
        if not isinstance(error, Cancelled):
            self._say(sentence(error.message))

    def _say(self, words: str) -> None:
        self._job, self._answer = None, words
        self.told.emit(words)
