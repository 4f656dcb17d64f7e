"""Proof that what the library says of itself leads somewhere: who is at the desk, and which copy it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text, update

from annotator.messages import say
from annotator.model.identity import is_uid, new_uid
from annotator.model.soundness import Problem
from annotator.storage.replica import read_settings, write_settings
from annotator.storage.repositories import Repositories
from annotator.storage.tables import setting
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from annotator.storage.soundness.texts import Tick

_UIDS: Final = frozenset(("uid", "self", "replica"))
_ESSENTIAL: Final = _UIDS | {"created"}
_KNOWN: Final = _ESSENTIAL | {"replica_machine", "replica_path", "replica_file"}
"""All that a library says of itself."""

_FIRST_TIME = text("SELECT time FROM step ORDER BY seq LIMIT 1")
_LAST_AT_DESK = text(
    "SELECT a.uid FROM step AS s JOIN annotator AS a ON a.id = s.actor "
    "JOIN annotator_version AS v ON v.annotator = a.id AND v.to_step IS NULL AND v.kind = 'person' "
    "ORDER BY s.seq DESC LIMIT 1"
)


def settings(view: Repositories, tick: Tick) -> Iterator[Problem]:
    """What the library says of itself and that leads nowhere; its uid was looked at when it was opened."""
    tick()
    known = read_settings(view.connection)
    if view.people.key_of(known.get("self", "")) is None:
        message = say("The person at the desk is nobody whom the library knows.")
        cure = None
        if last_at_desk(view.connection) is not None:
            cure = say("The person who made the newest step is at the desk again.")
        yield Problem("settings", "setting self", message, repairable=cure is not None, cure=cure)
    if not is_uid(known.get("replica", "")):
        message = say("The number by which this copy of the library counts its steps is damaged.")
        cure = say("The next change draws a new one.")
        yield Problem("settings", "setting replica", message, repairable=True, cure=cure)
    if "created" not in known:
        message = say("The library does not say when it was made.")
        cure = say("The time of the first step is noted.")
        yield Problem("settings", "setting created", message, repairable=True, cure=cure)


def last_at_desk(connection: Connection) -> str | None:
    """The uid of the person who made the newest step that a person made who is still there."""
    found: str | None = connection.execute(_LAST_AT_DESK).scalar()
    return found


def put_right(view: Repositories) -> None:
    """Make anew what the library lacks to say of itself; its uid it has, or it would not be open.

    At the desk is whoever worked last, where whoever is there is unknown.
    """
    known = read_settings(view.connection)
    person = last_at_desk(view.connection)
    if person is not None and view.people.key_of(known.get("self", "")) is None:
        write_settings(view.connection, {"self": person})
    fresh = {"created": _first_time(view.connection), "replica": new_uid()}
    lacking = [name for name in fresh if name not in known]
    write_settings(view.connection, {name: fresh[name] for name in lacking})


def _first_time(connection: Connection) -> str:
    found: str | None = connection.execute(_FIRST_TIME).scalar()
    return found or utc_now()


def make_anew(connection: Connection) -> int:
    """Have a library that was read around damage say all it has to say of itself; how much of it was lost.

    A value whose name is damaged is found by its being left over.
    """
    known = read_settings(connection)
    lost = _ESSENTIAL - known.keys()
    lost_uids = list(lost & _UIDS)
    strays = [name for name, value in known.items() if name not in _KNOWN and is_uid(value)]
    if len(lost_uids) == len(strays) == 1:
        connection.execute(update(setting).where(setting.c.name == strays[0]).values(name=lost_uids[0]))
        known = read_settings(connection)
    wrong = [name for name in ("uid", "replica") if not is_uid(known.get(name, ""))]
    write_settings(connection, {name: new_uid() for name in wrong})
    put_right(Repositories(connection))
    return len(lost)
