"""Rounds: work that was handed out to several people at once, and how far they are with it. Pure values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class Handed:
    """What one person was given.

    Attributes:
        annotator: uid; `name`: as it was then.
        documents: uids.
    """

    annotator: str
    name: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """Work that was handed out.

    Attributes:
        uid: of the record; it travels in every package of the round.
        name: unique in the corpus without regard to case.
        made: UTC, ISO 8601.
        handed: a part a person.
        sample: uids of the documents that several people got.
        seed: by which it was dealt.
        is_blind: whether people do not see others' names.
        is_unaided: whether nothing is suggested on the sample.
        is_received: whether it came in packages: then `handed` and `sample` are what these told of it.
    """

    uid: str
    name: str
    made: str
    handed: tuple[Handed, ...]
    sample: tuple[str, ...] = ()
    seed: int = 1
    is_blind: bool = False
    is_unaided: bool = False
    is_received: bool = False

    def spares(self, document: str, person: Collection[str]) -> bool:
        """Whether nothing may be suggested on a document (its uid) to whoever has these uids.

        Where the work was dealt out that concerns those it was given to; where it came to, everybody there.
        """
        if not self.is_unaided or document not in self.sample:
            return False
        given = (document in each.documents for each in self.handed if each.annotator in person)
        return self.is_received or any(given)


@dataclass(frozen=True, slots=True)
class RoundWish:
    """A round that is to be handed out.

    Attributes:
        corpus: uid of the corpus.
        name: of the round.
        folder: where the packages go, one file a person.
        hands: (name or uid of a person, uids of documents); who is not known yet is made.
        sample: as of `Round`, as `seed`, `is_blind` and `is_unaided`.
    """

    corpus: str
    name: str
    folder: str
    hands: tuple[tuple[str, tuple[str, ...]], ...]
    sample: tuple[str, ...] = ()
    seed: int = 1
    is_blind: bool = False
    is_unaided: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one person is with what a round gave.

    Attributes:
        annotator: uid; `name`: as it is now.
        documents: how many they were given and are still there; `done`: how many of them are done.
        begun: how many of them have a layer of theirs that is not done.
    """

    annotator: str
    name: str
    documents: int
    done: int
    begun: int


def dump(round_: Round) -> str:
    """What is kept of a round beside its uid and name, as JSON."""
    body = {
        "made": round_.made,
        "handed": [[each.annotator, each.name, list(each.documents)] for each in round_.handed],
        "sample": list(round_.sample),
        "seed": round_.seed,
        "blind": round_.is_blind,
        "unaided": round_.is_unaided,
        "received": round_.is_received,
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def load(uid: str, name: str, body: str) -> Round:
    """The round that `dump` wrote."""
    told = json.loads(body)
    handed = tuple(Handed(person, called, tuple(documents)) for person, called, documents in told["handed"])
    flags = told["blind"], told["unaided"], told.get("received", False)
    return Round(uid, name, told["made"], handed, tuple(told["sample"]), told["seed"], *flags)
