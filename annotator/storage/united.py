"""Annotators that are one person: what reading must know so that two layers look like one.

An alias says that one annotator is another, the main one. Rows keep the annotator they were written with; a
reader shows one layer a document under the main one, and of spans that are equal one. Of the members of a
person the main one goes first, then the others in the order in which they came: the first one that has a
layer says its status, and of equal spans that of the first one is shown.

Where nobody is joined every fragment below is empty, so that each statement stays what it is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    Condition = Callable[[Sequence[int], int], str]

_PAIRS: Final = text(
    "SELECT w.id, m.id FROM annotator AS w "
    "JOIN alias_version AS a ON a.uid = w.uid AND a.to_step IS NULL AND a.kind = 'annotator' "
    "JOIN annotator AS m ON m.uid = a.main_uid "
    "JOIN annotator_version AS v ON v.annotator = m.id AND v.to_step IS NULL"
)
_LABEL_OF: Final = (
    "(SELECT coalesce({v}.merged_into, {v}.label) FROM label_version AS {v} WHERE {v}.to_step IS NULL "
    "AND {v}.label = {span}.label)"
)
_TWIN: Final = (
    "EXISTS (SELECT 1 FROM layer AS other_layer JOIN span_version AS other_span "
    "ON other_span.layer = other_layer.id AND other_span.to_step IS NULL AND other_span.start = s.start "
    'AND other_span."end" = s."end" AND other_span.parts = s.parts '
    f"WHERE other_layer.document = l.document AND other_layer.annotator IN ({{before}}) AND "
    f"{_LABEL_OF.format(v='ov', span='other_span')} = {_LABEL_OF.format(v='sv', span='s')})"
)
_FIRST: Final = (
    "(SELECT other_layer.id FROM layer AS other_layer JOIN layer_version AS other_state "
    "ON other_state.layer = other_layer.id AND other_state.to_step IS NULL "
    "WHERE other_layer.document = l.document AND other_layer.annotator IN ({before}) "
    "ORDER BY other_layer.annotator <> {main}, other_layer.annotator LIMIT 1)"
)


@dataclass(frozen=True)
class United:
    """Who is whom, by keys.

    Attributes:
        mains: key of each annotator that was joined to another -> key of the main one, which is none of them.
    """

    mains: Mapping[int, int]

    @classmethod
    def read(cls, connection: Connection) -> United:
        """As it is now."""
        pairs = {row[0]: row[1] for row in connection.execute(_PAIRS)}
        found = {key: _end(key, pairs) for key in pairs}
        return cls({key: main for key, main in found.items() if key != main})

    def main(self, key: int) -> int:
        """The main one of an annotator: itself where it was joined to nobody."""
        return self.mains.get(key, key)

    @cached_property
    def groups(self) -> dict[int, list[int]]:
        """Members by main one, that one first."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for key in sorted(self.mains):
            found[self.mains[key]].append(key)
        return {main: [main, *others] for main, others in found.items()}

    def members(self, key: int) -> list[int]:
        """All that are the same person as an annotator, the main one first."""
        main = self.main(key)
        return self.groups.get(main, [main])

    def everyone(self, keys: Iterable[int]) -> list[int]:
        """These annotators with all that are the same persons."""
        return list(dict.fromkeys(member for key in keys for member in self.members(key)))

    def is_shared(self, key: int) -> bool:
        """Whether an annotator is joined with another one."""
        return key in self.mains or key in self.groups

    def not_twin(self) -> str:
        """SQL behind WHERE …: the span `s` of layer `l` is not one of equal ones that is left out."""
        return self._none_of(lambda before, _: _TWIN.format(before=_listed(before)))

    def not_behind(self) -> str:
        """SQL behind WHERE …: no other layer on its document stands for the layer `l`."""
        return self._none_of(
            lambda before, main: f"{_FIRST.format(before=_listed(before), main=main)} IS NOT NULL"
        )

    def _none_of(self, condition: Condition) -> str:
        cases = [
            f"(l.annotator = {key} AND {condition(self._before(key), main)})"
            for key, main in self.mains.items()
        ]
        return f" AND NOT ({' OR '.join(cases)})" if cases else ""

    def layer(self) -> str:
        """SQL: key of the layer under which the layer `l` is shown."""
        cases = " ".join(
            f"WHEN {key} THEN coalesce({_FIRST.format(before=_listed(self._before(key)), main=main)}, l.id)"
            for key, main in self.mains.items()
        )
        return f"CASE l.annotator {cases} ELSE l.id END" if cases else "l.id"

    def _before(self, key: int) -> Sequence[int]:
        """The members that go before an annotator that was joined to another."""
        members = self.members(key)
        return members[: members.index(key)]


def _end(key: int, pairs: Mapping[int, int]) -> int:
    """Where a chain of aliases ends; of a ring, which merging may make, the one that came first."""
    seen = [key]
    while (following := pairs.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def _listed(keys: Collection[int]) -> str:
    return ", ".join(str(int(key)) for key in keys)
