"""kill -9 while somebody rules: at most the ruling under way is lost, and gold agrees with the decisions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.services.library import open_library

_CHILD = Path(__file__).parent / "deciding_child.py"


@pytest.mark.parametrize("after", [1, 8, 21])
def test_what_was_ruled_is_kept(two, after):
    library = two.library
    path, corpus, document = str(library.path), two.corpus, two.uid
    library.close()
    command = [sys.executable, str(_CHILD), path, corpus]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        for line in child.stdout:
            told = int(line)
            if told >= after:
                child.kill()
                break
        told = max([told, *(int(line) for line in child.stdout)])
    with open_library(path) as again:
        rulings = [each for each in again.review.history(document) if each.decision is not None]
        kept = max(int(each.decision.reason.split()[1]) for each in rulings)
        assert told <= kept <= told + 1
        seen = again.review.document(document)
        taken = {gold.uid for each in seen.clusters if each.decision for gold in each.decision.gold}
        assert {span.uid for span in seen.gold} == taken
        assert again.checking.check().sound
