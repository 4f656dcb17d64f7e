"""The floors of storage: the same rows by the plain driver, with nothing checked, kept or undoable.

What "the same rows" are for an import. `import_rows` writes the rows that a library holds after it: every
column of documents, layers and spans (range, label, covered words, origin, the step they belong to ...), for
whoever promises these columns must write them. The tables are plain ones in WAL form; the only indexes are
the unique ones on the uids of documents, layers and spans, without which no store could say that a uid is
taken.
Nothing is computed: hashes, folded titles and sort keys are constants or the title itself; ranges are not
checked, no place is kept unique, nothing is counted, digested or undoable, no label is looked up, there is no
step. Those are what an import does beyond the floor, and they are timed as part of it, as are the start of
the program, the commit and the closing of the library.

`import_bare` is the least that could be called an import: uid, title and text, and uid, range and label, in
tables without any index. It is told beside, and the floors of the exports read what it wrote.

What "tokenise and align" is for CoNLL. `export_conll` writes the rows of a CoNLL file as our contract has it:
`# newdoc id`, sentences with their `# text`, a blank line between them, for whoever promises these writes
them. Sentences are what one pattern parts at `.`, `!`, `?`, `…` and line ends; nesting is looked at for the
outermost only, no loss is counted or told, no span is kept in one sentence, nothing is checked.
`export_conll_unparted` is the loop without sentences and comments, told beside.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from contextlib import closing
from operator import itemgetter
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
_SAME_COLUMNS = {
    "document": "uid, length, text_sha256, fold_sha256, text",
    "document_version": "document, corpus, title, title_folded, title_sort, metadata, text_sha256, binned, "
    "from_step",
    "layer": "uid, document, annotator",
    "layer_version": "layer, status, based_on, from_step",
    "span_version": 'uid, layer, start, "end", parts, label, note, flags, origin, suggestion_uid, from_step, '
    "covered",
}
_UNIQUE = ("document", "layer", "span_version")
_SAME_TABLES = "".join(
    f"CREATE TABLE {name} (id INTEGER PRIMARY KEY, {columns});" for name, columns in _SAME_COLUMNS.items()
) + "".join(f"CREATE UNIQUE INDEX {name}_uid ON {name} (uid);" for name in _UNIQUE)
_PLAIN = ("", "", "import", "", 2)
"""Note, flags, origin, suggestion and step of a span."""
_HASH = "0123456789abcdef" * 4
_SOURCE = "084671d4-5b46-5626-9f19-02de3d59432a"
TOKEN = regex.compile(r"\w+|[^\w\s]")
SENTENCE = regex.compile(r"\S.*?(?:[.!?…]+(?=\s|$)|$)", regex.MULTILINE)


def import_rows(source: str, target: str) -> Result:
    """Parse every line, then insert all that a library would hold, in one durable transaction."""
    clock = Clock()
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in _SAME_COLUMNS}
    for number, item in enumerate(_items(source), 1):
        text, title = item["text"], item["title"]
        rows["document"].append((item["uid"], len(text), _HASH, _HASH, text))
        rows["document_version"].append((number, 1, title, title, title, "{}", _HASH, 0, 2))
        rows["layer"].append((f"{_HASH[:28]}{number:08}", number, 1))
        rows["layer_version"].append((number, "in-progress", "", 2))
        rows["span_version"] += [
            (s["uid"], number, s["start"], s["end"], "", s["label"], *_PLAIN, text[s["start"] : s["end"]])
            for s in item.get("spans", ())
        ]
    with closing(_durable(target)) as connection:
        connection.executescript(_SAME_TABLES)
        connection.execute("BEGIN IMMEDIATE")
        for name, columns in _SAME_COLUMNS.items():
            marks = ", ".join("?" * (columns.count(",") + 1))
            connection.executemany(f"INSERT INTO {name} ({columns}) VALUES ({marks})", rows[name])
        connection.execute("COMMIT")
    return clock.result()


def import_bare(source: str, target: str) -> Result:
    """Parse every line, then insert documents and spans in two tables, in one durable transaction."""
    clock = Clock()
    documents, spans = [], []
    for number, item in enumerate(_items(source)):
        documents.append((number, item["uid"], item["title"], item["text"]))
        spans += [(s["uid"], number, s["start"], s["end"], s["label"]) for s in item.get("spans", ())]
    with closing(_durable(target)) as connection:
        connection.executescript(_TABLES)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO document VALUES (?, ?, ?, ?)", documents)
        connection.executemany(
            'INSERT INTO span (uid, document, start, "end", label) VALUES (?, ?, ?, ?, ?)', spans
        )
        connection.execute("COMMIT")
    return clock.result()


def _items(source: str) -> Iterator[dict[str, Any]]:
    """The documents of an own JSONL file, without its head."""
    with Path(source).open(encoding="utf-8") as lines:
        next(lines)
        yield from map(json.loads, lines)


def _durable(target: str) -> sqlite3.Connection:
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


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
        for uid, title, text, spans in documents(source):
            found = [
                {"uid": span_uid, "start": start, "end": end, "label": label, "annotator": _SOURCE}
                for span_uid, start, end, label in spans
            ]
            line = {"uid": uid, "title": title, "text": text, "spans": found}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return clock.result()


def export_conll(source: str, target: str) -> Result:
    """Tokenise and align to outermost spans, a line a token, by sentences as our own file has them."""
    clock = Clock()
    with Path(target).open("w", encoding="utf-8") as file:
        for uid, _, text, spans in documents(source):
            outer = outermost(spans)
            file.write(f"# newdoc id = {uid}\n")
            for sentence in SENTENCE.finditer(text):
                words = sentence.group().rstrip()
                file.write(f"# text = {words}\n")
                file.write("\n".join(token_lines(text, outer, sentence.start(), sentence.end())) + "\n\n")
    return clock.result()


def export_conll_unparted(source: str, target: str) -> Result:
    """Tokenise and align to outermost spans, a line a token, and no more: a document is one block."""
    clock = Clock()
    with Path(target).open("w", encoding="utf-8") as file:
        file.writelines(
            "\n".join(token_lines(text, outermost(spans), 0, len(text))) + "\n\n"
            for _, _, text, spans in documents(source)
        )
    return clock.result()


def outermost(spans: list[tuple[str, int, int, str]]) -> list[tuple[int, int, str]]:
    outer: list[tuple[int, int, str]] = []
    for _, start, end, label in spans:
        if not outer or start >= outer[-1][1]:
            outer.append((start, end, label))
    return outer


def token_lines(text: str, outer: list[tuple[int, int, str]], first: int, last: int) -> Iterator[str]:
    place = bisect_right(outer, first, key=itemgetter(1))
    for match in TOKEN.finditer(text, first, last):
        start, end = match.span()
        while place < len(outer) and outer[place][1] <= start:
            place += 1
        if place < len(outer) and outer[place][0] < end:
            begin = "B" if outer[place][0] >= start else "I"
            yield f"{match.group()}\t{begin}-{outer[place][2]}"
        else:
            yield f"{match.group()}\tO"


def documents(source: str) -> Iterator[tuple[str, str, str, list[tuple[str, int, int, str]]]]:
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
