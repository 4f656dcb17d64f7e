"""The writing half of "everywhere at once": what still fits is changed, in few statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.model.identity import new_uids
from annotator.model.overlaps import Overlaps
from annotator.model.search import HitSpan, HitState
from annotator.services.same_words import state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.base import Progress
    from annotator.model.search import Action, Candidate
    from annotator.storage.types import AnyRow
    from annotator.storage.unit_of_work import UnitOfWork

ORIGIN: Final = "propagate"
"""The origin of spans that are made by it."""

_TOLD_EVERY: Final = 500


class Spreading:
    """Changes spans in the layers of one annotator, within a running unit of work.

    Args:
        unit: of work.
        corpus: key.
        owner: key of the annotator whose layers are changed.
        label: key of the label to give; None to remove.
        progress: called with places done and all.
    """

    def __init__(
        self, unit: UnitOfWork, corpus: int, owner: int, label: int | None, progress: Progress
    ) -> None:
        self._unit = unit
        self._owner = owner
        self._label = label
        self._progress = progress
        self._corpus = corpus
        self._labels = unit.labels.all_uids(corpus)
        self._label_uid = "" if label is None else self._labels[label]
        self._documents: dict[str, int] = {}
        self._texts: dict[int, str] = {}
        self._spans: dict[int, list[AnyRow]] = {}

    def fitting(self, chosen: Sequence[Candidate], action: Action) -> list[Candidate]:
        """Those at whose places all is as it was when they were listed, each place once."""
        many = self._unit.many
        self._documents = many.living(self._corpus, list(dict.fromkeys(each.hit.document for each in chosen)))
        keys = list(self._documents.values())
        self._texts = many.texts(keys)
        layers = many.layers(keys, self._owner)
        held = many.spans([layer for layer, status in layers.values() if status is not None])
        self._spans = {key: held.get(layer, []) for key, (layer, _) in layers.items()}
        fits = self._is_free if action == "label" else self._is_there
        kept: dict[tuple[object, ...], Candidate] = {}
        over = {key: self._over(key) for key in keys}
        for number, each in enumerate(chosen):
            if number % _TOLD_EVERY == 0:
                self._progress(number, len(chosen))
            key = self._documents.get(each.hit.document)
            if key is not None and fits(each, over[key], self._texts[key]):
                span = each.span_uid if action == "remove" else None  # two spans of one place cannot be alike
                kept.setdefault((key, each.hit.start, each.hit.end, span), each)
        return list(kept.values())

    def _over(self, document: int) -> Overlaps[HitSpan]:
        spans = [
            HitSpan(row.start, row.end, self._labels[row.label], row.uid, "")
            for row in self._spans.get(document, [])
        ]
        return Overlaps(sorted(spans, key=lambda span: (span.start, -span.end, span.uid)))

    def _is_free(self, each: Candidate, over: Overlaps[HitSpan], text: str) -> bool:
        """Whether a span may be added as it was proposed."""
        hit = each.hit
        if not 0 <= hit.start < hit.end <= len(text) or text[hit.start : hit.end] != hit.match:
            return False
        state, _ = state_of(over.over(hit.start, hit.end), hit.start, hit.end, self._label_uid)
        if each.state in (HitState.INSIDE_WORD, HitState.IN_NAME):
            return state is not HitState.SAME
        return state is each.state and state is not HitState.SAME

    def _is_there(self, each: Candidate, over: Overlaps[HitSpan], _text: str) -> bool:
        """Whether the span to relabel or remove is as it was, and the label has room there."""
        hit = each.hit
        there = over.over(hit.start, hit.end)
        if (hit.start, hit.end, each.label, each.span_uid) not in [span[:4] for span in there]:
            return False
        state, _ = state_of(there, hit.start, hit.end, self._label_uid)
        return self._label is None or state is not HitState.SAME

    def write(self, fitting: Sequence[Candidate], action: Action, step: int) -> None:
        """Make the change at these places, which `fitting` gave, under the running step."""
        keys = sorted({self._documents[each.hit.document] for each in fitting})
        self._unit.projection.mark(keys)
        if action == "label":
            self._add(fitting, keys, step)
        else:
            self._change([each.span_uid or "" for each in fitting], step)
        self._unit.projection.refresh()
        self._progress(len(fitting), len(fitting))

    def _add(self, fitting: Sequence[Candidate], keys: Sequence[int], step: int) -> None:
        layers = self._unit.many.begin_layers(keys, self._owner, step)
        rows = [
            {
                "uid": uid,
                "layer": layers[self._documents[each.hit.document]],
                "start": each.hit.start,
                "end": each.hit.end,
                "parts": "",
                "label": self._label,
                "note": "",
                "flags": "",
                "origin": ORIGIN,
                "suggestion_uid": "",
                "covered": each.hit.match,
            }
            for uid, each in zip(new_uids(len(fitting)), fitting, strict=True)
        ]
        self._unit.many.add(rows, step)

    def _change(self, uids: Sequence[str], step: int) -> None:
        """Close the spans of these uids and, unless they go, write them again with the label."""
        chosen = set(uids)
        rows = [row._asdict() for held in self._spans.values() for row in held if row.uid in chosen]
        self._unit.many.close(uids, step)
        if self._label is not None:
            changed = {"label": self._label}
            kept = [{name: row[name] for name in row if name not in _OF_VERSION} | changed for row in rows]
            self._unit.many.add(kept, step)


_OF_VERSION: Final = frozenset(("id", "from_step", "to_step"))
