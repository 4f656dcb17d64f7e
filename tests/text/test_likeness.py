"""Nearly the same texts: what counts, what does not, and that groups depend on nothing but the texts."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.likeness import groups, nearest, resemblance, sketch

_WORDS = [f"từ{number}" for number in range(400)]
ARTICLE = " ".join(_WORDS[:200])
OTHER = " ".join(_WORDS[200:])

words = st.lists(st.sampled_from(_WORDS[:30]), max_size=40).map(" ".join)


def test_a_text_is_like_itself_whatever_its_case_form_and_line_ends() -> None:
    again = unicodedata.normalize("NFD", ARTICLE.upper()).replace(" ", "\r\n")

    assert resemblance(sketch(ARTICLE), sketch(again)) == 1.0


def test_a_few_changed_words_leave_a_text_nearly_the_same_and_many_do_not() -> None:
    few = ARTICLE.replace("từ50 ", "khác ").replace("từ100 ", "khác ") + " Thêm một câu."
    many = " ".join("khác" if number % 3 == 0 else word for number, word in enumerate(_WORDS[:200]))

    assert resemblance(sketch(ARTICLE), sketch(few)) > 0.8
    assert resemblance(sketch(ARTICLE), sketch(many)) < 0.1


def test_the_estimate_is_near_the_share_of_common_shingles() -> None:
    half = " ".join(_WORDS[100:300])

    assert abs(resemblance(sketch(ARTICLE), sketch(half)) - 97 / 297) < 0.15


def test_texts_without_words_are_like_nothing() -> None:
    assert resemblance(sketch("…!?"), sketch("")) == 0.0
    assert groups([sketch(""), sketch(" \n"), sketch("…")]) == [0, 1, 2]


def test_short_texts_are_alike_only_when_they_are_equal() -> None:
    assert resemblance(sketch("Ảnh: TTXVN"), sketch("ảnh ttxvn")) == 1.0
    assert resemblance(sketch("Ảnh: TTXVN"), sketch("Ảnh: Minh")) == 0.0


def test_a_shared_beginning_alone_makes_no_group() -> None:
    furniture = " ".join(f"khung{number}" for number in range(20))
    texts = [f"{furniture} {' '.join(f'{place}x{number}' for number in range(100))}" for place in range(40)]

    assert groups([sketch(text) for text in texts]) == list(range(40))


def test_groups_are_closed_and_named_after_their_first_text() -> None:
    first, second, third = ARTICLE, f"{ARTICLE} " + " ".join(_WORDS[200:280]), " ".join(_WORDS[:330])

    assert groups([sketch(text) for text in (OTHER + " xa", first, second, third)])[1:] == [1, 1, 1]


def test_the_nearest_is_found_or_nothing() -> None:
    texts = [sketch(OTHER), sketch(" ".join(_WORDS[:150])), sketch(ARTICLE)]

    assert nearest(sketch(ARTICLE), texts) == 2
    assert nearest(sketch(ARTICLE), texts[:1]) is None


@given(st.lists(words, max_size=8))
def test_every_text_is_in_the_group_of_an_earlier_text_or_its_own(texts: list[str]) -> None:
    found = groups([sketch(text) for text in texts])

    assert all(leader <= place and found[leader] == leader for place, leader in enumerate(found))
    for place, text in enumerate(texts):
        if sketch(text):
            assert found[place] == found[texts.index(text)]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(20, 200)), max_size=12))
def test_no_pair_that_is_alike_is_missed_for_the_sake_of_speed(pieces: list[tuple[int, int, int]]) -> None:
    texts = [
        " ".join(f"{kind}x{place}" for place in range(first, first + count)) for kind, first, count in pieces
    ]
    sketches = [sketch(text) for text in texts]
    found = groups(sketches)

    for one in range(len(texts)):
        for other in range(one):
            if resemblance(sketches[one], sketches[other]) >= 0.55:
                assert found[one] == found[other]
