"""What is odd in a text is counted and nothing is altered."""

from __future__ import annotations

import unicodedata

import pytest

from annotator.text.oddities import Oddities, oddities

PLAIN = "Bà Nguyễn Thị Hà, Ủy viên Ban Thường vụ Tỉnh ủy."


def test_a_usual_text_has_nothing_odd() -> None:
    assert oddities(PLAIN) == Oddities(composed=10)
    assert oddities("plain ascii\nlines\n") == Oddities()


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff", "\u202e", "\u2060", "\x01"])
def test_what_nobody_sees_is_counted(sign: str) -> None:
    assert oddities(f"Hà{sign} Nội{sign}").unseen == ((sign, 2),)


@pytest.mark.parametrize("text", ["👳🏻\u200d♀️", "👨\u200d👩\u200d👧", "क\u094d\u200dष", "می\u200cخواهم"])
def test_joiners_that_make_a_picture_or_a_letter_are_no_oddity(text: str) -> None:
    assert oddities(text).unseen == ()


def test_a_joiner_between_latin_letters_is_one() -> None:
    assert oddities("Hà\u200dNội 👨\u200d👩").unseen == (("\u200d", 1),)


def test_forms_are_told_apart() -> None:
    apart = unicodedata.normalize("NFD", PLAIN)
    assert (oddities(apart).apart, oddities(apart).composed) == (10, 0)
    both = oddities(f"{PLAIN} {apart}")
    assert (both.apart, both.composed) == (10, 10)


def test_half_composed_letters_of_windows_1258_are_apart() -> None:
    assert oddities("ti\u00ea\u0301ng").apart == 1


def test_lost_swapped_and_misread_letters_are_counted() -> None:
    assert oddities("Hà N\ufffdi \ufffd").lost == 2
    assert oddities("Ðảng bộ, Quân Ðội").eths == 2
    assert oddities("Tiếng Việt có dấu".encode().decode("cp1252", "ignore") + "á»‡ Ã´ Ã¡").misread >= 3
    assert oddities("Ã một mình").misread == 0


def test_line_ends_of_several_kinds_are_named() -> None:
    assert oddities("a\r\nb\nc\u2028d").line_ends == ("CR LF", "LF", "U+2028")
    assert oddities("a\r\nb\r\n").line_ends == ()
