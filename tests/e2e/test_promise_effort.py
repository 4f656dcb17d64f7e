"""The promise: an article is labelled wholly with two keys a span at most, by the program's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.services.library import open_library

from .person import LABEL_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Article, CommandLine
    from .person import Mark, Person

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOST_TRIES = 4


def test_the_article_is_labelled_with_two_keys_a_span(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.file, "--corpus", "News")
    person = at_window()
    person.wait_document()
    while article.gold - person.marks():
        person.key(Qt.Key.Key_G, CTRL)
        here = [mark for mark in article.gold - person.marks() if mark[0] == person.view.caret]
        if not here:
            continue  # a name that the guideline leaves without a label
        mark = max(here, key=lambda one: one[1])
        take(person, mark)
        label_alike(person, mark, article)
    person.wait_saved()
    labelled = person.marks()
    person.close()
    assert labelled == article.gold
    with open_library(str(annotator.library), writable=False) as opened:
        work = opened.figures.work(opened.corpora.list()[0].uid)
    (day,) = work.days.values()
    assert day.measured_spans == len(article.gold)
    assert day.keys_a_span <= 2.0


def take(person: Person, mark: Mark) -> None:
    """Press the label's key until the guess is what is meant, then go on."""
    for _ in range(MOST_TRIES):
        person.type(LABEL_KEYS[mark[2]])
        guess = person.window.place.session.grabbing.guess
        if guess is not None and guess.stretch == mark[:2]:
            return
    raise AssertionError(f"not among the first guesses: {person.view.text[mark[0] : mark[1]]}")


def label_alike(person: Person, mark: Mark, article: Article) -> None:
    """Label the same words in the whole article with one key, where that is right and free of other spans."""
    words = article.text[mark[0] : mark[1]]
    alike = {one for one in article.gold if one[2] == mark[2] and article.text[one[0] : one[1]] == words}
    marks = person.marks()
    is_free = not any(start < one[1] and one[0] < end for one in alike for start, end, _ in marks)
    if len(alike) > 1 and len(alike) == article.text.count(words) and is_free:
        person.key(Qt.Key.Key_A, CTRL | SHIFT)
        person.wait(lambda: alike <= person.marks(), f"{words} everywhere")
