"""The page of the export: a recipe at the left; at the right what would come of it, then the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import Cancelled
from annotator.ui import fonts
from annotator.ui.i18n import sentence
from annotator.ui.pages.export_command import command_for
from annotator.ui.pages.export_run import material_of, of_status, preview_after, preview_of, run_export
from annotator.ui.pages.foresight import STILL, Foreseeing
from annotator.ui.pages.kept_recipes import KeptRecipes
from annotator.ui.pages.proof import ProofView
from annotator.ui.pages.recipe_form import RecipeForm
from annotator.ui.pages.recipe_place import proposed
from annotator.ui.pages.ticket import Tickets
from annotator.ui.parts.bars import Hairline, ProgressBar
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.model.document import Corpus
    from annotator.model.listing import StatusCounts
    from annotator.model.recipe import KeptRecipe, Recipe
    from annotator.services.export.facts import ExportResult, Preview
    from annotator.ui.desk import Desk, Job
    from annotator.ui.pages.export_run import Prospect
    from annotator.ui.pages.recipe_what import Material

RECIPE_WIDTH = 440


class ExportPage(Surface):
    """Exports one corpus; an export goes on when the page is left.

    Signals:
        progressed: documents done and in all of the export under way.
        exported: the `ExportResult` of a file that was written.
        refused: the `AnnotatorError` of an export that came to nothing.
        left: Escape: the person wants back.
        failed: an `AnnotatorError` of anything else.
    """

    progressed = Signal(int, int)
    exported = Signal(object)
    refused = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, still: int = STILL) -> None:
        """Make the page; `still` is how long a recipe stands still before it is looked into, ms."""
        super().__init__("page", parent)
        self._desk = desk
        self._corpus: Corpus | None = None
        self._counts: StatusCounts | None = None
        self._suggested_for = ""
        self._job: Job | None = None
        self._done_of = (0, 0)
        self._is_busy = self._keeps_proof = self._takes_none = False
        self._next_place = 0
        self._tickets = Tickets()
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD)
        self._name = ElidedLabel(ink="muted")
        self._side, self._sheet = Surface("panel", self), Surface("panel")
        self._close = Button(kind="quiet", key="Esc", small=True)
        self._begin_side()
        self.kept, self.form = KeptRecipes(desk, self._sheet), RecipeForm(self._sheet)
        self._export, self._save = Button(kind="primary", key="Ctrl+Return"), Button(key="Ctrl+S")
        self._stop = Button()
        self._bar = ProgressBar()
        self.proof = ProofView()
        self._foreseeing = Foreseeing(desk, self, still=still)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.kept.choice)
        self._end()
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    def set_corpus(self, corpus: Corpus | None, layer: str = "") -> None:
        """Be ready to export a corpus; of the one that was here last the form stays as it was.

        `layer` is the uid of the annotator whose layer is offered first, "" for the library's own.
        """
        keeps, self._keeps_proof = self._keeps_proof or self._is_busy, False
        is_same = corpus is not None and self._corpus is not None and corpus.uid == self._corpus.uid
        if is_same and keeps:
            return
        self._foreseeing.forget()
        self._corpus, self._counts = corpus, None
        self._name.setText(corpus.name if corpus else "")
        if corpus is None:
            return
        uid = corpus.uid
        self.proof.say(lambda: ("", ""))
        self._desk.read(
            lambda library: material_of(library, uid, layer), self._take_material, self.failed.emit
        )
        self._desk.read(lambda library: library.documents.counts(uid), self._take_counts, self.failed.emit)
        self.kept.reload(uid)

    def refresh(self) -> None:
        """Recipes may have come or gone."""
        if self._corpus is not None:
            self.kept.reload(self._corpus.uid)

    def export(self) -> None:
        """Write the file, read it back, compare."""
        corpus, wish = self._corpus, self.form.wish()
        if self._is_busy or corpus is None or not self.form.is_ready or not self._documents():
            return
        uid = corpus.uid
        self._foreseeing.forget()
        self._begin()
        kept = self.kept.current
        name = kept.name if kept is not None and not self.kept.is_changed else None
        job = self._desk.run(
            lambda library, progress: (
                run_export(library, uid, wish, progress),
                command_for(str(library.path), corpus.name, wish, name),
            ),
            self._tell_progress,
            self._tickets.mine(lambda made: self._done(uid, wish.recipe, *made)),
            self._tickets.mine(self._refused),
        )
        self._job = job if self._is_busy else None

    def stop_export(self) -> None:
        """Stop the export under way; that it stopped is told."""
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """Stop what is under way, for the library is left; nothing is told."""
        self.stop_export()
        self._foreseeing.forget()
        self._tickets.draw()
        self._corpus = None
        self._end()

    # ------------------------------------------------------------------ building

    def _begin_side(self) -> None:
        """Put up what the form is made in: a tree that moves to another place is styled anew as a whole."""
        self._side.setFixedWidth(RECIPE_WIDTH)
        self._form_scrolled = area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._sheet)
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.setSpacing(0)
        self._side_column.addLayout(self._head())
        self._side_column.addWidget(area, 1)

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._sheet)
        inner.setContentsMargins(24, 8, 24, 8)
        inner.setSpacing(20)
        inner.addWidget(self.kept)
        inner.addWidget(self.form, 1)
        self._side_column.addWidget(Hairline())
        self._side_column.addLayout(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(Hairline(standing=True))
        row.addWidget(self.proof, 1)

    def _head(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 16, 12)
        head.setSpacing(2)
        head.addLayout(top)
        head.addWidget(self._name)
        return head

    def _foot(self) -> QVBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self._export, self._stop, self._save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 20)
        foot.setSpacing(10)
        foot.addWidget(self.form.place)
        foot.addWidget(self._bar)
        foot.addLayout(buttons)
        return foot

    def _connect(self) -> None:
        self.form.changed.connect(self._recipe_changed)
        self._export.clicked.connect(self.export)
        self._save.clicked.connect(self.kept.save)
        self._stop.clicked.connect(self.stop_export)
        self._close.clicked.connect(self.left)
        self._foreseeing.told.connect(self._show_prospect)
        self._foreseeing.refused.connect(self._show_refusal)
        self.kept.chosen.connect(self._take_recipe)
        self.kept.settled.connect(self._say_buttons)
        self.kept.failed.connect(self.failed)
        self.proof.preview.next_wanted.connect(self._show_next)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys = {
            "Ctrl+Return": self.export,
            "Ctrl+Enter": self.export,
            "Ctrl+S": self.kept.save,
            "Esc": self.left.emit,
        }
        for key, act in keys.items():
            QShortcut(sequence_of(key), self, context=within).activated.connect(act)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("Export"))
        self._close.setText(self.tr("Close"))
        self._stop.setText(self.tr("Stop"))
        self._save.setText(self.tr("Save recipe"))
        self._say_buttons()

    def _say_buttons_and_hold_focus(self) -> None:
        """A button that goes or turns grey would give the focus to whatever comes next in the window."""
        had_focus = self.window().focusWidget() in (self._export, self._stop)
        if had_focus:
            self.setFocus()
        self._say_buttons()
        if had_focus:
            within = (self._stop, self._export, self.kept.choice)
            next(each for each in within if each.isVisible() and each.isEnabled()).setFocus()

    def _say_buttons(self) -> None:
        count, busy = self._documents(), self._is_busy
        self._export.setText(self._how_far() if busy else self._how_much(count))
        self._export.setEnabled(not busy and count > 0 and self.form.is_ready)
        kept = self.kept.current
        self._save.setEnabled(kept is None or self.kept.is_changed)
        self._save.setVisible(not busy)
        self._stop.setVisible(busy)
        self.form.place.say_why(has_documents=busy or count > 0 or self._counts is None)
        self.form.set_counts(self._of_documents(count))

    def _how_much(self, count: int) -> str:
        """No number stands there until it is known."""
        if self._counts is None:
            return self.tr("Export")
        return separated(self.tr("Export %n document(s)", "", count), count)

    def _of_documents(self, count: int) -> str:
        return "" if self._counts is None else separated(self.tr("%n document(s)", "", count), count)

    def _how_far(self) -> str:
        done, total = self._done_of  # of what is dealt out, written and read back: no number of documents
        return self.tr("Exporting…") + (f" {100 * done // total} %" if total else "")

    def _documents(self) -> int:
        """How many documents the recipe takes; until it was looked into, how many have its status."""
        prospect = self.proof.prospect
        if prospect is not None and prospect.recipe == self.form.recipe():
            return prospect.seen.documents
        return 0 if self._takes_none else self._of_status()

    def _of_status(self) -> int:
        return of_status(self._counts, self.form.recipe().status) if self._counts else 0

    # ------------------------------------------------------------------ the recipe

    def _take_material(self, material: Material) -> None:
        corpus = self._corpus
        self.form.set_material(material)
        self.proof.set_labels(material.labels)
        if corpus is not None and corpus.uid != self._suggested_for:
            self.form.suggest(proposed(corpus.name))
            self._suggested_for = corpus.uid
        self.form.look_at_file()
        self._recipe_changed()

    def _take_counts(self, counts: StatusCounts) -> None:
        self._counts = counts
        self._recipe_changed()

    def _take_recipe(self, kept: KeptRecipe) -> None:
        self.form.show_recipe(kept.recipe)
        self.kept.shows(self.form.recipe())
        self._say_buttons()
        if kept.unknown:
            self._foreseeing.forget()
            self.proof.say(lambda: (self.tr("Part of this recipe is unknown"), self._unknown_words(kept)))

    def _unknown_words(self, kept: KeptRecipe) -> str:
        words = self.tr(
            "“{name}” was kept by a newer version and has choices that this one does not know: {choices}. "
            "The form shows the others; look at them before you export."
        )
        return words.replace("{name}", kept.name).replace("{choices}", ", ".join(sorted(kept.unknown)))

    def _recipe_changed(self) -> None:
        corpus, recipe = self._corpus, self.form.recipe()
        self.kept.differs(recipe)
        if corpus is None or self._counts is None or self._is_busy:
            self._say_buttons()
            return
        self._takes_none = False
        if self._of_status():
            if self.proof.prospect is None or self.proof.prospect.recipe != recipe:
                self.proof.reckon()
            self._foreseeing.ask(corpus.uid, recipe)
        else:
            self._foreseeing.forget()
            self.proof.say(
                lambda: (self.tr("No document fits"), self.tr("Choose documents of another status."))
            )
        self._say_buttons()

    def _show_prospect(self, prospect: Prospect) -> None:
        if self._is_busy:
            return
        if prospect.seen.documents:
            self._next_place = 0
            self.proof.show_prospect(prospect)
        else:
            self.proof.say(
                lambda: (self.tr("No document fits"), self.tr("Choose documents of other tags or status."))
            )
        self._takes_none = not prospect.seen.documents
        self._say_buttons()

    def _show_refusal(self, error: AnnotatorError) -> None:
        self.proof.say(lambda: (self.tr("This cannot be exported so"), sentence(error.message)))

    def _show_next(self) -> None:
        corpus, recipe, place = self._corpus, self.form.recipe(), self._next_place
        if corpus is None:
            return
        shown, prospect = self.proof.preview.document, self.proof.prospect
        parts = prospect.seen.part_of if prospect is not None else {}
        self._desk.read(
            lambda library: preview_after(library, corpus.uid, recipe, place, shown, parts),
            self._take_next,
            self.failed.emit,
        )

    def _take_next(self, found: tuple[int, Preview] | None) -> None:
        if found is not None:
            self._next_place, preview = found
            self.proof.show_preview(preview)

    # ------------------------------------------------------------------ the export

    def _begin(self) -> None:
        self._done_of = (0, 0)
        self._bar.set_part(0, 0)
        self._bar.show()
        self._tickets.draw()
        self._is_busy = True
        self._say_buttons_and_hold_focus()

    def _tell_progress(self, done: int, total: int) -> None:
        if self._is_busy:
            self._done_of = (done, total)
            self._bar.set_part(done, total)
            self._say_buttons()
            self.progressed.emit(done, total)

    def _end(self) -> None:
        self._job, self._is_busy = None, False
        self._bar.hide()
        self._say_buttons_and_hold_focus()

    def _done(self, corpus: str, recipe: Recipe, result: ExportResult, command: str) -> None:
        self._keeps_proof = not self.isVisible()  # it is still to be seen when the person comes back
        self.form.look_at_file()
        self.proof.show_proof(result, recipe, command)
        if self.proof.prospect is None:
            self._desk.read(
                lambda library: preview_of(library, corpus, recipe), self._take_preview, self.failed.emit
            )
        self._end()
        self.exported.emit(result)

    def _take_preview(self, preview: Preview | None) -> None:
        if preview is not None:
            self.proof.show_preview(preview)

    def _refused(self, error: AnnotatorError) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._recipe_changed()
        else:
            self.proof.say(lambda: (self.tr("Nothing was written"), sentence(error.message)))
        self.refused.emit(error)
