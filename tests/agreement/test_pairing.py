"""Which span answers which: the rules one by one, and against a second, slow and plain implementation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.pairing import pair
from annotator.model.review import Difference
from annotator.model.span import Span

ranges = st.tuples(st.integers(0, 14), st.integers(1, 8), st.sampled_from("PQR"))


def spans(found, name=""):
    return [
        Span(f"{name}{place}", start, start + length, label)
        for place, (start, length, label) in enumerate(found)
    ]


layers = st.lists(ranges, max_size=9).map(spans)


def _at(*places):
    return spans([(start, end - start, label) for start, end, label in places])


def _said(pairing):
    return [(one.place[:3], other.place[:3], difference) for one, other, difference in pairing.pairs]


def _places(found):
    return [span.place[:3] for span in found]


def test_equal_spans_of_one_person_are_one():
    pairing = pair(_at((0, 4, "P"), (0, 4, "P")), _at((0, 4, "P")))
    assert _said(pairing) == [((0, 4, "P"), (0, 4, "P"), Difference.AGREE)]
    assert [span.uid for span in pairing.duplicates_a] == ["1"]
    assert not pairing.duplicates_b
    assert not pairing.only_a


def test_an_inner_span_never_takes_the_outer_one_that_matched():
    one = _at((0, 20, "position"), (8, 20, "organization"))
    pairing = pair(one, _at((0, 20, "position")))
    assert _said(pairing) == [((0, 20, "position"), (0, 20, "position"), Difference.AGREE)]
    assert _places(pairing.only_a) == [(8, 20, "organization")]


def test_same_boundaries_go_before_any_overlap():
    pairing = pair(_at((0, 10, "P"), (0, 8, "Q")), _at((0, 10, "Q")))
    assert _said(pairing) == [((0, 10, "P"), (0, 10, "Q"), Difference.LABEL)]
    assert _places(pairing.only_a) == [(0, 8, "Q")]


def test_the_same_label_goes_before_the_larger_overlap():
    pairing = pair(_at((0, 10, "P")), _at((0, 9, "Q"), (8, 12, "P")))
    assert _said(pairing) == [((0, 10, "P"), (8, 12, "P"), Difference.BOUNDARY)]
    assert _places(pairing.only_b) == [(0, 9, "Q")]


def test_the_larger_overlap_goes_first_then_the_earlier_start():
    assert _said(pair(_at((4, 12, "P")), _at((2, 6, "P"), (7, 13, "P"))))[0][1] == (7, 13, "P")
    assert _said(pair(_at((5, 10, "P")), _at((3, 7, "P"), (8, 12, "P"))))[0][1] == (3, 7, "P")


def test_another_label_and_other_boundaries_still_meet():
    assert _said(pair(_at((0, 5, "P")), _at((4, 9, "Q"))))[0][2] is Difference.BOTH


def test_touching_is_not_overlapping():
    pairing = pair(_at((0, 5, "P")), _at((5, 9, "P")))
    assert not pairing.pairs
    assert _places(pairing.only_a) == [(0, 5, "P")]
    assert _places(pairing.only_b) == [(5, 9, "P")]


def test_parts_are_boundaries_too_but_the_hull_overlaps():
    whole = Span("w", 0, 9, "P")
    split = Span("s", 0, 9, "P", parts=((0, 3), (6, 9)))
    assert pair([whole], [split]).pairs == ((whole, split, Difference.BOUNDARY),)
    assert pair([split], [split]).pairs == ((split, split, Difference.AGREE),)


@given(layers)
def test_nobody_differs_from_himself(layer):
    pairing = pair(layer, layer)
    assert all(one is other and kind is Difference.AGREE for one, other, kind in pairing.pairs)
    assert not pairing.only_a
    assert not pairing.only_b


@given(layers, layers)
def test_the_other_way_round_is_the_mirror_image(a, b):
    there, back = pair(a, b), pair(b, a)
    assert sorted((two.place[:3], one.place[:3]) for one, two, _ in there.pairs) == sorted(
        (one.place[:3], two.place[:3]) for one, two, _ in back.pairs
    )
    assert _places(there.only_a) == _places(back.only_b)
    assert _places(there.only_b) == _places(back.only_a)
    assert there.duplicates_a == back.duplicates_b


@given(layers, layers, st.randoms(use_true_random=False))
def test_the_order_of_spans_says_nothing(a, b, dice):
    assert pair(dice.sample(a, len(a)), dice.sample(b, len(b))) == pair(a, b)


@given(layers, layers)
def test_every_distinct_span_has_one_place(a, b):
    pairing = pair(a, b)
    of_a = [one.place for one, _, _ in pairing.pairs] + [span.place for span in pairing.only_a]
    of_b = [other.place for _, other, _ in pairing.pairs] + [span.place for span in pairing.only_b]
    assert sorted(of_a) == sorted({span.place for span in a})
    assert sorted(of_b) == sorted({span.place for span in b})
    assert len(a) == len(of_a) + len(pairing.duplicates_a)


@given(layers, layers)
def test_it_is_what_the_definition_says(a, b):
    pairing = pair(a, b)
    pairs, only_a, only_b = _by_the_book(a, b)
    assert sorted((one, other, kind.value) for one, other, kind in _said(pairing)) == sorted(pairs)
    assert sorted(_places(pairing.only_a)) == sorted(only_a)
    assert sorted(_places(pairing.only_b)) == sorted(only_b)


def test_a_long_text_is_no_square():
    many = spans([(place * 10, 1 + place % 9, "P") for place in range(20_000)])
    other = spans([(place * 10, 1 + place % 7, "P") for place in range(20_000)])
    pairing = pair(many, other)
    assert len(pairing.pairs) == 20_000


def _by_the_book(a, b):
    """The paper's steps word by word: look at everything left, take the best, begin again."""
    a = sorted({span.place[:3] for span in a})
    b = sorted({span.place[:3] for span in b})
    pairs = []
    for wanted, kind in (
        (lambda one, other: one == other, "agree"),
        (lambda one, other: one[:2] == other[:2], "label"),
        (lambda one, other: one[2] == other[2] and _shared(one, other) > 0, "boundary"),
        (lambda one, other: _shared(one, other) > 0, "boundary+label"),
    ):
        while True:
            found = [(one, other) for one in a for other in b if wanted(one, other)]
            if not found:
                break
            one, other = min(found, key=lambda two: (-_shared(*two), *sorted(two)))
            pairs.append((one, other, kind))
            a.remove(one)
            b.remove(other)
    return pairs, a, b


def _shared(one, other):
    return min(one[1], other[1]) - max(one[0], other[0])
