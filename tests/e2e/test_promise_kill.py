"""kill -9 in the middle of labelling: nothing that was shown as saved is lost, and work goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Article, CommandLine
    from .person import Person

HERE = Path(__file__).parent


def _label_and_be_killed(library: Path, gold: Path, after: int) -> int:
    """Start the labelling child, kill it once `after` marks are saved; gives the last number it told."""
    command = [sys.executable, str(HERE / "labelling_child.py"), str(library), str(gold)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        told = 0
        for line in child.stdout:
            told = int(line)
            if told >= after:
                child.kill()
                break
        rest = [int(line) for line in child.stdout]
        assert told >= after, child.stderr.read()
    return max([told, *rest])


@pytest.mark.parametrize("after", [1, 17])
def test_nothing_saved_is_lost_by_a_kill(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article, after: int
) -> None:
    annotator("import", article.file, "--corpus", "News")
    saved = _label_and_be_killed(annotator.library, article.gold_file, after)
    assert saved < len(article.gold), "killed in the middle"
    order = sorted(article.gold)
    kept = annotator("spans", "list", "--corpus", "News", "--json").json
    marks = sorted((span["start"], span["end"], span["label"]) for span in kept)
    assert marks == order[: len(marks)]
    assert len(marks) >= saved
    assert annotator("check", "--json").json["sound"] is True

    person = at_window()
    person.wait_document()
    assert person.marks() == set(marks)
    person.label_by_keys(order[len(marks)])
    person.undo_to(set(marks))
    person.close()
