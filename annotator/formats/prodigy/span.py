"""Spans of Prodigy's records: by characters, by tokens, or by both, which must then agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.formats.base import ProblemError
from annotator.formats.offsets import Claim
from annotator.formats.wording import shown
from annotator.messages import say
from annotator.model.label import is_name
from annotator.model.span import FLAGS

if TYPE_CHECKING:
    from collections.abc import Sequence


class Marked(NamedTuple):
    """One span as a record gives it.

    Attributes:
        claim: where it says that it is, with the covered words if tokens or the span itself tell them.
        label: its name.
        note: ours, "" for none.
        flags: ours.
        source: the model or pattern that proposed it, "" if the span does not say.
    """

    claim: Claim
    label: str
    note: str
    flags: tuple[str, ...]
    source: str


def marked(item: object, tokens: Sequence[Any]) -> Marked:
    """The span of a record.

    Args:
        item: its parsed JSON.
        tokens: of the record, empty if it has none.

    Raises:
        ProblemError: it is none.
    """
    if not isinstance(item, dict):
        raise ProblemError(say("{value} is no object with “start”, “end” and “label”", value=shown(item)))
    label = item.get("label")
    if not isinstance(label, str) or not is_name(label):
        raise ProblemError(
            say(
                "{value} cannot be its label; expected: a name of 1 to 200 characters on one line",
                value=shown(label),
            )
        )
    flags = item.get("flags")
    return Marked(
        _claim(item, tokens),
        label,
        _text(item, "note"),
        tuple(flag for flag in FLAGS if flag in flags) if isinstance(flags, list) else (),
        _text(item, "source"),
    )


def _claim(item: dict[str, Any], tokens: Sequence[Any]) -> Claim:
    start, end = _number(item, "start"), _number(item, "end")
    words = item.get("text") if isinstance(item.get("text"), str) else None
    first, last = _number(item, "token_start"), _number(item, "token_end")
    if first is not None and last is not None and (tokens or start is None):
        stretch = _stretch(tokens, first, last)
        start = stretch[0][0] if start is None else start
        end = stretch[-1][1] if end is None else end
        if (start, end) != (stretch[0][0], stretch[-1][1]):
            raise ProblemError(
                say(
                    "it is at {start}–{end}, but its tokens are at {first}–{last}",
                    start=start,
                    end=end,
                    first=stretch[0][0],
                    last=stretch[-1][1],
                )
            )
        words = _joined(tokens[first : last + 1]) if words is None else words
    if start is None or end is None:
        raise ProblemError(say("it says neither “start” and “end” nor its tokens"))
    return Claim(start, end, words)


def _stretch(tokens: Sequence[Any], first: int, last: int) -> list[tuple[int, int]]:
    """Start and end of each token of a span; `last` is the last one itself."""
    if not 0 <= first <= last < len(tokens):
        raise ProblemError(
            say(
                "tokens {first} to {last} are not among the {count} token of the record"
                "|tokens {first} to {last} are not among the {count} tokens of the record",
                first=first,
                last=last,
                count=len(tokens),
            )
        )
    found = []
    for token in tokens[first : last + 1]:
        words, start, end = (
            map(token.get, ("text", "start", "end")) if isinstance(token, dict) else (None,) * 3
        )
        if not isinstance(words, str) or type(start) is not int or type(end) is not int:
            raise ProblemError(
                say("{value} is no token; expected: “text”, “start” and “end”", value=shown(token))
            )
        found.append((start, end))
    return found


def _joined(tokens: Sequence[dict[str, Any]]) -> str | None:
    """The words of tokens that say where white space follows; None if one does not say it."""
    if any(type(token.get("ws")) is not bool for token in tokens):
        return None
    inner = "".join(token["text"] + " " * token["ws"] for token in tokens[:-1])
    return inner + str(tokens[-1]["text"])


def _number(item: dict[str, Any], key: str) -> int | None:
    found = item.get(key)
    if found is None or type(found) is int:
        return found
    raise ProblemError(say("“{key}” must be a whole number, not {value}", key=key, value=shown(found)))


def _text(item: dict[str, Any], key: str) -> str:
    found = item.get(key)
    return found if isinstance(found, str) else ""
