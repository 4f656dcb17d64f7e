"""The writing half of "everywhere at once": what still fits is changed, in few statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.model.identity import new_uids
from annotator.model.overlaps import Overlaps
from annotator.model.search import HitSpan, HitState
from annotator.services.find.same_words import state_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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

    Attributes:
        already: places where `fitting` found that the words carry the label by another span.
    """

    def __init__(
        self, unit: UnitOfWork, corpus: int, owner: int, label: int | None, progress: Progress
    ) -> None:
        self._unit = unit
        self._owner = owner
        self._label = label
        self._progress = progress
        self._total = 0
        self.already = 0
        self._corpus = corpus
        self._labels = unit.labels.all_uids(corpus)
        self._label_uid = "" if label is None else self._labels[label]
        self._documents: dict[str, int] = {}
        self._texts: dict[int, str] = {}
        self._spans: dict[int, list[AnyRow]] = {}

    def fitting(self, chosen: Sequence[Candidate], action: Action) -> list[Candidate]:
        """Those at whose places all is as it was when they were listed, each place once."""
        many, self._total = self._unit.many, len(chosen)
        self._progress(0, self._total)
        self._documents = many.living(self._corpus, list(dict.fromkeys(each.hit.document for each in chosen)))
        keys = list(self._documents.values())
        self._texts = many.texts(keys)
        layers = many.layers(keys, self._owner)
        held = many.spans([layer for layer, status in layers.values() if status is not None])
        self._spans = {key: held.get(layer, []) for key, (layer, _) in layers.items()}
        kept: dict[tuple[object, ...], Candidate] = {}
        over = {key: self._over(key) for key in keys}
        for number, each in enumerate(chosen):
            if number % _TOLD_EVERY == 0:
                self._progress(number // 2, len(chosen))
            key = self._documents.get(each.hit.document)
            if key is None:
                continue
            span = each.span_uid if action == "remove" else None  # two spans of one place cannot be alike
            place = (key, each.hit.start, each.hit.end, span)
            is_alike = action != "remove" and self._has_label(each, over[key])
            if is_alike or self._fits(each, action, over[key], self._texts[key]):
                self.already += is_alike or place in kept
                if not is_alike:
                    kept.setdefault(place, each)
        return list(kept.values())

    def _fits(self, each: Candidate, action: Action, over: Overlaps[HitSpan], text: str) -> bool:
        return self._is_free(each, over, text) if action == "label" else self._is_there(each, over)

    def _has_label(self, each: Candidate, over: Overlaps[HitSpan]) -> bool:
        start, end = each.hit.start, each.hit.end
        return state_of(over.over(start, end), start, end, self._label_uid)[0] is HitState.SAME

    def _over(self, document: int) -> Overlaps[HitSpan]:
        spans = [
            HitSpan(row.start, row.end, self._labels[row.label], row.uid, "")
            for row in self._spans.get(document, [])
        ]
        return Overlaps(sorted(spans, key=lambda span: (span.start, -span.end, span.uid)))

    def _is_free(self, each: Candidate, over: Overlaps[HitSpan], text: str) -> bool:
        """Whether a span may be added as it was proposed; its label is not there."""
        hit = each.hit
        if not 0 <= hit.start < hit.end <= len(text) or text[hit.start : hit.end] != hit.match:
            return False
        state, _ = state_of(over.over(hit.start, hit.end), hit.start, hit.end, self._label_uid)
        if each.state in (HitState.INSIDE_WORD, HitState.IN_NAME):
            return True
        return state is each.state

    def _is_there(self, each: Candidate, over: Overlaps[HitSpan]) -> bool:
        """Whether the span to relabel or remove is as it was."""
        hit = each.hit
        there = over.over(hit.start, hit.end)
        return (hit.start, hit.end, each.label, each.span_uid) in [span[:4] for span in there]

    def write(self, fitting: Sequence[Candidate], action: Action, step: int) -> None:
        """Make the change at these places, which `fitting` gave just before, under the running step."""
        keys = sorted({self._documents[each.hit.document] for each in fitting})
        self._unit.projection.mark(keys)
        if action == "label":
            self._add(fitting, keys, step)
        else:
            self._change([each.span_uid or "" for each in fitting], step)
        self._unit.projection.refresh()
        self._progress(self._total, self._total)

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
        self._write(rows, step)

    def _write(self, rows: Sequence[Mapping[str, object]], step: int) -> None:
        """Add spans piece by piece: the second half of the work."""
        first = self._total // 2
        for start in range(0, len(rows), _TOLD_EVERY):
            self._progress(first + start * (self._total - first) // len(rows), self._total)
            self._unit.many.add(rows[start : start + _TOLD_EVERY], step)

    def _change(self, uids: Sequence[str], step: int) -> None:
        """Close the spans of these uids and, unless they go, write them again with the label."""
        chosen = set(uids)
        rows = [row._asdict() for held in self._spans.values() for row in held if row.uid in chosen]
        self._unit.many.close(uids, step)
        if self._label is not None:
            changed = {"label": self._label}
            kept = [{name: row[name] for name in row if name not in _OF_VERSION} | changed for row in rows]
            self._write(kept, step)


_OF_VERSION: Final = frozenset(("id", "from_step", "to_step"))
