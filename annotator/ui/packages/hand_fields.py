"""The form of handing out: which documents, to whom, what several people get, and how they are to work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QLineEdit

from annotator.exchange.dealing import ALL, Balance
from annotator.model.document import Status
from annotator.model.label import LONGEST_NAME
from annotator.ui.pages.recipe_fields import RecipeFields, fill, value
from annotator.ui.pages.recipe_words import words
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.number_field import NumberField
from annotator.ui.parts.plain_label import plain_tip
from annotator.ui.parts.tick_choice import TickChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.model.document import Annotator

_MOST_SEED: Final = 999_999
_MOST_READERS: Final = 6


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who is to get work: `key` is the uid of a known person, or the name of a new one."""

    key: str
    name: str


class DocumentFields(RecipeFields):
    """Which documents."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status, self.search = Choice(), QLineEdit()
        self.add_row("status", self.status)
        self.add_row("search", self.search)
        self.status.currentIndexChanged.connect(self.changed)
        self.search.textEdited.connect(self.changed)
        self.setFocusProxy(self.status)
        self.retranslate()

    @property
    def wanted(self) -> tuple[str, str]:
        """(words and conditions, word of the status or "")."""
        return self.search.text().strip(), value(self.status)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.set_text(self.tr("What"))
        self.caption("status", self.tr("Documents"))
        self.caption("search", self.tr("That fit"))
        fill(self.status, [("", self.tr("All")), *words(status.value for status in Status)])
        self.search.setPlaceholderText(self.tr("words and conditions, as in the list"))


class PeopleFields(RecipeFields):
    """To whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[Annotator] = ()
        self.known, self.fresh = TickChoice(), QLineEdit()
        self.fresh.setMaxLength(10 * LONGEST_NAME)
        self.add_row("known", self.known)
        self.add_row("fresh", self.fresh)
        self.known.ticked.connect(self.changed)
        self.fresh.textEdited.connect(self.changed)
        self.retranslate()

    def set_people(self, people: Sequence[Annotator]) -> None:
        """Offer these persons; who was ticked stays so."""
        self._people = people
        self.retranslate()

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Known ones first, then new ones as typed, nobody twice."""
        names = {one.uid: one.name for one in self._people}
        chosen = [Recipient(uid, names.get(uid, uid)) for uid in self.known.values()]
        taken = {one.name for one in chosen}
        for part in self.fresh.text().replace(";", ",").split(","):
            name = " ".join(part.split())
            if name and name not in taken:
                taken.add(name)
                chosen.append(Recipient(next((uid for uid, one in names.items() if one == name), name), name))
        return tuple(chosen)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.set_text(self.tr("To whom"))
        self.caption("known", self.tr("People"))
        self.caption("fresh", self.tr("New people"))
        self.known.offer((one.uid, one.name) for one in self._people)
        self.known.say(
            self.tr("Nobody known yet") if not self._people else self.tr("Tick who is to get work")
        )
        self.fresh.setPlaceholderText(self.tr("names, with commas between"))


class DealFields(RecipeFields):
    """How the documents are dealt, and which several people get."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share, self.readers = NumberField(0, 100), Choice()
        self.balance, self.seed = Choice(), NumberField(0, _MOST_SEED)
        self.blind, self.unaided = QCheckBox(), QCheckBox()
        for name in ("share", "readers", "balance", "seed"):
            self.add_row(name, getattr(self, name))
        for tick in (self.blind, self.unaided):
            self.add_below(tick)
        self.share.setValue(20)
        self.seed.setValue(1)
        self.unaided.setChecked(True)
        self.retranslate()
        for number in (self.share, self.seed):
            number.valueChanged.connect(self.changed)
        for choice in (self.readers, self.balance):
            choice.currentIndexChanged.connect(self.changed)
        for tick in (self.blind, self.unaided):
            tick.toggled.connect(self.changed)

    @property
    def seen_by(self) -> int:
        """How many people get each document of the sample."""
        return int(value(self.readers) or ALL)

    @property
    def balanced_by(self) -> Balance:
        """What everybody shall get about the same of."""
        return Balance(value(self.balance))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.set_text(self.tr("How"))
        self.caption("share", self.tr("For comparison"))
        self.share.setSuffix(self.tr(" % of the documents"))
        self.caption("readers", self.tr("Each goes to"))
        some = ((str(count), self.tr("%n people", "", count)) for count in range(2, _MOST_READERS))
        fill(self.readers, [("", self.tr("everybody")), *some])
        self.caption("balance", self.tr("As much"))
        fill(
            self.balance,
            [
                (Balance.DOCUMENTS.value, self.tr("documents for everybody")),
                (Balance.CHARACTERS.value, self.tr("text for everybody")),
            ],
        )
        self.caption("seed", self.tr("Seed"))
        self._explain(
            self.share, self.tr("How many documents several people work on, so that they can be compared.")
        )
        self._explain(self.seed, self.tr("The same number deals the same way again; another one deals anew."))
        self.blind.setText(self.tr("Names of others stay hidden"))
        self.unaided.setText(self.tr("No suggestions on what is compared"))

    def _explain(self, field: QWidget, words: str) -> None:
        field.setToolTip(plain_tip(words))
        field.setAccessibleDescription(words)


class RoundField(RecipeFields):
    """What the round is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading.hide()
        self.round = QLineEdit()
        self.round.setMaxLength(LONGEST_NAME)
        self.add_row("round", self.round)
        self.round.textChanged.connect(self.changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.caption("round", self.tr("Round"))
