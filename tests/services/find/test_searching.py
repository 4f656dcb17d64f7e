"""Finding over a corpus: right with and without folded texts, page by page, by order, label and status."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import Cancelled, UserError
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.search import Found, Sought
from annotator.model.span import Span
from annotator.services.library import Library, open_library
from annotator.services.saving.job import stopped
from annotator.storage.tables import search_text
from annotator.text.matching import find_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TEXTS = (
    "Tỉnh ủy họp với Hội đồng nhân dân.",
    "Bí thư Tỉnh uỷ thăm xã; tỉnh ủy viên\r\nđi cùng Tỉnh ủy.",
    "Không có gì ở đây 😀",
    "TỈNH ỦY\u2028Tỉnh\u00a0ủy \0 hết",
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the texts, to be copied: making it takes a while."""
    path = tmp_path_factory.mktemp("template") / "found.annotator"
    with open_library(str(path)) as made:
        uid = made.corpora.create("Báo").value.uid
        for number, text in enumerate(_TEXTS):
            made.documents.add(uid, f"Bài {number}", text)
    return path


@pytest.fixture
def library(tmp_path: Path, template: Path) -> Iterator[Library]:
    copy = shutil.copy(template, tmp_path / "found.annotator")
    with open_library(str(copy), at_once=False) as opened:
        yield opened


@pytest.fixture
def corpus(library: Library) -> str:
    return library.corpora.list()[0].uid


@pytest.fixture(params=["folded", "not folded", "some folded"])
def _folding(request: pytest.FixtureRequest, library: Library, corpus: str) -> None:
    if request.param != "not folded":
        assert library.searching.fold_some()
        assert not library.searching.fold_some()
    if request.param == "some folded":
        with library.store.saving() as unit:
            unit.connection.execute(search_text.delete().where(search_text.c.document != 2))
            unit.commit()


def _uids(library: Library, corpus: str) -> list[str]:
    return [each.uid for each in library.documents.listing(corpus)]


def _mark(
    library: Library, document: str, start: int, end: int, label: int, annotator: str | None = None
) -> None:
    corpus = library.documents.open(document).document.corpus
    uid = library.labels.list(corpus)[label].label.uid
    library.annotating.apply(
        document, (SpanAdded(Span(new_uid(), start, end, uid)),), annotator_uid=annotator
    )


@pytest.mark.usefixtures("_folding")
class TestHits:
    def test_are_found_in_every_form_with_their_place(self, library, corpus):
        hits = library.searching.page(corpus, Sought("Tỉnh ủy")).hits
        assert [hit.match for hit in hits] == ["Tỉnh ủy", "Tỉnh uỷ", "Tỉnh ủy", "Tỉnh\u00a0ủy"]
        texts = dict(zip(_uids(library, corpus), _TEXTS, strict=True))
        for hit in hits:
            assert texts[hit.document][hit.start : hit.end] == hit.match
            assert texts[hit.document][: hit.start].endswith(hit.left)
            assert texts[hit.document][hit.end :].startswith(hit.right)
            assert hit.title.startswith("Bài")

    @pytest.mark.parametrize(
        ("sought", "found"),
        [
            (Sought("tinh uy", case=False, diacritics=False), Found(6, 3)),
            (Sought("tỉnh ủy", case=False), Found(6, 3)),
            (Sought("Tỉnh uỷ", tone=False), Found(1, 1)),
            (Sought("ỉnh"), Found(0, 0)),
            (Sought("ỉnh", words=False), Found(5, 3)),
            (Sought("Hội|hết", regex=True), Found(2, 2)),
            (Sought("\0", words=False), Found(1, 1)),
            (Sought("😀"), Found(1, 1)),
            (Sought("Tỉnh ủy", status=Status.DONE), Found(0, 0)),
        ],
    )
    def test_are_counted(self, library, corpus, sought, found):
        assert library.searching.count(corpus, sought) == found

    def test_of_documents_in_the_bin_are_none(self, library, corpus):
        library.documents.bin([_uids(library, corpus)[0]])
        assert library.searching.count(corpus, Sought("Tỉnh ủy")) == Found(3, 2)

    def test_of_new_documents_are_there_at_once(self, library, corpus):
        library.documents.add(corpus, "Mới", "Tỉnh ủy mới")
        assert library.searching.count(corpus, Sought("Tỉnh ủy")) == Found(5, 4)

    def test_only_of_named_documents(self, library, corpus):
        second = _uids(library, corpus)[1]
        assert library.searching.count(corpus, Sought("Tỉnh ủy", documents=(second,))) == Found(2, 1)
        with pytest.raises(UserError):
            library.searching.count(corpus, Sought("Tỉnh ủy", documents=("none",)))


class TestPages:
    @pytest.mark.parametrize("order", ["text", "left", "right"])
    @pytest.mark.parametrize("limit", [1, 2, 3, 100])
    def test_follow_each_other_without_a_gap(self, library, corpus, order, limit):
        sought = Sought("tinh uy", case=False, diacritics=False)
        every = list(library.searching.hits(corpus, sought, order=order))
        found, mark, more = [], None, True
        while more:
            page = library.searching.page(corpus, sought, order=order, after=mark, limit=limit)
            assert len(page.hits) <= limit
            found += page.hits
            mark, more = page.mark, page.more
        assert found == every
        assert len(every) == 6

    def test_are_sorted_by_what_stands_beside(self, library, corpus):
        sought = Sought("tỉnh ủy", case=False)
        right = library.searching.page(corpus, sought, order="right").hits
        assert [hit.right[:5] for hit in right] == [" \0 hế", ".", " họp ", " thăm", "\u2028Tỉnh", " viên"]
        left = library.searching.page(corpus, sought, order="left").hits
        assert [hit.left.split()[-1] if hit.left else "" for hit in left] == [
            "",
            "",
            "cùng",
            "thư",
            "ỦY",
            "xã;",
        ]

    def test_nothing_is_a_page_too(self, library, corpus):
        page = library.searching.page(corpus, Sought("nirgends"))
        assert (page.hits, page.more, page.mark) == ((), False, None)

    def test_stop_when_nobody_wants_them(self, library, corpus):
        def check() -> None:
            raise stopped()

        with pytest.raises(Cancelled):
            library.searching.page(corpus, Sought("Tỉnh ủy"), check=check)

    def test_context_is_whole_words(self, library, corpus):
        text = "mười " * 40 + "Trúng đích" + " hai" * 40
        library.documents.add(corpus, "Dài", text)
        (hit,) = library.searching.page(corpus, Sought("Trúng đích")).hits
        assert hit.left == "mười " * 12
        assert hit.right == " hai" * 15
        glued = "x" * 100 + "😀" + "y" * 100
        library.documents.add(corpus, "Liền", glued)
        (hit,) = library.searching.page(
            corpus, Sought("😀", words=False, documents=(_uids(library, corpus)[-1],))
        ).hits
        assert (hit.left, hit.right) == ("x" * 60, "y" * 60)


class TestSpans:
    @pytest.fixture(autouse=True)
    def _marked(self, library, corpus):
        second = _uids(library, corpus)[1]
        self.lan = library.people.annotator("Lan").uid
        self.machine = library.people.annotator("Máy", AnnotatorKind.MACHINE).uid
        _mark(library, second, 0, 14, 1)
        _mark(library, second, 7, 14, 2)
        _mark(library, second, 46, 53, 2, self.lan)
        _mark(library, second, 24, 31, 2, self.machine)

    def _label(self, library, corpus, place):
        return (library.labels.list(corpus)[place].label.uid,)

    def test_touching_hit_or_context_come_with_it(self, library, corpus):
        hits = library.searching.page(corpus, Sought("Tỉnh ủy", documents=(_uids(library, corpus)[1],))).hits
        assert [[(span.start, span.end) for span in hit.spans] for hit in hits] == [
            [(0, 14), (7, 14), (46, 53)],
            [(0, 14), (7, 14), (46, 53)],
        ]

    def test_of_a_label_choose_hits(self, library, corpus):
        position, organization = (self._label(library, corpus, place) for place in (1, 2))
        assert library.searching.count(corpus, Sought("Tỉnh ủy", labels=organization)) == Found(2, 1)
        assert library.searching.count(corpus, Sought("Tỉnh ủy", labels=position)) == Found(1, 1)
        assert library.searching.count(corpus, Sought("thăm", labels=position)) == Found(0, 0)

    def test_of_one_annotator(self, library, corpus):
        sought = Sought("Tỉnh ủy", labels=self._label(library, corpus, 2), annotator=self.lan)
        (hit,) = library.searching.page(corpus, sought).hits
        assert hit.start == 46
        assert {span.annotator for span in hit.spans} == {self.lan}
        with pytest.raises(UserError):
            library.searching.page(corpus, Sought("x", annotator="none"))

    def test_of_a_label_alone_are_the_hits(self, library, corpus):
        hits = library.searching.page(corpus, Sought("", labels=self._label(library, corpus, 2))).hits
        assert [hit.match for hit in hits] == ["Tỉnh uỷ", "Tỉnh ủy"]

    def test_stay_with_the_label_their_label_was_merged_into(self, library, corpus):
        position, organization = (self._label(library, corpus, place)[0] for place in (1, 2))
        library.labels.merge(position, organization, corpus=corpus)
        hits = library.searching.page(corpus, Sought("", labels=(organization,))).hits
        assert [(hit.start, hit.end) for hit in hits] == [(0, 14), (7, 14), (46, 53)]

    def test_part_hits_into_labelled_ones_and_others(self, library, corpus):
        def found(**choice):
            hits = library.searching.page(corpus, Sought("tỉnh ủy", case=False, **choice)).hits
            return {(hit.document, hit.start) for hit in hits}

        second = _uids(library, corpus)[1]
        covered = found(covered=True)
        assert covered == {(second, 7), (second, 46)}
        assert found(covered=False) == found() - covered
        assert found(covered=True, annotator=self.lan) == {(second, 46)}
        assert not found(covered=False, labels=self._label(library, corpus, 2)) & covered
        alone = Sought("", labels=self._label(library, corpus, 2), covered=False)
        assert library.searching.count(corpus, alone) == Found(0, 0)

    def test_stand_in_the_table_for_spreadsheets(self, library, corpus):
        stream = io.StringIO()
        assert library.searching.csv(corpus, Sought("Tỉnh uỷ", tone=False), stream) == 1
        assert "position; organization" in stream.getvalue()


def test_a_done_document_is_found_by_its_status(library, corpus):
    document = _uids(library, corpus)[0]
    library.annotating.apply(document, (StatusChanged(Status.NEW, Status.DONE),))
    (hit,) = library.searching.page(corpus, Sought("Tỉnh ủy", status=Status.DONE)).hits
    assert (hit.document, hit.status) == (document, Status.DONE)


def test_documents_are_chosen_by_their_tag(library, corpus):
    first, second, *_ = _uids(library, corpus)
    library.describing.describe(first, "Một", {"tags": "Lễ hội, 2024"})
    library.describing.describe(second, "Hai", {"tags": "2024"})
    assert library.searching.tags(corpus) == {first: ("Lễ hội", "2024"), second: ("2024",)}
    count = library.searching.count
    assert count(corpus, Sought("Tỉnh ủy", tag="lễ hội")) == Found(1, 1)
    assert count(corpus, Sought("Tỉnh ủy", tag="2024")) == Found(3, 2)
    assert count(corpus, Sought("Tỉnh ủy", tag="2024", documents=(second,))) == Found(2, 1)
    assert count(corpus, Sought("Tỉnh ủy", tag="không")) == Found(0, 0)


def test_nothing_to_look_for_and_nowhere(library, corpus):
    with pytest.raises(UserError, match="nothing to look for"):
        library.searching.page(corpus, Sought(""))
    with pytest.raises(UserError):
        library.searching.page("nowhere", Sought("a"))


def test_an_empty_document_and_an_empty_corpus(library):
    corpus = library.corpora.create("Trống").value.uid
    assert library.searching.count(corpus, Sought("a")) == Found(0, 0)


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("aàáẠâđĐ \u0301\u0323\0ßs😀\n", min_size=1), min_size=1, max_size=5), st.data())
def test_folded_texts_never_change_what_is_found(tmp_path_factory, texts, data):
    sought = Sought(
        data.draw(st.text("aàáâđ ßs\u0301", min_size=1, max_size=3)),
        words=data.draw(st.booleans()),
        case=data.draw(st.booleans()),
        diacritics=data.draw(st.booleans()),
    )
    try:
        wanted = [(text, hit) for text in dict.fromkeys(texts) for hit in find_all(text, sought)]
    except UserError:
        return
    with open_library(str(tmp_path_factory.mktemp("found") / "l.annotator")) as library:
        corpus = library.corpora.create("c").value.uid
        for text in dict.fromkeys(texts):
            library.documents.add(corpus, "t", text)
        before = library.searching.page(corpus, sought).hits
        library.searching.fold_some()
        assert library.searching.page(corpus, sought).hits == before
        assert [(hit.start, hit.end) for hit in before] == [hit for _, hit in wanted][:200]


class TestFoldedTexts:
    def test_are_kept_once(self, library, corpus):
        assert library.searching.fold_some()
        assert not library.searching.fold_some()
        library.documents.add(corpus, "Mới", "thêm")
        assert library.searching.fold_some()
        with library.store.reading() as view:
            assert view.connection.execute(search_text.select()).all()[-1].folded == "them"
        assert library.checking.check().sound

    def test_make_no_step(self, library, corpus):
        before = library.history.steps()
        library.searching.fold_some()
        assert library.history.steps() == before

    def test_that_are_wrong_are_found_and_made_anew(self, library, corpus):
        library.searching.fold_some()
        with library.store.saving() as unit:
            unit.connection.execute(
                search_text.update().values(folded="x").where(search_text.c.document == 1)
            )
            unit.commit()
        (problem,) = library.checking.check().problems
        assert (problem.kind, problem.where, problem.repairable) == ("search", "search_text 1", True)
        assert library.checking.check(repair=True).sound
        assert library.searching.count(corpus, Sought("Tỉnh ủy")) == Found(4, 3)

    def test_are_not_kept_in_a_library_that_is_only_read(self, library, corpus):
        library.close()
        with open_library(str(library.path), writable=False) as reading:
            assert not reading.searching.fold_some()

    def test_go_with_the_documents_of_an_emptied_bin(self, library, corpus):
        library.searching.fold_some()
        library.documents.bin(_uids(library, corpus))
        library.purging.empty_bin()
        with library.store.reading() as view:
            assert not view.connection.execute(search_text.select()).all()
