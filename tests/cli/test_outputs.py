"""No command writes over a library or what belongs to one, and a name that is too long is said."""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

_WRITERS = {
    "label set": ("labels", "--corpus", "Kho", "save", "--force", "--output"),
    "guideline": ("labels", "--corpus", "Kho", "guideline", "--force", "--output"),
    "agreement": ("agreement", "--corpus", "Kho", "--force", "--output"),
    "hits": ("search", "--corpus", "Kho", "a", "--csv"),
    "export": ("export", "--corpus", "Kho", "--format", "jsonl", "--all-layers", "--force", "--output"),
    "package": ("package", "make", "--corpus", "Kho", "--kind", "gold", "--output"),
    "backup": ("backup", "--output"),
    "rescue": ("check", "--rescue"),
}
_PLACES = ("l.html", "linked.html", "other.html", "l.html-wal", "l.html-journal", "l.html.lock")


@pytest.fixture
def there(tmp_path: Path, labelled: str, annotator: Any) -> Path:
    """A folder with a library, a link to it, and the library of somebody else."""
    assert annotator("backup", "--output", str(tmp_path / "l.html")).status == 0
    shutil.copyfile(tmp_path / "l.html", tmp_path / "other.html")
    (tmp_path / "linked.html").symlink_to(tmp_path / "l.html")
    return tmp_path


def test_no_library_and_nothing_of_one_is_overwritten(annotator: Any, there: Path) -> None:
    before = {name: (there / name).read_bytes() for name in ("l.html", "other.html")}
    for writer, place in itertools.product(_WRITERS.values(), _PLACES):
        answer = annotator("--library", str(there / "l.html"), *writer, str(there / place))
        assert answer.status in (1, 2), (writer, place, answer)
        assert place in answer.err
        assert "error of its own" not in answer.err
        assert before == {name: (there / name).read_bytes() for name in before}, (writer, place)
        assert (there / "linked.html").is_symlink()
    assert not (there / "l.html-journal").exists()


def test_a_copy_is_not_restored_into_what_belongs_to_the_library(annotator: Any, there: Path) -> None:
    copy = str(there / "other.html")
    (there / "l.html").write_bytes(b"damaged")
    for end in ("-wal", "-journal", ".lock"):
        place = str(there / f"l.html{end}")
        for words in (("restore", copy, "--output"), ("check", "--rescue")):
            assert annotator("--library", str(there / "l.html"), *words, place).status == 1
            assert not (there / f"l.html{end}").exists()


def test_a_name_that_is_too_long_is_said(annotator: Any, there: Path) -> None:
    long = str(there / f"{'n' * 260}.html")
    for writer in _WRITERS.values():
        answer = annotator("--library", str(there / "l.html"), *writer, long)
        assert answer.status in (1, 2)
        assert "error of its own" not in answer.err
        assert "nnnn" in answer.err


LONG = "a" * 300


@pytest.mark.parametrize(
    "words", [("import", LONG, "--corpus", "Kho"), ("undo", "--library", LONG), ("check", "--library", LONG)]
)
def test_a_name_that_is_too_long_is_a_sentence(annotator: Any, words: tuple[str, ...]) -> None:
    answer = annotator(*words)
    assert answer.status == 1
    assert "too long" in answer.err
    assert "error of its own" not in answer.err
