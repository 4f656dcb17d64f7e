"""The shipped sample and the stand-in are what their sources say, and hold the traps they promise."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from annotator.formats.base import IncomingDocument, IncomingHead, Notices, ReadOptions, Source
from annotator.formats.jsonl import reader as jsonl
from annotator.model.label import standard_labels

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
SAMPLES = ROOT / "resources" / "samples"


def _read(path: Path) -> tuple[list[IncomingHead], list[IncomingDocument]]:
    notices = Notices()
    found = list(jsonl.read(Source(path, path.name), ReadOptions(), notices))
    assert not notices.messages
    heads = [item for item in found if isinstance(item, IncomingHead)]
    return heads, [item for item in found if isinstance(item, IncomingDocument)]


def test_stand_in_is_what_its_marked_text_says() -> None:
    spec = importlib.util.spec_from_file_location("samples", ROOT / "docs" / "tools" / "samples.py")
    assert spec is not None
    assert spec.loader is not None
    tool = sys.modules["samples"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    text, spans = tool.parse_marked((DATA / "standin.marked.txt").read_bytes().decode("utf-8"))
    assert (DATA / "standin.txt").read_bytes() == text.encode("utf-8")
    gold = json.loads((DATA / "standin.gold.jsonl").read_text(encoding="utf-8"))
    assert gold["text"] == text
    assert [(span["start"], span["end"], span["label"]) for span in gold["spans"]] == spans
    assert all(text[span["start"] : span["end"]] == span["text"] for span in gold["spans"])


def test_stand_in_has_its_traps() -> None:
    (document,) = _read(DATA / "standin.gold.jsonl")[1]
    text, spans = document.text, document.spans
    headline = text.partition("\n")[0]
    assert text.count(headline) == 3
    assert "\u00a0" in text
    assert "  " in text
    assert not text.endswith("\n")
    broken = [span for span in spans if "\n\n" in text[span.start : span.end]]
    assert [span.label for span in broken] == ["position"]
    inside = [(a, b) for a in spans for b in spans if a != b and a.start <= b.start and b.end <= a.end]
    assert {b for _, b in inside} & {a for a, _ in inside}, "three levels"


@pytest.mark.parametrize("name", ["sample-corpus.jsonl", "sample-corpus.vi.jsonl"])
def test_sample_corpus_is_read_without_a_word(name: str) -> None:
    heads, documents = _read(SAMPLES / name)
    assert [head.name for head in heads] == ["Sample articles"]
    assert [label.uid for label in heads[0].labels] == [label.uid for label in standard_labels()]
    assert all(label.definition and label.key for label in heads[0].labels)
    assert len(documents) == 11
    assert sum(len(document.spans) for document in documents) == 172
    assert documents[0].text == (DATA / "standin.txt").read_bytes().decode("utf-8")


def test_samples_differ_in_the_language_of_the_label_set_alone() -> None:
    lines = [
        (SAMPLES / name).read_text(encoding="utf-8").split("\n")
        for name in ("sample-corpus.jsonl", "sample-corpus.vi.jsonl")
    ]
    assert lines[0][1:] == lines[1][1:]
    heads = [json.loads(found[0])["corpus"] for found in lines]
    definitions = [{label.pop("definition") for label in head["labels"]} for head in heads]
    guidelines = [head.pop("guidelines") for head in heads]
    assert heads[0] == heads[1]
    assert not definitions[0] & definitions[1]
    assert guidelines[0] != guidelines[1]
