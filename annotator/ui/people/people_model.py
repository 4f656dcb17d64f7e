"""The annotators of a library as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from annotator.model.document import AnnotatorKind
from annotator.ui.models.one_column import OneColumnModel
from annotator.ui.parts.counts import separated
from annotator.ui.review.compare.people import initials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.people import Person
    from annotator.ui.models.one_column import Index

PERSON_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `Person` itself."""
INITIALS_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""One or two letters that tell the person from the others."""
FACTS_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""Who it is beside the name: at the desk or not, what kind, who was joined."""


class PeopleModel(OneColumnModel):
    """People in the order in which the library came to know them.

    Signals:
        renamed: uid and new name that a person typed; nothing is written here.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Person] = ()
        self._initials: dict[str, str] = {}
        self._is_writable = True

    @property
    def rows(self) -> Sequence[Person]:
        """All of them."""
        return self._rows

    def set_people(self, rows: Sequence[Person], *, is_writable: bool) -> None:
        """Show these people."""
        self.beginResetModel()
        self._rows, self._is_writable = tuple(rows), is_writable
        each = [row.annotator for row in rows]
        self._initials = initials([one.name for one in each], [one.uid for one in each])
        self.endResetModel()

    def person_at(self, row: int) -> Person | None:
        """The person of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, uid: str) -> int | None:
        """The row of a person, by their uid or that of one who was joined to them; or None."""
        for place, row in enumerate(self._rows):
            if uid in (row.annotator.uid, *(one.uid for one in row.joined)):
                return place
        return None

    def length(self) -> int:
        """The number of people."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be typed over."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and self._is_writable else flags

    def setData(  # noqa: N802  (Qt's name)
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell that a person typed another name; the row changes when the library has it."""
        person = self.person_at(index.row())
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or person is None or name in ("", person.annotator.name):
            return False
        self.renamed.emit(person.annotator.uid, name)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its words for the reader."""
        person = self.person_at(index.row()) if index.isValid() else None
        if person is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return person.annotator.name
            case Qt.ItemDataRole.AccessibleTextRole:
                told = (
                    person.annotator.name,
                    self._facts(person),
                    self.documents(person),
                    self.spans(person),
                )
                return ", ".join(told)
        if role == PERSON_ROLE:
            return person
        if role == INITIALS_ROLE:
            return self._initials[person.annotator.uid]
        return self._facts(person) if role == FACTS_ROLE else None

    def documents(self, person: Person) -> str:
        """On how many documents somebody has a layer."""
        return separated(self.tr("%n document(s)", "", person.documents), person.documents)

    def spans(self, person: Person) -> str:
        """How many spans somebody has."""
        return separated(self.tr("%n span(s)", "", person.spans), person.spans)

    def _facts(self, person: Person) -> str:
        told = [self.tr("at the desk")] if person.is_at_desk else []
        told.append(self._kind(person.annotator.kind))
        if person.joined:
            names = ", ".join(one.name for one in person.joined)
            told.append(self.tr("also {names}").replace("{names}", names))
        return " · ".join(told)

    def _kind(self, kind: AnnotatorKind) -> str:
        return {
            AnnotatorKind.PERSON: self.tr("person"),
            AnnotatorKind.SOURCE: self.tr("came with a file"),
            AnnotatorKind.MACHINE: self.tr("machine"),
            AnnotatorKind.GOLD: self.tr("what review made"),
        }[kind]
