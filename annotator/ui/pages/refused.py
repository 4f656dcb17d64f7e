"""The page for a library that could not be opened: why, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.soundness import WaysBack
from annotator.ui import fonts
from annotator.ui.backups.words import BackupWords
from annotator.ui.check.holder_watch import HolderWatch
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.visible import isolated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from annotator.errors import Holder


_IN_A_ROW: Final = 3
"""Buttons in one row; in the first, where the filled one is, one fewer."""


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
        self._offered = PlainLabel(wraps=True, tabular=True)
        self._copy = ElidedLabel(size=12, ink="muted")
        self._buttons = {
            "retry": Button(),
            "reading": Button(icon="eye"),
            "backup": Button(icon="archive-restore"),
            "place": Button(icon="archive-restore"),
            "other": Button(),
            "anew": Button(),
            "rescue": Button(),
            "another": Button(icon="database"),
        }
        self._connect()
        self._back = WaysBack()
        self._is_damaged = self._is_lost = self._is_foreign = self._is_newer = False
        self._has_rescue_failed = False
        self._can_read = False
        self._opens_for_reading = False
        self._reason = self._path = ""
        self._holder: Holder | None = None
        self._is_free = False
        self._watch = HolderWatch(self)
        self._watch.freed.connect(self._free)
        self._lay_out()
        self.retranslate()

    def _connect(self) -> None:
        buttons = self._buttons
        buttons["retry"].clicked.connect(self.retry_wanted)
        buttons["reading"].clicked.connect(self.reading_wanted)
        buttons["rescue"].clicked.connect(self.rescue_wanted)
        buttons["backup"].clicked.connect(lambda: self.backup_wanted.emit(self._back.copies[0].path))
        buttons["place"].clicked.connect(lambda: self.place_wanted.emit(self._back.copies[0].path))
        buttons["other"].clicked.connect(self.other_backup_wanted)
        buttons["anew"].clicked.connect(self.anew_wanted)
        buttons["another"].clicked.connect(self.another_wanted)

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
        block.addSpacing(12)
        block.addWidget(self._offered)
        block.addWidget(self._copy)
        block.addSpacing(20)
        self._rows = [QHBoxLayout() for _ in range(3)]
        for row in self._rows:
            row.setSpacing(8)
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
    def about_offer(self) -> str:
        """What is said of the backup that is offered; "" where none is."""
        return self._offered.text()

    @property
    def backup_button(self) -> Button:
        """Opens the newest verified copy; hidden where none is known."""
        return self._buttons["backup"]

    @property
    def place_button(self) -> Button:
        """Puts the newest verified copy in place of a damaged library; hidden for any other."""
        return self._buttons["place"]

    def set_damaged(self, *, is_damaged: bool) -> None:
        """Whether the library is damaged or lost, so that a copy may take its place; else it can be read."""
        self._opens_for_reading = self._is_damaged and not is_damaged
        self._is_damaged = self._is_damaged or is_damaged
        self._show_ways()

    def set_rescue_failed(self) -> None:
        """What can be read was too little to be saved: it is not offered again."""
        self._has_rescue_failed = True
        self._show_ways()

    @property
    def anew_button(self) -> Button:
        """Begins an empty library; hidden unless the library is gone."""
        return self._buttons["anew"]

    def set_lost(self, *, is_lost: bool) -> None:
        """Whether there is no file any more, so that an empty library can be begun there."""
        self._is_lost = is_lost
        self._show_ways()

    def explain(
        self,
        sentence: str,
        where: str,
        *,
        can_read: bool,
        holder: Holder | None = None,
        is_damaged: bool = False,
        is_foreign: bool = False,
        is_newer: bool = False,
    ) -> None:
        """Show why the library at `where` was refused, and offer what can be done.

        Args:
            sentence: why.
            where: its path.
            can_read: whether there is a file.
            holder: who writes it, when that is why; it is then watched until it is free.
            is_damaged: whether the file is damaged.
            is_foreign: whether it is something else than a library.
            is_newer: whether a newer program made it, so that nothing here can open it.
        """
        self._is_damaged, self._is_foreign, self._is_lost = is_damaged, is_foreign, False
        self._is_newer, self._has_rescue_failed = is_newer, False
        self._can_read, self._reason = can_read, sentence
        self._holder, self._is_free = holder, False
        self._watch.stop()
        self._opens_for_reading = False
        self._path = where
        self._where.setText(where)
        self.offer(WaysBack())
        if holder is not None:
            self._watch.start(where)

    def look_again(self) -> None:
        """Look now whether the library is free."""
        self._watch.look()

    def _free(self) -> None:
        self._is_free = True
        self._show_ways()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What is not looked at is not watched."""
        self._watch.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes the way that has the focus, else the likely one."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = next((each for each in self._buttons.values() if each.hasFocus()), None)
        (focused or self._buttons[self._ways()[0]]).click()

    def _ways(self) -> list[str]:
        """What helps here, the likeliest first; nothing that cannot help."""
        has_copies, has_several = bool(self._back.copies), len(self._back.copies) > 1
        copies = [("place", has_copies), ("backup", has_copies)]
        other = ("other", has_several or self._is_damaged)
        if self._holder is not None:
            ways = [("reading", self._can_read), ("retry", True), ("another", True), copies[1]]
            ways = [("retry", True), ("another", True)] if self._is_free else ways
        elif self._is_lost:
            ways = [*copies[:1], ("retry", True), ("anew", True), other, ("another", True)]
        elif self._is_foreign:
            ways = [*copies, ("another", True), ("other", has_several)]
        elif self._is_newer:
            ways = [("another", True)]
        elif self._is_damaged:
            reading = "reading" if self._opens_for_reading else "rescue"
            ways = [copies[0], (reading, self._can_read and not self._has_rescue_failed)]
            if not self._back.has_own:  # what is in this file is in no copy: it goes before them
                ways.reverse()
            ways += [copies[1], other, ("another", True)]
        else:
            ways = [("retry", True), ("reading", self._can_read), ("another", True), copies[1], other]
        return [name for name, helps in ways if helps]

    def _show_ways(self) -> None:
        ways = self._ways()
        for row in self._rows:
            while (item := row.takeAt(0)) is not None:
                del item
        for name, button in self._buttons.items():
            button.setVisible(name in ways)
            button.set_kind("primary" if name == ways[0] else "none")
            button.set_key("Return" if name == ways[0] else "")
        for number, name in enumerate(ways):
            self._rows[(number + 1) // _IN_A_ROW].addWidget(self._buttons[name])
        for row in self._rows:
            row.addStretch(1)
        first, had = self._buttons[ways[0]], self.focusProxy()
        self.setFocusProxy(first)
        if had is not None and had.hasFocus() and had is not first:
            first.setFocus()
        self.retranslate()

    def offer(self, back: WaysBack) -> None:
        """Offer the first of these verified copies, and the choice of another one."""
        self._back = back
        self._show_ways()

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._title.setText(self._title_now())
        self._sentence.setText(self._why())
        self._where.setHidden(self._path in self._sentence.text())
        self._offered.setText(self._about_offer())
        self._copy.setText(self._back.copies[0].path if self._offered.text() else "")
        for label in (self._offered, self._copy):
            label.setHidden(not self._offered.text())
        self._buttons["retry"].setText(self.tr("Open it") if self._is_free else self.tr("Try again"))
        self._buttons["rescue"].setText(self.tr("Save what can be read…"))
        self._buttons["reading"].setText(self.tr("Open for reading"))
        self._buttons["backup"].setText(self.tr("Open the backup of %1").replace("%1", self._newest()))
        self._buttons["place"].setText(
            self.tr("Put the backup of %1 in its place").replace("%1", self._newest())
        )
        self._buttons["anew"].setText(self.tr("Begin an empty library"))
        has_one = bool(self._back.copies)
        self._buttons["other"].setText(self.tr("Another backup…") if has_one else self.tr("Choose a backup…"))
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

    def _why(self) -> str:
        """Why it was refused, and what is safe."""
        if self._holder is not None:
            return self._about(self._holder)
        if self._is_lost or self._is_foreign or not self._is_damaged:
            return self._reason
        damaged = self.tr("The file of this library is damaged. It was not changed.")
        if self._back.has_own:
            way = self.tr("A sound backup of it can take its place; the damaged file is kept beside it.")
        elif self._back.copies:
            way = self.tr(
                "No backup of this very file is known, only of another file of the same library. What is in "
                "this file alone is not in it: save first what can be read."
            )
        else:
            way = self.tr("No backup was found that is surely of this library. Choose one if you know it.")
        return f"{damaged} {way}"

    def _about_offer(self) -> str:
        """Which backup the first one is, what is in it, and what is newer than it."""
        if not self._back.copies or "place" not in self._ways():
            return ""
        copy, words = self._back.copies[0], BackupWords()
        said = self.tr("Backup of %1: %2.").replace("%1", self._newest()).replace("%2", words.holds(copy))
        if not self._back.has_own:
            elsewhere = self.tr("It was made of another file of this library.")
            said = f"{said} {elsewhere}"
        if self._back.is_older and not self._is_lost:
            written = self._moment(self._back.written)
            later = self.tr("This file was last written at %1: what was done after the backup is not in it.")
            said = f"{said} {later.replace('%1', written)}"
        return said

    def _about(self, holder: Holder) -> str:
        """Who, where and since when; what is safe, and what to do."""
        if self._is_free:
            return self.tr("It has ended. Everything that was saved there is in the library.")
        said = []
        if holder.program and holder.machine:
            words = self.tr("It is open in “%1” on the computer %2.")
            for place, name in (("%1", holder.program), ("%2", holder.machine)):
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
        if minutes == 0:
            words = self.tr("It began at %1, just now.")
        elif minutes < 60:
            words = self.tr("It began at %1, %n minute(s) ago.", "", minutes)
        elif minutes < 24 * 60:
            words = self.tr("It began at %1, %n hour(s) ago.", "", minutes // 60)
        else:
            words = self.tr("It began at %1, %n day(s) ago.", "", minutes // (24 * 60))
        return words.replace("%1", when)

    def _newest(self) -> str:
        """When the newest copy was made, in the time and the words of the place where the person is."""
        return self._moment(self._back.copies[0].time) if self._back.copies else ""

    def _moment(self, time: str) -> str:
        made = QDateTime.fromString(time, Qt.DateFormat.ISODate)
        return QLocale().toString(made.toLocalTime(), QLocale.FormatType.ShortFormat)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
