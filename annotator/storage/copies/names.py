"""What the name of a verified copy says, and which of two copies is the newer one.

A name tells when the copy was made, how far the library was, which number the copy has among those of its
library, on what occasion it was made, of which file of the library, and the SHA-256 of its bytes. The
number goes before the time: a clock that was set back or forward makes no old copy look new. Copies made
before there were numbers have none and count as older; what an older name does not say is not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from annotator.model.soundness import BackupInfo, Occasion

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAME: Final = re.compile(
    r"(\d{8}T\d{9}Z)-step(\d+)-d(\d+)-s(\d+)(?:-n(\d+)-([a-z]+))?(?:-l([0-9a-f]{12}))?-([0-9a-f]{64})\.annotator"
)
_STAMP: Final = "%Y%m%dT%H%M%S"
_OCCASIONS: Final = {occasion.value: occasion for occasion in Occasion}


@dataclass(frozen=True, slots=True)
class Told:
    """What one name says; `file` is where the copy is.

    Attributes:
        file: the copy.
        made: when, UTC.
        time: the same as stored, with milliseconds.
        step: the last step it holds.
        documents: living documents in it.
        spans: living spans in it.
        number: its place among the copies of its library, 0 for one without.
        occasion: why it was made; None where the name does not say, or in a word of a newer program.
        sha256: of its bytes.
        line: of which file of the library it was made, as in `lines`; "" where the name does not say.
    """

    file: Path
    made: datetime
    time: str
    step: int
    documents: int
    spans: int
    number: int
    occasion: Occasion | None
    sha256: str
    line: str = ""

    def info(self) -> BackupInfo:
        """The same with the size of the file.

        Raises:
            OSError: the file is no longer there.
        """
        size = self.file.stat().st_size
        return BackupInfo(
            str(self.file),
            self.time,
            self.documents,
            self.spans,
            size,
            self.sha256,
            self.step,
            self.occasion,
            self.number,
            self.line,
        )


def name_of(info: BackupInfo) -> str:
    """The name that a copy gets."""
    stamp = re.sub("[-:.]", "", info.time)
    word = (info.occasion or Occasion.ASKED).value
    figures = f"step{info.step}-d{info.documents}-s{info.spans}-n{info.number}-{word}"
    figures += f"-l{info.line}" if info.line else ""
    return f"{stamp}-{figures}-{info.sha256}.annotator"


def read(file: Path) -> Told | None:
    """What the name of a file says; None for a file that is no copy."""
    match = _NAME.fullmatch(file.name)
    if match is None:
        return None
    stamp, step, documents, spans, number, word, line, sha256 = match.groups()
    try:
        made = datetime.strptime(stamp[:15], _STAMP).replace(tzinfo=UTC)
    except ValueError:  # digits, but no time
        return None
    time = f"{made.strftime('%Y-%m-%dT%H:%M:%S')}.{stamp[15:18]}Z"
    occasion = _OCCASIONS.get(word or "")
    figures = (int(step), int(documents), int(spans), int(number or 0))
    return Told(file, made, time, *figures, occasion, sha256, line or "")


def in_folder(folder: Path) -> list[Told]:
    """The copies in a folder by their names, in no order; none where there is no such folder.

    A folder that bears the name of a copy is none.
    """
    try:
        return [told for file in folder.iterdir() if (told := read(file)) is not None and file.is_file()]
    except OSError:
        return []


def newest_first(copies: Iterable[Told]) -> list[Told]:
    """Copies by number, those without one by time after all others."""
    return sorted(copies, key=lambda each: (each.number, each.time), reverse=True)
