"""Eight hours of a labeller in some minutes: killed at random, and nothing told as saved is ever missing.

The labeller (`soak_labeller`) works in the real window in a process of its own and is killed without warning.
Then the library is read and compared with the ledger, document by document and span by span, checked, and
labelling goes on where it was. One of the lives is long: over it memory must stay flat.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.reliability.figures import Figures, Scale
from tests.reliability.soak_articles import FEW, article, title_of
from tests.reliability.soak_ledger import Page, deeds, keep, replayed
from tests.reliability.soak_watch import Took, parted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.services.library import Library

ROOT: Final = Path(__file__).resolve().parents[2]
MOST_GROWTH: Final = 50 * 1024 * 1024
"""Bytes that a life may grow after its first thousand actions."""
SETTLED: Final = 1_000
SLOW: Final = 100.0
"""Milliseconds of the window's thread that no action may take."""
_NAP: Final = 0.2
_SILENCE: Final = 120
"""Seconds after which a labeller of whom nothing is heard has hung."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is worked.

    Attributes:
        documents: in the corpus.
        lives: actions after which each labeller is killed, one after the other.
    """

    documents: int
    lives: tuple[int, ...]


SHORT_PLAN: Final = Plan(6, (110, 130))


def full_plan(actions: int = 50_000, documents: int = 1_000, seed: int = 6) -> Plan:
    """Half of the actions in one life, the rest in lives of random lengths."""
    chance = random.Random(seed)  # noqa: S311  (the same each time)
    lives = []
    while sum(lives) < actions // 2:
        lives.append(chance.randint(200, 3_000))
    return Plan(documents, (*lives[: len(lives) // 2], actions - sum(lives), *lives[len(lives) // 2 :]))


@dataclass(slots=True)
class Account:
    """What happened.

    Attributes:
        kills: how many labellers were killed.
        naps: how often one was stopped for a moment.
        deeds: that were compared so far.
        lost: deeds told as saved that were not there.
        unlike: documents and spans that were not as they must be, in words.
        unsound: what the check found, in words.
        ends: what the labellers said when they ended by themselves.
    """

    kills: int = 0
    naps: int = 0
    lost: int = 0
    deeds: int = 0
    unlike: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)


def at_two_desks(plan: Plan) -> tuple[Plan, Plan]:
    """The longest life in one library and all others in another, to be worked at the same time."""
    longest = max(plan.lives)
    place = plan.lives.index(longest)
    return Plan(plan.documents, (longest,)), Plan(
        plan.documents, plan.lives[:place] + plan.lives[place + 1 :]
    )


def run(scale: Scale, folder: Path) -> list[Figures]:
    """Work, be killed, compare."""
    plans = (SHORT_PLAN,) if scale is Scale.SHORT else at_two_desks(full_plan())
    folders = [folder / f"desk {number}" for number in range(len(plans))]
    with ThreadPoolExecutor(len(plans)) as desks:
        told = list(desks.map(worked, plans, folders, range(6, 6 + len(plans))))
    lives = [life for _, each in told for life in each]
    account = together([each for each, _ in told])
    return [_saved(account, sum(life.actions for life in lives)), _quick(lives), _flat(lives)]


def worked(plan: Plan, folder: Path, seed: int) -> tuple[Account, list[Life]]:
    """What came of one plan, in a folder of its own."""
    folder.mkdir()
    library = folder / "soak.annotator"
    titles = [title_of(number) for number in range(plan.documents)]
    _make_library(library, folder, plan.documents)
    if plan.documents > FEW:
        _compile(folder)
    (folder / "deeds.jsonl").touch()
    account = Account()
    for number, actions in enumerate(plan.lives):
        _live(library, folder, plan.documents, account, seed * 100 + number, actions)
        _compare(library, folder, titles, account)
        if account.ends or account.unlike:
            break
    return account, list(_lives_of(folder))


def together(accounts: Sequence[Account]) -> Account:
    """The sum of them."""
    total = Account()
    for each in accounts:
        for name in ("kills", "naps", "lost", "deeds", "unlike", "unsound", "ends"):
            setattr(total, name, getattr(total, name) + getattr(each, name))
    return total


def _make_library(library: Path, folder: Path, documents: int) -> None:
    articles = folder / "articles.jsonl"
    lines = ({"title": title_of(number), "text": article(number).text} for number in range(documents))
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    articles.write_text(written, encoding="utf-8")
    command = [sys.executable, "-m", "annotator", "--library", str(library), "import", "--corpus", "Soak"]
    subprocess.run([*command, str(articles)], cwd=ROOT, check=True, capture_output=True)


def _compile(folder: Path) -> None:
    """Have the modules compiled, as installing the program does: a page that opens first is not to blame."""
    command = [sys.executable, "-m", "compileall", "-q", "annotator"]
    subprocess.run(command, cwd=ROOT, env=_surroundings(folder), check=True, capture_output=True)


# One life


def _live(library: Path, folder: Path, documents: int, account: Account, seed: int, actions: int) -> None:
    """Have one labeller work, and kill it at no particular moment after `actions` actions."""
    words = [str(library), str(folder), str(documents), str(account.deeds), str(seed), str(actions)]
    chance = random.Random(seed)  # noqa: S311
    command = [sys.executable, "-m", "tests.reliability.soak_child", *words]
    saved = account.deeds
    with subprocess.Popen(
        command, cwd=ROOT, env=_surroundings(folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, encoding="utf-8",
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stderr is not None
        for line in _heard(child):
            kind, _, rest = line.partition(" ")
            if kind == "saved":
                saved = int(rest)
                if chance.random() < 0.02:
                    _sleep(child, account)
            elif kind == "wrong":
                account.ends.append(rest)
            elif kind == "enough":
                threading.Timer(chance.uniform(0, 0.4), child.send_signal, [signal.SIGKILL]).start()
        said = child.stderr.read()
    if child.returncode == -signal.SIGKILL and not account.ends:
        account.kills += 1
    else:
        account.ends.append(f"ended with {child.returncode}: {said[:1500]}")
    account.deeds = saved


def _sleep(child: subprocess.Popen[str], account: Account) -> None:
    """Have the labeller stand still for a moment, as when a machine sleeps."""
    child.send_signal(signal.SIGSTOP)
    time.sleep(_NAP)
    child.send_signal(signal.SIGCONT)
    account.naps += 1


def _heard(child: subprocess.Popen[str]) -> Iterator[str]:
    """What a child says, until it ends; one that is silent for long is killed, and that is told."""
    assert child.stdout is not None
    hung = threading.Event()

    def give_up() -> None:
        hung.set()
        child.kill()

    while True:
        guard = threading.Timer(_SILENCE, give_up)
        guard.start()
        line = child.stdout.readline()
        guard.cancel()
        if not line:
            break
        yield line.rstrip("\n")
    if hung.is_set():
        yield "wrong nothing was heard for two minutes"


def _surroundings(folder: Path) -> dict[str, str]:
    """A home of its own for the labeller."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    own = {name: str(home / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    own |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **own, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


# After a kill


def _compare(library: Path, folder: Path, titles: Sequence[str], account: Account) -> None:
    """The library must be what some number of deeds amounts to, at least as many as were told saved."""
    from annotator.services.library import open_library

    path, told = folder / "deeds.jsonl", account.deeds
    begun = sum(1 for _ in deeds(path))
    with open_library(str(library)) as opened:
        found = read_library(opened, account)
        report = opened.checking.check()
        account.unsound += [str(problem) for problem in report.problems]
    fits = _fitting(titles, path, found, range(told, begun + 1))
    if fits is None:
        lost = _fitting(titles, path, found, range(told - 1, max(-1, told - 50), -1))
        account.lost += 0 if lost is None else told - lost
        account.unlike += replayed(titles, path, told).differences(found)[:5]
        return
    account.deeds = fits
    keep(path, fits)


def _fitting(titles: Sequence[str], path: Path, found: dict[str, Page], counts: range) -> int | None:
    """The number of deeds that the library holds, of those that are possible."""
    for count in counts:
        if not replayed(titles, path, count).differences(found):
            return count
    return None


def read_library(library: Library, account: Account) -> dict[str, Page]:
    """Every document of the library by its title, as the ledger calls things; its text is compared too."""
    found: dict[str, Page] = {}
    (corpus,) = library.corpora.list()
    names = {count.label.uid: count.label.name for count in library.labels.list(corpus.uid)}
    for row in library.documents.rows(library.documents.keys(corpus.uid)):
        opened = library.documents.open(row.uid)
        text = opened.document.text
        made = article(int(row.title.removeprefix("Bài ")))
        if text != made.text:
            account.unlike.append(f"{row.title}: the text is another one")
        found[row.title] = Page(
            opened.state.status.value,
            {
                (span.start, span.end, names[span.label]): (span.note, span.flags)
                for span in opened.state.spans()
            },
        )
    return found


# Figures


@dataclass(slots=True)
class Life:
    """What was measured in one process."""

    took: list[Took] = field(default_factory=list)
    memory: list[tuple[int, int]] = field(default_factory=list)

    @property
    def actions(self) -> int:
        """How many there were."""
        return len(self.took)

    @property
    def growth(self) -> int:
        """Bytes by which the most memory is above that after the first thousand actions."""
        settled = [bytes_ for count, bytes_ in self.memory if count >= SETTLED]
        return max(settled) - settled[0] if len(settled) > 1 else 0


def _lives_of(folder: Path) -> Iterator[Life]:
    """What the labellers' watches wrote; a life begins with its "start"."""
    life = Life()
    for line in (folder / "times.tsv").read_text(encoding="utf-8").splitlines():
        kind, *rest = line.split("\t")
        if kind == "memory":
            life.memory.append((int(rest[0]), int(rest[1])))
        elif kind == "start":
            if life.took:
                yield life
            life = Life()
        else:
            life.took.append(Took.of(line))
    yield life


def _saved(account: Account, actions: int) -> Figures:
    notes = {"deeds compared": f"{account.deeds:,}", "put to sleep": f"{account.naps:,}"}
    if account.ends or account.unlike or account.unsound:
        notes["first"] = " / ".join([*account.ends, *account.unlike, *account.unsound])[:600]
    return Figures(
        "a day's labelling with kills: what was told saved is there, nothing else is",
        trials=actions,
        faults=account.kills,
        lost=account.lost,
        damaged=len(account.unlike) + len(account.unsound),
        crashes=len(account.ends),
        notes=notes,
    )


def _quick(lives: Sequence[Life]) -> Figures:
    took = [each for life in lives for each in life.took]
    slow = [each for each in took if each.cpu > SLOW and each.own > SLOW]
    notes = {}
    for name in ("cpu", "wall", "own", "longest"):
        values = [getattr(each, name) for each in took]
        notes[f"{_NAMES[name]}, p50 / p99 / max"] = " / ".join(
            f"{value:.1f} ms" for value in (parted(values, 0.5), parted(values, 0.99), max(values, default=0))
        )
    if slow:
        kinds = Counter(each.kind for each in slow)
        notes["slow"] = ", ".join(
            f"{kind} {count} ({max(each.own for each in slow if each.kind == kind):.0f} ms)"
            for kind, count in kinds.most_common()
        )
    return Figures("no action keeps the window busy for 100 ms", len(took), over=len(slow), notes=notes)


_NAMES: Final = {
    "cpu": "computing",
    "wall": "by the clock",
    "own": "longest stretch without an answer",
    "longest": "the same by the clock",
}


def _flat(lives: Sequence[Life]) -> Figures:
    longest = max(lives, key=lambda life: life.actions)
    growth = longest.growth
    curve = longest.memory[:: max(1, len(longest.memory) // 8)]
    return Figures(
        "memory stays flat (at most 50 MB more after the first 1,000 actions)",
        longest.actions,
        over=int(growth > MOST_GROWTH),
        notes={
            "grown": f"{growth / 1e6:.1f} MB",
            "MB after actions": ", ".join(f"{bytes_ / 1e6:.0f} after {count:,}" for count, bytes_ in curve),
        },
    )
