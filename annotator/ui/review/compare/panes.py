"""Two annotators side by side: the text twice, each with the spans of one of them, scrolled together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.surface import Surface
from annotator.ui.review.compare.drawing import layer_drawn
from annotator.ui.review.compare.text import CompareText

if TYPE_CHECKING:
    from annotator.model.review import Cluster, ReviewedDocument
    from annotator.settings import Preferences
    from annotator.ui.review.compare.people import Names

_HEAD = 44


class Pane(QWidget):
    """One annotator's spans in the text, under the choice of the annotator.

    Signals:
        person_chosen: another annotator is to be shown.
    """

    person_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = Choice()
        self.text = CompareText()
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(self.person)
        head.addStretch(1)
        top = QWidget()
        top.setFixedHeight(_HEAD)
        top.setLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (top, Hairline()):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        self.person.activated.connect(self.person_chosen)

    def offer(self, names: Names, people: list[str], default: int) -> None:
        """Offer the annotators; who was shown stays if that one is among them."""
        before = self.person.currentData()
        self.person.clear()
        for uid in names.in_order(people):
            self.person.addItem(names.name(uid), uid)
        place = self.person.findData(before)
        self.person.setCurrentIndex(place if place >= 0 else min(default, self.person.count() - 1))

    def show_layer(self, reviewed: ReviewedDocument) -> None:
        """Show the document with the chosen annotator's spans."""
        drawn = layer_drawn(reviewed, self.person.currentData() or "")
        self.text.show_drawn(reviewed.document.text, drawn, list(reviewed.labels.values()))


class TwoPanes(Surface):
    """Two panes.

    Signals:
        cluster_chosen: uid of the cluster whose words were clicked.
    """

    cluster_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._reviewed: ReviewedDocument | None = None
        self._following = False
        self.panes = (Pane(), Pane())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panes[0], 1)
        row.addWidget(Hairline(standing=True))
        row.addWidget(self.panes[1], 1)
        for pane, other in (self.panes, self.panes[::-1]):
            pane.person_chosen.connect(self._show_layers)
            pane.text.cluster_chosen.connect(self.cluster_chosen)
            pane.text.moved.connect(lambda pane=pane, other=other: self._follow(pane, other))
        self._recolour()
        theme.theme().changed.connect(self._recolour)
        self.retranslate()

    def show_document(self, reviewed: ReviewedDocument, names: Names) -> None:
        """Show a document, or the same one with other names."""
        is_same = self._reviewed is not None and self._reviewed.document.uid == reviewed.document.uid
        places = [pane.text.scroll_place() for pane in self.panes]
        self._reviewed = reviewed
        people = [person.uid for person in reviewed.people]
        for default, pane in enumerate(self.panes):
            pane.offer(names, people, default)
        self._show_layers()
        if is_same:
            for pane, place in zip(self.panes, places, strict=True):
                pane.text.scroll_to(*place)

    def show_cluster(self, cluster: Cluster) -> None:
        """Put a frame around the words of a cluster in both."""
        for pane in self.panes:
            pane.text.show_cluster(cluster.start, cluster.end)

    def take_preferences(self, now: Preferences) -> None:
        """Set the texts as the person reads articles."""
        for pane in self.panes:
            pane.text.take_preferences(now)

    def _show_layers(self) -> None:
        if self._reviewed is not None:
            frame = self.panes[0].text.frame
            for pane in self.panes:
                pane.show_layer(self._reviewed)
                pane.text.set_frame(frame)

    def _follow(self, pane: Pane, other: Pane) -> None:
        """Have the other pane stand where this one stands."""
        if not self._following and self.isVisible():
            self._following = True
            other.text.scroll_to(*pane.text.scroll_place())
            self._following = False

    def _recolour(self) -> None:
        for pane in self.panes:
            pane.text.set_theme(theme.current())

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        left, right = self.panes
        left.person.setAccessibleName(self.tr("Annotator at the left"))
        right.person.setAccessibleName(self.tr("Annotator at the right"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
