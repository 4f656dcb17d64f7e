"""What stands beside the texts of a brat collection: `annotation.conf`, `visual.conf`, `documents.json`.

The first two are brat's: which types there are, and how they are shown. The third is ours and brat passes it
over: uid, title and metadata of each text, which brat has no place for.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from stat import S_ISREG
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import FormatError
from annotator.formats.label_names import PLAIN, escaped, unescaped
from annotator.messages import say
from annotator.model.label import Label, is_name, name_key
from annotator.model.span import FLAGS
from annotator.strict_json import JsonProblemError, objects_of, parse_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

TYPES: Final = "annotation.conf"
LOOKS: Final = "visual.conf"
DOCUMENTS: Final = "documents.json"

_FORMAT: Final = "annotator-brat"
"""Stands in our list of documents; a file of that name without it is somebody else's."""
_SIGN: Final = "_"
"""Begins an escape; types of brat are of ASCII letters, digits, "_" and "-"."""
_NO_TYPE: Final = re.compile(r"[!<-]")


def type_of(label: str) -> str:
    """The label as a type of brat."""
    return escaped(label, PLAIN, _SIGN)


def label_of(name: str) -> str:
    """The label of a type."""
    return unescaped(name, PLAIN, _SIGN)


def labels_in(conf: str) -> tuple[Label, ...]:
    """The labels that the text of an `annotation.conf` names as entities, in its order."""
    found: dict[str, Label] = {}
    section = ""
    for line in conf.splitlines():
        words = line.split("#", 1)[0].split()
        if not words:
            continue
        if words[0].startswith("["):
            section = words[0]
        elif section == "[entities]" and not _NO_TYPE.match(words[0]):
            name = label_of(words[0])
            if is_name(name):
                found.setdefault(name_key(name), Label("", name, "", position=len(found)))
    return tuple(found.values())


def types_file(labels: Iterable[Label]) -> str:
    """The text of an `annotation.conf` of these labels."""
    types = "".join(f"{type_of(label.name)}\n" for label in labels)
    flags = "".join(f"{flag}\tArg:<ENTITY>\n" for flag in FLAGS)
    return f"[entities]\n{types}\n[relations]\n\n[events]\n\n[attributes]\n{flags}"


def looks_file(labels: Iterable[Label]) -> str:
    """The text of a `visual.conf` that shows these labels by their names and colours."""
    labels = tuple(labels)
    names = "".join(f"{type_of(label.name)} | {label.name}\n" for label in labels if "|" not in label.name)
    colours = "".join(f"{type_of(label.name)}\tbgColor:{label.colour}\n" for label in labels if label.colour)
    return f"[labels]\n{names}\n[drawing]\n{colours}"


def documents_file(documents: Mapping[str, Mapping[str, Any]]) -> str:
    """The text of a `documents.json`: uid, title and metadata by the name of a text without its suffix."""
    whole = {"format": _FORMAT, "documents": documents}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def documents_in(path: Path, name: str) -> Mapping[str, Any]:
    """What a `documents.json` of ours says, by name of a text; nothing where there is no such file.

    Args:
        path: of the file.
        name: of it, for messages.

    Raises:
        FormatError: it is not as we wrote it.
    """
    try:
        stamp = path.stat()
    except FileNotFoundError:
        return {}
    if not S_ISREG(stamp.st_mode):  # a pipe would keep its reader waiting
        return {}
    return _parsed(path, name, (stamp.st_mtime_ns, stamp.st_size))


@lru_cache(1)
def _parsed(path: Path, name: str, _stamp: tuple[int, int]) -> Mapping[str, Any]:
    """Kept for the next text of the same folder, which asks for the same file."""
    try:
        data = path.read_bytes()
        if f'"{_FORMAT}"'.encode() not in data:
            return {}
        written = data.decode("utf-8-sig")
        value = objects_of(parse_line(written, file=name, number=1), file=name, number=1)
    except UnicodeDecodeError as error:
        raise FormatError(say("{file}: not valid UTF-8. Nothing was imported.", file=name)) from error
    except JsonProblemError as error:
        raise FormatError(error.message) from error
    documents = value.get("documents") if isinstance(value, dict) else None
    if isinstance(documents, dict):
        return documents
    raise FormatError(
        say(
            "{file}: is not as this program wrote it. Take it out of the folder, or export again, and try "
            "again. Nothing was imported.",
            file=name,
        )
    )
