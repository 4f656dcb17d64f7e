"""Everything that can be read of a damaged library comes into a new one, and what is lost is named."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.storage.file import sqlite as sqlite_layer
from annotator.storage.soundness import rescuing
from annotator.storage.soundness.rescuing import rescue

PAGE = 4096


def _quiet(_done, _total):
    """Nobody listens."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A library of 20 documents with 60 spans on the first, made once."""
    path = tmp_path_factory.mktemp("kept") / "library.annotator"
    with open_library(str(path)) as library:
        corpus = library.corpora.create("Báo").value.uid
        words = "Nguyễn Văn A dự lễ trao tặng Huân chương. " * 20
        uids = [
            library.documents.add(corpus, f"Tin {n}", f"Bài số {n}: {words}").value.uid for n in range(20)
        ]
        label = library.labels.list(corpus)[0].label.uid
        spans = (SpanAdded(Span(new_uid(), start, start + 5, label)) for start in range(60))
        library.annotating.apply(uids[0], tuple(spans))
    return path


@pytest.fixture
def many(kept, tmp_path):
    """That library, to be spoiled."""
    return shutil.copyfile(kept, tmp_path / "library.annotator")


def _facts(path):
    with open_library(str(path), writable=False) as library:
        report = library.checking.check()
        assert report.sound, report.problems
        return report.counts


@pytest.mark.parametrize("pages", [1, 3, 10])
def test_of_a_full_disk_it_is_said_which_one_and_nothing_is_left(many, tmp_path, monkeypatch, pages):
    migrate = rescuing.migrate

    def fill(made, path):
        migrate(made, path)
        driver = sqlite_layer.driver_connection(made)
        (count,) = driver.execute("PRAGMA page_count").fetchone()
        driver.execute(f"PRAGMA max_page_count={count + pages}")

    monkeypatch.setattr(rescuing, "migrate", fill)
    (tmp_path / "other").mkdir()
    new = tmp_path / "other" / "new.annotator"
    with pytest.raises(EnvironmentProblem, match=r"new\.annotator could not be written \(the disk is full"):
        rescue(many, new, _quiet)
    assert not list(new.parent.iterdir())


def test_of_a_sound_library_everything_comes(many, tmp_path):
    new = tmp_path / "new.annotator"
    before = many.read_bytes()
    found = rescue(many, new, _quiet)
    assert found.is_whole
    assert (found.documents, found.spans) == (20, 60)
    assert many.read_bytes() == before
    counts = _facts(new)
    assert (counts["documents"], counts["labels"]) == (20, 5)


def test_every_page_but_the_first_may_be_lost(many, tmp_path):
    """Whatever page is gone, what comes is a sound library, and nothing is lost without being named."""
    content = many.read_bytes()
    whole = 0
    for page in range(1, len(content) // PAGE, max(1, len(content) // PAGE // 9)):
        broken, new = tmp_path / f"broken-{page}", tmp_path / f"new-{page}"
        broken.write_bytes(content[: page * PAGE] + bytes(PAGE) + content[(page + 1) * PAGE :])
        try:
            found = rescue(broken, new, _quiet)
        except EnvironmentProblem as refusal:  # the page that says what the library or its tables are
            assert "Too little can be read" in str(refusal)
            assert not new.exists()
            continue
        counts = _facts(new)
        assert counts["documents"] == found.documents
        if found.documents < 20 or counts["spans"] < 60:
            assert not found.is_whole
        whole += found.is_whole
    assert whole  # a page of an index costs nothing
    assert not list(tmp_path.glob("*.rescuing-*"))


def test_a_text_with_a_flipped_bit_comes_as_it_is_and_is_named(many, tmp_path):
    connection = sqlite3.connect(many)
    connection.execute("UPDATE document SET text = replace(text, 'Huân', 'Huan') WHERE id = 3")
    connection.commit()
    connection.close()
    found = rescue(many, tmp_path / "new", _quiet)
    assert found.changed == ("Tin 2",)
    assert found.documents == 20
    _facts(tmp_path / "new")


def test_a_planted_trigger_is_not_read(many, tmp_path):
    connection = sqlite3.connect(many)
    connection.execute("CREATE TRIGGER evil AFTER INSERT ON document BEGIN DELETE FROM step; END")
    connection.commit()
    connection.close()
    with pytest.raises(EnvironmentProblem, match="trigger evil"):
        rescue(many, tmp_path / "new", _quiet)
    assert not list(tmp_path.glob("new*"))


def test_a_file_that_is_there_is_not_touched(many, tmp_path):
    (tmp_path / "new").write_text("mine")
    with pytest.raises(EnvironmentProblem, match="there already"):
        rescue(many, tmp_path / "new", _quiet)
    assert (tmp_path / "new").read_text() == "mine"


def test_stopped_it_leaves_nothing(many, tmp_path):
    def stop(_done, _total):
        raise EnvironmentProblem(say("Stopped. Nothing of it was kept."))

    with pytest.raises(EnvironmentProblem, match="Stopped"):
        rescue(many, tmp_path / "new", stop)
    assert not list(tmp_path.glob("new*"))


@pytest.mark.parametrize("place", [slice(0, 100), slice(0, 16), slice(60, 64), slice(16, 24)])
def test_a_library_that_lost_its_first_bytes_is_read_all_the_same(many, tmp_path, place):
    content = bytearray(many.read_bytes())
    content[place] = bytes(place.stop - place.start)
    many.write_bytes(content)
    try:
        open_library(str(many), writable=False).close()
    except EnvironmentProblem:
        found = rescue(many, tmp_path / "new", _quiet)
        assert (found.documents, found.spans, found.is_whole) == (20, 60, True)
        _facts(tmp_path / "new")
    assert many.read_bytes() == content


def test_what_is_no_library_is_not_taken_for_one(tmp_path):
    notes = tmp_path / "notes.txt"
    notes.write_text("Không phải thư viện. " * 100, encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match="not a library"):
        rescue(notes, tmp_path / "new", _quiet)


def _page_of(path, name):
    """The place of the page an index begins with; a small one has no other."""
    connection = sqlite3.connect(path)
    asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    (page,) = connection.execute(asked, (name,)).fetchone()
    connection.close()
    return slice((page - 1) * PAGE, page * PAGE)


@pytest.mark.parametrize(
    "index",
    [
        "ix_span_version_from",
        "uq_span_version_living_uid",
        "sqlite_autoindex_document_1",
        "ix_document_version_from",
        "sqlite_autoindex_step_1",
    ],
)
def test_an_index_that_is_older_than_its_table_hides_nothing(many, tmp_path, index):
    before = many.read_bytes()
    with open_library(str(many)) as library:
        corpus = library.corpora.list()[0].uid
        label = library.labels.list(corpus)[0].label.uid
        added = library.documents.add(corpus, "Mới", "Một bài mới hẳn.").value.uid
        library.annotating.apply(added, tuple(SpanAdded(Span(new_uid(), n, n + 3, label)) for n in range(5)))
    content, place = bytearray(many.read_bytes()), _page_of(many, index)
    assert content[place] != before[place]
    content[place] = before[place]
    many.write_bytes(content)
    found = rescue(many, tmp_path / "new", _quiet)
    assert (found.documents, found.spans, found.is_whole) == (21, 65, True)
    _facts(tmp_path / "new")


@pytest.mark.parametrize("index", ["sqlite_autoindex_layer_1", "sqlite_autoindex_setting_1"])
def test_an_index_that_holds_something_else_hides_nothing_and_invents_nothing(many, tmp_path, index):
    content = bytearray(many.read_bytes())
    content[_page_of(many, index)] = content[_page_of(many, "ix_span_version_to")]
    many.write_bytes(content)
    found = rescue(many, tmp_path / "new", _quiet)
    assert (found.documents, found.spans, found.is_whole) == (20, 60, True)


@pytest.mark.parametrize("table", ["layer", "label", "corpus", "annotator"])
def test_rows_that_stand_whole_in_their_indexes_are_put_together_from_these(many, tmp_path, table):
    content = bytearray(many.read_bytes())
    place = _page_of(many, table)
    content[place] = bytes(PAGE)
    many.write_bytes(content)
    found = rescue(many, tmp_path / "new", _quiet)
    assert (found.documents, found.spans, found.is_whole) == (20, 60, True)
    _facts(tmp_path / "new")


def test_a_document_that_comes_out_with_the_text_of_another_ends_nothing(many, tmp_path):
    """As when a page of texts stands where another one should: both documents cannot lie in one corpus."""
    connection = sqlite3.connect(many)
    connection.execute("DROP INDEX uq_document_version_living_corpus_text_sha256")
    connection.execute("UPDATE document SET text = (SELECT text FROM document WHERE id = 2) WHERE id = 3")
    connection.execute("DELETE FROM document_version WHERE document = 2")
    connection.commit()
    connection.close()
    found = rescue(many, tmp_path / "new", _quiet)
    assert found.documents == 19
    with open_library(str(tmp_path / "new")) as library:
        assert library.purging.content() == (1, 0)


@pytest.mark.parametrize("name", ["uid", "self", "replica", "created"])
@pytest.mark.parametrize("is_there", [True, False])
def test_what_a_library_does_not_say_of_itself_any_more_is_made_anew(many, tmp_path, name, is_there):
    with open_library(str(many), writable=False) as library:
        uid = library.uid
    connection = sqlite3.connect(many)
    damage = (
        "UPDATE setting SET name = 'x' WHERE name = ?" if is_there else "DELETE FROM setting WHERE name = ?"
    )
    connection.execute(damage, (name,))
    connection.commit()
    connection.close()
    found = rescue(many, tmp_path / "new", _quiet)
    assert (found.documents, found.spans, found.unread) == (20, 60, {"setting": 1})
    _facts(tmp_path / "new")
    with open_library(str(tmp_path / "new")) as library:
        assert (library.uid == uid) is (is_there or name != "uid")
        assert not library.is_read_only
