"""What is known about the health of a library: findings of a check, and copies that can be gone back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.messages import Message


_SOME_TIME: Final = 60.0
"""Seconds; a copy is made a moment after the file was written, and disks round times."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of a check.

    Attributes:
        kind: one word: structure, schema, reference, hash, span, covered, log, replay, review, received,
            settings, identity, counts, search.
        where: what it was found on, e.g. "document 0197…".
        message: the sentence.
        repairable: whether `check --repair` puts it right without losing anything a person made.
        document: uid of the document it concerns, "" where it is none or not only one.
        step: sequence number of the step whose rows it concerns, 0 for none.
        cure: how it is put right when it is repairable; None where that is said in `message`.
    """

    kind: str
    where: str
    message: Message
    repairable: bool = False
    document: str = ""
    step: int = 0
    cure: Message | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Result of a check.

    Attributes:
        problems: all that is wrong, at most a hundred of a kind.
        counts: what was looked at, by kind of thing.
        repaired: how many problems were put right.
        copy: path of the byte-exact copy that was kept before anything was put right.
    """

    problems: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    repaired: int = 0
    copy: str | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing wrong was found."""
        return not self.problems

    @property
    def mendable(self) -> bool:
        """Whether anything may be written: something can be put right, and the file itself holds together."""
        kinds = {problem.kind for problem in self.problems}
        return "structure" not in kinds and any(problem.repairable for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What could be read of a damaged library, as a new one.

    Attributes:
        path: of the new library.
        documents: living documents in it.
        spans: living spans in it.
        unread: rows that could not be read, by kind of thing.
        changed: titles of documents whose text is not the one that was imported; they are in it as they are.
        left_out: titles or uids of documents that are not in it.
        altered: steps of which rows were lost or are not as they were; they can be read, not undone.
        problems: what the check still finds in it.
    """

    path: str
    documents: int
    spans: int
    unread: Mapping[str, int] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    altered: int = 0
    problems: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost."""
        return not (self.unread or self.changed or self.left_out or self.altered or self.problems)


class Occasion(Enum):
    """Why a copy was made; the word stands in its name."""

    ASKED = "asked"
    ROUTINE = "routine"
    IMPORT = "import"
    MERGE = "merge"
    BULK = "bulk"
    MIGRATION = "migration"
    REPAIR = "repair"
    PURGE = "purge"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """One verified copy of a library.

    Attributes:
        path: where it is.
        time: when it was made, UTC, ISO 8601.
        documents: living documents in it.
        spans: living spans in it.
        size: bytes.
        sha256: of the file.
        step: the last step it holds.
        occasion: why it was made; None where that is not known.
        number: its place among the copies of its library, 0 for none.
        line: which file of the library it was made of, as its name says it; "" where it does not.
        binned: documents in its bin, where it was asked.
    """

    path: str
    time: str
    documents: int
    spans: int
    size: int
    sha256: str = ""
    step: int = 0
    occasion: Occasion | None = None
    number: int = 0
    line: str = ""
    binned: int = 0


@dataclass(frozen=True, slots=True)
class Emptied:
    """What emptying the bin did.

    Attributes:
        documents: deleted for ever.
        corpora: deleted for ever with all in them.
        copy: the verified copy that was made before and holds them; None when the bin was empty.
    """

    documents: int = 0
    corpora: int = 0
    copy: BackupInfo | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """The copies that are kept of a library.

    Attributes:
        copies: newest first.
        folder: where new ones go.
        paused_since: since when none is removed because one was restored, UTC; None while older ones go.
        is_usual: whether the folder is the usual one.
        beside: the folder of the library itself.
        line: the line of the library itself; copies of another one were made of another file of it.
        library: name of the library's file, without its ending.
        missing: that the folder is not there now, so that no new ones are made; None while it is.
    """

    copies: tuple[BackupInfo, ...]
    folder: str
    paused_since: str | None = None
    is_usual: bool = True
    beside: str = ""
    line: str = ""
    library: str = ""
    missing: Message | None = None

    def is_of_another(self, copy: BackupInfo) -> bool:
        """Whether a copy was made of another file of the library, as far as its name tells."""
        return copy.line not in ("", self.line)


@dataclass(frozen=True, slots=True)
class WaysBack:
    """The copies of a library that does not open.

    Attributes:
        copies: the one to be offered first, then the others; own ones before those of other files.
        line: the line of the library's own file.
        written: when its file was last written, UTC, ISO 8601; "" where there is none.
    """

    copies: tuple[BackupInfo, ...] = ()
    line: str = ""
    written: str = ""

    @property
    def has_own(self) -> bool:
        """Whether the first copy is not known to be of another file of the library."""
        return bool(self.copies) and self.copies[0].line in ("", self.line)

    @property
    def is_older(self) -> bool:
        """Whether the file was written after the first copy was made, by a minute and more."""
        if not (self.copies and self.written):
            return False
        made, written = (datetime.fromisoformat(each) for each in (self.copies[0].time, self.written))
        return (written - made).total_seconds() >= _SOME_TIME


@dataclass(frozen=True, slots=True)
class PutBack:
    """A copy that took the place of a library.

    Attributes:
        made: what is there now.
        kept: where the file is that was there before; None when there was none.
    """

    made: BackupInfo
    kept: str | None
