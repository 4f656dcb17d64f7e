from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator import entry, logs, preflight
from annotator.cli import COMMANDS
from annotator.errors import EnvironmentProblem
from annotator.preflight import check_machine, missing_packages

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text("Bà Hà", encoding="utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_goes_to_the_command_line(command: str) -> None:
    assert entry.read_words([command]).is_command
    assert entry.read_words(["--library", "x", "--language=vi", "--json", command]).is_command


def test_no_words_open_the_window() -> None:
    assert entry.read_words([]) == entry.Words()


def test_files_open_in_the_window(seed: Path) -> None:
    words = entry.read_words(["--library=-x", "--language", "vi", str(seed)])
    assert words == entry.Words(library="-x", language="vi", files=[str(seed)])


def test_after_two_hyphens_everything_is_a_file() -> None:
    assert entry.read_words(["--", "-x.txt", "import"]).files == ["-x.txt", "import"]


@pytest.mark.parametrize(
    "words", [["frobnicate"], ["--frobnicate"], ["--library"], ["--help"], ["--language=fr"], ["--json"]]
)
def test_other_words_are_for_the_command_line_to_explain(words: list[str]) -> None:
    assert entry.read_words(words).is_command


def test_a_library_that_only_looks_like_an_option_is_taken() -> None:
    assert entry.read_words(["--library=--weird=name", "--debug"]) == entry.Words(
        library="--weird=name", debug=True
    )


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The libraries that were looked for on a machine that has them all."""
    asked: list[str] = []

    def found(library: str) -> bool:
        asked.append(library)
        return True

    monkeypatch.setattr(preflight, "_loads", found)
    return asked


def test_a_machine_with_everything_passes(asked_for: list[str]) -> None:
    check_machine({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert "libEGL.so.1" in asked_for


def test_no_screen_is_said_with_what_works_without_one() -> None:
    with pytest.raises(EnvironmentProblem, match="DISPLAY nor WAYLAND_DISPLAY"):
        check_machine({}, "linux")


def test_a_screen_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_loads", lambda library: True)
    with pytest.raises(EnvironmentProblem, match=":9876"):
        check_machine({"DISPLAY": ":9876"}, "linux")


def test_other_systems_bring_what_qt_needs(asked_for: list[str]) -> None:
    check_machine({}, "darwin")
    assert asked_for == []


@pytest.mark.parametrize(
    ("release", "package"),
    [
        ('ID=debian\nVERSION_ID="12"\n', "libglib2.0-0"),
        ('ID=debian\nVERSION_ID="13"\n', "libglib2.0-0t64"),
        ("ID=debian\n", "libglib2.0-0t64"),
        ('ID=ubuntu\nVERSION_ID="22.04"\n', "libglib2.0-0"),
        ('ID=ubuntu\nVERSION_ID="24.04"\n', "libglib2.0-0t64"),
    ],
)
def test_packages_have_the_names_of_the_system(release: str, package: str, tmp_path: Path) -> None:
    path = tmp_path / "os-release"
    path.write_text(release)
    assert missing_packages({"libnot-there.so.9": "libglib2.0-0"}, path) == [package]


def test_missing_libraries_come_with_the_command_that_installs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_loads", lambda library: "cursor" not in library)
    with pytest.raises(EnvironmentProblem, match=r"sudo apt install libxcb-cursor0$"):
        check_machine({"DISPLAY": ":0"}, "linux")


def test_wayland_alone_needs_its_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "_loads", lambda library: "wayland" not in library)
    with pytest.raises(EnvironmentProblem, match="libwayland-client0 libwayland-cursor0"):
        check_machine({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


def test_a_file_that_is_not_there_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry, "_start_log", lambda words: None)
    assert entry.main(["nowhere/notes.txt"]) == 1
    assert capsys.readouterr().err == "annotator: nowhere/notes.txt: there is no such file or folder.\n"


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


def test_what_nobody_expected_is_logged_without_words_of_a_document() -> None:
    name = "Hà"
    assert logs.described(raised(ValueError(f"Bà Nguyễn Thị {name} nói"))).endswith("ValueError")


def test_the_cause_of_an_error_is_logged_too() -> None:
    described = logs.described(raised(KeyError("a word"), OSError(errno.ENOSPC, "disk", "Hồ sơ.docx")))
    assert "OSError: ENOSPC" in described
    assert "Hồ sơ" not in described
    assert described.endswith("KeyError")


def test_a_failure_becomes_a_sentence_with_the_log(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("annotator").propagate = True
    message = logs.record_failure(ZeroDivisionError("division by Lan"))
    assert "ZeroDivisionError" in str(message)
    assert logs.LOG_NAME in str(message)
    assert "ZeroDivisionError: division by …" in caplog.text


def run(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "annotator", *words],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_real_process_without_a_screen_says_so() -> None:
    ended = run(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="", LANG="vi_VN.UTF-8", LC_ALL="vi_VN.UTF-8")
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "DISPLAY" in ended.stderr
    assert "There is" not in ended.stderr


def test_an_unknown_command_is_wrong_usage_and_debug_names_the_log() -> None:
    ended = run("--debug", "agree", "--corpus", "x")
    assert ended.returncode == 2
    assert "annotator.log" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


def test_a_fault_of_the_program_is_one_sentence_and_its_way_is_in_the_log(isolated_paths: Path) -> None:
    source = (
        "from annotator import entry\n"
        "import annotator.cli.main\n"
        "def fail(words): raise ValueError('Bà Hà')\n"
        "annotator.cli.main.main = fail\n"
        "entry.main(['corpora'])\n"
    )
    ended = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("annotator: The program met an error of its own (ValueError).")
    assert ended.stderr.count("\n") == 1
    (log,) = isolated_paths.rglob(logs.LOG_NAME)
    written = log.read_text(encoding="utf-8")
    assert "in fail" in written
    assert "Bà Hà" not in written.replace("'Bà Hà'", "")
