"""An installed program has everything a checkout has."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an unpacked wheel, as an installer would leave it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def test_wheel_holds_every_resource(installed: Path) -> None:
    assert _files(installed / "annotator" / "_resources") == _files(ROOT / "resources")


def test_wheel_holds_the_program_and_no_tests(installed: Path) -> None:
    names = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert names == {"annotator"}
    (about,) = installed.glob("*.dist-info")
    scripts = (about / "entry_points.txt").read_text(encoding="utf-8")
    assert "annotator = annotator.__main__:main" in scripts
    assert "annotator-window = annotator.__main__:main" in scripts
    assert list(about.rglob("LICENSE"))


def test_installed_program_finds_its_resources(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(installed))
    program = "from annotator.paths import resource; print(resource('samples', 'sample-corpus.jsonl'))"
    command = [sys.executable, "-c", program]
    found = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path)
    assert Path(found.stdout.strip()).is_relative_to(installed)
    command = [sys.executable, "-m", "annotator", "--help"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path)
    assert "export" in shown.stdout
