"""What a package holds, and what it leaves at home."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from colleagues import TEXTS, mark, uid_of

from annotator.errors import UserError
from annotator.exchange import package_file, package_reading
from annotator.model.label import standard_label_uid
from annotator.model.package import PackageWish
from annotator.model.review import Premerge, Ruling, Verdict

PERSON, POSITION, AWARD = map(standard_label_uid, ("person", "position", "award"))


def test_an_assignment_carries_documents_and_labels_and_nobody_else(lead, lan):
    lead.library.people.annotator("Minh")
    first, other = lead.documents
    mark(lead, first, 0, 3, who="Minh")
    path = lead.package("assignment", "Lan", (first,))
    words = b"".join(zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist())
    assert b"Minh" not in words and uid_of(lead, "Minh").encode() not in words
    assert other.encode() not in words and TEXTS[1].encode() not in words
    told = lan.library.packages.merge(path).value
    assert (told.documents_new, told.layers, told.changes_new, told.people_new) == (1, 0, 0, ("Lan",))
    assert lan.documents == [first]
    assert uid_of(lan, "Lan") == uid_of(lead, "Lan")
    assert [row.label for row in lan.library.labels.list(lan.corpus)] == [
        row.label for row in lead.library.labels.list(lead.corpus)
    ]
    assert not any(row.layers for row in lan.library.documents.listing(lan.corpus))


def test_a_return_that_brings_layers_of_others_is_told(lead, lan, handed_out, tmp_path):
    lan.library.people.annotator("Minh")
    mark(lan, handed_out[0], 0, 3, who="Lan")
    mark(lan, handed_out[0], 4, 7, who="Minh")
    packages = [package_reading.read(Path(lan.package("return", name))) for name in ("Lan", "Minh")]
    whole = packages[0]
    for name in ("annotators", "layers", "steps", "changes"):
        own, more = getattr(whole, name), getattr(packages[1], name)
        whole = replace(whole, **{name: (*own, *(each for each in more if each not in own))})
    package_file.write(tmp_path / "both.zip", whole)
    (told,) = lead.take(str(tmp_path / "both.zip"))
    assert "It brings layers of others too: Minh" in map(str, told.notices)
    assert not any("others" in str(each) for each in lead.take(lan.package("return", "Lan"))[0].notices)


def test_nobody_is_made_for_work_that_cannot_be_handed_out(lead):
    before = lead.library.history.total()
    with pytest.raises(UserError):
        lead.package("assignment", "Lan", ("nowhere",))
    assert lead.library.people.find("Lan") is None
    assert lead.library.history.total() == before
    assert list(lead.folder.glob("*.zip")) == []


def test_a_return_carries_one_person_alone(lead, lan, handed_out):
    first, second_document = handed_out
    lan.library.people.annotator("Bình")
    mark(lan, first, 0, 3)
    mark(lan, second_document, 0, 2, who="Bình")
    path = lan.package("return", "Lan")
    package = package_reading.read(Path(path))
    assert {layer.annotator for layer in package.layers} == {uid_of(lan, "Lan")}
    assert [document.uid for document in package.documents] == [first]
    told = lead.library.packages.merge(path).value
    assert (told.documents_known, told.layers, told.changes_new, told.spans_added) == (1, 1, 2, 1)
    assert lead.library.people.find("Bình") is None


def test_gold_brings_gold_decisions_and_comments_back(lead, lan, handed_out):
    first = handed_out[0]
    span = mark(lan, first, 0, 3)
    lead.take(lan.package("return", "Lan"))
    lead.library.comments.add(first, "xem lại", span=span.uid)
    told = lan.library.packages.merge(lead.package("gold", "Lan")).value
    assert told.changes_new == 1
    assert [each.text for each in lan.library.comments.of_document(first)] == ["xem lại"]
    assert lan.library.comments.of_document(first)[0].span == span.uid


def test_a_file_that_is_there_is_not_written_over(lead, tmp_path):
    path = tmp_path / "there.zip"
    path.write_bytes(b"mine")
    with pytest.raises(UserError, match="there already"):
        lead.library.packages.make(PackageWish(lead.corpus, "assignment", str(path), "Lan"))
    assert path.read_bytes() == b"mine"
    assert lead.library.people.find("Lan") is None


def test_a_return_needs_somebody_who_worked(lead, tmp_path):
    for person, words in (("", "whose work"), ("Nobody", "no annotator")):
        with pytest.raises(UserError, match=words):
            lead.package("return", person)
    lead.library.people.annotator("Lan")
    with pytest.raises(UserError, match="nothing to send back"):
        lead.package("return", "Lan")


def test_gold_travels_with_its_decisions_and_unites_with_the_gold_of_another_reviewer(
    lead, lan, second, handed_out
):
    first = handed_out[0]
    lan_span = mark(lan, first, 0, 3)
    lead.library.people.annotator("Minh")
    mark(lead, first, 0, 3, who="Minh")
    mark(lead, first, 4, 7, who="Minh")
    lead.take(lan.package("return", "Lan"))
    lead.library.review.premerge(lead.corpus, Premerge.UNANIMOUS)
    (open_cluster,) = [each for each in lead.library.review.document(first).clusters if each.is_open]
    ruling = Ruling(first, open_cluster.uid, Verdict.REJECT, reason="không phải tên người")
    lead.library.review.decide(ruling)
    told = lan.take(lead.package("gold", "Lan"))[0]
    assert told.spans_added == 1
    seen = lan.library.review.document(first)
    assert [(span.start, span.end) for span in seen.gold] == [(0, 3)]
    decisions = lan.library.review.history(first)
    assert {each.decision.verdict for each in decisions} == {Verdict.TAKE, Verdict.REJECT}
    assert "không phải tên người" in {each.decision.reason for each in decisions}
    variants = [variant for each in decisions for variant in each.decision.variants]
    assert any(lan_span.uid in variant.spans for variant in variants)
    assert lan.take(lead.package("gold", "Lan"))[0].is_nothing_new
    lead.library.review.take_back(open_cluster.uid, first)
    second.take(lead.package("gold"), lead.package("return", "Minh"))
    lan.take(lead.package("gold", "Lan"))
    for one in (lan, second):
        assert _decided(one, first) == _decided(lead, first) != set()
        one.check_changes()
        assert one.problems() == []


def _decided(colleague, document):
    """(cluster, verdict) of what is decided now, whether its spans are here or not."""
    rulings = colleague.library.review.history(document)
    return {(each.cluster, each.decision.verdict) for each in rulings if each.is_current and each.decision}
