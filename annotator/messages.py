"""Sentences for people, without Qt: an English template with its values, translated only when shown.

Everything below the window (command line, services, storage, formats) speaks through `say`. A message is
stored and passed on as template and values, so that one library can be read in English by one person and in
Vietnamese by the next. The window's own strings go through Qt Linguist instead and do not belong here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Value = str | int | float
    Catalogue = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: `text` is the English template, `values` what stands in its braces."""

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.render()

    def render(self, catalogue: Catalogue | None = None) -> str:
        """The sentence in the catalogue's language; in English where it has none.

        A template may hold two forms, "one|many": the first is taken when the value `count` is 1.
        """
        template = (catalogue or {}).get(self.text, self.text)
        forms = template.split("|")
        chosen = forms[-1] if self.values.get("count") != 1 else forms[0]
        return chosen.format(**self.values)

    def dump(self) -> str:
        """The message as JSON text, for storing; `Message.load` gives it back."""
        parts = {"text": self.text, "values": dict(self.values)}
        return json.dumps(parts, ensure_ascii=False, sort_keys=True)

    @classmethod
    def load(cls, stored: str) -> Message:
        """The message that `dump` wrote."""
        data = json.loads(stored)
        return cls(data["text"], data["values"])


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
