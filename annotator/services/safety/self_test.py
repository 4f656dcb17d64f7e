"""The self-test: a copy of the program writes into a library of its own and is killed again and again.

The writer is another process. It labels, relabels and removes by a script that is the same for the same seed,
and tells each change once the library says it is saved. In the middle of that it is killed, as a crash or a
person would; then the library is opened here, which must not be kept out by the one that was killed, looked
through, and compared with the script: every change that was told must be there, and at most the one after it.
A kill cannot show what a power cut does; that is tried in `tests/reliability`.
"""

from __future__ import annotations

import multiprocessing
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.errors import AnnotatorError, Cancelled, EnvironmentProblem
from annotator.files import passing_folder
from annotator.messages import say
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced
from annotator.model.identity import fixed_uid
from annotator.model.span import Span
from annotator.paths import cache_folder
from annotator.services.library import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from annotator.messages import Message
    from annotator.model.changes import Change

KILLS: Final = 25
SAVES_A_KILL: Final = 40
"""So many changes are saved between two kills, as a rule."""

_WORDS: Final = 3000
_WORD_LENGTH: Final = 7
_LONGEST_WAIT: Final = 60.0
"""Seconds without a change after which the writer counts as stuck."""
_MOST_WAITED: Final = 0.006
"""Seconds at most between the last change that is waited for and the kill: it comes within a change."""


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one kill.

    Attributes:
        number: counted from 1.
        told: changes that the writer said were saved, in this round.
        lost: those of all so far that were not there afterwards.
        is_sound: whether the library was found sound.
    """

    number: int
    told: int
    lost: int
    is_sound: bool


@dataclass(frozen=True, slots=True)
class Tested:
    """What the whole self-test found."""

    rounds: tuple[Round, ...]
    seconds: float

    @property
    def saved(self) -> int:
        """Changes that were said to be saved."""
        return sum(each.told for each in self.rounds)

    @property
    def lost(self) -> int:
        """Those that were not there afterwards."""
        return sum(each.lost for each in self.rounds)

    @property
    def damaged(self) -> int:
        """Kills after which the library was not sound."""
        return sum(not each.is_sound for each in self.rounds)

    @property
    def holds(self) -> bool:
        """Whether nothing was lost and nothing damaged."""
        return not (self.lost or self.damaged)


class Script:
    """What the writer does, change by change; the same for the same seed.

    Attributes:
        spans: what the layer holds after the changes so far, by uid.
    """

    def __init__(self, seed: int, labels: Sequence[str]) -> None:
        self._random = random.Random(seed)  # noqa: S311  (nothing is kept secret by it)
        self._labels = labels
        self._made = 0
        self.spans: dict[str, Span] = {}

    def next_change(self) -> Change:
        """The next one: mostly a new span, else one that gets another label or goes."""
        self._made += 1
        chance = self._random.random()
        if chance < 0.7 or len(self.spans) < 5:
            return self._add()
        span = self._random.choice(list(self.spans.values()))
        if chance < 0.85:
            del self.spans[span.uid]
            return SpanRemoved(span)
        return self._relabel(span)

    def after(self, count: int) -> Script:
        """This script after so many changes from where it is."""
        for _ in range(count):
            self.next_change()
        return self

    def _add(self) -> Change:
        taken = {span.place for span in self.spans.values()}
        while True:
            start = self._random.randrange(_WORDS) * _WORD_LENGTH
            label = self._random.choice(self._labels)
            span = Span(fixed_uid("self-test", str(self._made)), start, start + _WORD_LENGTH - 1, label)
            if span.place not in taken:
                self.spans[span.uid] = span
                return SpanAdded(span)

    def _relabel(self, span: Span) -> Change:
        taken = {other.place for other in self.spans.values()}
        for label in self._labels:
            changed = Span(span.uid, span.start, span.end, label)
            if changed.place not in taken:
                self.spans[span.uid] = changed
                return SpanReplaced(span, changed)
        return self._add()


class SelfTest:
    """Kills a writer so many times; each time the library is opened again and compared."""

    def __init__(
        self,
        kills: int = KILLS,
        saves: int = SAVES_A_KILL,
        seed: int | None = None,
        write: Callable[[Connection, Order], None] | None = None,
    ) -> None:
        """Prepare it.

        Args:
            kills: how many.
            saves: changes between two kills, as a rule.
            seed: the same one has the same changes made; None for any.
            write: what the process that is killed does, in place of writing as it should.
        """
        self._write = write or _write
        self._kills, self._saves = kills, saves
        self._seed = time.time_ns() if seed is None else seed
        self._chance = random.Random(self._seed + 1)  # noqa: S311
        self._kept = 0

    def run(self, tell: Callable[[Round], None], go_on: Callable[[], bool] = lambda: True) -> Tested:
        """Do all rounds in a library of their own, which is gone afterwards.

        Args:
            tell: is told each round.
            go_on: asked often; once it says no, the test ends.

        Raises:
            EnvironmentProblem: it cannot be done here, for want of room on the disk for example.
            Cancelled: `go_on` said no.
        """
        began, rounds = time.monotonic(), []
        with passing_folder(cache_folder() / "self-test") as folder:
            path = folder / "self-test.annotator"
            document, labels = _prepare(path)
            for number in range(1, self._kills + 1):
                order = Order(str(path), document, labels, self._seed, self._kept)
                told = self._write_and_kill(order, go_on)
                rounds.append(self._compare(order, number, told))
                tell(rounds[-1])
        return Tested(tuple(rounds), time.monotonic() - began)

    def _write_and_kill(self, order: Order, go_on: Callable[[], bool]) -> int:
        """Have the writer write and kill it; gives how many changes it told."""
        context = multiprocessing.get_context("spawn")
        mine, theirs = context.Pipe(duplex=False)
        writer = context.Process(target=self._write, args=(theirs, order), name="self-test", daemon=True)
        writer.start()
        theirs.close()
        try:
            wanted = self._chance.randint(1, 2 * self._saves - 1)
            told = _count_told(mine, wanted, go_on)
            time.sleep(self._chance.uniform(0, _MOST_WAITED))
            writer.kill()
            return told + _count_rest(mine)
        finally:
            writer.kill()
            writer.join()
            writer.close()
            mine.close()

    def _compare(self, order: Order, number: int, told: int) -> Round:
        """Open the library that was left behind, look through it and compare it with the script."""
        with open_library(order.path, program="annotator self-test") as library:
            is_sound = library.checking.check().sound
            spans = {span.uid: span for span in library.documents.open(order.document).state.spans()}
        kept = _kept_changes(order, told, spans)
        if kept is None:
            lost, self._kept = told, order.done + told
        else:
            lost, self._kept = max(0, told - kept), order.done + kept
        return Round(number, told, lost, is_sound and kept is not None)


@dataclass(frozen=True, slots=True)
class Order:
    """What the writer gets: the library, its document and labels, the script and how far it is."""

    path: str
    document: str
    labels: tuple[str, ...]
    seed: int
    done: int

    def script(self) -> Script:
        """The script, from where the library is."""
        return Script(self.seed, self.labels).after(self.done)


def _prepare(path: Path) -> tuple[str, tuple[str, ...]]:
    """A library with one document; gives its uid and those of the labels."""
    text = " ".join(f"w{number:0{_WORD_LENGTH - 2}d}" for number in range(_WORDS))
    with open_library(str(path), program="annotator self-test") as library:
        corpus = library.corpora.create("Self-test").value.uid
        document = library.documents.add(corpus, "Self-test", text).value.uid
        return document, tuple(each.label.uid for each in library.labels.list(corpus))


def _kept_changes(order: Order, told: int, spans: dict[str, Span]) -> int | None:
    """How many changes of the round the library holds, None when it holds something else altogether."""
    script, found = order.script(), None
    for count in range(told + 2):  # the one after those told may be there: it was killed before it was told
        if script.spans == spans:
            found = count
        script.next_change()
    return found


def _count_told(pipe: Connection, wanted: int, go_on: Callable[[], bool]) -> int:
    """Wait until so many changes were told."""
    told, waited_until = 0, time.monotonic() + _LONGEST_WAIT
    while told < wanted:
        if not go_on():
            raise Cancelled(say("The self-test was stopped. It wrote only into a library of its own."))
        if time.monotonic() > waited_until:
            raise EnvironmentProblem(_STUCK)
        if pipe.poll(0.05):
            told += _told(pipe)
            waited_until = time.monotonic() + _LONGEST_WAIT
    return told


def _told(pipe: Connection) -> int:
    try:
        said: Message | None = pipe.recv()
    except EOFError:
        raise EnvironmentProblem(_STUCK) from None
    if said is not None:
        raise EnvironmentProblem(said)
    return 1


def _count_rest(pipe: Connection) -> int:
    """What was told and not yet heard when the kill came."""
    told = 0
    try:
        while pipe.poll(_LONGEST_WAIT):
            pipe.recv()
            told += 1
    except (EOFError, OSError):  # its end, possibly within a word
        return told
    return told


def _write(pipe: Connection, order: Order) -> None:
    """The writer: change after change, each told once it is saved, until it is killed."""
    script = order.script()
    try:
        with open_library(order.path, create=False, program="annotator self-test") as library:
            while True:
                library.annotating.apply(order.document, (script.next_change(),))
                pipe.send(None)
    except AnnotatorError as error:
        pipe.send(error.message)
    except BrokenPipeError:
        return  # nobody listens any more


_STUCK: Final = say(
    "The self-test could not go on: the process that writes ended by itself or did not answer. Your library "
    "was not touched. Try again; if it happens again, save a report."
)
