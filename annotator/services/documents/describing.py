"""What is said about documents beside their text: title, tags and other metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.outcome import Outcome, Touched
from annotator.model.tags import TAGS, tags_of, with_tags
from annotator.services.lookup import corpus_key, document_key
from annotator.storage.types import dump_json, load_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.messages import Message
    from annotator.storage.store import Store

_MOST_NAMED: Final = 100
_LONGEST_NAME: Final = 200
_LONGEST_VALUE: Final = 10_000


class Describing:
    """Titles, tags and metadata of a library's documents."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def describe(self, uid: str, title: str, metadata: Mapping[str, str]) -> Outcome[None]:
        """Give a document this title and these metadata as one step.

        Raises:
            UserError: there is no such document, or title or metadata are not possible.
        """
        kept = _checked(metadata)
        words = " ".join(title.split())
        if not words:
            raise UserError(say("A document needs a title. Type one."))
        with self._store.saving() as unit:
            key = document_key(unit, uid)
            version = unit.documents.version(key)
            if version.title == words and load_json(version.metadata) == kept:
                return Outcome(None)
            step = unit.step(
                "document.describe",
                say("Title, tags or metadata of {title} changed", title=words),
                corpus_key=version.corpus,
                document=uid,
            )
            unit.projection.mark([key])
            unit.documents.change(key, step, title=words, metadata=dump_json(kept))
            unit.projection.refresh()
            return Outcome(None, Touched.DOCUMENTS, (uid,), unit.commit())

    def tags(self, corpus: str) -> dict[str, int]:
        """Every tag of the corpus's documents, in order, with the number of documents that carry it.

        Raises:
            UserError: there is no such corpus.
        """
        counts: dict[str, int] = {}
        with self._store.reading() as view:
            for tags in view.figures.tags(corpus_key(view, corpus)).values():
                for tag in tags:
                    counts[tag] = counts.get(tag, 0) + 1
        return dict(sorted(counts.items()))

    def retag(
        self, uids: Sequence[str], *, add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> Outcome[int]:
        """Give documents these tags and take those away, as one step; how many changed.

        Raises:
            UserError: there is no such document.
        """
        gone = {tag.casefold() for tag in remove}
        with self._store.saving() as unit:
            changed: dict[int, dict[str, str]] = {}
            home = 0
            for uid in uids:
                key = document_key(unit, uid)
                version = unit.documents.version(key)
                before = load_json(version.metadata)
                tags = [tag for tag in tags_of(before) if tag.casefold() not in gone]
                after = _checked(with_tags(before, [*tags, *add]))
                if after != before:
                    changed[key], home = after, version.corpus
            if not changed:
                return Outcome(0)
            step = unit.step("document.describe", _retagged(len(changed), add, remove), corpus_key=home)
            unit.projection.mark(list(changed))
            for key, metadata in changed.items():
                unit.documents.change(key, step, metadata=dump_json(metadata))
            unit.projection.refresh()
            return Outcome(len(changed), Touched.DOCUMENTS, _named(uids), unit.commit())


def _named(uids: Sequence[str]) -> tuple[str, ...]:
    return tuple(uids) if len(uids) <= _MOST_NAMED else ()


def _retagged(count: int, add: Sequence[str], remove: Sequence[str]) -> Message:
    if add and not remove:
        return say(
            "{count} document tagged {tags}|{count} documents tagged {tags}", count=count, tags=", ".join(add)
        )
    if remove and not add:
        return say(
            "{count} document no longer tagged {tags}|{count} documents no longer tagged {tags}",
            count=count,
            tags=", ".join(remove),
        )
    return say("Tags of {count} document changed|Tags of {count} documents changed", count=count)


def _checked(metadata: Mapping[str, str]) -> dict[str, str]:
    """The metadata as they are kept: names trimmed, empty values left out.

    Raises:
        UserError: a value without a name, or one that is too long.
    """
    kept: dict[str, str] = {}
    for given, value in with_tags(metadata, tags_of(metadata)).items():
        name = " ".join(given.split())
        if not name and value.strip():
            raise UserError(say("The value {value} needs a name before it.", value=value[:60]))
        if len(name) > _LONGEST_NAME or len(value) > _LONGEST_VALUE:
            raise UserError(
                say(
                    "Metadata may have names of 200 and values of 10,000 characters at most. Shorten {name}.",
                    name=name[:60],
                )
            )
        if name in kept:
            raise UserError(say("The name {name} is there twice. Rename or remove one.", name=name))
        if name and (value.strip() or name == TAGS):
            kept[name] = value.strip()
    return kept
