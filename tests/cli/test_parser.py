"""What is wrong with the words is said in the person's language, however argparse words it."""

from __future__ import annotations

import argparse
import errno
import sys
from typing import TYPE_CHECKING

import pytest

from annotator.cli.main import main
from annotator.cli.parser import WordsParser
from annotator.language import catalogue

if TYPE_CHECKING:
    from annotator.messages import Message


def in_vietnamese(message: Message) -> str:
    return message.render(catalogue("vi"))


def ending(parser: WordsParser, words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The sentence that a parser ends with."""
    with pytest.raises(SystemExit) as end:
        parser.parse_args(words)
    assert end.value.code == 2
    return capsys.readouterr().err.splitlines()[-1].removeprefix("annotator: ")


@pytest.fixture
def parser() -> WordsParser:
    return WordsParser(in_vietnamese, prog="annotator")


@pytest.mark.parametrize(
    ("worded", "said"),
    [
        ("invalid choice: 'x' (choose from 'a', 'b')", "không thể là 'x'"),
        ("invalid choice: 'x' (choose from a, b)", "không thể là 'x'"),
        ("invalid choice: 'x', maybe you meant 'a'? (choose from a, b)", "không thể là 'x'"),
        ("expected 2 arguments", "phải có 2 giá trị theo sau"),
        ("ambiguous option: -a could match -ab, -ac", "-a có thể là nhiều mục: -ab, -ac"),
        ("invalid float value: 'x'", "không dùng được 'x' ở đây"),
        ("something that no Python says yet", "điều viết ở đó không dùng được"),
    ],
)
def test_each_wording_of_argparse_is_said_again(
    parser: WordsParser,
    worded: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(_parser: WordsParser, action: argparse.Action, _value: object) -> None:
        raise argparse.ArgumentError(action, worded)

    monkeypatch.setattr(argparse.ArgumentParser, "_check_value", refuse)
    parser.add_argument("--form", choices=("a", "b"))
    sentence = ending(parser, ["--form", "x"], capsys)
    assert sentence.startswith(f"--form: {said}")


def test_a_complaint_about_no_option_is_never_english(
    parser: WordsParser, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser.error("something that no Python says yet")
    assert capsys.readouterr().err.endswith(
        "annotator: Không hiểu những từ này. --help cho biết có thể viết gì.\n"
    )


def test_what_a_type_of_ours_says_is_shown_as_it_is(
    parser: WordsParser, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(word: str) -> str:
        raise argparse.ArgumentTypeError(f"{word} không phải số")

    parser.add_argument("--number", type=refuse)
    assert ending(parser, ["--number", "x"], capsys) == "--number: x không phải số."


def test_usage_and_help_begin_in_the_persons_language(parser: WordsParser) -> None:
    below = parser.below("command", metavar="COMMAND", required=True)
    below.add_parser("open")
    for text in (parser.format_usage(), parser.format_help(), below.choices["open"].format_usage()):
        assert text.startswith("cách dùng: annotator ")
        assert "usage" not in text


def test_wrong_words_on_a_full_disk_are_still_wrong_words(monkeypatch, capsys):
    def refuse(_words: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys.stdout, "write", refuse)
    assert main(["documents", "--json"]) == 2
    assert "--corpus" in capsys.readouterr().err
