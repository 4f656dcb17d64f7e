"""What an assignment says of how it is to be worked on, kept with the documents it brought."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.exchange.members import PackageKind
from annotator.model.identity import fixed_uid
from annotator.model.rounds import Handed, Round
from annotator.services.documents.kept import same_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.exchange.members import Package, PackageSettings
    from annotator.services.packages.meeting import Home, MetDocument
    from annotator.storage.repositories import Repositories


def assigned(
    view: Repositories, home: Home, package: Package, documents: Sequence[MetDocument]
) -> Round | None:
    """The round of an assignment as it is to be kept; None when it is so already, or was dealt out here.

    Args:
        view: of the library.
        home: where the package goes.
        package: what is merged.
        documents: its documents with those they are here.
    """
    settings, manifest = package.settings, package.manifest
    if manifest.kind is not PackageKind.ASSIGNMENT or settings is None:
        return None
    uid = _uid_in(view, home, settings.round_uid or manifest.uid)
    kept = [] if home.key is None else view.rounds.of(home.key)
    held = next((each for each in kept if each.uid == uid), None)
    if held is not None and not held.is_received:
        return None
    name = _free_name(kept, settings.round or manifest.creator.name, manifest.creator.name)
    known = held or Round(uid, name, manifest.created, (), is_received=True)
    filled = _filled(known, package, settings, {each.sent.uid: each.uid for each in documents})
    return None if filled == held else filled


def _uid_in(view: Repositories, home: Home, uid: str) -> str:
    """By what a round is known in a corpus: one that went into two corpora is two."""
    place = view.rounds.home(uid)
    return uid if place is None or place[0] == home.key else fixed_uid("round", f"{home.uid} {uid}")


def _filled(round_: Round, package: Package, settings: PackageSettings, uids: Mapping[str, str]) -> Round:
    """A round with what another package of it tells; one that knows all of it stays as it is."""
    sent = [uids[each.uid] for each in package.documents if each.uid in uids]
    sample = [uids[each] for each in settings.unaided if each in uids]
    handed = {each.annotator: each for each in round_.handed}
    if (person := package.manifest.recipient) is not None:
        before = handed.get(person.uid, Handed(person.uid, person.name, ()))
        handed[person.uid] = replace(before, documents=_joined(before.documents, sent))
    return replace(
        round_,
        handed=tuple(handed.values()),
        sample=_joined(round_.sample, sample),
        is_blind=round_.is_blind or settings.is_blind,
        is_unaided=round_.is_unaided or bool(sample),
    )


def _joined(before: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*before, *more]))


def _free_name(kept: Sequence[Round], name: str, whose: str) -> str:
    """A name that no round here has: that of the round, with whose it is or a number where it must be."""
    found, number = name, 1
    while same_name(kept, found) is not None:
        found = f"{name} ({whose})" if number == 1 else f"{name} ({whose}, {number})"
        number += 1
    return found
