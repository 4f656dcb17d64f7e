"""JSON as we accept it: one value a line, every doubtful thing refused with a sentence. RFC 8259 and I-JSON.

The standard library's parser takes NaN, 1e400, the last of two equal keys and half a surrogate pair; here all
of these are problems. The parser gives every object as the pairs that stand in the file, so that a key that
comes twice can be seen, and many like objects can be taken apart a column at a time without ever becoming
dictionaries; `objects_of` makes dictionaries of the others.
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
_NESTING: Final = (list, tuple)
_MARGIN: Final = 20
"""Signs at the end of a text that may be the beginning of what is missing there."""
_ESCAPE_IN_DOUBT = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


class JsonProblemError(ValueError):
    """The line is not JSON as we accept it.

    Attributes:
        problem: what is wrong with it, without a full stop.
        message: the same with file and line, ready to be shown by an import.
    """

    def __init__(self, problem: Message, file: str, number: int) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.message = say(
            "{file}, line {line}: {problem}. Nothing was imported.", file=file, line=number, problem=problem
        )


class UnfinishedError(JsonProblemError):
    """The text ends within the value."""


class _NumberError(ValueError):
    """A number that JSON does not have, or that is beyond all measure; the argument is how it is written."""


def parse_line(line: str, *, file: str, number: int) -> Any:
    """The value of one line; an object is a tuple of (key, value), an array a list.

    Args:
        line: without its line feed.
        file: name for messages.
        number: of the line, from 1, for messages.

    Raises:
        JsonProblemError: not valid, too deep, a number out of range, half a surrogate pair or NUL in a
            string.
    """
    value = _decode(line, file, number)
    if "\\" in line and _ESCAPE_IN_DOUBT.search(line):
        _check_strings(value, file, number)
    return value


def next_value(text: str, place: int, *, file: str, number: int) -> tuple[Any, int]:
    """The value that begins at `place` of a text in which others follow, as `parse_line` gives it; its end.

    Raises:
        JsonProblemError: as `parse_line`.
        UnfinishedError: what is wrong is at the end of the text, so that more of it may mend it.
    """
    try:
        value, end = _DECODER.raw_decode(text, place)
    except json.JSONDecodeError as error:
        if error.msg.startswith("Unterminated") or error.pos + _MARGIN >= len(text):
            raise UnfinishedError(_syntax(error), file, number) from error
        raise JsonProblemError(_syntax(error), file, number) from error
    except (RecursionError, ValueError) as error:
        raise _not_accepted(error, file, number) from error
    if _ESCAPE_IN_DOUBT.search(text, place, end):
        _check_strings(value, file, number)
    return value, end


def objects_of(value: Any, *, file: str, number: int, depth: int = 0) -> Any:
    """The value with dictionaries for objects, all the way down; `depth` is how many levels it lies within.

    Raises:
        JsonProblemError: an object has a key twice, or it is nested deeper than `MAX_DEPTH`.
    """
    if type(value) not in _NESTING:
        return value
    if depth >= MAX_DEPTH:
        raise JsonProblemError(_TOO_DEEP, file, number)
    if type(value) is list:
        return [objects_of(held, file=file, number=number, depth=depth + 1) for held in value]
    found = unique_keys(value, file=file, number=number)
    for key, held in value:
        if type(held) in _NESTING:
            found[key] = objects_of(held, file=file, number=number, depth=depth + 1)
    return found


def unique_keys(pairs: tuple[tuple[str, Any], ...], *, file: str, number: int) -> dict[str, Any]:
    """The dictionary of one object; what it holds is left as it is.

    Raises:
        JsonProblemError: a key comes twice.
    """
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
    raise JsonProblemError(say("the key “{key}” comes twice in one object", key=twice), file, number)


def _strings_of(value: object, depth: int = 0) -> Iterator[str]:
    """Every string of a parsed value, keys too; RecursionError if it is deeper than `MAX_DEPTH`."""
    if depth > MAX_DEPTH:
        raise RecursionError
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for key, held in value:
            yield key
            yield from _strings_of(held, depth + 1)
    elif isinstance(value, list):
        for held in value:
            yield from _strings_of(held, depth + 1)


def _decode(line: str, file: str, number: int) -> Any:
    try:
        return _DECODER.decode(line)
    except json.JSONDecodeError as error:
        raise JsonProblemError(_syntax(error), file, number) from error
    except (RecursionError, ValueError) as error:
        raise _not_accepted(error, file, number) from error


def _not_accepted(error: Exception, file: str, number: int) -> JsonProblemError:
    """What is wrong with JSON that is well formed."""
    if isinstance(error, RecursionError):
        return JsonProblemError(_TOO_DEEP, file, number)
    if isinstance(error, _NumberError):
        problem = say("{number} is no number that can be kept", number=str(error))
        return JsonProblemError(problem, file, number)
    # the one other kind: Python reads no numbers of over 4,300 digits
    return JsonProblemError(say("a number has thousands of digits"), file, number)


_TOO_DEEP: Final = say("lists or objects are nested more than {depth} deep", depth=MAX_DEPTH)


def _syntax(error: json.JSONDecodeError) -> Message:
    place = error.pos + 1
    if error.msg.startswith("Unterminated string"):
        return say("not valid JSON (ends inside a string)")
    if error.pos >= len(error.doc.rstrip()):
        return say("not valid JSON (ends too early)")
    if error.msg.startswith("Extra data"):
        return say(
            "not valid JSON (something follows the object at column {column}; one line is one object)",
            column=place,
        )
    near = error.doc[error.pos : error.pos + 20]
    return say("not valid JSON (at column {column}: “{near}”)", column=place, near=near)


def _check_strings(value: object, file: str, number: int) -> None:
    try:
        for text in _strings_of(value):
            if "\0" in text:
                raise JsonProblemError(_bad_character("U+0000"), file, number)
            text.encode()
    except UnicodeEncodeError as error:
        character = f"U+{ord(error.object[error.start]):04X}"
        raise JsonProblemError(_bad_character(character), file, number) from error
    except RecursionError as error:
        raise JsonProblemError(_TOO_DEEP, file, number) from error


def _bad_character(character: str) -> Message:
    return say(
        "a text holds {character}, which no text can hold (NUL or half of a surrogate pair)",
        character=character,
    )


def _refuse_constant(name: str) -> NoReturn:
    raise _NumberError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _NumberError(digits[:30])
    return number


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=tuple, parse_constant=_refuse_constant, parse_float=_finite
)
