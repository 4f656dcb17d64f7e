"""The soak's labeller: chooses what to do next, foretells what comes of it, does it, and compares.

What a deed does is worked out here from what the hands are told to do and where the article's plain words
stand, never from what the program says it did; only a guess of the program is taken as it is drawn.
"""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from annotator.model.search import Propagated
from annotator.ui.find.doing import FindDoing
from tests.reliability.soak_articles import FEW, PLAIN_FROM, Article, article, title_of
from tests.reliability.soak_hands import CTRL, NONE, SHIFT, Hands, StuckError
from tests.reliability.soak_ledger import (
    HERE,
    STATUS,
    Deed,
    Entry,
    Facts,
    Key,
    Ledger,
    Page,
    Writing,
    page_differences,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.model.changes import LayerState
    from annotator.model.label import Label
    from annotator.model.outcome import Outcome, StepInfo
    from annotator.model.search import Candidate
    from annotator.model.span import Span

_BARE: Final[Facts] = ("", ())
_FOLLOWS: Final = 20
"""Seconds after which a window that does not show what is in the library is wrong."""

_MOST_SPANS: Final = 25
"""So many spans of a document and more are made fewer: the corpus shall not grow for eight hours."""


class WrongError(Exception):
    """The window shows something else than the ledger says."""


class Labeller:
    """Works at the window."""

    def __init__(self, hands: Hands, ledger: Ledger, writing: Writing, folder: Path, seed: int) -> None:
        self.writing = writing
        self._hands, self._ledger, self._folder = hands, ledger, folder
        self._chance = random.Random(seed)  # noqa: S311  (the same each time)
        self._numbers = {title: number for number, title in enumerate(ledger.pages)}
        self._uids: dict[str, str] = {}
        self._next_import = PLAIN_FROM + seed * 1000
        self._lately: list[str] = []
        is_long = len(ledger.pages) > FEW  # the first thousand actions shall hold each kind at least once
        self._first = [kind for _ in range(2) for kind in reversed(_WEIGHTS)] if is_long else []
        self._looks = list(_LOOKS) if is_long else []
        self._answers: list[tuple[str, StepInfo | None]] = []
        self._outcomes: list[Outcome[object]] = []
        flow = hands.flow
        flow.undoing.announced.connect(lambda step, _redo: self._answers.append(("announced", step)))
        flow.undoing.undone.connect(lambda undone, _redo: self._answers.append(("undone", undone.step)))
        flow.undoing.nothing_left.connect(lambda _redo: self._answers.append(("nothing", None)))
        hands.window.library_desk.changed.connect(self._hear)
        self._brought: list[object] = []
        flow.imports.bringing.brought.connect(lambda result, *_: self._brought.append(result))
        for signal in (flow.imports.bringing.doubtful, flow.imports.bringing.failed):
            signal.connect(lambda *_: self._brought.append(None))
        hands.quiet()
        self._compare()

    def _hear(self, outcome: Outcome[object]) -> None:
        if isinstance(outcome.value, Propagated):
            self._outcomes.append(outcome)

    # What is there

    @property
    def _title(self) -> str:
        """First line of the open article."""
        return self._hands.view.text.split("\n", 1)[0]

    @property
    def _article(self) -> Article:
        title = self._title
        return article(int(title.removeprefix("Bài ")))

    @property
    def _page(self) -> Page:
        return self._ledger.pages[self._title]

    @property
    def _labels(self) -> Sequence[Label]:
        return self._hands.place.session.labels

    def _name(self, uid: str) -> str:
        return next(label.name for label in self._labels if label.uid == uid)

    def _selected(self) -> tuple[Key, Facts] | None:
        """The span that is selected, as the ledger calls it."""
        span = self._hands.view.selected_span()
        return None if span is None else (self._key(span), (span.note, span.flags))

    def _key(self, span: Span) -> Key:
        return span.start, span.end, self._name(span.label)

    def shown(self, state: LayerState) -> Page:
        """What the window holds of the open document."""
        spans = {self._key(span): (span.note, span.flags) for span in state.spans()}
        return Page(state.status.value, spans)

    def _compare(self) -> None:
        """The window must show what the ledger says, and the text that was made.

        Raises:
            WrongError: it does not.
        """
        title, view = self._title, self._hands.view
        if view.text != self._article.text:
            raise WrongError(f"{title}: the text is another one")
        if self._differences():  # what was done in the library itself is read anew, which takes a moment
            with suppress(StuckError):
                self._hands.wait(lambda: not self._differences(), "the window to follow", _FOLLOWS)
        if wrong := self._differences():
            raise WrongError(f"{wrong}; it says {self._hands.window.status_line.where!r}")

    def _differences(self) -> list[str]:
        return page_differences(self._title, self._page, self.shown(self._hands.place.session.state))

    # Working

    def work(self) -> str:
        """Do one thing; gives what it was."""
        kind = self._hands.doing = self._choose()
        try:
            getattr(self, f"_do_{kind}")()
            self._compare()
        except (WrongError, StuckError) as error:
            raise WrongError(f"{kind}, after {', '.join(self._lately)}: {error}") from error
        self._lately = [*self._lately[-4:], kind]
        return kind

    def _choose(self) -> str:
        kinds, weights = list(_WEIGHTS), list(_WEIGHTS.values())
        while True:
            kind = self._first.pop() if self._first else self._chance.choices(kinds, weights)[0]
            if kind in _ON_SPAN and not self._page.spans:
                continue
            if kind in ("label", "label_keys") and len(self._page.spans) >= _MOST_SPANS:
                return "remove"
            if kind == "undo" and not self._ledger.done:
                continue
            if kind == "redo" and not self._ledger.undone:
                continue
            return kind

    def _write(self, *entries: Entry) -> None:
        """Write a deed down, and take it into the ledger; right before it is done."""
        deed = Deed("do", entries)
        self.writing.add(deed)
        self._ledger.take(deed)

    def _plain_stretch(self) -> tuple[int, int]:
        """One to three plain words that follow each other."""
        words, follows = self._article.words, self._article.follows
        first = last = self._chance.randrange(len(words))
        while last - first < self._chance.randint(0, 2) and follows[last]:
            last += 1
        return words[first][0], words[last][1]

    def _begun(self, title: str) -> tuple[Entry, ...]:
        """A first span begins the work on a document."""
        is_new = self._ledger.pages[title].status == "new"
        return (Entry(title, STATUS, "new", "in-progress"),) if is_new else ()

    # Labelling

    def _do_label(self) -> None:
        """Draw over some words, press a label's key."""
        stretch = self._plain_stretch()
        if self._selected() is not None:
            self._hands.key(Qt.Key.Key_Escape)  # else a press at its edge would pull the edge
        self._hands.drag(*stretch)
        self._press_label(stretch)

    def _do_label_keys(self) -> None:
        """Put the caret before a word, select by keys, press a label's key."""
        start, end = self._plain_stretch()
        words = sum(start <= word[0] and word[1] <= end for word in self._article.words)
        self._hands.click(start)
        while self._hands.view.caret > start:
            self._hands.key(Qt.Key.Key_Left)
        while self._hands.view.caret < start:
            self._hands.key(Qt.Key.Key_Right)
        self._hands.key(Qt.Key.Key_Right, CTRL | SHIFT, words)
        self._press_label((start, end))

    def _press_label(self, stretch: tuple[int, int]) -> None:
        label = self._chance.choice(self._labels)
        key = (*stretch, label.name)
        if key not in self._page.spans:
            self._write(Entry(self._title, key, None, _BARE), *self._begun(self._title))
        self._hands.type(label.key)

    def _do_grab(self) -> None:
        """Press a label's key with nothing selected: what the program guesses is stored when one goes on."""
        hands, label = self._hands, self._chance.choice(self._labels)
        hands.click(self._chance.choice(self._article.words)[0])
        hands.key(Qt.Key.Key_Escape, times=2)
        hands.type(label.key)
        guess = hands.place.session.grabbing.guess
        if guess is not None:
            key = (*guess.stretch, label.name)
            self._write(Entry(self._title, key, None, _BARE), *self._begun(self._title))
            hands.key(Qt.Key.Key_Right)

    def _pick(self) -> tuple[Key, Facts] | None:
        """Select some span: click at it, or walk there from a click."""
        start, _end, _ = self._chance.choice(sorted(self._page.spans))
        self._hands.click(start)
        if self._selected() is None or self._chance.random() < 0.3:
            self._hands.key(Qt.Key.Key_Tab)
        return self._selected()

    def _replace(self, before: Key, facts: Facts, after: Key, new: Facts) -> None:
        """Write down that a span becomes another one, unless it stands there already."""
        if before == after:
            self._write(Entry(self._title, before, facts, new))
        elif after not in self._page.spans:
            title = self._title
            self._write(Entry(title, before, facts, None), Entry(title, after, None, new))

    def _do_relabel(self) -> None:
        picked, label = self._pick(), self._chance.choice(self._labels)
        if picked is not None:
            (start, end, name), facts = picked
            if name != label.name:
                self._replace(picked[0], facts, (start, end, label.name), facts)
            self._hands.type(label.key)

    def _do_edge(self) -> None:
        """Move an edge by a word or a character, where it can be foretold."""
        picked = self._pick()
        if picked is None:
            return
        (start, end, name), facts = picked
        moves = self._edges(start, end)
        if moves:
            typed, after = self._chance.choice(moves)
            self._replace(picked[0], facts, (*after, name), facts)
            if isinstance(typed, str):
                self._hands.type(typed)
            else:
                self._hands.key(typed, CTRL)

    def _edges(self, start: int, end: int) -> list[tuple[str | Qt.Key, tuple[int, int]]]:
        words, follows = self._article.words, self._article.follows
        starts = [number for number, word in enumerate(words) if word[0] == start]
        ends = [number for number, word in enumerate(words) if word[1] == end]
        if not starts or not ends:
            return []
        first, last = starts[0], ends[0]
        found: list[tuple[str | Qt.Key, tuple[int, int]]] = []
        if follows[last]:
            found.append(("]", (start, words[last + 1][1])))
        if first and follows[first - 1]:
            found.append(("{", (words[first - 1][0], end)))
        if last > first and all(follows[first:last]):
            found.append(("[", (start, words[last - 1][1])))
            found.append(("}", (words[first + 1][0], end)))
        text = self._article.text
        if words[last][1] - words[last][0] > 1 and text[start:end].isascii():
            found.append((Qt.Key.Key_BracketLeft, (start, end - 1)))
        return found

    def _do_remove(self) -> None:
        picked = self._pick()
        if picked is not None:
            self._write(Entry(self._title, picked[0], picked[1], None))
            self._hands.key(Qt.Key.Key_Backspace)

    def _do_unsure(self) -> None:
        picked = self._pick()
        if picked is not None:
            key, (note, flags) = picked
            self._replace(key, picked[1], key, (note, tuple(sorted(set(flags) ^ {"unsure"}))))
            self._hands.type("!")

    def _do_note(self) -> None:
        picked = self._pick()
        if picked is None:
            return
        key, (_, flags) = picked
        words = f"ghi chú {self._chance.randrange(1000)}"
        self._hands.key(Qt.Key.Key_M, CTRL)
        self._hands.key(Qt.Key.Key_A, CTRL)
        self._replace(key, picked[1], key, (words, flags))
        self._hands.type(words)
        self._hands.key(Qt.Key.Key_Escape)
        self._hands.wait(self._hands.view.hasFocus, "the article after a note")

    # Documents

    def _arrive(self, before: object) -> None:
        """Wait until another document is open."""
        bench = self._hands.flow.workbench
        self._hands.wait(lambda: bench.document is not before, "another document")
        self._hands.wait(self._is_here, "its text")

    def _is_here(self) -> bool:
        document = self._hands.place.session.document
        bench = self._hands.flow.workbench.document
        return document is not None and bench is not None and document.uid == bench.document.uid

    def _do_next(self) -> None:
        """Open the next document, or the one before."""
        here = self._hands.flow.workbench.document
        assert here is not None
        place = self._numbers.get(self._title)
        step = 1 if self._chance.random() < 0.7 else -1
        if place is not None and 0 <= place + step < len(self._numbers):
            key = Qt.Key.Key_PageDown if step > 0 else Qt.Key.Key_PageUp
            self._hands.key(key, CTRL)
            self._arrive(here)
        else:
            self._do_jump()

    def _do_jump(self) -> None:
        """Look for a document by its title in the list, and open it."""
        hands, title = self._hands, self._chance.choice(list(self._numbers))
        if title == self._title:
            return
        here = hands.flow.workbench.document
        hands.key(Qt.Key.Key_P, CTRL)
        hands.key(Qt.Key.Key_A, CTRL)
        hands.type(title)
        listed = hands.place.documents
        hands.wait(lambda: listed.query.search == title, "the list to look for it")
        hands.quiet()
        hands.key(Qt.Key.Key_Return)
        self._arrive(here)
        if self._title != title:
            raise WrongError(f"looked for {title}, came to {self._title}")
        hands.key(Qt.Key.Key_P, CTRL)
        hands.key(Qt.Key.Key_A, CTRL)
        hands.key(Qt.Key.Key_Backspace)
        hands.wait(lambda: not listed.query.search, "the list without a search")
        hands.place.focus_article()
        hands.quiet()

    def _do_status(self) -> None:
        """Done and on to the next one to do; or a done one in progress again."""
        hands, page, title = self._hands, self._page, self._title
        if page.status == "done":
            self._write(Entry(title, STATUS, "done", "in-progress"))
            hands.act("label.in_progress")
            return
        here = hands.flow.workbench.document
        left = [other.status for name, other in self._ledger.pages.items() if name != title]
        self._write(Entry(title, STATUS, page.status, "done"))
        hands.key(Qt.Key.Key_Return, CTRL)
        if any(status != "done" for status in left):
            self._arrive(here)

    # Back and forth

    def _do_undo(self) -> None:
        self._wish(Deed("undo"), Qt.Key.Key_Z, CTRL)

    def _do_redo(self) -> None:
        self._wish(Deed("redo"), Qt.Key.Key_Y, CTRL)

    def _wish(self, deed: Deed, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press until it is done: a step elsewhere is announced first."""
        self.writing.add(deed)
        step = self._ledger.take(deed)
        for _ in range(2):
            self._answers.clear()
            self._hands.key(key, modifiers)
            self._hands.wait(lambda: self._answers, f"an answer to {deed.kind}")
            if self._answers[0][0] == "undone":
                break
        else:
            raise WrongError(f"{deed.kind} of {step}: {self._answers}")
        self._hands.quiet()
        titles = {entry.title for entry in step} & self._ledger.pages.keys()
        if len(titles) == 1:  # the window goes where it was, which takes some questions
            self._hands.wait(lambda: self._title in titles, "the document of what was undone")
        self._hands.quiet()
        self._hands.wait(self._is_here, "what was undone")
        if self._title not in self._ledger.pages:
            raise WrongError(f"{self._title} is open and should be gone")

    # Many places

    def _do_everywhere(self) -> None:
        """The same words in other documents: list them, label those that are ticked."""
        picked = self._pick()
        if picked is None:
            return
        chosen = self._list(Qt.Key.Key_F2, NONE)
        title, (_, _, name) = self._title, picked[0]
        entries: list[Entry] = []
        begun: set[str] = set()
        for each in chosen:
            self._prove(each)
            entries.append(Entry(each.hit.title, (each.hit.start, each.hit.end, name), None, _BARE))
            begun.add(each.hit.title)
        entries += [entry for other in sorted(begun) for entry in self._begun(other)]
        self._apply(chosen, entries, title)

    def _do_remove_everywhere(self) -> None:
        """Remove the spans of the same words wherever they are ticked."""
        picked = self._pick()
        if picked is None:
            return
        chosen = self._list(Qt.Key.Key_Delete, CTRL | SHIFT)
        entries = []
        for each in chosen:
            self._prove(each)
            key = (each.hit.start, each.hit.end, self._name(each.label))
            entries.append(Entry(each.hit.title, key, self._ledger.pages[each.hit.title].spans[key], None))
        self._apply(chosen, entries, self._title)

    def _list(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> list[Candidate]:
        """Open the list and wait for it; gives what is ticked."""
        hands = self._hands
        everywhere = hands.window.commands.part(FindDoing).everywhere
        hands.key(key, modifiers)
        hands.wait(lambda: not everywhere.panel.isHidden(), "the list of the same words")
        hands.wait(lambda: hands.is_saved and not everywhere._listing.is_busy, "the same words")
        hands.wait(lambda: hands.is_saved and not everywhere._listing.is_busy, "the same words")
        return everywhere.panel.model.chosen()

    def _prove(self, each: Candidate) -> None:
        """What is offered must stand there."""
        text = article(int(each.hit.title.removeprefix("Bài "))).text
        if text[each.hit.start : each.hit.end] != each.hit.match:
            raise WrongError(f"{each.hit.title} {each.hit.start}: not {each.hit.match!r}")

    def _apply(self, chosen: Sequence[object], entries: list[Entry], title: str) -> None:
        hands = self._hands
        everywhere = hands.window.commands.part(FindDoing).everywhere
        if chosen:
            self._write(*entries)
            self._outcomes.clear()
            hands.key(Qt.Key.Key_Return)
            hands.wait(lambda: self._outcomes, "the step everywhere")
            hands.wait(lambda: not everywhere._changing.is_busy, "the end of it")
        else:
            hands.key(Qt.Key.Key_Escape)
        hands.wait(lambda: everywhere.panel.isHidden(), "the list to go")
        hands.quiet()

    # Looking

    def _do_find(self) -> None:
        """Find words in the article, go through some hits, leave."""
        hands = self._hands
        start, end = self._plain_stretch()
        hands.key(Qt.Key.Key_F, CTRL)
        hands.key(Qt.Key.Key_A, CTRL)
        hands.type(self._article.text[start:end][:6])
        bar = hands.window.commands.part(FindDoing).in_article
        hands.wait(lambda: not (bar._typing.isActive() or bar._asking.is_busy), "hits")
        hands.key(Qt.Key.Key_F3, times=3)
        hands.key(Qt.Key.Key_Escape)
        hands.wait(hands.view.hasFocus, "the article after finding")

    def _do_find_corpus(self) -> None:
        """Find words in the corpus, come back."""
        hands = self._hands
        if self._selected() is not None:
            hands.key(Qt.Key.Key_Escape)
        hands.drag(*self._plain_stretch())
        hands.key(Qt.Key.Key_F, CTRL | SHIFT)
        hands.wait(lambda: hands.window.page == "find", "the page Find")
        hits = hands.window.commands.part(FindDoing).hits
        hands.wait(lambda: not (hits._typing.isActive() or hits._paging.is_busy), "hits in the corpus")
        hands.key(Qt.Key.Key_1, CTRL)
        hands.wait(lambda: hands.window.page == "label", "the page Label")

    def _do_pages(self) -> None:
        """Look at other pages and panels."""
        hands = self._hands
        looks = self._looks or [self._chance.choice(_LOOKS)]
        self._looks = []
        for act in (act for look in looks for act in look):
            hands.act(act)
            hands.quiet()
        if hands.window.page != "label":
            hands.act("go.label")
        hands.place.focus_article()
        hands.turn()

    def _do_scroll(self) -> None:
        """Go about in the article by keys."""
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_End):
            self._hands.key(key)

    def _do_palette(self) -> None:
        """Open the palette, type, leave."""
        self._hands.key(Qt.Key.Key_K, CTRL)
        self._hands.type("exp")
        self._hands.key(Qt.Key.Key_Escape)
        self._hands.place.focus_article()
        self._hands.turn()

    def _do_pause(self) -> None:
        """Rest so long that the program counts the same words, and tidies its log now and then."""
        self._hands.rest(2.6 if self._chance.random() < 0.1 else 0.25)

    # Files

    def _do_import(self) -> None:
        """Take a new article in."""
        hands, number = self._hands, self._next_import
        self._next_import += 1
        made, path = article(number), self._folder / f"{title_of(number)}.txt"
        path.write_bytes(made.text.encode("utf-8"))
        self._write(Entry(made.title, HERE, None, ""))
        self._brought.clear()
        hands.do("drop", lambda: hands.window.bring_in([path]))
        hands.wait(lambda: self._brought, "the article")
        if self._brought[0] is None:
            raise WrongError(f"{made.title} was not taken in at once")
        hands.quiet()  # who went on meanwhile is not taken there
        path.unlink()

    def _do_backup(self) -> None:
        """Make a verified copy while going on."""
        made: list[object] = []
        wrong: list[object] = []
        hands = self._hands
        desk = hands.window.library_desk.desk

        def start() -> None:
            desk.run(lambda library, _: library.backups.make(), lambda *_: None, made.append, wrong.append)

        hands.do("copy", start)
        self._do_label()
        hands.wait(lambda: made or wrong, "the copy")
        if wrong:
            raise WrongError(f"no copy: {wrong}")


_ON_SPAN: Final = ("relabel", "edge", "remove", "unsure", "note", "everywhere", "remove_everywhere")

_LOOKS: Final = (
    ("view.history", "view.history"),
    ("go.label_set",),
    ("go.figures",),
    ("go.review",),
    ("file.corpora",),
    ("file.export",),
    ("view.settings",),
    ("view.right_panel", "view.right_panel"),
    ("view.larger", "view.normal_size"),
)

_WEIGHTS: Final[dict[str, float]] = {
    "label": 220,
    "label_keys": 100,
    "grab": 60,
    "relabel": 100,
    "edge": 100,
    "remove": 90,
    "unsure": 40,
    "note": 15,
    "next": 90,
    "jump": 15,
    "status": 12,
    "undo": 60,
    "redo": 40,
    "everywhere": 2,
    "remove_everywhere": 2,
    "find": 15,
    "find_corpus": 4,
    "pages": 6,
    "scroll": 30,
    "palette": 4,
    "pause": 6,
    "import": 0.6,
    "backup": 0.6,
}
"""How often each is done, in about a thousand actions."""
