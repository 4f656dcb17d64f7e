"""What keys mean on the page Compare: acts, figures, and those of a mode that belong to no act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from annotator.ui.keymap import caps
from annotator.ui.review.compare.acting import Mode
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from annotator.model.label import Label
    from annotator.model.review import Cluster
    from annotator.ui.review.compare.page import ComparePage

_FIGURES: Final = frozenset("123456789")
_EDGES: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompareKeys(QObject):
    """Knows which keys work now; one for a page."""

    def __init__(self, page: ComparePage) -> None:
        super().__init__(page)
        self._page = page

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What can be done now, by act or figure."""
        page, acting = self._page, self._page.acting
        if page.fields.is_in_filters:
            return {"review.filter": page.fields.turn_filters}
        if page.deciding.reviewed is None or not page.strip.isHidden() or page.fields.is_in_one:
            return {}
        if acting.mode is Mode.LABELS:
            figured = [label for label in self._labels() if label.key in _FIGURES]
            return {label.key: partial(acting.take_as, label) for label in figured}
        if acting.mode in (Mode.EDGES, Mode.WHICH):
            return acting.figures()
        if acting.mode is Mode.PAST:
            restoring = page.past.figures() if page.shared.is_writable else {}
            return {**restoring, "review.history": acting.leave_mode}
        look: dict[str, Callable[[], None]] = {
            "review.next": acting.next_open,
            "review.previous": acting.previous_open,
            "review.filter": page.fields.turn_filters,
            "review.panes": page.turn_panes,
            "review.history": page.past.open,
        }
        if page.offering.is_offering and page.shared.is_writable:
            look["review.rule"] = page.offering.open
        if page.deciding.is_finished and page.shared.is_writable:
            look["review.reopen"] = page.deciding.reopen
        may_rule = page.shared.is_writable and page.deciding.cluster is not None
        return look | acting.figures() | self._rulings() if may_rule else look

    def _rulings(self) -> dict[str, Callable[[], None]]:
        page, acting = self._page, self._page.acting
        return {
            "review.take": acting.take_chosen,
            "review.take_all": acting.take_all,
            "review.edit": page.edit_edges,
            "review.relabel": acting.ask_label,
            "review.reject": acting.reject,
            "review.defer": acting.defer,
            "review.take_back": acting.take_back,
            "review.accept": acting.accept_all,
            "review.comment": page.panel.threads.write,
            **({"review.resolve": page.panel.threads.resolve} if page.panel.threads.can_resolve else {}),
            "review.gap": page.ask_why,
            "review.alike": page.likeness.open,
            "review.finish": page.ending.finish,
        }

    def hints(self) -> list[Hint]:
        """The few keys to tell of now."""
        page, cluster = self._page, self._page.deciding.cluster
        if page.fields.is_in_one:
            return page.fields.hints()
        if not page.strip.isHidden():
            return page.strip.hints()
        if page.acting.mode is Mode.EDGES:
            return [
                Hint(("←", "→"), self.tr("end")),
                Hint(("Shift ← →",), self.tr("start")),
                Hint(("↵",), self.tr("keep")),
                Hint(("Esc",), self.tr("leave it")),
            ]
        if page.acting.mode is Mode.LABELS:
            keys = tuple(label.key for label in self._labels())[:5]
            return [Hint(keys, self.tr("the label")), Hint(("Esc",), self.tr("leave it"))]
        if page.acting.mode is Mode.PAST:
            figures = tuple(page.past.figures())[:3]
            restore = [Hint(figures, self.tr("restore"))] if figures else []
            return [*restore, Hint(("Esc",), self.tr("leave it"))]
        if cluster is None:
            return page.ending.hints()
        figures = tuple(str(place + 1) for place in range(min(3, len(cluster.variants))))
        if page.acting.mode is Mode.WHICH:
            return [Hint(figures, self.tr("this one")), Hint(("Esc",), self.tr("leave it"))]
        hints = self._usual(cluster, figures)
        if not page.shared.is_writable:
            return hints[-1:]
        onward = page.ending.hints()
        if onward and cluster.decision is not None:
            named = {hint.keys for hint in onward}
            hints = [*onward, *(hint for hint in hints[-2:] if hint.keys not in named)]
        return hints

    def _usual(self, cluster: Cluster, figures: tuple[str, ...]) -> list[Hint]:
        """What can be done with a cluster: Enter where it takes something, U where something was ruled."""
        acting, deciding = self._page.acting, self._page.deciding
        take = Hint(caps("review.take"), self.tr("majority"))
        if len(cluster.variants) == 1:
            take = Hint(take.keys, self.tr("take it"))
        elif acting.chosen != cluster.majority:
            take = Hint(take.keys, self.tr("the chosen one"))
        may_take_back = cluster.decision is not None or deciding.last_ruled is not None
        back = Hint(caps("review.take_back"), self.tr("undo decision"))
        return [
            Hint(figures, self.tr("take this one")),
            *([take] if acting.chosen is not None else [Hint(caps("review.reject"), self.tr("none"))]),
            back if may_take_back else Hint(caps("review.defer"), self.tr("decide later")),
            Hint(caps("review.next"), self.tr("next")),
        ]

    # Keys that belong to no act

    def means(self, event: QKeyEvent) -> bool:
        """Whether a key press is meant for a mode or a field that is open, whoever else knows the key."""
        mode = self._page.acting.mode
        if event.key() == Qt.Key.Key_Escape:
            return mode is not Mode.READING or self._page.fields.is_in_one
        if mode is Mode.EDGES:
            return event.key() in _EDGES
        return mode is Mode.LABELS and self._label_of(event) is not None

    def hear(self, event: QKeyEvent) -> bool:
        """Whether a key press was meant for a mode; if so it is done."""
        acting = self._page.acting
        if acting.edges.hear(event):
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self._leave()
        if acting.mode is not Mode.LABELS:
            return False
        label = self._label_of(event)
        if label is not None:
            acting.take_as(label)
        return label is not None

    def _leave(self) -> bool:
        """Leave what is open, one level: a mode, a list, a field, the question of the end, the filter."""
        page = self._page
        if page.acting.mode is not Mode.READING:
            page.acting.leave_mode()
        elif not page.strip.isHidden():
            page.strip.close_strip()
        else:
            return page.ending.withdraw() or page.fields.leave()
        return True

    def _label_of(self, event: QKeyEvent) -> Label | None:
        typed = event.text().casefold()
        return next((label for label in self._labels() if label.key.casefold() == typed), None)

    def _labels(self) -> list[Label]:
        reviewed = self._page.deciding.reviewed
        return [label for label in reviewed.labels.values() if label.key] if reviewed else []
