"""Words that are only a part of a longer name are told from those that stand for themselves."""

from __future__ import annotations

import pytest

from annotator.text.longer_names import is_part_of_name


def _is_part(text: str, words: str, kind: str) -> bool:
    start = text.index(words)
    return is_part_of_name(text, start, start + len(words), kind)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Theo UBND tỉnh Sông Vàng, việc này", "UBND tỉnh", "organization"),
        ("Bộ Y tế Việt Nam", "Bộ Y tế", "organization"),
        ("Sở Y tế tỉnh Hà Nam mời", "Sở Y tế", "organization"),
        ("ở An Giang có", "An", "person"),
        ("ông Văn An nói", "An", "person"),
        ("tại Sông Vàng Lớn nay", "Sông Vàng", ""),
    ],
)
def test_parts_of_longer_names(text: str, words: str, kind: str) -> None:
    assert _is_part(text, words, kind)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Theo UBND tỉnh, việc này", "UBND tỉnh", "organization"),
        ("của UBND tỉnh\nSông Vàng", "UBND tỉnh", "organization"),
        ("của UBND tỉnh. Sông Vàng", "UBND tỉnh", "organization"),
        ("của UBND tỉnh Sông Vàng, việc", "UBND tỉnh Sông Vàng", "organization"),
        ("Bộ trưởng Bộ Y tế Nguyễn Thanh Long nói", "Bộ Y tế", "organization"),
        ("Sở Nội vụ và Sở Y tế", "Sở Nội vụ", "organization"),
        ("UBND tỉnh Sông Vàng Nguyễn Văn An", "Nguyễn Văn An", "person"),
        ("Ông An nói", "An", "person"),
        ("nói: Chủ tịch Nguyễn Văn An", "Chủ tịch", "position"),
        ("và Bằng khen Thủ tướng Chính phủ", "Bằng khen", "award"),
        ("", "", "person"),
    ],
)
def test_names_that_stand_for_themselves(text: str, words: str, kind: str) -> None:
    assert not _is_part(text, words, kind)
