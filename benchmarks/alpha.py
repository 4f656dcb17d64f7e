"""Alpha of every label over 300,000 syllables."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from annotator.agreement.alpha import label_alphas
from annotator.agreement.compared import Compared
from annotator.agreement.syllable_votes import Syllables
from annotator.model.span import Span
from benchmarks.child import Result, run_child
from benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORDS = ("Chủ", "tịch", "UBND", "tỉnh", "Sông", "Vàng", "Nguyễn", "Văn", "An", "họp", ",", ".")
_LABELS = ("person", "position", "organization", "campaign", "award")
_PEOPLE = ("a", "b", "c")
_SYLLABLES = 600
_SPANS = 40


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    documents = 50 if quick else 500
    result = run_child("alpha:measure_alpha", folder, documents=documents)
    what = f"alpha of 5 labels, 3 annotators, {result['syllables']:,} syllables, CPU"
    yield Row(what, result["cpu"], "s", None if quick else 3.0)


def measure_alpha(documents: int) -> Result:
    """CPU seconds of all labels at once."""
    chance = random.Random(11)  # noqa: S311  (made-up data)
    compared = [_document(number, chance) for number in range(documents)]
    syllables = sum(Syllables(one.text).count for one in compared)
    begun = time.process_time()
    assert len(label_alphas(compared, _LABELS)) == len(_LABELS)
    return {"cpu": time.process_time() - begun, "syllables": syllables}


def _document(number: int, chance: random.Random) -> Compared:
    text = " ".join(chance.choices(_WORDS, k=_SYLLABLES))
    layers = {
        who: [
            Span(f"{number}{who}{start}", start, start + chance.randint(4, 30), chance.choice(_LABELS))
            for start in chance.sample(range(len(text) - 30), _SPANS)
        ]
        for who in _PEOPLE
    }
    return Compared(str(number), text, layers)
