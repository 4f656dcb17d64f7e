"""Use-cases on the spans of one label as a list: to split it, and to decide anew under a new definition."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from annotator.messages import say
from annotator.model.codebook import Place, Redecided, ShownSpan
from annotator.model.label import Label
from annotator.model.outcome import Outcome, Touched
from annotator.services.labels.labels import add_label
from annotator.services.lookup import corpus_key, label_key
from annotator.services.safety.backups import MANY, Backups
from annotator.storage.repositories.label_spans import by_document
from annotator.text.passages import passage

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.types import AnyRow

REACH: Final = 60
"""Code points of context on either side of a span, at most."""

_LONGEST: Final = 200
_TOUCHED: Final = Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS | Touched.WHOLESALE


class WorkLists:
    """Lists of spans by label, and what is done to the ticked ones, each as one step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_label(self, corpus: str, uid: str) -> list[Place]:
        """All spans of people's layers that carry a label, in the order of documents and reading.

        Raises:
            UserError: there is no such label.
        """
        with self._store.reading() as view:
            key, _ = label_key(view, uid, corpus)
            return view.label_spans.places(view.labels.carried(key))

    def shown(self, keys: Sequence[int]) -> list[ShownSpan]:
        """The spans of these keys in their lines of text; those that changed meanwhile are left out."""
        with self._store.reading() as view:
            rows = view.label_spans.shown(keys)
            texts = {document: view.documents.text(document) for document in by_document(rows)}
            return [_shown(row, texts[row.document]) for row in rows]

    def keep(self, corpus: str, uid: str, keys: Collection[int]) -> Outcome[Redecided]:
        """Leave spans as they are, decided now: under the definition that the label has today.

        Raises:
            UserError: there is no such label.
        """
        with self._store.saving() as unit:
            key, home = label_key(unit, uid, corpus)
            number = unit.label_spans.choose(keys)
            documents = unit.label_spans.documents()
            if not number:
                return Outcome(Redecided(0, 0, skipped=len(keys)))
            name = unit.labels.usable(home)[key].name
            summary = say("{count} span kept as {name}|{count} spans kept as {name}", count=number, name=name)
            step = unit.step("label.keep", summary, corpus_key=home)
            unit.label_spans.stamp(step)
            done = Redecided(number, len(documents), skipped=len(keys) - number)
            return Outcome(done, Touched.SPANS, step=unit.commit())

    def relabel(
        self, corpus: str, keys: Collection[int], target: str = "", *, new_name: str = ""
    ) -> Outcome[Redecided]:
        """Give spans another label, one that is there or a new one, as one step.

        Args:
            corpus: uid.
            keys: of the spans' present versions.
            target: uid of the label; "" for a new one.
            new_name: of the label to make.

        Raises:
            UserError: there is no such label, or the new name is taken or not possible.
        """
        warnings = Backups(self._store).before_bulk() if len(keys) >= MANY else ()
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            number = unit.label_spans.choose(keys)
            if not number:
                return Outcome(Redecided(0, 0, skipped=len(keys)))
            name = new_name or unit.labels.usable(home)[label_key(unit, target, corpus)[0]].name
            summary = say(
                "{count} span moved to {name}|{count} spans moved to {name}", count=number, name=name
            )
            step = unit.step("label.split" if new_name else "relabel", summary, corpus_key=home)
            made = add_label(unit, home, Label("", new_name, ""), step) if new_name else None
            key, _ = label_key(unit, made.uid if made else target, corpus)
            documents = unit.label_spans.documents()
            unit.projection.mark(documents)
            joined = unit.label_spans.relabel(key, unit.labels.carried(key), step)
            unit.projection.refresh()
            named = _named(unit, documents)
            done = Redecided(number, len(documents), joined, len(keys) - number)
            return Outcome(done, _TOUCHED, named, unit.commit(), warnings)

    def remove(self, corpus: str, keys: Collection[int]) -> Outcome[Redecided]:
        """Remove spans, whosever they are, as one step.

        Raises:
            UserError: there is no such corpus.
        """
        warnings = Backups(self._store).before_bulk() if len(keys) >= MANY else ()
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            number = unit.label_spans.choose(keys)
            if not number:
                return Outcome(Redecided(0, 0, skipped=len(keys)))
            summary = say("{count} span removed|{count} spans removed", count=number)
            step = unit.step("remove", summary, corpus_key=home)
            documents = unit.label_spans.documents()
            unit.projection.mark(documents)
            unit.label_spans.close(step)
            unit.projection.refresh()
            named = _named(unit, documents)
            done = Redecided(number, len(documents), skipped=len(keys) - number)
            return Outcome(done, _TOUCHED, named, unit.commit(), warnings)


def outdated(view: Repositories, key: int) -> list[Place]:
    """Spans of a label that were decided while it, or the label they then had, meant another thing."""
    carried = view.labels.carried(key)
    stretches = {each: view.guidance.outdated(each, key) for each in carried}
    if not any(stretches.values()):
        return []
    spans = view.label_spans.stamped(carried)
    decided = view.label_spans.decided(spans)
    return [Place(span.id, span.owner) for span in spans if _lies_in(decided[span.id], stretches[span.label])]


def _lies_in(step: int, stretches: Sequence[tuple[int, int | None]]) -> bool:
    return any(first <= step and (end is None or step < end) for first, end in stretches)


def _named(view: Repositories, documents: Sequence[int]) -> tuple[str, ...]:
    """Uids of the documents, none when there are too many to name."""
    if len(documents) > 100:
        return ()
    return tuple(view.documents.uids(list(documents)).values())


def _shown(row: AnyRow, text: str) -> ShownSpan:
    begin, finish = passage(text, row.start, row.end, REACH)
    words = text[row.start : min(row.end, row.start + _LONGEST)]
    return ShownSpan(
        row.id,
        row.uid,
        row.document_uid,
        row.title,
        row.start,
        row.end,
        _flat(text[begin : row.start]),
        _flat(words) + ("…" if row.end - row.start > _LONGEST else ""),
        _flat(text[row.end : finish]),
        row.name,
        row.status == 2,
    )


def _flat(words: str) -> str:
    """Words on one line."""
    return "".join(" " if sign.isspace() else sign for sign in islice(words, 4 * _LONGEST))
