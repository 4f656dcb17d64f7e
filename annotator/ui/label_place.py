"""The place where documents are labelled: list at the left, article in the middle, spans at the right."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotator.messages import say
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.span import covered_text
from annotator.ui import theme
from annotator.ui.document_bar import DocumentBar
from annotator.ui.editor.article_view import ArticleView
from annotator.ui.editor.page import ArticlePlace
from annotator.ui.editor.session import LabellingSession
from annotator.ui.keymap import spoken
from annotator.ui.panels.document_list import DocumentList
from annotator.ui.panels.inspector import Inspector
from annotator.ui.panels.picker import Picker, likely_label
from annotator.ui.panels.span_list import SpanList
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.past.right_panel import RightPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.model.changes import Change
    from annotator.model.label import Label
    from annotator.model.listing import OpenDocument
    from annotator.settings import Place
    from annotator.ui.desk import Desk
    from annotator.ui.status_line import Hint

LEFT: Final = 264
LEFT_NARROW: Final = 220
RIGHT: Final = 304
NARROW: Final = 1200
NARROWER: Final = 960
_ARTICLE: Final = 520
"""px that the article keeps in a narrow window beside what a person opens at the right."""
_WORDS_IN_SUMMARY: Final = 60
_BEHIND_THE_PAINT: Final = 30
"""Milliseconds after a change of spans when lists and counts follow: the article is painted first."""
_SPANS_A_MILLISECOND: Final = 500
"""The longer the list, the longer it takes to follow, and the later it does: in a pause of the hands."""
_BEHIND_THE_CARET: Final = 10
"""The same after a move of caret or selection, for the inspector and for what keys do now."""


class LabelPlace(QWidget):
    """Panels, article and session of one open document.

    Signals:
        panel_shown: "left" or "right", and whether it is shown now.
        selection_changed: what is selected, or what keys do, may be another.
        changes_made: changes as a tuple and the `Message` that sums them up; to be saved as one step.
    """

    panel_shown = Signal(str, bool)
    selection_changed = Signal()
    changes_made = Signal(object, object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.documents = DocumentList(desk)
        self.article = ArticleView()
        self.session = LabellingSession(self.article, self)
        self.bar = DocumentBar()
        self.spans = SpanList()
        self.inspector = Inspector()
        self.picker = Picker(window, self.article)
        self._counts: Counter[str] = Counter()
        self._wanted = {"left": True, "right": True}
        self._stops_below: list[tuple[QWidget, QWidget]] = []
        self._hints_below: list[tuple[QWidget, Callable[[], list[Hint]]]] = []
        self._widths: dict[str, int] = {}
        self._later = QTimer(self, singleShot=True, interval=_BEHIND_THE_PAINT)
        self._soon = QTimer(self, singleShot=True, interval=_BEHIND_THE_CARET)
        self._empty = PlainLabel(size=15, ink="muted", wraps=True)
        self._empty.setObjectName("noArticle")
        self._unreadable: str | None = None
        self._lay_out()
        self._connect()
        self._empty.hide()  # until it is known that there is nothing to open
        self._recolour()
        self.retranslate()

    def _lay_out(self) -> None:
        self._right = RightPanel(self.spans, self.inspector)
        self._middle = Surface("page")
        self._pages = QStackedLayout(self._middle)
        open_page, empty_page = QWidget(), QWidget()
        middle = QVBoxLayout(open_page)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.bar)
        middle.addWidget(self.article, 1)
        self._below = middle
        empty = QHBoxLayout(empty_page)
        empty.setContentsMargins(32, 32, 32, 32)
        empty.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(empty_page)
        self._pages.addWidget(open_page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, least in ((self.documents, 180), (self._middle, 320), (self._right, 220)):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
        for place, stretch in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(place, stretch)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        self.article.column_changed.connect(self.bar.set_column)
        self.bar.column_wanted.connect(lambda: self.bar.set_column(*self.article.column()))
        self.article.span_selected.connect(self._selection_moved)
        self.article.selection_changed.connect(self._selection_moved)
        self.article.selection_finished.connect(self._offer_labels)
        self.bar.labels.label_chosen.connect(self._label_and_return)
        self.bar.status_chosen.connect(self.session.set_status)
        self.picker.label_chosen.connect(self.label)
        self.spans.span_chosen.connect(self.article.select_span)
        self.spans.article_wanted.connect(self.focus_article)
        self.spans.remove_wanted.connect(self.session.remove)
        self.inspector.remove_wanted.connect(self.session.remove)
        self.inspector.span_chosen.connect(self.article.select_span)
        self.inspector.overlapping = self.article.spans_over
        self.inspector.article_wanted.connect(self.focus_article)
        self.inspector.note_changed.connect(self._set_note)
        self.inspector.unsure_changed.connect(lambda _uid, _unsure: self.session.toggle_unsure())
        self.session.changes_made.connect(self.changes_made)
        self.session.guess_changed.connect(self._soon.start)
        self.session.brush.changed.connect(self._show_brush)
        self.bar.labels.brush_wanted.connect(self._toggle_brush)
        self.changes_made.connect(lambda changes, _summary: self.take_changes(changes))
        self._later.timeout.connect(self._follow)
        self._soon.timeout.connect(self._follow_selection)
        self.splitter.splitterMoved.connect(self._drawn)
        theme.theme().changed.connect(self._recolour)

    # What is open

    def show_document(self, opened: OpenDocument, place: Place | None) -> None:
        """Show a document; `place` is where to go back to in it.

        A document that is shown already stays where the person is in it, with what is selected: they may have
        gone on while it was read anew, and a label's key may not meet other words than they see.
        """
        document, state, labels = opened.document, opened.state, opened.labels
        before = self.session.document
        is_same = before is not None and before.uid == document.uid
        now, selected = self.article.place(), self.article.selected_span()
        self.picker.close_picker()
        self.session.open(opened)
        self._counts = Counter(span.label for span in state.spans())
        self.bar.show_document(document, state.status)
        self.bar.labels.set_labels(labels)
        self.bar.labels.set_counts(self._counts)
        self.spans.set_document(document.text, state, labels)
        self.inspector.set_document(document.text, state, labels, opened.annotator.name)
        self.show_layer(opened)
        self.documents.set_open(document.uid)
        self._pages.setCurrentIndex(1)
        if is_same:
            self.article.restore(now)
            self.article.select_span(selected.uid if selected else None, scroll=False)
        elif place is not None:
            self.article.restore(ArticlePlace(place.caret, place.anchor, place.paragraph, place.fraction))
        self._follow_selection()

    def show_layer(self, opened: OpenDocument) -> None:
        """Show whose layer is open and whether it may be changed."""
        self.session.is_fixed, self.session.is_reading = opened.is_fixed, opened.is_reading
        self.session.is_guarded = opened.is_guarded and not opened.is_reading
        self.bar.layers.show_layers(opened)
        self.bar.sample.setVisible(opened.is_spared)
        self.bar.status_button.setEnabled(not opened.is_fixed)
        self.bar.labels.set_brush_possible(not opened.is_fixed)
        self.inspector.set_layer(is_own=opened.is_own, is_fixed=opened.is_fixed)

    def close_document(self) -> None:
        """Show that no document is open."""
        self.picker.close_picker()
        self.session.close()
        self.spans.set_document("", None, [])
        self.inspector.set_document("", None, [])
        self.documents.set_open(None)
        self._unreadable = None
        self._say_empty()
        self._empty.show()
        self._pages.setCurrentIndex(0)
        self._follow_selection()

    def show_unreadable(self, uid: str, title: str) -> None:
        """Say in place of the text that this document's cannot be read; none is open."""
        self._unreadable = title
        self.documents.set_open(uid)
        self._say_empty()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show the label set as it is now."""
        self.session.set_labels(labels)
        self.bar.labels.set_labels(labels)
        self.spans.set_labels(labels)
        self.inspector.set_labels(labels)

    def take_changes(self, changes: Sequence[Change]) -> None:
        """Follow changes that the session's state has taken in already."""
        for change in changes:
            match change:
                case SpanAdded(span):
                    self._counts[span.label] += 1
                case SpanRemoved(span):
                    self._counts[span.label] -= 1
                case SpanReplaced(before, after):
                    self._counts[before.label] -= 1
                    self._counts[after.label] += 1
                case StatusChanged(_, status):
                    self.bar.show_status(status)
        self._later.start(_BEHIND_THE_PAINT + len(self.session.state) // _SPANS_A_MILLISECOND)

    def _follow(self) -> None:
        self.bar.labels.set_counts(self._counts)
        self.bar.layers.show_count(self._counts.total())
        self.spans.spans_changed()
        self._follow_selection()

    # Selection

    def _selection_moved(self) -> None:
        if self.article.selection() is None:
            self.picker.close_picker()
        self._soon.start()

    def _follow_selection(self) -> None:
        self._soon.stop()
        span = self.article.selected_span()
        self.inspector.set_span(span)
        self.spans.select_span(span.uid if span else None)
        self.selection_changed.emit()

    @property
    def has_span(self) -> bool:
        """Whether a span is selected, or guessed and about to be one."""
        return self.article.selected_span() is not None or self.session.grabbing.guess is not None

    def _offer_labels(self) -> None:
        """Give what was drawn the label that is held, else offer the labels."""
        if self.session.brush.paint():
            return
        selection = self.article.selection()
        if selection is None or not self.session.labels or self.session.is_fixed:
            return
        words = self.article.rect_of(*selection)
        corner = self.article.viewport().mapTo(self.window(), QPoint(0, 0))
        room = QRect(corner, self.article.viewport().size())
        kept = self.session.kept_selection() or selection
        likely = likely_label(self.article.text, self.session.state, *kept)
        self.picker.open_at(words.translated(corner), room, self.session.labels, likely)

    def _set_note(self, uid: str, note: str) -> None:
        """Keep a note; by now another span may be selected than the one it was written for."""
        span = self.session.state.get(uid)
        if span is not None and span.note != note and not self.session.is_fixed:
            changes = (SpanReplaced(span, replace(span, note=note)),)
            words = " ".join(covered_text(self.article.text, span)[:_WORDS_IN_SUMMARY].split())
            self.session.apply_external(changes)
            self.changes_made.emit(changes, say("Note on {words}", words=f"“{words}”"))

    def label(self, uid: str) -> None:
        """Label what is selected, and have it painted before anything else gets a turn."""
        self.session.label(uid)
        QCoreApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest.value)

    def _show_brush(self, label: str | None) -> None:
        self.bar.labels.set_brush(label)
        self.picker.close_picker()
        self._soon.start()

    def _toggle_brush(self) -> None:
        self.session.brush.toggle()
        self.focus_article(by_key=False)

    def _label_and_return(self, uid: str) -> None:
        self.label(uid)
        self.picker.close_picker()
        self.focus_article(by_key=False)

    def focus_article(self, *, by_key: bool = True) -> None:
        """Put the focus into the article; only a key shows where it went."""
        reason = Qt.FocusReason.ShortcutFocusReason if by_key else Qt.FocusReason.MouseFocusReason
        self.article.setFocus(reason)

    # Panels

    def is_panel_shown(self, side: str) -> bool:
        """Whether a panel is open."""
        return not self._panel(side).isHidden()

    def show_panel(self, side: str, shown: bool) -> None:
        """Open or fold a panel because the person wants it."""
        self._wanted[side] = shown
        self._apply(side, shown)
        if side == "right":
            self._apply("left", self._has_left(self.width()))
            self._size_panels()

    @property
    def folded(self) -> tuple[str, ...]:
        """The panels that the person folded, also where the window is too narrow to show them."""
        return tuple(side for side, wanted in self._wanted.items() if not wanted)

    def fold(self, sides: Collection[str]) -> None:
        """Have these panels folded because the person wants it, and the others open where there is room."""
        self._wanted = {side: side not in sides for side in self._wanted}
        self.fit(self.width())

    @property
    def guest(self) -> QWidget | None:
        """What stands at the right in place of spans and inspector; None when these do."""
        return self._right.guest

    @property
    def guest_name(self) -> str:
        """The object name of the guest, "" without one."""
        return "" if self.guest is None else self.guest.objectName()

    def show_guest(self, guest: QWidget | None, width: int = 0) -> None:
        """Have something else at the right, `width` px wide; None: spans and inspector again."""
        self._right.show_guest(guest, width)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Fold panels where the window is too narrow, and bring those back that the person did not fold."""
        is_guest = self.guest is not None
        self._apply("right", is_guest or (self._wanted["right"] and width >= NARROW))
        self._apply("left", self._has_left(width))
        self._size_panels()

    def _has_left(self, width: int) -> bool:
        """Whether the left panel is shown: in a narrow window it makes room for one opened at the right."""
        if not self._wanted["left"] or width < NARROWER:
            return False
        taken = self._right_width() if self.is_panel_shown("right") else 0
        return width >= NARROW or width - self.left_width() - taken >= _ARTICLE

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Make the panels as wide as the person once drew them."""
        self._widths = dict(widths)
        self._size_panels()

    @property
    def widths(self) -> Mapping[str, int]:
        """Widths the person drew, by panel; empty when the panels were never drawn."""
        return dict(self._widths)

    def _size_panels(self) -> None:
        left, right = self.left_width(), self._right_width()
        handle = self.splitter.handleWidth()
        sides = ((self.documents, left), (self._right, right))
        rest = self.width() - sum(width + handle for panel, width in sides if not panel.isHidden())
        self.splitter.setSizes([left, max(320, rest), right])

    def _drawn(self) -> None:
        sizes = self.splitter.sizes()
        for side, size in (("left", sizes[0]), ("right", sizes[2])):
            if self.is_panel_shown(side) and (side == "left" or self.guest is None):
                self._widths[side] = size

    def _right_width(self) -> int:
        return self._right.width_of(self._widths.get("right", RIGHT))

    def left_width(self) -> int:
        """Width of the left panel, open or folded."""
        return self._widths.get("left", LEFT_NARROW if self.window().width() < NARROW else LEFT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the panels' widths: the article takes what is left."""
        super().resizeEvent(event)
        self._size_panels()

    def _apply(self, side: str, shown: bool) -> None:
        panel = self._panel(side)
        if panel.isHidden() is shown:
            panel.setVisible(shown)
            self.panel_shown.emit(side, shown)

    def _panel(self, side: str) -> QWidget:
        return self.documents if side == "left" else self._right

    def hints(self) -> list[Hint]:
        """The keys of what has the focus below or beside the article; none while it tells its own."""
        for part, tell in self._hints_below:
            if part.isAncestorOf(self.window().focusWidget() or self):
                return tell()
        return self.spans.hints() if self.guest is None else self._right.hints()

    @property
    def guest_focus(self) -> QWidget | None:
        """Where the guest at the right wants the focus."""
        return None if self.guest is None else (self.guest.focusProxy() or self.guest)

    def add_below(
        self,
        part: QWidget,
        *,
        takes_focus: QWidget | None = None,
        hints: Callable[[], list[Hint]] | None = None,
    ) -> None:
        """Put something under the article.

        Args:
            part: hidden while there is no use for it.
            takes_focus: where F6 goes while it is shown.
            hints: the keys that work while the focus is in it.
        """
        self._below.addWidget(part)
        if takes_focus is not None:
            self._stops_below.append((part, takes_focus))
        if hints is not None:
            self._hints_below.append((part, hints))

    def panels(self) -> list[QWidget]:
        """What F6 goes through: the focus widget of each panel that is shown."""
        stops: list[tuple[QWidget, QWidget]] = [
            (self.documents, self.documents.shown_view),
            (self._middle, self.article),
            *self._stops_below,
            (self._right, self.guest_focus or self.spans.view),
        ]
        return [stop for panel, stop in stops if not panel.isHidden()]

    # Looks and words

    def _recolour(self) -> None:
        self.article.set_theme(theme.current())

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        self._say_empty()
        self.article.retranslate()

    def _say_empty(self) -> None:
        if self._unreadable is not None:
            words = self.tr(
                "“%1” cannot be read: the library's file is damaged where its text or its spans are. Nothing "
                "was changed. The check says whether a backup brings it back, and saves all that can be read."
            ).replace("%1", self._unreadable)
        else:
            words = self.tr("No document is open. Choose one at the left, or open files with Ctrl O.")
        self._empty.setText(spoken(words, "file.open") if self._unreadable is None else words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
