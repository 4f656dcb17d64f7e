"""In a headline of capitals the lists tell names from what is said of them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.gaps import gap_after
from annotator.text.grab import candidates
from annotator.text.headlines import words_read
from annotator.text.name_tokens import Shape, tokens_between

EXAMPLES = [
    ("organization", "|ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH TRAO BẰNG KHEN", "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH"),
    ("award", "UBND TỈNH TRAO |BẰNG KHEN CHO ÔNG LÊ VĂN AN", "BẰNG KHEN"),
    ("person", "TRAO BẰNG KHEN CHO ÔNG NGUYỄN |VĂN ĐẠT", "NGUYỄN VĂN ĐẠT"),
    ("person", "ĐỒNG CHÍ |TRẦN THỊ BÌNH LÀM VIỆC TẠI HUYỆN Ý YÊN", "TRẦN THỊ BÌNH"),
    ("position", "|CHỦ TỊCH UBND TỈNH NAM ĐỊNH PHẠM ĐÌNH LAN THĂM TRƯỜNG", "CHỦ TỊCH UBND TỈNH NAM ĐỊNH"),
    ("person", "CHỦ TỊCH UBND TỈNH NAM ĐỊNH PHẠM ĐÌNH |LAN THĂM TRƯỜNG", "PHẠM ĐÌNH LAN"),
    ("organization", "|HỘI LIÊN HIỆP PHỤ NỮ TỈNH TỔ CHỨC HỘI NGHỊ TỔNG KẾT", "HỘI LIÊN HIỆP PHỤ NỮ TỈNH"),
    ("organization", "HỘI NGHỊ |BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LẦN THỨ XX", "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH"),
    ("organization", "|BAN TỔ CHỨC TỈNH ỦY KIỂM TRA CÔNG TÁC CÁN BỘ", "BAN TỔ CHỨC TỈNH ỦY"),
    ("organization", "|SỞ NỘI VỤ VÀ SỞ TÀI CHÍNH KÝ KẾT QUY CHẾ", "SỞ NỘI VỤ"),
    ("organization", "|TỈNH ỦY NAM ĐỊNH TỔ CHỨC HỘI NGHỊ", "TỈNH ỦY NAM ĐỊNH"),
    ("organization", "|UBND THÀNH PHỐ HỒ CHÍ MINH TRIỂN KHAI KẾ HOẠCH", "UBND THÀNH PHỐ HỒ CHÍ MINH"),
    ("campaign", "TỔNG KẾT PHONG TRÀO “|DÂN VẬN KHÉO” NĂM 2024", "DÂN VẬN KHÉO"),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("kind", "marked", "meant"), EXAMPLES)
def test_the_first_guess_in_a_headline(kind: str, marked: str, meant: str, form) -> None:
    marked = unicodedata.normalize(form, marked)
    caret, text = marked.index("|"), marked.replace("|", "")
    start, end = candidates(text, caret, kind=kind)[0]
    assert text[start:end] == unicodedata.normalize(form, meant)


def test_the_walk_stops_at_each_name_of_a_headline() -> None:
    text = "UBND TỈNH NAM ĐỊNH TRAO BẰNG KHEN CHO ÔNG LÊ VĂN AN"
    found, place = [], -1
    while (gap := gap_after(text, place, lambda _start, _end: ())) is not None:
        found.append(text[slice(*gap)])
        place = gap[0]
    assert found == ["UBND TỈNH NAM ĐỊNH", "BẰNG KHEN", "LÊ VĂN AN"]


def test_few_words_in_capitals_are_abbreviations_and_stay() -> None:
    text = "đại biểu UBND, HĐND, UBMTTQ dự"
    assert words_read(text, 0, len(text)) == tokens_between(text, 0, len(text))


WORDS = st.sampled_from(
    ["ỦY BAN ", "NHÂN DÂN ", "TỈNH ", "NAM ĐỊNH", " ", ", ", "NGUYỄN ", "VĂN ", "ĐẠT ", "XX ", "3 ", "năm ",
     "Hội ", "TỔ CHỨC ", "“", "” ", "\n", "ĐẢNG ", "Ủ", "ß", "ǅ"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=20).map("".join))
def test_only_how_a_word_is_written_may_differ(text: str) -> None:
    plain, read = tokens_between(text, 0, len(text)), words_read(text, 0, len(text))
    assert [(one.start, one.end, one.word, one.joint) for one in read] == [
        (one.start, one.end, one.word, one.joint) for one in plain
    ]
    for before, after in zip(plain, read, strict=True):
        assert before.shape is after.shape or before.shape is Shape.UPPER
