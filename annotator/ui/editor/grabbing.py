"""Labelling without a selection: a guess is drawn, cycled through, and stored when the person goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.span import Span
from annotator.text import grab
from annotator.text.habits import Habits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.changes import LayerState
    from annotator.model.document import Status
    from annotator.model.label import Label
    from annotator.ui.editor.article_view import ArticleView

_AFTER_THE_PAINT: Final = 40
QUIET_MS: Final = 1500
"""A guess that is left alone that long is stored, so that no power cut takes it."""


@dataclass(slots=True)
class Guess:
    """What is drawn and not stored yet.

    Attributes:
        label: whose key was pressed.
        choices: the stretches that may be meant, the likeliest first.
        at: which of them is drawn.
        caret: where the caret stood, to go back there.
        frame: the name that was framed there, if one was.
    """

    label: Label
    choices: list[tuple[int, int]]
    at: int
    caret: int
    frame: tuple[int, int] | None

    @property
    def stretch(self) -> tuple[int, int]:
        """The stretch that is drawn."""
        return self.choices[self.at]


@dataclass(frozen=True, slots=True)
class Ripe:
    """A guess that was stored because it was left alone; its keys go on as if it were still drawn.

    Attributes:
        span: uid of the span that was made of it.
        guess: what it was.
        status: of the document before it was stored.
    """

    span: str
    guess: Guess
    status: Status


class Grabbing(QObject):
    """The guess of one article view.

    Attributes:
        guess: what is drawn now.
        stored: what was drawn until it was left alone; None once the caret moved or anything else was done.

    Signals:
        changed: a guess came, went or is another.
        ripe: the guess was left alone long enough to be stored.
    """

    changed = Signal()
    ripe = Signal()

    def __init__(self, view: ArticleView, state: Callable[[], LayerState]) -> None:
        super().__init__(view)
        self._view = view
        self._state = state
        self.guess: Guess | None = None
        self.stored: Ripe | None = None
        self.habits = Habits()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.ripe)

    def begin(self, label: Label, caret: int) -> bool:
        """Draw the likeliest stretch at a caret; whether there is one."""
        choices = self.choices(label, caret)
        if choices:
            self._show(Guess(label, choices, 0, caret, self._view.gap))
        return bool(choices)

    def choices(self, label: Label, caret: int) -> list[tuple[int, int]]:
        """What the label's key may mean at a caret, without what carries the label already."""
        text, kind, state = self._view.text, grab.kind_of(label.name), self._state()

        def free(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
            return [one for one in stretches if state.at_place(Span("", *one, label.uid)) is None]

        found = free(grab.candidates(text, caret, kind=kind, label=label.uid, habits=self.habits))
        frame = self._view.gap
        if frame is not None and frame[0] == caret:
            found = free(grab.framed_first(text, frame, found, kind=kind))
        return sorted(found, key=self._crosses)

    def _crosses(self, stretch: tuple[int, int]) -> bool:
        """Whether it crosses a span; such a guess comes last."""
        start, end = stretch
        return any(
            span.start < start < span.end < end or start < span.start < end < span.end
            for span in self._view.spans_over(start, end)
        )

    @property
    def meant(self) -> Guess | None:
        """The guess that its keys act on: the drawn one, else the one that stored itself just now."""
        return self.stored.guess if self.guess is None and self.stored is not None else self.guess

    def cycle(self) -> None:
        """Draw the next stretch, after the last one the first again."""
        if self.guess is not None:
            self.guess.at = (self.guess.at + 1) % len(self.guess.choices)
            self._show(self.guess)

    def set_range(self, start: int, end: int) -> None:
        """Draw other edges."""
        if self.guess is not None:
            self.guess.choices[self.guess.at] = (start, end)
            self._show(self.guess)

    def drop(self) -> None:
        """Take the drawing back, the caret to where it was."""
        guess = self.take()
        if guess is not None:
            self.go_back(guess)

    def go_back(self, guess: Guess) -> None:
        """Put caret and frame to where they were before a guess."""
        self._view.select(guess.caret, guess.caret, reveal=False)
        self._view.set_gap(guess.frame)

    def learn(self, label: Label, span: Span) -> None:
        """Learn from the borders of a span, in a moment: first it is painted."""
        text, habits = self._view.text, self.habits
        QTimer.singleShot(_AFTER_THE_PAINT, self, lambda: habits.learn(label.uid, text, span.start, span.end))

    def unlearn(self, span: Span) -> None:
        """Forget the borders of a span that was taken back."""
        self.habits.unlearn(span.label, self._view.text, span.start, span.end)

    def let_go(self) -> None:
        """Something else is done: what was stored by itself is a span like any other."""
        if self.stored is not None:
            self.stored = None
            self.changed.emit()

    def take(self) -> Guess | None:
        """The guess, which is drawn no longer."""
        guess, self.guess = self.guess, None
        self.stored = None
        self._quiet.stop()
        if guess is not None:
            self._view.set_preview(None)
            self.changed.emit()
        return guess

    def _show(self, guess: Guess) -> None:
        self.guess = guess
        start, end = guess.stretch
        self._view.set_gap(None)
        self._view.reveal(start, end)
        self._view.set_preview(Span("", start, end, guess.label.uid))
        self._quiet.start()
        self.changed.emit()
