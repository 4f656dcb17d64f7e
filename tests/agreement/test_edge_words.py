"""Which words make edges differ, and the rules that decisions suggest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from annotator.agreement.clusters import clusters
from annotator.agreement.compared import Compared
from annotator.agreement.edge_words import Stuff, edge_words, question, stretch_of
from annotator.agreement.f1 import Counts
from annotator.agreement.learning import (
    Answer,
    Rule,
    Settled,
    Sort,
    case_of,
    contradictions,
    learn,
    sentence,
    settle,
)
from annotator.agreement.trend import trend
from annotator.model.document import Annotator
from annotator.model.review import Decision, GoldRange, SeenVariant, Verdict
from annotator.model.span import Span

NAMES = {"P": "person", "Q": "position", "A": "award"}


def _compared(text, *layers, document="d"):
    """Each layer: (words, label) at their first place; "a", "b", "c" are the annotators."""
    return Compared(
        document,
        text,
        {
            "abc"[place]: [
                Span(f"{place}{number}", text.index(words), text.index(words) + len(words), label)
                for number, (words, label) in enumerate(layer)
            ]
            for place, layer in enumerate(layers)
        },
    )


@pytest.mark.parametrize(
    ("words", "is_before", "stuff", "key"),
    [
        ("Đ/c ", True, Stuff.TITLE, "đ/c"),
        ("Ông ", True, Stuff.TITLE, "ông"),
        ("“ông ", True, Stuff.TITLE, "ông"),
        ("“", True, Stuff.QUOTE, ""),
        ("”", False, Stuff.QUOTE, ""),
        (" năm 2024", False, Stuff.YEAR, ""),
        (", ", False, Stuff.SIGN, ""),
        ("Chủ tịch ", True, Stuff.WORDS, "chủ tịch"),
        (" tỉnh Nghệ An và các đơn vị liên quan", False, Stuff.LONG, ""),
    ],
)
def test_what_a_stretch_is_made_of(words, is_before, stuff, key):
    assert stretch_of(words, is_before=is_before) == (stuff, key)


def test_the_words_at_the_edges_are_counted_by_label():
    documents = [
        _compared(
            "Đ/c Lê An và ông Hà dự.", [("Lê An", "P"), ("Hà", "P")], [("Đ/c Lê An", "P"), ("ông Hà", "P")]
        ),
        _compared("Ông Tú dự.", [("Ông Tú", "P")], [("Ông Tú", "P")], [("Tú", "P")]),
        _compared("Giải “Bút Vàng” 2024.", [("“Bút Vàng”", "A")], [("Bút Vàng", "A")]),
    ]
    rows = edge_words(documents)
    assert [(row.label, row.is_before, row.stretch.stuff, row.words, row.places) for row in rows] == [
        ("P", True, Stuff.TITLE, "Ông", 2),
        ("A", True, Stuff.QUOTE, "“", 1),
        ("A", False, Stuff.QUOTE, "”", 1),
        ("P", True, Stuff.TITLE, "Đ/c", 1),
    ]
    assert (rows[0].with_it, rows[0].without) == (3, 2)
    assert [place.document for place in rows[0].examples] == ["d", "d"]
    assert str(question(rows[0], NAMES)) == (
        "Does person take in “Ông” before it? Edges differ by it 2 times."
    )
    assert str(question(rows[1], NAMES)) == "Do the quotes belong to award? Edges differ by them once."


def test_each_edge_between_three_counts_once():
    (compared,) = [
        _compared(
            "Chủ tịch Đ/c Lê An dự.", [("Chủ tịch Đ/c Lê An", "P")], [("Đ/c Lê An", "P")], [("Lê An", "P")]
        )
    ]
    rows = edge_words([compared])
    assert {(row.words, row.with_it, row.without) for row in rows} == {("Chủ tịch", 1, 2), ("Đ/c", 2, 1)}


def test_nested_spans_of_one_person_and_other_labels_are_no_quarrel_over_edges():
    both = [("ông Hà", "P"), ("Hà", "P")]
    assert edge_words([_compared("ông Hà", both, both)]) == []
    assert edge_words([_compared("ông Hà", [("ông Hà", "Q")], [("Hà", "P")])]) == []


# Learning


def _settled(compared, verdict, *taken, made="1", source="hand"):
    """The one cluster of a document with a decision; `taken`: (words, label)."""
    (cluster,) = clusters(compared)
    gold = tuple(
        GoldRange(compared.text.index(words), compared.text.index(words) + len(words), label)
        for words, label in taken
    )
    seen = tuple(SeenVariant(one.start, one.end, one.label) for one in cluster.variants)
    decision = Decision(
        f"u{made}", "d", cluster.uid, Annotator("r", "R"), verdict, seen, gold, source=source, made=made
    )
    return Settled(replace(cluster, decision=decision), compared.text)


def _with_title(title, name):
    text = f"{title} {name} dự."
    return _compared(text, [(f"{title} {name}", "P")], [(name, "P")])


def _open(compared):
    (cluster,) = clusters(compared)
    return cluster, compared.text


SHORTER = [
    _settled(_with_title("ông", "Hà"), Verdict.TAKE, ("Hà", "P"), made="1"),
    _settled(_with_title("Đ/c", "Tú"), Verdict.TAKE, ("Tú", "P"), made="2"),
    _settled(_with_title("bà", "Lê An"), Verdict.TAKE, ("Lê An", "P"), made="3"),
]


def test_three_equal_decisions_on_titles_offer_a_rule_that_settles_other_titles():
    (offer,) = learn(SHORTER)
    assert (offer.rule.case.sort, offer.rule.case.stuff, offer.rule.answer) == (
        Sort.EDGES,
        "title",
        Answer.SHORTER.value,
    )
    assert [decision.made for decision in offer.examples] == ["1", "2", "3"]
    assert str(sentence(offer.rule, NAMES)) == (
        "person: where edges differ only by a title, the shorter words"
    )
    ruling = settle(offer.rule, *_open(_with_title("cụ", "Thơm")))
    assert (ruling.verdict, ruling.takes, ruling.source) == (
        Verdict.TAKE,
        (GoldRange(3, 7, "P"),),
        offer.rule.source,
    )
    assert settle(offer.rule, *_open(_compared("“Hà”", [("“Hà”", "P")], [("Hà", "P")]))) is None
    assert settle(offer.rule, *_open(_compared("ông Hà", [("ông Hà", "Q")], [("Hà", "Q")]))) is None


def test_two_are_too_few_and_the_newest_three_must_be_equal():
    assert learn(SHORTER[:2]) == []
    longer = _settled(_with_title("cô", "Mai"), Verdict.TAKE, ("cô Mai", "P"), made="4")
    assert learn([*SHORTER, longer]) == []
    earlier = replace(
        longer, cluster=replace(longer.cluster, decision=replace(longer.cluster.decision, made="0"))
    )
    (offer,) = learn([*SHORTER, earlier])
    assert [decision.made for decision in offer.against] == ["0"]
    assert contradictions(offer.rule, [*SHORTER, longer]) == [longer.cluster.decision]


def test_what_was_not_decided_by_hand_teaches_nothing():
    by_rule = [
        replace(each, cluster=replace(each.cluster, decision=replace(each.cluster.decision, source="alike")))
        for each in SHORTER
    ]
    assert learn(by_rule) == []


def test_a_label_before_another():
    settled = [
        _settled(
            _compared(f"{name} họp.", [(name, "P")], [(name, "Q")]), Verdict.TAKE, (name, "Q"), made=name
        )
        for name in ("Sở", "Ban", "Hội")
    ]
    (offer,) = learn(settled)
    assert str(sentence(offer.rule, NAMES)) == "The same words as person and as position: position"
    ruling = settle(offer.rule, *_open(_compared("Đoàn họp", [("Đoàn", "Q")], [("Đoàn", "P")])))
    assert ruling.takes == (GoldRange(0, 4, "Q"),)


def test_what_one_person_alone_marked_is_rejected():
    settled = [
        _settled(_compared(f"{name} họp.", [(name, "P")], [], []), Verdict.REJECT, made=name)
        for name in ("Sở", "Ban", "Hội")
    ]
    (offer,) = learn(settled)
    assert str(sentence(offer.rule, NAMES)) == "person that one person alone marked: none of it"
    cluster, text = _open(_compared("Đoàn họp", [("Đoàn", "P")], [], []))
    assert settle(offer.rule, cluster, text).verdict is Verdict.REJECT
    two_of_three = _open(_compared("Đoàn họp", [("Đoàn", "P")], [("Đoàn", "P")], []))
    assert settle(offer.rule, *two_of_three) is None


def test_what_has_a_decision_is_left_alone_put_off_or_not():
    (offer,) = learn(SHORTER)
    assert settle(offer.rule, SHORTER[0].cluster, SHORTER[0].text) is None
    put_off = _settled(_with_title("cụ", "Thơm"), Verdict.DEFER)
    assert settle(offer.rule, put_off.cluster, put_off.text) is None
    assert learn([put_off] * 3) == []


def test_words_that_are_no_title_are_a_rule_of_their_own():
    text = "Chủ tịch Lê An dự."
    cluster, _ = _open(_compared(text, [("Chủ tịch Lê An", "P")], [("Lê An", "P")]))
    case = case_of(cluster, text)
    assert (case.stuff, case.words) == ("words", "chủ tịch")
    rule = Rule(case, Answer.LONGER.value)
    assert str(sentence(rule, NAMES)) == ("person: where edges differ only by “chủ tịch”, the longer words")
    assert Rule.load(rule.dump()) == rule
    assert Rule.load(rule.dump()).uid == rule.uid


def test_crossing_edges_and_two_sorts_at_once_are_no_case():
    crossing = _compared("Sở Y tế tỉnh", [("Sở Y tế", "P")], [("Y tế tỉnh", "P")])
    assert case_of(*_open(crossing)) is None
    mixed = _compared("ông Hà, dự", [("ông Hà,", "P")], [("Hà", "P")])
    assert case_of(*_open(mixed)) is None


def test_weeks_begin_on_monday_and_add_up():
    weeks = trend(
        [
            ("2026-11-22T23:59:59.999Z", Counts(agree=1)),
            ("2026-11-23T00:00:00.000Z", Counts(agree=1, only_a=1)),
            ("2026-11-25T00:00:00.000Z", Counts(agree=2, only_b=1)),
        ]
    )
    assert [(week.monday, week.documents, week.strict_f1) for week in weeks] == [
        (date(2026, 11, 16), 1, 1.0),
        (date(2026, 11, 23), 2, pytest.approx(6 / 8)),
    ]
