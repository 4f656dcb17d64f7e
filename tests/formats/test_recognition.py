"""Formats told apart by what their files begin with."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from annotator.errors import FormatError
from annotator.formats import first_record, registry
from annotator.formats.first_record import first_keys
from annotator.formats.recognition import LOOK, recognised
from annotator.formats.registry import Format, is_partner

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = [
    ({"text": "An", "spans": [{"start": 0, "end": 2, "label": "person"}]}, "jsonl"),
    ({"corpus": {"name": "x"}, "format": "annotator-jsonl", "version": 1}, "jsonl"),
    ({"uid": "1", "text": "An", "spans": [], "layers": []}, "jsonl"),
    ({"text": "An"}, "jsonl"),
    ({"text": "An", "label": [[0, 2, "person"]]}, "doccano"),
    ({"id": 1, "text": "An", "labels": [[0, 2, "person"]], "meta": {}}, "doccano"),
    ({"text": "An", "entities": [{"start_offset": 0}], "relations": []}, "doccano"),
    ({"text": "An", "annotations": [{"label": 1, "start_offset": 0}]}, "doccano"),
    ({"text": "An", "_input_hash": 1, "_task_hash": 2, "spans": []}, "prodigy"),
    ({"text": "An", "spans": [], "answer": "accept"}, "prodigy"),
    ({"text": "An", "tokens": [], "spans": []}, "prodigy"),
    ({"tokens": ["An"], "ner_tags": [1]}, "huggingface"),
    ({"tokens": ["An"], "ner_tags_1": [1]}, "huggingface"),
    ({"%TYPES": {}, "%FEATURE_STRUCTURES": []}, "uima-json"),
    ({"nothing": 1}, None),
]

LISTS = [
    ([{"id": 1, "data": {"text": "An"}, "annotations": []}], "label-studio"),
    ([{"data": {"text": "An"}, "completions": []}], "label-studio"),
    ([{"id": 1, "text": "An", "label": [{"start": 0}], "annotator": 1, "lead_time": 2.5}], "label-studio"),
    ([["An", {"entities": [[0, 2, "person"]]}]], "spacy"),
    ([{"id": 0, "paragraphs": []}], "spacy"),
    ([{"text": "An", "label": [[0, 2, "person"]]}], "doccano"),
    ([{"text": "An", "_input_hash": 1, "spans": []}], "prodigy"),
    ([{"text": "An", "spans": [{"start": 0, "end": 2, "label": "person"}]}], "prodigy"),
    ([], None),
]


@pytest.mark.parametrize(("record", "expected"), RECORDS)
@pytest.mark.parametrize("suffix", [".jsonl", ".json", ""])
def test_a_record_is_known_by_its_keys(record: object, expected: str | None, suffix: str) -> None:
    line = json.dumps(record)

    assert recognised(f"\ufeff{line}\n{line}\n".encode(), suffix) == expected
    assert recognised(json.dumps(record, indent=2).encode(), suffix) == expected


@pytest.mark.parametrize(("records", "expected"), LISTS)
def test_an_array_is_known_by_its_first_object(records: object, expected: str | None) -> None:
    assert recognised(json.dumps(records).encode(), ".json") == expected


def test_a_record_longer_than_what_is_looked_at_is_known_by_the_keys_in_sight() -> None:
    record = json.dumps({"id": 1, "label": [[0, 1, "x"]], "text": "á" * LOOK}, ensure_ascii=False).encode()

    assert recognised(record[:LOOK], ".jsonl") == "doccano"


LONG = 'á"{}[],\\' * (LOOK // 7)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"text": LONG, "label": [[0, 1, "x"]]}, "doccano"),
        ({"text": LONG, "meta": {"answer": ["label"]}, "spans": []}, "jsonl"),
        ({"text": LONG, "tokens": [{"text": "á"}] * 9, "answer": "accept"}, "prodigy"),
        ({"data": {"text": LONG, "label": 1}, "annotations": []}, "label-studio"),
    ],
)
@pytest.mark.parametrize("plainly", [True, False])
def test_a_long_article_before_the_spans_hides_no_key(
    tmp_path: Path, record: dict[str, object], expected: str, plainly: bool
) -> None:
    file = tmp_path / "a.jsonl"
    line = json.dumps(record, ensure_ascii=plainly).encode()
    file.write_bytes(b"\xef\xbb\xbf" + line + b"\n" + b'{"text": "An", "corpus": 1}\n')

    assert registry.detect(file, "a.jsonl") == expected
    for start in (line[:1], line[:LOOK], line):
        assert first_keys(start, io.BytesIO(line[len(start) :])) == frozenset(record)
        assert first_keys(b"[ " + start, io.BytesIO(line[len(start) :] + b"]")) == frozenset(record)


def test_a_long_text_before_the_spans_of_a_format_that_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"text": LONG, "denotations": []}), encoding="utf-8")

    with pytest.raises(FormatError, match="PubAnnotation"):
        registry.detect(file, "a.json")


def test_keys_of_a_record_that_is_too_long_are_those_in_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_record, "FARTHEST", 1)
    monkeypatch.setattr(first_record, "_PIECE", 10)
    more = io.BytesIO(b'"b": 1, "\\u00e1": 2, "c": 3}')

    assert first_keys(b'{"a": 1, ', more) == {"a", "b"}
    assert first_keys(b"no object", more) is None


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b"# newdoc id = 1\nAn\tO\nBo\tO\n", "conll"),
        (b"# newdoc\r\n# text = An\r\nAn\tO\r\n", "conll"),
        (b"An\tO\n" * 99 + b"Bo\tB-PER\n", "conll"),
        (b"An\tB-PER\rBo\tO\r", "conll"),
        (b"# newdoc id = 1\nMot bai viet.\n", None),
        (b"# newdocument\nAn O\n", None),
    ],
)
@pytest.mark.parametrize("suffix", ["", ".txt"])
def test_rows_of_tags_are_known_without_a_suffix(start: bytes, suffix: str, expected: str | None) -> None:
    assert recognised(start, suffix) == expected


@pytest.mark.parametrize(
    ("start", "suffix", "expected"),
    [
        (b"#FORMAT=WebAnno TSV 3.3\n", ".tsv", "webanno"),
        (b"text\ttitle\n", ".tsv", None),
        (b'<?xml version="1.0"?>\n<xmi:XMI xmlns:xmi="x">', ".xmi", "uima-xmi"),
        (b'<?xml version="1.0"?>\n<xmi:XMI xmlns:xmi="x">', ".xml", "uima-xmi"),
        (b"<!DOCTYPE html>", ".php", "html"),
        (b"<html>", ".txt", None),
        (b"\x78\x9c", ".spacy", "spacy"),
        (b"PAR1", "", "huggingface"),
        (b"%PDF-1.7", ".txt", "pdf"),
        (b'{"text": 1, "label": 2}', ".txt", None),
        (b"[" * 5000, ".json", "spacy"),
        (b'{"id": 1, "data": {"text": "a"}, "annotations": []}', ".json", "label-studio"),
        (b'[{"id": 1, "text": "a", "label": [{"start": 0, "labels": ["x"]}]}]', ".json", "label-studio"),
        (b'[{"text": "a", "labels": ["x"]}]', ".json", "doccano"),
        (b'{"a":' * 5000, ".json", None),
    ],
)
def test_other_beginnings(start: bytes, suffix: str, expected: str | None) -> None:
    assert recognised(start, suffix) == expected


def test_files_that_belong_to_another_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {
        "a": Format("x", suffixes=(".ann",), partners=(".txt",)),
        "b": Format("y", suffixes=(".xmi",), partners=("Types.xml",)),
    }
    monkeypatch.setattr(registry, "_PARTNERS", {one.partners[0]: one for one in known.values()})
    for name in ("one.ann", "one.txt", "alone.txt", "Types.xml", "doc.xmi"):
        (tmp_path / name).touch()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "Types.xml").touch()

    assert [path.name for path in sorted(tmp_path.rglob("*.*")) if is_partner(path)] == [
        "Types.xml",
        "one.txt",
    ]
    assert not is_partner(elsewhere / "Types.xml")
