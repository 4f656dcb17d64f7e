"""Documents of a sample: looked through for spans that are missing, which no sample of spans can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.figures.cells import Column, Number, Row
from annotator.ui.figures.table import FigureTable
from annotator.ui.i18n import number
from annotator.ui.parts.heading import SectionHeading

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from annotator.agreement.sampled import Sample


class MissingTable(QWidget):
    """A row a document with what it lacks.

    Signals:
        came: the rows got the focus, or lost it.
    """

    came = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample: Sample | None = None
        self._heading = SectionHeading()
        self.table = FigureTable()
        self.table.view.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        heading = QVBoxLayout()
        heading.setContentsMargins(16, 0, 16, 0)
        heading.addWidget(self._heading)
        column.addLayout(heading)
        column.addWidget(self.table, 1)

    @property
    def is_current(self) -> bool:
        """Whether keys are for the documents now."""
        return self.window().focusWidget() is self.table.view

    @property
    def place(self) -> int | None:
        """Place of the current document in the sample."""
        row = self.table.row()
        return row.key if row is not None and isinstance(row.key, int) else None

    def show_sample(self, sample: Sample) -> None:
        """Show the documents of a sample."""
        self._sample = sample
        done = f"{number(len(sample.looked_through))} / {number(len(sample.documents))}"
        self._heading.set_text(self.tr("Documents, for spans that are missing"), done)
        rows = [
            Row(place, (title, Number.of(spans), self._found(place)))
            for place, (_, title, spans) in enumerate(sample.documents)
        ]
        columns = (
            Column(self.tr("Document")),
            Column(self.tr("Spans"), 72, is_right=True),
            Column(self.tr("Missing"), 140, is_right=True),
        )
        self.table.set_rows(columns, rows)
        self.table.set_name(self.tr("Documents, for spans that are missing"))
        if self.table.row() is None and rows:
            self.table.view.go_to(0)
        self.setVisible(bool(rows))

    def _found(self, place: int) -> Number | str:
        judged = None if self._sample is None else self._sample.looked_through.get(place)
        if judged is None:
            return self.tr("not looked at")
        count = sum((judged.missing or {}).values())
        return Number.of(count, is_strong=count > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell when keys are for the documents."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.came.emit()
        return super().eventFilter(watched, event)
