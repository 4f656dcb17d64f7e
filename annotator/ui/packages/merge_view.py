"""What a package brings: what stands in the way, what was changed apart, what is said, then the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.i18n import number, sentence
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.counts import separated
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from annotator.model.package import (
        ComingDocument,
        ConflictSide,
        MergeConflict,
        MergePreview,
        RefusedDocument,
    )

_MOST: Final = 100
"""Conflicts that are shown; a person looks at no more at once."""
_WIDEST: Final = 640
"""So wide a conflict is at most, px: its button stays by its words."""
_MOST_TITLES: Final = 200
"""Titles that are shown of each sort."""
_MOST_LINES: Final = 60
"""Lines of a document's two texts that are shown."""


class MergeView(QScrollArea):
    """Blocks one below the other; what needs a look comes first.

    Signals:
        restore_wanted: a `MergeConflict`, and the uid of the change of it that shall hold.
    """

    restore_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: MergePreview | None = None
        self._may_restore = False
        self._settled: set[str] = set()
        self._blocks: list[QWidget] = []
        self._said: list[PlainLabel] = []
        sheet = Surface("page")
        outer = QVBoxLayout(sheet)
        outer.setContentsMargins(0, 0, 16, 0)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(sheet)

    def show_preview(self, seen: MergePreview | None, *, may_restore: bool = False) -> None:
        """Show another package, None for none; one that was taken in may have things restored."""
        self._seen, self._may_restore = seen, may_restore
        self._settled = set()
        self.retranslate()

    def settle(self, conflict: MergeConflict) -> None:
        """What did not hold of a thing was restored: it is offered no more."""
        self._settled.add(conflict.thing)
        self.retranslate()

    @property
    def offers(self) -> list[Button]:
        """The buttons by which something can be restored."""
        return [button for block in self._blocks for button in block.findChildren(Button)]

    @property
    def words(self) -> list[str]:
        """All that it says, block by block."""
        return [label.text() for label in self._said]

    def retranslate(self) -> None:
        """Set every word anew."""
        for block in self._blocks:
            block.hide()
            block.deleteLater()
        self._blocks, self._said = [], []
        if self._seen is not None:
            self._build(self._seen)

    def _build(self, seen: MergePreview) -> None:
        if seen.refused:
            self._heading(self.tr("In the way"), number(len(seen.refused)))
            for document in seen.refused:
                self._refused(document)
        if seen.conflicts:
            self._heading(self.tr("Changed apart"), number(len(seen.conflicts)))
            title = ""
            for conflict in seen.conflicts[:_MOST]:
                if conflict.title != title:
                    title = conflict.title
                    self._say(title or conflict.document, weight=True)
                self._conflict(conflict)
            if (more := len(seen.conflicts) - _MOST) > 0:
                self._say(separated(self.tr("… and %n more", "", more), more), ink="muted")
        self._names(self.tr("New labels"), seen.labels_new)
        self._names(self.tr("New people"), seen.people_new)
        if seen.notices:
            self._heading(self.tr("Good to know"))
            for notice in seen.notices:
                self._say(sentence(notice))
        if not self._blocks:
            self._say(self.tr("Nothing in it needs a look."), ink="muted")
        self._documents(seen.documents)

    def _documents(self, documents: Sequence[ComingDocument]) -> None:
        """The titles of what comes: new ones, those with changes, those that stay as they are."""
        new = [each.title for each in documents if each.is_new]
        changed = [self._counted(each) for each in documents if each.changes and not each.is_new]
        same = [each.title for each in documents if not each.changes and not each.is_new]
        self._titles(self.tr("New documents"), new)
        self._titles(self.tr("Documents with changes"), changed)
        self._titles(self.tr("Documents without changes"), same)

    def _counted(self, document: ComingDocument) -> str:
        count = document.changes
        words = separated(self.tr("%n change(s)", "", count), count)
        return f"{document.title} · {words}"

    def _titles(self, heading: str, titles: Sequence[str]) -> None:
        if not titles:
            return
        self._heading(heading, number(len(titles)))
        for title in titles[:_MOST_TITLES]:
            self._say(" ".join(title.split()), ink="text2")
        if (more := len(titles) - _MOST_TITLES) > 0:
            self._say(separated(self.tr("… and %n more", "", more), more), ink="muted")

    def _names(self, heading: str, names: tuple[str, ...]) -> None:
        if names:
            self._heading(heading, number(len(names)))
            self._say(", ".join(names))

    def _refused(self, document: RefusedDocument) -> None:
        words = self.tr("“{title}” is here with another text; the package cannot be taken in.")
        self._say(words.replace("{title}", document.title or document.uid), ink="bad")
        lines = document.diff[:_MOST_LINES]
        for line in lines:
            ink = {"-": "bad", "+": "ok"}.get(line[:1], "muted")
            self._say(line, ink=ink, is_fixed=True)
        if (more := len(document.diff) - len(lines)) > 0:
            self._say(self.tr("… and %n more line(s)", "", more), ink="muted")

    def _conflict(self, conflict: MergeConflict) -> None:
        """What holds and what does not stand closer together than to the next conflict."""
        block = QWidget()
        block.setMaximumWidth(_WIDEST)
        lines = QVBoxLayout(block)
        lines.setContentsMargins(0, 0, 0, 8)
        lines.setSpacing(2)
        lines.addWidget(self._side(conflict.kept, self.tr("Holds: {words}"), "text2"))
        for side in conflict.others:
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(self._side(side, self.tr("Does not hold: {words}"), "muted"), 1)
            if self._may_restore and conflict.thing not in self._settled:
                line.addWidget(self._offer(conflict, side))
            lines.addLayout(line)
        self._add(block)

    def _offer(self, conflict: MergeConflict, side: ConflictSide) -> Button:
        button = Button(self.tr("Restore"), small=True)
        button.setAccessibleDescription(sentence(side.says))
        button.clicked.connect(lambda: self.restore_wanted.emit(conflict, side.change))
        return button

    def _side(self, side: ConflictSide, frame: str, ink: str) -> PlainLabel:
        return self._label(frame.replace("{words}", sentence(side.says)), ink)

    def _heading(self, words: str, count: str = "") -> None:
        heading = SectionHeading()
        heading.set_text(words, count)
        heading.setContentsMargins(0, 12 if self._blocks else 0, 0, 0)
        self._add(heading)

    def _say(self, words: str, *, ink: str = "text", weight: bool = False, is_fixed: bool = False) -> None:
        label = self._label(words, ink, fonts.MEDIUM if weight else fonts.REGULAR)
        if is_fixed:
            label.setFont(fonts.mono(12))
        self._add(label)

    def _label(self, words: str, ink: str, weight: QFont.Weight = fonts.REGULAR) -> PlainLabel:
        label = PlainLabel(words, ink=ink, wraps=True, weight=weight)
        self._said.append(label)
        return label

    def _add(self, block: QWidget) -> None:
        self._blocks.append(block)
        self._column.addWidget(block)
