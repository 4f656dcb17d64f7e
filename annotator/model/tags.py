"""Tags of documents: words parted by commas in the metadata of that name.

Metadata travel in every file that has any, so tags do too; a column "tags" of an imported table holds tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.model.label import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TAGS: Final = "tags"
"""Name of the metadata."""


def tags_of(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """The tags in their order, each once (without regard to letter case), none empty."""
    return _once(metadata.get(TAGS, "").split(","))


def with_tags(metadata: Mapping[str, str], tags: Iterable[str]) -> dict[str, str]:
    """The metadata with these tags instead of those they had; a comma within a tag parts it."""
    rest = {name: value for name, value in metadata.items() if name != TAGS}
    kept = _once(part for tag in tags for part in tag.split(","))
    return {**rest, TAGS: ", ".join(kept)} if kept else rest


def has_tag(metadata: Mapping[str, str], tag: str) -> bool:
    """Whether the tag is among them, without regard to letter case."""
    return name_key(tag.strip()) in map(name_key, tags_of(metadata))


def _once(parts: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for part in parts:
        word = " ".join(part.split())
        if word:
            kept.setdefault(name_key(word), word)
    return tuple(kept.values())
