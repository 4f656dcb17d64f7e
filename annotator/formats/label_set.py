"""Label sets as files: JSON that a person can read, write by hand and hand on.

Every text may be one string, or one for each language: {"en": "…", "vi": "…"}. The form is in the manual,
page "Codebook". What is not as expected is refused with a sentence; keys that nobody knows are left alone.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NoReturn

from annotator.errors import FormatError
from annotator.formats.wording import shown
from annotator.messages import say
from annotator.model.codebook import (
    LONGEST_TEXT,
    Guidance,
    Preset,
    PresetLabel,
    example_of,
    example_parts,
)
from annotator.model.label import Label, is_key, is_name, name_key
from annotator.strict_json import JsonProblemError, objects_of, parse_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.messages import Message
    from annotator.model.codebook import Example

FORMAT: Final = "annotator-label-set"
VERSION: Final = 1
LARGEST: Final = 8_000_000
"""Bytes that a file may have."""

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_TEXTS: Final = ("heading", "definition", "use_when", "avoid_when")
_LANGUAGES: Final = ("en", "vi")


def read_label_set(data: bytes, file: str, language: str) -> Preset:
    """The label set that a file holds, in that language ("en" or "vi") where it has it.

    Raises:
        FormatError: it is damaged, no label set, or made by a newer version.
    """
    return _Reader(file, language).read(data)


def write_label_set(preset: Preset) -> bytes:
    """The file of a label set; equal label sets give equal bytes."""
    every = {
        "format": FORMAT,
        "version": VERSION,
        "name": preset.name,
        "about": preset.about,
        "guidelines": preset.guidelines,
        "labels": [_label_parts(each) for each in preset.labels],
    }
    told = {key: value for key, value in every.items() if value or key == "labels"}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _label_parts(each: PresetLabel) -> dict[str, Any]:
    label, guidance = each.label, each.guidance
    every = {
        "uid": label.uid,
        "name": label.name,
        "colour": label.colour,
        "key": label.key,
        "short": label.short,
        "heading": guidance.heading,
        "definition": label.definition,
        "use_when": guidance.use_when,
        "avoid_when": guidance.avoid_when,
        "examples": [example_parts(example) for example in guidance.examples],
    }
    return {key: value for key, value in every.items() if value}


class _Reader:
    def __init__(self, file: str, language: str) -> None:
        self._file = file
        self._languages = (language, *(other for other in _LANGUAGES if other != language))

    def read(self, data: bytes) -> Preset:
        value = self._object(data)
        if value.get("format") != FORMAT:
            self._refuse(say("it is no label set (“format” is not “{format}”)", format=FORMAT))
        self._check_version(value.get("version"))
        items = value.get("labels")
        if not isinstance(items, list) or not items:
            self._refuse(say("it lists no labels"))
        labels = tuple(self._label(item, place) for place, item in enumerate(items))
        self._check_alone(labels)
        return Preset(
            self._text(value, "name")[0] or self._file,
            self._text(value, "about")[0],
            labels,
            self._text(value, "guidelines")[0],
        )

    def _object(self, data: bytes) -> dict[str, Any]:
        try:
            if len(data) > LARGEST:
                self._refuse(say("it is larger than any label set"))
            text = data.decode("utf-8-sig")
            value = objects_of(parse_line(text, file=self._file, number=1), file=self._file, number=1)
        except UnicodeDecodeError as error:
            self._refuse(say("it is not UTF-8 (byte {place})", place=error.start), error)
        except JsonProblemError as error:
            self._refuse(error.problem, error)
        if not isinstance(value, dict):
            self._refuse(say("it holds no JSON object"))
        return value

    def _check_version(self, version: object) -> None:
        if type(version) is not int or version < 1:
            self._refuse(say("it does not say its version"))
        if version > VERSION:
            raise FormatError(
                say(
                    "{file} was made by a newer version (label set {theirs}, this program reads up to "
                    "{ours}). Nothing was changed; update the program to load it.",
                    file=self._file,
                    theirs=version,
                    ours=VERSION,
                )
            )

    def _label(self, item: object, place: int) -> PresetLabel:
        if not isinstance(item, dict):
            self._refuse(say("label {number} is no object", number=place + 1))
        name, names = self._text(item, "name")
        if not all(map(is_name, names)) or not names:
            self._refuse(say("label {number} has no name that can be used", number=place + 1))
        colour, key, uid = (self._text(item, field)[0] for field in ("colour", "key", "uid"))
        if colour and not _COLOUR.fullmatch(colour):
            self._refuse(say("{value} is no colour, in the label {name}", value=shown(colour), name=name))
        if key and not is_key(key):
            self._refuse(say("{value} is no key, in the label {name}", value=shown(key), name=name))
        heading, definition, use_when, avoid_when = (self._text(item, field)[0] for field in _TEXTS)
        label = Label(uid, name, colour.lower(), key, definition, self._text(item, "short")[0], place)
        return PresetLabel(
            label, Guidance(uid, heading, use_when, avoid_when, self._examples(item, name)), names
        )

    def _examples(self, item: dict[str, Any], name: str) -> tuple[Example, ...]:
        found = []
        for each in item.get("examples") or ():
            try:
                note = {"note": self._text(each, "note")[0]} if isinstance(each, dict) else {}
                found.append(example_of({**each, **note}))
            except (ValueError, KeyError, TypeError) as error:
                self._refuse(say("an example of {name} does not fit its own text", name=name), error)
        return tuple(found)

    def _check_alone(self, labels: tuple[PresetLabel, ...]) -> None:
        if twice := _twice(name_key(each.label.name) for each in labels):
            self._refuse(say("two labels have the name {value}", value=shown(twice)))
        if twice := _twice(each.label.key.casefold() for each in labels):
            self._refuse(say("two labels have the key {value}", value=shown(twice)))
        if twice := _twice(each.label.uid for each in labels):
            self._refuse(say("two labels have the uid {value}", value=shown(twice)))

    def _text(self, item: dict[str, Any], key: str) -> tuple[str, tuple[str, ...]]:
        """The text in the wanted language, and all that there are."""
        found = item.get(key)
        texts = found if isinstance(found, dict) else {self._languages[0]: found}
        if not all(map(_is_text, texts.values())):
            self._refuse(say("“{key}” is {value}", key=key, value=shown(found)))
        told = {language: text for language, text in texts.items() if text}
        best = next((told[language] for language in self._languages if language in told), "")
        return best or next(iter(told.values()), ""), tuple(told.values())

    def _refuse(self, problem: Message, error: Exception | None = None) -> NoReturn:
        raise FormatError(
            say(
                "{file} cannot be loaded as a label set: {problem}. Nothing was changed.",
                file=self._file,
                problem=problem,
            )
        ) from error


def _is_text(value: object) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= LONGEST_TEXT)


def _twice(values: Iterable[str]) -> str:
    """The first value that comes a second time, "" for none."""
    seen: set[str] = set()
    for value in filter(None, values):
        if value in seen:
            return value
        seen.add(value)
    return ""
