"""The floors of storage: the same rows by the plain driver, with nothing checked, kept or undoable."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from benchmarks.child import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.child import Result

_TABLES = """
CREATE TABLE document (id INTEGER PRIMARY KEY, uid TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE span (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, document INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, label TEXT NOT NULL
);
"""
_SOURCE = "084671d4-5b46-5626-9f19-02de3d59432a"
_TOKEN = regex.compile(r"\w+|[^\w\s]")


def import_rows(source: str, target: str) -> Result:
    """Parse every line, then insert all rows by `executemany` in one durable transaction."""
    clock = Clock()
    documents, spans = [], []
    with Path(source).open(encoding="utf-8") as lines:
        next(lines)
        for number, line in enumerate(lines):
            item = json.loads(line)
            documents.append((number, item["uid"], item["title"], item["text"]))
            spans += [(s["uid"], number, s["start"], s["end"], s["label"]) for s in item.get("spans", ())]
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.executescript(_TABLES)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO document VALUES (?, ?, ?, ?)", documents)
        connection.executemany(
            'INSERT INTO span (uid, document, start, "end", label) VALUES (?, ?, ?, ?, ?)', spans
        )
        connection.execute("COMMIT")
    return clock.result()


def add_index(target: str) -> Result:
    """The index that the ordered select of the export's floor reads by; not timed."""
    with closing(sqlite3.connect(target)) as connection:
        connection.execute('CREATE INDEX by_place ON span (document, start, "end" DESC)')
        connection.commit()
    return {}


def export_jsonl(source: str, target: str) -> Result:
    """Two ordered selects, one `json.dumps` a document."""
    clock = Clock()
    with Path(target).open("w", encoding="utf-8") as file:
        for uid, title, text, spans in _documents(source):
            found = [
                {"uid": span_uid, "start": start, "end": end, "label": label, "annotator": _SOURCE}
                for span_uid, start, end, label in spans
            ]
            line = {"uid": uid, "title": title, "text": text, "spans": found}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return clock.result()


def export_conll(source: str, target: str) -> Result:
    """Tokenise and align to outermost spans, a line a token."""
    clock = Clock()
    with Path(target).open("w", encoding="utf-8") as file:
        for _, _, text, spans in _documents(source):
            outer: list[tuple[int, int, str]] = []
            for _, start, end, label in spans:
                if not outer or start >= outer[-1][1]:
                    outer.append((start, end, label))
            file.write("\n".join(_lines(text, outer)) + "\n\n")
    return clock.result()


def _lines(text: str, outer: list[tuple[int, int, str]]) -> Iterator[str]:
    place = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while place < len(outer) and outer[place][1] <= start:
            place += 1
        if place < len(outer) and outer[place][0] < end:
            begin = "B" if outer[place][0] >= start else "I"
            yield f"{match.group()}\t{begin}-{outer[place][2]}"
        else:
            yield f"{match.group()}\tO"


def _documents(source: str) -> Iterator[tuple[str, str, str, list[tuple[str, int, int, str]]]]:
    """Two ordered selects walked side by side."""
    with closing(sqlite3.connect(source)) as connection:
        rows = connection.execute(
            'SELECT document, uid, start, "end", label FROM span ORDER BY document, start, "end" DESC'
        )
        row: tuple[Any, ...] | None = rows.fetchone()
        for number, uid, title, text in connection.execute(
            "SELECT id, uid, title, text FROM document ORDER BY id"
        ):
            spans = []
            while row is not None and row[0] == number:
                spans.append((row[1], row[2], row[3], row[4]))
                row = rows.fetchone()
            yield uid, title, text, spans
