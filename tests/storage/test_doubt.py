"""The disk fails at the last moment of a save: the library is read anew before anything is said of it."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine.base import RootTransaction

from annotator.errors import EnvironmentProblem, OutcomeUnknownError
from annotator.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

SYNC_FAILED = sqlite3.SQLITE_IOERR_FSYNC


@contextlib.contextmanager
def disk_error(monkeypatch: pytest.MonkeyPatch, *, keeps: bool) -> Iterator[None]:
    """COMMIT reports an error of the disk, with the change in the library or without it."""
    real = RootTransaction.commit

    def commit(transaction: RootTransaction) -> None:
        if keeps:
            real(transaction)
        else:
            transaction.rollback()
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = SYNC_FAILED
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(RootTransaction, "commit", commit)
        yield


def spans(home):
    return home.library.corpora.list()[0].spans


def test_what_is_there_after_all_is_called_saved(home, monkeypatch):
    with disk_error(monkeypatch, keeps=True):
        home.label(0, 8)
        assert spans(home) == 1
        home.label(9, 12)
    assert spans(home) == 2
    assert home.library.checking.check().sound


def test_what_is_not_there_is_called_not_saved(home, monkeypatch):
    with (
        disk_error(monkeypatch, keeps=False),
        pytest.raises(EnvironmentProblem, match="All changes saved earlier are kept") as caught,
    ):
        home.label(0, 8)
    assert not isinstance(caught.value, OutcomeUnknownError)
    assert spans(home) == 0
    home.label(0, 8)
    assert spans(home) == 1


def test_what_cannot_be_proved_to_be_on_the_disk_is_neither(home, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Writer, "tidy", lambda _self: False)
        with (
            disk_error(monkeypatch, keeps=True),
            pytest.raises(OutcomeUnknownError, match="it is not known whether the last change was kept"),
        ):
            home.label(0, 8)
        with pytest.raises(OutcomeUnknownError):
            home.library.store.was_kept()
    assert home.library.store.was_kept()
    assert not home.library.store.was_kept()  # asked and answered


def test_a_change_is_proved_by_another_flush_not_by_reading_it_back(home, monkeypatch):
    """The system may read from its memory what never reached the disk (fsync reports a failure once)."""
    flushed = []
    tidy = Writer.tidy
    monkeypatch.setattr(Writer, "tidy", lambda self: flushed.append(tidy(self)) or flushed[-1])
    home.label(0, 8)
    assert flushed == []  # a save that went well asks for nothing
    with disk_error(monkeypatch, keeps=True):
        home.label(9, 12)
    assert flushed == [True]
