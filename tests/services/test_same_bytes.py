"""The same library and recipe give the same bytes, whatever language, time zone and run of the program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from annotator.formats.registry import WRITABLE
from annotator.paths import resource
from annotator.services.library import open_library

ROOT: Final = Path(__file__).resolve().parents[2]
CHILD: Final = Path(__file__).with_name("same_bytes_child.py")
SURROUNDINGS: Final = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANGUAGE": "en", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "vi_VN.UTF-8", "LANGUAGE": "vi"},
)


@pytest.fixture
def filled(empty_library: Path, tmp_path: Path) -> Path:
    path = shutil.copyfile(empty_library, tmp_path / "l.annotator")
    with open_library(str(path)) as library:
        library.importing.import_paths([str(resource("samples", "sample-corpus.jsonl"))], "Mẫu")
    return path


def exported(library: Path, folder: Path, around: dict[str, str]) -> dict[str, str]:
    folder.mkdir()
    own = folder / "l.annotator"
    shutil.copyfile(library, own)
    done = subprocess.run(
        [sys.executable, str(CHILD), str(own), str(folder / "out")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **around},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return json.loads(done.stdout)


def test_every_format_has_the_same_bytes_in_other_surroundings(filled: Path, tmp_path: Path) -> None:
    here, there = (
        exported(filled, tmp_path / f"run {number}", around) for number, around in enumerate(SURROUNDINGS)
    )

    assert [name for name in {**here, **there} if here.get(name) != there.get(name)] == []
    formats = {name.split("/")[0] for name in here}
    assert len(formats & set(WRITABLE)) >= len(WRITABLE) - 1, "all but those whose extra is not there"
    assert {"conll split/data.conll/manifest.json", "brat split/data./train/annotation.conf"} <= set(here)
