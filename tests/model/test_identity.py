"""Uids are ordered in time, canonical, and fixed where they must be."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.identity import NAMESPACE, fixed_uid, is_uid, new_uid
from annotator.model.label import standard_label_uid, standard_labels


def test_uids_of_one_process_are_unique_and_in_order() -> None:
    uids = [new_uid() for _ in range(5_000)]
    assert uids == sorted(set(uids))


def test_uids_from_several_threads_do_not_collide() -> None:
    with ThreadPoolExecutor(4) as pool:
        uids = [uid for made in pool.map(lambda _: [new_uid() for _ in range(500)], range(4)) for uid in made]
    assert len(set(uids)) == 2_000


def test_a_uid_is_a_version_7_uuid_in_canonical_form() -> None:
    parsed = uuid.UUID(new_uid())
    assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
    assert is_uid(str(parsed))
    assert not is_uid(str(parsed).upper())
    assert not is_uid("no uid")


def test_standard_labels_have_the_same_uids_everywhere() -> None:
    assert standard_label_uid("person") == fixed_uid("label", "person")
    assert [label.key for label in standard_labels()] == ["1", "2", "3", "4", "5"]
    assert [label.name for label in standard_labels()] == [
        "person",
        "position",
        "organization",
        "campaign",
        "award",
    ]
    assert len({label.uid for label in standard_labels()}) == 5


@given(st.text(max_size=30))
def test_fixed_uids_are_those_of_the_standard(name: str) -> None:
    assert fixed_uid("cluster", name) == str(uuid.uuid5(NAMESPACE, f"cluster:{name}"))
