"""Each proof of the check can fail: what it is there to find is planted, and found by it."""

from __future__ import annotations

import sqlite3

import pytest

from annotator.services.library import open_library

NO_INDEX = (
    "DROP INDEX uq_span_version_living_uid",
    "DROP INDEX uq_span_version_living_layer_start_end_label_parts",
)
TWIN = (
    'INSERT INTO span_version (uid, layer, start, "end", parts, label, note, flags, origin, suggestion_uid, '
    'from_step, covered) SELECT uid, layer, start, "end", parts, label, note, flags, origin, '
    "suggestion_uid, from_step, covered FROM span_version"
)


def _kinds(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    with open_library(str(path), writable=False) as library:
        return {problem.kind for problem in library.checking.check().problems}


@pytest.mark.parametrize(
    ("kind", "statements"),
    [
        ("schema", NO_INDEX[:1]),
        ("twice", (*NO_INDEX, TWIN)),
        ("replay", (*NO_INDEX, TWIN)),
        ("orphan", ("DELETE FROM label_version WHERE label = 2",)),
        ("orphan", ("UPDATE corpus_version SET to_step = from_step",)),
        ("log", ("DELETE FROM step WHERE seq = 2",)),
        ("log", ("UPDATE step SET counter = 0 WHERE seq = 3",)),
        ("hash", ("UPDATE document SET text = CAST(x'42C3' AS TEXT)",)),
        ("hash", ("UPDATE document_version SET text_sha256 = 'x'",)),
        ("covered", ("UPDATE span_version SET covered = CAST(x'42C3' AS TEXT)",)),
    ],
)
def test_what_is_planted_is_found(home, kind, statements):
    home.label(9, 21)
    home.library.close()
    assert kind in _kinds(home.path, *statements)


def test_a_text_of_no_characters_damages_nothing_else(home):
    """One flipped bit makes a text no UTF-8; the file is not called damaged for it."""
    home.library.close()
    found = _kinds(home.path, "UPDATE document SET text = CAST(x'42C3' AS TEXT)")
    assert "structure" not in found


def test_what_undo_wrote_is_compared_with_what_it_took_back(home):
    uid = home.label(9, 21)
    for _ in range(2):
        home.library.history.undo()
        home.library.history.redo()
    assert home.library.checking.check().sound
    home.library.close()
    newest = f"(SELECT max(id) FROM span_version WHERE uid = '{uid}')"
    assert "replay" in _kinds(home.path, f"UPDATE span_version SET note = 'x' WHERE id = {newest}")


def test_a_comment_beyond_its_text_is_found(home):
    home.library.comments.add(home.document, "Xem lại", start=0, end=8)
    home.library.close()
    assert "review" in _kinds(home.path, 'UPDATE comment_version SET "end" = 5000')
