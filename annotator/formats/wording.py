"""How values of a file are quoted in messages, and what is said to be expected in their place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from annotator.messages import say

if TYPE_CHECKING:
    from annotator.messages import Message

_LIMIT: Final = 40
_TEXT: Final = say("a text")
_NAME: Final = say("a name of 1 to 200 characters on one line")
_EXPECTED: Final = {
    "annotator": _NAME,
    "annotators": say("a list of objects with a “name”, and a “kind” of person, source, machine or gold"),
    "colour": say("# and six hexadecimal digits"),
    "corpus": say("an object"),
    "flags": say("a list of the words question and unsure"),
    "format": say("the word annotator-jsonl"),
    "key": say("one character"),
    "label": _NAME,
    "labels": say("a list of names, all different, or of objects with a “name”"),
    "layers": say("a list of objects with an “annotator”"),
    "metadata": say("an object of texts"),
    "origin": _NAME,
    "parts": say("two or more pairs of start and end, in order, apart, and from the span's start to its end"),
    "spans": say("a list of objects with “start”, “end” and “label”"),
    "version": say("a whole number from 1"),
}


def wrong_value(key: str, found: object) -> Message:
    """What is wrong with a value of own JSONL: how it looks, and what was expected there."""
    return say(
        "“{key}” cannot be {value}; expected: {expected}",
        key=key,
        value=shown(found),
        expected=_EXPECTED.get(key, _TEXT),
    )


def no_label(label: str) -> Message:
    """That a label of a file is no name, without a full stop."""
    return say("{label} is no label; a label is 1 to 200 characters on one line", label=quoted(label))


def no_text(*texts: str) -> Message | None:
    """That a text of a file holds NUL, without a full stop; None if none of them does."""
    if not any("\0" in text for text in texts):
        return None
    return say(
        "a text holds {character}, which no text can hold (NUL or half of a surrogate pair)",
        character="U+0000",
    )


def shown(value: object, limit: int | None = _LIMIT) -> str:
    """A parsed JSON value as JSON text, cut to `limit` characters."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if limit is None or len(text) <= limit else f"{text[:limit]}…"


def quoted(text: str) -> str:
    """A stretch of text for a message: in quotes, control characters visible, cut to 40 characters."""
    return shown(text)
