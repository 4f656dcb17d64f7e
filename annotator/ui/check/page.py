"""The page of the check: one question, its answer, what is wrong, and the one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import Cancelled
from annotator.ui import fonts
from annotator.ui.check.findings import Findings
from annotator.ui.check.rescue_job import RescueJob
from annotator.ui.check.words import CheckWords
from annotator.ui.parts.bars import ProgressBar
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.model.outcome import Outcome
    from annotator.model.soundness import CheckReport, Rescued
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk, Job

_COLUMN: Final = 760


class CheckPage(Surface):
    """Checks the open library, puts right what can be, and saves what can be read.

    Signals:
        document_wanted: uid of a document to be opened.
        rescue_wanted: choose where what can be read is saved.
        library_wanted: path of the new library, to be opened.
        reopen_wanted: open this library again, for it is sound now.
        backups_wanted: the page of backups.
        mended: a library that was found damaged is sound again.
        left: Escape: the person wants back; a check under way goes on.
    """

    document_wanted = Signal(str)
    rescue_wanted = Signal()
    library_wanted = Signal(str)
    reopen_wanted = Signal()
    backups_wanted = Signal()
    mended = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._job: Job | None = None
        self._is_repairing = False
        self._is_frozen = False
        self._has_library = True
        self._words = CheckWords()
        self._saving = RescueJob(self)
        self.answer = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True, tabular=True)
        self.meaning = PlainLabel(ink="muted", wraps=True, tabular=True)
        self.bar = ProgressBar()
        self.findings = Findings()
        self._list = QScrollArea()
        self.main_button = Button(kind="primary", key="Ctrl+Return")
        self.stop_button = Button()
        self.again_button = Button()
        self.rescue_button = Button()
        self.backups_button = Button(icon="archive-restore")
        self.close_button = Button(key="Esc")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.main_button)
        self.retranslate()

    @property
    def is_under_way(self) -> bool:
        """Whether something goes on that is to be waited for."""
        return self._job is not None or self._is_repairing

    def forget(self) -> None:
        """Another library is open, or none: nothing is known of it."""
        self._job = None
        self._is_repairing = False
        self._words = CheckWords()
        self._show()

    def set_frozen(self, *, is_frozen: bool) -> None:
        """Say whether the window takes the library for damaged and changes nothing in it."""
        self._is_frozen = is_frozen

    def set_open(self, *, is_open: bool) -> None:
        """Say whether a library is open; of one that is not, only what can be read can be saved."""
        self._has_library = is_open
        self._words.has_library = is_open

    def check(self) -> None:
        """Look at the library, unless something goes on already."""
        if self.is_under_way:
            return
        self._words = CheckWords(doing="check")
        self._job = self._desk.run(_look, self._tell, self._checked, self._fail)
        self._show()

    def repair(self) -> None:
        """Put right what can be; a second click while it goes on does nothing."""
        if self.is_under_way:
            return
        self._is_repairing = True
        self._words.doing = "repair"
        self._desk.write(_repair, self._repaired, self._fail, ahead=True)
        self._show()

    def rescue(self, where: str, new: str) -> None:
        """Save what can be read of the library at `where` as `new`."""
        if self.is_under_way:
            return
        self._words.doing = "rescue"
        self._job = self._saving
        self._saving.start(where, new)
        self._show()

    def stop(self) -> None:
        """Stop what goes on; a repair is one transaction and is not stopped."""
        if self._job is not None:
            self._job.cancel()

    # Answers

    def _tell(self, done: int, total: int) -> None:
        self._words.part = (done, total)
        self.bar.set_part(done, total)
        self.meaning.setText(self._words.meaning())

    def _checked(self, report: CheckReport) -> None:
        self._words = CheckWords(report=report)
        self._end()

    def _repaired(self, outcome: Outcome[CheckReport]) -> None:
        is_repaired = outcome.value.copy is not None
        self._words = CheckWords(report=outcome.value, is_repaired=is_repaired, was_frozen=self._is_frozen)
        self._end()
        if outcome.value.sound:
            self.mended.emit()

    def _rescued(self, rescued: Rescued) -> None:
        self._words = CheckWords(report=self._words.report, rescued=rescued)
        self._end()

    def _fail(self, error: AnnotatorError) -> None:
        report = self._words.report
        self._words = CheckWords(
            report=report,
            error=None if isinstance(error, Cancelled) and report else error,
            failed=self._words.doing,
        )
        self._end()

    def _end(self) -> None:
        self._words.has_library = self._has_library
        self._job = None
        self._is_repairing = False
        self._show()
        if self.isVisible() and self.main_button.isVisible():
            self.main_button.setFocus()

    # What is shown

    def _show(self) -> None:
        words = self._words
        is_busy = self.is_under_way
        problems = () if words.report is None or words.doing == "check" else words.report.problems
        self.answer.setText(words.answer())
        self.answer.set_ink(words.ink())
        self.meaning.setText(words.meaning())
        self.bar.setVisible(is_busy)
        self.bar.set_part(*words.part)
        self.findings.show_problems(problems)
        self._list.setVisible(bool(problems) and words.rescued is None)
        self.main_button.setText(words.main_word())
        self.main_button.setVisible(not is_busy)
        self.stop_button.setVisible(self._job is not None)
        can_check = not is_busy and self._has_library
        self.again_button.setVisible(can_check and words.main_act() != "check")
        can_save = not is_busy and words.is_in_trouble and words.rescued is None
        self.rescue_button.setVisible(can_save and words.main_act() != "rescue")
        self.backups_button.setVisible(can_save and self._has_library and words.main_act() != "backups")

    def _do_main(self) -> None:
        act = self._words.main_act()
        if act == "open" and self._words.rescued is not None:
            self.library_wanted.emit(self._words.rescued.path)
        elif act == "reopen":
            self.reopen_wanted.emit()
        elif act == "rescue":
            self.rescue_wanted.emit()
        elif act == "backups":
            self.backups_wanted.emit()
        elif act == "repair":
            self.repair()
        else:
            self.check()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.stop_button.setText(self.tr("Stop"))
        self.again_button.setText(self.tr("Check again"))
        self.rescue_button.setText(self.tr("Save what can be read…"))
        self.backups_button.setText(self.tr("Backups…"))
        self.close_button.setText(self.tr("Close"))
        self._list.setAccessibleName(self.tr("Problems"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Building

    def _lay_out(self) -> None:
        self._list.setWidget(self.findings)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        own = (self.main_button, self.stop_button, self.rescue_button, self.backups_button, self.again_button)
        for button in own:
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        sheet = QWidget()
        sheet.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 32, 0, 28)
        column.setSpacing(12)
        for part in (self.answer, self.meaning, self.bar):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        column.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)

    def _connect(self) -> None:
        self._saving.told.connect(self._tell)
        self._saving.done.connect(self._rescued)
        self._saving.failed.connect(self._fail)
        self.main_button.clicked.connect(self._do_main)
        self.stop_button.clicked.connect(self.stop)
        self.again_button.clicked.connect(self.check)
        self.rescue_button.clicked.connect(self.rescue_wanted)
        self.backups_button.clicked.connect(self.backups_wanted)
        self.close_button.clicked.connect(self.left)
        self.findings.document_wanted.connect(self.document_wanted)
        for key, button in (("Ctrl+Return", self.main_button), ("Escape", self.close_button)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)


def _look(library: Library, progress: Progress) -> CheckReport:
    return library.checking.look(progress)


def _repair(library: Library) -> Outcome[CheckReport]:
    return library.checking.repair()
