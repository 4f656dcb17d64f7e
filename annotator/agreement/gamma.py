"""The gamma measure of agreement: aligns overlapping and nested units of any number of annotators.

Source: Mathet, Widlöcher & Métivier, "The unified and holistic method gamma for inter-annotator agreement
measure and alignment", Computational Linguistics 41(3), 2015 (J15-3003): gamma = 1 - observed / expected
disorder (section 4), where the observed one is that of the best alignment (`alignment`), and the expected
one is the mean over samples in which annotators drawn at random are each shifted round the continuum by a
random distance (section 5.2); thirty samples first, then as many as the wanted precision takes with 95 %
confidence (section 5.3), 120 at most.

Limits. The expected disorder is sampled: another seed gives another third digit, so the seed is fixed.
Gamma forgives boundaries generously: units that share most of their length count as nearly equal, and .86
can stand where the strict F1 is .46. It is no share of anything, and not to be compared with F1 or alpha.
Documents are laid end to end; of very many a sample is measured, and said so. A discontinuous span counts
by its hull.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from random import Random
from statistics import fmean, pstdev
from typing import TYPE_CHECKING, Final

from annotator.agreement.alignment import Unit, best_alignment
from annotator.agreement.alpha import NOT_SHARED
from annotator.agreement.kappa import NOT_BY_ALL
from annotator.agreement.syllable_votes import raters_of
from annotator.agreement.undefined import NOTHING_MARKED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.agreement.compared import Compared
    from annotator.agreement.undefined import Figure

Layers = list[list[Unit]]

SEED: Final = 4772
FIRST_SAMPLES: Final = 30
MOST_SAMPLES: Final = 120
PRECISION: Final = 0.02
MOST_UNITS: Final = 3000
_CONFIDENCE: Final = 1.96


@dataclass(frozen=True, slots=True)
class Gamma:
    """What was measured.

    Attributes:
        value: at most 1; 0 is what chance gives; below is worse than chance.
        observed: disorder of the best alignment.
        expected: mean disorder of the samples.
        samples: how many there were.
        documents: how many documents were measured; fewer than there are when those hold too many spans.
        is_exact: whether every alignment was surely the best one.
    """

    value: Figure
    observed: float = 0.0
    expected: float = 0.0
    samples: int = 0
    documents: int = 0
    is_exact: bool = True


def gamma_of(
    documents: Sequence[Compared],
    *,
    seed: int = SEED,
    most_units: int = MOST_UNITS,
    precision: float = PRECISION,
    go_on: Callable[[int, int], None] | None = None,
) -> Gamma:
    """Gamma of all annotators over the documents that all of them have looked at.

    Args:
        documents: what is compared.
        seed: of the drawing of documents and samples.
        most_units: spans after which no further document is taken.
        precision: wanted relative error of the expected disorder.
        go_on: called with (done, total) samples; what it raises ends the measuring.
    """
    raters = raters_of(documents)
    if len(raters) < 2:
        return Gamma(NOT_SHARED)
    shared = [one for one in documents if len(one.layers) == len(raters)]
    if not shared:
        return Gamma(NOT_BY_ALL)
    chosen = _some(shared, most_units, seed)
    layers, length = _end_to_end(chosen, raters)
    if not any(layers):
        return Gamma(NOTHING_MARKED, documents=len(chosen))
    return gamma(layers, length, seed=seed, precision=precision, documents=len(chosen), go_on=go_on)


def gamma(
    layers: Layers,
    length: int,
    *,
    seed: int = SEED,
    precision: float = PRECISION,
    documents: int = 1,
    go_on: Callable[[int, int], None] | None = None,
) -> Gamma:
    """Gamma of two or more annotators' units on one continuum; at least one unit must be there."""
    best = best_alignment(layers)
    random = Random(seed)  # noqa: S311  (statistics)
    wanted, disorders, is_exact = FIRST_SAMPLES, list[float](), best.is_exact
    while len(disorders) < wanted:
        if go_on is not None:
            go_on(len(disorders), wanted)
        sample = best_alignment(shuffled(layers, length, random))
        is_exact = is_exact and sample.is_exact
        disorders.append(sample.disorder)
        if len(disorders) == FIRST_SAMPLES:
            wanted = min(MOST_SAMPLES, max(wanted, _needed(disorders, precision)))
    expected = fmean(disorders)
    value = 1 - best.disorder / expected if expected else NOTHING_MARKED
    return Gamma(value, best.disorder, expected, len(disorders), documents, is_exact)


def _needed(disorders: Sequence[float], precision: float) -> int:
    """How many samples the precision takes, by how much the first ones vary (section 5.3)."""
    mean = fmean(disorders)
    return ceil((pstdev(disorders) / mean * _CONFIDENCE / precision) ** 2) if mean else 0


def shuffled(layers: Layers, length: int, random: Random) -> Layers:
    """As many annotators, each a random one of these, shifted round by distances that are not alike.

    Two shifts differ by half the mean length of a unit at least, where there is room for that, so that an
    annotator who is drawn twice does not agree with themselves. A unit that begins before the end may reach
    over it.
    """
    units = [unit for layer in layers for unit in layer]
    least = sum(unit.end - unit.start for unit in units) / len(units) / 2
    sample: Layers = []
    shifts: list[int] = []
    for _ in layers:
        layer = random.choice(layers)
        shifts.append(_shift(shifts, least, length, random))
        sample.append([_moved(unit, shifts[-1], length) for unit in layer])
    return sample


def _shift(taken: Sequence[int], least: float, length: int, random: Random) -> int:
    for _ in range(100):
        shift = random.randrange(length)
        if all(least <= abs(shift - other) <= length - least for other in taken):
            break
    return shift


def _moved(unit: Unit, shift: int, length: int) -> Unit:
    start = (unit.start + shift) % length
    return Unit(start, start + unit.end - unit.start, unit.label)


def _some(documents: Sequence[Compared], most_units: int, seed: int) -> list[Compared]:
    """All documents, or as many, drawn at random, as hold that many spans; at least one; in their order."""
    sizes = [sum(map(len, one.layers.values())) for one in documents]
    if sum(sizes) <= most_units:
        return list(documents)
    order = list(range(len(documents)))
    Random(seed).shuffle(order)  # noqa: S311  (statistics)
    taken, units = [order[0]], sizes[order[0]]
    for place in order[1:]:
        if units + sizes[place] <= most_units:
            taken.append(place)
            units += sizes[place]
    return [documents[place] for place in sorted(taken)]


def _end_to_end(documents: Sequence[Compared], raters: Sequence[str]) -> tuple[Layers, int]:
    """The units of each annotator on one continuum, and its length in code points."""
    layers: Layers = [[] for _ in raters]
    offset = 0
    for one in documents:
        for layer, rater in zip(layers, raters, strict=True):
            places = {(span.start, span.end, span.label) for span in one.layers[rater]}
            layer += [Unit(offset + start, offset + end, label) for start, end, label in sorted(places)]
        offset += len(one.text)
    return layers, offset
