"""Which of a task's values is the text that its regions mark; only the labelling setup, no file, says so.

The value under "text" is usual and not certain. Where the regions carry their words, the text is the value in
which all of them are found; else the key that earlier tasks had, "text", or the longest text.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotator.formats.offsets import settle
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.formats.label_studio.regions import Region
    from annotator.formats.offsets import Settled
    from annotator.messages import Message

_USUAL: Final = "text"
_ADDRESS: Final = re.compile(r"(?:https?|s3|gs|azure-blob)://\S+|/data/\S+")

NO_TEXT: Final = say(
    "its data holds no text that can be read here; dialogues, tables, pictures and sound cannot be imported"
)
ONLY_ADDRESS: Final = say(
    "it names only the address of its text. Export the tasks with their texts in them, and import that file"
)
IN_PAGE: Final = say(
    "it marks an HTML page (HyperText) as a browser shows it, and its offsets do not fit what the file "
    "holds. Export the tasks with plain text (Text), and import that file"
)


class Chosen(NamedTuple):
    """The text of a task.

    Attributes:
        key: under which it stands.
        text: itself.
        regions: those that mark it.
        settled: where they are; misfits if they do not fit.
    """

    key: str
    text: str
    regions: Sequence[Region]
    settled: Settled


class Texts:
    """Chooses the text of one task after the other."""

    def __init__(self) -> None:
        self._last = _USUAL

    def choose(self, data: Mapping[str, Any], regions: Sequence[Region]) -> Chosen | Message:
        """The text of a task and where its regions are in it; or why there is none, without a full stop."""
        keys = self._candidates(data, regions)
        if not keys:
            return NO_TEXT
        targets = Counter(region.target for region in regions).most_common()
        of_one = [region for region in regions if region.target == targets[0][0]] if targets else []
        found = _fitting(data, keys, regions) or _fitting(data, keys, of_one)
        if found is None:
            found = Chosen(keys[0], data[keys[0]], regions, _settled(data[keys[0]], regions))
            if any(region.is_page for region in regions):
                return IN_PAGE
        if _ADDRESS.fullmatch(found.text):
            return ONLY_ADDRESS
        if regions:
            self._last = found.key
        return found

    def _candidates(self, data: Mapping[str, Any], regions: Sequence[Region]) -> list[str]:
        """Keys of texts, the likeliest first."""
        longest = sorted(
            (key for key, value in data.items() if isinstance(value, str) and value),
            key=lambda key: (-len(data[key]), key),
        )
        likely = (self._last, _USUAL, *dict.fromkeys(region.target for region in regions))
        return [key for key in dict.fromkeys((*likely, *longest)) if key in longest]


def _fitting(data: Mapping[str, Any], keys: Sequence[str], regions: Sequence[Region]) -> Chosen | None:
    for key in keys:
        settled = _settled(data[key], regions)
        if not settled.misfits:
            return Chosen(key, data[key], regions, settled)
    return None


def _settled(text: str, regions: Sequence[Region]) -> Settled:
    return settle(text, [region.claim for region in regions])
