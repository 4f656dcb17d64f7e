"""What is wrong with a pattern is said in the person's language, never in the engine's words alone."""

from __future__ import annotations

import pytest
import regex

from annotator.errors import UserError
from annotator.language import catalogue
from annotator.text.matching import Wanted, find_all
from annotator.text.pattern_problems import problem_of


@pytest.mark.parametrize(
    ("pattern", "english"),
    [
        ("[a", "a “[” has no “]”"),
        ("(a", "a “(” has no “)”"),
        ("a)", "a “)” has no “(”"),
        ("*a", "nothing stands before a sign that repeats"),
        ("a**", "two signs that repeat follow each other"),
        ("a\\", "a “\\” stands at its end"),
        ("[b-a]", "a range in “[…]” runs backwards"),
        ("a{2,1}", "the least number of repeats is greater than the most"),
        ("\\p{Foo}", "no kind of character has that name"),
        ("(?P=x)", "no group has that name"),
        ("\\1", "it names a group that is not there"),
        ("(?z)a", "what stands before character 3 makes no sense there"),
    ],
)
def test_each_problem_has_words_of_its_own_in_both_languages(pattern: str, english: str) -> None:
    with pytest.raises(regex.error) as caught:
        regex.compile(pattern)
    said = problem_of(caught.value)
    assert said.render() == english
    assert said.render(catalogue("vi")) != english


def test_an_error_without_a_place_is_said_too() -> None:
    assert problem_of(RecursionError()).render() == "it makes no sense"


def test_the_whole_sentence_is_vietnamese() -> None:
    with pytest.raises(UserError) as caught:
        find_all("abc", Wanted("[a", regex=True))
    told = caught.value.message.render(catalogue("vi"))
    assert "unterminated" not in told
    assert "“[” không có “]”" in told
