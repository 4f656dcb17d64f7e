"""A movement in steps comes out at exactly its length, and the clock stops."""

from __future__ import annotations

import pytest

from annotator.ui.editor.glide import Glide


@pytest.mark.parametrize("delta", [1, -37, 640])
def test_steps_add_up_and_the_clock_stops(qtbot, delta):
    glide = Glide()
    steps = []
    glide.stepped.connect(steps.append)
    glide.start(delta)
    qtbot.waitUntil(lambda: not glide._timer.isActive(), timeout=2000)
    assert sum(steps) == delta
    assert abs(steps[0]) >= abs(steps[-1])


def test_a_new_movement_replaces_the_old_one(qtbot):
    glide = Glide()
    steps = []
    glide.stepped.connect(steps.append)
    glide.start(1000)
    glide.start(-60)
    qtbot.waitUntil(lambda: not glide._timer.isActive(), timeout=2000)
    assert sum(steps) == -60
    glide.start(50)
    glide.stop()
    assert not glide._timer.isActive()
