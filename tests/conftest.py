"""What every test gets: a screenless Qt, paths of its own, English, and no window left behind.

The preflight comes before pytest-qt loads Qt: on a machine that lacks Qt's system libraries it ends with one
sentence instead of thirty lines of traceback.
"""

from __future__ import annotations

import ctypes
import gc
import itertools
import os
import sys
from typing import TYPE_CHECKING

# Thousands of tests are collected and stay: looking for garbage among them over and over took a sixth of all.
gc.disable()

# Containers often forbid bytecode: every child process compiled the program anew, every worker all the tests.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANGUAGE"] = "en"

_NEEDED = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def _is_missing(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


if sys.platform.startswith("linux"):
    _packages = [package for library, package in _NEEDED.items() if _is_missing(library)]
    if _packages:
        sys.exit(f"Qt needs system libraries that are not here: sudo apt install {' '.join(_packages)}")

import hypothesis  # noqa: E402
import pytest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDERS = {
    "HOME": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
    "LOCALAPPDATA": "local",
    "APPDATA": "roaming",
}

# Where all cores are at work the clock says nothing about an example; pytest-timeout ends what hangs.
hypothesis.settings.register_profile("suite", deadline=None, max_examples=60)
hypothesis.settings.load_profile("suite")

MOST_PROCESSES = 4  # each holds a Qt application and its fonts
MORE_THAN_CORES = 1  # works while the others wait for the disk, for threads and for processes of their own


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A process a core and one more for the whole suite; this one for named tests, where a debugger works."""
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    return min((os.cpu_count() or 1) + MORE_THAN_CORES, MOST_PROCESSES) if whole else 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say that it has no use for a window's least size: no real one says it."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


def pytest_collection_finish(session: pytest.Session) -> None:
    """From now on look for garbage among what the tests make, not among the tests."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the home of each test goes, counted here: pytest reads all names to find the next free one."""
    above = tmp_path_factory.mktemp("people")
    return (above / f"person{number}" for number in itertools.count())


@pytest.fixture(autouse=True)
def isolated_paths(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of this test alone that stands for the person's home; the library is in it."""
    home = next(_homes)
    home.mkdir(mode=0o700)
    for name, folder in _FOLDERS.items():
        (home / folder).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.setenv("ANNOTATOR_LIBRARY", str(home / "library.annotator"))
    return home


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library without a corpus, made once; tests copy it, which costs a third of making one."""
    from annotator.services.library import open_library

    path = tmp_path_factory.mktemp("empty") / "empty.annotator"
    open_library(str(path)).close()
    return path


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fail a test that leaves a window open."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication):
        left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        for widget in left:
            widget.close()
        assert not left, f"windows left open: {left}"


@pytest.fixture
def dress(qapp: QApplication) -> None:
    """Put the application into our fonts and the light theme, as the program does at its start."""
    from annotator.ui import fonts, theme

    fonts.install()
    fonts.complete()
    theme.theme().install(theme.Scheme.LIGHT)
