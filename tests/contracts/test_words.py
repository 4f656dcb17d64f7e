"""One word, one meaning, in Vietnamese too: docs/words.md holds over all catalogues."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"

WORDS = {
    r"spans?": "vùng",
    r"labels?": "nhãn",
    r"corpus|corpora": "bộ ngữ liệu",
    r"documents?": "bài",
    r"layers?": "lớp|bản chuẩn",
    r"library|libraries": "thư viện",
    r"bin": "thùng rác",
    r"backups?": "sao lưu",
    r"gold": "bản chuẩn",
    r"decisions?|verdict": "quyết",
    r"edges?|boundar(?:y|ies)": "biên",
    r"differences?|clusters?": "chỗ",
}
SAID_OTHERWISE = {
    "labels?": ("“label”", "Label Studio"),
    "spans?": ("Label spans in articles", "Let go of selection", "not a span", "--with-spans", '"spans"'),
    "documents?": ("Word document", "JSON document", "document type", "Label documents", "It uses the fonts"),
    "library|libraries": ("--library",),
    "corpus|corpora": ("more like this in the corpus",),
    "gold": ("machine or gold", "“gold”", "or gold"),
    "edges?|boundar(?:y|ies)": ("edge case",),
}
"""Sentences in which the English word stands for something else, or the Vietnamese needs none."""


def _pairs() -> list[tuple[str, str]]:
    pairs = []
    for file in sorted((FOLDER / "vi.d").glob("*.json")):
        pairs += json.loads(file.read_text(encoding="utf-8")).items()
    tree = ET.parse(FOLDER / "annotator_vi.ts")  # noqa: S314  (our own file)
    for message in tree.iter("message"):
        translation = message.find("translation")
        said = "" if translation is None else "".join(translation.itertext()).strip()
        pairs.append((message.findtext("source", ""), said))
    return [(english, vietnamese) for english, vietnamese in pairs if vietnamese]


def test_no_other_word_stands_for_one_of_these() -> None:
    said = [vietnamese for _, vietnamese in _pairs()]
    assert not [
        words
        for words in said
        if re.search(r"phán quyết|\b(rìa|mép)\b|khác biệt|người gán\b(?! nhãn)", words)
    ]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_always_said_by_the_same_word(word: str) -> None:
    exceptions = SAID_OTHERWISE.get(word, ())
    others = [
        (english, vietnamese)
        for english, vietnamese in _pairs()
        if re.search(rf"(?<![\w-])({word})(?!\w)", _NO_WORDS.sub("", english), re.IGNORECASE)
        and not any(exception in english for exception in exceptions)
        and not re.search(WORDS[word], vietnamese, re.IGNORECASE)
    ]
    assert not others


_NO_WORDS = re.compile(r"\{\w+\}|['`“]annotator [^'`”]+['`”]")
"""Places for values, and commands."""
