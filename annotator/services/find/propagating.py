"""Everywhere at once: the same words in one corpus, listed with what stands there, changed in one step."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.outcome import Outcome, Touched
from annotator.model.search import Candidate, Nearby, Propagated, Sought
from annotator.services.find.same_words import LayerPages, SameWords, layer_owner
from annotator.services.find.spreading import Spreading
from annotator.services.lookup import corpus_key, document_key, label_key
from annotator.services.safety.backups import MANY, Backups
from annotator.storage.repositories.efforts import Efforts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.formats.base import Progress
    from annotator.messages import Message
    from annotator.model.effort import Effort
    from annotator.model.search import Action, Hit
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store

    InWriter = Callable[[Callable[[], Outcome[Propagated]]], Outcome[Propagated]]
    Check = Callable[[], None]

_SHOWN_WORDS: Final = 100
_DEFAULT: Final = Sought("")


def _at_once(write: Callable[[], Outcome[Propagated]]) -> Outcome[Propagated]:
    return write()


def _unwatched(*_: int) -> None:
    """Nobody wants to see or stop it."""


class Propagating:
    """Doing the same to the same words everywhere."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._in_writer: InWriter = _at_once

    def serve_window(self, in_writer: InWriter) -> None:
        """From now on make each write through `in_writer`; `apply` may not be called in that thread then."""
        self._in_writer = in_writer

    def nearby(
        self,
        document: str,
        place: str | tuple[int, int, str],
        options: Sought = _DEFAULT,
        check: Check = _unwatched,
    ) -> Nearby:
        """How often the words of a span wait for its label in its document and in others.

        Those count that "label everywhere" would tick: bare, or nested within or around other spans.

        Args:
            document: uid.
            place: uid of the span, or (start, end, label uid) of one that may not be saved yet.
            options: how words are compared, and whose layer is meant.
            check: called between documents; what it raises ends the search.

        Raises:
            UserError: there is no such document or span, or its words cannot be looked for.
        """
        here = elsewhere = finished = 0
        documents = set()
        with self._store.reading() as view:
            start, end, label = _range(view, place) if isinstance(place, str) else place
            words = view.documents.text(document_key(view, document))[start:end]
            same = SameWords(view, self._store.actor, document, words, options)
            same.learn(label, (start, end))
            for page in same.pages(check):
                found = same.fresh_hits(page, label)
                if page.is_own:
                    here += sum(hit != (start, end) for hit in found)
                elif page.is_done:
                    finished += len(found)
                elif found:
                    elsewhere += len(found)
                    documents.add(page.row.key)
        return Nearby(words[:_SHOWN_WORDS], here, elsewhere, len(documents), finished)

    def candidates(
        self,
        document: str,
        words: str,
        label_uid: str,
        action: Action = "label",
        options: Sought = _DEFAULT,
        *,
        only: str | None = None,
        check: Check = _unwatched,
    ) -> list[Candidate]:
        """All places of the same words with what stands there, those of the own document first.

        Args:
            document: uid of the own document.
            words: the words; compared as `options` says.
            label_uid: the label to give; to remove, the label of the spans that are ticked.
            action: "label": every hit; "relabel", "remove": every span of these words.
            options: `case`, `diacritics`, `tone`, `words`; `annotator`: whose layer, the own if None;
                `status` and `documents` narrow it.
            only: to relabel, tick only spans of this label (uid); None for all that have another.
            check: called between documents; what it raises ends the search.

        Raises:
            UserError: there is no such document, or the words cannot be looked for.
        """
        with self._store.reading() as view:
            same = SameWords(view, self._store.actor, document, words, options)
            found = list(same.candidates(label_uid, action, only, check))
            own = view.documents.uids([same.document])[same.document]
        return sorted(found, key=lambda each: each.hit.document != own)

    def of_hits(
        self,
        corpus: str,
        hits: Sequence[Hit],
        label_uid: str,
        action: Action = "label",
        annotator: str | None = None,
        check: Check = _unwatched,
    ) -> list[Candidate]:
        """What could be done at hits of a search: one candidate each, or one for each span of just its range.

        Args:
            corpus: uid.
            hits: of a search in it.
            label_uid: the label to give; to remove, the label of the spans that are ticked.
            action: what is to be done.
            annotator: uid; whose layer, the own if None.
            check: called between documents; what it raises ends it.

        Raises:
            UserError: there is no such corpus or annotator.
        """
        wanted: dict[str, list[tuple[int, int]]] = {}
        for hit in hits:
            wanted.setdefault(hit.document, []).append((hit.start, hit.end))
        found: list[Candidate] = []
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            layers = LayerPages(view, home, layer_owner(view, self._store.actor, annotator))
            keys = list(view.many.living(home, list(wanted)).values())
            texts = view.search.texts(home, None, documents=keys)
            for page in layers.pages(texts, 0, check):
                for place in wanted[page.row.uid]:
                    if action == "label":
                        found.append(layers.of_hit(page, *place, label_uid))
                        continue
                    exact = [span for span in page.over.over(*place) if span[:2] == place]
                    found += [layers.of_span(page, span, label_uid, action) for span in exact]
        return found

    def apply(
        self,
        corpus: str,
        chosen: Sequence[Candidate],
        action: Action,
        label_uid: str,
        annotator_uid: str | None = None,
        progress: Progress | None = None,
        effort: Effort | None = None,
    ) -> Outcome[Propagated]:
        """Label, relabel or remove at all chosen places, as one step.

        Where something changed since the places were listed, or the label is there already, nothing is done;
        that is counted.

        Args:
            corpus: uid.
            chosen: what to change; their ticks are not looked at.
            action: as the candidates were listed for.
            label_uid: the label to give; not looked at to remove.
            annotator_uid: whose layer, the own if None.
            progress: called with places done and all; what it raises takes everything back.
            effort: what it cost the person, for the figures.

        Raises:
            UserError: the label is no longer there, or there is no such corpus or annotator.
            EnvironmentProblem: it could not be saved.
            Cancelled: from `progress`.
        """
        warnings = Backups(self._store).before_bulk() if len(chosen) >= MANY else ()
        told = progress or _unwatched

        def write() -> Outcome[Propagated]:
            return self._write(corpus, chosen, action, label_uid, annotator_uid, told, effort)

        return replace(self._in_writer(write), warnings=warnings)

    def _write(
        self,
        corpus: str,
        chosen: Sequence[Candidate],
        action: Action,
        label_uid: str,
        annotator_uid: str | None,
        progress: Progress,
        effort: Effort | None,
    ) -> Outcome[Propagated]:
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            label = None if action == "remove" else label_key(unit, label_uid, corpus)[0]
            owner = layer_owner(unit, self._store.actor, annotator_uid)
            spreading = Spreading(unit, home, owner, label, progress)
            fitting = spreading.fitting(chosen, action)
            done = Propagated(
                len(fitting),
                len({each.hit.document for each in fitting}),
                len(chosen) - len(fitting) - spreading.already,
                spreading.already,
            )
            if not fitting:
                return Outcome(done)
            summary = _summary(action, fitting, _label_name(unit, home, label))
            documents = sorted({each.hit.document for each in fitting})
            step = unit.step(
                _KINDS[action],
                summary,
                corpus_key=home,
                document=documents[0] if len(documents) == 1 else None,
            )
            spreading.write(fitting, action, step)
            if effort is not None:
                Efforts(unit.connection).add(step, effort)
            committed = unit.commit()
        return Outcome(done, _TOUCHED, tuple(documents) if len(documents) <= 100 else (), committed)


_TOUCHED: Final = Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS
_KINDS: Final = {"label": "propagate", "relabel": "relabel", "remove": "remove"}


def _range(view: Repositories, uid: str) -> tuple[int, int, str]:
    found = view.search.span(uid)
    if found is None:
        raise UserError(say("There is no span {uid} (any more).", uid=uid))
    return found


def _label_name(view: Repositories, corpus: int, label: int | None) -> str:
    return "" if label is None else view.labels.all_names(corpus)[label]


def _summary(action: Action, fitting: Sequence[Candidate], label: str) -> Message:
    """What the history says: how many, which label, which words; of several wordings the commonest."""
    wordings = Counter(each.hit.match for each in fitting)
    words = wordings.most_common(1)[0][0]
    shown = words if len(words) <= _SHOWN_WORDS else words[: _SHOWN_WORDS - 1] + "…"
    said = shown if len(wordings) == 1 else f"{shown}…"
    count = len(fitting)
    if action == "remove":
        return say(
            "{count} span removed: “{words}”|{count} spans removed: “{words}”", count=count, words=said
        )
    if action == "relabel":
        return say(
            "{count} span relabelled {label}: “{words}”|{count} spans relabelled {label}: “{words}”",
            count=count,
            label=label,
            words=said,
        )
    return say(
        "{count} span labelled {label}: “{words}”|{count} spans labelled {label}: “{words}”",
        count=count,
        label=label,
        words=said,
    )
