"""The promise: nothing of the program reaches for a network, whatever a library or a file says.

Three walls stand around each process and its children: the audit hook of `guard/sitecustomize.py`, which
raises and notes; below Python a library loaded first, which notes what Qt or any other C code asks for; and
an empty network namespace. Of the last two each is there where the machine allows it.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from annotator.cli import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conftest import Article

HERE = Path(__file__).parent
ALONE = ("unshare", "--user", "--map-root-user", "--net")


@functools.cache
def alone() -> tuple[str, ...]:
    """The words that put a process into an empty network, none where the system forbids it."""
    if shutil.which(ALONE[0]) is None:
        return ()
    return ALONE if subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode == 0 else ()


@pytest.fixture(scope="session")
def sockets(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """The library that notes sockets below Python, None without a C compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    made = tmp_path_factory.mktemp("guard") / "sockets.so"
    source = HERE / "guard" / "sockets.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"], check=True)
    return made


@pytest.fixture
def walls(sockets: Path | None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if sockets is not None:
        monkeypatch.setenv("LD_PRELOAD", str(sockets))
    yield
    monkeypatch.delenv("LD_PRELOAD", raising=False)


def run(way: str, folder: Path, article: Article) -> Any:
    """What the child told."""
    words = [
        *alone(),
        sys.executable,
        str(HERE / "network_child.py"),
        way,
        str(folder),
        str(article.gold_file),
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return json.loads(done.stdout.splitlines()[-1])


def test_no_command_reaches_for_a_network(walls: None, article: Article, tmp_path: Path) -> None:
    sys.path.insert(0, str(HERE))
    try:
        import network_child
    finally:
        sys.path.remove(str(HERE))
    tried = {words[0] for words in network_child.commands(tmp_path, article.gold_file)}
    assert tried == set(COMMANDS)
    assert run("commands", tmp_path, article) == {"told": [], "qt_network": False}


def test_no_page_of_the_window_reaches_for_a_network(walls: None, article: Article, tmp_path: Path) -> None:
    told = run("window", tmp_path, article)
    assert len(told["told"]) == 11
    assert told["qt_network"] is False


def test_the_walls_stand(walls: None, sockets: Path | None, no_network: Path) -> None:
    """What reaches for a network past Python is noted too; what has no way out finds nobody."""
    if sockets is None:
        pytest.skip("no C compiler: what Qt and other C code ask for is not watched")
    program = (
        "import ctypes, socket\n"
        "c = ctypes.CDLL(None, use_errno=True)\n"
        "assert c.socket(socket.AF_INET, socket.SOCK_STREAM, 0) == -1\n"
        "assert c.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0) > 0\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    assert "below Python: socket" in no_network.read_text(encoding="utf-8")
    no_network.unlink()


def test_the_network_is_empty_where_it_can_be() -> None:
    if not alone():
        pytest.skip("this system allows no network namespace: only the two other walls were tried")
    done = subprocess.run([*alone(), "cat", "/proc/net/dev"], capture_output=True, text=True, check=True)
    devices = [line.split(":")[0].strip() for line in done.stdout.splitlines()[2:]]
    assert devices == ["lo"]
    assert os.environ["ANNOTATOR_TEST_NETWORK_LOG"]
