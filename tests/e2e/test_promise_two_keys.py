"""The promise: an article is labelled wholly with two key presses a span, by the program's own figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.services.library import open_library

from .person import LABEL_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Article, CommandLine, Mark
    from .person import Person

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_STOPS = 120
"""More names than the stand-in has."""


class Labeller:
    """Somebody who knows what is to be marked, and goes by the recipe of the manual.

    Ctrl+G to the next name; the label's key, and the same key again until the guess is right; Ctrl+Shift+A
    where the same words stand further on in the document and all mean the same.
    """

    def __init__(self, person: Person, gold: frozenset[Mark]) -> None:
        self.person, self.gold, self.text = person, gold, person.view.text
        self.session = person.window.place.session
        self.stops = 0

    def label_all(self) -> None:
        """Go on until everything is marked."""
        while self.gold != self.marks():
            self.person.key(Qt.Key.Key_G, CTRL)
            self.stops += 1
            assert self.stops < MOST_STOPS, self.missing()
            here = self.person.view.caret
            missing = [mark for mark in self.gold - self.person.marks() if mark[0] == here]
            if missing:
                self.label(max(missing, key=lambda mark: mark[1]))

    def label(self, mark: Mark) -> None:
        """Press the label's key until the guess is right, then have the same words follow."""
        for _ in range(9):
            self.person.type(LABEL_KEYS[mark[2]])
            if self.guess() == mark:
                break
        else:
            raise AssertionError(f"{self.text[mark[0] : mark[1]]!r} is not among the guesses of {mark[2]}")
        others = self.same_words(mark)
        if others and others <= self.gold:
            self.person.key(Qt.Key.Key_A, CTRL | SHIFT)
            self.person.wait(lambda: others <= self.person.marks(), "the same words")

    def same_words(self, mark: Mark) -> set[Mark]:
        """Where else the marked words stand, and nothing is marked in them or around them."""
        words, found = self.text[mark[0] : mark[1]], set()
        at = self.text.find(words)
        while at >= 0:
            found.add((at, at + len(words), mark[2]))
            at = self.text.find(words, at + 1)
        return {
            (start, end, label) for start, end, label in found if not self.person.view.spans_over(start, end)
        } - {mark}

    def guess(self) -> Mark | None:
        """What is drawn and not stored yet."""
        guess = self.session.grabbing.guess
        return None if guess is None else (*guess.stretch, guess.label.name)

    def marks(self) -> set[Mark]:
        """What is stored, and the guess."""
        guess = self.guess()
        return self.person.marks() | ({guess} if guess else set())

    def missing(self) -> list[str]:
        """The words that are not marked yet."""
        return [self.text[start:end] for start, end, _ in sorted(self.gold - self.marks())]


def test_the_article_takes_at_most_two_keys_a_span(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article, tmp_path: Path
) -> None:
    annotator("import", article.file, "--corpus", "News")
    person = at_window()
    person.wait_document()
    Labeller(person, article.gold).label_all()
    person.key(Qt.Key.Key_Return, CTRL)
    person.wait_saved()
    person.close()

    out = tmp_path / "out.jsonl"
    annotator("export", "--corpus", "News", "--format", "jsonl", "--output", out)
    assert article.marks_in(out) == article.gold
    with open_library(str(annotator.library)) as library:
        (corpus,) = library.corpora.list()
        work = library.figures.work(corpus.uid).total
    assert work.measured_spans == len(article.gold)
    assert work.keys_a_span is not None
    assert 1 <= work.keys_a_span <= 2
