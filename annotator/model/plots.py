"""Plots as plain shapes: the screen paints them, a file holds them as SVG, both look the same.

Words and numbers stand beside what they belong to; there are no axes and no legends. Colours are names of
the chrome's tokens, or "#rrggbb" for labels.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Anchor = Literal["start", "middle", "end"]

_ROW: Final = 26.0
_BAR: Final = 8.0
_LETTER: Final = 0.56
"""About how wide a letter is in parts of its size; what is longer than its room is cut by it in a file."""


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle with round corners; `key` names what it stands for, "" for nothing.

    One of opacity 0 is never seen: it only widens what can be clicked.
    """

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0.0
    opacity: float = 1.0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words on one line; `y` is the middle of the line, `room` the most px they may take (0: any)."""

    x: float
    y: float
    text: str
    size: int = 13
    colour: str = "text"
    anchor: Anchor = "start"
    is_strong: bool = False
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Shapes in px, in the order in which they are painted."""

    title: str
    width: float
    height: float
    shapes: tuple[Box | Words, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, how long, and the number as it is to be read."""

    name: str
    value: float
    shown: str
    colour: str = "text2"
    key: str = ""


def bars(
    title: str, rows: Sequence[Bar], width: float = 640.0, names: float = 200.0, numbers: float = 72.0
) -> Plot:
    """Lying bars, one a row: the name before, the number behind.

    Args:
        title: of the plot.
        rows: from top to bottom.
        width: of the whole, px.
        names: room for the names, px.
        numbers: room for the numbers, px.
    """
    most = max((row.value for row in rows), default=0.0)
    room = width - names - 16 - numbers
    shapes: list[Box | Words] = []
    for place, row in enumerate(rows):
        middle = place * _ROW + _ROW / 2
        top = middle - _BAR / 2
        shapes.append(Words(0, middle, row.name, room=names))
        shapes.append(_touched(0, place * _ROW, width, _ROW, row.key))
        shapes.append(Box(names + 16, top, room, _BAR, "pressed", _BAR / 2))
        if row.value > 0 and most > 0:
            filled = max(_BAR, room * row.value / most)
            shapes.append(Box(names + 16, top, filled, _BAR, row.colour, _BAR / 2))
        shapes.append(Words(width, middle, row.shown, anchor="end"))
    return Plot(title, width, max(1.0, len(rows) * _ROW), tuple(shapes))


def columns(title: str, rows: Sequence[Bar], width: float = 640.0, height: float = 150.0) -> Plot:
    """Standing bars side by side: the number above each, its name below."""
    if not rows:
        return Plot(title, width, 1.0, ())
    most = max(row.value for row in rows) or 1.0
    step = min(56.0, width / len(rows))
    bar = max(2.0, min(28.0, step - 6))
    sparse = 1 + int(34 // step)
    shapes: list[Box | Words] = []
    for place, row in enumerate(rows):
        middle = place * step + step / 2
        long = max(2.0, (height - 44) * row.value / most) if row.value else 2.0
        top = height - 22 - long
        colour = row.colour if row.value else "pressed"
        shapes.append(_touched(place * step, 0, step, height, row.key))
        shapes.append(Box(middle - bar / 2, top, bar, long, colour, min(3.0, bar / 2)))
        if place % sparse == 0:
            shapes.append(Words(middle, height - 10, row.name, 11, "muted", "middle"))
        if row.value and (sparse == 1 or row.value == most):
            shapes.append(Words(middle, top - 10, row.shown, 11, "text2", "middle"))
    return Plot(title, width, height, tuple(shapes))


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One row of a heat strip: its name, the number at its end, and what each cell is by its column.

    A cell's key is that of its row, a hyphen and the number of its column.
    """

    name: str
    shown: str
    values: Mapping[int, float]
    key: str = ""


def heat(title: str, rows: Sequence[HeatRow], heads: Sequence[str], width: float = 640.0) -> Plot:
    """Cells that are the darker the more they stand for; the number of each row stands at its end."""
    names, numbers, edge = 72.0, 88.0, 22.0
    step = (width - names - numbers) / len(heads)
    most = max((value for row in rows for value in row.values.values()), default=0.0)
    shapes: list[Box | Words] = []
    for line, row in enumerate(rows):
        top = line * (edge + 3)
        shapes.append(Words(0, top + edge / 2, row.name, 12, "text2", room=names))
        for column in range(len(heads)):
            value = row.values.get(column, 0.0)
            x = names + column * step
            shapes.append(Box(x, top, step - 3, edge, "sunken", 3))
            if value and most:
                depth = 0.15 + 0.85 * value / most
                shapes.append(Box(x, top, step - 3, edge, "text2", 3, depth, f"{row.key}-{column}"))
        shapes.append(Words(width, top + edge / 2, row.shown, 12, "text", "end"))
    foot = len(rows) * (edge + 3) + 10
    for column, head in enumerate(heads):
        if head:
            shapes.append(Words(names + column * step + (step - 3) / 2, foot, head, 11, "muted", "middle"))
    return Plot(title, width, foot + 10, tuple(shapes))


def _touched(x: float, y: float, width: float, height: float, key: str) -> Box:
    """What can be clicked of a bar: all of its row or column."""
    return Box(x, y, width, height, "page", opacity=0.0, key=key)


def key_at(plot: Plot, x: float, y: float) -> str:
    """Key of what lies at a place of a plot, "" for nothing."""
    for shape in reversed(plot.shapes):
        if isinstance(shape, Box) and shape.key and _holds(shape, x, y):
            return shape.key
    return ""


def _holds(box: Box, x: float, y: float) -> bool:
    return 0 <= x - box.x <= box.width and 0 <= y - box.y <= box.height


def as_svg(plot: Plot, colours: Mapping[str, str]) -> bytes:
    """The plot as an SVG file on a page of its own colour, with its title above.

    Args:
        plot: the plot.
        colours: "#rrggbb" by token name.
    """
    margin, head = 24.0, 40.0
    width, height = plot.width + 2 * margin, plot.height + 2 * margin + head
    seen = (shape for shape in plot.shapes if not isinstance(shape, Box) or shape.opacity)
    shapes = "\n".join(_shape(shape, colours) for shape in seen)
    title = _shape(Words(0, -head / 2 - 4, plot.title, 15, "text", is_strong=True), colours)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
        f'font-family="Inter, sans-serif">\n<title>{escape(plot.title)}</title>\n'
        f'<rect width="100%" height="100%" fill="{colours["page"]}"/>\n'
        f'<g transform="translate({margin:g} {margin + head:g})">\n{title}\n{shapes}\n</g>\n</svg>\n'
    ).encode()


def _shape(shape: Box | Words, colours: Mapping[str, str]) -> str:
    colour = colours.get(shape.colour, shape.colour)
    if isinstance(shape, Box):
        opacity = "" if shape.opacity == 1 else f' fill-opacity="{shape.opacity:.3g}"'
        return (
            f'<rect x="{shape.x:.5g}" y="{shape.y:.5g}" width="{shape.width:.5g}" '
            f'height="{shape.height:.5g}" rx="{shape.radius:.3g}" fill="{colour}"{opacity}/>'
        )
    weight = ' font-weight="600"' if shape.is_strong else ""
    return (
        f'<text x="{shape.x:.5g}" y="{shape.y:.5g}" dominant-baseline="central" '
        f'text-anchor="{shape.anchor}" font-size="{shape.size}" fill="{colour}"{weight}>'
        f"{escape(_cut(shape))}</text>"
    )


def _cut(words: Words) -> str:
    text = "".join(sign if sign.isprintable() else " " for sign in words.text)
    fits = int(words.room / (words.size * _LETTER)) if words.room else len(text)
    return text if len(text) <= fits else f"{text[: max(1, fits - 1)].rstrip()}…"
