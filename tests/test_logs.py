"""No word of any data gets into the log, whatever falls over, and wherever."""

from __future__ import annotations

import builtins
import logging
import re
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import logs

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = [
    kind
    for kind in vars(builtins).values()
    if isinstance(kind, type) and issubclass(kind, Exception) and not issubclass(kind, Warning)
] + [sqlite3.DatabaseError]
WORDS = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=5, max_size=12).map("ệ{}".format)


def made(kind: type[Exception], words: str) -> Exception:
    """An error of that kind whose message is words of a document, as far as its kind takes a message."""
    if issubclass(kind, UnicodeEncodeError):
        return kind("ascii", words, 0, 1, words)
    if issubclass(kind, UnicodeDecodeError):
        return kind("utf-8", words.encode(), 0, 1, words)
    if issubclass(kind, UnicodeTranslateError):
        return kind(words, 0, 1, words)
    if issubclass(kind, BaseExceptionGroup):
        return kind(words, [ValueError(words)])
    if issubclass(kind, OSError):
        return kind(28, words, words)
    return kind(words)


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, WORDS, st.sampled_from(KINDS), st.sampled_from(KINDS))
def test_no_message_of_any_error_is_written_down(
    words: str, others: str, kind: type[Exception], cause: type[Exception]
) -> None:
    told = logs.described(raised(made(kind, f"{words} và {others}"), raised(made(cause, others))))
    messages = [line for line in told.splitlines() if not line.startswith(" ")]
    assert not [line for line in messages if words in line or others in line]
    assert kind.__qualname__ in told
    assert cause.__qualname__ in told


@given(WORDS)
def test_what_python_says_of_values_is_cut_to_its_own_words(words: str) -> None:
    calls: list[Callable[[], object]] = [
        lambda: {}[words],
        lambda: int(words),
        lambda: getattr(3, "no" + words),
        lambda: words + 3,  # type: ignore[operator]
        lambda: Path(f"/nowhere/{words}").read_text(encoding="utf-8"),
        lambda: words.index(words * 2),
        lambda: dict(**{words: 1}, **{words: 2}),
        lambda: sqlite3.connect(":memory:").execute(f'SELECT "{words}" FROM nothing'),
    ]
    for call in calls:
        with pytest.raises(Exception) as caught:
            call()
        last = logs.described(caught.value).splitlines()[-1]
        assert words not in last or words in type(caught.value).__name__


def test_the_programs_own_words_stay() -> None:
    def fall(words: str) -> None:
        raise RuntimeError(f"no library is open for {words}")

    with pytest.raises(RuntimeError) as caught:
        fall("".join(chr(0x1EC5) for _ in range(4)))
    assert logs.described(caught.value).endswith("RuntimeError: no library is open for …")
    with pytest.raises(TypeError) as missing:
        fall()  # type: ignore[call-arg]
    assert "missing 1 required positional argument" in logs.described(missing.value)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ('QFile: "/home/lan/Hồ sơ.txt" not found', "QtWarningMsg: QFile: … not found"),
        ("QFont: tên lạ", "QtWarningMsg: QFont: t…n l…"),
        ("x" * 999, f"QtWarningMsg: {'x' * 300}"),
    ],
)
def test_what_qt_says_loses_quotes_and_other_letters(said: str, kept: str) -> None:
    assert logs.record_qt("QtWarningMsg", said) == kept


def test_the_first_line_of_each_run_names_the_versions() -> None:
    path = logs.log_file()
    path.parent.mkdir(parents=True)
    for run in range(2):
        handler = logs._LogFile(path)
        for line in range(2):
            handler.emit(logging.makeLogRecord({"msg": f"{run} {line}"}))
        handler.close()
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[1:3] == ["0 0", "0 1"]
    assert lines[0] == lines[3] == logs.versions()
    assert re.search(rf"SQLite {re.escape(sqlite3.sqlite_version)}, Expat \d+\.\d+", lines[0])


def test_a_python_without_a_parser_is_no_reason_to_fall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyexpat", None)
    assert logs.versions().endswith("Expat -")


def test_the_log_turns_over_and_keeps_four_files() -> None:
    path = logs.log_file()
    path.parent.mkdir(parents=True)
    handler = logs._LogFile(path)
    for _ in range(600):
        handler.emit(logging.LogRecord("annotator", logging.ERROR, "", 0, "x" * 10_000, None, None))
    handler.close()
    files = sorted(path.parent.glob("annotator.log*"))
    assert [each.name.removeprefix("annotator.log") for each in files] == ["", ".1", ".2", ".3"]
    assert max(each.stat().st_size for each in files) <= 1_000_000
