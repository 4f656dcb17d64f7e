"""Titles, tags and metadata of documents: one step each, undone, found by "#", kept through files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.model.recipe import Recipe
from annotator.model.tags import TAGS, has_tag, tags_of, with_tags
from annotator.services.library import open_library


def _add(library, corpus, number):
    return library.documents.add(corpus, f"Bài {number}", f"Tỉnh ủy {number}", {"source": "báo"}).value.uid


def _document(library, uid):
    return library.documents.open(uid).document


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=9)), st.lists(st.text(max_size=9)))
def test_tags_come_back_each_once_and_leave_the_rest_alone(metadata, tags):
    told = with_tags(metadata, tags)
    assert tags_of(told) == tags_of({TAGS: ",".join(tags)})
    assert with_tags(told, tags_of(told)) == told
    assert {name: told[name] for name in metadata if name != TAGS} == {
        name: value for name, value in metadata.items() if name != TAGS
    }
    assert all(has_tag(told, tag) for tag in tags_of(told))


def test_a_description_is_one_step_and_undone(library, corpus):
    uid = _add(library, corpus, 1)
    outcome = library.describing.describe(
        uid, "  Tin  mới ", {"tags": "Thi đua, thi đua,họp", "date": "2023"}
    )
    assert outcome.step is not None
    document = _document(library, uid)
    assert (document.title, dict(document.metadata)) == ("Tin mới", {"tags": "Thi đua, họp", "date": "2023"})
    assert library.describing.describe(uid, "Tin mới", document.metadata).step is None
    library.history.undo()
    assert _document(library, uid).title == "Bài 1"
    assert dict(_document(library, uid).metadata) == {"source": "báo"}
    assert library.checking.check().sound


def test_many_are_tagged_in_one_step_and_counted(library, corpus):
    uids = [_add(library, corpus, number) for number in range(3)]
    assert library.describing.retag(uids, add=["họp"]).value == 3
    assert library.describing.retag(uids[:1], add=["Thi đua"], remove=["HỌP"]).value == 1
    assert library.describing.tags(corpus) == {"Thi đua": 1, "họp": 2}
    assert library.describing.retag(uids[1:], add=["họp"]).step is None
    library.history.undo()
    assert library.describing.tags(corpus) == {"họp": 3}
    assert library.figures.tags(corpus) == ["họp"]


def test_a_word_with_a_hash_finds_tags_by_their_beginning(library, corpus):
    uids = [_add(library, corpus, number) for number in range(3)]
    library.describing.retag(uids[:2], add=["Thi đua"])
    library.describing.retag(uids[1:], add=["họp"])

    def found(search):
        return [row.uid for row in library.documents.rows(library.documents.keys(corpus, search=search))]

    assert found("#thi") == uids[:2]
    assert found("#THI #hop") == uids[1:2]
    assert found("bài #hop") == uids[1:]
    assert found("#khac") == []
    assert found("#") == []


def test_tags_go_through_own_files(library, corpus, tmp_path):
    uid = _add(library, corpus, 1)
    library.describing.retag([uid], add=["họp", "Thi đua"])
    library.exporting.export("Báo", Recipe(layers="all"), str(tmp_path / "o.jsonl"))
    with open_library(str(tmp_path / "other.annotator")) as other:
        other.importing.import_paths([str(tmp_path / "o.jsonl")], "Mới")
        assert list(other.describing.tags(other.corpora.named("Mới").uid)) == ["Thi đua", "họp"]


@pytest.mark.parametrize(
    ("title", "metadata"),
    [
        (" ", {}),
        ("A", {" ": "value"}),
        ("A", {"a": "x" * 10_001}),
        ("A", {"a": "1", " a": "2"}),
        ("A", {"n" * 201: "1"}),
    ],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(library, corpus, title, metadata):
    uid = _add(library, corpus, 1)
    steps = len(list(library.history.steps()))
    with pytest.raises(UserError):
        library.describing.describe(uid, title, metadata)
    assert len(list(library.history.steps())) == steps
