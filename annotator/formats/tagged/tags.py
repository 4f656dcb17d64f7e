"""Chunk tags: a label on a run of tokens, written in five schemes and read in all of them.

Sources: IOB1 and IOB2, Tjong Kim Sang and Veenstra 1999, "Representing Text Chunks"; BILOU, Ratinov and Roth
2009; BIOES is the same with E and S for L and U. In a tag column a label's white space, control characters
and percent signs stand as %XX of their UTF-8, so that two labels never become one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

OUTSIDE: Final = "O"
SCHEMES: Final = {
    "iob1": ("I", "I", "I", "I"),
    "iob2": ("B", "I", "I", "B"),
    "bioes": ("B", "I", "E", "S"),
    "bilou": ("B", "I", "L", "U"),
    "io": ("I", "I", "I", "I"),
}
"""Letters for the first of several tokens, those between, the last of several, and the only one."""

_BEGINS: Final = frozenset("BSU")
_ENDS: Final = frozenset("ESLU")
_PREFIXES: Final = frozenset("BIESLUM")
_ESCAPED: Final = re.compile(r"[%\s\x00-\x1f\x7f]")


class Chunk(NamedTuple):
    """A label on the tokens from `first` to `last`, both inclusive."""

    first: int
    last: int
    label: str


@cache
def escape_label(label: str) -> str:
    """The label as it stands in a tag; `unescape_label` gives it back."""
    return _ESCAPED.sub(lambda found: quote(found[0]), label)


def unescape_label(tag: str) -> str:
    """The label of a tag that `escape_label` made; one with a stray percent sign is left as it is."""
    try:
        return unquote(tag, errors="strict") if "%" in tag else tag
    except UnicodeDecodeError:
        return tag


def put_tags(
    tags: list[str], chunks: Iterable[Chunk], scheme: str, breaks: Collection[int] = (), lead: str = ""
) -> None:
    """Write the chunks' tags into one column.

    Args:
        tags: the column, one tag a token, changed in place.
        chunks: in order, not overlapping.
        scheme: one of `SCHEMES`.
        breaks: first tokens of sentences; chunks of one label that meet there need no parting in IOB1.
        lead: what stands before each tag.
    """
    first_letter, inner, last_letter, only = (lead + letter for letter in SCHEMES[scheme])
    before: Chunk | None = None
    for chunk in chunks:
        first, last, label = chunk
        name = escape_label(label)
        if first == last:
            tags[first] = f"{only}-{name}"
        else:
            tags[first] = f"{first_letter}-{name}"
            tags[last] = f"{last_letter}-{name}"
            if last - first > 1:
                tags[first + 1 : last] = [f"{inner}-{name}"] * (last - first - 1)
        if (
            scheme == "iob1"
            and before
            and before.last + 1 == first
            and before.label == label
            and first not in breaks
        ):
            tags[first] = f"{lead}B-{name}"
        before = chunk


def has_letter(tag: str) -> bool:
    """Whether the tag is a letter and a label, not a label alone."""
    return len(tag) > 2 and tag[0] in _PREFIXES and tag[1] in "-_"


@cache
def split_tag(tag: str) -> tuple[str, str] | None:
    """(letter, label) of a tag, ("I", label) of one without a letter, None for outside.

    Raises:
        ValueError: the tag is empty, or a letter without a label.
    """
    if tag in {OUTSIDE, "_", "-"}:
        return None
    if has_letter(tag):
        return tag[0], unescape_label(tag[2:])
    if not tag or (tag[0] in _PREFIXES and tag[1:] in {"", "-"}):
        raise ValueError(tag)
    return "I", unescape_label(tag)


def chunks_of(tags: Sequence[str]) -> Iterator[Chunk]:
    """The chunks of one sentence's column in any scheme; ValueError as `split_tag`.

    A tag that goes on after another label, or after none, begins a chunk (as IOB1 means it).
    """
    first, label, is_open = 0, "", False
    for place, tag in enumerate(tags):
        if tag == OUTSIDE:
            if is_open:
                yield Chunk(first, place - 1, label)
                is_open = False
            continue
        parsed = split_tag(tag)
        if is_open and (parsed is None or parsed[0] in _BEGINS or parsed[1] != label):
            yield Chunk(first, place - 1, label)
            is_open = False
        if parsed is None:
            continue
        if not is_open:
            first, label, is_open = place, parsed[1], True
        if parsed[0] in _ENDS:
            yield Chunk(first, place, label)
            is_open = False
    if is_open:
        yield Chunk(first, len(tags) - 1, label)
