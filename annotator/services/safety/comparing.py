"""How a copy differs from the library, before anything happens: documents, spans, labels, corpora by name."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.difference import (
    Aspect,
    Change,
    Difference,
    DocumentDifference,
    Holding,
    NamedDifference,
    SpanDifference,
)
from annotator.model.tags import tags_of, with_tags
from annotator.storage.copies import backups
from annotator.storage.copies.side_by_side import Content, Held
from annotator.storage.file.opening import open_copy
from annotator.storage.replica import read_settings
from annotator.storage.types import load_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.formats.base import Progress
    from annotator.storage.copies.side_by_side import HeldCorpus, HeldDocument, HeldSpan
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store

_LOT: Final = 200
"""Documents that are read together from both sides."""
_SHOWN: Final = 80
_NOTHING: Final = Content({}, set())


@contextlib.contextmanager
def copy_of(store: Store, file: str) -> Iterator[Repositories]:
    """The library that a file holds, for reading, if it is a copy of the open one.

    Raises:
        EnvironmentProblem: it is no sound library, or changed since it was made.
        UserError: it is a copy of another library.
    """
    path = Path(file)
    with store.reading() as view:
        uid = read_settings(view.connection)["uid"]
    backups.require_unchanged(path)
    with contextlib.closing(open_copy(path)) as copy, copy.reading() as found:
        if read_settings(found.connection)["uid"] != uid:
            raise UserError(
                say(
                    "{path} is a copy of another library, so the two cannot be compared. Open it on its own, "
                    "and import what you need from an export of it.",
                    path=file,
                )
            )
        yield found


def compare(copy: Repositories, library: Repositories, path: str, progress: Progress) -> Difference:
    """Lay both beside each other.

    Args:
        copy: of the library.
        library: as it is now.
        path: of the copy.
        progress: called with documents looked at and all of them.
    """
    then, now = Held(copy.connection), Held(library.connection)
    return Difference(
        path,
        _holding(copy, then),
        _holding(library, now),
        tuple(_documents(then, now, progress)),
        tuple(_labels(then, now)),
        tuple(_corpora(then, now)),
    )


def _holding(view: Repositories, held: Held) -> Holding:
    documents, spans, steps = backups.figures(view.connection)
    return Holding(documents, spans, len(held.labels()), steps)


def _documents(then: Held, now: Held, progress: Progress) -> Iterator[DocumentDifference]:
    before, after = then.documents(), now.documents()
    uids = list(dict.fromkeys([*after, *before]))
    for first in range(0, len(uids), _LOT):
        progress(first, len(uids))
        lot = uids[first : first + _LOT]
        contents = [
            held.contents([rows[uid].key for uid in lot if uid in rows])
            for held, rows in ((then, before), (now, after))
        ]
        for uid in lot:
            sides = before.get(uid), after.get(uid)
            on = [
                _NOTHING if row is None else found[row.key]
                for row, found in zip(sides, contents, strict=True)
            ]
            difference = _document(uid, sides, on)
            if difference is not None:
                yield difference
    progress(len(uids), len(uids))


def _document(
    uid: str, sides: tuple[HeldDocument | None, HeldDocument | None], on: Sequence[Content]
) -> DocumentDifference | None:
    """How one document differs; None when it does not, or lies in the bin on both sides."""
    was, now = sides
    was_there, is_there = _there(_lies(was), _lies(now))
    shown = now or was
    if shown is None or not (was_there or is_there):
        return None
    then, here = (each if there else _NOTHING for each, there in zip(on, (was_there, is_there), strict=True))
    kinds = [kind for kind, _ in span_changes(then.spans, here.spans)]
    both = (was, now) if was is not None and now is not None and was_there and is_there else None
    aspects = () if both is None else _aspects(*both, then, here)
    has_other_text = both is not None and both[0].sha256 != both[1].sha256
    if both and not (kinds or aspects or has_other_text):
        return None
    gained, lost, changed = (kinds.count(kind) for kind in (Change.GAINED, Change.LOST, Change.CHANGED))
    return DocumentDifference(
        Change.CHANGED if both else Change.GAINED if was_there else Change.LOST,
        uid,
        shown.title,
        shown.corpus_name,
        gained,
        lost,
        changed,
        is_binned=now is not None and now.is_binned,
        has_other_text=has_other_text,
        aspects=aspects,
        was_binned=was is not None and was.is_binned,
    )


def _there(was: bool | None, now: bool | None) -> tuple[bool, bool]:
    """Whether the copy and the library hold a thing that lies in the bin there, or not; None: it is nowhere.

    What lies in the library's bin is not held by it. The copy's bin counts as far as the library holds the
    thing, which is then compared, or deleted it for ever: it can come back from nowhere else.
    """
    return was is False or (was is True and now is not True), now is False


def _lies(row: HeldDocument | HeldCorpus | None) -> bool | None:
    """Whether a thing lies in the bin; None when it is nowhere."""
    return None if row is None else row.is_binned


def _aspects(was: HeldDocument, now: HeldDocument, then: Content, here: Content) -> tuple[Aspect, ...]:
    """What differs of a document that both hold, besides its text and spans."""
    metadata, metadata_now = load_json(was.said[1]), load_json(now.said[1])
    kinds = {row[0] for row in then.beside ^ here.beside}
    differs = {
        Aspect.TITLE: was.said[0] != now.said[0],
        Aspect.TAGS: tags_of(metadata) != tags_of(metadata_now),
        Aspect.METADATA: with_tags(metadata, ()) != with_tags(metadata_now, ()),
        Aspect.STATUS: "layer" in kinds,
        Aspect.COMMENTS: "comment" in kinds,
        Aspect.DECISIONS: "decision" in kinds,
    }
    return tuple(aspect for aspect, is_other in differs.items() if is_other)


def span_changes(then: Mapping[str, HeldSpan], now: Mapping[str, HeldSpan]) -> Iterator[tuple[Change, str]]:
    """What going back would do to which span, by uid."""
    for uid, span in then.items():
        if uid not in now:
            yield Change.GAINED, uid
        elif now[uid] != span:
            yield Change.CHANGED, uid
    for uid in now.keys() - then.keys():
        yield Change.LOST, uid


def span_differences(copy: Repositories, library: Repositories, document: str) -> list[SpanDifference]:
    """The spans of a document that differ, by place; none where neither holds it.

    Args:
        copy: of the library.
        library: as it is now.
        document: uid.
    """
    spans: list[Mapping[str, HeldSpan]] = []
    words: list[Mapping[str, tuple[str, str, str]]] = []
    keys = [view.documents.key_of(document) for view in (copy, library)]
    is_there = _there(_is_binned(copy, keys[0]), _is_binned(library, keys[1]))
    for view, key, is_held in zip((copy, library), keys, is_there, strict=True):
        held = Held(view.connection)
        spans.append(held.contents([key])[key].spans if key is not None and is_held else {})
        words.append(held.words(key) if key is not None and is_held else {})
    found = [_span(change, uid, spans, words) for change, uid in span_changes(*spans)]
    return sorted(found, key=lambda each: (each.start, each.change.value, each.words))


def _is_binned(view: Repositories, key: int | None) -> bool | None:
    """Whether a document lies in the bin, by itself or with its corpus; None when it is nowhere."""
    if key is None:
        return None
    version = view.documents.version(key)
    return bool(version.binned) or view.corpora.is_binned(version.corpus)


def _span(
    change: Change,
    uid: str,
    spans: Sequence[Mapping[str, HeldSpan]],
    words: Sequence[Mapping[str, tuple[str, str, str]]],
) -> SpanDifference:
    side = 1 if change is Change.LOST else 0
    covered, label, annotator = words[side][uid]
    now, now_label = words[1][uid][:2] if change is Change.CHANGED else ("", "")
    return SpanDifference(
        change, spans[side][uid].start, _short(covered), label, annotator, _short(now), now_label
    )


def _short(covered: str) -> str:
    return covered if len(covered) <= _SHOWN else f"{covered[: _SHOWN - 1]}…"


def _labels(then: Held, now: Held) -> Iterator[NamedDifference]:
    before, after = then.labels(), now.labels()
    for key in dict.fromkeys([*after, *before]):
        was, here = before.get(key), after.get(key)
        shown = here or was
        if shown is None or (was is not None and here is not None and was.said == here.said):
            continue
        other = was.name if was is not None and was.name != shown.name else ""
        yield NamedDifference(_change(was, here), key[1], shown.name, shown.corpus_name, other)


def _corpora(then: Held, now: Held) -> Iterator[NamedDifference]:
    before, after = then.corpora(), now.corpora()
    for uid in dict.fromkeys([*after, *before]):
        sides = before.get(uid), after.get(uid)
        is_there = _there(_lies(sides[0]), _lies(sides[1]))
        was, here = (each if held else None for each, held in zip(sides, is_there, strict=True))
        shown = here or was
        if shown is None or (was is not None and here is not None and was[:2] == here[:2]):
            continue
        other = was.name if was is not None and was.name != shown.name else ""
        yield NamedDifference(_change(was, here), uid, shown.name, shown.name, other)


def _change(was: object | None, here: object | None) -> Change:
    if was is None:
        return Change.LOST
    return Change.GAINED if here is None else Change.CHANGED
