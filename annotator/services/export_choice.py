"""What of a corpus an export writes: whose layers, which documents, which labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.formats.base import OutgoingHead
from annotator.messages import say
from annotator.model.document import AnnotatorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import OutgoingDocument
    from annotator.model.document import Annotator, Corpus, Status
    from annotator.model.label import Label
    from annotator.services.export_store import ExportSnapshot


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents and spans of a corpus, and who and what they speak of."""

    corpus: Corpus
    head: OutgoingHead
    status: Status | None
    labels: frozenset[str] | None

    def rows(self, snapshot: ExportSnapshot) -> Iterator[OutgoingDocument]:
        """The documents, with the spans of the chosen labels only."""
        people = [annotator.uid for annotator in self.head.annotators]
        rows = snapshot.rows(self.corpus.uid, people, self.status)
        return rows if self.labels is None else map(self._filtered, rows)

    def _filtered(self, document: OutgoingDocument) -> OutgoingDocument:
        labels = self.labels or frozenset()
        spans = tuple(span for span in document.spans if span.label in labels)
        return type(document)(document.document, document.layers, spans, document.status)


def choose(
    snapshot: ExportSnapshot,
    corpus_name: str,
    annotator: str | None,
    gold: bool,
    all_layers: bool,
    status: Status | None,
    labels: Sequence[str],
) -> Choice:
    """The part of a corpus that a recipe names; the arguments are those of `Exporting.export`.

    Raises:
        UserError: there is no such corpus, layer or label, or more than one layer and none was named.
    """
    corpus = snapshot.corpus(corpus_name)
    people = _people(snapshot.annotators(corpus.uid), annotator, gold=gold, all_layers=all_layers)
    known = snapshot.labels(corpus.uid)
    _check_labels(labels, known)
    wanted = frozenset(labels) if labels else None
    listed = tuple(label for label in known if wanted is None or label.name in wanted)
    return Choice(corpus, OutgoingHead(corpus, listed, people, snapshot.guidance(corpus.uid)), status, wanted)


def _people(
    present: Sequence[Annotator], wanted: str | None, *, gold: bool, all_layers: bool
) -> tuple[Annotator, ...]:
    """Whose layers to write, by the contract's rule."""
    if all_layers:
        return tuple(person for person in present if person.kind is not AnnotatorKind.GOLD)
    if gold:
        return _gold(present)
    if wanted is not None:
        return (_named(present, wanted),)
    if len(present) > 1:
        raise UserError(
            say(
                "There is more than one layer: {names}. Name one with --annotator, or take --all-layers.",
                names=_names(present),
            )
        )
    return tuple(present)


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
