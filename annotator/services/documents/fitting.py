"""Which documents fulfil the conditions of a search in the document list."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from annotator.model.document import Status
from annotator.model.span import FLAGS
from annotator.model.wishes import About, wish_of
from annotator.text.fold import fold
from annotator.text.matching import Wanted, matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.wishes import Condition
    from annotator.storage.repositories import Repositories

NO_LABEL: Final = "none"
"""What stands for no label at all, in `label:none`."""


def listed(view: Repositories, home: int, search: str, status: Status | None = None) -> frozenset[int]:
    """Keys of the living documents of a corpus that fit a search, as the document list has it."""
    wish = wish_of(search)
    found = view.lists.keys(home, search=wish.words, status=status, order="import", descending=False)
    return frozenset(narrowed(view, home, found, wish.conditions))


def narrowed(view: Repositories, home: int, keys: array[int], conditions: Sequence[Condition]) -> array[int]:
    """Those of the keys whose documents fulfil all conditions, in their order."""
    for condition in conditions:
        fitting = _fitting(view, home, keys, condition)
        keys = array("q", (key for key in keys if (key in fitting) is not condition.is_not))
    return keys


def _fitting(view: Repositories, home: int, keys: array[int], condition: Condition) -> set[int]:
    value = condition.value
    match condition.about:
        case About.TEXT:
            return _with_words(view, home, keys, value)
        case About.LABEL:
            return _with_label(view, home, keys, value)
        case About.IS:
            return _being(view, home, fold(value))
        case About.HAS:
            return _having(view, home, fold(value))
        case About.BY:
            return _by(view, value)
        case About.TAG:
            return view.conditions.with_tag(home, value)
        case About.METADATA:
            return view.conditions.with_metadata(home, condition.name, value)


def _with_words(view: Repositories, home: int, keys: array[int], words: str) -> set[int]:
    if not fold(words).strip():
        return set(keys)
    finder = matcher(Wanted(words, words=False, case=False, diacritics=False))
    rows = view.search.texts(home, finder.probe, documents=keys if len(keys) <= _FEW else None)
    return {row.key for row in rows if finder.find_all(row.text)}


def _with_label(view: Repositories, home: int, keys: array[int], name: str) -> set[int]:
    if fold(name) == NO_LABEL:
        return set(keys) - view.conditions.with_spans(home)
    chosen = [
        key for key, label in view.labels.usable(home).items() if fold(label.name).startswith(fold(name))
    ]
    carried = {each for key in chosen for each in view.labels.carried(key)}
    return view.conditions.with_label(carried) if carried else set()


def _being(view: Repositories, home: int, word: str) -> set[int]:
    if word in {status.value for status in Status}:
        return view.conditions.with_status(home, word)
    return view.conditions.with_flag(word) if word in FLAGS else set()


def _having(view: Repositories, home: int, word: str) -> set[int]:
    if word.startswith("note"):
        return view.conditions.with_note()
    return view.conditions.with_spans(home) if word.startswith("span") else set()


def _by(view: Repositories, name: str) -> set[int]:
    begins = fold(name)
    owners = [key for key, person in view.people.all().items() if fold(person.name).startswith(begins)]
    return view.conditions.with_layer(owners) if owners else set()


_FEW: Final = 2_000
"""So many documents are named to the database; more are looked for in the whole corpus."""
