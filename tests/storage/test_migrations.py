"""The ladder leads to the tables the program uses, or leaves the library as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from annotator.errors import EnvironmentProblem
from annotator.services.library import open_library
from annotator.storage import migrations
from annotator.storage.file.sqlite import APPLICATION_ID
from annotator.storage.tables import metadata

LIBRARIES = Path(__file__).parents[1] / "data" / "libraries"


def _shape(rows):
    return {name: "".join(sql.split()) for name, sql in rows}


def _shape_of_tables():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        wanted = _shape(
            connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
        )
    engine.dispose()
    return wanted


def _shape_of(path):
    made = sqlite3.connect(path)
    found = _shape(made.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    made.close()
    return found


def test_the_ladder_makes_the_tables_that_are_used(tmp_path):
    open_library(str(tmp_path / "l.annotator")).close()
    assert _shape_of(tmp_path / "l.annotator") == _shape_of_tables()


def _old(path, number):
    """A library as the version of that schema number left it."""
    statements = (LIBRARIES / f"version-{number}.sql").read_text(encoding="utf-8")
    made = sqlite3.connect(path)
    made.executescript(statements)
    made.execute(f"PRAGMA user_version={number}")
    made.execute(f"PRAGMA application_id={APPLICATION_ID}")
    made.close()


@pytest.mark.parametrize("number", range(1, migrations.NEWEST + 1))
def test_a_library_of_every_version_is_read_raised_where_it_is_older_and_stays_sound(tmp_path, number):
    path = tmp_path / "old.annotator"
    _old(path, number)
    with open_library(str(path)) as library:
        assert len(library.backups.list()) == (number < migrations.NEWEST), "a copy before it is raised"
        report = library.checking.check()
        assert report.problems == ()
        corpus = library.corpora.named("Thi đua")
        assert [record.text for record in library.annotating.spans(corpus.uid)] == [
            "Lò Văn Hùng",
            "Bí thư Tỉnh ủy Điện Biên",
        ]
        library.history.redo()
        assert library.corpora.named("Thi đua").spans == 3
    assert _shape_of(path) == _shape_of_tables()


def test_an_older_library_is_kept_as_a_copy_and_migrated(home, monkeypatch):
    home.label(0, 8)
    home.library.close()
    monkeypatch.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
    monkeypatch.setattr("annotator.storage.file.opening.NEWEST", migrations.NEWEST)
    ladder = {**migrations.LADDER, migrations.NEWEST: _add_table}
    monkeypatch.setattr(migrations, "LADDER", ladder)
    with open_library(str(home.path)) as library:
        assert library.corpora.list()[0].spans == 1
        assert len(library.backups.list()) == 1
        with library.store.reading() as view:
            assert view.connection.exec_driver_sql("PRAGMA user_version").scalar_one() == migrations.NEWEST


def _add_table(connection):
    connection.exec_driver_sql("ALTER TABLE package_log ADD COLUMN more TEXT")


def _break_references(connection):
    connection.exec_driver_sql("DELETE FROM layer")


def _raise(connection):
    _add_table(connection)
    raise RuntimeError


@pytest.mark.parametrize(("act", "error"), [(_raise, RuntimeError), (_break_references, EnvironmentProblem)])
def test_a_migration_that_fails_leaves_the_library_as_it_was(home, monkeypatch, act, error):
    home.label(0, 8)
    home.library.close()
    before = home.path.read_bytes()
    monkeypatch.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
    monkeypatch.setattr("annotator.storage.file.opening.NEWEST", migrations.NEWEST)
    monkeypatch.setattr(migrations, "LADDER", {**migrations.LADDER, migrations.NEWEST: act})
    with pytest.raises(error):
        open_library(str(home.path))
    assert home.path.read_bytes() == before
