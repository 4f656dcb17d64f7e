"""Plain text comes in exactly as it stands in the file."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    ["a\r\nb\rc\nd", "x\u2028y\u2029z", "e\u0302\u0301", "😀\u00a0👳🏻‍♀️", " lề \n", "\x85"[:0] + "a\x0bb"],
)
def test_every_character_is_kept(bench, text):
    taken = bench.read("a.txt", text.encode())
    assert taken.only.text == text
    assert (taken.only.title, taken.only.uid, taken.only.spans) == ("", None, ())
    assert taken.notices == []


def test_an_encoding_that_was_recognised_is_told(bench):
    taken = bench.read("a.txt", "Huế đẹp".encode("utf-16-le"))
    assert taken.only.text == "Huế đẹp"
    assert taken.notices == ["It was read as UTF-16-LE."]


def test_an_encoding_that_was_chosen_is_not(bench):
    assert bench.read("a.txt", "Huế".encode("utf-16"), encoding="utf-16").notices == []


def test_files_larger_than_can_be_are_refused(bench, monkeypatch):
    monkeypatch.setattr("annotator.formats.whole_file.LARGEST_ARTICLE", 3_000_000)
    assert bench.problems("a.txt", b"a" * 3_000_001) == [
        (
            "a.txt: is larger than 3 MB, the most one article may have. Split it and try again. Nothing was "
            "imported."
        )
    ]


@pytest.mark.parametrize("encoding", [None, "windows-1252"])
def test_codes_of_a_word_processor_are_no_text(bench, encoding):
    data = rb"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0 B\'e0 H\u224 ?}"
    assert bench.problems("a.txt", data, format_name="txt", encoding=encoding) == [
        "a.txt: is a file in Rich Text Format (.rtf). Save it as .docx and try again. Nothing was imported."
    ]
