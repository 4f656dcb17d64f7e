"""Every key of the catalogue, pressed on a real X server, does the one thing that it stands for.

Qt matches one key press to several sequences there (the sign that is typed, the key with Shift), so that two
names of one press make it ambiguous and dead; its own test functions never show that.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.ui.catalogue import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "xdotool", "setxkbmap")
NAMES = {
    "[": "bracketleft",
    "]": "bracketright",
    "{": "braceleft",
    "}": "braceright",
    "!": "exclam",
    "/": "slash",
    "?": "question",
    "+": "plus",
    "-": "minus",
    "=": "equal",
    ",": "comma",
    "Enter": "KP_Enter",
    "Backspace": "BackSpace",
    "Del": "Delete",
    "PgUp": "Prior",
    "PgDown": "Next",
}
SIGNS = ["[", "]", "{", "}", "Ctrl+[", "Ctrl+]", "Ctrl+{", "Ctrl+}", "!", "?", "Ctrl++", "Ctrl+=", "Ctrl+-"]

pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in TOOLS), reason=f"needs {', '.join(TOOLS)}"
)


def x_name(sequence: str) -> str:
    """A key sequence as xdotool writes it."""
    head, key = (sequence[:-2], "+") if sequence.endswith("++") else sequence.rpartition("+")[::2]
    name = NAMES.get(key, key.lower() if len(key) == 1 else key)
    return "+".join(filter(None, (head.lower(), name)))


@pytest.fixture(scope="module")
def server() -> Iterator[dict[str, str]]:
    """The environment of a program on an X server of its own."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as process:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        process.terminate()


@contextmanager
def listening(server: dict[str, str], layout: str) -> Iterator[subprocess.Popen[str]]:
    """The window of `keys_child.py` with the focus, under a keyboard layout."""
    subprocess.run(["setxkbmap", layout], env=server, check=True)
    command = [sys.executable, str(ROOT / "tests" / "e2e" / "keys_child.py")]
    with subprocess.Popen(
        command, env=server, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        assert child.stdout is not None
        window = child.stdout.readline().strip()
        subprocess.run(["xdotool", "windowfocus", "--sync", window], env=server, check=True)
        yield child
        child.terminate()


def pressed(child: subprocess.Popen[str], server: dict[str, str], key: str) -> str:
    """What the window says to a key; the key F1 after it ends the waiting for a dead one."""
    assert child.stdout is not None
    subprocess.run(["xdotool", "key", "--delay", "0", x_name(key), "F1"], env=server, check=True)
    answers = list(iter(lambda: child.stdout.readline().strip(), "help.keys"))
    return " ".join(answers)


WANTED = {key: act.id for act in CATALOGUE for key in act.keys if key != "F1"}


@pytest.mark.parametrize(("layout", "keys"), [("us", tuple(WANTED)), ("vn", SIGNS), ("de", SIGNS)])
def test_every_key_does_its_one_thing(server: dict[str, str], layout: str, keys: tuple[str, ...]) -> None:
    with listening(server, layout) as child:
        done = {key: pressed(child, server, key) for key in keys}
    assert done == {key: WANTED[key] for key in keys}
