"""The page of the self-test: a question, its answer in figures, and every kill in a line."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.errors import AnnotatorError, Cancelled
from annotator.ui import fonts
from annotator.ui.desk import Bridge, Guarded
from annotator.ui.i18n import number, sentence
from annotator.ui.parts.bars import ProgressBar
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.services.safety.self_test import Round, SelfTest, Tested

_COLUMN: Final = 720
KILLS: Final = 25


class SelfTestPage(Surface):
    """Starts and stops the self-test and shows how far it is and what it found.

    Signals:
        left: Escape: the person wants back; a test under way goes on.
    """

    left = Signal()

    def __init__(self, kills: int = KILLS, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._kills = kills
        self._bridge = Bridge(self)
        self._rounds: list[Round] = []
        self._found: Tested | None = None
        self._said: AnnotatorError | None = None
        self._stopped: Event | None = None
        self.answer = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True, tabular=True)
        self.meaning = PlainLabel(ink="muted", wraps=True)
        self.bar = ProgressBar()
        self.lines = PlainLabel(ink="text2", tabular=True)
        self._list = QScrollArea()
        self.start_button = Button(kind="primary", key="Ctrl+Return")
        self.stop_button = Button()
        self.close_button = Button(key="Esc")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.start_button)
        self.retranslate()

    @property
    def is_under_way(self) -> bool:
        """Whether a test goes on."""
        return self._stopped is not None

    def start(self) -> None:
        """Begin a test, unless one goes on."""
        if self.is_under_way:
            return
        self._rounds, self._found, self._said = [], None, None
        self.lines.setText("")
        self._stopped = stopped = Event()
        tell, ended = Guarded(self._take_round), Guarded(self._end)
        Thread(target=self._work, args=(stopped, tell, ended), name="self-test", daemon=True).start()
        self._show()

    def stop(self) -> None:
        """End the test under way."""
        if self._stopped is not None:
            self._stopped.set()

    def _work(
        self, stopped: Event, tell: Callable[[Round], None], ended: Callable[[Tested | AnnotatorError], None]
    ) -> None:
        """In a thread of its own."""
        from annotator.services.safety.self_test import SelfTest

        test: SelfTest = SelfTest(self._kills)
        bridge = self._bridge
        found: Tested | AnnotatorError
        try:
            found = test.run(lambda each: bridge.deliver(lambda: tell(each)), lambda: not stopped.is_set())
        except AnnotatorError as error:
            found = error
        bridge.deliver(lambda: ended(found))

    def _take_round(self, each: Round) -> None:
        self._rounds.append(each)
        self._list_rounds()
        self._show()

    def _end(self, found: Tested | AnnotatorError) -> None:
        self._stopped = None
        if isinstance(found, AnnotatorError):
            self._said = found
        else:
            self._found = found
        self._show()

    def _list_rounds(self) -> None:
        """All kills, the latest first: what is new needs no scrolling."""
        self.lines.setText("\n".join(map(self._line, reversed(self._rounds))))

    # Words

    def _show(self) -> None:
        self.answer.setText(self._answer())
        self.answer.set_ink(self._ink())
        self.meaning.setText(self._meaning())
        self.bar.setVisible(self.is_under_way)
        self.bar.set_part(len(self._rounds), self._kills)
        self._list.setVisible(bool(self._rounds))
        self.stop_button.setVisible(self.is_under_way)
        self.start_button.setVisible(not self.is_under_way)
        self.start_button.setText(self.tr("Test again") if self._rounds or self._said else self.tr("Start"))

    def _answer(self) -> str:
        if self._said is not None:
            return self.tr("Stopped") if isinstance(self._said, Cancelled) else self.tr("Not tested")
        if self._found is None and not self.is_under_way:
            return self.tr("Is anything lost when the program is killed?")
        words = self.tr("{saved} saved, {kills} kills, {lost} lost")
        saved, lost = sum(each.told for each in self._rounds), sum(each.lost for each in self._rounds)
        for name, value in (("saved", saved), ("kills", len(self._rounds)), ("lost", lost)):
            words = words.replace(f"{{{name}}}", number(value))
        return words

    def _ink(self) -> str:
        if self._found is None:
            return "text"
        return "ok" if self._found.holds else "bad"

    def _meaning(self) -> str:
        if self._said is not None:
            return sentence(self._said.message)
        if self._found is None:
            return self.tr(
                "A copy of the program labels in a library of its own and is killed %n times while it "
                "writes. After each kill the library is opened, checked, and compared with what had been "
                "said to be saved. Your own library is not touched. It takes about a minute; you can work "
                "meanwhile.",
                "",
                self._kills,
            )
        if self._found.holds:
            return self.tr(
                "Every change that was said to be saved was there, and the library was sound each time."
            )
        return self.tr(
            "Changes that were said to be saved were not there, or the library was damaged. Do not trust "
            "this disk with your work: keep your library on another one, and save a report (Help > Report…)."
        )

    def _line(self, each: Round) -> str:
        words = self.tr("Kill {number}: {told} saved before it, {lost} lost, {sound}")
        sound = self.tr("sound") if each.is_sound else self.tr("damaged")
        told = {
            "number": number(each.number),
            "told": number(each.told),
            "lost": number(each.lost),
            "sound": sound,
        }
        for name, value in told.items():
            words = words.replace(f"{{{name}}}", value)
        return words

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.stop_button.setText(self.tr("Stop"))
        self.close_button.setText(self.tr("Close"))
        self.lines.setAccessibleName(self.tr("Kills so far"))
        self._list_rounds()
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Building

    def _lay_out(self) -> None:
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        ground = Surface("page")
        within = QVBoxLayout(ground)
        within.setContentsMargins(0, 4, 0, 0)
        within.addWidget(self.lines)
        self._list.setWidget(ground)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QScrollArea.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.start_button, self.stop_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        sheet = QWidget()
        sheet.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 32, 0, 28)
        column.setSpacing(12)
        column.addWidget(self.answer)
        column.addWidget(self.meaning)
        column.addWidget(self.bar)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        column.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.start)
        self.stop_button.clicked.connect(self.stop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)
        self.close_button.clicked.connect(self.left)
        for key, button in (("Ctrl+Return", self.start_button), ("Escape", self.close_button)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
