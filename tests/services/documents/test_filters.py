"""Filters of the document list are kept by name, replaced, removed, and undone like everything."""

from __future__ import annotations

import pytest

from annotator.errors import UserError


def _names(library, corpus):
    return [(each.name, each.search, each.shown) for each in library.filters.of(corpus)]


def test_they_are_kept_by_name_and_undone(library, corpus):
    library.filters.keep(corpus, "Họp", "#hop", "todo")
    library.filters.keep(corpus, "Anh", "anh", "all")
    assert _names(library, corpus) == [("Anh", "anh", "all"), ("Họp", "#hop", "todo")]
    library.filters.keep(corpus, "HỌP", "#hop moi", "done")
    assert _names(library, corpus)[1] == ("HỌP", "#hop moi", "done")
    assert library.filters.keep(corpus, "HỌP", "#hop moi", "done").step is None
    library.history.undo()
    assert _names(library, corpus)[1] == ("Họp", "#hop", "todo")
    assert library.checking.check().sound


def test_they_are_removed_and_come_back(library, corpus):
    uid = library.filters.keep(corpus, "Họp", "#hop", "todo").value.uid
    library.filters.remove(uid)
    assert _names(library, corpus) == []
    with pytest.raises(UserError):
        library.filters.remove(uid)
    library.history.undo()
    assert _names(library, corpus) == [("Họp", "#hop", "todo")]


def test_they_are_renamed_but_never_two_alike(library, corpus):
    uid = library.filters.keep(corpus, "Họp", "#hop", "todo").value.uid
    library.filters.keep(corpus, "Anh", "anh", "all")
    assert library.filters.rename(uid, " họp báo ").value.name == "họp báo"
    assert _names(library, corpus)[1] == ("họp báo", "#hop", "todo")
    assert library.filters.rename(uid, "họp báo").step is None
    with pytest.raises(UserError, match="ANH"):
        library.filters.rename(uid, "ANH")
    with pytest.raises(UserError):
        library.filters.rename("nothing", "x")
    library.history.undo()
    assert _names(library, corpus)[1] == ("Họp", "#hop", "todo")


def test_they_belong_to_one_corpus_and_what_is_meant_so_is_none(library, corpus):
    other = library.corpora.create("Khác").value.uid
    library.filters.keep(corpus, "Họp", "#hop", "todo")
    assert _names(library, other) == []
    assert library.consistency.intended(corpus) == []


def test_a_filter_needs_a_name(library, corpus):
    with pytest.raises(UserError):
        library.filters.keep(corpus, "  ", "x", "all")
