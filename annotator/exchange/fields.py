"""Taking typed values out of a package's JSON: what is missing, of a wrong kind or too much is said."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

from annotator.messages import say
from annotator.model.identity import is_uid
from annotator.model.label import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import Enum

    from annotator.messages import Message

    Kind = TypeVar("Kind", bound=Enum)
    Value = TypeVar("Value", str, bool, int, list[Any], dict[str, Any])

_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_LONGEST_THING: Final = 500
_SHOWN: Final = 60
_AN_OBJECT: Final = say("an object")
_A_LIST: Final = say("a list")
_A_NUMBER: Final = say("a whole number")
_A_FLAG: Final = say("true or false")
_A_TEXT: Final = say("a text")


class WrongRecordError(ValueError):
    """A record is not what it must be; `problem` says why, without a full stop."""

    def __init__(self, problem: Message) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Fields:
    """The values of one object, each taken once by its key; `finish` refuses what was not taken.

    A method given a default answers it when the key is missing; without one the key must be there. All raise
    `WrongRecordError`.
    """

    def __init__(self, value: object, where: str = "") -> None:
        if not isinstance(value, dict):
            raise WrongRecordError(
                say("“{key}” must be an object", key=where) if where else say("it is no object")
            )
        self._left: dict[str, Any] = dict(value)

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def finish(self) -> None:
        """Nothing more is expected."""
        for key in self._left:
            raise WrongRecordError(say("it holds “{key}”, which no package has there", key=shown(key)))

    def text(self, key: str, default: str | None = None) -> str:
        """Any text."""
        return self._take(key, str, default, _A_TEXT)

    def flag(self, key: str, default: bool | None = None) -> bool:
        """True or false."""
        return self._take(key, bool, default, _A_FLAG)

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        number = self._take(key, int, None, _A_NUMBER)
        if not least <= number <= most:
            raise WrongRecordError(
                say(
                    "“{key}” is {number}, not from {least} to {most}",
                    key=key,
                    number=number,
                    least=least,
                    most=most,
                )
            )
        return number

    def uid(self, key: str) -> str:
        """A uid in canonical form."""
        return self._sound(key, self.text(key), is_uid)

    def name(self, key: str, default: str | None = None) -> str:
        """One line of text as `is_name` allows it: uids of documents, labels and spans may be any such."""
        text = self.text(key, default)
        return text if text == default else self._sound(key, text, is_name)

    def thing(self, key: str) -> str:
        """The uid of a change, or of what it changed: one line, somewhat longer than a name."""
        return self._sound(key, self.text(key), is_thing)

    def time(self, key: str) -> str:
        """A time in UTC, ISO 8601 with "Z"."""
        return self._sound(key, self.text(key), is_time)

    def choice(self, key: str, kind: type[Kind], default: Kind | None = None) -> Kind:
        """A member of an enumeration by its value."""
        text = self.text(key, None if default is None else default.value)
        found = next((member for member in kind if member.value == text), None)
        return found or self._unsound(key, text)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of lines as `name` takes them, none of them twice; () when it is missing."""
        found = self._take(key, list, [], _A_LIST)
        for item in found:
            if not isinstance(item, str) or not is_name(item):
                self._unsound(key, item)
        if len(set(found)) < len(found):
            raise WrongRecordError(say("“{key}” names the same thing twice", key=key))
        return tuple(found)

    def things(self, key: str) -> tuple[str, ...]:
        """A list of texts as `thing` takes them; () when it is missing."""
        found = self._take(key, list, [], _A_LIST)
        for item in found:
            if not isinstance(item, str) or not is_thing(item):
                self._unsound(key, item)
        return tuple(found)

    def within(self, key: str) -> Fields:
        """An object in this one."""
        return Fields(self._take(key, dict, None, _AN_OBJECT))

    def each(self, key: str) -> Iterator[Fields]:
        """The objects of a list; none when it is missing."""
        for item in self._take(key, list, [], _A_LIST):
            yield Fields(item, key)

    def strings(self, key: str) -> dict[str, str]:
        """An object all of whose values are texts; {} when it is missing."""
        found = self._take(key, dict, {}, _AN_OBJECT)
        for name, value in found.items():
            if not isinstance(value, str):
                raise WrongRecordError(say("“{key}” in “{where}” must be a text", key=shown(name), where=key))
        return found

    def pairs(self, key: str) -> tuple[tuple[int, int], ...] | None:
        """A list of lists of two whole numbers; None when it is missing."""
        if key not in self._left:
            return None
        found = self._take(key, list, None, _A_LIST)
        for item in found:
            if (
                not isinstance(item, list)
                or len(item) != 2
                or any(type(number) is not int for number in item)
            ):
                self._unsound(key, item)
        return tuple((first, last) for first, last in found)

    def anything(self, key: str) -> Any:
        """What stands under a key, whatever it is; None when it is missing."""
        return self._left.pop(key, None)

    def _take(self, key: str, kind: type[Value], default: Value | None, expected: Message) -> Value:
        if key not in self._left:
            if default is None:
                raise WrongRecordError(say("“{key}” is missing", key=key))
            return default
        value: Value = self._left.pop(key)
        if type(value) is not kind:
            raise WrongRecordError(say("“{key}” must be {expected}", key=key, expected=expected))
        return value

    def _sound(self, key: str, text: str, rule: Any) -> str:
        if not rule(text):
            self._unsound(key, text)
        return text

    def _unsound(self, key: str, value: object) -> NoReturn:
        raise WrongRecordError(say("“{key}” cannot be “{value}”", key=key, value=shown(str(value))))


def shown(text: str) -> str:
    """A text from a file as it may stand in a sentence: on one line, and not long."""
    line = "".join(sign if sign.isprintable() else "·" for sign in text[:_SHOWN])
    return line if len(text) <= _SHOWN else f"{line}…"


def is_time(text: str) -> bool:
    """Whether this is a time in UTC, ISO 8601 with "Z", on a day that there is."""
    if not _TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_thing(text: str) -> bool:
    """Whether a change, or what it changed, may be known by this: one line that everybody sees."""
    return 0 < len(text) <= _LONGEST_THING and text.isprintable()
