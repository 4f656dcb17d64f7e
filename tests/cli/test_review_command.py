"""`annotator review`: clusters as JSON and as a table, pre-merge, rulings, gold that can be exported."""

from __future__ import annotations

import json

import pytest

from annotator.formats.jsonl.head import FORMAT, VERSION
from annotator.model.identity import new_uid
from annotator.model.review import GOLD_UID

TEXT = "Đồng chí Trần Văn Nam, Ủy viên Ban Thường vụ Tỉnh ủy, dự lễ."


@pytest.fixture
def two(annotator, data, made_once):
    """An and Bình on one document: agreed on the person, apart on an edge and a label."""
    marks = {
        "An": [(9, 21, "person"), (23, 52, "position"), (45, 52, "organization")],
        "Bình": [(9, 21, "person"), (31, 52, "position"), (45, 52, "award")],
    }

    def make():
        for name, spans in marks.items():
            told = [{"start": start, "end": end, "label": label} for start, end, label in spans]
            path = data(f"{name}.jsonl", {"title": "Một", "text": TEXT, "spans": told})
            assert annotator("import", path, "--corpus", "Kho", "--annotator", name).status == 0
        return annotator("documents", "--corpus", "Kho", "--json").json[0]["uid"]

    return made_once("two", make)


def _clusters(annotator, *more):
    return annotator("review", "--corpus", "Kho", "--json", *more).json


def test_every_cluster_is_listed(annotator, two):
    person, position, organization = _clusters(annotator)
    assert person == {
        "uid": person["uid"],
        "document": two,
        "class": "agree",
        "unanimous": True,
        "variants": [
            {"annotators": ["An", "Bình"], "start": 9, "end": 21, "label": "person", "text": "Trần Văn Nam"}
        ],
        "verdict": None,
    }
    assert [each["class"] for each in (position, organization)] == ["boundary", "label"]
    assert [each["text"] for each in position["variants"]] == [TEXT[23:52], TEXT[31:52]]
    assert [each["annotators"] for each in position["variants"]] == [["An"], ["Bình"]]


def test_looking_writes_nothing(annotator, two):
    before = annotator("history", "--corpus", "Kho", "--json").json
    _clusters(annotator)
    assert annotator("history", "--corpus", "Kho", "--json").json == before


def test_a_table_names_what_can_be_ruled_on(annotator, two):
    answer = annotator("review", "--corpus", "Kho")
    assert answer.status == 0
    assert "2: position 31–52 (Bình)" in answer.out
    assert _clusters(annotator)[1]["uid"] in answer.out


def test_premerge_takes_what_all_agree_on(annotator, two):
    listed = _clusters(annotator, "--premerge", "unanimous")
    assert [each["verdict"] for each in listed] == ["take", None, None]
    again = annotator("review", "--corpus", "Kho", "--json", "--premerge", "majority")
    assert [each["verdict"] for each in again.json] == ["take", None, None]
    assert "0 clusters taken into gold. Differences left to rule on: 2." in again.err


def test_gold_is_exported_once_there_is_some(annotator, two, tmp_path):
    refused = annotator(
        "export", "--corpus", "Kho", "--gold", "--format", "jsonl", "--output", str(tmp_path / "g")
    )
    assert refused.status == 1
    _clusters(annotator, "--premerge", "unanimous")
    annotator("review", "decide", _clusters(annotator)[1]["uid"], "--take", "2")
    path = tmp_path / "gold.jsonl"
    written = annotator(
        "export", "--corpus", "Kho", "--gold", "--format", "jsonl", "--output", str(path), "--json"
    )
    assert written.json["spans_recovered"] == 2
    spans = [
        (span["start"], span["end"], span["label"])
        for line in path.read_text(encoding="utf-8").splitlines()
        for span in json.loads(line).get("spans", ())
    ]
    assert spans == [(9, 21, "person"), (31, 52, "position")]
    every = annotator(
        "export",
        "--corpus",
        "Kho",
        "--all-layers",
        "--format",
        "jsonl",
        "--output",
        str(tmp_path / "a"),
        "--json",
    )
    assert every.json["spans"] == 6


@pytest.mark.parametrize(
    ("words", "verdict", "gold"),
    [
        (("--take", "1"), "take", 1),
        (("--take-all",), "take", 2),
        (("--reject", "--reason", "not a position"), "reject", 0),
        (("--defer",), "defer", 0),
        (("--take", "1", "--start", "31", "--end", "44"), "take-edited", 1),
        (("--take", "2", "--label", "Organization"), "take-edited", 1),
    ],
)
def test_a_ruling(annotator, two, words, verdict, gold):
    uid = _clusters(annotator)[1]["uid"]
    ruled = annotator("review", "decide", uid, *words, "--annotator", "Chi", "--json")
    assert (ruled.status, ruled.json["verdict"], ruled.json["uid"]) == (0, verdict, uid)
    assert _clusters(annotator)[1] == ruled.json
    listed = annotator("spans", "list", "--corpus", "Kho", "--annotator", "Gold", "--json")
    assert len(listed.json) == gold if listed.status == 0 else verdict == "defer"
    assert annotator("history", "--corpus", "Kho", "--json").json[0]["annotator"] == "Chi"
    assert annotator("undo").status == 0
    assert _clusters(annotator)[1]["verdict"] is None
    assert annotator("redo").status == 0
    assert _clusters(annotator)[1]["verdict"] == verdict
    assert annotator("check").status == 0


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--take", "3"), 1),
        (("--take", "0"), 1),
        (("--take", "1", "--label", "nothing"), 1),
        (("--take", "1", "--start", "50", "--end", "40"), 1),
        (("--take", "1", "--start", "0", "--end", "4000"), 1),
        ((), 2),
        (("--reject", "--defer"), 2),
        (("--reject", "--label", "person"), 2),
    ],
)
def test_what_cannot_be_ruled_changes_nothing(annotator, two, words, status):
    uid = _clusters(annotator)[1]["uid"]
    before = annotator("history", "--json").json
    assert annotator("review", "decide", uid, *words, "--json").status == status
    assert annotator("history", "--json").json == before
    assert _clusters(annotator)[1]["verdict"] is None


def test_an_unknown_cluster_is_refused(annotator, two):
    answer = annotator("review", "decide", "0" * 36, "--reject")
    assert answer.status == 1
    assert "no cluster" in answer.err


def test_taking_a_span_out_of_gold_is_a_rejection(annotator, two):
    _clusters(annotator, "--premerge", "unanimous")
    gold = annotator("spans", "list", "--corpus", "Kho", "--annotator", "Gold", "--json").json
    assert annotator("spans", "remove", gold[0]["uid"]).status == 0
    assert _clusters(annotator)[0]["verdict"] == "reject"
    assert _clusters(annotator, "--premerge", "unanimous")[0]["verdict"] == "reject"


def test_only_those_named(annotator, two, data):
    path = data("Chi.jsonl", {"text": TEXT, "spans": [{"start": 9, "end": 21, "label": "person"}]})
    annotator("import", path, "--corpus", "Kho", "--annotator", "Chi")
    assert [each["class"] for each in _clusters(annotator)] == ["agree", "missing", "missing"]
    assert [each["class"] for each in _clusters(annotator, "--annotators", "An, Bình")] == [
        "agree",
        "boundary",
        "label",
    ]
    assert annotator("review", "--corpus", "Kho", "--annotators", "Nobody").status == 1
    assert annotator("review").status == 2


def test_a_cluster_of_some_annotators_is_found_by_its_uid(annotator, two, data):
    spans = [{"start": 20, "end": 52, "label": "position"}]
    annotator(
        "import", data("Chi.jsonl", {"text": TEXT, "spans": spans}), "--corpus", "Kho", "--annotator", "Chi"
    )
    uid = _clusters(annotator, "--annotators", "An,Bình")[1]["uid"]
    assert annotator("review", "decide", uid, "--reject").status == 0
    assert [each["verdict"] for each in _clusters(annotator, "--annotators", "An,Bình")] == [
        None,
        "reject",
        None,
    ]


def test_gold_that_a_file_brought_goes_by_a_ruling(annotator, two, data):
    head = {
        "format": "annotator-jsonl",
        "version": 1,
        "corpus": {"name": "Kho"},
        "annotators": [{"uid": GOLD_UID, "name": "Gold", "kind": "gold"}],
    }
    spans = [
        {"start": start, "end": end, "label": label, "annotator": GOLD_UID}
        for start, end, label in ((9, 21, "person"), (23, 52, "position"))
    ]
    path = data("gold.jsonl", head, {"text": TEXT, "spans": spans})
    assert annotator("import", path, "--corpus", "Kho").status == 0
    person, position, _ = _clusters(annotator)
    assert position["verdict"] is None
    annotator("review", "decide", person["uid"], "--take", "1")
    annotator("review", "decide", position["uid"], "--take", "2")
    listed = annotator("spans", "list", "--corpus", "Kho", "--annotator", "Gold", "--json").json
    assert [(span["start"], span["end"]) for span in listed] == [(9, 21), (31, 52)]
    assert annotator("check").status == 0


def test_stats_say_how_far_the_review_is(annotator, two):
    _clusters(annotator, "--premerge", "unanimous")
    annotator("review", "decide", _clusters(annotator)[1]["uid"], "--reject")
    assert annotator("stats", "--corpus", "Kho", "--json").json["review"] == {
        "compared": 1,
        "finished": 0,
        "gold": 1,
        "decisions": {"take": 1, "take-edited": 0, "reject": 1, "defer": 0},
    }


def test_what_nobody_marks_any_more_is_listed_with_its_verdict_and_taken_back_by_rejecting(annotator, two):
    organization = _clusters(annotator)[2]
    annotator("review", "decide", organization["uid"], "--take", "1")
    spans = annotator("spans", "list", "--corpus", "Kho", "--json").json
    for each in spans:
        if each["start"] == 45 and each["annotator"] in ("An", "Bình"):
            assert annotator("spans", "remove", each["uid"]).status == 0
    left = _clusters(annotator)[2]
    assert left["variants"] == [{**each, "annotators": []} for each in organization["variants"]]
    assert (left["uid"], left["class"], left["verdict"]) == (organization["uid"], "label", "take")
    assert annotator("review", "--corpus", "Kho").status == 0
    assert annotator("review", "decide", left["uid"], "--reject").status == 0
    assert len(_clusters(annotator)) == 2


def test_two_people_of_one_name_are_told_apart(annotator, data):
    uids = [new_uid(), new_uid()]
    people = [{"uid": uid, "name": "An", "kind": "person"} for uid in uids]
    head = {"corpus": {"labels": []}, "format": FORMAT, "version": VERSION, "annotators": people}
    spans = [
        {"start": 9, "end": end, "label": "person", "annotator": uid}
        for uid, end in zip(uids, (21, 17), strict=True)
    ]
    path = data("an.jsonl", head, {"title": "Một", "text": TEXT, "spans": spans})
    assert annotator("import", path, "--corpus", "Kho").status == 0
    names = {f"An ({uid})" for uid in uids}
    (cluster,) = _clusters(annotator)
    assert {name for each in cluster["variants"] for name in each["annotators"]} == names
    listed = annotator("spans", "list", "--corpus", "Kho", "--json").json
    assert {each["annotator"] for each in listed} == names
    assert all(name in annotator("spans", "list", "--corpus", "Kho").out for name in names)


def test_what_cannot_be_kept_is_refused(annotator, two):
    before = annotator("history", "--corpus", "Kho", "--json").json
    uid = _clusters(annotator)[1]["uid"]
    refused = annotator("review", "decide", uid, "--take", "1", "--reason", "a\0b")
    assert (refused.status, "NUL" in refused.err) == (1, True)
    assert annotator("review", "decide", uid, "--take", "1", "--label", "").status == 1
    assert annotator("history", "--corpus", "Kho", "--json").json == before
