"""The choice of whose layers on which documents are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.model.document import COUNTED, Status
from annotator.model.figures import Scope, Scopes
from annotator.model.filters import whole_search
from annotator.ui.parts.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST, _WIDEST = 72, 200


class ScopeChoice(QWidget):
    """Two boxes: whose layers, there only where there is a choice, and which documents.

    Signals:
        changed: another scope was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scopes = Scopes()
        self._listed = ""
        self.layers, self.tags = Choice(), Choice()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        for box in (self.layers, self.tags):
            box.setMinimumWidth(_NARROWEST)
            box.setMaximumWidth(_WIDEST)
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
            row.addWidget(box)
        self.retranslate()

    @property
    def scope(self) -> Scope:
        """What is chosen."""
        layers = self.layers.currentData()
        scope = layers if isinstance(layers, Scope) else Scope()
        documents = self.tags.currentData()
        narrowed = documents if isinstance(documents, Scope) else Scope()
        return Scope(scope.annotator, scope.everyone, narrowed.tag, narrowed.search)

    def offer(self, scopes: Scopes) -> None:
        """Offer what there is in a corpus; what was chosen stays chosen if it is still there."""
        if scopes != self._scopes:
            self._scopes = scopes
            self.retranslate()

    def offer_list(self, search: str) -> None:
        """Offer what the document list is narrowed to, as words and conditions; "" where it shows all.

        What was chosen as the list stays so when the list changes.
        """
        if search == self._listed:
            return
        is_followed = bool(self._listed) and self.tags.currentData() == Scope(search=self._listed)
        self._listed = search
        self.retranslate()
        if is_followed:
            kinds = [self.tags.itemData(place) for place in range(self.tags.count())]
            wanted = Scope(search=search)
            self.tags.setCurrentIndex(kinds.index(wanted) if wanted in kinds else 0)

    def _documents(self) -> list[tuple[str, object]]:
        """(name, scope) of every choice of documents."""
        found: list[tuple[str, object]] = [(self.tr("All documents"), Scope())]
        if self._listed:
            words = self.tr("As the list: %1").replace("%1", self._listed)
            found.append((words, Scope(search=self._listed)))
        statuses = (
            (self.tr("Documents done"), Status.DONE),
            (self.tr("Documents in progress"), Status.IN_PROGRESS),
        )
        found += [(name, Scope(search=f"is:{status.value}")) for name, status in statuses]
        found += [(self.tr("Tag: %1").replace("%1", tag), Scope(tag=tag)) for tag in self._scopes.tags]
        found += [
            (self.tr("Filter: %1").replace("%1", each.name), Scope(search=search))
            for each in self._scopes.filters
            if (search := whole_search(each.search, each.shown)) and search != self._listed
        ]
        return found

    def retranslate(self) -> None:
        """Name the choices in the language in force."""
        people = self._scopes.people
        layers: list[tuple[str, object]] = [(self.tr("People's layers"), Scope())]
        if any(person.kind not in COUNTED for person in people):
            layers.append((self.tr("All layers"), Scope(everyone=True)))
        layers += [(person.name, Scope(person.uid)) for person in people]
        _fill(self.layers, layers, is_offered=len(people) > 1)
        _fill(self.tags, self._documents(), is_offered=True)
        self.layers.setAccessibleName(self.tr("Whose layers are counted"))
        self.tags.setAccessibleName(self.tr("Which documents are counted"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _fill(box: Choice, entries: Sequence[tuple[str, object]], *, is_offered: bool) -> None:
    """Other entries, the same one chosen; without telling unless that one is gone."""
    before = box.currentData()
    kept = next((place for place, (_, value) in enumerate(entries) if value == before), None)
    blocked = box.blockSignals(kept is not None or before is None)
    box.clear()
    for name, value in entries:
        box.addItem(name, value)
    box.setCurrentIndex(kept or 0)
    box.blockSignals(blocked)
    box.setVisible(is_offered)
