"""What the library must hold: a model of its own, which knows nothing of the program's code.

A deed is written into the ledger's file before it is done in the window; a killed labeller leaves the file
behind, and the library must be what some number of its deeds amounts to, at least as many as were told saved.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Key = tuple[int, int, str]
"""Start, end, name of the label."""

Facts = tuple[str, tuple[str, ...]]
"""Note, flags."""

STATUS: Final = "status"
HERE: Final = "here"
_KEPT_STEPS: Final = 300
"""Steps that can be taken back; the labeller goes no deeper, so that the ledger does not grow."""


@dataclass(slots=True)
class Page:
    """One document: its status and its spans."""

    status: str = "new"
    spans: dict[Key, Facts] = field(default_factory=dict)

    def copy(self) -> Page:
        """Another one that is alike."""
        return Page(self.status, dict(self.spans))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that changed.

    Attributes:
        title: of the document.
        what: a span's key, `STATUS`, or `HERE` for the document itself.
        before: what it was, None for nothing.
        after: what it becomes.
    """

    title: str
    what: Key | str
    before: Any
    after: Any

    def inverse(self) -> Entry:
        """What takes it back."""
        return Entry(self.title, self.what, self.after, self.before)


Step = tuple[Entry, ...]


class Ledger:
    """All documents as they must be, and the line of steps."""

    def __init__(self, titles: Iterable[str]) -> None:
        self.pages: dict[str, Page] = {title: Page() for title in titles}
        self.done: deque[Step] = deque(maxlen=_KEPT_STEPS)
        self.undone: list[Step] = []

    def do(self, step: Step) -> None:
        """Something new is done; what was taken back cannot be made again."""
        self._apply(step)
        self.done.append(step)
        self.undone.clear()

    def undo(self) -> Step:
        """The newest step is taken back; gives what changed."""
        step = self.done.pop()
        self.undone.append(step)
        back = tuple(entry.inverse() for entry in reversed(step))
        self._apply(back)
        return back

    def redo(self) -> Step:
        """What was taken back last is made again."""
        step = self.undone.pop()
        self.done.append(step)
        self._apply(step)
        return step

    def _apply(self, step: Step) -> None:
        for entry in step:
            if entry.what == HERE:
                if entry.after is None:
                    del self.pages[entry.title]
                else:
                    self.pages[entry.title] = Page()
                continue
            page = self.pages[entry.title]
            if entry.what == STATUS:
                page.status = entry.after
            elif entry.after is None:
                del page.spans[entry.what]
            else:
                page.spans[entry.what] = entry.after

    def take(self, deed: Deed) -> Step:
        """Do, undo or redo; gives what changed."""
        match deed.kind:
            case "do":
                self.do(deed.step)
                return deed.step
            case "undo":
                return self.undo()
            case _:
                return self.redo()

    def differences(self, found: dict[str, Page]) -> list[str]:
        """What of the library is not as it must be, in words."""
        wrong = [f"{title}: not there" for title in self.pages.keys() - found.keys()]
        wrong += [f"{title}: should not be there" for title in found.keys() - self.pages.keys()]
        for title in self.pages.keys() & found.keys():
            wrong += page_differences(title, self.pages[title], found[title])
        return wrong


def page_differences(title: str, must: Page, found: Page) -> list[str]:
    """What of one document is not as it must be, in words."""
    wrong = [] if must.status == found.status else [f"{title}: is {found.status}, must be {must.status}"]
    wrong += [
        f"{title} {key}: is {found.spans.get(key)}, must be {must.spans.get(key)}"
        for key in must.spans.keys() | found.spans.keys()
        if must.spans.get(key) != found.spans.get(key)
    ]
    return wrong


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the file: "do" with its step, "undo" or "redo"."""

    kind: str
    step: Step = ()

    def line(self) -> str:
        """As text."""
        entries = [[entry.title, entry.what, entry.before, entry.after] for entry in self.step]
        return json.dumps([self.kind, entries], ensure_ascii=False)

    @classmethod
    def of(cls, line: str) -> Deed:
        """What `line` gave."""
        kind, entries = json.loads(line)
        return cls(
            kind, tuple(Entry(title, _what(what), _fact(a), _fact(b)) for title, what, a, b in entries)
        )


def _what(value: Any) -> Key | str:
    return value if isinstance(value, str) else (value[0], value[1], value[2])


def _fact(value: Any) -> Any:
    return (value[0], tuple(value[1])) if isinstance(value, list) else value


class Writing:
    """The file that deeds go into before they are done."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self._path = path
        self.count = sum(1 for _ in deeds(path))

    def add(self, deed: Deed) -> None:
        """Write it; a kill loses nothing of what this process handed to the system."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{deed.line()}\n")
        self.count += 1


def deeds(path: Path) -> Iterator[Deed]:
    """All deeds of a file; a last line that the kill cut short was never begun."""
    for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
        yield Deed.of(line)


def keep(path: Path, count: int) -> None:
    """Leave only the first `count` deeds in the file: the library has no more of them."""
    lines = path.read_text(encoding="utf-8").split("\n")[:count]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def replayed(titles: Sequence[str], path: Path, count: int) -> Ledger:
    """The ledger after the first `count` deeds."""
    ledger = Ledger(titles)
    for number, deed in enumerate(deeds(path)):
        if number >= count:
            break
        ledger.take(deed)
    return ledger
