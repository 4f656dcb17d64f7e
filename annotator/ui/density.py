"""How close rows and paddings stand: comfortable or compact. Type never shrinks.

This module owns which density is in force and tells when that changes; the sizes themselves stand with the
parts that have them.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

COMPACT = "compact"
"""The value of the settings file that stands for close rows."""


class Density(QObject):
    """Keeps the density in force.

    Signals:
        changed: it is another one now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_compact = False

    def choose(self, name: str) -> None:
        """Put "comfortable" or "compact" in force."""
        wanted = name == COMPACT
        if wanted is not self.is_compact:
            self.is_compact = wanted
            self.changed.emit()


_density: list[Density] = []


def density() -> Density:
    """The one density of the process, made at its first use."""
    if not _density:
        _density.append(Density())
    return _density[0]


class Size(NamedTuple):
    """A height, padding or gap in px in both densities."""

    comfortable: int
    compact: int

    @property
    def now(self) -> int:
        """In the density in force; read it when laying out or painting, never keep it."""
        return self.compact if density().is_compact else self.comfortable
