"""The left panel of the comparison: how much is to decide, and the clusters of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui import fonts
from annotator.ui.keymap import key_of
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.rows import RowView
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows
from annotator.ui.review.compare.cluster_model import ClusterModel
from annotator.ui.review.compare.cluster_rows import CLUSTER_ROW, ClusterDelegate
from annotator.ui.review.compare.filter_row import FilterRow
from annotator.ui.status_line import Hint, Hints

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.model.label import Label
    from annotator.model.review import Cluster

WIDTH = 288
_ROOM_FOR_BOTH = 260
"""px from which on the foot has room for all its keys."""


class ClusterList(Surface):
    """Open and settled clusters; the current one is that of the text and of the cards.

    Signals:
        cluster_chosen: uid of the cluster that became current here.
        text_wanted: Enter or Escape in the list.
    """

    cluster_chosen = Signal(str)
    text_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._following = False
        self.model = ClusterModel(self)
        self.view = RowView(CLUSTER_ROW)
        self.view.setModel(self.model)
        self.view.setItemDelegate(ClusterDelegate(self.view))
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)
        self.view.chosen.connect(self.text_wanted)
        self.head = PlainLabel(size=15, weight=fonts.SEMIBOLD)
        self.reopen_button = Button(kind="quiet", small=True)
        self.reopen_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reopen_button.hide()
        self.title = ElidedLabel(size=12, ink="muted")
        self.filters = FilterRow()
        self.filters.hide()
        self._empty = PlainLabel(ink="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(20, 8, 20, 0)
        self._walk, self._finish, self._onward = Hints(), Hints(), Hints()
        self._walking: Sequence[Hint] = ()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 0)
        head.addWidget(self.head, 1)
        head.addWidget(self.reopen_button)
        title = QHBoxLayout()
        title.setContentsMargins(20, 2, 16, 4)
        title.addWidget(self.title)
        onward = QHBoxLayout()
        onward.setContentsMargins(2, 0, 16, 0)
        onward.addWidget(self._onward)
        onward.addStretch(1)
        self._onward.hide()
        body = QWidget()
        self._body = QStackedLayout(body)
        self._body.addWidget(WholeRows(self.view))
        self._body.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(2, 0, 16, 0)
        foot.addWidget(self._walk)
        foot.addStretch(1)
        foot.addWidget(self._finish)
        keys = QWidget()
        keys.setFixedHeight(44)
        keys.setLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(title)
        column.addLayout(onward)
        column.addWidget(self.filters)
        column.addWidget(body, 1)
        column.addWidget(Hairline())
        column.addWidget(keys)

    def show_clusters(
        self,
        clusters: Sequence[Cluster],
        text: str,
        labels: Mapping[str, Label],
        *,
        with_settled: bool,
        is_filtered: bool,
    ) -> None:
        """List the clusters as they are now; the current one stays."""
        current, bar = self.model.uid_at(self.view.currentIndex()), self.view.verticalScrollBar()
        seen = bar.value()
        self._following = True
        self.model.show_clusters(clusters, text, labels, with_settled=with_settled)
        # What was ruled on just now is far below: the list does not go there and back.
        self.view.go_to(None if current is None else self.model.row_of(current), scroll=False)
        self._following = False
        self.view.executeDelayedItemsLayout()
        bar.setValue(seen)
        self._body.setCurrentIndex(0 if self.model.length() else 1)
        self._empty.setText(
            self.tr("No cluster fits the filter.")
            if is_filtered
            else self.tr("Nobody has marked anything here yet.")
        )

    def say(self, head: str, title: str, *, may_reopen: bool = False) -> None:
        """Say how much is to decide, and in which document; a finished one may be opened again."""
        self.reopen_button.setVisible(may_reopen)
        self.head.setText(head)
        self.head.setAccessibleName(head)
        self.title.setText(title)

    def show_onward(self, hints: Sequence[Hint]) -> None:
        """Show below the head the keys that go on from a document that is through; none: it is not."""
        self._onward.show_hints(hints)
        self._onward.setVisible(bool(hints))

    @property
    def onward(self) -> tuple[Hint, ...]:
        """The keys that are shown below the head."""
        return self._onward.hints

    def select(self, uid: str | None) -> None:
        """Make a cluster current because the page's is; `cluster_chosen` is not sent."""
        self._following = True
        row = None if uid is None else self.model.row_of(uid)
        self.view.go_to(row)
        if row is not None and self.model.is_heading(row - 1):
            self.view.scrollTo(self.model.index(row - 1, 0))
        self._following = False

    def show_keys(self, walk: Sequence[Hint], finish: Sequence[Hint]) -> None:
        """Show the keys of the foot."""
        self._walking = walk
        self._finish.show_hints(finish)
        self._fit_keys()

    def _fit_keys(self) -> None:
        """In a narrow panel the keys that go on stand without words: the one that finishes needs the room."""
        has_room = self.width() >= _ROOM_FOR_BOTH
        self._walk.show_hints(self._walking if has_room else [Hint(each.keys, "") for each in self._walking])

    def _current_changed(self, current: QModelIndex) -> None:
        uid = self.model.uid_at(current)
        if uid is not None and not self._following:
            self.cluster_chosen.emit(uid)

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.model.forget()
        self.reopen_button.setText(self.tr("Open again"))
        self.reopen_button.set_key(key_of("review.reopen"))
        self.view.setAccessibleName(self.tr("Clusters of the document"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the room there is."""
        super().resizeEvent(event)
        self._fit_keys()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
