"""Boundaries: the same for NFC and NFD, never inside a visible character, found locally."""

from __future__ import annotations

import itertools
import time
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from annotator.text import segment
from annotator.text.rulers import Ruler

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = (
    *(
        "Đ/c",
        "hoà",
        "hòa",
        "e\u0301",
        "ộ",
        "o\u0323\u0302",
        "TP.HCM",
        "02",
        "3,5",
        " ",
        "  ",
        "\u00a0",
        ".",
        ",",
    ),
    *(
        "“",
        "”",
        "(",
        ")",
        "…",
        "-",
        "\r\n",
        "\n",
        "\r",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\u200b",
        "\x00",
        "%",
        "_",
    ),
    *(
        "👨\u200d👩\u200d👧",
        "🇻🇳",
        "👍🏽",
        "1\ufe0f\u20e3",
        "שלום",
        "العربية",
        "漢字",
        "ภาษา",
        "한국",
        "क्षि",
        "'",
        "’",
        "\u0301",
    ),
)
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=14).map("".join)
VIETNAMESE = (
    "Đ/c Đoàn Văn Hùng, Ủy viên Ban Thường vụ Tỉnh ủy, làm việc tại TP.HCM "
    "ngày 20/11 (quý II). Ông nói: “Tốt”."
)


def qt_borders(text: str) -> list[int]:
    ruler = Ruler(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    found = [0]
    while (place := finder.toNextBoundary()) != -1:
        found.append(ruler.from_u16(place))
    return found


@pytest.mark.parametrize(
    "text", [VIETNAMESE, unicodedata.normalize("NFD", VIETNAMESE), *(f"x{piece}x" for piece in PIECES)]
)
def test_visible_characters_are_those_of_qt(text: str) -> None:
    borders = [0]
    while borders[-1] < len(text):
        borders.append(segment.next_grapheme(text, borders[-1]))
    assert qt_borders(text) == borders


@given(TEXT, st.data())
def test_visible_characters_partition_the_text(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    start, end = segment.grapheme_start(text, place), segment.grapheme_end(text, place)
    assert 0 <= start <= place <= end <= len(text)
    assert segment.grapheme_end(text, start) == segment.grapheme_start(text, start) == start
    assert segment.grapheme_end(text, end) == segment.grapheme_start(text, end) == end
    if start < place:
        assert segment.next_grapheme(text, start) == end
        assert segment.previous_grapheme(text, end) == start


@given(TEXT)
def test_steps_forward_and_back_meet_the_same_borders(text: str) -> None:
    forward, back = [0], [len(text)]
    while forward[-1] < len(text):
        forward.append(segment.next_grapheme(text, forward[-1]))
    while back[-1] > 0:
        back.append(segment.previous_grapheme(text, back[-1]))
    assert forward == back[::-1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đ/c Đoàn Văn Hùng,", ["Đ/c", "Đoàn", "Văn", "Hùng"]),
        ("tại TP.HCM, Q.1", ["tại", "TP.HCM", "Q.1"]),
        ("tổ quốc…Duy trì", ["tổ", "quốc", "Duy", "trì"]),
        ("nước.Đồng thời", ["nước", "Đồng", "thời"]),
        ("TS.Nguyễn Văn A", ["TS", "Nguyễn", "Văn", "A"]),
        ("PGS.TS. Lê", ["PGS.TS", "Lê"]),
        ("Bà Rịa-Vũng Tàu", ["Bà", "Rịa", "Vũng", "Tàu"]),
        ("UBND/HĐND", ["UBND", "HĐND"]),
        ("2021-2025; 3,5% lúc 8:30", ["2021", "2025", "3,5", "lúc", "8:30"]),
        ("H’Hen Niê, R'lấp", ["H’Hen", "Niê", "R'lấp"]),
        ("COVID-19 và v.v.", ["COVID-19", "và", "v.v"]),
        ("100.000₫ 👨\u200d👩\u200d👧🇻🇳", ["100.000", "₫", "👨\u200d👩\u200d👧", "🇻🇳"]),
        ("漢字 ok_go", ["漢", "字", "ok_go"]),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_those_a_vietnamese_reader_means(text: str, words: list[str], form: str) -> None:
    text = unicodedata.normalize(form, text)
    starts = [0]
    while starts[-1] < len(text):
        starts.append(segment.next_word(text, starts[-1]))
    found = [segment.word_at(text, start) for start in starts[:-1]]
    assert [unicodedata.normalize("NFC", text[slice(*word)]) for word in found if word] == words


def test_word_at_prefers_the_word_that_begins_and_takes_the_one_that_ends() -> None:
    assert segment.word_at("a b", 0) == (0, 1)
    assert segment.word_at("a b", 1) == (0, 1)
    assert segment.word_at("a b", 2) == (2, 3)
    assert segment.word_at("漢字", 1) == (1, 2)
    assert segment.word_at("a  b", 2) is None
    assert segment.word_at("", 0) is None


@given(TEXT, st.data())
def test_word_jumps_agree_with_each_other(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    after, before = segment.next_word(text, place), segment.previous_word(text, place)
    assert before <= place <= after
    assert after > place or place == len(text)
    assert before < place or place == 0
    for edge in (segment.word_start_after(text, place), segment.word_start_before(text, place)):
        word = segment.word_at(text, edge)
        assert edge == place or (word is not None and word[0] == edge)
    for edge in (segment.word_end_after(text, place), segment.word_end_before(text, place)):
        assert edge == place or any(segment.word_at(text, start) == (start, edge) for start in range(edge))


def test_paragraphs_end_at_every_separator_and_cover_the_rest() -> None:
    text = "a\r\nb\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\u2029"
    assert [text[a:b] for a, b in segment.paragraphs(text)] == [*"abcdefghi", ""]
    assert segment.paragraphs("") == [(0, 0)]


@given(TEXT)
def test_paragraphs_lose_nothing_but_separators(text: str) -> None:
    table = segment.paragraphs(text)
    assert table[0][0] == 0
    assert table[-1][1] == len(text)
    for (_, end), (start, _) in itertools.pairwise(table):
        assert text[end:start] in {*"\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\r\n"}
    assert all(segment.paragraph_at(text, start) == (start, end) for start, end in table)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ông A. Nguyễn đến. Bà B về.", ["Ông A. Nguyễn đến.", "Bà B về."]),
        ("Sống tại TP. Hồ Chí Minh! “Thật?” Ừ.", ["Sống tại TP. Hồ Chí Minh!", "“Thật?”", "Ừ."]),
        ("1. Mục một. 2 việc… và nữa.\nDòng hai", ["1. Mục một.", "2 việc… và nữa.", "Dòng hai"]),
        ("Giá 3.5 triệu. ", ["Giá 3.5 triệu."]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    found = [
        text[a:b] for start, end in segment.paragraphs(text) for a, b in segment.sentences(text, start, end)
    ]
    assert found == parts
    starts = [text.index(part) for part in parts]
    assert [text[slice(*segment.sentence_at(text, start + 1))] for start in starts] == parts
    assert [segment.next_sentence(text, start) for start in starts] == [*starts[1:], len(text)]
    assert [segment.previous_sentence(text, start) for start in starts[1:]] == starts[:-1]


@given(TEXT, st.data())
def test_sentence_jumps_move_and_stay_in_the_text(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert place == len(text) or place < segment.next_sentence(text, place) <= len(text)
    assert place == 0 or 0 <= segment.previous_sentence(text, place) < place
    start, end = segment.sentence_at(text, place)
    assert 0 <= start <= end <= len(text)


def test_tokens_are_the_same_syllables_in_both_forms() -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "Đ/c Hùng… 😀")
        assert [unicodedata.normalize("NFC", text[a:b]) for a, b in segment.tokens(text)] == [
            "Đ",
            "/",
            "c",
            "Hùng",
            "…",
            "😀",
        ]


ENDLESS = {
    "words": "Hội Liên hiệp Phụ nữ tỉnh " * 40_000,
    "one word": "a" * 1_000_000,
    "blanks": " " * 1_000_000,
    "marks": "e" + "\u0301" * 1_000_000,
    "flags": "🇻🇳" * 500_000,
    "stops": "." * 1_000_000,
    "characters": "漢字" * 500_000,
}
LOCAL: list[Callable[[str, int], object]] = [
    *(
        segment.grapheme_start,
        segment.next_grapheme,
        segment.previous_grapheme,
        segment.word_at,
        segment.next_word,
    ),
    *(segment.previous_word, segment.word_end_after, segment.word_end_before, segment.sentence_at),
    *(segment.next_sentence, segment.previous_sentence),
]


@pytest.mark.parametrize("name", ENDLESS)
def test_lookups_are_local_in_an_endless_line(name: str) -> None:
    text = ENDLESS[name]
    spent = time.process_time()
    for lookup in LOCAL:
        for place in (300_000, 600_001):
            lookup(text, place)
    # A walk over the whole text would take seconds; the neighbourhood takes a few milliseconds.
    assert time.process_time() - spent < 0.5


def test_the_quick_way_to_tokens_is_for_characters_on_which_both_libraries_agree():
    plain = [sign for sign in map(chr, range(0x110000)) if segment._PLAIN.fullmatch(sign)]
    assert {"a", "đ", "ệ", "“", "\u00a0", "\n", "²", "½"} <= set(plain)
    assert {"\u0302", "\u200d", "\x1c"}.isdisjoint(plain)
    for sign in plain:
        assert segment._PLAIN_SIGN.findall(sign) == segment._SIGN.split(sign)[1::2]


def test_blanks_are_the_same_for_both_libraries_but_for_four_signs():
    blank = segment.Pattern(r"\s")
    signs = "".join(map(chr, range(0x110000)))
    of_python = {sign for sign in signs if sign.isspace()}
    assert of_python - set(blank.findall(signs)) == set("\x1c\x1d\x1e\x1f")
    assert set(blank.findall(signs)) <= of_python


@given(st.one_of(TEXT, st.text(st.characters(max_codepoint=0x24F))), st.data())
def test_token_texts_are_the_tokens_and_know_the_places_asked_for(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)))))
    found = segment.token_texts(text, places)
    spans = [(start, end) for start, end in segment.tokens(text) if not text[start].isspace()]
    assert found.texts == [text[start:end] for start, end in spans]
    assert found.firsts == {start: n for n, (start, _) in enumerate(spans) if start in places}
    assert found.lasts == {end: n for n, (_, end) in enumerate(spans) if end in places}
