"""Sentences for people, without Qt: an English template with its values, translated only when shown.

Everything below the window (command line, services, storage, formats) speaks through `say`. A message is
stored and passed on as template and values, so that one library can be read in English by one person and in
Vietnamese by the next. The window's own strings go through Qt Linguist instead and do not belong here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from annotator.visible import isolated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import TypeAlias

    Value: TypeAlias = "str | int | float | Message | Way"
    Catalogue = Mapping[str, str]
    Numbers = Callable[[int], str]

_COUNTS: Final = frozenset(("count", "documents", "labels", "spans", "texts"))
"""Values that are counts, to be read with separators; line numbers and places in a text are looked up."""


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: `text` is the English template, `values` what stands in its braces.

    A value may be a message itself: it is said in the same language.
    """

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.render()

    def render(
        self, catalogue: Catalogue | None = None, numbers: Numbers = str, *, in_window: bool = False
    ) -> str:
        """The sentence in the catalogue's language; in English where it has none.

        `numbers` writes the counts in it; ways out are said for the window or for the command line. Unseen
        characters of the values are shown as their numbers.

        A template may hold two forms, "one|many": the first is taken when the value `count` is 1.
        """
        template = (catalogue or {}).get(self.text, self.text)
        forms = template.split("|")
        chosen = forms[-1] if self.values.get("count") != 1 else forms[0]

        def said(name: str, value: Value) -> str | int | float:
            if isinstance(value, Way):
                value = value.in_window if in_window else value.by_command
            if isinstance(value, Message):
                return value.render(catalogue, numbers, in_window=in_window)
            if isinstance(value, str):
                return isolated(value)
            return numbers(value) if name in _COUNTS and isinstance(value, int) else value

        return chosen.format(**{name: said(name, value) for name, value in self.values.items()})

    def dump(self) -> str:
        """The message as JSON text, for storing; `Message.load` gives it back."""
        return json.dumps(_parts(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def load(cls, stored: str) -> Message:
        """The message that `dump` wrote."""
        return _whole(json.loads(stored))


@dataclass(frozen=True, slots=True)
class Way:
    """What a person can do about an error, in a complete sentence each; a value of the error's message.

    Attributes:
        by_command: which command does it.
        in_window: where the window does it.
    """

    by_command: Message
    in_window: Message


def _parts(message: Message) -> dict[str, Any]:
    stored = {
        name: value.by_command if isinstance(value, Way) else value for name, value in message.values.items()
    }
    values = {name: _parts(value) if isinstance(value, Message) else value for name, value in stored.items()}
    return {"text": message.text, "values": values}


def _whole(parts: Mapping[str, Any]) -> Message:
    values = parts["values"].items()
    return Message(
        parts["text"], {name: _whole(value) if isinstance(value, dict) else value for name, value in values}
    )


def say(text: str, /, **values: Value) -> Message:
    """The message of a literal English template; the literal is what the translators' check looks for."""
    return Message(text, values)


def load_catalogue(folder: Path) -> Catalogue:
    """English template -> translated template, out of all JSON files of a folder.

    Raises:
        OSError, ValueError: a file cannot be read or is no JSON object.
    """
    entries: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")):
        entries.update(json.loads(path.read_text(encoding="utf-8")))
    return entries
