"""Cuts the power after every call that a program made, and has what the disk then holds looked at."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tests.reliability.recorder import Disk, Model, digest, put_down

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tests.reliability.recorder import Call, State

    Look = Callable[[Path, Sequence[str]], str]
    """Looks at a folder and what had been told until the cut: "" when all is well, else what is wrong; a
    sentence that begins with "lost" is of something that had been told as saved."""

PLAIN: Final = (Model.ALL, Model.SYNCED, Model.STRICT)
EVERY: Final = (*PLAIN, Model.MIXED)
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is tried.

    Attributes:
        most: cuts that are tried at most, spread evenly; the last one always.
        lots: states of the mixed model for each cut.
        models: which are tried.
        seed: of the lots.
    """

    most: int = 1_000_000
    lots: int = 2
    models: Sequence[Model] = EVERY
    seed: int = 20_261_123


@dataclass(slots=True)
class Found:
    """What the cuts came to.

    Attributes:
        cuts: how often the power went.
        states: different contents of the disk that were looked at.
        lost: those in which something was missing that had been told as saved.
        damaged: those in which something was not whole.
        crashes: those over which looking itself ended with an error that is not one of ours.
        by_model: name of the model -> its states in which something was wrong, other models' too.
        shown: the first of them, as sentences.
    """

    cuts: int = 0
    states: int = 0
    lost: int = 0
    damaged: int = 0
    crashes: int = 0
    by_model: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)

    def count(self, cut: int, model: Model, wrong: str) -> None:
        """Take one state in; `wrong` is "" when all was well."""
        self.states += 1
        if not wrong:
            return
        self.lost += wrong.startswith("lost")
        self.crashes += wrong.startswith("crash")
        self.damaged += not wrong.startswith(("lost", "crash"))
        if len(self.shown) < _SHOWN:
            self.shown.append(f"{model.value}, after call {cut}: {wrong}")


def cut_everywhere(before: Disk, calls: Sequence[Call], look: Look, folder: Path, plan: Plan) -> Found:
    """Look at the disk after a cut at each call.

    Args:
        before: what lay there before the first call; it is used up.
        calls: what the program did.
        look: see `Look`.
        folder: where each state is put down; nothing of it is left.
        plan: how much of all that.
    """
    found = Found()
    told: list[str] = []
    seen: dict[bytes, tuple[int, str]] = {}
    chosen = _spread(len(calls), plan.most)
    chance = random.Random(plan.seed)  # noqa: S311  (a lot that can be drawn again, no secret)
    for cut in range(len(calls) + 1):
        if cut:
            call = calls[cut - 1]
            before.apply(call)
            if call.kind == "A":
                told += call.rest.decode().splitlines()
        if cut not in chosen:
            continue
        found.cuts += 1
        for model, state in _states(before, plan, chance):
            key = digest(state)
            known, wrong = seen.get(key, (-1, ""))
            if known < len(told):  # the same disk is not enough any more when more was told since
                put_down(state, folder)
                wrong = look(folder, told)
                found.count(cut, model, wrong)
            seen[key] = (len(told), wrong)
            found.by_model[model.value] += bool(wrong)
    shutil.rmtree(folder, ignore_errors=True)
    return found


def _spread(number: int, most: int) -> set[int]:
    """At most so many of the cuts 0 to `number`, spread evenly."""
    if number < most:
        return set(range(number + 1))
    return {round(place * number / (most - 1)) for place in range(most)}


def _states(disk: Disk, plan: Plan, chance: random.Random) -> Iterator[tuple[Model, State]]:
    for model in plan.models:
        for _ in range(plan.lots if model is Model.MIXED else 1):
            yield model, disk.state(model, chance)
