from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest

from annotator.errors import EnvironmentProblem, OutcomeUnknownError
from annotator.messages import say
from annotator.services.annotating import Annotating


@pytest.fixture
def add(annotator: Any, data: Any, labelled: str) -> Any:
    """Add spans out of lines; gives the status and the answers."""

    def call(*lines: object) -> tuple[int, list[dict[str, Any]]]:
        words = ("spans", "add", "--corpus", "Kho", "--annotator", "Minh", "--from", data("in", *lines))
        answer = annotator(*words)
        return answer.status, [json.loads(line) for line in answer.out.splitlines()]

    return call


def wish(
    document: str, start: object = 3, end: object = 9, label: object = "person", **more: object
) -> dict[str, object]:
    return {"document": document, "start": start, "end": end, "label": label, **more}


def test_each_line_is_saved_as_one_change(add: Any, annotator: Any, labelled: str) -> None:
    status, answers = add(wish(labelled, note="Ghi chú"), "", wish(labelled, label="ORGANIZATION"))
    assert (status, [list(each) for each in answers]) == (0, [["saved"], ["saved"]])
    spans = annotator("spans", "list", "--corpus", "Kho", "--annotator", "Minh", "--json").json
    assert {span["uid"] for span in spans} == {each["saved"] for each in answers}
    assert sorted((span["label"], span["note"]) for span in spans) == [
        ("organization", ""),
        ("person", "Ghi chú"),
    ]
    assert annotator("undo").status == 0
    assert len(annotator("spans", "list", "--corpus", "Kho", "--annotator", "Minh", "--json").json) == 1


BAD_LINES = (
    ("{", "not valid JSON (ends too early)"),
    ("\udcff{}", "not UTF-8 (at byte 0)"),
    ('{"document": "HERE", "start": 3, "end": 9, "label": "person", "note": "\\ud800"}', "U+D800"),
    ('{"document": "HERE", "start": 3, "end": 9, "label": "person", "note": "a\\u0000b"}', "U+0000"),
    ('{"document": "HERE", "start": 3, "start": 4, "end": 9, "label": "person"}', "“start” comes twice"),
    ('{"document": "HERE", "start": NaN, "end": 9, "label": "person"}', "NaN is no number"),
    ('{"document": "HERE", "start": 3, "end": ' + "9" * 5000 + ', "label": "person"}', "thousands of digits"),
    ('{"document": "HERE", "start": 3, "end": ' + "9" * 400 + ', "label": "person"}', "does not fit a text"),
    ('{"note": ' + "[" * 300 + "]" * 300 + "}", "more than 200 deep"),
    ('{"note": ' + "[" * 99_999 + "]" * 99_999 + "}", "more than 200 deep"),
    ("[]", "not a JSON object"),
    ({"document": "x", "start": 1, "end": 2}, "“label” is missing"),
    (wish("nirgends"), "no document nirgends"),
    (wish("HERE", start=True), "“start” must be a whole number"),
    (wish("HERE", start=1.0), "“start” must be a whole number"),
    (wish("HERE", end="9"), "“end” must be a whole number"),
    (wish("HERE", label=3), "“label” must be a text"),
    (wish("HERE", start=9, end=9), "does not fit a text"),
    (wish("HERE", end=9999), "does not fit a text"),
    (wish("HERE", label="nirgends"), "no label “nirgends”"),
    (wish("HERE", colour="red"), "“colour” is not known"),
)


def test_bad_lines_are_refused_with_their_numbers_and_good_ones_go_in(add: Any, labelled: str) -> None:
    bad = [
        (json.dumps(line) if isinstance(line, dict) else line).replace("HERE", labelled)
        for line, _ in BAD_LINES
    ]
    status, answers = add(*bad, wish(labelled))
    assert (status, list(answers[-1])) == (1, ["saved"])
    assert [answer["line"] for answer in answers[:-1]] == list(range(1, len(bad) + 1))
    for answer, (_, said) in zip(answers, BAD_LINES, strict=False):
        assert said in answer["refused"]


def test_the_same_words_twice_are_refused(add: Any, labelled: str) -> None:
    status, answers = add(wish(labelled), wish(labelled))
    assert (status, list(answers[1])) == (1, ["refused", "line"])


@pytest.mark.parametrize(
    ("error", "word"), [(OutcomeUnknownError, "unknown"), (EnvironmentProblem, "refused")]
)
def test_a_disk_error_ends_the_command(
    add: Any, labelled: str, monkeypatch: pytest.MonkeyPatch, error: type[EnvironmentProblem], word: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error(say("The disk failed."))

    monkeypatch.setattr(Annotating, "apply", fail)
    assert add(wish(labelled), wish(labelled)) == (1, [{word: "The disk failed.", "line": 1}])


def test_lines_come_from_stdin_too(annotator: Any, labelled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = json.dumps(wish(labelled)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    answer = annotator("spans", "add", "--corpus", "Kho", "--annotator", "Minh")
    assert (answer.status, list(json.loads(answer.out))) == (0, ["saved"])


def test_spans_are_removed_and_come_back(annotator: Any, labelled: str) -> None:
    uids = [span["uid"] for span in annotator("spans", "list", "--corpus", "Kho", "--json").json]
    assert annotator("spans", "remove", *uids, "--json").json == {"removed": 2}
    assert annotator("spans", "list", "--corpus", "Kho", "--json").json == []
    assert annotator("spans", "remove", uids[0]).status == 1
    annotator("undo")
    assert [span["uid"] for span in annotator("spans", "list", "--corpus", "Kho", "--json").json] == uids


def test_labels_are_added_renamed_recoloured_merged_and_removed(annotator: Any, labelled: str) -> None:
    words = ("labels", "--corpus", "Kho", "--json")
    first = annotator(*words).json[0]
    assert list(first) == ["uid", "name", "colour", "key", "definition", "spans"]
    added = annotator(
        *words, "add", "nơi chốn", "--key", "p", "--colour", "#112233", "--definition", "Ở đâu"
    ).json
    assert {**added[-1], "uid": ""} == {
        "uid": "",
        "name": "nơi chốn",
        "colour": "#112233",
        "key": "p",
        "definition": "Ở đâu",
        "spans": 0,
    }
    assert annotator(*words, "rename", "Person", "người").json[0]["name"] == "người"
    assert annotator(*words, "recolour", "người", "#445566").json[0]["colour"] == "#445566"
    assert annotator(*words, "remove", "người").status == 1
    merged = annotator(*words, "merge", "người", "position").json
    assert {each["name"]: each["spans"] for each in merged}["position"] == 2
    assert annotator(*words, "remove", "position", "--move-to", "award").status == 0
    left = annotator(*words, "remove", "award", "--with-spans").json
    assert [each["spans"] for each in left] == [0, 0, 0]


def test_a_label_action_needs_a_corpus_before_or_after_it(annotator: Any, labelled: str) -> None:
    assert annotator("labels", "list").status == 2
    assert annotator("labels", "list", "--corpus", "Kho").status == 0
    assert annotator("labels", "--corpus", "Kho", "list").status == 0


def test_a_label_that_is_not_there_is_refused_with_those_that_are(annotator: Any, labelled: str) -> None:
    answer = annotator("labels", "--corpus", "Kho", "rename", "nirgends", "x")
    assert (answer.status, answer.out) == (1, "")
    assert "person, position" in answer.err


def test_history_undo_and_redo_tell_the_steps(annotator: Any, labelled: str) -> None:
    annotator("labels", "--corpus", "Kho", "add", "x")
    annotator("labels", "--corpus", "Kho", "add", "y")
    steps = annotator("history", "--corpus", "Kho", "--json").json
    assert list(steps[0]) == ["uid", "time", "annotator", "kind", "summary"]
    undone = annotator("undo", "2", "--json").json
    assert [step["uid"] for step in undone] == [step["uid"] for step in steps[:2]]
    assert [step["uid"] for step in annotator("redo", "2", "--json").json] == [
        step["uid"] for step in reversed(steps[:2])
    ]
    own = annotator("history", "--corpus", "Kho", "--document", labelled, "--json").json
    assert [step["kind"] for step in own] == ["import"]


def test_history_is_narrowed_by_person_kind_words_and_number(annotator: Any, labelled: str) -> None:
    annotator("labels", "--corpus", "Kho", "add", "sự kiện")

    def kinds(*options: str) -> list[str]:
        return [step["kind"] for step in annotator("history", "--corpus", "Kho", *options, "--json").json]

    assert kinds("--kind", "import") == kinds("--document", labelled) == ["import"]
    assert kinds("--words", "SU KIEN") == kinds("--limit", "1") == ["label.add"]
    person = annotator("history", "--corpus", "Kho", "--json").json[0]["annotator"]
    assert len(kinds("--annotator", person)) == 2
    assert annotator("history", "--corpus", "Kho", "--annotator", "Niemand").status == 1


def test_undoing_more_than_there_is_takes_back_what_there_is_and_says_so(
    annotator: Any, labelled: str
) -> None:
    answer = annotator("undo", "9", "--json")
    assert (answer.status, len(answer.json)) == (1, 1)
    assert "nothing to undo" in answer.err
    assert annotator("undo").status == 1


@pytest.mark.parametrize("count", ["0", "-1", "x", "1.5"])
def test_a_count_that_is_none_is_wrong_usage(annotator: Any, count: str) -> None:
    assert annotator("undo", count).status == 2


def test_undo_and_redo_of_a_group_list_all_they_took_back(annotator: Any, data: Any) -> None:
    spans = [{"start": 0, "end": 3, "label": "person"}]
    files = [data("a.jsonl", {"text": "Một.", "spans": spans}), data("b.txt", "Hai."), data("c.txt", "Ba.")]
    assert annotator("import", *files, "--corpus", "Kho").status == 0
    summaries = [
        "c.txt imported: 1 document, 0 spans new",
        "b.txt imported: 1 document, 0 spans new",
        "a.jsonl imported: 1 document, 1 span new",
    ]
    for command in ("undo", "redo"):
        assert [step["summary"] for step in annotator(command, "--json").json] == summaries
    told = annotator("undo").out
    assert [summary in told for summary in summaries] == [True, True, True]


def test_nothing_to_undo_is_a_refusal(annotator: Any, labelled: str) -> None:
    assert annotator("undo", "99", "--json").status == 1
    answer = annotator("undo", "--json")
    assert (answer.status, answer.json) == (1, {"refused": "There is nothing to undo."})
