"""What the pages of packages have in common: a form at the left with one filled button, a view beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import Cancelled
from annotator.ui import fonts
from annotator.ui.i18n import number, sentence
from annotator.ui.pages.ticket import Tickets
from annotator.ui.parts.bars import Hairline, ProgressBar
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.errors import AnnotatorError
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk, Job

WIDTH: Final = 440


class PackagePage(Surface):
    """Form, foot and view; those who inherit fill them and say their words in `retranslate`.

    Attributes:
        far: how much of how much is done of what is under way; (0, 0) while that is not known.

    Signals:
        told: a sentence on what was done.
        failed: an `AnnotatorError` that is said where sentences stand.
        left: Escape: the person wants back.
        came: a `MergePreview` of what came in, which is to be shown.
    """

    told = Signal(str)
    failed = Signal(object)
    left = Signal()
    came = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.desk = desk
        self._tickets = Tickets()
        self._job: Job | None = None
        self.is_busy = False
        self.far = (0, 0)
        self.title = PlainLabel(size=20, weight=fonts.SEMIBOLD)
        self.name = ElidedLabel(ink="muted")
        self.main = Button(kind="primary", key="Ctrl+Return")
        self.stop_button = Button()
        self.close_button = Button(kind="quiet", key="Esc", small=True)
        self.bar = ProgressBar()
        self.hint = PlainLabel(size=12, ink="muted", wraps=True)
        self.form = QVBoxLayout()
        self.foot = QVBoxLayout()
        self.side = QVBoxLayout()
        self._lay_out()
        self._bind()
        self.bar.hide()
        self.stop_button.hide()

    # Building

    def _lay_out(self) -> None:
        self.panel, self.edge = Surface("panel"), Hairline(standing=True)
        self.panel.setFixedWidth(WIDTH)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.form_area(), 1)
        column.addWidget(Hairline())
        column.addLayout(self._foot())
        self.side.setContentsMargins(16, 24, 16, 16)
        self.side.setSpacing(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.edge)
        row.addLayout(self.side, 1)

    def _head(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 16, 12)
        head.setSpacing(2)
        head.addLayout(top)
        head.addWidget(self.name)
        return head

    def form_area(self) -> QWidget:
        """What stands between title and foot: the form, which scrolls."""
        sheet = Surface("panel")
        outer = QVBoxLayout(sheet)
        outer.setContentsMargins(24, 8, 24, 8)
        self.form.setSpacing(20)
        outer.addLayout(self.form)
        outer.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        bar = area.verticalScrollBar()

        def keep_edge(_least: int, most: int) -> None:
            """Let the fields end where those below them do, beside the bar or without one."""
            room = bar.sizeHint().width() if most else 0
            outer.setContentsMargins(24, 8, max(0, 24 - room), 8)

        bar.rangeChanged.connect(keep_edge)
        return area

    def _foot(self) -> QVBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.main)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        whole = QVBoxLayout()
        whole.setContentsMargins(24, 12, 24, 20)
        whole.setSpacing(10)
        self.foot.setSpacing(10)
        whole.addLayout(self.foot)
        whole.addWidget(self.bar)
        whole.addLayout(buttons)
        whole.addWidget(self.hint)
        return whole

    def _bind(self) -> None:
        self.main.clicked.connect(self.act)
        self.stop_button.clicked.connect(self.stop)
        self.close_button.clicked.connect(self.left)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (("Ctrl+Return", self.act), ("Ctrl+Enter", self.act), ("Esc", self.left.emit)):
            QShortcut(sequence_of(key), self, context=within).activated.connect(act)

    # What those who inherit do

    def act(self) -> None:
        """What the filled button does."""
        raise NotImplementedError

    def say_buttons(self) -> None:
        """Set the words of the filled button, and whether it can be pressed."""
        raise NotImplementedError

    # Long work

    def run(self, task: Callable[[Library, Progress], Any], done: Callable[[Any], None]) -> None:
        """Do this beside the window; what was begun before is given up."""
        self._tickets.draw()
        self.is_busy = True
        self._advance(0, 0)
        self.show_busy()

        def ended(value: object) -> None:
            self._end()
            done(value)

        job = self.desk.run(task, self._advance, self._tickets.mine(ended), self._tickets.mine(self._refused))
        self._job = job if self.is_busy else None

    def _advance(self, done: int, total: int) -> None:
        self.far = (done, total)
        self.bar.set_part(done, total)
        self.say_buttons()

    def far_words(self, words: str) -> str:
        """Words with {done} and {all} in them, said of what is under way."""
        return words.replace("{done}", number(self.far[0])).replace("{all}", number(self.far[1]))

    def stop(self) -> None:
        """Stop what is under way."""
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """The library is left: no answer is awaited any more."""
        self.stop()
        self._tickets.draw()
        self._end()

    def _refused(self, error: AnnotatorError) -> None:
        self._end()
        self.hint.setText(sentence(error.message))
        if not isinstance(error, Cancelled):
            self.refused(error)

    def refused(self, error: AnnotatorError) -> None:
        """Say what was refused where sentences stand; a page may say it in a better place."""
        self.failed.emit(error)

    def _end(self) -> None:
        self._job, self.is_busy = None, False
        self.show_busy()

    def show_busy(self) -> None:
        """Show whether something is under way."""
        self.bar.setVisible(self.is_busy)
        self.stop_button.setVisible(self.is_busy)
        self.say_buttons()

    # Words

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.close_button.setText(self.tr("Close"))
        self.stop_button.setText(self.tr("Stop"))
        self.say_buttons()
