"""Where the caret goes: by character, word, sentence, paragraph, line, page, to the edges."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from annotator.text import segment

if TYPE_CHECKING:
    from annotator.ui.editor.flow import Flow


class Step(Enum):
    """How far one key press moves the caret."""

    CHARACTER = auto()
    WORD = auto()
    SENTENCE = auto()
    PARAGRAPH = auto()
    LINE = auto()
    PAGE = auto()
    LINE_EDGE = auto()
    DOCUMENT_EDGE = auto()


@dataclass(frozen=True, slots=True)
class CaretMove:
    """A movement: `forward` is rightwards for characters, else towards the end."""

    step: Step
    forward: bool


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a movement leads; `x` is the column to keep while going through lines, None for other moves."""

    position: int
    x: float | None = None


def moved(flow: Flow, position: int, move: CaretMove, x: float | None, page: float) -> Goal:
    """Where `move` takes a caret at `position`.

    Args:
        flow: the document.
        position: where the caret is.
        move: the movement.
        x: column kept from an earlier movement through lines, None for the caret's own.
        page: height of a page in px.
    """
    match move.step:
        case Step.LINE:
            return _by_line(flow, position, x, forward=move.forward)
        case Step.PAGE:
            return _by_page(flow, position, x, page if move.forward else -page)
        case Step.CHARACTER:
            target = _by_character(flow, position, forward=move.forward)
        case Step.WORD:
            by_word = segment.next_word if move.forward else segment.previous_word
            target = by_word(flow.text, position)
        case Step.SENTENCE:
            by_sentence = segment.next_sentence if move.forward else segment.previous_sentence
            target = by_sentence(flow.text, position)
        case Step.PARAGRAPH:
            target = _by_paragraph(flow, position, forward=move.forward)
        case Step.LINE_EDGE:
            target = flow.line_range(position)[move.forward]
        case Step.DOCUMENT_EDGE:
            target = len(flow.text) if move.forward else 0
    return Goal(flow.paragraphs.clamp(target))


def _by_character(flow: Flow, position: int, *, forward: bool) -> int:
    """One grapheme on; in paragraphs with right-to-left words one place on screen.

    Whatever its direction, a paragraph is left at the side the key points to and entered at the other one, so
    that the same key always leads through the whole text: rightwards to its end, in a text that runs from
    right to left to its beginning.
    """
    _, paragraph, _ = flow.line_of(position)
    start, end = flow.paragraphs.whole(position)
    if paragraph.is_right_to_left:
        seen = paragraph.visual_step(position, rightwards=forward)
        if seen != position:
            return seen
        if position == paragraph.start > start:
            return segment.previous_grapheme(flow.text, position)
    elif position != (end if forward else start):
        step = segment.next_grapheme if forward else segment.previous_grapheme
        return step(flow.text, position)
    goes_on = forward != flow.reads_right_to_left
    entered = flow.paragraphs.at(end) + 1 if goes_on else flow.paragraphs.at(start) - 1
    if not 0 <= entered < len(flow.paragraphs):
        return position
    return flow.laid(entered).edge(rightmost=not forward)


def _by_paragraph(flow: Flow, position: int, *, forward: bool) -> int:
    start, end = flow.paragraphs.whole(position)
    if not forward:
        return start if position > start else flow.paragraphs.whole(max(0, start - 1))[0]
    following = flow.paragraphs.at(end) + 1
    starts = flow.paragraphs.starts
    return starts[following] if following < len(starts) else end


def _by_line(flow: Flow, position: int, x: float | None, *, forward: bool) -> Goal:
    index, paragraph, line = flow.line_of(position)
    column = flow.caret_rect(position).left() if x is None else x
    number = paragraph.lines.index(line) + (1 if forward else -1)
    if not 0 <= number < len(paragraph.lines):
        index += 1 if forward else -1
        if not 0 <= index < len(flow.paragraphs):
            return Goal(flow.line_range(position)[forward], column)
        number = 0 if forward else -1
    target = flow.laid(index).lines[number]
    y = flow.top(index) + (target.text_top + target.text_bottom) / 2
    return Goal(flow.caret_position_at(column, y), column)


def _by_page(flow: Flow, position: int, x: float | None, page: float) -> Goal:
    rect = flow.caret_rect(position)
    column = rect.left() if x is None else x
    y = rect.center().y() + page
    if y < 0 or y > flow.height:
        return Goal(len(flow.text) if page > 0 else 0, column)
    return Goal(flow.caret_position_at(column, y), column)
