"""What an act is: something a person can do, as data.

An entry says what the act is called, by which keys it is reached, where it stands, and what it needs to be
possible. What it does is given by the window as a handler of the same id; nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import Final


class Need(Flag):
    """What must be there for an act to be possible.

    `GUARDED`: the open layer is another person's and for reading, until one wants to work in it.
    `UNSAVED`: the disk refused a change, or the library's file is gone.
    """

    NOTHING = 0
    LIBRARY = auto()
    WRITABLE = auto()
    CORPUS = auto()
    DOCUMENT = auto()
    SPAN = auto()
    IMPORT = auto()
    CHANGEABLE = auto()
    REVIEW = auto()
    GUARDED = auto()
    UNSAVED = auto()


class Scope(Enum):
    """Where the keys of an act work.

    WINDOW: in the whole window. ARTICLE: only while the article has the focus. REVIEW: only in the place
    Review, while the page in front answers the act and no field has the cursor; single letters may be keys.
    """

    WINDOW = "window"
    ARTICLE = "article"
    REVIEW = "review"


LABELLING: Final = Need.DOCUMENT | Need.WRITABLE | Need.CHANGEABLE
"""What labelling needs: a document, open on a layer that may be changed."""

ON_SPAN: Final = LABELLING | Need.SPAN
"""What changing a span needs: labelling, and a span that is selected."""

ADDING: Final = Need.LIBRARY | Need.WRITABLE
"""What it needs to bring something into the library."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person can do.

    Attributes:
        id: names it in code, tests and settings; "menu.word".
        text: English source of its name (translated in the context "Actions").
        keys: portable key sequences; the first one is shown. A sign is named as it is typed ("Ctrl+{", never
            "Ctrl+Shift+["), whatever the layout: two names of one key press would make it ambiguous to Qt.
        meaning: English source of a few words that say more, for the palette.
        icon: Lucide name, "" for none.
        scope: where the keys work.
        needs: what must be there.
        group: acts of one menu with the same group stand together.
        checkable: whether it is on or off.
        also: id of an unlisted act that does the same elsewhere; its keys are shown beside its own.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    meaning: str = ""
    icon: str = ""
    scope: Scope = Scope.WINDOW
    needs: Need = Need.NOTHING
    group: int = 0
    checkable: bool = False
    also: str = ""

    @property
    def menu(self) -> str:
        """Id of the menu it stands in."""
        return self.id.split(".")[0]
