"""What of a corpus an export writes: whose layers, which documents, which labels."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.formats.base import OutgoingHead
from annotator.formats.registry import FORMATS
from annotator.messages import say
from annotator.model.document import AnnotatorKind
from annotator.model.label import name_key
from annotator.model.span import FLAGS
from annotator.model.tags import tags_of
from annotator.services.export.people import numbered, themselves
from annotator.services.export.refused import Refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.agreement.report import Agreed
    from annotator.formats.base import OutgoingDocument, OutgoingSpan
    from annotator.messages import Message
    from annotator.model.document import Annotator, Corpus, Document, Status
    from annotator.model.label import Label
    from annotator.model.recipe import Recipe
    from annotator.services.export.store import ExportSnapshot


@dataclass(slots=True)
class Excluded:
    """How much of the chosen layers is kept from the file.

    Attributes:
        documents: because of their tags.
        spans: of the documents that go in, because of label or flags.
    """

    documents: int = 0
    spans: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents and spans of a corpus, and who and what they speak of.

    Attributes:
        corpus: they are of.
        head: what goes with them; annotators as the files name them.
        status: only documents of this status; None for all.
        people: uids of the chosen annotators -> uids that stand for them in files.
        sieve: which documents and spans go in.
        keys: only documents of these, which fit the search; None for all.
        refusals: gets the documents that are damaged, and has those that are left out.
        told: sentences about layers that are left out.
    """

    corpus: Corpus
    head: OutgoingHead
    status: Status | None
    people: Mapping[str, str]
    sieve: Sieve
    keys: frozenset[int] | None
    refusals: Refusals
    told: tuple[Message, ...] = ()

    def count(self, snapshot: ExportSnapshot) -> int:
        """So many documents are gone through."""
        if self.keys is not None:
            return len(self.keys)
        return snapshot.count_documents(self.corpus.uid, self.status)

    def agreement(self, snapshot: ExportSnapshot) -> Agreed:
        """How far people agree on the documents."""
        return snapshot.agreement(self.corpus.uid, self.status, self.keys, self.sieve.takes)

    def rows(
        self,
        snapshot: ExportSnapshot,
        passed: Callable[[], None],
        excluded: Excluded | None = None,
        only: str | None = None,
    ) -> Iterator[OutgoingDocument]:
        """The documents, with the chosen spans only.

        Args:
            snapshot: to read from.
            passed: called for each document that is not given.
            excluded: counts what is kept out.
            only: uid of the one document to give; None for all.
        """

        def refuse(document: Document, reason: Message) -> None:
            if self.sieve.takes(document):
                self.refusals.add(document, reason)
            passed()

        rows = snapshot.rows(self.corpus.uid, self.people, self.status, refuse, keys=self.keys, only=only)
        if not self.sieve.is_open:
            rows = self.sieve.sifted(rows, passed, excluded or Excluded())
        return self.refusals.without(rows, passed)


@dataclass(frozen=True, slots=True)
class Sieve:
    """What must not leave the library stays behind here.

    Attributes:
        labels: only spans of these; None for all.
        with_tags: only documents that have one of these tags (as `name_key` has them); empty for all.
        without_tags: no document that has one of these.
        without_flags: no span that has one of these.
    """

    labels: frozenset[str] | None = None
    with_tags: frozenset[str] = field(default_factory=frozenset)
    without_tags: frozenset[str] = field(default_factory=frozenset)
    without_flags: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_open(self) -> bool:
        """Whether everything goes through."""
        return self.labels is None and not (self.with_tags or self.without_tags or self.without_flags)

    def sifted(
        self, documents: Iterator[OutgoingDocument], passed: Callable[[], None], excluded: Excluded
    ) -> Iterator[OutgoingDocument]:
        """The documents that go through, with the spans that do."""
        sorts_spans = self.labels is not None or bool(self.without_flags)
        for document in documents:
            if not self.takes(document.document):
                excluded.documents += 1
                passed()
            elif sorts_spans:
                spans = tuple(filter(self._takes_span, document.spans))
                excluded.spans += len(document.spans) - len(spans)
                yield replace(document, spans=spans)
            else:
                yield document

    def takes(self, document: Document) -> bool:
        """Whether a document goes through."""
        if not self.with_tags and not self.without_tags:
            return True
        tags = frozenset(map(name_key, tags_of(document.metadata)))
        return not tags & self.without_tags and (not self.with_tags or bool(tags & self.with_tags))

    def _takes_span(self, span: OutgoingSpan) -> bool:
        if self.labels is not None and span.label not in self.labels:
            return False
        return not self.without_flags.intersection(span.flags)


def choose(
    snapshot: ExportSnapshot, corpus_name: str, recipe: Recipe, refusals: Refusals | None = None
) -> Choice:
    """The part of a corpus that a recipe names.

    Args:
        snapshot: to read from.
        corpus_name: name or uid.
        recipe: says which part.
        refusals: documents that are known to be left out; those that are damaged come to them.

    Raises:
        UserError: there is no such corpus, layer, label or flag, or more than one layer and none was named.
    """
    corpus = snapshot.corpus(corpus_name)
    named = replace(recipe, annotator=snapshot.main_of(recipe.annotator))
    chosen = _people(snapshot.annotators(corpus.uid), named)
    known = snapshot.labels(corpus.uid)
    _check_labels(recipe.labels, known)
    _check_flags(recipe.without_flags)
    wanted = frozenset(recipe.labels) if recipe.labels else None
    listed = tuple(label for label in known if wanted is None or label.name in wanted)
    everyone = snapshot.arrivals(corpus.uid)
    stand_ins = themselves(everyone) if recipe.names_people else numbered(everyone, corpus.uid)
    people = tuple(stand_ins[person.uid] for person in chosen)
    head = OutgoingHead(corpus, listed, people, snapshot.guidance(corpus.uid))
    sieve = Sieve(
        wanted, _tags(recipe.with_tags), _tags(recipe.without_tags), frozenset(recipe.without_flags)
    )
    uids = {person.uid: stand_ins[person.uid].uid for person in chosen}
    keys = snapshot.fitting(corpus.uid, recipe.search, recipe.status) if recipe.search.strip() else None
    return Choice(
        corpus,
        head,
        recipe.status,
        uids,
        sieve,
        keys,
        refusals or Refusals(),
        _told(snapshot.annotators(corpus.uid), recipe),
    )


def _tags(tags: Sequence[str]) -> frozenset[str]:
    return frozenset(name_key(" ".join(tag.removeprefix("#").split())) for tag in tags)


def _people(present: Sequence[Annotator], recipe: Recipe) -> tuple[Annotator, ...]:
    """Whose layers to write, by the contract's rule."""
    if recipe.layers == "all":
        suggesting = _left_machines(present, recipe)
        return tuple(
            person for person in present if person.kind is not AnnotatorKind.GOLD and person not in suggesting
        )
    if recipe.layers == "gold":
        return _gold(present)
    if recipe.annotator:
        return (_named(present, recipe.annotator),)
    if len(present) > 1:
        raise UserError(
            say(
                "There is more than one layer: {names}. Name one with --annotator, or take --all-layers.",
                names=_names(present),
            )
        )
    return tuple(present)


def _left_machines(present: Sequence[Annotator], recipe: Recipe) -> tuple[Annotator, ...]:
    """Whose suggestions are left out of all layers: in a format that does not tell them from labels."""
    known = FORMATS.get(recipe.format)
    if recipe.layers != "all" or (known is not None and known.tells_suggestions):
        return ()
    return tuple(person for person in present if person.kind is AnnotatorKind.MACHINE)


def _told(present: Sequence[Annotator], recipe: Recipe) -> tuple[Message, ...]:
    left = _left_machines(present, recipe)
    if not left:
        return ()
    return (
        say(
            "{count} layer of suggestions is left out, for nobody accepted them: {names}. Choose it by name "
            "to export it.|{count} layers of suggestions are left out, for nobody accepted them: {names}. "
            "Choose one by name to export it.",
            count=len(left),
            names=_names(left),
        ),
    )


def _gold(present: Sequence[Annotator]) -> tuple[Annotator, ...]:
    found = tuple(person for person in present if person.kind is AnnotatorKind.GOLD)
    if not found:
        raise UserError(
            say("There is no gold layer yet: it comes into being by review. Nothing was written.")
        )
    return found


def _named(present: Sequence[Annotator], wanted: str) -> Annotator:
    found = [person for person in present if wanted in (person.uid, person.name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(
            say(
                "Two annotators are called {name}. Name one by uid: {uids}.",
                name=wanted,
                uids=", ".join(person.uid for person in found),
            )
        )
    raise UserError(
        say("{name} has no layer here. There are: {names}.", name=wanted, names=_names(present) or "–")
    )


def _names(people: Sequence[Annotator]) -> str:
    return ", ".join(person.name for person in people)


def _check_labels(labels: Sequence[str], known: Sequence[Label]) -> None:
    names = [label.name for label in known]
    for label in labels:
        if label not in names:
            raise UserError(
                say("There is no label {label}. There are: {names}.", label=label, names=", ".join(names))
            )


def _check_flags(flags: Sequence[str]) -> None:
    for flag in flags:
        if flag not in FLAGS:
            raise UserError(
                say("There is no flag {flag}. There are: {names}.", flag=flag, names=", ".join(FLAGS))
            )
