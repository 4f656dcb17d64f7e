"""The records of a JSON file of another tool: an object a line, objects over many lines, or one array.

All three go by the same name in the wild. A file is read as JSON lines as long as its first line is a whole
object; else value by value, with no more of it in memory than the record at hand needs.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NoReturn, TextIO

from annotator.formats.decoding.decode import decode_bytes, is_utf8
from annotator.formats.lines import LONGEST_LINE, numbered_lines
from annotator.messages import say
from annotator.strict_json import (
    JsonProblemError,
    UnfinishedError,
    next_value,
    objects_of,
    parse_line,
    unique_keys,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from annotator.formats.base import Problems, ReadOptions, Source
    from annotator.messages import Message

_NESTING: Final = (list, tuple)
_PIECE: Final = 1 << 18
"""Characters that are read at first; for a record that is longer, twice as many each time."""
_BLANK: Final = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Record:
    """One object of a file.

    Attributes:
        file: name of the file, for messages.
        line: where it begins, from 1.
        number: which record it is, from 1; 0 where each stands on a line of its own.
        pairs: its keys and values; objects inside are pairs too.
    """

    file: str
    line: int
    number: int
    pairs: tuple[tuple[str, Any], ...]

    def fields(self, late: Collection[str] = ()) -> dict[str, Any]:
        """Values by key, objects as dictionaries; those under the keys of `late` are left as they are.

        Raises:
            JsonProblemError: a key comes twice, or the record is nested too deeply.
        """
        value = unique_keys(self.pairs, file=self.file, number=self.line)
        for key, held in self.pairs:
            if type(held) in _NESTING and key not in late:
                value[key] = self.objects(held)
        return value

    def objects(self, value: Any) -> Any:
        """A value that was left as it was, with dictionaries for objects.

        Raises:
            JsonProblemError: as `fields`.
        """
        return objects_of(value, file=self.file, number=self.line, depth=1)

    def says(self, problem: Message) -> Message:
        """The sentence that names file, place and problem, and that nothing was imported."""
        return say(
            "{file}, {where}: {problem}. Nothing was imported.",
            file=self.file,
            where=self.where,
            problem=problem,
        )

    @property
    def where(self) -> Message:
        """Its place in the file, for messages."""
        if self.number:
            return say("record {number}", number=self.number)
        return say("line {line}", line=self.line)


def records(source: Source, options: ReadOptions, problems: Problems) -> Iterator[Record]:
    """Every object of the file; what is none is a problem and is not given.

    Raises:
        FormatError: what follows a problem cannot be read, or a line or record is too long.
        OSError: the file cannot be read.
    """
    lines = numbered_lines(source, options, problems)
    first = next(((number, line) for number, line in lines if line and not line.isspace()), None)
    if first is None:
        if not problems.count:
            problems.add(say("{file} is empty. There is nothing to import.", file=source.name))
        return
    if not _is_object(first[1], source.name):
        yield from _by_value(source, options, problems)
        return
    yield from _of_line(first[1], first[0], problems)
    for number, line in lines:
        if line and not line.isspace():
            yield from _of_line(line, number, problems)


def _is_object(line: str, file: str) -> bool:
    """Whether the file may be JSON lines: its first line is an object, or wrong in a way of its own."""
    if not line.lstrip().startswith("{"):
        return False
    try:
        next_value(line, line.index("{"), file=file, number=1)
    except UnfinishedError:
        return False
    except JsonProblemError:
        return True
    return True


def _of_line(line: str, number: int, problems: Problems) -> Iterator[Record]:
    try:
        value = parse_line(line, file=problems.source, number=number)
    except JsonProblemError as error:
        problems.add(error.message)
        return
    record = Record(problems.source, number, 0, value if isinstance(value, tuple) else ())
    if isinstance(value, tuple):
        yield record
    else:
        problems.add(record.says(say("it is no JSON object")))


def _by_value(source: Source, options: ReadOptions, problems: Problems) -> Iterator[Record]:
    if options.encoding is not None and not is_utf8(options.encoding):
        text = decode_bytes(source.path.read_bytes(), options.encoding, name=source.name).text
        yield from _Values(io.StringIO(text), problems, _silent).records()
        return
    total = source.path.stat().st_size
    try:
        with source.path.open("rb") as raw, io.TextIOWrapper(raw, "utf-8-sig", newline="") as stream:
            tell = partial(_tell, options, raw, total)
            yield from _Values(stream, problems, tell).records()
    except UnicodeDecodeError:
        decode_bytes(source.path.read_bytes(), "utf-8", name=source.name)  # knows the words for it
        raise


def _tell(options: ReadOptions, raw: BinaryIO, total: int) -> None:
    if options.progress:
        options.progress(raw.tell(), total)


def _silent() -> None:
    """Nobody waits for a text that is in memory."""


class _Values:
    """Takes values off a stream of text, one after the other."""

    def __init__(self, stream: TextIO, problems: Problems, tell: Callable[[], None]) -> None:
        self._stream = stream
        self._tell = tell
        self._problems = problems
        self._text = ""
        self._place = 0
        self._line = 1
        self._number = 0

    def records(self) -> Iterator[Record]:
        in_array = self._next() == "["
        if in_array:
            self._place += 1
        while (sign := self._next()) != ("]" if in_array else ""):
            if in_array and self._number:
                self._take_comma(sign)
            yield from self._record()
        if in_array:
            self._place += 1
            if self._next():
                self._refuse(say("something follows the array"))

    def _record(self) -> Iterator[Record]:
        self._next()
        line = self._line
        self._number += 1
        value = self._value()
        record = Record(self._problems.source, line, self._number, value if isinstance(value, tuple) else ())
        if isinstance(value, tuple):
            yield record
        else:
            self._problems.add(record.says(say("it is no JSON object")))

    def _value(self) -> Any:
        wanted = _PIECE
        while True:
            try:
                value, end = next_value(
                    self._text, self._place, file=self._problems.source, number=self._line
                )
            except UnfinishedError as error:
                if not self._more(wanted):
                    self._refuse(error.problem)
                wanted *= 2
            except JsonProblemError as error:
                self._refuse(error.problem)
            else:
                self._line += self._text.count("\n", self._place, end)
                self._place = end
                return value

    def _take_comma(self, sign: str) -> None:
        if sign != ",":
            self._refuse(say("a comma is missing before it") if sign else say("the array does not end"))
        self._place += 1

    def _next(self) -> str:
        """The next sign that is not white space, which is passed over; "" at the end of the file."""
        while True:
            found = _BLANK.match(self._text, self._place)
            end = found.end() if found else self._place
            self._line += self._text.count("\n", self._place, end)
            self._place = end
            if end < len(self._text):
                return self._text[end]
            if not self._more(_PIECE):
                return ""

    def _more(self, count: int) -> bool:
        """Read so many characters more; whether there were any."""
        self._text = self._text[self._place :]
        self._place = 0
        if len(self._text) > LONGEST_LINE:
            self._refuse(say("it is longer than {limit} MB", limit=LONGEST_LINE // 1_000_000))
        piece = self._stream.read(count)
        self._tell()
        self._text += piece
        return bool(piece)

    def _refuse(self, problem: Message) -> NoReturn:
        record = Record(self._problems.source, self._line, max(self._number, 1), ())
        self._problems.refuse(record.says(problem))
