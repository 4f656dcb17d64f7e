"""The Find page: a field, the hits of the corpus in context, what they can be narrowed to, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.find.facets import FacetModel, FacetView
from annotator.ui.find.hit_foot import HitFoot
from annotator.ui.find.hit_model import HitModel
from annotator.ui.find.hit_rows import EDGE, HitDelegate, HitView
from annotator.ui.find.options import SearchOptions
from annotator.ui.i18n import number
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.plain_label import ElidedLabel, PlainLabel
from annotator.ui.parts.search_field import SearchField
from annotator.ui.parts.surface import Surface
from annotator.ui.parts.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.label import Label
    from annotator.model.search import Order

FACETS: Final = 272
_FACETS_NARROW: Final = 220
_NARROW: Final = 1200
_NARROWER: Final = 900
_ORDERS: Final[tuple[Order, ...]] = ("text", "left", "right")


class FindPage(Surface):
    """Shows hits and tells what the person wants; searching and changing is done by `HitDesk`.

    Signals:
        search_wanted: Enter in the field, or the button.
        changed: other words, options, order or facets.
        left: Escape: back to where one was.
    """

    search_wanted = Signal()
    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.field = SearchField()
        self.button = Button(key="Return")
        self.options = SearchOptions(patterns=True)
        self.order = Choice()
        self.count = ElidedLabel(size=12, ink="muted")
        self.narrow = Button(kind="quiet", icon="panel-right")
        self._wants_facets = False
        self.model = HitModel(self)
        self.view = HitView(self.model)
        self.delegate = HitDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.facets = FacetModel(self)
        self.facet_view = FacetView(self.facets)
        self.foot = HitFoot()
        self._side = Surface("panel")
        self._empty = PlainLabel(size=15, ink="muted", wraps=True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)
        self.retranslate()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.field, 1)
        words.addWidget(self.button)
        counted = QHBoxLayout()
        counted.setSpacing(16)
        counted.addWidget(self.count, 1)
        counted.addWidget(self.order)
        counted.addWidget(self.narrow)
        self._choices = choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        choices.setSpacing(8)
        choices.addWidget(self.options)
        choices.addLayout(counted, 1)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QVBoxLayout()
        head.setContentsMargins(EDGE, 16, EDGE, 12)
        head.setSpacing(10)
        head.addLayout(words)
        head.addLayout(choices)
        body = QWidget()
        self._body = QStackedLayout(body)
        nothing = QWidget()
        room = QVBoxLayout(nothing)
        room.setContentsMargins(EDGE, 24, EDGE, 24)
        room.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(nothing)
        self._body.addWidget(WholeRows(self.view))
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for part in (head, Hairline(), body, Hairline(), self.foot):
            if isinstance(part, QVBoxLayout):
                middle.addLayout(part)
            else:
                middle.addWidget(part, 1 if part is body else 0)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(1, 12, 0, 0)
        side.addWidget(self.facet_view)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(self._side)

    def _connect(self) -> None:
        self.field.textEdited.connect(lambda _text: self.changed.emit())
        self.field.textChanged.connect(lambda text: None if text else self.changed.emit())
        self.field.returnPressed.connect(self.search_wanted)
        self.button.clicked.connect(self.search_wanted)
        self.options.changed.connect(self.changed)
        self.order.activated.connect(lambda _row: self.changed.emit())
        self.facets.chosen_changed.connect(self.changed)
        self.facets.modelReset.connect(self._name_narrow)
        self.facets.dataChanged.connect(self._name_narrow)
        self.narrow.clicked.connect(self._toggle_facets)

    def _name_narrow(self) -> None:
        """The button of narrow windows says how much hits are narrowed while nobody sees it."""
        count = self.facets.count_chosen
        self.narrow.setText(f"{self.tr('Narrow to')} ({number(count)})" if count else self.tr("Narrow to"))
        self.narrow.updateGeometry()

    def _toggle_facets(self) -> None:
        self._wants_facets = self._side.isHidden()
        self._fold_facets()
        if self._wants_facets:
            self.facet_view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fold_facets(self) -> None:
        """Show the facets where there is room, else when they are asked for."""
        has_room = self.width() >= _NARROWER
        self._side.setFixedWidth(_FACETS_NARROW if self.width() < _NARROW else FACETS)
        self._side.setVisible(has_room or self._wants_facets)
        self.narrow.setVisible(not has_room)

    # What others call

    @property
    def chosen_order(self) -> Order:
        """How hits are sorted."""
        return _ORDERS[max(0, self.order.currentIndex())]

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Draw spans in the colours of these labels, and offer them."""
        self.delegate.labels = {label.uid: label for label in labels}
        self.foot.show_labels(labels)
        self.view.viewport().update()

    def show_list(self) -> None:
        """Show the hits."""
        self._body.setCurrentIndex(1)

    def say_instead(self, words: str, *, bad: bool = False) -> None:
        """Show a sentence where the hits would be."""
        self._empty.set_ink("bad" if bad else "muted")
        self._empty.setText(words)
        self._body.setCurrentIndex(0)

    def say_count(self, words: str) -> None:
        """Say how many hits there are."""
        self.count.setText(words)
        self.count.setAccessibleName(words)
        self.field.setAccessibleDescription(words)

    def stops(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self.field, self.view, *([] if self._side.isHidden() else [self.facet_view])]

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves; Down goes from the field into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self.model.length():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fold the facets where there is no room."""
        super().resizeEvent(event)
        self._fold_facets()
        ways = QBoxLayout.Direction
        self._choices.setDirection(ways.TopToBottom if self.width() < _NARROW else ways.LeftToRight)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and the hairline before the facets."""
        super().paintEvent(event)
        if not self._side.isHidden():
            QPainter(self).fillRect(self._side.x() - 1, 0, 1, self.height(), QColor(theme.current().line))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self.field.set_placeholder(self.tr("Find in all documents of this corpus"))
        self.button.setText(self.tr("Find"))
        place = max(0, self.order.currentIndex())
        self.order.clear()
        self.order.addItems(
            [self.tr("As in the text"), self.tr("By words before"), self.tr("By words after")]
        )
        self.order.setCurrentIndex(place)
        self.order.setAccessibleName(self.tr("Order of the hits"))
        self.view.setAccessibleName(self.tr("Hits"))
        self.facet_view.setAccessibleName(self.tr("Narrow to"))
        self.facets.relist()
        self._name_narrow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
