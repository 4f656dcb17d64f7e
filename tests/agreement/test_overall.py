from __future__ import annotations

import pytest

from annotator.agreement.overall import overall


def test_figures_are_those_of_the_sums() -> None:
    found = overall([((4, 6), (6, 6)), ((8, 10), (8, 10))])
    assert found.strict == pytest.approx(12 / 16)
    assert found.boundary == pytest.approx(14 / 16)
    assert found.low is not None and found.high is not None
    assert 4 / 6 <= found.low <= found.strict <= found.high <= 8 / 10


def test_one_document_has_no_interval_and_none_has_no_figure() -> None:
    assert overall([((4, 6), (6, 6))]).low is None
    assert overall([]).strict is None
