"""One transaction of the writer: all that a use-case does, its steps and their digests, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from annotator.errors import EnvironmentProblem, OutcomeUnknownError
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import sqlite
from annotator.storage.migrations import NEWEST
from annotator.storage.repositories import Repositories

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection

    from annotator.messages import Message


class UnitOfWork(Repositories):
    """The repositories within BEGIN IMMEDIATE; leaving the block without `commit` takes everything back.

    Attributes:
        actor: key of the annotator in whose name steps are made unless told otherwise.
        is_kept: whether it was committed.
    """

    def __init__(
        self,
        connection: Connection,
        path: Path,
        actor: int,
        find_out: Callable[[tuple[str, ...]], bool] | None = None,
    ) -> None:
        """Work within a transaction of `connection`.

        Args:
            connection: of the writer.
            path: the library.
            actor: key of an annotator.
            find_out: says, when COMMIT failed without a clear end, whether steps of these uids are there.
        """
        super().__init__(connection)
        self.actor = actor
        self.is_kept = False
        self._path = path
        self._find_out = find_out
        self._open_steps: list[int] = []
        self._uids: list[str] = []

    def __enter__(self) -> Self:
        with sqlite_errors.speaking(self._path):
            try:
                self._transaction = self.connection.begin()
                self._require_version()
            except BaseException:
                self.connection.rollback()  # SQLAlchemy takes a BEGIN that the disk refused for begun
                raise
        return self

    def _require_version(self) -> None:
        """A newer program may have raised the library meanwhile, on a machine that does not see our lock."""
        if sqlite.schema_number(self.connection) != NEWEST:
            raise EnvironmentProblem(
                say(
                    "{path} was brought to a newer version by another program while it was open. Nothing was "
                    "written into it; close this window and start the newest version of the program.",
                    path=str(self._path),
                )
            )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.rollback()  # also after a COMMIT that the disk refused

    def step(
        self,
        kind: str,
        summary: Message,
        *,
        actor: int | None = None,
        corpus_key: int | None = None,
        document: str | None = None,
        reverses: int | None = None,
        group: str | None = None,
        uid: str | None = None,
        seen: int = 0,
    ) -> int:
        """Begin a step; every version row written under its number belongs to it.

        `seen` is the greatest lamport number of steps made elsewhere that it is made on.
        """
        uid = uid or new_uid()
        self._uids.append(uid)
        seq = self.steps.add(
            kind,
            summary,
            actor=actor or self.actor,
            corpus_key=corpus_key,
            document=document,
            reverses=reverses,
            group=group,
            uid=uid,
            seen=seen,
        )
        self._open_steps.append(seq)
        return seq

    def commit(self) -> int | None:
        """Complete the steps and make all durable; the number of the last step.

        An error at the last moment leaves open what is on the disk; the library is read anew then.

        Raises:
            EnvironmentProblem: nothing was kept.
            OutcomeUnknownError: the disk failed at the last moment, and does not let it be known.
        """
        for seq in self._open_steps:
            self.steps.close(seq)
        try:
            with sqlite_errors.speaking(self._path, committing=True):
                self._transaction.commit()
        except OutcomeUnknownError:
            if self._find_out is None or not self._uids:
                raise
            if not self._find_out(tuple(self._uids)):
                raise sqlite_errors.not_kept(self._path) from None
        self.is_kept = True
        return self._open_steps[-1] if self._open_steps else None
