"""A sample of somebody's work: drawn evenly, judged one by one, until it is clear whether the work is good.

Drawing. Stratified by label: each label gets its share of the sample, by largest remainders, and at least
one span; within a label chance decides, by the SHA-256 of the seed and the uid, so that nothing depends on
a machine. The order mixes the labels evenly, so that stopping early leaves a stratified sample too
(Cochran, "Sampling Techniques", 3rd edition 1977, chapter 5: with proportional shares the plain rate is the
stratified estimate).

Stopping. Wald's sequential probability ratio test (Wald, "Sequential tests of statistical hypotheses",
Annals of Mathematical Statistics 16(2), 1945): after n spans with e errors, with the good rate g and the
bad rate b, the logarithm of (b/g)^e ((1-b)/(1-g))^(n-e) is compared with log((1-beta)/alpha), above which
the work is bad, and log(beta/(1-alpha)), below which it is good; alpha is the risk to refuse good work,
beta that to accept bad work.

Error rates have the interval of Clopper & Pearson ("The use of confidence or fiducial limits illustrated in
the case of the binomial", Biometrika 26, 1934): exact, never narrower than it says. An interval read at the
moment when the test stops is a little too hopeful, because the stopping depends on what was found.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from math import exp, lgamma, log
from typing import TYPE_CHECKING, Final, TypeVar

from annotator.agreement.undefined import Undefined
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.agreement.undefined import Figure

Thing = TypeVar("Thing")

CONFIDENCE: Final = 0.95
ALPHA: Final = 0.05
BETA: Final = 0.05
_STEPS: Final = 60
"""Halvings of an interval: more than a float can tell apart."""

NOT_JUDGED: Final = Undefined(say("Nothing of it has been judged yet."))


class Standing(Enum):
    """What the judgements so far say."""

    GO_ON = "go-on"
    GOOD = "good"
    """The rate is surely below the bad one: stop and accept."""
    BAD = "bad"
    """The rate is surely above the good one: stop and give it back."""
    USED_UP = "used-up"
    """All is judged and neither is sure."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Errors among those judged.

    Attributes:
        judged: how many.
        errors: of them.
        value: errors / judged.
        low: lower end of the 95 % interval; `high`: its upper end.
    """

    judged: int
    errors: int
    value: Figure
    low: float
    high: float


def draw(
    things: Sequence[Thing], wanted: int, seed: int, key: Callable[[Thing], tuple[str, str]]
) -> list[Thing]:
    """A stratified random sample in the order in which to judge it; all things when there are no more.

    Args:
        things: in any order; it does not matter.
        wanted: how many.
        seed: of the drawing.
        key: (stratum, uid) of a thing.
    """
    strata: defaultdict[str, list[tuple[bytes, Thing]]] = defaultdict(list)
    for thing in things:
        stratum, uid = key(thing)
        strata[stratum].append((hashlib.sha256(f"{seed} {uid}".encode()).digest(), thing))
    shares = shares_of({stratum: len(held) for stratum, held in strata.items()}, wanted)
    placed: list[tuple[float, bytes, Thing]] = []
    for stratum, held in strata.items():
        chosen = sorted(held, key=lambda ranked: ranked[0])[: shares[stratum]]
        placed += [((number + 0.5) / len(chosen), rank, thing) for number, (rank, thing) in enumerate(chosen)]
    return [thing for _, _, thing in sorted(placed, key=lambda each: each[:2])]


def shares_of(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """How many of `wanted` each stratum gives: in proportion, one at least, by largest remainders."""
    total = sum(sizes.values())
    if wanted >= total:
        return dict(sizes)
    shares = {stratum: min(size, max(1, wanted * size // total)) for stratum, size in sizes.items()}
    order = sorted(sizes, key=lambda stratum: (-(wanted * sizes[stratum] % total), stratum))
    for stratum in order:
        if sum(shares.values()) < wanted and shares[stratum] < sizes[stratum]:
            shares[stratum] += 1
    for stratum in sorted(sizes, key=lambda stratum: (-shares[stratum], stratum)):
        spare = sum(shares.values()) - wanted
        shares[stratum] -= max(0, min(spare, shares[stratum] - 1))
    return shares


def standing(judged: int, errors: int, *, good: float, bad: float, left: int) -> Standing:
    """What to do after that many; `left` are still to be judged.

    Raises:
        ValueError: not 0 < good < bad < 1.
    """
    if not 0 < good < bad < 1:
        raise ValueError(f"good {good}, bad {bad}")
    evidence = errors * log(bad / good) + (judged - errors) * log((1 - bad) / (1 - good))
    if evidence >= log((1 - BETA) / ALPHA):
        return Standing.BAD
    if evidence <= log(BETA / (1 - ALPHA)):
        return Standing.GOOD
    return Standing.GO_ON if left else Standing.USED_UP


def least_without_error(good: float, bad: float) -> int:
    """How many right ones in a row are enough to accept."""
    judged = 0
    while standing(judged, 0, good=good, bad=bad, left=1) is Standing.GO_ON:
        judged += 1
    return judged


def rate(judged: int, errors: int) -> Rate:
    """The error rate and its interval; undefined, with the whole range, while nothing was judged."""
    if not judged:
        return Rate(0, 0, NOT_JUDGED, 0.0, 1.0)
    return Rate(judged, errors, errors / judged, *clopper_pearson(errors, judged))


def clopper_pearson(errors: int, judged: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The shares under which finding so many errors, or more, or fewer, is just not too unlikely."""
    tail = (1 - confidence) / 2
    low = _where(lambda share: 1 - _at_most(errors - 1, judged, share) < tail) if errors else 0.0
    high = _where(lambda share: _at_most(errors, judged, share) > tail) if errors < judged else 1.0
    return low, high


def _where(is_below: Callable[[float], bool]) -> float:
    """The share up to which something holds, by halving."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return (low + high) / 2


def _at_most(errors: int, judged: int, share: float) -> float:
    """Chance of that many errors or fewer among so many, when each is one with that share (0 < share < 1)."""
    odds, none = log(share) - log(1 - share), judged * log(1 - share)
    whole = lgamma(judged + 1)
    return sum(
        exp(whole - lgamma(found + 1) - lgamma(judged - found + 1) + found * odds + none)
        for found in range(errors + 1)
    )
