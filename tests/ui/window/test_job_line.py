from __future__ import annotations

import pytest

from annotator.ui.job_line import JobLine, JobWords
from annotator.ui.status_line import StatusLine


@pytest.fixture
def line(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    return line


def test_a_work_under_way_comes_before_one_that_ended(line):
    jobs, done = JobLine(line), []
    jobs.show_job("a", JobWords(lambda: ("added", "Go"), lambda: done.append("a"), is_over=True))
    jobs.show_job("b", JobWords(lambda: ("exporting", "Stop"), lambda: done.append("b")))
    assert line.job == "exporting"
    line.job_button.click()
    jobs.clear("b")
    assert line.job == "added"
    line.job_button.click()
    jobs.clear("a")
    assert line.job == ""
    assert done == ["b", "a"]
