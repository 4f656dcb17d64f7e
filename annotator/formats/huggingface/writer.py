"""Hugging Face: a row a document with its tokens and their tags as numbers, and the names of the numbers.

`ner_tags` holds the tags, `ner_tags_1` and so on further columns for nested spans. `text` is the article as
it is stored, by which everything is read back to the last character. A folder has the rows in `data.jsonl`
and the features in `dataset_info.json`; a Parquet file has both.
"""

from __future__ import annotations

import json
from importlib import import_module
from itertools import islice
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from annotator.errors import UserError
from annotator.formats.tagged.tagging import Tagging
from annotator.formats.tagged.tags import OUTSIDE, SCHEMES, escape_label, put_tags
from annotator.formats.tagged.tokens import tokeniser
from annotator.formats.unnamed import telling_empty
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.formats.base import Folder, LossReport, OutgoingDocument, OutgoingHead, WriteOptions
    from annotator.formats.tagged.tags import Chunk

    Row = dict[str, Any]

TAGS: Final = "ner_tags"
"""Name of the first column of tags; the others have a number behind it."""
DATA: Final = "data.jsonl"
INFO: Final = "dataset_info.json"
_WORD: Final = {"_type": "Value", "dtype": "string"}
_TEXTS: Final = ("id", "metadata", "text", "title")
_BATCH: Final = 200


def write_folder(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    folder: Folder,
    options: WriteOptions,
    losses: LossReport,
) -> None:
    """Write the rows, and the features beside them; what tags cannot hold goes into `losses`.

    Raises:
        UserError: an option has no such value, words cannot be found, or spans overlap and that was to be
        refused.
    """
    table = _Table(head, options, losses)
    with folder.file(DATA) as stream:
        for row in table.rows(telling_empty(documents, losses)):
            stream.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    with folder.file(INFO, holds_documents=False) as stream:
        info = {"features": table.features()}
        stream.write(json.dumps(info, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n")


def write(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    stream: BinaryIO,
    options: WriteOptions,
    losses: LossReport,
) -> None:
    """Write one Parquet file, features in its metadata.

    Raises:
        UserError: as `write_folder`, or the extra is missing.
    """
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise UserError(
            say(
                "Parquet needs the extra “parquet”: install it with pip install 'annotator[parquet]', or "
                "choose a folder."
            )
        ) from error
    table = _Table(head, options, losses)
    rows = table.rows(telling_empty(documents, losses))
    batch = list(islice(rows, _BATCH))
    schema = _schema(arrow, table)
    with parquet.ParquetWriter(stream, schema) as writer:
        while batch:
            writer.write_batch(arrow.RecordBatch.from_pylist(batch, schema=schema))
            batch = list(islice(rows, _BATCH))


def _schema(arrow: Any, table: _Table) -> Any:
    kinds = {name: arrow.string() for name in _TEXTS}
    kinds["tokens"] = arrow.list_(arrow.string())
    kinds |= {name: arrow.list_(arrow.int64()) for name in table.tag_columns()}
    info = json.dumps({"info": {"features": table.features()}}, ensure_ascii=False, sort_keys=True)
    return arrow.schema(sorted(kinds.items()), metadata={"huggingface": info})


class _Table:
    """Makes rows of documents, all with the same columns in the order of their names."""

    def __init__(self, head: OutgoingHead, options: WriteOptions, losses: LossReport) -> None:
        self._tagging = Tagging(head, options, losses)
        self._tokens = tokeniser(options.tokens)
        self._options = options
        self._labels = [label.name for label in head.labels]
        self._numbers_of: dict[int, dict[str, int]] = {}
        self._width = max(len(head.labels), 1) if options.nested == "per-label" else 1
        losses.note(say("Hugging Face files do not hold notes, flags and statuses."))
        if len(head.annotators) > 1:
            losses.note(say("Hugging Face files do not say which annotator marked a span."))

    def tag_columns(self) -> list[str]:
        """Their names; how many they are is known once the first row was given."""
        return [TAGS, *(f"{TAGS}_{number}" for number in range(1, self._width))]

    def features(self) -> dict[str, Any]:
        """The columns as `datasets` describes them."""
        found: dict[str, Any] = dict.fromkeys(_TEXTS, _WORD)
        found["tokens"] = {"_type": "Sequence", "feature": _WORD}
        for number, name in enumerate(self.tag_columns()):
            classes = {"_type": "ClassLabel", "names": self._names(number)}
            found[name] = {"_type": "Sequence", "feature": classes}
        return found

    def rows(self, documents: Iterable[OutgoingDocument]) -> Iterator[Row]:
        """A row for each document."""
        if self._options.nested != "levels":
            yield from map(self._row, documents)
            return
        with TemporaryFile() as file:  # how deep spans are nested is known only at the end
            for document in documents:
                row = self._row(document)
                file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
                self._width = max(self._width, sum(name.startswith(TAGS) for name in row))
            file.seek(0)
            for line in file:
                row = json.loads(line)
                outside = [0] * len(row["tokens"])
                yield dict(sorted((dict.fromkeys(self.tag_columns(), outside) | row).items()))

    def _row(self, outgoing: OutgoingDocument) -> Row:
        document = outgoing.document
        places = sorted({place for span in outgoing.spans for place in span[:2]})
        tokens = self._tokens(document.text, places)
        tagged = self._tagging.columns(outgoing, tokens)
        self._tagging.lose(outgoing, tagged)
        row: Row = {
            "id": document.uid,
            "metadata": json.dumps(dict(document.metadata), ensure_ascii=False, sort_keys=True),
            "text": document.text,
            "title": document.title,
            "tokens": tokens.texts,
        }
        for number, chunks in enumerate(tagged.columns):
            name = f"{TAGS}_{number}" if number else TAGS
            row[name] = self._numbers(chunks, number, len(tokens.texts))
        return dict(sorted(row.items()))

    def _numbers(self, chunks: Sequence[Chunk], column: int, count: int) -> list[int]:
        tags = [OUTSIDE] * count
        put_tags(tags, chunks, self._options.scheme)
        return list(map(self._number_of(column).__getitem__, tags))

    def _number_of(self, column: int) -> dict[str, int]:
        """Tag -> number, made when a column is first met."""
        if column not in self._numbers_of:
            self._numbers_of[column] = {name: number for number, name in enumerate(self._names(column))}
        return self._numbers_of[column]

    def _names(self, column: int) -> list[str]:
        """The tags of a column in the order of their numbers, those of unused labels too."""
        labels = self._labels
        if self._options.nested == "per-label":
            labels = labels[column : column + 1]
        scheme = self._options.scheme
        letters = dict.fromkeys(("B", "I") if scheme == "iob1" else SCHEMES[scheme])
        return [OUTSIDE, *(f"{letter}-{escape_label(label)}" for label in labels for letter in letters)]
