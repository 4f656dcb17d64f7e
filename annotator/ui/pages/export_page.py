"""The page of the export: a recipe at the left, the proof of the file at the right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import Cancelled
from annotator.model.document import Status
from annotator.ui import fonts
from annotator.ui.i18n import sentence
from annotator.ui.pages.export_run import layers_of, run_export
from annotator.ui.pages.foresight import Foreseeing
from annotator.ui.pages.proof import Proof, ProofView
from annotator.ui.pages.recipe_form import RecipeForm
from annotator.ui.pages.ticket import Tickets
from annotator.ui.parts.bars import Hairline, ProgressBar
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.document import Annotator, Corpus
    from annotator.model.listing import StatusCounts
    from annotator.ui.desk import Desk, Job

RECIPE_WIDTH = 440


class ExportPage(Surface):
    """Exports one corpus.

    Signals:
        exported: the `Proof` of a file that was written.
        left: Escape: the person wants back.
        failed: an `AnnotatorError` of a read.
    """

    exported = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._corpus: Corpus | None = None
        self._counts: StatusCounts | None = None
        self._suggested_for = ""
        self._job: Job | None = None
        self._is_busy = False
        self._tickets = Tickets()
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD)
        self._name = ElidedLabel(ink="muted")
        self._form = RecipeForm()
        self._form.changed.connect(self._recipe_changed)
        self._export = Button(kind="primary", key="Ctrl+Return")
        self._export.clicked.connect(self.export)
        self._cancel = Button(key="Esc")
        self._cancel.clicked.connect(self.cancel)
        self._bar = ProgressBar()
        self._bar.hide()
        self._proof = ProofView()
        self._foreseeing = Foreseeing(desk, self)
        self._foreseeing.told.connect(self._show_prospect)
        self._lay_out()
        self._bind()
        self.setFocusProxy(self._form)
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    def set_corpus(self, corpus: Corpus | None) -> None:
        """Be ready to export a corpus; of the one that was here last, layer and file stay as they were."""
        self.stop()
        self._foreseeing.forget()
        self._corpus, self._counts = corpus, None
        self._name.setText(corpus.name if corpus else "")
        if corpus is None:
            return
        uid = corpus.uid
        self._desk.read(lambda library: layers_of(library, uid), self._take_layers, self.failed.emit)
        self._desk.read(lambda library: library.documents.counts(uid), self._take_counts, self.failed.emit)

    def export(self) -> None:
        """Write the file, read it back, compare."""
        corpus, recipe = self._corpus, self._form.recipe()
        if self._is_busy or corpus is None or not self._form.is_ready:
            return
        uid = corpus.uid
        self._foreseeing.forget()
        self._bar.set_part(0, 0)
        self._bar.show()
        self._tickets.draw()
        self._is_busy = True
        self._say_buttons()
        job = self._desk.run(
            lambda library, progress: run_export(library, uid, recipe, progress),
            self._tell_progress,
            self._tickets.mine(self._done),
            self._tickets.mine(self._refused),
        )
        self._job = job if self._is_busy else None

    def cancel(self) -> None:
        """Stop the export under way, or leave when none is."""
        if self._job is not None:
            self._job.cancel()
        else:
            self.left.emit()

    def stop(self) -> None:
        """Stop what is under way; nothing is told."""
        if self._job is not None:
            self._job.cancel()
        self._tickets.draw()
        self._end()

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._export)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 20)
        foot.setSpacing(10)
        foot.addWidget(self._bar)
        foot.addLayout(buttons)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._name)
        sheet = Surface("panel")
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(24, 8, 24, 8)
        inner.addWidget(self._form)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        side = Surface("panel")
        side.setFixedWidth(RECIPE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(Hairline(standing=True))
        row.addWidget(self._proof, 1)

    def _bind(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (("Ctrl+Return", self.export), ("Ctrl+Enter", self.export), ("Esc", self.cancel)):
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
        self._say_buttons()

    def _say_buttons(self) -> None:
        count, busy = self._documents(), self._is_busy
        words = self.tr("Exporting…") if busy else self.tr("Export %n document(s)", "", count)
        self._export.setText(separated(words, count))
        self._export.setEnabled(not busy and count > 0 and self._form.is_ready)
        leave = self.tr("Close") if self._proof.is_shown else self.tr("Cancel")
        self._cancel.setText(self.tr("Stop") if busy else leave)

    def _documents(self) -> int:
        if self._counts is None:
            return 0
        counted = {
            Status.NEW: self._counts.new,
            Status.IN_PROGRESS: self._counts.in_progress,
            Status.DONE: self._counts.done,
        }
        status = self._form.recipe().status
        return self._counts.total if status is None else counted[status]

    # ------------------------------------------------------------------ inside

    def _take_layers(self, annotators: Sequence[Annotator]) -> None:
        corpus = self._corpus
        self._form.set_annotators(annotators)
        if corpus is not None and corpus.uid != self._suggested_for:
            self._form.suggest(str(_folder() / _file_name(corpus.name)))
            self._suggested_for = corpus.uid
        self._form.look_at_file()
        self._recipe_changed()

    def _take_counts(self, counts: StatusCounts) -> None:
        self._counts = counts
        self._recipe_changed()

    def _recipe_changed(self) -> None:
        corpus, count = self._corpus, self._documents()
        documents = separated(self.tr("%n document(s)", "", count), count)
        self._form.set_counts(documents)
        if corpus is None or self._is_busy:
            self._say_buttons()
            return
        if count:
            self._show_prospect(self._foreseeing.ask(corpus.uid, self._form.recipe()))
        else:
            self._foreseeing.forget()
            how = self.tr("Choose documents of another status.")
            self._proof.show_prospect(self.tr("No document fits"), how)
        self._say_buttons()

    def _show_prospect(self, foreseen: str) -> None:
        """Say what would be written, and what is known of what would not."""
        if self._is_busy:
            return
        count = self._documents()
        documents = separated(self.tr("%n document(s)", "", count), count)
        answer = self.tr("{documents} to export, nothing written yet").replace("{documents}", documents)
        how = self.tr("The file is read back and compared at once; what it cannot hold is listed here.")
        self._proof.show_prospect(answer, f"{foreseen}\n{how}" if foreseen else how)

    def _tell_progress(self, done: int, total: int) -> None:
        self._bar.set_part(done, total)

    def _end(self) -> None:
        self._job, self._is_busy = None, False
        self._bar.hide()
        self._say_buttons()

    def _done(self, proof: Proof) -> None:
        self._form.look_at_file()
        self._proof.show_proof(proof)
        self._end()
        self.exported.emit(proof)

    def _refused(self, error: AnnotatorError) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._recipe_changed()
        else:
            self._proof.show_prospect(self.tr("Nothing was written"), sentence(error.message))


def _folder() -> Path:
    """The person's documents, or their home where there is no such folder."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def _file_name(name: str) -> str:
    """A corpus's name as a file name that every system takes."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", name).strip(" .")[:80] or "corpus"
