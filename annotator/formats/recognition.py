"""Which format a file is of, by what it begins with; None where only its name can tell.

What is looked at is the beginning alone, so a file is never read for this. JSON formats are told apart by the
keys of their first record, however long it is.
"""

from __future__ import annotations

import json
import re
from typing import Final

LOOK: Final = 65_536
"""Bytes of a file's beginning that are looked at."""

_PLAIN: Final = frozenset({".txt", ".text", ".md"})
_OTHER_ROWS: Final = frozenset({"", ".tsv", ".tab"})
JSON: Final = frozenset({"", ".json", ".jsonl", ".ndjson"})
"""Suffixes of files that may be JSON."""

_BY_SUFFIX: Final = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".spacy": "spacy",
    ".parquet": "huggingface",
    **dict.fromkeys((".xlsx", ".xls", ".ods"), "csv"),
}
"""By the name alone; workbooks are refused by the reader of tables, with the right words."""
_TAG: Final = re.compile(rb"O|[BIESLU][-_].+")
_OF_CONLL: Final = re.compile(rb"# newdoc(?: id = .*)?[\r\n]|# global\.columns = |-DOCSTART-\s")
_NO_ROW: Final = (b"#", b"-DOCSTART-")
_ROWS: Final = 60
_FEWEST_ROWS: Final = 2
_OF_TASK: Final = frozenset({"annotations", "completions", "predictions"})
_REGION: Final = re.compile(r'"labels"\s*:\s*\["')
"""Label Studio's short form: a span has its labels in a list."""
_KEY: Final = re.compile(r'"((?:[^"\\]|\\.){1,40})"\s*:')

_OF_INCEPTION: Final = (b"exportedproject", b"TypeSystem.xml", b".xmi", b"annotation/")
"""Parts of names in archives that INCEpTION makes."""
_OLD_WORD: Final = (b"\xd0\xcf\x11\xe0", b"{\\rtf")
_OF_PRODIGY: Final = frozenset(
    {"_input_hash", "_task_hash", "_session_id", "_annotator_id", "_view_id", "answer", "tokens"}
)
_OF_DOCCANO: Final = frozenset({"label", "labels", "entities", "annotations"})
_LABEL_TYPES: Final = frozenset({"background_color", "suffix_key"})
"""doccano's list of labels, which is refused by its reader with the right words."""
_OF_LABEL_STUDIO: Final = frozenset(
    {"data", "annotations", "completions", "predictions", "annotator", "annotation_id", "lead_time"}
)


def recognised(start: bytes, suffix: str, keys: frozenset[str] | None = None) -> str | None:
    """The name of the format, as `registry.FORMATS` has it.

    Args:
        start: the first `LOOK` bytes.
        suffix: of the file's name, in small letters, with its dot.
        keys: of the first record of a JSON file, where it goes on beyond `start`.
    """
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return (
        _by_mark(start, head, suffix)
        or ("conll" if suffix in _PLAIN | _OTHER_ROWS and _is_of_tags(head) else None)
        or (_of_xml(head) if suffix not in _PLAIN else None)
        or (_of_json(head.decode("utf-8", "replace"), keys) if suffix in JSON else None)
    )


def _by_mark(start: bytes, head: bytes, suffix: str) -> str | None:
    """By words or bytes that no other format begins with."""
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if head.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"PAR1"):
        return "huggingface"
    if head.startswith(b"#FORMAT=WebAnno TSV"):
        return "webanno"
    if start.startswith(b"PK\x03\x04") and b"xl/" in start and b"word/" not in start:
        return "csv"
    if start.startswith(_OLD_WORD) and suffix not in {".xls", ".ppt"}:
        return "docx"  # its reader says what to do
    if start.startswith(b"PK\x03\x04") and (b"word/" in start or b"[Content_Types].xml" in start):
        return "docx"
    if start.startswith(b"PK\x03\x04") and any(mark in start for mark in _OF_INCEPTION):
        return "inception"
    return None


def _is_of_tags(head: bytes) -> bool:
    """Whether a text file is rows of tokens and tags: all first rows end in one, and any row has a label.

    After a comment or a row that only such files begin with, no label is needed.
    """
    is_marked = _OF_CONLL.match(head) is not None
    lines = [line for line in head.splitlines() if line.strip() and not line.startswith(_NO_ROW)]
    rows = [line.split() for line in lines[:_ROWS]]
    return all(len(row) > 1 and _TAG.fullmatch(row[-1]) for row in rows) and (
        is_marked or (len(rows) >= _FEWEST_ROWS and any(map(_has_label, lines)))
    )


def _has_label(row: bytes) -> bool:
    return any(cell != b"O" and _TAG.fullmatch(cell) for cell in row.split()[1:])


def _of_xml(head: bytes) -> str | None:
    small = head[:4096].lower()
    if small.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "uima-xmi" if b"<xmi:xmi" in small or b"<typesystemdescription" in small else None


def _of_json(head: str, keys: frozenset[str] | None) -> str | None:
    if head.startswith("["):
        inside = head[1:].lstrip()
        return "spacy" if inside.startswith("[") else _of_list(keys or _keys(inside), inside)
    return _of_record(keys or _keys(head)) if head.startswith("{") else None


def _of_list(keys: frozenset[str], inside: str) -> str | None:
    """One array for the whole file, by the keys of its first object and, if need be, by its beginning."""
    if "paragraphs" in keys:
        return "spacy"
    if keys & {"_input_hash", "_task_hash", "answer"} or {"text", "spans"} <= keys:
        return "prodigy"
    if "text" in keys and keys & _LABEL_TYPES:
        return "doccano"
    if "text" in keys and keys & _OF_DOCCANO and not keys & (_OF_LABEL_STUDIO - _OF_DOCCANO):
        return "label-studio" if "labels" not in keys and _REGION.search(inside) else "doccano"
    return "label-studio" if keys else None


def _of_record(keys: frozenset[str]) -> str | None:
    """An object a line, or one object, by the keys of the first."""
    if keys & {"%TYPES", "%FEATURE_STRUCTURES"}:
        return "uima-json"
    if {"classes", "annotations"} <= keys:
        return "spacy"
    if "corpus" in keys or keys & {"layers", "uid"}:
        return "jsonl"
    if any(key == "ner_tags" or key.startswith("ner_tags_") for key in keys):
        return "huggingface"
    if keys & {"tokens", "words"} and keys & {"tags", "ner"} and "spans" not in keys:
        return "huggingface"
    if "data" in keys and keys & _OF_TASK:
        return "label-studio"
    if keys & _OF_PRODIGY:
        return "prodigy"
    if "spans" not in keys and keys & _OF_DOCCANO:
        return "doccano"
    return "jsonl" if "text" in keys else None


def _keys(head: str) -> frozenset[str]:
    """Keys of the first object; where it goes on beyond what was read, of all that is in sight of it."""
    try:
        found, _ = json.JSONDecoder().raw_decode(head)
    except (ValueError, RecursionError):
        return frozenset(_KEY.findall(head))
    return frozenset(found) if isinstance(found, dict) else frozenset()
