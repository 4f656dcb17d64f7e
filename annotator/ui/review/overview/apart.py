"""What was changed apart and nobody has settled: a line on the overview, and behind it the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.find.latest import Latest
from annotator.ui.i18n import sentence
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.outcome import Outcome
    from annotator.model.package import ConflictSide, MergeConflict
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.review.shared import Shared

_MOST: Final = 100
"""Conflicts that are listed; the next ones follow as these are settled."""


class ApartLine(QWidget):
    """How much was changed apart, and the way to it; not there while nothing was.

    Signals:
        wanted: the person wants to see it.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._is_wanted = 0, True
        self.words = PlainLabel(ink="text2")
        self.button = Button(small=True)
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 12, 32, 0)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.button)
        row.addStretch(1)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Tell of so many; nothing of none."""
        self._count = count
        self.setVisible(count > 0 and self._is_wanted)
        self.words.setText(separated(self.tr("%n place(s) were changed apart", "", count), count))
        self.button.setText(self.tr("Look at them"))

    def allow(self, is_wanted: bool) -> None:
        """Tell of it at all; not while the list itself is in front."""
        self._is_wanted = is_wanted
        self.show_count(self._count)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.show_count(self._count)
        super().changeEvent(event)


class ApartList(QScrollArea):
    """Both sides of each, and a button that lets one of them hold.

    Signals:
        chosen: a `MergeConflict`, and the uid of the change of it that shall hold.
        left: the person wants back.
    """

    chosen = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conflicts: Sequence[MergeConflict] = ()
        self._is_writable = True
        self._head = PlainLabel(size=28, weight=fonts.SEMIBOLD, wraps=True)
        self._note = PlainLabel(ink="muted", wraps=True)
        self.back = Button(kind="quiet")
        self.back.clicked.connect(self.left)
        self.offers: list[Button] = []
        self._rows: QWidget | None = None
        sheet = Surface("page")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(32, 24, 32, 32)
        self._column.setSpacing(4)
        for widget in (self._head, self._note):
            self._column.addWidget(widget)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(sheet)

    def show_conflicts(self, conflicts: Sequence[MergeConflict], *, is_writable: bool) -> None:
        """List these."""
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._conflicts, self._is_writable = conflicts, is_writable
        self._build()
        if had_focus:
            self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first_focus(self) -> QWidget:
        """The first that can be chosen, else the way back."""
        return self.offers[0] if self.offers else self.back

    @property
    def words(self) -> list[str]:
        """All that the list says."""
        rows = self._rows
        return [] if rows is None else [each.text() for each in rows.findChildren(PlainLabel)]

    def _build(self) -> None:
        count = len(self._conflicts)
        self._head.setText(separated(self.tr("%n place(s) were changed apart", "", count), count))
        self._note.setText(
            self.tr(
                "Two machines changed the same thing without knowing of each other. What you choose holds "
                "from now on, here and wherever your package is taken in."
            )
        )
        self.back.setText(self.tr("Back to the overview"))
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows, self.offers = QWidget(), []
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 16, 0, 0)
        rows.setSpacing(8)
        title = ""
        for conflict in self._conflicts[:_MOST]:
            if conflict.title != title:
                title = conflict.title
                rows.addWidget(PlainLabel(title, wraps=True, weight=fonts.MEDIUM))
            self._add(rows, conflict, conflict.kept, self.tr("Holds: {words}"), self.tr("Keep"))
            for side in conflict.others:
                self._add(rows, conflict, side, self.tr("Does not hold: {words}"), self.tr("Restore"))
            rows.addSpacing(8)
        if (more := count - _MOST) > 0:
            rows.addWidget(PlainLabel(separated(self.tr("… and %n more", "", more), more), ink="muted"))
        self._column.insertWidget(self._column.count() - 1, self._rows)
        width = max((button.sizeHint().width() for button in self.offers), default=0)
        for button in self.offers:
            button.setFixedWidth(width)

    def _add(
        self, rows: QVBoxLayout, conflict: MergeConflict, side: ConflictSide, frame: str, deed: str
    ) -> None:
        words = frame.replace("{words}", sentence(side.says))
        button = Button(deed, small=True)
        button.setAccessibleDescription(words)
        button.setEnabled(self._is_writable)
        button.clicked.connect(lambda: self.chosen.emit(conflict, side.change))
        self.offers.append(button)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(button)
        row.addWidget(PlainLabel(words, ink="text2", wraps=True), 1)
        rows.addLayout(row)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)


class Apart(QObject):
    """Reads what stands apart in a corpus, and settles it.

    Signals:
        came: what stands was read.
    """

    came = Signal()

    def __init__(self, shared: Shared, parent: QWidget) -> None:
        super().__init__(parent)
        self._shared, self._is_writable = shared, False
        self.line, self.list = ApartLine(), ApartList()
        self._latest = Latest(shared.desk, self)
        self.list.chosen.connect(self._settle)

    def load(self, corpus: str | None, *, is_writable: bool) -> None:
        """Read what stands in a corpus now."""
        self._is_writable = is_writable
        if corpus is None:
            self._take(())
            return

        def read(library: Library, _progress: Progress) -> Sequence[MergeConflict]:
            return library.packages.conflicts(corpus)

        self._latest.ask(read, self._take, self._shared.failed.emit)

    def _take(self, conflicts: Sequence[MergeConflict]) -> None:
        self.line.show_count(len(conflicts))
        self.list.show_conflicts(conflicts, is_writable=self._is_writable)
        if not conflicts:
            self.list.left.emit()
        self.came.emit()

    def _settle(self, conflict: MergeConflict, change: str) -> None:
        def done(_outcome: Outcome[None]) -> None:
            told = self.tr("Settled. It holds from now on, here and wherever it is taken in.")
            self._shared.said.emit(told)

        task = partial(_restore, conflict=conflict, change=change)
        self._shared.desk.write(task, done, self._shared.failed.emit)


def _restore(library: Library, conflict: MergeConflict, change: str) -> Outcome[None]:
    return library.packages.restore(conflict, change)
