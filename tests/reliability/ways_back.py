"""Operations that lead back: documents out of a copy, and a copy in place of a damaged library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from annotator.services.library import open_library
from tests.reliability.inputs import UID, begin, is_after, one_of
from tests.reliability.worlds import Operation, Problem, Told, World, foresee, picture, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Tell = Callable[[str], None]

_PAGE: Final = 4096


def _begin_with_copy(world: World) -> Path:
    begin(world)
    copy = world.inputs / "copy.annotator"
    run("backup", "--output", copy)
    return copy


# ---------------------------------------------------------- single documents


def _prepare_documents(world: World) -> None:
    """One document is gone for ever, the spans of another are."""
    _begin_with_copy(world)
    first, second = UID.format(1), UID.format(2)
    with open_library(str(world.library)) as library:
        library.documents.bin([first])
        library.purging.empty_bin()
        spans = library.annotating.spans(library.corpora.list()[0].uid)
        library.annotating.remove([each.span.uid for each in spans if each.document == second])
    foresee(world, partial(_bring_back, tell=print))


def _bring_back(world: World, tell: Tell) -> int:
    documents = (UID.format(1), UID.format(2))
    return run("restore", world.inputs / "copy.annotator", "--document", *documents)


# -------------------------------------------------- in place of a damaged one


def _prepare_place(world: World) -> None:
    _begin_with_copy(world)
    content = bytearray(world.library.read_bytes())
    content[:_PAGE] = bytes(_PAGE)
    world.library.write_bytes(content)
    (world.inputs / "damaged").write_bytes(content)


def _put_back(world: World, tell: Tell) -> int:
    return run("restore", world.inputs / "copy.annotator", "--in-place")


def _is_one_of_both(world: World) -> Iterator[Problem]:
    """There is always a file of the name of the library, and the damaged one is kept to the last byte."""
    if not world.library.exists():
        yield Problem("lost", "there is no library any more")
        return
    damaged = (world.inputs / "damaged").read_bytes()
    kept = [file.read_bytes() for file in world.library.parent.glob("*.damaged-*")]
    if damaged not in (world.library.read_bytes(), *kept):
        yield Problem("lost", "the damaged file is gone")


def _look_at_place(world: World, told: Told) -> Iterator[Problem]:
    yield from _is_one_of_both(world)
    is_damaged = world.library.read_bytes() == (world.inputs / "damaged").read_bytes()
    if is_damaged and told.status == 0:
        yield Problem("lost", "told as put back, and it is not")
    if not is_damaged:
        yield from _is_put_back(world)


def _is_put_back(world: World) -> Iterator[Problem]:
    if picture(world.library) != picture(world.inputs / "copy.annotator"):
        yield Problem("damaged", "the library does not hold what the copy holds")


OPERATIONS: Final = (
    Operation(
        "documents-back", _prepare_documents, _bring_back, one_of, partial(_bring_back, tell=print), is_after
    ),
    Operation(
        "put-back",
        _prepare_place,
        _put_back,
        _look_at_place,
        partial(_put_back, tell=print),
        _is_put_back,
        libraries=(),
        raw=_is_one_of_both,
    ),
)
