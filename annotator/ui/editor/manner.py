"""In what manner spans of an article are drawn that are not the usual spans of one layer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Manners:
    """Which spans are drawn otherwise than with band, rail and their label's name.

    Attributes:
        lines: uids of those that are one thin line without a band.
        quiet: uids of those whose rail is thin too, under their band.
        names: uid -> what stands under its rail in place of its label's name: in full, shorter, shortest.
    """

    lines: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


USUAL = Manners()
"""Every span is drawn as a layer's spans are."""
