from __future__ import annotations

import pytest

from annotator.text.encoding_names import encoding_name


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("tcvn3", "TCVN3"),
        ("vni", "VNI"),
        ("viscii", "VISCII"),
        ("utf-16-le", "UTF-16-LE"),
        ("koi8-r", "koi8-r"),
    ],
)
def test_encodings_have_the_names_that_people_write(encoding: str, name: str) -> None:
    assert encoding_name(encoding) == name
