"""Rows of a Parquet file as plain values, a batch at a time, and what its metadata says of its columns."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NoReturn

from annotator.errors import FormatError
from annotator.formats.whole_file import refuse_empty
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Problems, ReadOptions, Source
    from annotator.messages import Message

_BATCH: Final = 100


class Table:
    """A Parquet file.

    Attributes:
        info: what `datasets` wrote of the columns into the metadata; empty if nothing.
        left_out: names of columns of values that are neither text, number nor time, which are not read.

    Raises:
        FormatError: it is none, is damaged, or the extra is missing.
    """

    def __init__(self, source: Source, options: ReadOptions, problems: Problems) -> None:
        self._problems = problems
        self._progress = options.progress
        try:
            self._arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
        except ImportError as error:
            raise FormatError(
                say(
                    "{file}: to read Parquet the extra “parquet” is needed: install it with pip install "
                    "'annotator[parquet]'. Nothing was imported.",
                    file=source.name,
                )
            ) from error
        refuse_empty(source)
        self._damage = (self._arrow.ArrowException, OSError, UnicodeDecodeError)
        try:
            self._file = parquet.ParquetFile(source.path)
            schema = self._file.schema_arrow
            plain = {field.name: _is_plain(self._arrow.types, field.type) for field in schema}
            self.info = _parsed((schema.metadata or {}).get(b"huggingface", b"{}"))
        except self._damage as error:
            self._refuse(error)
        self._columns = [name for name, is_plain in plain.items() if is_plain]
        self.left_out = frozenset(plain) - frozenset(self._columns)

    def rows(self) -> Iterator[tuple[Message, dict[str, Any]]]:
        """(place, row) of each row; times and decimal numbers are texts.

        Raises:
            FormatError: the file is damaged.
        """
        total = self._file.metadata.num_rows
        number = 0
        try:
            for batch in self._file.iter_batches(_BATCH, columns=self._columns):
                for row in batch.to_pylist():
                    number += 1
                    yield (
                        say("row {number}", number=number),
                        {name: _told(each) for name, each in row.items()},
                    )
                if self._progress:
                    self._progress(number, total)
        except self._damage as error:
            self._refuse(error)

    def _refuse(self, error: Exception) -> NoReturn:
        self._problems.refuse(
            say(
                "{file}: is no Parquet file, or it is damaged ({detail}). Nothing was imported.",
                file=self._problems.source,
                detail=str(error).partition("\n")[0].rstrip("."),
            )
        )


def _parsed(info: bytes) -> Any:
    try:
        return json.loads(info)
    except (ValueError, RecursionError):
        return {}


def _is_plain(types: Any, kind: Any) -> bool:
    """Whether values of an Arrow type can be told as text; lists and objects of plain ones too."""
    if types.is_temporal(kind) or types.is_decimal(kind):
        return True
    return _is_of_json(types, kind)


def _is_of_json(types: Any, kind: Any) -> bool:
    if types.is_list(kind) or types.is_large_list(kind) or types.is_dictionary(kind):
        return _is_of_json(types, kind.value_type)
    if types.is_struct(kind):
        return all(_is_of_json(types, field.type) for field in kind)
    known = (types.is_string, types.is_large_string, types.is_integer, types.is_floating, types.is_boolean)
    return types.is_null(kind) or any(is_known(kind) for is_known in known)


def _told(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float | list | dict) else str(value)
