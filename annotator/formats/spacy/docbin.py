"""DocBin, spaCy's file of annotated documents, packed and unpacked without a pipeline.

A DocBin is one message: strings once, and for each token 64-bit hashes of its attributes. It is put together
here and not by spaCy's own class because that holds ten attributes of each token of all documents in memory.

Packing and unpacking raise ImportError where the extra "spacy" is missing.
"""

from __future__ import annotations

import struct
from array import array
from itertools import accumulate
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple, Self

from annotator.formats.spacy.docbin_message import (
    DamagedError,
    Squeezing,
    decompressed,
    library,
    unpacked,
    values_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VERSION: Final = "0.1"
ORTH: Final = 65
ENT_IOB: Final = 77
ENT_TYPE: Final = 78
ENT_KB_ID: Final = 452
"""Attributes of tokens, by spaCy's numbers, which stand in files."""

INSIDE: Final = 1
OUTSIDE: Final = 2
BEGINS: Final = 3

_SPAN: Final = struct.Struct(">QQQllll")
_ATTRIBUTES: Final = (ORTH, ENT_IOB, ENT_TYPE)


class GroupSpan(NamedTuple):
    """A span of a group: tokens and code points, half open."""

    first: int
    last: int
    start: int
    end: int
    label: str


class Packer:
    """Takes documents one after the other and keeps their tokens in files until the message is written.

    A with-block, at the end of which the files are gone.
    """

    def __init__(self) -> None:
        self._hashes = _Hashes()
        self._pack = library().packed
        self._tokens = TemporaryFile()  # noqa: SIM115  (closed by `__exit__`)
        self._spaces = TemporaryFile()  # noqa: SIM115
        self._lengths = array("i")
        self._groups: list[bytes] = []
        self._user_data: list[bytes] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._tokens.close()
        self._spaces.close()

    def add(
        self,
        words: Sequence[str],
        spaces: bytes,
        entities: Sequence[tuple[int, int, str]],
        group: Sequence[GroupSpan],
        user_data: Mapping[str, Any],
    ) -> None:
        """One more document.

        Args:
            words: texts of its tokens.
            spaces: for each token 1 if a blank follows that is no token, else 0.
            entities: (first token, token after the last, label), in order and not overlapping.
            group: what stands in `doc.spans["sc"]`.
            user_data: what stands in `doc.user_data`.
        """
        hashes = self._hashes
        states, types = array("Q", [OUTSIDE]) * len(words), array("Q", [0]) * len(words)
        for first, last, label in entities:
            states[first:last] = array("Q", [BEGINS, *[INSIDE] * (last - first - 1)])
            types[first:last] = array("Q", [hashes[label]]) * (last - first)
        table = array("Q", bytes(8 * len(_ATTRIBUTES) * len(words)))
        table[0::3], table[1::3], table[2::3] = array("Q", map(hashes.__getitem__, words)), states, types
        self._tokens.write(table.tobytes())
        self._spaces.write(spaces)
        self._lengths.append(len(words))
        self._groups.append(self._pack({self._packed(group): ["sc"]}))
        self._user_data.append(self._pack(dict(user_data)))

    def write(self, stream: BinaryIO) -> None:
        """Write the message; nothing can be added any more."""
        out = Squeezing(stream)
        count = len(self._lengths)
        out.put(b"\x8a")  # a map of ten
        out.value("version", VERSION)
        out.value("attrs", list(_ATTRIBUTES))
        out.blob("tokens", self._tokens)
        out.blob("spaces", self._spaces)
        out.value("lengths", self._lengths.tobytes())
        out.value("strings", sorted(self._hashes))
        out.value("cats", [{}] * count)
        out.value("flags", [{"has_unknown_spaces": False}] * count)
        out.value("span_groups", self._groups)
        out.value("user_data", self._user_data)
        out.end()

    def _packed(self, group: Sequence[GroupSpan]) -> bytes:
        hashes = self._hashes
        spans = [_SPAN.pack(0, 0, hashes[one.label], *one[:4]) for one in group]
        packed: bytes = self._pack({"name": "sc", "attrs": {}, "spans": spans})
        return packed


class _Hashes(dict[str, int]):
    """String -> its number in spaCy, made when first met."""

    def __init__(self) -> None:
        super().__init__()
        self._store = library().new_store()

    def __missing__(self, string: str) -> int:
        self[string] = number = int(self._store.add(string))
        return number


class Entry(NamedTuple):
    """One document as it was packed.

    Attributes:
        words: texts of the tokens.
        spaces: for each token, whether a blank follows.
        attributes: attribute -> its numbers, one a token.
        groups: name of a group of spans -> its spans.
        links: how many spans of groups point into a knowledge base.
        user_data: of the document; keys and values are whatever was put there.
        categories: how many the document has.
    """

    words: list[str]
    spaces: bytes
    attributes: dict[int, Sequence[int]]
    groups: dict[str, list[GroupSpan]]
    links: int
    user_data: dict[Any, Any]
    categories: int


class Unpacked:
    """The documents of a DocBin.

    Args:
        data: the file.

    Raises:
        DamagedError: it is none, or larger than `LARGEST` when unpacked.
    """

    def __init__(self, data: bytes) -> None:
        message = values_of(memoryview(decompressed(data)))
        self._attributes: list[int] = _of_kind(message, "attrs", list)
        self._lengths = _numbers(message, "lengths", "i").tolist()
        self._tokens = _numbers(message, "tokens", "Q")
        self._spaces = _of_kind(message, "spaces", memoryview)
        count, total = len(self._lengths), sum(self._lengths)
        self._groups = _as_many(message, "span_groups", count)
        self._user_data = _as_many(message, "user_data", count)
        self._cats = _as_many(message, "cats", count)
        self._flags = _as_many(message, "flags", count)
        strings = _of_kind(message, "strings", list)
        if (
            min(self._lengths, default=0) < 0
            or ORTH not in self._attributes
            or len(self._tokens) != total * len(self._attributes)
            or len(self._spaces) != total
            or not all(isinstance(one, str) for one in strings)
        ):
            raise DamagedError("lengths do not agree")
        self._starts = list(accumulate(self._lengths, initial=0))
        self._store = library().new_store(strings)

    def __len__(self) -> int:
        return len(self._lengths)

    def string(self, number: int) -> str:
        """The string of a hash; DamagedError if the file does not hold it."""
        try:
            return str(self._store[number]) if number else ""
        except (KeyError, OverflowError) as error:
            raise DamagedError(f"no string {number}") from error

    def entry(self, number: int) -> Entry:
        """One document, counted from 0; DamagedError if anything of it is not as it should be."""
        first, last = self._starts[number : number + 2]
        width = len(self._attributes)
        table = self._tokens[first * width : last * width]
        attributes = {name: table[place::width].tolist() for place, name in enumerate(self._attributes)}
        words = [self.string(each) for each in attributes[ORTH]]
        unknown = isinstance(self._flags[number], dict) and self._flags[number].get("has_unknown_spaces")
        spaces = b"\1" * (len(words) - 1) + b"\0" if unknown and words else bytes(self._spaces[first:last])
        groups, links = self._groups_of(self._groups[number])
        user_data = unpacked(self._user_data[number], use_list=False) if self._user_data[number] else {}
        cats = self._cats[number]
        return Entry(
            words,
            spaces,
            attributes,
            groups,
            links,
            user_data if isinstance(user_data, dict) else {},
            len(cats) if isinstance(cats, dict) else 0,
        )

    def _groups_of(self, packed: object) -> tuple[dict[str, list[GroupSpan]], int]:
        """Groups by name; in files before spaCy 3.4 a plain list of groups."""
        found = unpacked(packed) if packed else []
        pairs = found.items() if isinstance(found, dict) else [(each, None) for each in found]
        groups: dict[str, list[GroupSpan]] = {}
        links = 0
        for each, names in pairs:
            group = unpacked(each)
            spans = [self._span(one) for one in _of_kind(group, "spans", list)]
            links += sum(1 for one in group["spans"] if _SPAN.unpack(one)[1])
            for name in names or [_of_kind(group, "name", str)]:
                groups[str(name)] = spans
        return groups, links

    def _span(self, packed: object) -> GroupSpan:
        try:
            _, _, label, *place = _SPAN.unpack(packed)  # type: ignore[arg-type]
        except (struct.error, TypeError) as error:
            raise DamagedError(str(error)) from error
        return GroupSpan(place[0], place[1], place[2], place[3], self.string(label))


def _of_kind(message: Any, key: str, kind: type) -> Any:
    found = message.get(key) if isinstance(message, dict) else None
    if not isinstance(found, kind):
        raise DamagedError(f"no {key}")
    return found


def _numbers(message: Any, key: str, code: str) -> Any:
    """A column of numbers, in the machine's byte order as numpy writes them."""
    try:
        return _of_kind(message, key, memoryview).cast(code)
    except TypeError as error:
        raise DamagedError(f"{key} ends too early") from error


def _as_many(message: dict[Any, Any], key: str, count: int) -> list[Any]:
    """A list with one item a document; nothing for each where the file has none."""
    found = message.get(key)
    if found is None:
        return [None] * count
    if not isinstance(found, list) or len(found) != count:
        raise DamagedError(f"{key}: not one a document")
    return found
