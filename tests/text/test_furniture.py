"""Lines of a page around an article: found by their words, taken away only whole."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.furniture import furniture, repeated, without_lines
from annotator.text.segment import paragraphs

BODY = "Tối 30/1, Ban Tổ chức Tỉnh ủy trao giải báo chí.\n\nCác tác giả nhận Bằng khen."


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        ">> Danh sách đầy đủ: xem tại đây",
        "https://baotinh.example/tin/1",
        "Từ khóa: thi đua, khen thưởng",
        "Lượt xem: 1.204",
        "© 2024 Báo tỉnh",
        "Chia sẻ | In trang",
        "Facebook Twitter Zalo",
        "Trang 3/12",
        "Xem thêm",
        "Tin liên quan: Sôi nổi mùa giải thứ IV",
    ],
)
def test_lines_of_a_page_are_found(line: str) -> None:
    assert found(f"{BODY}\n{line}\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Tin khác với mọi năm, hội nghị được tổ chức trực tuyến.",
        "Xem thêm phim tài liệu, ông nói.",
        "Trang phục dân tộc",
        "Home Credit tặng quà",
        "Ảnh: Vũ Hưng",
        "Bài viết mới của Tổng Bí thư được in thành sách.",
    ],
)
def test_lines_of_an_article_are_not(line: str) -> None:
    assert found(f"{BODY}\n{line}\n") == []


def test_a_head_of_other_news_takes_its_headlines_along() -> None:
    assert found(f"{BODY}\n\nCác tin khác\nHội nghị giao ban (12/05)\nTrao Bằng khen\n") == [
        "Các tin khác",
        "Hội nghị giao ban (12/05)",
        "Trao Bằng khen",
    ]


def test_an_article_that_goes_on_after_the_head_loses_nothing() -> None:
    assert found(f"Các tin khác\n{'Một đoạn dài của bài. ' * 20}") == []


def test_a_text_of_nothing_else_is_left_alone() -> None:
    assert furniture(">> một\n>> hai") == []


def test_the_rest_stays_to_the_character() -> None:
    text = "Đầu\r\n>> x\r\nThân\u00a0bài\u2028Trang 1\u2028Cuối  \n\nCác tin khác\n"
    assert without_lines(text, furniture(text)) == "Đầu\r\nThân\u00a0bài\u2028Cuối"


def test_lines_that_stand_several_times_are_counted() -> None:
    text = "Khối thi đua ký giao ước\nmột\nKhối thi đua  ký giao ước\nmột\nKhối thi đua ký giao ước"
    assert repeated(text) == [("Khối thi đua ký giao ước", 3)]


@given(
    st.lists(st.sampled_from([">> a", "Thân bài", "", "Trang 1", "😀 e\u0302", "Các tin khác"]), max_size=8)
)
def test_only_whole_lines_ever_go(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = without_lines(text, furniture(text))
    gone = set(furniture(text))
    left = [text[start:end] for start, end in paragraphs(text) if (start, end) not in gone]
    assert kept.split("\n") == left[: len(kept.split("\n"))]
    assert not "".join(left[len(kept.split("\n")) :]).strip()


def test_marks_that_stand_apart_hide_no_line() -> None:
    text = unicodedata.normalize("NFD", f"{BODY}\nLượt xem: 1.204\nCác tin khác\nMột tin")
    assert [unicodedata.normalize("NFC", line) for line in found(text)] == [
        "Lượt xem: 1.204",
        "Các tin khác",
        "Một tin",
    ]
