"""Many small files are taken in together, and it shows in nothing but the time and the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.services.intake.found_files import together

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.services.library import Library

COUNT = 22


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection of brat."""
    found = tmp_path / "brat"
    found.mkdir()
    for number in range(COUNT):
        (found / f"{number:03}.txt").write_text(f"Bà Ngô Thị Hà số {number}", encoding="utf-8")
        (found / f"{number:03}.ann").write_text("T1\tPerson 3 13\tNgô Thị Hà\n", encoding="utf-8")
    return found


def test_many_small_files_are_one_step(library: Library, folder: Path) -> None:
    result = library.importing.import_paths([str(folder)], "C")

    assert (result.documents_added, result.spans_added) == (COUNT, COUNT)
    assert [(each.accepted, each.documents, each.spans) for each in result.files] == [(True, 1, 1)] * COUNT
    last = library.history.steps()[0]
    assert str(last.summary) == f"brat imported: {COUNT} documents, {COUNT} spans new"
    library.history.undo()
    assert library.corpora.list() == []


def test_one_bad_file_is_named_and_the_others_are_in(library: Library, folder: Path) -> None:
    (folder / "007.ann").write_text("T1\tPerson 3 13\tNgô Thị Bé\n", encoding="utf-8")

    result = library.importing.import_paths([str(folder)], "C")

    assert result.documents_added == COUNT - 1
    refused = [each for each in result.files if not each.accepted]
    assert [each.path for each in refused] == [str(folder / "007.ann")]
    assert "says “Ngô Thị Bé”" in str(refused[0].messages[0])


def test_what_there_is_to_say_is_said_of_its_file(library: Library, folder: Path) -> None:
    twice = "T1\tPerson 3 13\tNgô Thị Hà\nT2\tPerson 3 13\tNgô Thị Hà\n"
    (folder / "013.ann").write_text(twice, encoding="utf-8")

    result = library.importing.import_paths([str(folder)], "C")

    assert (result.documents_added, result.spans_added) == (COUNT, COUNT)
    told = [each for each in result.files if each.messages]
    assert [each.path for each in told] == [str(folder / "013.ann")]
    assert [each.path for each in result.files] == sorted(each.path for each in result.files)


def test_nothing_is_in_where_all_are_refused(library: Library, folder: Path) -> None:
    for path in folder.glob("*.txt"):
        path.unlink()

    result = library.importing.import_paths([str(folder)], "C")

    assert result.documents_added == 0
    assert len(result.files) == COUNT
    assert not any(each.accepted for each in result.files)
    assert "C" not in {each.name for each in library.corpora.list()}


def test_known_texts_stay_one(library: Library, folder: Path) -> None:
    library.importing.import_paths([str(folder)], "C")

    again = library.importing.import_paths([str(folder)], "C")

    assert (again.documents_added, again.documents_known, again.spans_added) == (0, COUNT, 0)
    assert len(again.files) == COUNT


def test_lots_are_small_files_of_one_folder(tmp_path: Path) -> None:
    files = []
    for name, size in [(f"a/{number:02}.txt", 5) for number in range(25)] + [
        ("a/big.txt", 300_000),
        ("b/1.txt", 5),
    ]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x" * size)
        files.append((path, str(path)))

    assert [len(lot) for lot in together(files)] == [25, 1, 1]
    assert [len(lot) for lot in together(files[:10])] == [1] * 10
