"""Figures against plain counting over what was put in, and the spans behind each of them."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from datetime import UTC

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.cli.main import main
from annotator.errors import UserError
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import AnnotatorKind, Status
from annotator.model.effort import Effort
from annotator.model.figures import Pick, Scope
from annotator.model.filters import whole_search
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library

WORDS = ("Tỉnh ủy", "Sở Nội vụ", "Lê An", "bà Lê An", "“Dân vận khéo”", "năm 2023", "x")
NAMES = ("person", "position", "organization", "campaign", "award")


def _filled(library, documents):
    """A corpus of documents, each a list of (words, number of a label or None); its uid and what is in it."""
    corpus = library.corpora.create(f"C{new_uid()}").value.uid
    labels = [each.label.uid for each in library.labels.list(corpus)]
    put = []
    for number, pieces in enumerate(documents):
        text, spans = f"{new_uid()}: ", []
        for words, label in pieces:
            if label is not None:
                spans.append(Span(new_uid(), len(text), len(text) + len(words), labels[label]))
            text += f"{words}; "
        document = library.documents.add(corpus, f"Bài {number}", text).value.uid
        library.annotating.apply(document, tuple(map(SpanAdded, spans)))
        put += [(document, text[span.start : span.end], span) for span in spans]
    return corpus, put


pieces = st.lists(st.tuples(st.sampled_from(WORDS), st.one_of(st.none(), st.integers(0, 4))), max_size=6)


@settings(max_examples=15, deadline=None)
@given(documents=st.lists(pieces, min_size=1, max_size=4))
def test_every_number_is_what_counting_gives(tmp_path_factory, documents):
    with open_library(str(tmp_path_factory.mktemp("f") / "l.annotator")) as library:
        corpus, put = _filled(library, documents)
        overview, strings = library.figures.overview(corpus), library.figures.strings(corpus)
        labels = Counter(span.label for _, _, span in put)
        assert {each.label.uid: each.spans for each in overview.labels if each.spans} == labels
        assert overview.spans == len(put)
        assert overview.documents.total == len(documents)
        assert overview.documents.in_progress == len({document for document, _, _ in put})
        assert overview.lengths.counts == Counter(span.end - span.start for _, _, span in put)
        forms = Counter(words for _, words, _ in put)
        assert strings.distinct == len(forms)
        assert strings.once == sum(count == 1 for count in forms.values())
        carried = {words: {span.label for _, form, span in put if form == words} for words in forms}
        assert strings.ambiguous == sum(len(of) > 1 for of in carried.values())
        syllables = Counter(len(regex.findall(r"\w+", words)) for _, words, _ in put)
        assert strings.syllables.counts == syllables
        for label, count in labels.items():
            found, total = library.figures.found(corpus, Pick(label=label), limit=2)
            assert (total, len(found)) == (count, min(2, count))
            assert all(place.label == label for place in found)


def test_strings_are_one_whatever_their_normal_form(library):
    nfd = unicodedata.normalize("NFD", "Tỉnh ủy")
    corpus, _ = _filled(library, [[("Tỉnh ủy", 2), (nfd, 1)], [("Tỉnh ủy", 2)]])
    strings = library.figures.strings(corpus)
    assert [(row.words, row.spans, row.documents, row.is_ambiguous) for row in strings.rows] == [
        ("Tỉnh ủy", 3, 2, True)
    ]
    assert len(library.figures.spans(corpus, Pick(words=nfd))) == 3


def test_nesting_and_crossing_are_seen_and_found(library):
    corpus = library.corpora.create("Báo").value.uid
    labels = [each.label.uid for each in library.labels.list(corpus)]
    document = library.documents.add(corpus, "Bài", "Ủy viên Ban Thường vụ Tỉnh ủy Sông Vàng").value.uid
    ranges = [(0, 29), (8, 29), (22, 29), (22, 39)]
    spans = [Span(new_uid(), start, end, labels[2]) for start, end in ranges]
    library.annotating.apply(document, tuple(map(SpanAdded, spans)))
    nesting = library.figures.overview(corpus).nesting
    assert (nesting.nested, nesting.crossing, nesting.deepest) == (2, 1, 4)
    crossing = library.figures.spans(corpus, Pick(crossing=True))
    assert [(place.start, place.end) for place in crossing] == [(22, 39)]
    assert [place.match for place in library.figures.spans(corpus, Pick(depth=3))] == ["Tỉnh ủy"]


def test_only_the_layers_of_people_count_unless_others_are_wanted(library):
    corpus, put = _filled(library, [[("Tỉnh ủy", 2)]])
    machine = library.people.annotator("Máy", AnnotatorKind.MACHINE).uid
    document, _, span = put[0]
    library.annotating.apply(
        document, (SpanAdded(Span(new_uid(), span.start, span.end, span.label)),), annotator_uid=machine
    )
    assert library.figures.overview(corpus).spans == 1
    assert library.figures.overview(corpus, Scope(everyone=True)).spans == 2
    assert library.figures.overview(corpus, Scope(annotator=machine)).spans == 1


def test_work_is_counted_by_day_hour_and_key(library):
    corpus, put = _filled(library, [[("Tỉnh ủy", 2)]])
    document = put[0][0]
    label = put[0][2].label
    span = Span(new_uid(), 0, 5, label)
    library.annotating.apply(document, (SpanAdded(span),), effort=Effort(3, 4500))
    work = library.figures.work(corpus, UTC)
    total = work.total
    assert (total.measured_spans, total.keys) == (1, 3)
    assert total.keys_a_span == 3
    assert total.seconds >= 4.5
    assert work.measured == 1
    day = next(iter(work.days))
    assert len(library.figures.spans(corpus, Pick(day=day), zone=UTC)) == 2
    assert sum(len(library.figures.spans(corpus, Pick(hour=hour), zone=UTC)) for hour in work.hours) == 2
    assert library.figures.spans(corpus, Pick(hour=(0, 25)), zone=UTC) == []


def test_what_was_only_added_is_no_work(library):
    corpus = library.corpora.create("Báo").value.uid
    library.documents.add(corpus, "Bài", "Tỉnh ủy họp")
    work = library.figures.work(corpus)
    assert (work.steps, work.total.seconds_a_span, work.total.keys_a_span) == (0, None, None)


def test_documents_of_a_status_are_listed(library):
    corpus, put = _filled(library, [[("x", 0)], []])
    library.annotating.apply(put[0][0], (StatusChanged(Status.IN_PROGRESS, Status.DONE),))
    assert [uid for uid, _ in library.figures.documents(corpus, Status.DONE)] == [put[0][0]]
    assert len(library.figures.documents(corpus, Status.NEW)) == 1


def test_the_command_tells_the_same_as_the_page(library):
    corpus, _ = _filled(library, [[("Tỉnh ủy", 2), ("Lê An", 0)], [("x", 1)]])
    stats, overview = library.measuring.stats(corpus), library.figures.overview(corpus)
    assert stats["spans"] == overview.spans == 3
    assert stats["by_label"] == {each.label.name: each.spans for each in overview.labels}


RANGES = st.lists(st.tuples(st.integers(0, 38), st.integers(1, 14), st.integers(0, 4)), max_size=9)


@settings(max_examples=12, deadline=None)
@given(layers=st.lists(st.tuples(RANGES, st.sampled_from([None, "Lan", "Máy"])), min_size=1, max_size=4))
def test_command_and_page_agree_with_counting_over_the_exported_file(tmp_path_factory, layers):
    folder = tmp_path_factory.mktemp("o")
    with open_library(str(folder / "l.annotator")) as library:
        corpus = _layered(library, layers)
        stats = library.measuring.stats(corpus)
        overview = library.figures.overview(corpus, Scope(everyone=True))
    words = ["export", "--corpus", corpus, "--format", "jsonl", "--all-layers", "--output"]
    assert main(["--library", str(folder / "l.annotator"), *words, str(folder / "o.jsonl")]) == 0
    told = _told(folder / "o.jsonl")
    assert {name: many for name, many in stats["by_label"].items() if many} == told["labels"]
    assert {name: many for name, many in stats["by_annotator"].items() if many} == told["annotators"]
    assert stats["spans"] == overview.spans == sum(told["labels"].values())
    assert overview.lengths.counts == told["lengths"]
    assert (stats["nesting"]["nested"], stats["nesting"]["crossing"]) == (told["nested"], told["crossing"])
    assert stats["nesting"]["depth"] == overview.nesting.deepest == told["depth"]
    assert (stats["documents"], stats["characters"]) == (told["documents"], told["characters"])


def _layered(library, layers):
    """A corpus with a document for each (ranges and labels, whose layer); its uid."""
    corpus = library.corpora.create("Báo").value.uid
    labels = [each.label.uid for each in library.labels.list(corpus)]
    kinds = {"Lan": AnnotatorKind.PERSON, "Máy": AnnotatorKind.MACHINE}
    for number, (ranges, name) in enumerate(layers):
        uid = library.documents.add(
            corpus, str(number), f"{number} Ủy viên Ban Thường vụ Tỉnh ủy Sông Vàng"
        ).value.uid
        places = {(start, min(start + width, 40), label) for start, width, label in ranges}
        spans = tuple(
            SpanAdded(Span(new_uid(), start, end, labels[label])) for start, end, label in sorted(places)
        )
        owner = None if name is None else library.people.annotator(name, kinds[name]).uid
        library.annotating.apply(uid, spans, annotator_uid=owner)
    return corpus


def _told(path):
    """The same figures by plain counting over an exported file, each pair of spans looked at."""
    told = {"labels": Counter(), "annotators": Counter(), "lengths": Counter()}
    told.update(nested=0, crossing=0, depth=0, documents=0, characters=0)
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    names = {one["uid"]: one["name"] for one in json.loads(head).get("annotators", [])}
    for document in map(json.loads, lines):
        told["documents"] += 1
        told["characters"] += len(document["text"])
        layers = {}
        for span in document["spans"]:
            told["labels"][span["label"]] += 1
            told["annotators"][names.get(span["annotator"], span["annotator"])] += 1
            told["lengths"][span["end"] - span["start"]] += 1
            layers.setdefault(span["annotator"], []).append((span["start"], -span["end"]))
        for spans in layers.values():
            _tell_nesting(told, sorted(spans))
    return told


def _tell_nesting(told, spans):
    for place, (start, end) in enumerate(spans):
        before = [other for other in spans[:place] if -other[1] > start]
        holding = sum(-other[1] >= -end for other in before)
        told["nested"] += holding > 0
        told["crossing"] += holding < len(before)
        told["depth"] = max(told["depth"], holding + 1)


def test_a_tag_or_a_person_narrows_what_is_counted(library):
    corpus, put = _filled(library, [[("x", 0)], [("x", 1), ("Lê An", 1)]])
    library.describing.retag([put[1][0]], add=["họp"])
    scopes = library.figures.scopes(corpus)
    assert (scopes.people, scopes.tags) == ((library.self_annotator,), ("họp",))
    overview = library.figures.overview(corpus, Scope(tag="họp"))
    assert (overview.spans, overview.documents.total, overview.layers) == (2, 1, 1)
    assert library.figures.strings(corpus, Scope(tag="họp")).distinct == 2
    own = library.figures.overview(corpus, Scope(annotator=scopes.people[0].uid))
    assert (own.spans, own.documents.in_progress) == (3, 2)


def test_a_search_of_the_list_narrows_what_is_counted(library):
    corpus, put = _filled(library, [[("Lê An", 0)], [("Tỉnh ủy", 2), ("x", 1)]])
    library.annotating.apply(put[1][0], (StatusChanged(Status.IN_PROGRESS, Status.DONE),))
    done, todo = Scope(search=whole_search("", "done")), Scope(search=whole_search("Bài", "todo"))
    assert library.figures.overview(corpus, done).spans == 2
    assert library.figures.overview(corpus, done).documents.total == 1
    assert library.figures.overview(corpus, todo).spans == 1
    assert [found.match for found in library.figures.spans(corpus, Pick(), todo)] == ["Lê An"]
    assert library.figures.overview(corpus, Scope(search="label:position")).spans == 2


def test_the_work_of_one_annotator_alone_is_told(library):
    corpus, _ = _filled(library, [[("Lê An", 0)]])
    (owner,) = (person.annotator.uid for person in library.figures.overview(corpus).people)
    assert library.figures.work(corpus, annotator=owner).total.spans == 1
    assert library.figures.work(corpus, annotator="nobody").steps == 0


def test_an_unknown_corpus_is_refused(library):
    with pytest.raises(UserError):
        library.figures.overview("none")
