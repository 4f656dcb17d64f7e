"""Places where a library is in danger are known, and said once."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.services.library import open_library
from annotator.storage.file import lock, place

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/office\\040share rw,relatime shared:9 - cifs //server/share rw
31 22 0:41 / /home/lan/far rw master:2 - fuse.sshfs lan@far:/ rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/lan/l.annotator", "ext4"),
        ("/mnt/office share/l.annotator", "cifs"),
        ("/mnt/office share2/l.annotator", "ext4"),
        ("/home/lan/far/a/l.annotator", "fuse.sshfs"),
    ],
)
def test_the_file_system_is_that_of_the_deepest_mount_above(path, kind):
    assert place.file_system_of(path, MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Báo)", "Dropbox"),
        ("OneDrive - Sở Nội vụ", "OneDrive"),
        ("GoogleDrive-lan@example.org", "Google Drive"),
        ("Mobile Documents", "iCloud"),
        ("Dropbox-cũ", None),
        ("bài", None),
    ],
)
def test_folders_of_syncing_services_are_known_by_name(folder, service):
    assert place.syncing_service(Path("/home/lan", folder, "kho", "l.annotator")) == service


def test_a_new_library_in_such_a_folder_is_warned_of_once(tmp_path):
    path = str(tmp_path / "Dropbox" / "l.annotator")
    with open_library(path) as library:
        (warning,) = library.warnings
        assert "Dropbox copies to other machines" in str(warning)
    with open_library(path) as library:
        assert library.warnings == ()


def test_a_file_system_without_locks_is_warned_of_each_time(tmp_path, monkeypatch):
    def refuse(_file):
        raise OSError(lock.errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_try_lock", refuse)
    for _ in range(2):
        with open_library(str(tmp_path / "l.annotator")) as library:
            (warning,) = library.warnings
            assert "knows no locks" in str(warning)
            library.corpora.create(f"Kho {_}")


def test_on_a_network_drive_no_memory_is_shared(tmp_path, monkeypatch):
    monkeypatch.setattr(place, "is_on_network", lambda _: True)
    with open_library(str(tmp_path / "l.annotator")) as library:
        assert "network drive" in str(library.warnings[0])
        with library.store.saving() as unit:
            assert unit.connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "delete"
            assert unit.connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 3
        library.corpora.create("Kho")
        assert [each.name for each in library.corpora.list()] == ["Kho"]
