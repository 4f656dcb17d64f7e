"""Which copy of a library this is: (replica, counter) numbers its steps; no two copies share a replica.

A library copied, restored, moved or opened on another machine would go on counting where the other one does;
so a new replica uid is drawn whenever machine, path or file are not those of the last writable opening.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from annotator import paths, ways
from annotator.errors import DamagedError
from annotator.messages import say
from annotator.model.identity import is_uid, new_uid
from annotator.storage.tables import setting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sqlalchemy import Connection


def read_settings(connection: Connection) -> dict[str, str]:
    """What the library knows of itself."""
    return dict(connection.execute(select(setting)).all())


def write_settings(connection: Connection, values: Mapping[str, str]) -> None:
    """Put these values in place of the ones there."""
    if not values:
        return
    connection.execute(delete(setting).where(setting.c.name.in_(list(values))))
    connection.execute(insert(setting), [{"name": name, "value": value} for name, value in values.items()])


def read_uid(connection: Connection) -> str:
    """The uid of the library, which names files and folders of it and is therefore never taken on trust.

    Raises:
        DamagedError: it is missing or no uid, as in a library that somebody altered.
    """
    uid = read_settings(connection).get("uid", "")
    if not is_uid(uid):
        raise DamagedError(
            say(
                "The library is damaged: what it says it is known by is no name that the program gives. "
                "{way}",
                way=ways.RESTORE_OR_RESCUE,
            )
        )
    return uid


def settle(connection: Connection, path: Path, file: Path) -> None:
    """Keep the replica uid where the library is where it was, else draw a new one; within a transaction.

    Args:
        connection: of the writer.
        path: the library's name.
        file: where its bytes are: the same, or another name as long as the library is not named yet.
    """
    here = _place(path, file)
    known = read_settings(connection)
    if not is_uid(known.get("replica", "")) or any(known.get(name) != value for name, value in here.items()):
        write_settings(connection, {**here, "replica": new_uid()})


def _place(path: Path, file: Path) -> dict[str, str]:
    state = file.stat()
    return {
        "replica_machine": machine_id(),
        "replica_path": os.fsencode(os.path.realpath(path)).hex(),
        "replica_file": f"{state.st_dev}:{state.st_ino}",
    }


def machine_id() -> str:
    """A uid of this machine and account, kept beside the preferences; "" where nothing can be kept."""
    file = paths.config_folder() / "machine"
    try:
        found = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        found = ""
    if is_uid(found):
        return found
    fresh = new_uid()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(fresh, encoding="ascii")
    except OSError:
        return ""
    return fresh
