"""Names, what is drawn, what differs, what a ruling makes of a document: without any widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.document import Annotator
from annotator.model.review import (
    Category,
    Difference,
    GoldRange,
    ReviewFilter,
    Variant,
    Verdict,
    blind_names,
)
from annotator.ui.review.compare.acting import is_nesting, likely
from annotator.ui.review.compare.differing import differing
from annotator.ui.review.compare.drawing import drawn
from annotator.ui.review.compare.filter_row import fits
from annotator.ui.review.compare.people import Names, initials
from annotator.ui.review.compare.ruled import repeated, ruling, taken, with_ruling, without_ruling
from annotator.ui.review.compare.wrapped import shortened

if TYPE_CHECKING:
    from annotator.model.review import Cluster, ReviewedDocument

REVIEWER = Annotator("uid-hoa", "Hoa")


def of(reviewed: ReviewedDocument, kind: Difference) -> Cluster:
    return next(each for each in reviewed.clusters if each.difference is kind)


def test_the_article_has_one_cluster_of_each_kind_that_is_tested(reviewed) -> None:
    kinds = [cluster.difference for cluster in reviewed.clusters]
    assert kinds.count(Difference.AGREE) == 2
    assert {Difference.LABEL, Difference.BOUNDARY, Difference.MISSING} <= set(kinds)


def test_initials_are_the_last_words_and_two_where_one_is_not_enough() -> None:
    names = ["Lan", "Trần Thảo", "Lý Minh", "Võ Mai"]
    assert initials(names, list("abcd")) == {"a": "L", "b": "T", "c": "LM", "d": "VM"}


def test_hidden_names_are_told_in_the_order_of_their_letters(reviewed) -> None:
    uids = [person.uid for person in reviewed.people]
    names = Names("document", reviewed.people, blind=True)
    assert names.joined(uids) == "A, B, C"
    assert {uid: names.name(uid) for uid in uids} == blind_names("document", uids)
    assert not {"Lan", "Minh", "Thảo", "L", "M", "T"} & {names.initial(uid) for uid in uids}


def test_of_many_names_the_first_and_a_count_are_said() -> None:
    people = [Annotator(str(number), f"Người {number}") for number in range(6)]
    assert Names("d", people).joined(str(number) for number in range(6)) == "Người 0, Người 1 +4"


def test_open_variants_are_lines_with_names_and_agreement_is_quiet(reviewed) -> None:
    shown = drawn(reviewed, Names("document", reviewed.people))
    by_uid = {span.uid: span for span in shown.spans}
    open_ = [cluster for cluster in reviewed.clusters if cluster.is_open_difference]
    assert len(shown.manners.lines) == sum(len(cluster.variants) for cluster in open_)
    assert len(shown.manners.quiet) == 2
    assert not shown.manners.lines & shown.manners.quiet
    names = {shown.manners.names[uid] for uid in shown.manners.lines}
    assert ("Lan, Thảo · position", "L, T · position", "L, T") in names
    assert set(by_uid) == set(shown.clusters)


def test_what_is_in_gold_is_drawn_once_and_belongs_to_its_cluster(reviewed) -> None:
    cluster = of(reviewed, Difference.BOUNDARY)
    after = with_ruling(reviewed, ruling(cluster, Verdict.TAKE, [taken(cluster.variants[0])]), REVIEWER)
    shown = drawn(after, Names("document", after.people))
    gold = next(iter(after.gold))
    assert gold in shown.spans
    assert shown.clusters[gold.uid] == cluster.uid
    assert not any(uid.startswith(cluster.uid) for uid in shown.manners.lines)


def test_what_not_everybody_marked_is_told_to_the_character(reviewed, words_of) -> None:
    cluster = of(reviewed, Difference.BOUNDARY)
    longer = next(
        each for each in cluster.variants if words_of(each.start, each.end).endswith("Trung đoàn 7")
    )
    shorter = next(each for each in cluster.variants if each is not longer)
    assert [words_of(*stretch) for stretch in differing(longer, cluster.variants)] == [", Trung đoàn 7"]
    assert differing(shorter, cluster.variants) == []


RANGES = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(RANGES, min_size=1, max_size=5))
def test_differing_is_what_is_left_without_what_all_share(ranges: list[tuple[int, int]]) -> None:
    variants = [Variant(start, end, "label", ()) for start, end in ranges]
    shared = set.intersection(*(set(range(start, end)) for start, end in ranges))
    for variant in variants:
        found = [position for start, end in differing(variant, variants) for position in range(start, end)]
        assert found == sorted(set(range(variant.start, variant.end)) - shared)


def test_a_ruling_is_in_force_and_taken_back_without_a_trace(reviewed) -> None:
    cluster = of(reviewed, Difference.LABEL)
    after = with_ruling(reviewed, ruling(cluster, Verdict.TAKE, [taken(cluster.variants[1])]), REVIEWER)
    settled = next(each for each in after.clusters if each.uid == cluster.uid)
    assert not settled.is_open
    assert [span.place for span in after.gold] == [cluster.variants[1].place]
    assert without_ruling(after, cluster.uid) == reviewed


def test_ruling_anew_replaces_what_the_first_one_gave_to_gold(reviewed) -> None:
    cluster = of(reviewed, Difference.BOUNDARY)
    both = [taken(variant) for variant in cluster.variants]
    after = with_ruling(reviewed, ruling(cluster, Verdict.TAKE, both), REVIEWER)
    assert len(after.gold) == 2
    settled = next(each for each in after.clusters if each.uid == cluster.uid)
    rejected = with_ruling(after, ruling(settled, Verdict.REJECT), REVIEWER)
    assert rejected.gold == ()


def test_the_reason_stays_when_what_was_put_off_is_ruled_on(reviewed) -> None:
    cluster = of(reviewed, Difference.LABEL)
    put_off = repeated(cluster, Category.GUIDELINE_GAP, "Which one?")
    assert put_off.verdict is Verdict.DEFER
    after = with_ruling(reviewed, put_off, REVIEWER)
    waiting = next(each for each in after.clusters if each.uid == cluster.uid)
    assert waiting.is_open
    made = ruling(waiting, Verdict.TAKE, [taken(waiting.variants[0])])
    assert (made.category, made.reason) == (Category.GUIDELINE_GAP, "Which one?")


def test_enter_takes_the_majority_or_the_only_one_and_else_nothing(reviewed) -> None:
    assert likely(of(reviewed, Difference.BOUNDARY)) == 0
    missing = of(reviewed, Difference.MISSING)
    assert len(missing.variants) == 1
    assert likely(missing) == 0
    tied = [Variant(0, 5, "a", ()), Variant(0, 7, "a", ())]
    cluster = type(missing)("uid", "document", Difference.BOUNDARY, ("x", "y"), tuple(tied))
    assert likely(cluster) is None


@pytest.mark.parametrize(
    ("second", "nests"), [((2, 5), True), ((0, 9), True), ((3, 12), False), ((9, 12), True)]
)
def test_all_are_taken_only_where_none_cross(reviewed, second, nests) -> None:
    variants = (Variant(0, 9, "a", ()), Variant(*second, "a", ()))
    assert is_nesting(type(reviewed.clusters[0])("u", "d", Difference.BOUNDARY, ("x",), variants)) is nests


def test_filters_look_at_class_label_and_pair(reviewed) -> None:
    kept = [each for each in reviewed.clusters if fits(each, ReviewFilter(frozenset({Difference.LABEL})))]
    assert kept == [of(reviewed, Difference.LABEL)]
    pair = ReviewFilter(pair=("uid-lan", "uid-thao"))
    assert [each for each in reviewed.clusters if fits(each, pair)] == [of(reviewed, Difference.MISSING)]


def test_long_words_lose_their_middle_and_keep_their_tints() -> None:
    words = "a" * 1000
    shown, tinted = shortened(words, [(0, 10), (990, 1000), (400, 500)])
    assert len(shown) == 601
    assert tinted[0] == (0, 10)
    assert tinted[1] == (591, 601)
    assert shown[300] == "…"


def test_edges_that_are_a_variant_again_are_no_edit(reviewed) -> None:
    cluster = of(reviewed, Difference.BOUNDARY)
    take = GoldRange(cluster.start, cluster.end, cluster.variants[0].label)
    assert take.place in {variant.place for variant in cluster.variants}
