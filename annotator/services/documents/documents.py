"""Use-cases on documents: lists of them, opening one, adding, renaming, binning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.changes import LayerState
from annotator.model.document import COUNTED, AnnotatorKind, Document, Status
from annotator.model.identity import new_uid
from annotator.model.listing import ListedDocument, OpenDocument
from annotator.model.outcome import Outcome, Touched
from annotator.model.wishes import wish_of
from annotator.services.documents.fitting import narrowed
from annotator.services.lookup import corpus_key, document_key
from annotator.services.people import find_annotator, uids_of
from annotator.services.safety.backups import MANY, Backups
from annotator.storage.repositories.layers import STATUSES
from annotator.storage.types import load_json
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.messages import Message
    from annotator.model.document import Annotator, DocumentRow, Layer
    from annotator.model.listing import StatusCounts
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store

_NAMED_IN_OUTCOME = 100


class Documents:
    """The documents of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keys(
        self,
        corpus: str,
        *,
        search: str = "",
        status: Status | None = None,
        order: str = "import",
        descending: bool = False,
    ) -> array[int]:
        """Keys of the living documents that fit, in order.

        Args:
            corpus: uid.
            search: words that the title must hold, without regard to case, diacritics and tones, and
                conditions as `annotator.model.wishes` has them.
            status: only documents of that status.
            order: "import", "title", "status" or "spans"; equal ones stay in import order.
            descending: the other way round.
        """
        with self._store.reading() as view:
            home, wish = corpus_key(view, corpus), wish_of(search)
            found = view.lists.keys(
                home, search=wish.words, status=status, order=order, descending=descending
            )
            return narrowed(view, home, found, wish.conditions)

    def rows(self, keys: Sequence[int]) -> list[DocumentRow]:
        """The rows of these keys, in their order; those no longer living are left out."""
        with self._store.reading() as view:
            return view.lists.rows(keys)

    def counts(self, corpus: str) -> StatusCounts:
        """How many living documents there are in each status."""
        with self._store.reading() as view:
            return view.lists.counts(corpus_key(view, corpus))

    def key_of(self, uid: str) -> int:
        """The key by which lists know a document.

        Raises:
            UserError: there is none of that uid.
        """
        with self._store.reading() as view:
            return document_key(view, uid)

    def living_key(self, uid: str) -> int | None:
        """The key of a document that can be worked on; None if it or its corpus is gone or in a bin."""
        with self._store.reading() as view:
            key = view.documents.key_of(uid)
            if key is None:
                return None
            version = view.documents.version(key)
            return None if version.binned or view.corpora.is_binned(version.corpus) else key

    def open(
        self,
        uid: str,
        annotator_uid: str | None = None,
        on_their_way: Callable[[], Sequence[str]] = tuple,
    ) -> OpenDocument:
        """A document with one annotator's layer.

        Of nobody in particular: the library's own layer if there is one, else the only one of a person or
        source, so that what came with a file is seen and gone on with; else the own, empty one. What another
        person labelled at this very desk is not shown unasked: two who label the same text do it apart.
        Where nothing may be suggested (`OpenDocument.is_spared`) layers of machines are not there, and who
        asks for one gets what opens by itself.

        Args:
            uid: the document.
            annotator_uid: whose layer.
            on_their_way: called when the state that is read stands fixed; uids of steps that may be in it.

        Raises:
            UserError: there is no such document or annotator.
        """
        with self._store.reading() as view:
            opened = self._open(view, document_key(view, uid), annotator_uid)
            return replace(opened, seen=view.steps.present(on_their_way()))

    def _open(self, view: Repositories, key: int, annotator_uid: str | None) -> OpenDocument:
        document = view.documents.get(key)
        own = view.people.by_key(self._store.actor)
        home = corpus_key(view, document.corpus)
        layers = view.layers.of_documents([key]).get(key, [])
        if is_spared := self._is_spared(view, home, document.uid):
            layers = [layer for layer in layers if layer.annotator.kind is not AnnotatorKind.MACHINE]
        owner, owner_key = _annotator(view, annotator_uid or self._whose(view, key, layers, own))
        if is_spared and owner.kind is AnnotatorKind.MACHINE:
            owner, owner_key = _annotator(view, self._whose(view, key, layers, own))
        shown = view.aliases.layers(key, owner_key)
        state = LayerState(len(document.text))
        if shown.status is not None:
            spans = view.spans.of_layers(shown.keys, view.labels.all_uids(home))
            state = LayerState.of(len(document.text), spans, shown.status)
        return OpenDocument(
            document,
            owner,
            state,
            list(view.labels.usable(home).values()),
            layers,
            own,
            view.steps.newest(),
            frozenset(),
            is_spared=is_spared,
        )

    def _is_spared(self, view: Repositories, home: int, document: str) -> bool:
        """Whether nothing may be suggested on a document (its uid) to who is at the desk."""
        rounds = view.rounds.naming(home, document)
        if not rounds:
            return False
        person = uids_of(view, view.people.by_key(self._store.actor).uid)
        return any(each.spares(document, person) for each in rounds)

    @staticmethod
    def _whose(view: Repositories, document: int, layers: Sequence[Layer], own: Annotator) -> str:
        """Whose layer opens by itself; not that of another person who labels at this desk."""
        found = whose_layer(layers, own)
        person = None if found == own.uid else view.people.living(found)
        if person is None or person.kind is not AnnotatorKind.PERSON:
            return found
        was_made_here = view.layers.was_made_by_its_owner(document, view.people.living_key(found))
        return own.uid if was_made_here else found

    def add(
        self, corpus: str, title: str, text: str, metadata: Mapping[str, str] | None = None
    ) -> Outcome[Document]:
        """Store a text as a document; a text the corpus holds already is recognised and given back.

        Raises:
            UserError: the text is empty or holds half a character (a lone surrogate).
        """
        _check_text(text)
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            known = unit.documents.with_text(home, text_sha256(text))
            if known is not None and not known[1]:
                found = unit.documents.get(known[0])
                return Outcome(found, documents=(found.uid,))
            document = Document(new_uid(), corpus, title, text, dict(metadata or {}))
            step = unit.step(
                "document.add",
                say("Document {title} added", title=title),
                corpus_key=home,
                document=document.uid,
            )
            if known is None:
                key = unit.documents.add(document, home, step)
                unit.projection.mark([key])
            else:
                key = known[0]
                unit.projection.mark([key])
                unit.documents.set_binned([key], step, binned=False)
            unit.projection.refresh()
            made = unit.documents.get(key)
            return Outcome(made, Touched.DOCUMENTS | Touched.CORPORA, (made.uid,), unit.commit())

    def rename(self, uid: str, title: str) -> Outcome[None]:
        """Give a document another title."""
        with self._store.saving() as unit:
            key = document_key(unit, uid)
            version = unit.documents.version(key)
            if version.title == title:
                return Outcome(None)
            step = unit.step(
                "document.rename",
                say("Document {old} renamed to {new}", old=version.title, new=title),
                corpus_key=version.corpus,
                document=uid,
            )
            unit.projection.mark([key])
            unit.documents.change(key, step, title=title)
            unit.projection.refresh()
            return Outcome(None, Touched.DOCUMENTS, (uid,), unit.commit())

    def bin(self, uids: Sequence[str]) -> Outcome[int]:
        """Put documents into the bin; how many were not there yet."""
        return self._move(uids, binned=True)

    def unbin(self, uids: Sequence[str]) -> Outcome[int]:
        """Take documents out of the bin; how many were in it.

        Raises:
            UserError: a living document of the corpus has the text of one of them.
        """
        return self._move(uids, binned=False)

    def _move(self, uids: Sequence[str], *, binned: bool) -> Outcome[int]:
        warnings = Backups(self._store).before_bulk() if len(uids) >= MANY else ()
        with self._store.saving() as unit:
            keys = []
            for uid in uids:
                key = document_key(unit, uid)
                version = unit.documents.version(key)
                if bool(version.binned) != binned:
                    keys.append(key)
                    home = version.corpus
                    if not binned:
                        _check_alone(unit, home, version.text_sha256)
            if not keys:
                return Outcome(0)
            step = unit.step(
                "document.bin" if binned else "document.unbin",
                _move_summary(len(keys), binned=binned),
                corpus_key=home,
                document=uids[0] if len(uids) == 1 else None,
            )
            unit.projection.mark(keys)
            unit.documents.set_binned(keys, step, binned=binned)
            unit.projection.refresh()
            named = tuple(uids) if len(uids) <= _NAMED_IN_OUTCOME else ()
            touched = Touched.DOCUMENTS | Touched.CORPORA | Touched.LABELS
            return Outcome(len(keys), touched, named, unit.commit(), warnings)

    def binned(self, corpus: str) -> list[DocumentRow]:
        """Documents of a corpus that lie in the bin."""
        with self._store.reading() as view:
            return view.lists.binned(corpus_key(view, corpus))

    def next_unfinished(self, corpus: str, after_uid: str | None = None, search: str = "") -> str | None:
        """Uid of the next document that is not done, from the top again at the end; None when all are.

        Args:
            corpus: uid.
            after_uid: the document behind which to begin, in import order.
            search: as of `keys`; only documents that fit are looked at.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            after = 0 if after_uid is None else (view.documents.key_of(after_uid) or 0)
            if not search:
                return view.lists.next_unfinished(home, after)
        fitting = self.keys(corpus, search=search)
        done = set(self.keys(corpus, status=Status.DONE))
        left = [key for key in fitting if key not in done and key != after]
        chosen = [*(key for key in left if key > after), *left][:1]
        return next((row.uid for row in self.rows(chosen)), None)

    def neighbour(self, corpus: str, uid: str, step: int) -> str | None:
        """Uid of the document `step` places on (or back, below 0) in import order; None beyond the ends."""
        with self._store.reading() as view:
            return view.lists.neighbour(corpus_key(view, corpus), document_key(view, uid), step)

    def listing(self, corpus: str) -> Iterator[ListedDocument]:
        """Every living document in import order with its layers, read in pages of one consistent state."""
        with self._store.reading() as view:
            for page in view.lists.pages(corpus_key(view, corpus)):
                layers = view.layers.of_documents([row.document for row in page])
                for row in page:
                    yield ListedDocument(
                        row.uid,
                        row.title,
                        row.characters,
                        STATUSES[row.status],
                        tuple(layers.get(row.document, ())),
                        load_json(row.metadata),
                    )


def whose_layer(layers: Sequence[Layer], own: Annotator) -> str:
    """Uid of the annotator whose layer is opened when nobody is asked for."""
    people = [layer.annotator.uid for layer in layers if layer.annotator.kind in COUNTED]
    return people[0] if len(people) == 1 and own.uid not in people else own.uid


def _annotator(view: Repositories, uid: str) -> tuple[Annotator, int]:
    found = find_annotator(view, uid)
    key = None if found is None else view.people.key_of(found.uid)
    if found is None or key is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=uid))
    return found, key


def _check_text(text: str) -> None:
    if not text:
        raise UserError(say("The text is empty. Paste or open some text."))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UserError(
            say(
                "The text holds half a character at position {place}, which no file can keep.",
                place=error.start,
            )
        ) from error


def _check_alone(view: Repositories, home: int, sha256: str) -> None:
    known = view.documents.with_text(home, sha256)
    if known is not None and not known[1]:
        raise UserError(
            say("The corpus holds another document with this very text. Put that one into the bin first.")
        )


def _move_summary(count: int, *, binned: bool) -> Message:
    if binned:
        return say("{count} document put into the bin|{count} documents put into the bin", count=count)
    return say("{count} document taken out of the bin|{count} documents taken out of the bin", count=count)
