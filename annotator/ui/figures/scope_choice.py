"""The choice of whose layers on which documents are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.model.document import COUNTED
from annotator.model.figures import Scope, Scopes
from annotator.ui.parts.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST, _WIDEST = 72, 200


class ScopeChoice(QWidget):
    """Two boxes, each there only where there is a choice.

    Signals:
        changed: another scope was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scopes = Scopes()
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
        return Scope(scope.annotator, scope.everyone, str(self.tags.currentData() or ""))

    def offer(self, scopes: Scopes) -> None:
        """Offer what there is in a corpus; what was chosen stays chosen if it is still there."""
        if scopes != self._scopes:
            self._scopes = scopes
            self.retranslate()

    def retranslate(self) -> None:
        """Name the choices in the language in force."""
        people = self._scopes.people
        layers: list[tuple[str, object]] = [(self.tr("People's layers"), Scope())]
        if any(person.kind not in COUNTED for person in people):
            layers.append((self.tr("All layers"), Scope(everyone=True)))
        layers += [(person.name, Scope(person.uid)) for person in people]
        tags: list[tuple[str, object]] = [(self.tr("All documents"), "")]
        tags += [(self.tr("Tag: %1").replace("%1", tag), tag) for tag in self._scopes.tags]
        _fill(self.layers, layers, is_offered=len(people) > 1)
        _fill(self.tags, tags, is_offered=len(tags) > 1)
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
