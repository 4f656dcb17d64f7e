"""The first line of own JSONL: label set, guidelines, and who the annotators are."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import IncomingHead
from annotator.formats.wording import wrong_value
from annotator.messages import say
from annotator.model.codebook import guidance_of
from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.label import Label, is_name

if TYPE_CHECKING:
    from annotator.formats.base import Problems
    from annotator.model.codebook import Guidance

FORMAT: Final = "annotator-jsonl"
VERSION: Final = 1
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_KINDS: Final = {kind.value: kind for kind in AnnotatorKind}


def read_head(value: dict[str, Any], file: str, number: int, problems: Problems) -> IncomingHead:
    """The head that a line's object describes; not to be used if `problems` has grown.

    Raises:
        FormatError: the file was made by a newer version, so that nothing after it can be understood either.
    """
    return _Head(file, number, problems).read(value)


class _Head:
    def __init__(self, file: str, number: int, problems: Problems) -> None:
        self._file = file
        self._number = number
        self._problems = problems
        self._guidance: dict[str, Guidance] = {}

    def read(self, value: dict[str, Any]) -> IncomingHead:
        self._check_version(value)
        corpus = value.get("corpus") or {}
        if not isinstance(corpus, dict):
            self._wrong("corpus", corpus)
            return IncomingHead()
        return IncomingHead(
            self._text(corpus, "name") or None,
            self._labels(corpus.get("labels") or []),
            self._annotators(value.get("annotators") or []),
            self._text(corpus, "guidelines"),
            self._guidance,
        )

    def _check_version(self, value: dict[str, Any]) -> None:
        if (name := value.get("format", FORMAT)) != FORMAT:
            self._wrong("format", name)
        version = value.get("version", VERSION)
        if type(version) is not int or version < 1:
            self._wrong("version", version)
        elif version > VERSION:
            self._problems.refuse(
                say(
                    "{file}: made by a newer version (format {theirs}, this program reads up to {ours}). "
                    "Nothing was imported.",
                    file=self._file,
                    theirs=version,
                    ours=VERSION,
                )
            )

    def _labels(self, items: object) -> tuple[Label, ...]:
        labels: dict[str, Label] = {}
        for item in items if isinstance(items, list) else [items]:
            label = self._label({"name": item} if isinstance(item, str) else item, len(labels))
            if label is None:
                continue
            key = unicodedata.normalize("NFC", label.name).casefold()
            if key in labels:
                self._wrong("labels", item)
            labels[key] = label
        return tuple(labels.values())

    def _label(self, item: object, position: int) -> Label | None:
        name = item.get("name") if isinstance(item, dict) else None
        if not isinstance(item, dict) or not isinstance(name, str) or not is_name(name):
            self._wrong("labels", item)
            return None
        colour, key = self._text(item, "colour"), self._text(item, "key")
        if colour and not _COLOUR.fullmatch(colour):
            self._wrong("colour", colour)
        if len(key) > 1:
            self._wrong("key", key)
        definition, short = self._text(item, "definition"), self._text(item, "short")
        label = Label(self._text(item, "uid"), name, colour.lower(), key, definition, short, position)
        self._read_guidance(label, item)
        return label

    def _read_guidance(self, label: Label, item: dict[str, Any]) -> None:
        """What the codebook says of a label; files of before it say nothing."""
        try:
            told = guidance_of(label.uid, item)
        except (ValueError, KeyError, TypeError):
            self._wrong("examples", item.get("examples"))
        else:
            if not told.is_empty:
                self._guidance[label.name] = told

    def _annotators(self, items: object) -> tuple[Annotator, ...]:
        found = []
        for item in items if isinstance(items, list) else [items]:
            name = item.get("name") if isinstance(item, dict) else None
            kind = item.get("kind", AnnotatorKind.SOURCE.value) if isinstance(item, dict) else None
            if (
                not isinstance(item, dict)
                or not isinstance(name, str)
                or not is_name(name)
                or not isinstance(kind, str)
                or kind not in _KINDS
            ):
                self._wrong("annotators", item)
                continue
            found.append(Annotator(self._text(item, "uid"), name, _KINDS[kind]))
        return tuple(found)

    def _text(self, item: dict[str, Any], key: str) -> str:
        found = item.get(key)
        if found is not None and not isinstance(found, str):
            self._wrong(key, found)
            return ""
        return found or ""

    def _wrong(self, key: str, found: object) -> None:
        self._problems.add(
            say(
                "{file}, line {line}: {problem}. Nothing was imported.",
                file=self._file,
                line=self._number,
                problem=wrong_value(key, found),
            )
        )
