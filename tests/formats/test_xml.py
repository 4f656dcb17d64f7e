"""XML of any make is read in time, or refused."""

from __future__ import annotations

import pytest

from annotator.errors import FormatError
from annotator.formats import xml
from annotator.formats.xml import DEEPEST, parse_xml


def test_a_text_in_one_attribute_is_whole_whatever_its_length():
    words = "Đoàn Văn Hùng 😀 " * 300_000
    root = parse_xml(f'<a b="{words}"/>'.encode(), "x.xmi", "text")
    assert root.get("b") == words


@pytest.mark.parametrize("deep", [DEEPEST + 1, 300_000])
def test_what_is_nested_too_deep_is_refused(deep):
    with pytest.raises(FormatError, match="nested more than 200 deep"):
        parse_xml(b"<a>" * deep + b"</a>" * deep, "x.xmi", "text")


def test_a_value_is_not_begun_anew_with_each_few_kilobytes(monkeypatch):
    """Expat before 2.6 does so; the time would grow with the square of the length."""
    asked: list[int] = []

    class Counting(xml._InLargePieces):
        def read(self, size: int | None = -1, /) -> bytes:
            piece = super().read(size)
            asked.append(len(piece))
            return piece

    monkeypatch.setattr("annotator.formats.xml._InLargePieces", Counting)
    parse_xml(b'<a b="' + b"x" * 9_000_000 + b'"/>', "x.xmi", "text")
    assert len(asked) <= 5
