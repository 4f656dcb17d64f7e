"""JSON as we accept it: one value a line, every doubtful thing refused with a sentence. RFC 8259 and I-JSON.

The standard library's parser takes NaN, 1e400, the last of two equal keys and half a surrogate pair; here all
of these are problems. Keys are counted in the raw line, which proves that none came twice without a hook on
every object; only a line where the count cannot prove it is parsed again with the hook.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NoReturn

from annotator.messages import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 200
_ESCAPE_IN_DOUBT = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_SPACE_BEFORE_COLON: Final = (" :", "\t:", "\r:")


class JsonProblemError(ValueError):
    """The line is not JSON as we accept it; `message` needs no more than to be shown."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def parse_line(line: str, *, file: str, number: int) -> tuple[Any, int]:
    """The value of one line, and how many keys the raw line can have at most.

    The caller adds up the keys of the objects it gets; if they are fewer than the number returned, it must
    call `check_keys`, because then a key may have come twice.

    Args:
        line: without its line feed.
        file: name for messages.
        number: of the line, from 1, for messages.

    Raises:
        JsonProblemError: not valid, too deep, a number out of range, half a surrogate pair or NUL in a
        string.
    """
    value = _decode(_DECODER, line, file, number)
    if _ESCAPE_IN_DOUBT.search(line):
        _check_strings(value, file, number)
    most = line.count('":')
    if any(pair in line for pair in _SPACE_BEFORE_COLON):
        most = max(most, len(line))
    return value, most


def check_keys(line: str, *, file: str, number: int) -> None:
    """Prove that no object of the line has a key twice.

    Raises:
        JsonProblemError: one has; the key is named.
    """

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
            raise JsonProblemError(
                say(
                    "{file}, line {line}: the key “{key}” comes twice in one object. Nothing was imported.",
                    file=file,
                    line=number,
                    key=twice,
                )
            )
        return found

    json.JSONDecoder(object_pairs_hook=unique).decode(line)


def strings_of(value: object, depth: int = 0) -> Iterator[str]:
    """Every string of a parsed value, keys too.

    Raises:
        RecursionError: deeper than `MAX_DEPTH`.
    """
    if depth > MAX_DEPTH:
        raise RecursionError
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from strings_of(held, depth + 1)
    elif isinstance(value, list):
        for held in value:
            yield from strings_of(held, depth + 1)


def keys_of(value: object) -> int:
    """How many keys the objects of a parsed value have together."""
    if isinstance(value, dict):
        return len(value) + sum(keys_of(held) for held in value.values() if isinstance(held, (dict, list)))
    if isinstance(value, list):
        return sum(keys_of(held) for held in value if isinstance(held, (dict, list)))
    return 0


def _decode(decoder: json.JSONDecoder, line: str, file: str, number: int) -> Any:
    try:
        return decoder.decode(line)
    except json.JSONDecodeError as error:
        raise JsonProblemError(_syntax(error, file, number)) from error
    except RecursionError as error:
        raise JsonProblemError(too_deep(file, number)) from error
    except ValueError as error:
        raise JsonProblemError(
            say(
                "{file}, line {line}: a number is not finite or too long ({detail}). Nothing was imported.",
                file=file,
                line=number,
                detail=str(error)[:60],
            )
        ) from error


def too_deep(file: str, number: int) -> Message:
    """The sentence for a value nested deeper than `MAX_DEPTH`."""
    return say(
        "{file}, line {line}: lists or objects are nested more than {depth} deep. Nothing was imported.",
        file=file,
        line=number,
        depth=MAX_DEPTH,
    )


def _syntax(error: json.JSONDecodeError, file: str, number: int) -> Message:
    place = error.pos + 1
    if error.msg.startswith("Unterminated string"):
        return say(
            "{file}, line {line}: not valid JSON (ends inside a string). Nothing was imported.",
            file=file,
            line=number,
        )
    if error.pos >= len(error.doc.rstrip()):
        return say(
            "{file}, line {line}: not valid JSON (ends too early). Nothing was imported.",
            file=file,
            line=number,
        )
    if error.msg.startswith("Extra data"):
        return say(
            "{file}, line {line}: not valid JSON (something follows the object at column {column}; one line "
            "is one object). Nothing was imported.",
            file=file,
            line=number,
            column=place,
        )
    return say(
        "{file}, line {line}: not valid JSON (at column {column}: “{near}”). Nothing was imported.",
        file=file,
        line=number,
        column=place,
        near=error.doc[error.pos : error.pos + 20],
    )


def _check_strings(value: object, file: str, number: int) -> None:
    try:
        for text in strings_of(value):
            if "\0" in text:
                raise JsonProblemError(_bad_character(file, number, "U+0000"))
            text.encode()
    except UnicodeEncodeError as error:
        raise JsonProblemError(
            _bad_character(file, number, f"U+{ord(error.object[error.start]):04X}")
        ) from error
    except RecursionError as error:
        raise JsonProblemError(too_deep(file, number)) from error


def _bad_character(file: str, number: int, character: str) -> Message:
    return say(
        "{file}, line {line}: a text holds {character}, which no text can hold (NUL or half of a surrogate "
        "pair). Nothing was imported.",
        file=file,
        line=number,
        character=character,
    )


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits[:30])
    return number


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite)
