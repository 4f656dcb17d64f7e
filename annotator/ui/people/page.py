"""The page of the people: who labels and reviews, who is at the desk, who is one person with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.model.document import COUNTED
from annotator.model.outcome import Touched
from annotator.ui import fonts
from annotator.ui.i18n import sentence
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.choice_menu import choice_menu
from annotator.ui.parts.key_cap import sequence_of
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.rows import RowView
from annotator.ui.people.join_strip import JoinStrip
from annotator.ui.people.people_model import PeopleModel
from annotator.ui.people.people_rows import ROW, PeopleDelegate
from annotator.ui.review.page import ReviewPage
from annotator.ui.situation import short
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.errors import AnnotatorError
    from annotator.model.document import Annotator
    from annotator.model.outcome import Outcome
    from annotator.model.people import Person
    from annotator.services.library import Library
    from annotator.ui.review.shared import Shared

_COLUMN: Final = 880
_SHOWN: Final = Touched.PEOPLE | Touched.SPANS | Touched.DOCUMENTS | Touched.WHOLESALE


class PeoplePage(ReviewPage):
    """All annotators of the library, whatever corpus is open."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(shared, parent)
        self._wanted: str | None = None
        self._is_loading = False
        self._told = ""
        self._model = PeopleModel(self)
        self.view = RowView(ROW)
        self.view.setModel(self._model)
        self.view.setItemDelegate(PeopleDelegate(self.view))
        self._title = PlainLabel(size=28, weight=fonts.SEMIBOLD)
        self._desk = PlainLabel(ink="muted", wraps=True)
        self.name = QLineEdit()
        self.create_button = Button(icon="plus")
        self._error = PlainLabel(ink="bad", wraps=True)
        self.strip = JoinStrip()
        self.desk_button = Button(kind="primary", key="Return")
        self.rename_button = Button(key="F2")
        self.join_button, self.part_button = Button(), Button()
        self._acts = QWidget()
        self._error.hide()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)
        self.retranslate()

    def _lay_out(self) -> None:
        new, acts = QHBoxLayout(), QHBoxLayout(self._acts)
        for row in (new, acts):
            row.setSpacing(8)
        acts.setContentsMargins(0, 0, 0, 0)
        new.addWidget(self.name, 1)
        new.addWidget(self.create_button)
        for button in (self.desk_button, self.rename_button, self.join_button, self.part_button):
            acts.addWidget(button)
        acts.addStretch(1)
        sheet = QWidget()
        sheet.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 32, 0, 28)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._desk)
        column.addLayout(new)
        column.addWidget(self._error)
        column.addSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self.strip)
        column.addWidget(self._acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)

    def _connect(self) -> None:
        self._model.renamed.connect(self._rename)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._row_moved())
        self.view.doubleClicked.connect(lambda _: self.sit_down())
        self.name.returnPressed.connect(self._create)
        self.create_button.clicked.connect(self._create)
        self.desk_button.clicked.connect(self.sit_down)
        self.rename_button.clicked.connect(self.rename_current)
        self.join_button.clicked.connect(self.ask_to_join)
        self.part_button.clicked.connect(self.part)
        self.strip.confirmed.connect(self._join)
        self.strip.left.connect(self._stop_asking)
        within, only = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WidgetShortcut
        QShortcut(sequence_of("Ins"), self, context=within).activated.connect(self.new_person)
        QShortcut(sequence_of("F2"), self.view, context=only).activated.connect(self.rename_current)
        for key in ("Return", "Enter"):
            QShortcut(sequence_of(key), self.view, context=only).activated.connect(self.sit_down)
        QShortcut(sequence_of("Esc"), self.strip, context=within).activated.connect(self._stop_asking)

    # What the frame calls

    @property
    def first_focus(self) -> QWidget:
        """The list."""
        return self.view

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:
        """Read the people anew; they are those of the whole library."""
        del uid
        for widget in (self.name, self.create_button):
            widget.setEnabled(is_writable)
        self._load()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write."""
        if outcome.touched & _SHOWN:
            self._load()

    def hints(self) -> list[Hint]:
        """Who is at the desk, rename, new."""
        return [
            Hint(("↵",), self.tr("at the desk")),
            Hint(("F2",), self.tr("rename")),
            Hint(("Ins",), self.tr("new person")),
        ]

    def where(self) -> str:
        """Who sat down just now, else the current person."""
        person = self._current
        if self._told:
            return self._told
        return short(person.annotator.name) if person is not None else ""

    # What a person does

    def new_person(self) -> None:
        """Put the cursor into the field for a new person's name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def sit_down(self) -> None:
        """Let the current person be at the desk."""
        person = self._current
        if person is None or not self.desk_button.isEnabled():
            return
        uid = person.annotator.uid
        words = self.tr("{name} is at the desk now: what you label from here on is theirs.")
        words = words.replace("{name}", person.annotator.name)

        def done(_outcome: Outcome[Annotator]) -> None:
            self._told = words
            self._written(uid)
            self.shared.said.emit(words)

        self.shared.desk.write(lambda library: library.people.become(uid), done, self._refused)

    def rename_current(self) -> None:
        """Open the field over the current person's name."""
        if self.rename_button.isEnabled():
            self.view.edit(self.view.currentIndex())

    def ask_to_join(self) -> None:
        """Ask with whom the current person is one."""
        person = self._current
        others = self._others(person)
        if person is not None and others:
            self._acts.hide()
            self.strip.ask(person.annotator, others)

    def part(self) -> None:
        """Part the current person from who was joined to them; of several one is chosen first."""
        person = self._current
        if person is None or not person.joined:
            return
        if len(person.joined) == 1:
            self._part(person.joined[0].uid)
            return
        ways = [(one.uid, one.name) for one in person.joined]
        menu = choice_menu(self, ways, "", self._part)
        menu.popup(self.part_button.mapToGlobal(self.part_button.rect().topLeft()))

    def _create(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.new_person()
            return

        def made(outcome: Outcome[Annotator]) -> None:
            self.name.clear()
            self._written(outcome.value.uid)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

        self.shared.desk.write(lambda library: library.people.create(name), made, self._refused)

    def _rename(self, uid: str, name: str) -> None:
        self._write(lambda library: library.people.rename(uid, name), uid)

    def _join(self, uid: str, main: str) -> None:
        self._stop_asking()
        self._write(lambda library: library.people.join(uid, main), main)

    def _part(self, uid: str) -> None:
        self._write(lambda library: library.people.part(uid), uid)

    def _stop_asking(self) -> None:
        if self.strip.isVisible():
            self.strip.hide()
            self._acts.show()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading and writing

    def _load(self) -> None:
        def arrived(people: Sequence[Person]) -> None:
            current = self._current
            wanted = self._wanted or (current.annotator.uid if current else "")
            self._wanted, self._is_loading = None, True
            self._model.set_people(people, is_writable=self.shared.is_writable)
            at_desk = next((place for place, one in enumerate(people) if one.is_at_desk), 0)
            self.view.go_to(self._model.row_of(wanted) if wanted else at_desk)
            self._is_loading = False
            self._say_desk()
            self._follow_row()

        self.shared.desk.read(lambda library: library.people.persons(), arrived, self.shared.failed.emit)

    def _write(self, task: Callable[[Library], Outcome[Any]], uid: str) -> None:
        self.shared.desk.write(task, lambda _: self._written(uid), self._refused)

    def _written(self, uid: str) -> None:
        self._error.hide()
        self._wanted = uid
        self._load()

    def _refused(self, error: AnnotatorError) -> None:
        self._error.setText(sentence(error.message))
        self._error.show()

    # What is possible now

    @property
    def _current(self) -> Person | None:
        return self._model.person_at(self.view.currentIndex().row())

    def _others(self, person: Person | None) -> list[Annotator]:
        """With whom somebody can be one person."""
        if person is None or person.annotator.kind not in COUNTED:
            return []
        everyone = (other.annotator for other in self._model.rows)
        return [other for other in everyone if other.kind in COUNTED and other != person.annotator]

    def _follow_row(self) -> None:
        person, is_writable = self._current, self.shared.is_writable
        is_person = person is not None and person.annotator.kind in COUNTED
        self.desk_button.setEnabled(
            is_writable and is_person and person is not None and not person.is_at_desk
        )
        self.rename_button.setEnabled(is_writable and person is not None)
        self.join_button.setEnabled(is_writable and bool(self._others(person)))
        self.part_button.setEnabled(is_writable and person is not None and bool(person.joined))
        self._stop_asking()

    def _row_moved(self) -> None:
        """Another person is current; reading anew does not write over a sentence on what was done."""
        if not self._is_loading:
            self._told = ""
            self._follow_row()
            self.shared.acts_changed.emit()

    # Words

    def _say_desk(self) -> None:
        person = next((one.annotator.name for one in self._model.rows if one.is_at_desk), "")
        words = self.tr("{name} is at the desk: new labels go into {name}'s layer, and the history says so.")
        self._desk.setText(words.replace("{name}", person))

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("Who labels here?"))
        self.name.setPlaceholderText(self.tr("Name of a new person"))
        self.name.setAccessibleName(self.tr("Name of a new person"))
        self.create_button.setText(self.tr("Add"))
        self.create_button.set_key("Ins")
        self.desk_button.setText(self.tr("At the desk"))
        self.rename_button.setText(self.tr("Rename"))
        self.join_button.setText(self.tr("Is the same person as…"))
        self.part_button.setText(self.tr("Part"))
        self.view.setAccessibleName(self.tr("People"))
        self._say_desk()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say everything in the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
