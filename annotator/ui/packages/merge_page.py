"""The page of a package that is to be taken in: what it brings, into which corpus, as whom one works then."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox

from annotator.exchange.members import PackageSettings
from annotator.model.document import AnnotatorKind
from annotator.ui.i18n import sentence
from annotator.ui.keymap import spoken
from annotator.ui.packages.frame import PackagePage
from annotator.ui.packages.merge_facts import MergeFacts
from annotator.ui.packages.merge_view import MergeView
from annotator.ui.pages.recipe_fields import RecipeFields, fill, value
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.errors import AnnotatorError
    from annotator.model.document import Annotator, Corpus
    from annotator.model.outcome import Outcome
    from annotator.model.package import MergeConflict, MergePreview
    from annotator.model.people import Person
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found out about a package.

    Attributes:
        preview: what taking it in would bring.
        recipient: whom an assignment is for, None when that is nobody or who is at the desk already.
        is_fresh: whether nobody has worked here yet on what it brings, nor was it made here.
        is_from_here: whether who is at the desk made it.
        round: name of the round it belongs to, "" for none.
        is_blind: whether names of other people are to stay hidden.
        corpora: where it could go.
    """

    preview: MergePreview
    recipient: Annotator | None
    is_fresh: bool
    is_from_here: bool
    round: str
    is_blind: bool
    corpora: Sequence[Corpus]


def look_at(library: Library, path: str, into: str) -> Seen:
    """What a package would bring into the corpus of that uid, or into its own ("")."""
    package = library.packages.show(path)
    preview = library.packages.preview(path, into or None)
    recipient = package.manifest.recipient if preview.kind == "assignment" else None
    own = next((each for each in library.people.persons() if each.is_at_desk), None)
    mine = _uids(own) if own is not None else set[str]()
    if recipient is not None and recipient.uid in mine:
        recipient = None
    settings = package.settings or PackageSettings()
    is_from_here = package.manifest.creator.uid in mine
    has_begun = own is not None and own.documents > 0
    is_fresh = not (is_from_here or has_begun or _is_worked_on(library, preview))
    corpora = library.corpora.list()
    return Seen(preview, recipient, is_fresh, is_from_here, settings.round, settings.is_blind, corpora)


def _is_worked_on(library: Library, preview: MergePreview) -> bool:
    """Whether the corpus it goes into has layers of people or gold, as with whoever hands out and reviews."""
    if preview.corpus_new:
        return False
    return any(
        layer.annotator.kind is not AnnotatorKind.MACHINE
        for listed in library.documents.listing(preview.corpus_uid)
        for layer in listed.layers
    )


def _uids(person: Person) -> set[str]:
    return {one.uid for one in (person.annotator, *person.joined)}


def _restore(library: Library, conflict: MergeConflict, change: str) -> Outcome[None]:
    return library.packages.restore(conflict, change)


class IntoFields(RecipeFields):
    """Which corpus it goes into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Seen | None = None
        self.into = Choice()
        self.add_row("into", self.into)
        self.into.currentIndexChanged.connect(self.changed)
        self.retranslate()

    def set_seen(self, seen: Seen | None) -> None:
        """Offer the package's own corpus first, then those there are."""
        self._seen = seen
        self.retranslate()

    def forget(self) -> None:
        """Another package is looked at: nothing is known of it yet."""
        self._seen = None
        fill(self.into, [])
        self.retranslate()

    @property
    def has_choice(self) -> bool:
        """Whether a package was looked at, be it that it could not go where it was to go."""
        return self._seen is not None

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.set_text(self.tr("Where to"))
        self.caption("into", self.tr("Corpus"))
        fill(self.into, [("", self._own_words()), *self._others()])

    def _own_words(self) -> str:
        seen = self._seen
        if seen is None or value(self.into):
            return self.tr("the package's own")
        words = self.tr("{corpus} (new)") if seen.preview.corpus_new else "{corpus}"
        return words.replace("{corpus}", seen.preview.corpus)

    def _others(self) -> list[tuple[str, str]]:
        seen = self._seen
        if seen is None:
            return []
        own = "" if value(self.into) else seen.preview.corpus_uid
        return [(corpus.uid, corpus.name) for corpus in seen.corpora if corpus.uid != own]


class MergePage(PackagePage):
    """Shows what a package brings, then takes it in as one step.

    Signals:
        blinded: work came in of which it was wished that names of other people stay hidden.
    """

    blinded = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._path = ""
        self._seen: Seen | None = None
        self._came: MergePreview | None = None
        self._is_taking = False
        super().__init__(desk, parent)
        self.facts, self.into, self.view = MergeFacts(), IntoFields(), MergeView()
        self.becoming = QCheckBox()
        self._strip = Strip("bad")
        self._for = PlainLabel(wraps=True)
        for widget in (self.into, self._for, self.becoming):
            self.form.addWidget(widget)
        self.side.setContentsMargins(32, 24, 16, 16)
        self.side.setSpacing(20)
        self.side.addWidget(self._strip)
        self.side.addWidget(self.facts)
        self.side.addWidget(self.view, 1)
        self.into.changed.connect(self._look)
        self.view.restore_wanted.connect(self._restore)
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # its keys work while the button cannot be pressed yet
        self.retranslate()

    def open_package(self, path: str) -> None:
        """Look at a package before anything happens."""
        self._path, self._came = path, None
        self.into.forget()
        self.name.setText(Path(path).name)
        self._look()

    def act(self) -> None:
        """Take it in; once that is done, go there."""
        if self._came is not None:
            self.came.emit(self._came)
            return
        seen = self._seen
        if self.is_busy or seen is None or not self._can_come_in:
            return
        path, into = self._path, value(self.into.into)
        becomes = seen.recipient.uid if seen.recipient is not None and self.becoming.isChecked() else ""
        self._is_taking = True

        def task(library: Library, progress: Progress) -> MergePreview:
            return library.packages.merge(path, into or None, progress).value

        def done(came: MergePreview) -> None:
            if becomes:  # who they are is settled before a document opens
                self._become(becomes, came)
            else:
                self._taken(came)

        self.run(task, done)

    def _become(self, uid: str, came: MergePreview) -> None:
        def refused(error: AnnotatorError) -> None:
            self._taken(came)
            self.failed.emit(error)

        def became(_outcome: Outcome[object]) -> None:
            self._taken(came)

        self.desk.write(lambda library: library.people.become(uid), became, refused)

    # Looking

    def _look(self) -> None:
        path, into = self._path, value(self.into.into)
        self._seen = None
        self._show()

        def task(library: Library, _progress: Progress) -> Seen:
            return look_at(library, path, into)

        self.run(task, self._take_seen)

    def _take_seen(self, seen: Seen) -> None:
        self._seen = seen
        self.into.set_seen(seen)
        self.becoming.setChecked(seen.is_fresh)
        self._show()
        if self.hasFocus() and self.main.isEnabled():
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def refused(self, error: AnnotatorError) -> None:
        """Say why it cannot come in where the rest would stand."""
        self._is_taking = False
        self._strip.say(sentence(error.message))
        self.hint.setText("")
        self.say_buttons()

    def _taken(self, came: MergePreview) -> None:
        self._is_taking = False
        if self._seen is not None and self._seen.is_blind:
            self.blinded.emit()
        self.told.emit(self._came_words(came))
        if came.conflicts:  # a person looks at them now, or comes back for them by the history
            self._came = came
            self._show()
        else:
            self.came.emit(came)

    def _restore(self, conflict: MergeConflict, change: str) -> None:
        def done(_outcome: Outcome[None]) -> None:
            self.view.settle(conflict)
            self.told.emit(self.tr("Restored. It holds from now on, here and wherever it is taken in."))

        task = partial(_restore, conflict=conflict, change=change)
        self.desk.write(task, done, self.failed.emit)

    # Words

    @property
    def _can_come_in(self) -> bool:
        seen = self._seen
        return seen is not None and not seen.preview.refused and not seen.preview.is_nothing_new

    def retranslate(self) -> None:
        """Set every word anew."""
        self.title.setText(self.tr("Take in a package"))
        super().retranslate()
        self.view.retranslate()
        self._show()

    def _show(self) -> None:
        seen = self._seen
        self._strip.say("")
        self.facts.show_facts(
            seen.preview if seen else None,
            seen.round if seen else "",
            is_from_here=seen is not None and seen.is_from_here,
        )
        self.into.setVisible(self.into.has_choice and self._came is None)
        self.view.show_preview(
            self._came or (seen.preview if seen else None), may_restore=self._came is not None
        )
        recipient = seen.recipient if seen and self._can_come_in and self._came is None else None
        self.becoming.setVisible(recipient is not None)
        self._for.setVisible(recipient is not None)
        if recipient is not None:
            words = self.tr("This work is for {name}. What you mark from then on is theirs.")
            blind = self.tr("Names of other people stay hidden.") if seen and seen.is_blind else ""
            self._for.setText(f"{words.replace('{name}', recipient.name)} {blind}".strip())
            self.becoming.setText(
                self.tr("Work as {name}").replace("{name}", recipient.name.replace("&", "&&"))
            )
        self.say_buttons()

    def say_buttons(self) -> None:
        """Say what the button takes in."""
        seen = self._seen
        self.main.setText(self._button_words(seen.preview if seen else None))
        self.main.setEnabled(not self.is_busy and (self._can_come_in or self._came is not None))
        self.stop_button.setVisible(self.is_busy and not self._is_taking)
        if not self.is_busy:
            self.hint.setText(self._hint_words(seen.preview) if seen else "")
        self.hint.setVisible(bool(self.hint.text()))

    def _button_words(self, preview: MergePreview | None) -> str:
        if self._is_taking:
            words = self.tr("Taking in {done} of {all}…") if self.far[1] else self.tr("Taking it in…")
            return self.far_words(words)
        if self._came is not None:
            return self.tr("Go to the corpus")
        if preview is None:
            return self.tr("Looking at it…") if self.is_busy else self.tr("Take it in")
        changes, documents = preview.changes_new, preview.documents_new
        if changes:
            return separated(self.tr("Take in %n change(s)", "", changes), changes)
        if documents:
            return separated(self.tr("Take in %n document(s)", "", documents), documents)
        return self.tr("Take it in")

    def _hint_words(self, preview: MergePreview) -> str:
        if self._came is not None:
            return self.tr("It is taken in. What does not hold can be restored here, piece by piece.")
        if preview.refused:
            return self.tr("Nothing was changed. Ask who made it which text is right.")
        if preview.is_nothing_new:
            return self.tr("All of it is here already; taking it in would change nothing.")
        return spoken(self.tr("One step: Ctrl Z takes all of it back."), "edit.undo")

    def _came_words(self, came: MergePreview) -> str:
        words = {
            "assignment": self.tr("Taken in: work for {name}: {what}."),
            "return": self.tr("Taken in: {name}'s work: {what}."),
            "gold": self.tr("Taken in: gold for {name}: {what}."),
        }[came.kind]
        if not came.recipient:
            words = self.tr("Taken in: {what}.")
        return words.replace("{name}", came.recipient).replace("{what}", self._what_words(came))

    def _what_words(self, came: MergePreview) -> str:
        """How many documents have something new, and how much it is."""
        documents = sum(each.is_new or each.changes > 0 for each in came.documents)
        spans, changes = came.spans_added + came.spans_changed, came.changes_new
        parts = [separated(self.tr("%n document(s)", "", documents), documents)]
        if spans:
            parts.append(separated(self.tr("%n span(s)", "", spans), spans))
        elif changes:
            parts.append(separated(self.tr("%n new change(s)", "", changes), changes))
        return ", ".join(parts)
