"""How what a package names meets what a library has: its corpus, documents and people, and its steps."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.package import RefusedDocument
from annotator.model.review import GOLD_NAME, GOLD_UID
from annotator.storage.repositories.meeting import FoundDocument, NewDocument
from annotator.text.digest import fold_sha256, text_sha256

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.exchange.members import Package, PackageCorpus, PackageDocument, PackageStep
    from annotator.messages import Message
    from annotator.storage.repositories import Repositories

_SHOWN_LINES: Final = 40
_SHOWN_SIGNS: Final = 200
_FURTHEST: Final = 1 << 32
"""By how much the count of steps elsewhere may be ahead of the one here."""


@dataclass(frozen=True, slots=True)
class Home:
    """The corpus a package goes into.

    Attributes:
        uid: of it; `name`: of it; `guidelines`: of it.
        key: None of one that is made, or was taken back (`past_key`).
        alias: uid of the package's own corpus that is to lead here from now on, "" for none.
    """

    uid: str
    name: str
    key: int | None
    past_key: int | None = None
    guidelines: str = ""
    alias: str = ""


@dataclass(frozen=True, slots=True)
class MetDocument:
    """A document of a package and the one it is here.

    Attributes:
        sent: as the package has it.
        uid: under which it is known here.
        there: what was found here, None for a document that is new.
        new: what is to be written for one that is new or was taken back.
        aliases: uids that will lead to it and do not yet.
        metadata: what it will have, None where that stays.
        is_differing: whether the package has other metadata under the same name.
    """

    sent: PackageDocument
    uid: str
    there: FoundDocument | None = None
    new: NewDocument | None = None
    aliases: tuple[str, ...] = ()
    metadata: Mapping[str, str] | None = None
    is_differing: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether it is known here under another uid than the package's, and was not joined before."""
        return self.new is None and self.sent.uid in self.aliases

    @property
    def leaves_bin(self) -> bool:
        """Whether it lies in the bin, out of which it will come."""
        return self.new is None and self.there is not None and self.there.is_binned


def find_home(view: Repositories, corpus: PackageCorpus, into: str | None) -> Home:
    """The corpus that a package goes into.

    Args:
        view: of the library.
        corpus: as the package tells of it.
        into: uid of a corpus that the person named instead. It is remembered: later packages of that corpus
            go there by themselves, unless it is here too.

    Raises:
        UserError: it lies in the bin, or another corpus has its name.
    """
    said = view.meeting.corpus_alias(corpus.uid)
    is_own = view.corpora.key_of(corpus.uid) is not None
    is_led = bool(said) and not is_own and view.corpora.key_of(said) is not None
    uid = into or (said if is_led else corpus.uid)
    alias = corpus.uid if uid not in (corpus.uid, said) and not is_own else ""
    key = view.corpora.key_of(uid)
    if key is not None:
        there = view.corpora.get(key)
        if view.corpora.is_binned(key):
            raise UserError(
                say(
                    "The corpus {name} lies in the bin. Take it out, then merge the package again.",
                    name=there.name,
                )
            )
        return Home(uid, there.name, key, guidelines=there.guidelines, alias=alias)
    holder = view.corpora.named(corpus.name)
    if holder is not None:
        raise UserError(
            say(
                "There is another corpus named {name} in this library, and the package does not come from "
                "it. Say that the package is to go into it (--into), or give that one another name.",
                name=view.corpora.get(holder).name,
            )
        )
    return Home(uid, corpus.name, None, view.meeting.corpus(uid), corpus.guidelines)


# ---------------------------------------------------------------------- documents


def meet_documents(
    view: Repositories, home: Home, package: Package
) -> tuple[list[MetDocument], list[RefusedDocument]]:
    """Each document of a package with the one it is here, and those that cannot come in.

    Raises:
        UserError: a document is in another corpus of the library.
    """
    uids = sorted({uid for each in package.documents for uid in (each.uid, *each.aliases)})
    by_uid = view.meeting.documents(uids)
    sha256s = {each.uid: text_sha256(each.text) for each in package.documents}
    in_home = home.key if home.key is not None else home.past_key
    by_text = {} if in_home is None else view.meeting.with_texts(in_home, sorted(sha256s.values()))
    met, refused = [], []
    for sent in package.documents:
        sha256 = sha256s[sent.uid]
        found = [by_uid[uid] for uid in (sent.uid, *sent.aliases) if uid in by_uid]
        if other := next((each for each in found if each.text_sha256 != sha256), None):
            refused.append(_refused(view, sent, other))
            continue
        there = next((each for each in found if each.corpus is not None), None) or by_text.get(sha256)
        if there is not None and there.corpus != in_home:
            raise UserError(_elsewhere(view, there))
        met.append(_met(sent, sha256, there or next(iter(found), None), by_uid))
    return met, refused


def _met(
    sent: PackageDocument, sha256: str, there: FoundDocument | None, known: Mapping[str, FoundDocument]
) -> MetDocument:
    if there is None or there.corpus is None:
        uid = sent.uid if there is None else there.uid
        new = NewDocument(
            uid,
            sent.title,
            sent.text,
            sha256,
            fold_sha256(sent.text),
            sent.metadata,
            None if there is None else there.key,
        )
        return MetDocument(sent, uid, there, new, _leading(sent, uid, known))
    joined = {**sent.metadata, **there.metadata}
    return MetDocument(
        sent,
        there.uid,
        there,
        None,
        _leading(sent, there.uid, known),
        joined if joined != there.metadata else None,
        any(there.metadata.get(name, value) != value for name, value in sent.metadata.items()),
    )


def _leading(sent: PackageDocument, uid: str, known: Mapping[str, FoundDocument]) -> tuple[str, ...]:
    """Uids of the package's that lead nowhere here yet."""
    return tuple(each for each in (sent.uid, *sent.aliases) if each != uid and each not in known)


def _refused(view: Repositories, sent: PackageDocument, there: FoundDocument) -> RefusedDocument:
    here = view.documents.text(there.key)
    lines = difflib.unified_diff(here.splitlines(), sent.text.splitlines(), lineterm="", n=1)
    shown = [line[:_SHOWN_SIGNS] for line, _ in zip(lines, range(_SHOWN_LINES), strict=False)]
    if not shown:  # they differ by line ends alone
        shown = [f"-{here[:_SHOWN_SIGNS]!r}", f"+{sent.text[:_SHOWN_SIGNS]!r}"]
    return RefusedDocument(sent.uid, there.title or sent.title, tuple(shown))


def _elsewhere(view: Repositories, there: FoundDocument) -> Message:
    name = "" if there.corpus is None else view.corpora.get(there.corpus).name
    return say(
        "The document {title} of the package is in the corpus {corpus} of this library already. Merge the "
        "package into that corpus. Nothing was changed.",
        title=there.title,
        corpus=name,
    )


# ---------------------------------------------------------------------- people and steps


def new_people(view: Repositories, package: Package, *, has_gold: bool) -> list[Annotator]:
    """Annotators the library does not have whose layers, decisions or comments come, or whom it is for.

    `has_gold`: decisions come that make gold.
    """
    told = {GOLD_UID: Annotator(GOLD_UID, GOLD_NAME, AnnotatorKind.GOLD)}
    told |= {each.uid: each for each in package.annotators}
    if package.manifest.recipient is not None:
        told.setdefault(package.manifest.recipient.uid, package.manifest.recipient)
    wanted = {layer.annotator for layer in package.layers} | {each.annotator for each in package.changes}
    if package.manifest.recipient is not None:
        wanted.add(package.manifest.recipient.uid)
    if has_gold:
        wanted.add(GOLD_UID)
    return [told[uid] for uid in sorted(wanted) if view.people.living(uid) is None]


def check_steps(view: Repositories, steps: Sequence[PackageStep]) -> None:
    """Refuse steps that are numbered as others are: two copies of a library that take themselves for one.

    Also those numbered so high that after them nobody could go on counting.

    Raises:
        UserError: which.
    """
    furthest = view.received.latest() + _FURTHEST
    if any(each.lamport > furthest for each in steps):
        raise UserError(
            say(
                "The package cannot be merged: it counts its changes further than anybody can have worked. "
                "It was altered. Nothing was changed."
            )
        )
    numbered = view.received.numbers(each.replica for each in steps)
    known = view.received.steps([each.uid for each in steps])
    for each in steps:
        same = known.get(each.uid)
        is_other = numbered.get((each.replica, each.counter), each.uid) != each.uid
        is_altered = same is not None and (same.replica, same.counter, same.lamport) != (
            each.replica,
            each.counter,
            each.lamport,
        )
        if is_other or is_altered:
            raise UserError(
                say(
                    "The package cannot be merged: its change of {time} bears the number of another change "
                    "that is here (copy {replica}, number {number}). It was altered, or made by a copied "
                    "library that takes itself for the original. Nothing was changed.",
                    time=each.time,
                    replica=each.replica,
                    number=each.counter,
                )
            )


def check_alone(view: Repositories, fresh: Mapping[str, Sequence[str]]) -> None:
    """Refuse uids that stand elsewhere in the library: nobody but a forger gives one twice.

    Args:
        view: of the library.
        fresh: by "decision", "comment" or "received", uids of what is to come and is not where it belongs.

    Raises:
        UserError: which.
    """
    for kind, uids in fresh.items():
        taken = view.meeting.living(kind, uids) if uids else []
        if taken or len(set(uids)) < len(uids):
            raise UserError(
                say(
                    "The package cannot be merged: what it calls {uid} is something else in this library. It "
                    "was altered on its way. Nothing was changed.",
                    uid=taken[0] if taken else min(uids),
                )
            )
