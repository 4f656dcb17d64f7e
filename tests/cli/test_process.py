"""What only a process of its own can show: streams, flushing, imports, real words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from annotator.cli import COMMANDS
from annotator.cli.main import build_parser

if TYPE_CHECKING:
    from pathlib import Path

RUN = [sys.executable, "-m", "annotator"]


def test_every_command_of_the_door_is_there_and_no_other() -> None:
    parser = build_parser(str)
    (below,) = (action for action in parser._actions if action.dest == "command")
    assert sorted(below.choices or ()) == sorted(COMMANDS)


def test_no_command_needs_qt_or_a_screen(tmp_path: Path) -> None:
    source = (
        "import sys\n"
        "from annotator.entry import main\n"
        "status = main(['import', sys.argv[1], '--corpus', 'Kho'])\n"
        "status += main(['export', '--corpus', 'Kho', '--format', 'conll', '--output', sys.argv[2]])\n"
        "loaded = sorted(name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6'))\n"
        "sys.exit(f'{status} {loaded}' if status or loaded else 0)\n"
    )
    path = tmp_path / "a.txt"
    path.write_text("Một bài.", encoding="utf-8")
    environ = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    ended = subprocess.run(
        [sys.executable, "-c", source, str(path), str(tmp_path / "a.conll")],
        env={**environ, "QT_QPA_PLATFORM": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr


def test_each_span_is_answered_before_the_next_is_asked(annotator: Any, labelled: str) -> None:
    words = ["spans", "add", "--corpus", "Kho", "--annotator", "Minh"]
    with subprocess.Popen([*RUN, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for start in range(3):
            line = {"document": labelled, "start": start, "end": 9, "label": "person"}
            process.stdin.write(json.dumps(line).encode() + b"\n")
            process.stdin.flush()
            assert "saved" in json.loads(process.stdout.readline())
        process.kill()
    spans = annotator("spans", "list", "--corpus", "Kho", "--annotator", "Minh", "--json").json
    assert [span["start"] for span in spans] == [0, 1, 2]


def test_a_reader_that_has_seen_enough_gets_no_complaint(labelled: str) -> None:
    words = [*RUN, "spans", "list", "--corpus", "Kho"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_results_are_utf8_in_any_locale(labelled: str) -> None:
    ended = subprocess.run(
        [*RUN, "documents", "--corpus", "Kho", "--json"],
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert json.loads(ended.stdout.decode())[0]["title"] == "Một"


def in_shell(command: str, *words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """What a shell gives for a command in which $RUN stands for the program."""
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}", "bash", *words],
        env={**os.environ, "RUN": f"{sys.executable} -m annotator", **environ},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-", "| true", "2>&1 | true"])
@pytest.mark.parametrize("words", ["--help", "--language vi --help", "documents --corpus Kho", "frobnicate"])
def test_closed_and_broken_streams_are_no_error(labelled: str, words: str, closed: str) -> None:
    ended = in_shell(f"$RUN {words} {closed}; echo $?")
    assert ended.stdout.decode().strip().splitlines()[-1] in {"0", "1", "2"}
    for wrong in (b"an error of its own", b"Exception ignored", b"Traceback"):
        assert wrong not in ended.stderr


def test_a_full_disk_under_the_output_is_refused(labelled: str) -> None:
    ended = in_shell("$RUN documents --corpus Kho > /dev/full")
    assert (ended.returncode, ended.stderr.count(b"\n")) == (1, 1)
    assert b"could not be written (the disk is full)" in ended.stderr


def test_a_refusal_that_nobody_reads_is_no_error_of_the_program(isolated_paths: Path) -> None:
    ended = in_shell("$RUN corpora 2>&1 | true; echo ${PIPESTATUS[0]}")
    assert ended.stdout == b"1\n"
    assert not [log for log in isolated_paths.rglob("*.log") if b"unexpected" in log.read_bytes()]


def test_a_closed_stdout_never_leads_into_the_library(labelled: str) -> None:
    assert in_shell("$RUN spans list --corpus Kho --json >&- <&-").returncode == 0
    assert json.loads(in_shell("$RUN check --json").stdout)["sound"] is True


PURE_ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("environ", [{}, PURE_ASCII])
@pytest.mark.parametrize(
    "words",
    [
        r"import $'bad\xff.txt' --corpus Kho",
        r"import a.txt --corpus $'a\xff'",
        r"spans remove $'\xff'",
        r"labels --corpus Kho add $'\xff'",
        r"--library $'\xff' corpora",
        r"$'\xff'",
    ],
)
def test_words_that_are_no_text_are_refused_in_a_sentence(
    labelled: str, words: str, environ: dict[str, str]
) -> None:
    ended = in_shell(f"$RUN --language vi --json {words}", **environ)
    assert ended.returncode == 1
    (told,) = ended.stderr.decode().splitlines()
    assert r"\xff" in told
    assert "UTF-8" in told
    assert "an error of its own" not in told
    assert json.loads(ended.stdout) == {"refused": told}


def test_other_names_work_in_an_environment_of_ascii(labelled: str, tmp_path: Path) -> None:
    path = tmp_path / "bài.txt"
    path.write_text("Một bài khác.", encoding="utf-8")
    ended = in_shell('$RUN import "$1" --corpus Bộ --json', str(path), **PURE_ASCII)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["files"][0]["path"] == str(path)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux only")
def test_a_file_of_a_folder_whose_name_is_no_text_is_refused_alone(labelled: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "tốt.txt").write_text("Một bài khác.", encoding="utf-8")
    (folder / os.fsdecode(b"bad\xff.txt")).write_text("Bài này.", encoding="utf-8")
    (folder / os.fsdecode(b"bad\xff.xyz")).write_text("Không phải bài.", encoding="utf-8")
    ended = in_shell('$RUN import "$1" --corpus Kho --json', str(folder))
    answer = json.loads(ended.stdout)
    assert (ended.returncode, answer["documents_added"]) == (1, 1)
    assert sorted(file["accepted"] for file in answer["files"]) == [False, True]
    assert rb"bad\xff.txt" in ended.stderr


def test_wrong_usage_is_told_in_vietnamese(annotator: Any) -> None:
    answer = annotator("--language", "vi", "export", "--corpus", "x", "--format", "xyz", "--output", "y")
    assert answer.status == 2
    assert answer.err.startswith("cách dùng: annotator export")
    assert "không thể là 'xyz'" in answer.err
    helped = annotator("--language", "vi", "export", "--help").out
    for english in ("usage", "options", "positional", "show this"):
        assert english not in helped


USAGE = (
    (("import",), "This is missing: PATH, --corpus."),
    (("corpora", "extra"), "This is not understood here: extra."),
    (("export", "--corpus"), "--corpus: a value must follow."),
    (("import", "--corpus", "x"), "This is missing: PATH."),
    (("corpora", "--json=x"), "--json: takes no value, but got 'x'."),
    (("undo", "x"), "N: 'x' is not a whole number above 0."),
    (("undo", "9" * 5000), "is not a whole number above 0."),
    (("labels", "--corpus", "x", "remove", "a", "--move-to", "b", "--with-spans"), "together with --move-to"),
    (("frobnicate",), "COMMAND: 'frobnicate' is not possible; possible are 'import'"),
    (("spans",), "This is missing: ACTION."),
    (("labels",), "This is missing: --corpus."),
)


@pytest.mark.parametrize(("words", "said"), USAGE)
def test_wrong_usage_says_what_is_wrong(annotator: Any, words: tuple[str, ...], said: str) -> None:
    answer = annotator(*words, "--json") if "--json=x" not in words else annotator(*words)
    assert answer.status == 2
    assert said in answer.err.splitlines()[-1]
    if answer.out:
        assert said in answer.json["refused"]


def test_an_interruption_while_the_program_is_loaded_is_no_traceback(tmp_path: Path) -> None:
    source = (
        "import builtins, runpy, sys\n"
        "own = builtins.__import__\n"
        "def stop(name, *rest, **named):\n"
        "    if name == 'annotator.entry': raise KeyboardInterrupt\n"
        "    return own(name, *rest, **named)\n"
        "builtins.__import__ = stop\n"
        "runpy.run_module('annotator', run_name='__main__')\n"
    )
    ended = subprocess.run([sys.executable, "-c", source], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, b"")
