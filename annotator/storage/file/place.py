"""Where a library lies, as far as that endangers it: network drives, folders that a service copies.

Only looked at, never refused: people have nothing else sometimes.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem
from annotator.messages import say

if TYPE_CHECKING:
    from annotator.messages import Message

_NETWORK_TYPES: Final = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "davfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.s3fs"),
    )
)
_SYNCED: Final = (
    ("Dropbox", re.compile(r"dropbox( \(.*\))?")),
    ("OneDrive", re.compile(r"onedrive( - .*)?")),
    ("Google Drive", re.compile(r"google ?drive|my drive|googledrive-.*")),
    ("iCloud", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs")),
    ("Nextcloud", re.compile(r"nextcloud|owncloud")),
    ("Syncthing", re.compile(r"syncthing")),
)
_DRIVE_REMOTE: Final = 4
"""What GetDriveTypeW gives for a network drive (learn.microsoft.com, fileapi.h)."""

_LONGEST: Final = 480
"""Bytes of a path: SQLite takes 512 (os_unix.c, MAX_PATHNAME), and names beside the library are longer."""


def require_short(path: Path) -> None:
    """Refuse a path that is too long for SQLite, which would only say that it cannot be opened.

    Raises:
        EnvironmentProblem: both lengths are named.
    """
    length = len(os.fsencode(os.path.realpath(path)))
    if length > _LONGEST and sys.platform != "win32":
        raise EnvironmentProblem(
            say(
                "The path {path} is too long for a library: it takes {length} bytes, and {longest} can be "
                "used. Nothing was changed; choose shorter names or a folder further up.",
                path=str(path),
                length=length,
                longest=_LONGEST,
            )
        )


def warnings_about(path: Path, *, has_locks: bool) -> tuple[Message, ...]:
    """What a person should know of the place of a library, at most one sentence.

    Args:
        path: the library's file.
        has_locks: whether the file system gave our own lock.
    """
    if not has_locks:
        return (
            say(
                "The file system that holds {path} knows no locks, so a second program writing there would "
                "not be noticed. Open the library in one place at a time.",
                path=str(path),
            ),
        )
    if is_on_network(path):
        return (
            say(
                "{path} lies on a network drive, whose locks cannot be relied on. Open the library on one "
                "machine at a time; backups are kept on this one.",
                path=str(path),
            ),
        )
    service = syncing_service(path)
    if service is None:
        return ()
    return (
        say(
            "{path} lies in a folder that {service} copies to other machines. Open the library on one "
            "machine at a time, and only after the copying has ended; backups are kept on this one.",
            path=str(path),
            service=service,
        ),
    )


def syncing_service(path: Path) -> str | None:
    """The service that keeps the folder in step with other machines, by the names of the folders above."""
    for folder in path.absolute().parents:
        for service, pattern in _SYNCED:
            if pattern.fullmatch(folder.name.casefold()):
                return service
    return None


def is_on_network(path: Path) -> bool:
    """Whether the file lies on a network drive; False also where the system does not say (macOS)."""
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(path.absolute())[0]
        is_remote: bool = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
        return drive.startswith("\\\\") or is_remote
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return file_system_of(os.path.realpath(path), mounts) in _NETWORK_TYPES


def file_system_of(path: str, mounts: str) -> str:
    """The type of the file system a path lies on, by the lines of Linux's mountinfo; "" if none holds it.

    Of a line the fifth word is the mount point and the word after the lone "-" the type (proc(5)).
    """
    best, found = -1, ""
    for line in mounts.splitlines():
        words = line.split(" ")
        point = _OCTAL.sub(lambda match: chr(int(match[1], 8)), words[4])
        if len(point) >= best and (path == point or path.startswith(point.rstrip("/") + "/")):
            best, found = len(point), words[words.index("-") + 1]
    return found


_OCTAL: Final = re.compile(r"\\([0-7]{3})")
