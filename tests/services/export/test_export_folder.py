"""Folders of exports: whole or not at all, and nothing of the person's own is ever touched."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from annotator.errors import EnvironmentProblem
from annotator.services.export import folder as export_folder
from annotator.services.export.folder import MANIFEST, FolderDelivery

if TYPE_CHECKING:
    from pathlib import Path


def deliver(target: Path, files: dict[str, bytes]) -> FolderDelivery:
    """Publish a folder of these files, with a manifest."""
    with FolderDelivery(target) as delivery:
        for name, data in files.items():
            with delivery.file(name) as stream:
                stream.write(data)
        listed = [{"name": file.name, "sha256": file.sha256} for file in delivery.files]
        with delivery.file(MANIFEST, holds_documents=False) as stream:
            stream.write(json.dumps({"files": listed}).encode())
        delivery.publish()
    return delivery


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_folder_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "out"

    with FolderDelivery(target) as delivery:
        with delivery.file("train/a.ann") as stream:
            stream.write(b"T1")
        assert not target.exists()
        delivery.publish()

    assert names_in(target) == ["train/a.ann"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (target / "train").stat().st_mode & 0o077 == target.stat().st_mode & 0o077


def test_what_is_not_published_leaves_nothing(tmp_path: Path) -> None:
    with FolderDelivery(tmp_path / "out") as delivery, delivery.file("a") as stream:
        stream.write(b"1")

    assert list(tmp_path.iterdir()) == []


def test_a_writer_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out"
    deliver(target, {"a.txt": b"old"})

    with (
        pytest.raises(ZeroDivisionError),
        FolderDelivery(target) as delivery,
        delivery.file("a.txt") as stream,
    ):
        stream.write(b"new")
        raise ZeroDivisionError

    assert (target / "a.txt").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_files_of_the_export_before_go_and_those_of_the_person_stay(tmp_path: Path) -> None:
    target = tmp_path / "out"
    deliver(target, {"a.txt": b"1", "b.txt": b"2", "c.txt": b"3"})
    (target / "notes.txt").write_bytes(b"mine")
    (target / "c.txt").write_bytes(b"mine now")

    delivery = deliver(target, {"a.txt": b"new"})

    assert names_in(target) == ["a.txt", "c.txt", MANIFEST, "notes.txt"]
    assert (target / "a.txt").read_bytes() == b"new"
    assert delivery.kept == ["c.txt"]


@pytest.mark.parametrize(
    "manifest",
    [
        b"{",
        b"[]",
        b'{"files": 3}',
        b'{"files": [{"name": "../victim", "sha256": ""}]}',
        b'{"files": [{"name": "/etc/passwd", "sha256": ""}]}',
    ],
)
def test_a_manifest_that_is_not_ours_removes_nothing(tmp_path: Path, manifest: bytes) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / MANIFEST).write_bytes(manifest)
    (tmp_path / "victim").touch()

    deliver(target, {"a.txt": b"1"})

    assert (tmp_path / "victim").exists()
    assert names_in(target) == ["a.txt", MANIFEST]


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", ""])
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    with (
        pytest.raises(ValueError, match=r"^.*$"),
        FolderDelivery(tmp_path / "out") as delivery,
        delivery.file(name),
    ):
        pass

    assert list(tmp_path.iterdir()) == []


def test_a_name_given_twice_is_a_problem_and_no_loss(tmp_path: Path) -> None:
    with FolderDelivery(tmp_path / "out") as delivery:
        with delivery.file("a"):
            pass
        with pytest.raises(EnvironmentProblem), delivery.file("a"):
            pass


def test_many_files_are_flushed_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[str] = []
    monkeypatch.setattr(export_folder.os, "sync", lambda: flushed.append("all"), raising=False)
    deliver(tmp_path / "few", {f"{number}.ann": b"" for number in range(20)})
    assert flushed == []
    deliver(tmp_path / "many", {f"{number}.ann": b"" for number in range(200)})
    assert len(flushed) == 1
    assert len(names_in(tmp_path / "many")) == 201
