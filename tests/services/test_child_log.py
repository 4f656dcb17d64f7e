"""What falls over in a child process is in the log, and not on the person's terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from annotator import logs

PROGRAM = """
from annotator.errors import AnnotatorError
from annotator.services.intake.child import Child
from tests.services.test_child_log import fall
def main():
    with Child() as child:
        try:
            child.do(fall, "Zzy" + "zx", lambda *_: None)
        except AnnotatorError as error:
            print(error)
if __name__ == "__main__":
    main()
"""


def fall(words: str, _progress: object) -> None:
    raise RuntimeError(f"no place for {words}")


def test_an_error_in_a_child_is_logged_and_told_by_the_parent(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    words = [sys.executable, str(program)]
    done = subprocess.run(
        words,
        capture_output=True,
        text=True,
        check=False,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert done.stderr == ""
    assert "The program met an error of its own (RuntimeError)." in done.stdout
    written = logs.log_file().read_text(encoding="utf-8")
    assert "in fall" in written
    assert "RuntimeError: no place for …" in written
