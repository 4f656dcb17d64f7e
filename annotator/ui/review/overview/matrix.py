"""The matrix: heads that sort, rows of 48 px, and a bar that scrolls people sideways when they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from annotator.ui import fonts, icons, theme
from annotator.ui.density import Size
from annotator.ui.parts.plain_label import plain_tip
from annotator.ui.parts.rows import RowView, draw_words
from annotator.ui.parts.whole_rows import WholeRows
from annotator.ui.review.overview.columns import columns_for
from annotator.ui.review.overview.matrix_model import MatrixModel, Order
from annotator.ui.review.overview.matrix_rows import MatrixDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from annotator.ui.parts.rows import Index
    from annotator.ui.review.overview.columns import Columns
    from annotator.ui.review.overview.matrix_model import MatrixRow

ROW: Final = Size(48, 40)
HEAD: Final = 32
_NOTCH: Final = 120
"""What a wheel tells for one notch."""
_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_LEFT: Final = Qt.AlignmentFlag.AlignLeft


class MatrixView(RowView):
    """The rows; letters and Enter are acts of Review, so it keeps none of them.

    Signals:
        moved_sideways: by how many people a wheel or a finger wants their columns moved.
        touched: the person scrolled or went to another row.
    """

    moved_sideways = Signal(int)
    touched = Signal()
    _aside = 0.0

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Sideways, or with Shift, people move; else rows."""
        aside = event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            aside = aside or event.angleDelta().y()
        if aside:
            self._aside += aside
            steps = int(self._aside / _NOTCH)
            self._aside -= steps * _NOTCH
            self.moved_sideways.emit(-steps)
            event.accept()
            return
        self.touched.emit()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Going to a row by a key is moving in the rows."""
        self.touched.emit()
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Qt would let input methods in again."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)


class MatrixHead(QWidget):
    """The heads over one hairline; a click on some sorts.

    Signals:
        wanted: the `Order` to sort by.
    """

    wanted = Signal(object)

    def __init__(self, matrix: Matrix) -> None:
        super().__init__(matrix)
        self._matrix = matrix
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _boxes(self) -> dict[Order, QRectF]:
        columns = self._matrix.columns
        sorting = {Order.TITLE: columns.title, Order.F1: columns.f1, Order.OPEN: columns.open}
        return {order: QRectF(left, 0, width, HEAD) for order, (left, width) in sorting.items()}

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Sort by the column under the pointer."""
        for order, box in self._boxes().items():
            if box.contains(event.position()):
                self.wanted.emit(order)

    def event(self, event: QEvent) -> bool:
        """Show the whole name of a person under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            name = self._matrix.person_at(event.pos().x())
            QToolTip.showText(event.globalPos(), plain_tip(name) if name else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint heads, the arrow of the order, the hairline."""
        painter, tokens = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self._matrix.columns
        names = {
            Order.TITLE: self.tr("Document"),
            Order.F1: self._f1_words(columns.f1[1]),
            Order.OPEN: self.tr("To decide"),
        }
        for order, box in self._boxes().items():
            self._paint_sorting(painter, box, names[order], order)
        gold = QRectF(columns.gold[0], 0, columns.gold[1] - 8, HEAD)
        draw_words(painter, gold, self.tr("Gold"), fonts.interface(12), tokens.muted)
        self._paint_people(painter, columns)
        painter.fillRect(QRectF(0, HEAD - 1, self.width(), 1), QColor(tokens.line))

    def _f1_words(self, width: float) -> str:
        whole = self.tr("Same spans (strict F1)")
        if self._matrix.model.is_counting_some:
            whole = self.tr("Same spans, not filtered")
        fits = fonts.width(whole, fonts.interface(12)) + 20 <= width
        return whole if fits else self.tr("F1")

    def _paint_sorting(self, painter: QPainter, box: QRectF, words: str, order: Order) -> None:
        tokens, font = theme.current(), fonts.interface(12)
        is_right = order is Order.OPEN
        is_on = self._matrix.model.order is order
        wide = fonts.width(words, font)
        x = box.right() - wide if is_right else box.left()
        if is_on:
            name = "arrow-down" if order is Order.OPEN else "arrow-up"
            arrow = x - 18 if is_right else x
            icons.paint(painter, name, QRectF(arrow, (HEAD - 14) / 2, 14, 14), tokens.text2)
            box = box if is_right else box.adjusted(18, 0, 0, 0)
        ink = tokens.text2 if is_on else tokens.muted
        draw_words(painter, box, words, font, ink, _RIGHT if is_right else _LEFT)

    def _paint_people(self, painter: QPainter, columns: Columns) -> None:
        left, width = columns.people
        painter.save()
        if columns.hidden:
            painter.setClipRect(QRectF(left, 0, width, HEAD))
        for place, name in enumerate(self._matrix.model.heads):
            x = columns.person_left(place, self._matrix.scrolled)
            box = QRectF(x, 0, columns.person - 12, HEAD)
            font = fonts.interface(12)
            draw_words(painter, box, _shortened(name, font, box.width()), font, theme.current().muted)
        painter.restore()


def _shortened(name: str, font: QFont, width: float) -> str:
    """The end of a name that is too long: by that people are called in Vietnamese."""
    words = name.split()
    while len(words) > 1 and fonts.width(" ".join(words), font) > width:
        words = ["…", *words[2:]] if words[0] == "…" else ["…", *words[1:]]
    return " ".join(words) if words != ["…"] else name


class Matrix(QWidget):
    """Documents by annotators.

    Signals:
        current: the `MatrixRow` that is current now, or None.
        opened: uid of the document that was clicked twice.
        touched: the person moved in the rows: they are not to be put in another order unasked.
    """

    current = Signal(object)
    opened = Signal(str)
    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MatrixModel(self)
        self.view = MatrixView(ROW)
        self.view.setModel(self.model)
        self.delegate = MatrixDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.head = MatrixHead(self)
        self.aside = QScrollBar(Qt.Orientation.Horizontal)
        self._lay_out()
        self.model.modelReset.connect(self._fit)
        self.head.wanted.connect(self.sort)
        self.aside.valueChanged.connect(self._scroll_aside)
        self.view.moved_sideways.connect(lambda steps: self.aside.setValue(self.aside.value() + steps))
        self.view.touched.connect(self.touched)
        self.view.verticalScrollBar().rangeChanged.connect(lambda *_: self._fit())
        self.view.verticalScrollBar().sliderMoved.connect(self.touched)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self.current.emit(self.row()))
        self.view.clicked.disconnect(self.view.chosen)  # a click only makes a row current
        self.view.clicked.connect(self.touched)
        self.view.doubleClicked.connect(self._open)
        self.setFocusProxy(self.view)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(WholeRows(self.view), 1)
        column.addWidget(self.aside)
        self.aside.hide()

    # What is current

    @property
    def columns(self) -> Columns:
        """Where the columns stand now; a scroll bar of the rows makes them narrower."""
        return columns_for(self.view.viewport().width(), len(self.model.heads))

    @property
    def scrolled(self) -> int:
        """How many people are out at the left."""
        return self.delegate.scrolled

    def row(self) -> MatrixRow | None:
        """The current row."""
        return self.model.row_at(self.view.currentIndex().row())

    def go_to(self, document: str | None) -> None:
        """Make the row of a document current, the first one when it is not listed."""
        place = self.model.place_of(document) if document else None
        if self.model.length():
            self.view.go_to(place or 0)

    def sort(self, order: Order) -> None:
        """Put the rows in another order; the first one becomes current."""
        self.model.sort(order)
        self.view.go_to(0 if self.model.length() else None)

    def person_at(self, x: float) -> str:
        """The whole name of the person whose head is at that x, "" for none."""
        columns = self.columns
        left, width = columns.people
        if not left <= x < left + width:
            return ""
        place = int((x - left) // columns.person) + self.scrolled
        return self.model.heads[place] if place < len(self.model.heads) else ""

    def _open(self) -> None:
        row = self.row()
        if row is not None:
            self.opened.emit(row.row.document)

    # Room

    def _fit(self) -> None:
        """Offer scrolling sideways where people have no room."""
        columns = self.columns
        self.aside.setVisible(columns.hidden > 0)
        self.aside.setRange(0, columns.hidden)
        self.aside.setPageStep(max(1, len(self.model.heads) - columns.hidden))
        self._scroll_aside(self.aside.value())

    def _scroll_aside(self, people: int) -> None:
        self.delegate.scrolled = people
        self.view.viewport().update()
        self.head.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Paint anew in another palette or language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.head.update()
            self.view.viewport().update()
        super().changeEvent(event)
