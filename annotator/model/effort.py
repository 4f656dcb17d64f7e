"""What a step of labelling cost the person who made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LONGEST_PAUSE: Final = 60.0
"""Seconds; a longer pause between two key presses or clicks is no work and is left out."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Key presses and clicks in the article since the step before, and the time they took.

    Attributes:
        keys: presses and clicks; a key held down counts once, Shift and the like do not count by themselves.
        milliseconds: time without the pauses longer than `LONGEST_PAUSE`.
    """

    keys: int = 0
    milliseconds: int = 0
