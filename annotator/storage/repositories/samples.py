"""Samples that were drawn to accept somebody's work, and what was found in them, kept in a corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotator.storage.repositories.kept import KeptRow, KeptRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

_KIND: Final = "sample"
_OF: Final = "sample"


class SampleRow(NamedTuple):
    """A living sample: `body` is what was drawn, `found` by uid the bodies of what was judged."""

    uid: str
    name: str
    body: Mapping[str, Any]
    found: Mapping[str, Mapping[str, Any]]


class SampleRows:
    """The living samples of a library. A judgement is a record of its own, so that it is one small step."""

    def __init__(self, connection: Connection) -> None:
        self._rows = KeptRows(connection, _KIND)

    def of(self, corpus_key: int) -> list[SampleRow]:
        """The samples of a corpus by name."""
        heads: list[tuple[KeptRow, Mapping[str, Any]]] = []
        found: dict[str, dict[str, Mapping[str, Any]]] = {}
        for row in self._rows.of(corpus_key):
            body = json.loads(row.body)
            if _OF in body:
                found.setdefault(body[_OF], {})[row.uid] = body
            else:
                heads.append((row, body))
        return [SampleRow(row.uid, row.name, body, found.get(row.uid, {})) for row, body in heads]

    def home(self, uid: str) -> int | None:
        """Key of the corpus that keeps a sample."""
        found = self._rows.home(uid)
        return None if found is None else found[0]

    def keep(self, corpus_key: int, uid: str, name: str, body: Mapping[str, Any], number: int) -> None:
        """Keep a sample under the running step `number`."""
        self._rows.keep(corpus_key, KeptRow(uid, name, _dumped(body)), number)

    def judge(self, corpus_key: int, sample: str, uid: str, body: Mapping[str, Any], number: int) -> None:
        """Keep a judgement, instead of the living one of its uid, under the running step `number`."""
        whole = {**body, _OF: sample}
        self._rows.keep(corpus_key, KeptRow(uid, f"{sample} {uid}", _dumped(whole)), number)

    def end(self, uids: Iterable[str], number: int) -> None:
        """End records under the running step `number`."""
        for uid in uids:
            self._rows.end(uid, number)


def _dumped(body: Mapping[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
