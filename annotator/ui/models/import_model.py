"""The files of an import as a list: what each would bring, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt

from annotator.model.reading import ReadingChoice
from annotator.text.likeness import groups
from annotator.ui.i18n import sentence
from annotator.ui.models.one_column import OneColumnModel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.messages import Message
    from annotator.services.intake.samples import Marked, Sample
    from annotator.ui.models.one_column import Index

FILE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `ImportFile` itself."""


QUESTIONS: Final = ("encoding", "boilerplate", "like", "discontinuous", "layer", "text_column")
"""What a file may leave for a person to say."""


class Verdict(Enum):
    """What will become of a file; told by shape, not by hue."""

    GOOD = "good"
    ODD = "odd"
    DOUBTFUL = "doubtful"
    KNOWN = "known"
    REFUSED = "refused"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which the letters of a file may read."""

    encoding: str
    beginning: str


@dataclass(frozen=True, slots=True)
class ImportFile:
    """One line of the import list.

    Attributes:
        path: what the services know the file by.
        name: file name for people.
        title: of its first document, "" when it could not be read.
        format: that it was read as.
        encoding: of a text, "" for formats that have none of their own.
        documents: how many come in.
        spans: how many come in.
        characters: of all its documents.
        verdict: what will become of it.
        told: notices, or why it is refused.
        readings: when its encoding is in doubt, the likeliest first.
        text: beginning of its first document.
        new: what stands for each text that the corpus does not have.
        same_as: title of the corpus's document with the first of the other texts.
        adds: documents that the corpus would gain, given the files before this one.
        repeats: name of a file before this one that has one of its texts, "" for none.
        choice: how the person wants it read.
        odd: what is odd in its texts and stays so.
        boilerplate: lines of `text` that look like parts of a web page, [start, end) in code points.
        boilerplate_lines: how many such lines all its texts have.
        in_parts: discontinuous spans.
        offers: what can be chosen for it: name of a choice -> its values.
        like: title of a document of the corpus, or name of a file before this one, with nearly the same text.
        like_percent: how much of it is the same, 0 for a file.
        sketch: of its first text, for `text.likeness`; None when it was not read or the corpus has it.
        samples: how its first documents begin, with their first spans.
        marked: whose spans it has and of which labels; None when it was not read.
        is_suspect: whether letters are odd in a way that stays for good.
    """

    path: str
    name: str
    verdict: Verdict
    title: str = ""
    format: str = ""
    encoding: str = ""
    documents: int = 0
    spans: int = 0
    characters: int = 0
    told: tuple[Message, ...] = ()
    readings: tuple[Reading, ...] = ()
    text: str = ""
    new: tuple[str, ...] = ()
    same_as: str = ""
    adds: int = 0
    repeats: str = ""
    choice: ReadingChoice = field(default_factory=ReadingChoice)
    odd: tuple[Message, ...] = ()
    boilerplate: tuple[tuple[int, int], ...] = ()
    boilerplate_lines: int = 0
    in_parts: int = 0
    offers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    like: str = ""
    like_percent: int = 0
    sketch: Sequence[int] | None = None
    samples: tuple[Sample, ...] = ()
    marked: Marked | None = None
    is_suspect: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """Notices, or why it is refused, in the language in force; the file is called by its name."""
        return tuple(sentence(message).replace(self.path, self.name) for message in self.told)

    @property
    def oddities(self) -> tuple[str, ...]:
        """What is odd in its texts and stays so, in the language in force."""
        return tuple(sentence(message) for message in self.odd)

    @property
    def is_nothing_new(self) -> bool:
        """Whether every text of it is in the corpus, or in files before it."""
        return self.comes_in and not self.adds

    @property
    def reason(self) -> str:
        """The first sentence about it for a list where its name stands already."""
        words = self.sentences[0] if self.sentences else ""
        for lead in (f"{self.name}: ", f"{self.name}, ", f"{self.name} "):
            if words.startswith(lead):
                words = words.removeprefix(lead)
                return words[:1].upper() + words[1:]
        return words

    @property
    def comes_in(self) -> bool:
        """Whether the file will be imported."""
        return self.verdict in (Verdict.GOOD, Verdict.ODD, Verdict.KNOWN) or (
            self.verdict is Verdict.DOUBTFUL and self.documents > 0
        )

    def left_out(self) -> ImportFile:
        """The same file, which the person does not want."""
        return self if self.verdict is Verdict.REFUSED else replace(self, verdict=Verdict.LEFT_OUT)


def compared(files: Sequence[ImportFile]) -> list[ImportFile]:
    """The files with what each one adds: a text comes in once, with the first file that has it."""
    holders: dict[str, str] = {}
    found = []
    for file in files:
        texts = file.new if file.comes_in else ()
        repeated = [text for text in texts if text in holders]
        repeats = holders[repeated[0]] if repeated else ""
        found.append(replace(file, adds=len(texts) - len(repeated), repeats=repeats))
        for text in texts:
            holders.setdefault(text, file.name)
    return found


def alike(files: Sequence[ImportFile]) -> list[ImportFile]:
    """The files, each with the name of the first one whose text is nearly the same, if it comes later.

    One whose first text is exactly that of a file before it is no question: it comes in once.
    """
    leaders = groups([file.sketch or () for file in files])
    seen: set[str] = set()
    found = []
    for place, (file, leader) in enumerate(zip(files, leaders, strict=True)):
        is_same = leader == place or bool(file.like) or not seen.isdisjoint(file.new[:1])
        found.append(file if is_same else _like(file, files[leader].name))
        seen.update(file.new)
    return found


def _like(file: ImportFile, name: str) -> ImportFile:
    verdict = Verdict.ODD if file.verdict is Verdict.GOOD else file.verdict
    return replace(file, like=name, verdict=verdict)


def has_question(file: ImportFile, choice: str) -> bool:
    """Whether a file leaves something open, by its name in `QUESTIONS`."""
    if choice == "encoding":
        return bool(file.readings)
    if choice == "boilerplate":
        return file.boilerplate_lines > 0
    if choice == "like":
        return bool(file.like) and file.verdict in (Verdict.GOOD, Verdict.ODD)
    return choice in file.offers


def needs_look(file: ImportFile) -> bool:
    """Whether a person should decide something about the file."""
    return file.verdict in (Verdict.DOUBTFUL, Verdict.ODD)


def stays_out(file: ImportFile) -> bool:
    """Whether the file will not be imported."""
    return not file.comes_in


FILTERS: Final[dict[str, Callable[[ImportFile], bool]]] = {
    "all": lambda _: True,
    "look": needs_look,
    "out": stays_out,
}


class ImportModel(OneColumnModel):
    """The files, all or those that need a look or stay out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: list[ImportFile] = []
        self._rows: list[ImportFile] = []
        self._shown = "all"

    def set_files(self, files: Sequence[ImportFile]) -> None:
        """Show these files."""
        self._files = compared(files)
        self.show_only(self._shown)

    def show_only(self, key: str) -> None:
        """Show only the files of one of `FILTERS`."""
        self._shown = key
        self.beginResetModel()
        self._rows = [file for file in self._files if FILTERS[key](file)]
        self.endResetModel()

    def count(self, key: str) -> int:
        """How many files one of `FILTERS` lets through."""
        return sum(FILTERS[key](file) for file in self._files)

    @property
    def files(self) -> list[ImportFile]:
        """All files, whatever is shown."""
        return list(self._files)

    def file_at(self, row: int) -> ImportFile | None:
        """The file of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, path: str) -> int | None:
        """The row of a file, or None when it is not shown."""
        return next((place for place, file in enumerate(self._rows) if file.path == path), None)

    def length(self) -> int:
        """The number of files shown."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate, its words for the reader."""
        if not index.isValid():
            return None
        file = self._rows[index.row()]
        if role == FILE_ROLE:
            return file
        if role == Qt.ItemDataRole.DisplayRole:
            return file.title or file.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                filter(None, (file.title, file.name, file.encoding, *file.sentences, *file.oddities))
            )
        return None
