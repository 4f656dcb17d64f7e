"""The page between files and corpus: what would come in, what is in doubt, what stays out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.errors import Cancelled
from annotator.model.label import LONGEST_NAME
from annotator.ui import fonts
from annotator.ui.i18n import number, sentence
from annotator.ui.keymap import spoken
from annotator.ui.models.import_model import ImportFile, ImportModel, Verdict, alike
from annotator.ui.pages.file_view import FileView
from annotator.ui.pages.import_decisions import Decisions, peers_of
from annotator.ui.pages.import_files import import_all, preview_all
from annotator.ui.pages.ticket import Tickets
from annotator.ui.panels.filter_row import FilterRow
from annotator.ui.panels.import_rows import ImportDelegate
from annotator.ui.parts.bars import Hairline, ProgressBar
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel, plain_tip
from annotator.ui.parts.rows import TWO_LINES, RowView
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from annotator.errors import AnnotatorError
    from annotator.services.intake.importing import ImportResult
    from annotator.ui.desk import Desk, Job
    from annotator.ui.pages.import_files import Seen

LIST_WIDTH = 440
_NAMED = 3


class ImportPage(Surface):
    """Shows what an import would do, lets doubts be settled, then does it as one step.

    Signals:
        imported: the `ImportResult`, when at least one document came in or was known; the page may be left.
        left: the person does not want to import.
        failed: an `AnnotatorError` that concerns no single file.
        progressed: how many of how many bytes of the files that come in are read.
        ended: what came in is in, or not.
        came: the page is shown.
        went: another one is shown; see `waiting`.
    """

    progressed = Signal(object, object)
    ended = Signal()
    came = Signal()
    went = Signal()
    imported = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._corpus = self._corpus_name = ""
        self._paths: list[str] = []
        self._decisions = Decisions()
        self._others: tuple[str, ...] = ()
        self._job: Job | None = None
        self._is_busy = self._adding = self._is_done = False
        self._peers: dict[str, int] = {}
        self._tickets = Tickets()
        self._model = ImportModel(self)
        self._build()
        self._lay_out()
        self._bind()
        self.setFocusProxy(self._view)
        self.retranslate()

    # ------------------------------------------------------------------ what others call

    def open_with(self, paths: Sequence[str], corpus: str, corpus_name: str) -> None:
        """Look at files and folders for a corpus.

        Args:
            paths: files or folders.
            corpus: its uid, or the name of one that is to be made.
            corpus_name: for people.
        """
        self._stop()
        self._paths, self._corpus, self._corpus_name = list(paths), corpus, corpus_name
        self._decisions.clear()
        self._others, self._is_done = (), False
        self._filters.choose("all")
        self._name.setText(corpus_name)
        self._name.setVisible(self._is_new)
        self._model.set_files([])
        self._file_view.show_file(None)
        self._look(self._paths)

    @property
    def corpus(self) -> str:
        """Uid of the corpus that the files go to, or the name of one that is to be made."""
        return (self._name.text().strip() or self._corpus) if self._is_new else self._corpus

    @property
    def _is_new(self) -> bool:
        return self._corpus == self._corpus_name

    @property
    def view(self) -> RowView:
        """The list, for focus order."""
        return self._view

    def add(self) -> None:
        """Import what is to come in."""
        files = self._coming()
        if self._is_busy or not files:
            return
        corpus, choices = self.corpus, dict(self._decisions.choices)
        paths = [file.path for file in files]
        self._start(adding=True)
        job = self._desk.run(
            lambda library, progress: import_all(library, paths, corpus, choices, progress),
            self._tell_progress,
            self._tickets.mine(self._added),
            self._tickets.mine(self._ended_badly),
        )
        self._job = job if self._is_busy else None

    @property
    def waiting(self) -> int:
        """How many files were looked at that could come in and did not, 0 while any are coming in."""
        return 0 if self._adding or self._is_done else len(self._coming())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Tell."""
        super().showEvent(event)
        self.came.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Tell, unless the window only went out of sight."""
        super().hideEvent(event)
        if self.window().isVisible():
            self.went.emit()

    @property
    def is_adding(self) -> bool:
        """Whether files are coming in now."""
        return self._adding

    def stop(self) -> None:
        """Stop what is under way and stay."""
        if self._job is not None:
            self._job.cancel()

    def cancel(self) -> None:
        """Stop what is under way, or leave when nothing is."""
        self.stop()
        if not self._adding:
            self._stop()
            self.left.emit()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._title = PlainLabel(size=20, weight=fonts.SEMIBOLD)
        self._into = ElidedLabel(ink="muted")
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._filters = FilterRow(("all", "look", "out"))
        self._filters.chosen.connect(self._filter)
        self._nothing = PlainLabel(size=12, ink="muted", wraps=True)
        self._view = RowView(TWO_LINES)
        self._view.setModel(self._model)
        self._view.setItemDelegate(ImportDelegate(self._view))
        self._view.selectionModel().currentRowChanged.connect(self._show_current)
        self._add_button = Button(kind="primary", key="Ctrl+Return")
        self._add_button.clicked.connect(self.add)
        self._cancel_button = Button(key="Esc")
        self._cancel_button.clicked.connect(self.cancel)
        self._bar = ProgressBar()
        self._hint = PlainLabel(size=12, ink="muted", wraps=True)
        self._other_kinds = PlainLabel(size=12, ink="text2", wraps=True)
        self._file_view = FileView()
        self._file_view.encoding_chosen.connect(
            lambda encoding: self._choose("encoding", encoding, everywhere=False)
        )
        self._file_view.chosen.connect(self._choose)
        self._file_view.left_out.connect(self._leave_out)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(Hairline(standing=True))
        row.addWidget(self._file_view, 1)

    def _side(self) -> QWidget:
        side = Surface("panel")
        side.setFixedWidth(LIST_WIDTH)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 8)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self._into)
        head.addWidget(self._name)
        head.addSpacing(10)
        head.addWidget(self._filters)
        head.addWidget(self._nothing)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._add_button)
        buttons.addWidget(self._cancel_button)
        buttons.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 16, 24, 16)
        foot.setSpacing(10)
        foot.addWidget(self._other_kinds)
        foot.addLayout(buttons)
        foot.addWidget(self._bar)
        foot.addWidget(self._hint)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(WholeRows(self._view), 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        return side

    def _bind(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (
            ("Ctrl+Return", self.add),
            ("Ctrl+Enter", self.add),
            ("Esc", self.cancel),
            ("J", self._next_problem),
            ("B", lambda: self._file_view.choose_boilerplate(everywhere=False)),
            ("N", lambda: self._file_view.turn(1)),
            ("Shift+N", lambda: self._file_view.turn(-1)),
            ("Shift+B", lambda: self._file_view.choose_boilerplate(everywhere=True)),
        ):
            QShortcut(sequence_of(key), self, context=within).activated.connect(act)
        space = QShortcut(sequence_of("Space"), self._view, context=Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._take_or_leave)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        files = len(self._model.files)
        self._title.setText(self.tr("Import %n file(s)", "", files) if files else self.tr("Import"))
        into = self.tr("into a new corpus named") if self._is_new else self.tr("into {corpus}")
        self._into.setText(into.replace("{corpus}", self._corpus_name))
        self._name.setAccessibleName(self.tr("Name of the new corpus"))
        self._name.setEnabled(not self._adding)
        self._filters.set_words("all", self.tr("All"), number(self._model.count("all")))
        self._filters.set_words("look", self.tr("Need a look"), number(self._model.count("look")))
        self._filters.set_words("out", self.tr("Left out"), number(self._model.count("out")))
        self._view.setAccessibleName(self.tr("Files"))
        self._cancel_button.setText(self.tr("Stop") if self._adding else self.tr("Cancel"))
        self._say_state()

    def _say_nothing(self) -> None:
        """Why the list is empty where a filter leaves nothing of it."""
        words = {"look": self.tr("No file needs a look."), "out": self.tr("No file is left out.")}
        self._nothing.setText(words.get(self._filters.current, ""))
        self._nothing.setVisible(bool(self._model.files) and not self._model.rowCount())

    def _say_state(self) -> None:
        busy, coming = self._is_busy, sum(file.adds for file in self._coming())
        self._bar.setVisible(busy)
        self._add_button.setEnabled(not busy and self._brings_something())
        if self._adding:
            self._add_button.setText(separated(self.tr("Adding %n document(s)…", "", coming), coming))
        elif busy:
            self._add_button.setText(self.tr("Reading…"))
        elif coming or not self._brings_something():
            self._add_button.setText(separated(self.tr("Add %n document(s)", "", coming), coming))
        else:
            self._add_button.setText(self.tr("Add the spans that are new"))
        self._say_nothing()
        self._say_other_kinds()
        if busy:
            self._hint.setText(self.tr("Nothing is written before a whole file is sound."))
        elif self._brings_something():
            self._hint.setText(spoken(self.tr("Ctrl Z takes it back. Space leaves a file out."), "edit.undo"))
        elif self._coming():
            self._hint.setText(self.tr("Every text here is in the corpus already."))
        else:
            self._hint.setText(self.tr("Nothing here can be added. Each file says why."))

    def _say_other_kinds(self) -> None:
        count, names = len(self._others), ", ".join(self._others[:_NAMED])
        words = self.tr("%n file(s) of another kind not read: {names}", "", count)
        names = f"{names} …" if count > _NAMED else names
        self._other_kinds.setText(separated(words, count).replace("{names}", names))
        self._other_kinds.setToolTip(plain_tip(", ".join(self._others)) if count > _NAMED else "")
        self._other_kinds.setVisible(count > 0)

    # ------------------------------------------------------------------ looking

    def _look(self, paths: Sequence[str]) -> None:
        corpus, choices = self._corpus, dict(self._decisions.choices)
        self._start(adding=False)
        job = self._desk.run(
            lambda library, progress: preview_all(library, paths, corpus, choices, progress),
            self._tell_progress,
            self._tickets.mine(self._looked),
            self._tickets.mine(self._ended_badly),
        )
        self._job = job if self._is_busy else None

    def _looked(self, seen: Seen) -> None:
        """Take in what was looked at: every file at first, later the one whose encoding was chosen."""
        known = {file.path: file for file in self._model.files}
        self._others = seen.others or self._others
        self._end()
        self._show_files(alike([*(known | {file.path: file for file in seen.files}).values()]))

    def _show_files(self, files: Sequence[ImportFile]) -> None:
        current = self._current
        self._model.set_files(files)
        self._peers = peers_of(files)
        self.retranslate()
        self._go_to(current.path if current else None)

    @property
    def _current(self) -> ImportFile | None:
        return self._model.file_at(self._view.currentIndex().row())

    def _choose(self, name: str, value: str, everywhere: bool) -> None:
        """Read the file so, or every file that leaves this open, and look at what comes of it."""
        current = self._current
        if current is not None and not self._is_busy:
            files = self._model.files
            self._look(self._decisions.choose(name, value, current, files, everywhere=everywhere))

    def _leave_out(self, everywhere: bool) -> None:
        """Leave the file out, or every file whose text is nearly the same as another one."""
        if not everywhere:
            self._take_or_leave()
        elif not self._is_busy:
            self._show_files(self._decisions.without_alike(self._model.files))

    def _take_or_leave(self) -> None:
        file = self._current
        if file is not None and not self._is_busy:
            other = self._decisions.taken_or_left(file)
            self._show_files([other if one.path == file.path else one for one in self._model.files])

    def _next_problem(self) -> None:
        start, count = self._view.currentIndex().row() + 1, self._model.rowCount()
        order = (*range(start, count), *range(start))
        row = next((row for row in order if self._is_problem(row)), None)
        if row is not None:
            self._view.go_to(row)

    def _is_problem(self, row: int) -> bool:
        file = self._model.file_at(row)
        return file is not None and file.verdict in (Verdict.ODD, Verdict.DOUBTFUL, Verdict.REFUSED)

    def _filter(self, key: str) -> None:
        self._model.show_only(key)
        self._say_nothing()
        self._go_to(None)

    def _go_to(self, path: str | None) -> None:
        row = self._model.row_of(path) if path else None
        if row is None:
            doubtful = (file for file in self._model.files if file.verdict is Verdict.DOUBTFUL)
            first = next(doubtful, None)
            row = (self._model.row_of(first.path) if first else None) or 0
        self._view.go_to(row if self._model.rowCount() else None)
        self._show_current()

    def _show_current(self) -> None:
        self._file_view.show_file(self._current, self._peers)

    def _brings_something(self) -> bool:
        return any(file.adds or file.spans for file in self._coming())

    def _coming(self) -> list[ImportFile]:
        return [file for file in self._model.files if file.comes_in]

    # ------------------------------------------------------------------ under way

    def _start(self, *, adding: bool) -> None:
        self._tickets.draw()
        self._is_busy, self._adding = True, adding
        self._bar.set_part(0, 0)
        self.retranslate()

    def _tell_progress(self, done: int, total: int) -> None:
        self._bar.set_part(done, total)
        if self._adding:
            self.progressed.emit(done, total)

    def _end(self) -> None:
        was_adding = self._adding
        self._job, self._is_busy, self._adding = None, False, False
        self.retranslate()
        if was_adding:
            self.ended.emit()

    def _stop(self) -> None:
        self.stop()
        self._tickets.draw()
        self._end()

    def _added(self, result: ImportResult) -> None:
        self._is_done = True
        self._end()
        self.imported.emit(result)

    def _ended_badly(self, error: AnnotatorError) -> None:
        was_adding = self._adding
        self._end()
        if not isinstance(error, Cancelled):
            self._hint.setText(sentence(error.message))
            self.failed.emit(error)
        elif was_adding:
            self._hint.setText(sentence(error.message))
