"""Use-cases on rounds: handing out work to several people at once, and seeing how far they are."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched
from annotator.model.package import PackageMade, PackageWish
from annotator.model.rounds import Handed, Round, Standing
from annotator.services.documents.kept import KeptByName, Words, same_name
from annotator.services.labels.names import require_name
from annotator.services.lookup import corpus_key
from annotator.services.packages.waiting import placed, require_free, waiting_folder
from annotator.services.people import add_missing, meant
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from annotator.model.document import Annotator
    from annotator.model.rounds import RoundWish
    from annotator.storage.store import Store

    InWriter = Callable[[Callable[[], Outcome[Any]]], Outcome[Any]]

_WORDS: Final = Words(
    step="round",
    kept=say("Work handed out: {name}"),
    renamed=say("Round {old} renamed to {new}"),
    removed=say("Round {name} no longer followed"),
    taken=say("There is a round named {name} already. Choose another name."),
    gone=say("That round is no longer kept."),
)
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST: Final = 60


class _Maker(Protocol):
    """What makes packages."""

    def make_for(self, wish: PackageWish, person: Annotator | None) -> PackageMade:
        """The package, written; the person may still have to be added."""
        ...


class Rounds:
    """The rounds of a library."""

    def __init__(self, store: Store, packages: _Maker) -> None:
        self._store, self._packages = store, packages
        self._kept: KeptByName[Round] = KeptByName(store, attrgetter("rounds"), _WORDS)
        self._in_writer: InWriter = lambda work: work()

    def serve_window(self, in_writer: InWriter) -> None:
        """From now on make each write through `in_writer`."""
        self._in_writer = in_writer

    def of(self, corpus: str) -> list[Round]:
        """The rounds of a corpus (its uid), the newest first.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            return sorted(view.rounds.of(corpus_key(view, corpus)), key=attrgetter("made"), reverse=True)

    def standings(self, corpus: str) -> list[tuple[Round, list[Standing]]]:
        """The rounds of a corpus, the newest first, with how far each person is.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            there, joined = view.rounds.documents(home), view.aliases.joined()
            found = view.rounds.statuses(home)
            statuses = {(joined.get(who, who), uid): status for (who, uid), status in found.items()}
            names = {one.uid: one.name for one in view.people.all().values()}

        def of(handed: Handed) -> Standing:
            who = joined.get(handed.annotator, handed.annotator)
            return _standing(handed, who, there, statuses, names)

        return [(each, list(map(of, each.handed))) for each in self.of(corpus)]

    def hand_out(
        self, wish: RoundWish, progress: Callable[[int, int], None] | None = None
    ) -> tuple[Round, tuple[PackageMade, ...]]:
        """Make one assignment a person in a folder, and remember the round.

        Args:
            wish: who gets what.
            progress: told how many packages are made, of how many.

        Raises:
            UserError: a name is none or taken, nobody gets anything, or a file is there already; nothing was
                made.
            EnvironmentProblem: the disk refuses. Then, and when it is stopped, nobody was added and no file
                of the round is left.
        """
        hands = [(person, documents) for person, documents in wish.hands if documents]
        self._check(wish, hands)
        people = self._people_meant(person for person, _ in hands)
        folder = Path(wish.folder)
        files = _files(folder, wish.name, people)
        round_ = Round(
            new_uid(),
            wish.name.strip(),
            utc_now(),
            tuple(Handed(one.uid, one.name, given) for one, (_, given) in zip(people, hands, strict=True)),
            wish.sample,
            wish.seed,
            wish.is_blind,
            wish.is_unaided,
        )
        with waiting_folder(folder) as waiting:
            moves = {waiting / file.name: file for file in files}
            made = self._make(wish, round_, people, list(moves), progress or (lambda _done, _total: None))
            self._in_writer(lambda: self._keep(wish.corpus, round_, people, moves))
        return round_, tuple(replace(one, path=str(file)) for one, file in zip(made, files, strict=True))

    def remove(self, uid: str) -> Outcome[None]:
        """Follow a round no longer; what was handed out stays with those who have it.

        Raises:
            UserError: there is no such round (any more).
        """
        return self._kept.remove(uid)

    def _check(self, wish: RoundWish, hands: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        require_name(wish.name)
        if not hands:
            raise UserError(say("Nobody gets anything. Choose documents and people."))
        _require_free_name(self.of(wish.corpus), wish.name)

    def _people_meant(self, names: Iterable[str]) -> list[Annotator]:
        """Who is meant; whoever is named twice and not known yet is one person."""
        found: dict[str, Annotator] = {}
        with self._store.reading() as view:
            return [found.setdefault(name.strip(), meant(view, name)) for name in names]

    def _keep(
        self, corpus: str, round_: Round, people: Sequence[Annotator], moves: Mapping[Path, Path]
    ) -> Outcome[Round]:
        """Remember the round, add its people and name its files: all of it, or nothing."""
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            _require_free_name(unit.rounds.of(home), round_.name)
            step = unit.step(_WORDS.step, say("Work handed out: {name}", name=round_.name), corpus_key=home)
            add_missing(unit, people, step)
            unit.rounds.keep(home, round_, step)
            with placed(moves):
                return Outcome(round_, Touched.CORPORA | Touched.PEOPLE, step=unit.commit())

    def _make(
        self,
        wish: RoundWish,
        round_: Round,
        people: Sequence[Annotator],
        files: Sequence[Path],
        progress: Callable[[int, int], None],
    ) -> list[PackageMade]:
        made: list[PackageMade] = []
        for place, (handed, person, file) in enumerate(zip(round_.handed, people, files, strict=True)):
            progress(place, len(files))
            made.append(self._packages.make_for(_wish(wish, round_, handed, file), person))
        progress(len(files), len(files))
        return made


def _require_free_name(rounds: Sequence[Round], name: str) -> None:
    if (taken := same_name(rounds, name)) is not None:
        raise UserError(replace(_WORDS.taken, values={"name": taken.name}))


def _wish(wish: RoundWish, round_: Round, handed: Handed, file: Path) -> PackageWish:
    sample = set(wish.sample)
    return PackageWish(
        wish.corpus,
        "assignment",
        str(file),
        handed.annotator,
        handed.documents,
        round_.name,
        wish.is_blind,
        tuple(uid for uid in handed.documents if uid in sample) if wish.is_unaided else (),
        round_.uid,
    )


def _files(folder: Path, name: str, people: Sequence[Annotator]) -> list[Path]:
    """A file of its own for each person, named so that people know which is whose.

    Raises:
        UserError: one is there already.
    """
    found: list[Path] = []
    for person in people:
        stem = _NOT_IN_NAMES.sub(" ", f"{name} – {person.name}").strip(" .")[:_LONGEST]
        file, number = folder / f"{stem}.zip", 2
        while file in found:
            file, number = folder / f"{stem} {number}.zip", number + 1
        found.append(file)
    require_free(found)
    return found


def _standing(
    handed: Handed,
    who: str,
    there: set[str],
    statuses: Mapping[tuple[str, str], str],
    names: Mapping[str, str],
) -> Standing:
    """How far the person `who` (uid) is; `there`: uids of living documents; `statuses`: by both uids."""
    own = [uid for uid in handed.documents if uid in there]
    found = [statuses.get((who, uid)) for uid in own]
    done = found.count(Status.DONE.value)
    begun = sum(status is not None for status in found) - done
    return Standing(who, names.get(who, handed.name), len(own), done, begun)
