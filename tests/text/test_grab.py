"""What a label's key may mean at a caret: by examples, by measure, by what always holds."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import segment
from annotator.text.grab import MOST, candidates, framed_first, kind_of
from annotator.text.habits import Habits, Trait, traits
from annotator.text.words import cuts_word

KINDS = ("person", "position", "organization", "campaign", "award", "")
STANDIN = Path(__file__).parents[1] / "data" / "standin.gold.jsonl"

EXAMPLES = [
    ("person", "Ông |Kiều Mạnh Tường, Tổng Giám đốc", "Kiều Mạnh Tường"),
    ("person", "TS. Bùi Trung |Nghĩa, Bí thư", "Bùi Trung Nghĩa"),
    ("person", "Thiếu tướng Nguyễn |Phúc Thường chủ trì", "Nguyễn Phúc Thường"),
    ("person", "bà |H’Liên Knul; bà", "H’Liên Knul"),
    ("person", "sách của J. R. R. |Tolkien và", "J. R. R. Tolkien"),
    ("person", "theo Ludwig van |Beethoven đã", "Ludwig van Beethoven"),
    ("position", "Hùng, Ủy viên Ban |Thường vụ Tỉnh ủy, Chủ tịch", "Ủy viên Ban Thường vụ Tỉnh ủy"),
    ("position", "bà Lan, |Phó Bí thư Thường trực Tỉnh ủy.", "Phó Bí thư Thường trực Tỉnh ủy"),
    ("position", "ông An, |Chủ tịch xã Tân Lập, nói", "Chủ tịch xã Tân Lập"),
    ("position", "do |Chủ tịch nước trao tặng", "Chủ tịch nước"),
    ("position", "ông An, |Chủ tịch UBND tỉnh Nam Định Nguyễn Văn An", "Chủ tịch UBND tỉnh Nam Định"),
    ("position", "do |Giám đốc Sở Nội vụ Trần Thị Bình trao", "Giám đốc Sở Nội vụ"),
    ("person", "UBND tỉnh Hải Dương Nguyễn |Văn An trao", "Nguyễn Văn An"),
    (
        "organization",
        "của |Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh",
    ),
    ("organization", "tại |UBND huyện Trần Văn Thời họp", "UBND huyện Trần Văn Thời"),
    ("organization", "của |Bộ Lao động - Thương binh và Xã hội, đề", "Bộ Lao động - Thương binh và Xã hội"),
    ("organization", "Phó |Hội đồng Thi đua, Khen thưởng tỉnh trao", "Hội đồng Thi đua, Khen thưởng tỉnh"),
    ("organization", "tại |TP. 02 và", "TP. 02"),
    ("organization", "cho |Quân khu 10 tặng", "Quân khu 10"),
    ("organization", "gồm |Sở Nội vụ và Hội Khuyến học tỉnh.", "Sở Nội vụ"),
    ("campaign", "phong trào “Nam Định |chung sức, kiểu mẫu” giai đoạn", "Nam Định chung sức, kiểu mẫu"),
    ("campaign", "phong trào |Thi đua Quyết thắng giai đoạn 2019", "Thi đua Quyết thắng"),
    ("award", "nhận |Huân chương Lao động hạng Nhì (2014)", "Huân chương Lao động hạng Nhì"),
    ("award", "được |Bằng khen của Thủ tướng Chính phủ.", "Bằng khen của Thủ tướng Chính phủ"),
    ("award", "trao |Cờ thi đua của UBND tỉnh; 6", "Cờ thi đua của UBND tỉnh"),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("kind", "marked", "meant"), EXAMPLES)
def test_the_first_guess(kind: str, marked: str, meant: str, form) -> None:
    marked = unicodedata.normalize(form, marked)
    caret, text = marked.index("|"), marked.replace("|", "")
    start, end = candidates(text, caret, kind=kind)[0]
    assert text[start:end] == unicodedata.normalize(form, meant)


@pytest.mark.parametrize("kind", ["organization", "award", "campaign", "position", "person"])
def test_a_framed_name_comes_first(kind: str) -> None:
    text = "Chủ tịch UBND tỉnh Nam Định Lê Văn An trao"
    frame = (0, 27)
    found = candidates(text, 0, kind=kind)
    framed = framed_first(text, frame, found, kind=kind)
    assert framed[0] == frame and set(framed) == {frame, *found}


def test_before_a_framed_name_come_a_longer_drive_and_the_own_borders() -> None:
    text = "phong trào Thi đua Quyết thắng giai đoạn 2019"
    found = candidates(text, 11, kind="campaign")
    assert framed_first(text, (11, 14), found, kind="campaign")[:2] == [(11, 30), (11, 14)]
    habits, text = Habits(), "ông Bí thư Tỉnh ủy, ông Bí thư Tỉnh ủy"
    habits.learn("p", text, 4, 10)
    found = candidates(text, 24, kind="position", label="p", habits=habits)
    bare = candidates(text, 24, kind="position")
    assert framed_first(text, bare[0], bare, kind="position")[0] == bare[0]
    assert framed_first(text, bare[0], found, kind="position")[0] == found[0]


@pytest.mark.parametrize("kind", ["organization", "award"])
@pytest.mark.parametrize("text", ["Chủ tịch nước thăm tỉnh", "Sáng nay mưa", "Trao Giải báo chí tỉnh"])
def test_a_common_syllable_alone_is_not_the_first_guess(kind: str, text: str) -> None:
    first, *others = candidates(text, 0, kind=kind)
    alone = (0, text.index(" "))
    assert first != alone and alone in others


def test_a_name_alone_at_the_head_of_a_sentence_is_the_first_guess() -> None:
    assert candidates("Vinamilk trao tặng", 0, kind="organization")[0] == (0, 8)


def test_a_verb_before_a_prize_is_no_part_of_it() -> None:
    text = "Trao Giải báo chí “Búa liềm” tỉnh"
    assert candidates(text, 5, kind="award")[0] == (5, 17)
    assert not {(0, 9), (0, 17)} & set(candidates(text, 5, kind="organization"))


def test_what_is_unlearned_is_not_known() -> None:
    habits, text = Habits(), "ông Lê An về"
    for _ in range(2):
        habits.learn("p", text, 4, 9)
    habits.unlearn("p", text, 4, 9)
    assert habits.knows("p", "Lê An")
    habits.unlearn("p", text, 4, 9)
    assert not habits.knows("p", "Lê An") and habits.is_empty("p")


def test_an_office_goes_on_in_the_next_paragraph() -> None:
    text = "tỉnh, Phó Chủ tịch\n\nHội đồng Thi đua tỉnh trao"
    guesses = [text[slice(*one)] for one in candidates(text, 6, kind="position")]
    assert guesses[:2] == ["Phó Chủ tịch", "Phó Chủ tịch\n\nHội đồng Thi đua tỉnh"]


def test_the_guesses_of_one_key_get_shorter_and_longer() -> None:
    text = "trao Bằng khen của Ủy ban nhân dân tỉnh cho"
    guesses = [text[slice(*one)] for one in candidates(text, 5, kind="award")]
    assert guesses[:2] == ["Bằng khen của Ủy ban nhân dân tỉnh", "Bằng khen"]


def test_between_blanks_and_marks_there_is_nothing_to_take() -> None:
    assert candidates("Hùng , Lan", 5, kind="person") == []
    assert candidates("", 0) == []


def test_labels_are_known_by_their_names() -> None:
    names = ("person", "Chức vụ", "Tổ chức", "phong trào thi đua", "Khen thưởng", "ORG", "màu sắc")
    assert [kind_of(name) for name in names] == [
        "person", "position", "organization", "campaign", "award", "organization", "",
    ]  # fmt: skip


def test_the_own_borders_decide_what_comes_first() -> None:
    habits = Habits()
    text = "phong trào “Một” và “Hai” rồi “Ba” và phong trào “Bốn năm” nữa"
    for quoted in ("“Một”", "“Hai”", "“Ba”"):
        start = text.index(quoted)
        habits.learn("c", text, start, start + len(quoted))
    caret = text.index("Bốn")
    first, second = candidates(text, caret, kind="campaign", label="c", habits=habits)[:2]
    assert (text[slice(*first)], text[slice(*second)]) == ("“Bốn năm”", "Bốn năm")
    assert (
        text[slice(*candidates(text, caret, kind="campaign", label="other", habits=habits)[0])] == "Bốn năm"
    )


def test_the_own_words_come_first() -> None:
    habits = Habits()
    text = "khối thi đua số ba của huyện, rồi khối thi đua số ba lại họp"
    habits.learn("o", text, 0, 18)
    caret = text.index("khối", 5)
    start, end = candidates(text, caret, kind="organization", label="o", habits=habits)[0]
    assert (start, end) == (caret, caret + 18)


def test_what_a_border_tells() -> None:
    text = "ông Lê An, Chủ tịch Hội Nông dân tỉnh, và “Ba sạch” năm 2023"
    found = {words: dict(traits(text, at, at + len(words))) for words in ("Lê An", "Chủ tịch", "Ba sạch")
             if (at := text.index(words)) >= 0}  # fmt: skip
    assert found["Lê An"] == {Trait.ADDRESS: False}
    assert found["Chủ tịch"] == {Trait.BODY: False}
    assert found["Ba sạch"][Trait.QUOTES] is False


@pytest.mark.parametrize("learning", [False, True])
def test_on_a_marked_article_the_first_guess_is_mostly_meant(learning) -> None:
    article = json.loads(STANDIN.read_text(encoding="utf-8"))
    text, habits, first = article["text"], Habits(), 0
    for span in article["spans"]:
        start, end, label = span["start"], span["end"], span["label"]
        found = candidates(text, start, kind=label, label=label, habits=habits)
        first += found[0] == (start, end)
        assert (start, end) in found[:3]
        if learning:
            habits.learn(label, text, start, end)
    assert first >= 0.93 * len(article["spans"])


PIECES = st.sampled_from(
    ["Ủy viên ", "Ban Thường vụ ", "Tỉnh ủy", "Đoàn Văn Hùng", "“", "”", '"', ", ", ". ", "\n", "\r\n", " - ",
     "năm 2023", "Bằng khen ", "của ", "tỉnh ", "TP. 02", "e\u0301\u0323", "👩🏽\u200d🚀", "🇻🇳", "\u00a0",
     "\u2028",
     "مرحبا ", "中国共产党", "ﬁ", "Ünï ", "O’Neill ", "d'", "x", "ABC/DEF ", "\x1c", "\u200b", "𝓧𝓨 "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join), st.integers(0, 200), st.sampled_from(KINDS), st.booleans())
def test_guesses_are_distinct_whole_words_at_the_caret_in_its_paragraph(text, caret, kind, knows) -> None:
    caret = min(caret, len(text))
    habits = Habits()
    if knows and text:
        habits.learn("l", text, 0, min(len(text), 20))
    found = candidates(text, caret, kind=kind, label="l", habits=habits)
    assert len(found) == len(set(found)) <= MOST
    for start, end in found:
        assert 0 <= start <= caret <= end <= len(text) and start < end
        assert segment.grapheme_start(text, start) == start and segment.grapheme_end(text, end) == end
        assert not cuts_word(text, start) and not cuts_word(text, end)
        if kind != "position":
            assert len(segment.paragraphs(text[start:end])) == 1
