"""What cannot be read is one problem of the thing it is about; all else is looked at all the same."""

from __future__ import annotations

import sqlite3

import pytest

from annotator.services.library import open_library


def _plant(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def _no_words(place, where=""):
    """Five bytes that are no words, where words stand."""
    table, column = place.split(".")
    odd = f"CAST(x'FFFEFDFCFB' || substr(CAST({column} AS BLOB), 6) AS TEXT)"
    return f"UPDATE {table} SET {column} = {odd} {where}"


def _kept(home):
    home.label(9, 21)
    home.library.searching.fold_some()
    home.library.backups.make()
    home.library.close()
    return home.path


def test_a_text_that_is_none_any_more_is_one_problem_and_comes_back_from_a_backup(home):
    path = _kept(home)
    _plant(path, _no_words("document.text"), "UPDATE label_count SET spans = 7")
    with open_library(str(path), writable=False) as library:
        found = library.checking.check()
    assert [each.kind for each in found.problems] == ["counts", "hash"]
    assert found.problems[1].document == home.document
    assert all(each.repairable for each in found.problems)
    with open_library(str(path), at_once=False) as library:
        assert library.checking.check(repair=True).sound


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("document_version.title", "log"),
        ("label_version.name", "log"),
        ("step.summary", "log"),
        ("search_text.folded", "search"),
        ("document_row.title", "counts"),
    ],
)
def test_words_that_cannot_be_read_end_no_check_and_come_back(home, place, kind):
    path = _kept(home)
    _plant(path, _no_words(place, "WHERE rowid = 1"))
    with open_library(str(path), writable=False) as library:
        found = library.checking.check()
    assert kind in {each.kind for each in found.problems}
    assert all(each.repairable for each in found.problems)
    with open_library(str(path), at_once=False) as library:
        assert library.checking.check(repair=True).sound


def test_a_text_on_a_page_that_cannot_be_read_is_named_and_the_others_are_read(home):
    home.library.documents.add(home.corpus, "Dài", "Sông Hương chảy qua Huế. " * 2000)
    home.library.documents.add(home.corpus, "Sau", "Bài sau.")
    home.library.close()
    content = home.path.read_bytes()
    with sqlite3.connect(home.path) as asked:
        (size,) = asked.execute("PRAGMA page_size").fetchone()
        (page,) = asked.execute(
            "SELECT max(pageno) FROM dbstat WHERE name = 'document' AND pagetype = 'overflow'"
        ).fetchone()
    asked.close()
    home.path.write_bytes(content[: (page - 2) * size] + b"\xff" * size + content[(page - 1) * size :])
    with open_library(str(home.path), writable=False) as library:
        problems = library.checking.check().problems
    assert {each.kind for each in problems} == {"structure", "hash"}
    named = [str(each.message) for each in problems if each.kind == "hash"]
    assert len(named) == 1
    assert "“Dài”" in named[0]
