"""What the commands say: results on stdout, sentences on stderr, in the person's language."""

from __future__ import annotations

import contextlib
import json
import sys
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from annotator.errors import EnvironmentProblem, reason_of
from annotator.language import catalogue, persons_language
from annotator.messages import say
from annotator.visible import isolated, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.messages import Message

    Cell = str | int | float

_SHORTENED = 60
_AT_ONCE = 1000
_KEPT = "\n\u2068\u2069"


class Console:
    """One command's two ways out.

    Attributes:
        as_json: whether stdout gets one JSON document and nothing else.
    """

    def __init__(self, language: str | None = None, *, as_json: bool = False) -> None:
        self.as_json = as_json
        self._answered = False
        self._catalogue = catalogue(persons_language(language))

    def render(self, message: Message) -> str:
        """The sentence in the person's language."""
        return message.render(self._catalogue)

    def render_all(self, messages: Iterable[Message]) -> Iterator[str]:
        """The sentences in order; what is one and the same message again and again is worked out once."""
        known: dict[int, tuple[Message, str]] = {}  # holding the message keeps its id from being given again
        for message in messages:
            found = known.get(id(message))
            if found is None:
                found = known[id(message)] = message, self.render(message)
            yield found[1]

    def tell(self, *messages: Message) -> None:
        """Say sentences on stderr, each on a line of its own."""
        for message in messages:
            print(harmless(self.render(message)), file=sys.stderr)  # noqa: T201

    def refuse(self, *messages: Message) -> None:
        """Say on stderr why the whole command was refused; as JSON, if that was asked for, also on stdout."""
        if not self._answered:
            self.document({"refused": " ".join(self.render(message) for message in messages)})
        self.tell(*messages)

    def about(self, thing: str, message: Message) -> None:
        """Say on stderr what concerns one thing, a file for example."""
        print(harmless(f"{isolated(thing)}: {self.render(message)}"), file=sys.stderr)  # noqa: T201

    def about_each(self, things: Iterable[tuple[str, Message]]) -> None:
        """`about` for many things, a line each; a thousand at a time, for stderr is not buffered."""
        pairs = iter(things)
        while piece := list(islice(pairs, _AT_ONCE)):
            said = self.render_all(message for _, message in piece)
            lines = [
                harmless(f"{isolated(' '.join(thing.split()))}: {words}")
                for (thing, _), words in zip(piece, said, strict=True)
            ]
            print("\n".join(lines), file=sys.stderr)  # noqa: T201

    def line(self, message: Message) -> None:
        """Say the result in a sentence on stdout, unless JSON was asked for."""
        if not self.as_json:
            _put(harmless(self.render(message)))

    def document(self, data: object) -> None:
        """The result as the one JSON document, if that was asked for."""
        if self.as_json:
            self._answered = True
            _put(json.dumps(data, ensure_ascii=False))

    def array(self, items: Iterable[object]) -> None:
        """The result as the one JSON document, a list that need not fit into memory."""
        opening = "["
        for item in items:
            self._answered = True
            _put(f"{opening}{json.dumps(item, ensure_ascii=False)}", end="")
            opening = ",\n"
        _put("[]" if opening == "[" else "]")

    def answer(self, data: object) -> None:
        """One JSON line, out before anything else happens."""
        self._answered = True
        _put(json.dumps(data, ensure_ascii=False))
        self.finish()

    @staticmethod
    def finish() -> None:
        """Have all that was said so far written; EnvironmentProblem as for any answer."""
        with _explained():
            sys.stdout.flush()

    def progress(self, done: int, total: int) -> None:
        """Show on a terminal how far a long command is."""
        if sys.stderr.isatty() and total > 0:
            end = "\r" if done < total else "\r     \r"
            sys.stderr.write(f"{100 * done // total:3d} %{end}")
            sys.stderr.flush()

    def table(
        self,
        heads: Sequence[Message],
        rows: Iterable[Sequence[Cell]],
        none: Message | None = None,
        shortened: int | None = None,
    ) -> None:
        """Rows under their heads, numbers to the right.

        Args:
            heads: of the columns.
            rows: one cell a column.
            none: said on stderr when there are no rows.
            shortened: number of the column whose long texts are cut.
        """
        body = [[_shown(cell, cut=column == shortened) for column, cell in enumerate(row)] for row in rows]
        if not body and none is not None:
            self.tell(none)
        numeric = [_is_number(cell) for cell in body[0]] if body else []
        lines = [[self.render(head) for head in heads], *body]
        widths = [max(_width(line[column]) for line in lines) for column in range(len(heads))]
        for line in lines if body else ():
            cells = (
                _padded(cell, widths[column], to_right=numeric[column]) for column, cell in enumerate(line)
            )
            _put("  ".join(cells).rstrip())


def _put(text: str, end: str = "\n") -> None:
    with _explained():
        sys.stdout.write(text + end)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """A full disk under the output is a refusal: it must not look like success, nor like an error of ours."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "What was to be printed could not be written ({reason}). The command itself is done.",
                reason=reason_of(error),
            )
        ) from error


def harmless(text: str) -> str:
    """A sentence for a terminal: what would steer it, or turn the direction of writing, becomes a number.

    The marks that `messages` puts around words written from right to left stay.
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign in _KEPT else f"<U+{ord(sign):04X}>" for sign in text)


def _shown(cell: Cell, *, cut: bool) -> str:
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return f"{cell:.1f}"
    text = harmless(visible(" ".join(cell.split()) if cut else cell))
    return f"{text[: _SHORTENED - 1]}…" if cut and len(text) > _SHORTENED else text


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdecimal()


def _padded(cell: str, width: int, *, to_right: bool) -> str:
    room = " " * (width - _width(cell))
    return room + cell if to_right else cell + room


def _width(text: str) -> int:
    """Columns the text takes in a terminal: marks none, wide East Asian signs two."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
