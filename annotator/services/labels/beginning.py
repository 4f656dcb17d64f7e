"""What a new corpus begins with: the standard labels, defined in the person's language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from annotator.formats.label_set import read_label_set
from annotator.model.codebook import with_marks
from annotator.model.label import standard_labels
from annotator.paths import resource

if TYPE_CHECKING:
    from annotator.model.codebook import Guidance
    from annotator.model.label import Label

_PRESET: Final = "1-commendation.json"
"""The shipped label set that defines the standard labels."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A label set to begin with.

    Attributes:
        labels: in order.
        guidance: of each of them, marks naming them by uid; empty when nothing is said.
        guidelines: of the corpus, plain text.
    """

    labels: tuple[Label, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    guidelines: str = ""


@cache
def beginning(language: str) -> Beginning:
    """The standard labels, with the shipped definitions in that language ("en", "vi"), with none for ""."""
    labels = standard_labels()
    if not language:
        return Beginning(labels)
    preset = read_label_set(resource("presets", _PRESET).read_bytes(), _PRESET, language)
    uids = {label.name: label.uid for label in labels}
    told = {each.label.name: each for each in preset.labels}
    return Beginning(
        tuple(replace(label, definition=told[label.name].label.definition) for label in labels),
        tuple(with_marks(replace(told[name].guidance, label=uid), uids) for name, uid in uids.items()),
        preset.guidelines,
    )
