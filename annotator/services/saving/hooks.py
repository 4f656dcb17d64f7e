"""What the desk tells the window without being asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.errors import AnnotatorError
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.services.saving.elsewhere import KeptAside

    Failed = Callable[[AnnotatorError], None]


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether what the person did is safe.

    Attributes:
        kind: "saved" after the last commit, "saving" while changes wait, "failed" when the disk refused one
            or the library's file is gone.
        pending: changes not yet committed.
        error: why, when failed.
        is_lost: whether that is because the library's file was deleted, replaced or cut short.
    """

    kind: Literal["saved", "saving", "failed"]
    pending: int = 0
    error: AnnotatorError | None = None
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the desk tells without being asked; all are called through `deliver`.

    Attributes:
        opened: the library is open; its plain attributes may be read.
        not_opened: it is not, and the desk does nothing more.
        save_state: see `SaveState`.
        changed: a write was committed; lists refresh by what it touched.
        warned: something beside the work went wrong, a backup for example; nothing is lost.
        frozen: the library was found damaged and is open for reading only from now on.
        kept_aside: the library's file is gone: the newest backup, made just now if that could be.
    """

    opened: Callable[[Library], None]
    not_opened: Failed
    save_state: Callable[[SaveState], None]
    changed: Callable[[Outcome[Any]], None]
    warned: Failed = lambda _: None
    frozen: Failed = lambda _: None
    kept_aside: Callable[[KeptAside | None], None] = lambda _: None
