"""Names of labels in formats that do not allow every sign: told again, and never two for one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.label_names import PLAIN, escaped, unescaped

names = st.text(
    st.sampled_from("aB9_-%.x đĐ\u0301😀é24") | st.characters(exclude_categories=["Cs"]), max_size=12
)
signs = st.sampled_from("_%")


def test_names_as_they_stand_in_files() -> None:
    assert escaped("person") == "person"
    assert escaped("nhân vật") == "nh%C3%A2n%20v%E1%BA%ADt"
    assert escaped("100%", PLAIN) == "100%25"
    assert escaped("tổ_chức", PLAIN, "_") == "t_E1_BB_95_5Fch_E1_BB_A9c"


def test_names_of_others_are_left_as_they_are() -> None:
    for name in ("Part_of", "Gene_4A", "Top_20_Company", "Cell_ABC", "X_C3", "_", "a_C3_A2_b"):
        assert unescaped(name, PLAIN, "_") == name
    assert unescaped("50%") == "50%"
    assert unescaped("a%20b%zz") == "a%20b%zz"


@given(names, signs)
def test_every_name_is_told_again(name: str, sign: str) -> None:
    written = escaped(name, PLAIN, sign)

    assert unescaped(written, PLAIN, sign) == name
    assert set(written) <= PLAIN | {sign}


@given(names, names, signs)
def test_two_names_never_become_one(one: str, other: str, sign: str) -> None:
    assert (escaped(one, PLAIN, sign) == escaped(other, PLAIN, sign)) == (one == other)
