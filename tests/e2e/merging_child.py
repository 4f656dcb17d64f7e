"""A program that is killed in the middle of a merge: at a statement, right before COMMIT or right after it.

Usage: merging_child.py LIBRARY PACKAGE POINT

POINT is a number of writing statements (the kill comes before that one), "before-commit", "in-commit" (most
that the transaction wrote lies in the log, its end does not), "after-commit" (it is durable, but nobody was
told), or "count": nothing is killed, and the number of writing statements is told.
"""

import os
import signal
import sys

from sqlalchemy import Engine, event

from annotator.services.library import open_library


class Killing:
    """Counts the writing statements of the merge and ends the program at one point."""

    def __init__(self, point: str) -> None:
        self._point = point
        self.writes = 0

    def listen(self) -> None:
        """Hear of every statement from now on."""
        event.listen(Engine, "before_cursor_execute", self._before)
        event.listen(Engine, "commit", self._committing)

    def _before(self, _connection, cursor, statement, *_more) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            if not self.writes and self._point == "in-commit":
                cursor.execute("PRAGMA cache_size = 10")  # what is written leaves the cache for the log early
                cursor.execute("PRAGMA cache_spill = 10")
            self.writes += 1
            if self._point == str(self.writes):
                _die()

    def _committing(self, connection) -> None:
        if not self.writes:
            return
        if self._point in ("before-commit", "in-commit"):
            _die()
        if self._point == "after-commit":
            connection.connection.driver_connection.execute("COMMIT")
            _die()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Merge, and be killed."""
    path, package, point = sys.argv[1:]
    killing = Killing(point)
    with open_library(path) as library:
        killing.listen()
        library.packages.merge(package)
        sys.stdout.write(f"{killing.writes}\n")


if __name__ == "__main__":
    main()
