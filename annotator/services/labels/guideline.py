"""The guideline made of a codebook: one page of HTML that browsers show and Qt prints; all escaped."""

from __future__ import annotations

import html
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from annotator.messages import say
from annotator.model.label import Label
from annotator.model.palette import label_colours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from annotator.messages import Message
    from annotator.model.codebook import Codebook, Entry, Example, Guidance

    Render = Callable[[Message], str]

_UNKNOWN: Final = Label("", "…", "#777777")
_STYLE: Final = """
body { font-family: Inter, "Be Vietnam Pro", "Noto Sans", sans-serif; font-size: 11pt; color: #1b1f27;
    max-width: 46em; margin: 32px auto; padding: 0 16px; }
h1 { font-size: 20pt; margin-bottom: 2px; } h2 { font-size: 15pt; margin-top: 28px; margin-bottom: 0; }
h3 { font-size: 12pt; margin-top: 22px; margin-bottom: 4px; }
h4 { font-size: 10pt; margin-top: 10px; margin-bottom: 2px; color: #434b58; }
p { margin-top: 3px; margin-bottom: 3px; } .meta { color: #5c6573; font-size: 9pt; }
.example { margin-top: 5px; margin-left: 14px; }
.note { color: #5c6573; font-size: 9pt; margin-top: 0; margin-left: 14px; }
"""
"""What browsers and Qt's printing both understand: margins in px, grounds and underlines, no edges."""


def guideline_html(codebook: Codebook, language: str, render: Render) -> str:
    """The guideline as a whole HTML document.

    Args:
        codebook: what to print.
        language: of the words around it, "en" or "vi".
        render: a message in that language.
    """
    return "".join(_Guideline(codebook, language, render).parts())


class _Guideline:
    def __init__(self, codebook: Codebook, language: str, render: Render) -> None:
        self._book = codebook
        self._language = language
        self._render = render
        self._labels: Mapping[str, Label] = {each.label.uid: each.label for each in codebook.entries}

    def parts(self) -> Iterator[str]:
        title = self._say(say("Guideline for {corpus}", corpus=self._book.corpus))
        yield f'<!DOCTYPE html>\n<html lang="{html.escape(self._language)}"><head><meta charset="utf-8">'
        yield f"<title>{title}</title><style>{_STYLE}</style></head>\n<body>\n<h1>{title}</h1>\n"
        yield f'<p class="meta">{self._stamp()}</p>\n'
        yield self._paragraphs(self._book.guidelines)
        heading = ""
        for entry in self._book.entries:
            if entry.guidance.heading and entry.guidance.heading != heading:
                yield f"<h2>{_escaped(entry.guidance.heading)}</h2>\n"
            heading = entry.guidance.heading
            yield from self._entry(entry)
        yield "</body></html>\n"

    def _stamp(self) -> str:
        number = say("{count} label|{count} labels", count=len(self._book.entries))
        if not self._book.version:
            return self._say(number)
        stamp = say(
            "{labels} · version {version} of {date}",
            labels=number,
            version=self._book.version,
            date=self._book.changed[:10],
        )
        return self._say(stamp)

    def _entry(self, entry: Entry) -> Iterator[str]:
        label, told = entry.label, entry.guidance
        colours = label_colours(label.colour, dark=False)
        key = f"&nbsp;{_escaped(label.key.upper())}&nbsp;" if label.key else "&nbsp;&nbsp;"
        square = f'<span style="background-color:{colours.solid};color:{colours.on_solid}">{key}</span>'
        yield f"<h3>{square} {_escaped(label.name)}</h3>\n"
        yield self._paragraphs(label.definition)
        for heading, text in self._rules(told):
            if text:
                yield f"<h4>{self._say(heading)}</h4>\n{self._paragraphs(text)}"
        for heading, counter in ((say("Mark it so"), False), (say("Not so"), True)):
            chosen = [one for one in told.examples if one.is_counter is counter]
            if chosen:
                sign = "✗" if counter else "✓"
                yield f"<h4>{sign} {self._say(heading)}</h4>\n"
                yield from (self._example(one, label) for one in chosen)

    @staticmethod
    def _rules(told: Guidance) -> tuple[tuple[Message, str], ...]:
        return ((say("Use when"), told.use_when), (say("Avoid when"), told.avoid_when))

    def _example(self, one: Example, label: Label) -> str:
        note = f'<p class="note">{_escaped(one.note)}</p>\n' if one.note else ""
        return f'<p class="example">{self._marked(one, label)}</p>\n{note}'

    def _marked(self, one: Example, label: Label) -> str:
        """The passage with a ground under every span, the innermost on top, and names behind their ends."""
        marks = [(one.start, one.end, label)]
        marks += [(mark.start, mark.end, self._labels.get(mark.label, _UNKNOWN)) for mark in one.around]
        borders = sorted({0, len(one.text), *(edge for start, end, _ in marks for edge in (start, end))})
        made = []
        for first, last in pairwise(borders):
            over = [mark for mark in marks if mark[0] <= first and last <= mark[1]]
            words = _escaped(one.text[first:last])
            made.append(
                words if not over else _ground(words, min(over, key=lambda mark: mark[1] - mark[0])[2])
            )
            ending = sorted((mark for mark in marks if mark[1] == last), key=lambda mark: mark[1] - mark[0])
            made += [_name(mark[2]) for mark in ending]
        return "".join(made)

    def _paragraphs(self, text: str) -> str:
        lines = [line.strip() for line in text.splitlines()]
        return "".join(f'<p dir="auto">{_escaped(line)}</p>\n' for line in lines if line)

    def _say(self, message: Message) -> str:
        return _escaped(self._render(message))


def _length(mark: tuple[int, int, Label]) -> int:
    return mark[1] - mark[0]


def _ground(words: str, label: Label) -> str:
    colours = label_colours(label.colour, dark=False)
    return f'<span style="background-color:{colours.tint2};text-decoration:underline">{words}</span>'


def _name(label: Label) -> str:
    ink = label_colours(label.colour, dark=False).ink
    return f'<span style="color:{ink};font-size:8pt">&nbsp;{_escaped(label.name)}&nbsp;</span>'


def _escaped(text: str) -> str:
    """Text that no browser takes for markup; line breaks are blanks and what cannot be shown is a box."""
    flat = "".join(" " if sign.isspace() and sign != "\u00a0" else sign for sign in text)
    shown = "".join("\ufffd" if ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 else sign for sign in flat)
    return html.escape(shown)
