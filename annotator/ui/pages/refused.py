"""The page for a library that could not be opened: why, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.check.holder_watch import HolderWatch
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.visible import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from annotator.errors import Holder
    from annotator.model.soundness import BackupInfo


class RefusedPage(Surface):
    """One question: what now?

    Signals:
        retry_wanted: try the same library again.
        reading_wanted: open it for reading only.
        another_wanted: choose another library.
        backup_wanted: path of the verified copy to open.
        other_backup_wanted: choose one of the verified copies.
        rescue_wanted: save what can be read of it as a new library.
        anew_wanted: begin an empty library where one is gone.
        place_wanted: path of the verified copy that shall take the place of the damaged library.
    """

    retry_wanted = Signal()
    reading_wanted = Signal()
    another_wanted = Signal()
    anew_wanted = Signal()
    backup_wanted = Signal(str)
    other_backup_wanted = Signal()
    place_wanted = Signal(str)
    rescue_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._title = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True)
        self._sentence = PlainLabel(size=15, wraps=True)
        self._where = ElidedLabel(size=12, ink="muted")
        self._buttons = {
            "retry": Button(kind="primary"),
            "read_first": Button(kind="primary", icon="eye"),
            "reading": Button(icon="eye"),
            "again": Button(),
            "backup": Button(icon="archive-restore"),
            "place": Button(icon="archive-restore"),
            "other": Button(),
            "anew": Button(),
            "rescue": Button(),
            "another": Button(icon="database"),
        }
        self._buttons["retry"].clicked.connect(self.retry_wanted)
        self._buttons["again"].clicked.connect(self.retry_wanted)
        self._buttons["reading"].clicked.connect(self.reading_wanted)
        self._buttons["read_first"].clicked.connect(self.reading_wanted)
        self._buttons["rescue"].clicked.connect(self.rescue_wanted)
        self._buttons["backup"].clicked.connect(lambda: self.backup_wanted.emit(self._backups[0].path))
        self._buttons["place"].clicked.connect(lambda: self.place_wanted.emit(self._backups[0].path))
        self._buttons["other"].clicked.connect(self.other_backup_wanted)
        self._buttons["anew"].clicked.connect(self.anew_wanted)
        self._buttons["another"].clicked.connect(self.another_wanted)
        self._backups: Sequence[BackupInfo] = ()
        self._is_damaged = self._is_lost = False
        self._can_read = False
        self._holder: Holder | None = None
        self._is_free = False
        self._watch = HolderWatch(self)
        self._watch.freed.connect(self._free)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(720)
        block = QVBoxLayout(column)
        block.setContentsMargins(0, 0, 0, 0)
        block.setSpacing(0)
        block.addWidget(self._title)
        block.addSpacing(12)
        block.addWidget(self._sentence)
        block.addSpacing(8)
        block.addWidget(self._where)
        block.addSpacing(28)
        for names in (
            ("retry", "read_first", "reading", "again", "another"),
            ("place", "rescue"),
            ("backup", "other", "anew"),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            for name in names:
                row.addWidget(self._buttons[name])
            row.addStretch(1)
            block.addLayout(row)
            block.addSpacing(8)
        across = QHBoxLayout()
        across.setContentsMargins(32, 0, 32, 0)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 100, 0, 0)
        down.addLayout(across)
        down.addStretch(1)

    @property
    def title(self) -> str:
        """The largest words."""
        return self._title.text()

    @property
    def sentence(self) -> str:
        """Why it could not be opened."""
        return self._sentence.text()

    @property
    def backup_button(self) -> Button:
        """Opens the newest verified copy; hidden where none is known."""
        return self._buttons["backup"]

    @property
    def place_button(self) -> Button:
        """Puts the newest verified copy in place of a damaged library; hidden for any other."""
        return self._buttons["place"]

    def set_damaged(self, *, is_damaged: bool) -> None:
        """Whether the library is damaged or lost, so that a copy may take its place."""
        self._is_damaged = is_damaged
        self.offer(self._backups)

    @property
    def anew_button(self) -> Button:
        """Begins an empty library; hidden unless the library is gone."""
        return self._buttons["anew"]

    def set_lost(self, *, is_lost: bool) -> None:
        """Whether there is no file any more, so that an empty library can be begun there."""
        self._is_lost = is_lost
        self._show_ways()

    def explain(self, sentence: str, where: str, *, can_read: bool, holder: Holder | None = None) -> None:
        """Show why the library at `where` was refused, and offer what can be done.

        `holder` says who writes it, when that is why; it is then watched until it is free.
        """
        self._is_damaged = self._is_lost = False
        self._can_read = can_read
        self._holder, self._is_free = holder, False
        self._watch.stop()
        self._sentence.setText(sentence)
        self._where.setText(where)
        self.offer(())
        if holder is not None:
            self._watch.start(where)
        self._buttons["retry" if holder is None else "read_first"].setFocus()

    def look_again(self) -> None:
        """Look now whether the library is free."""
        self._watch.look()

    def _free(self) -> None:
        self._is_free = True
        self._show_ways()
        self._buttons["retry"].setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What is not looked at is not watched."""
        self._watch.stop()
        super().hideEvent(event)

    def _show_ways(self) -> None:
        is_held = self._holder is not None and not self._is_free
        for name, is_shown in (
            ("retry", not is_held),
            ("read_first", is_held and self._can_read),
            ("reading", not is_held and self._can_read),
            ("again", is_held),
            ("backup", bool(self._backups)),
            ("place", bool(self._backups) and self._is_damaged),
            ("other", len(self._backups) > 1),
            ("anew", self._is_lost),
            ("rescue", self._is_damaged and self._can_read),
        ):
            self._buttons[name].setVisible(is_shown)
        self.retranslate()

    def offer(self, backups: Sequence[BackupInfo]) -> None:
        """Offer the first of these verified copies, the newest, and the choice of another one."""
        self._backups = backups
        self._show_ways()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._title.setText(self._title_now())
        if self._holder is not None:
            self._sentence.setText(self._about(self._holder))
        self._buttons["retry"].setText(self.tr("Open it") if self._is_free else self.tr("Try again"))
        self._buttons["again"].setText(self.tr("Try again"))
        self._buttons["read_first"].setText(self.tr("Open for reading"))
        self._buttons["rescue"].setText(self.tr("Save what can be read…"))
        self._buttons["reading"].setText(self.tr("Open for reading"))
        self._buttons["backup"].setText(self.tr("Open the backup of %1").replace("%1", self._newest()))
        self._buttons["place"].setText(
            self.tr("Put the backup of %1 in its place").replace("%1", self._newest())
        )
        self._buttons["anew"].setText(self.tr("Begin an empty library"))
        self._buttons["other"].setText(self.tr("Another backup…"))
        self._buttons["another"].setText(self.tr("Open another library…"))

    def _title_now(self) -> str:
        if self._is_lost:
            return self.tr("This library is not there any more")
        if self._holder is None:
            return self.tr("This library could not be opened")
        if self._is_free:
            return self.tr("This library is free now")
        if self._holder.is_me:
            return self.tr("You have this library open already")
        if not self._holder.user:
            return self.tr("Somebody else is writing in this library")
        return self.tr("%1 is writing in this library").replace("%1", isolated(self._holder.user))

    def _about(self, holder: Holder) -> str:
        """Who, where and since when; what is safe, and what to do."""
        if self._is_free:
            return self.tr("It has ended. Everything that was saved there is in the library.")
        said = []
        if holder.program and holder.machine:
            words = self.tr("The program is “%1” (process %2) on the computer %3.")
            for place, name in (("%1", holder.program), ("%2", holder.pid), ("%3", holder.machine)):
                words = words.replace(place, isolated(name))
            said.append(words)
        since = QDateTime.fromString(holder.since, Qt.DateFormat.ISODateWithMs)
        if since.isValid():
            said.append(self._since(since))
        said.append(
            self.tr(
                "Nothing was changed. You can read everything that is saved there; to write, close it "
                "there and wait: this page says when the library is free."
            )
        )
        return " ".join(said)

    def _since(self, since: QDateTime) -> str:
        minutes = max(0, since.secsTo(QDateTime.currentDateTimeUtc()) // 60)
        when = QLocale().toString(since.toLocalTime(), QLocale.FormatType.ShortFormat)
        if minutes < 60:
            words = self.tr("It began at %1, %n minute(s) ago.", "", minutes)
        elif minutes < 24 * 60:
            words = self.tr("It began at %1, %n hour(s) ago.", "", minutes // 60)
        else:
            words = self.tr("It began at %1, %n day(s) ago.", "", minutes // (24 * 60))
        return words.replace("%1", when)

    def _newest(self) -> str:
        """When the newest copy was made, in the time and the words of the place where the person is."""
        made = (
            QDateTime.fromString(self._backups[0].time, Qt.DateFormat.ISODate)
            if self._backups
            else QDateTime()
        )
        return QLocale().toString(made.toLocalTime(), QLocale.FormatType.ShortFormat)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
