"""Proof that what the library says of itself leads somewhere: who is at the desk, and which copy it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from annotator.messages import say
from annotator.model.identity import is_uid
from annotator.model.soundness import Problem
from annotator.storage.replica import read_settings, write_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from annotator.storage.repositories import Repositories
    from annotator.storage.soundness.texts import Tick

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


def last_at_desk(connection: Connection) -> str | None:
    """The uid of the person who made the newest step that a person made who is still there."""
    found: str | None = connection.execute(_LAST_AT_DESK).scalar()
    return found


def put_right(view: Repositories) -> None:
    """Put the person who worked last at the desk, where whoever is there is unknown."""
    person = last_at_desk(view.connection)
    if person is not None and view.people.key_of(read_settings(view.connection).get("self", "")) is None:
        write_settings(view.connection, {"self": person})
