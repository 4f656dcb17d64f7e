"""What only a process of its own can show: streams, flushing, imports, real words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

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
