"""What a family of trials found; `python -m tests.reliability` makes the figures of the report of it."""

from __future__ import annotations

import enum
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FAMILIES: Final = ("breaking", "power", "environment", "upgrades", "hostile", "text", "soak")
"""The modules of this folder that try something; each has a `run` (see `Family`)."""


class Scale(enum.Enum):
    """How much is tried: a part of it in each run of the suite, all of it for the figures."""

    SHORT = "short"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was tried of one promise, and what came of it.

    Attributes:
        promise: what is promised, in a few words.
        trials: how often it was tried.
        faults: how many faults were put in, kills, cuts and hostile files among them.
        lost: changes that were told as saved and were not there afterwards.
        damaged: files that were there before and were not whole afterwards, or libraries that were not sound.
        crashes: ends of the program that nobody caused, errors of its own, and times it hung.
        notes: further figures, name -> value with its unit.
        skipped: why nothing could be tried on this machine; "" when it was.
        over: how often a limit of time or memory was passed.
    """

    promise: str
    trials: int = 0
    faults: int = 0
    lost: int = 0
    damaged: int = 0
    crashes: int = 0
    notes: dict[str, str] = field(default_factory=dict)
    skipped: str = ""
    over: int = 0

    @property
    def holds(self) -> bool:
        """Whether the promise was tried and held."""
        broken = self.lost or self.damaged or self.crashes or self.over
        return not self.skipped and self.trials > 0 and not broken


class Family(Protocol):
    """A module of trials."""

    def run(self, scale: Scale, folder: Path) -> Sequence[Figures]:
        """Try it in an empty folder; what goes wrong is a figure, not an exception."""


def written(found: Sequence[Figures]) -> str:
    """For another process to read."""
    return json.dumps([asdict(each) for each in found])


def read(text: str) -> list[Figures]:
    """What `written` wrote."""
    return [Figures(**each) for each in json.loads(text)]
