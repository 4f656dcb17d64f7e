"""doccano's list of label types, which stands in a file of its own beside the texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import Problems, ReadOptions, Source
from annotator.formats.json_records import records
from annotator.formats.lines import numbered_lines
from annotator.formats.wording import shown
from annotator.messages import say
from annotator.model.label import Label, is_key, is_name, name_key
from annotator.strict_json import JsonProblemError

if TYPE_CHECKING:
    from annotator.formats.json_records import Record

FILES: Final = ("label_types.json", "label_config.json")
"""What doccano calls it, the present name first."""

_NUMBER: Final = re.compile(r'"label": ?([0-9]{1,9})\b')
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_MARKS: Final = frozenset({"background_color", "suffix_key", "prefix_key", "text_color"})
_OF_SPANS: Final = (None, "Span")


@dataclass(slots=True)
class LabelTypes:
    """The label types of one project.

    Attributes:
        labels: those of spans, in the file's order.
        names: of all of them, by doccano's number; by one below 0 where it gives none.
    """

    labels: list[Label] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)


def is_label_type(fields: dict[str, Any]) -> bool:
    """Whether a record describes a label and is no text."""
    return "text" in fields and not _MARKS.isdisjoint(fields)


def label_types_beside(source: Source, options: ReadOptions, problems: Problems) -> LabelTypes:
    """The label types that stand beside the file of texts, if it uses any of them; else none.

    What is wrong with that file is a problem of its own, named by its name.

    Raises:
        FormatError: the file of texts cannot be read.
    """
    for name in FILES:
        path = source.path.with_name(name)
        if path != source.path and path.is_file():
            types = _read(Source(path, name), problems)
            return types if _uses(source, options, types) else LabelTypes()
    return LabelTypes()


def _uses(source: Source, options: ReadOptions, types: LabelTypes) -> bool:
    """Whether the file has one of the labels: folders hold lists of other projects, too."""
    names = types.names.values()
    strings = {encode_basestring(name) for name in names} | {encode_basestring_ascii(name) for name in names}
    for _, line in numbered_lines(source, options, Problems(source.name)):
        if any(string in line for string in strings):
            return True
        if any(int(found[1]) in types.names for found in _NUMBER.finditer(line)):
            return True
    return False


def _read(source: Source, problems: Problems) -> LabelTypes:
    found = LabelTypes()
    keys: set[str] = set()
    names: set[str] = set()
    own = Problems(source.name)
    for record in records(source, ReadOptions(), own):
        fields = _fields(record, own)
        if fields is None:
            continue
        label = _label(fields, keys, len(found.labels))
        number = fields.get("id")
        found.names[number if type(number) is int else -1 - len(found.names)] = label.name
        if fields.get("task_type") in _OF_SPANS and name_key(label.name) not in names:
            names.add(name_key(label.name))
            found.labels.append(label)
    for message in own.found:
        problems.add(message)
    return found


def _fields(record: Record, problems: Problems) -> dict[str, Any] | None:
    try:
        fields = record.fields()
    except JsonProblemError as error:
        problems.add(record.says(error.problem))
        return None
    name = fields.get("text")
    if isinstance(name, str) and is_name(name):
        return fields
    problems.add(record.says(say("{value} cannot be the name of a label", value=shown(name))))
    return None


def _label(fields: dict[str, Any], keys: set[str], position: int) -> Label:
    """The label as far as it can be had here: a key that is taken or has two signs is left out."""
    colour, key = fields.get("background_color"), fields.get("suffix_key")
    if not isinstance(key, str) or fields.get("prefix_key") or not is_key(key) or key.casefold() in keys:
        key = ""
    keys.add(key.casefold())
    if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
        colour = ""
    return Label("", fields["text"], colour.lower(), key, position=position)
