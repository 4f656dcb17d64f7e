"""The page of handing out: the form at the left; at the right who gets how much, and the rounds before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from annotator.exchange.dealing import Deal, DealPlan, deal
from annotator.model.label import name_key
from annotator.model.rounds import RoundWish
from annotator.ui.figures.cells import Column, Number, Row, Share
from annotator.ui.figures.table import SIDE, FigureTable
from annotator.ui.i18n import number
from annotator.ui.packages.folder_field import FolderField
from annotator.ui.packages.frame import PackagePage
from annotator.ui.packages.hand_fields import DealFields, DocumentFields, PeopleFields, RoundField
from annotator.ui.packages.hand_titles import HandTitles
from annotator.ui.packages.material import Fitting, HandMaterial, fitting, hand_material
from annotator.ui.parts.counts import separated
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.surface import Surface
from annotator.ui.past.days import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.model.document import Corpus
    from annotator.model.package import PackageMade
    from annotator.model.rounds import Round, Standing
    from annotator.ui.desk import Desk
    from annotator.ui.packages.hand_fields import Recipient

STILL: Final = 250
"""So long words stand still before the documents that fit are looked for, ms."""


class HandOutPage(PackagePage):
    """Deals the documents of a corpus out to people and makes one package each."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, still: int = STILL) -> None:
        """Make the page; `still` is how long the form stands still before documents are looked for, ms."""
        self._corpus: Corpus | None = None
        self._material = HandMaterial((), ())
        self._fitting = Fitting()
        self._deal = Deal()
        self._made: tuple[PackageMade, ...] = ()
        self._round_labels: list[PlainLabel] = []
        super().__init__(desk, parent)
        self.documents, self.people, self.dealing = DocumentFields(), PeopleFields(), DealFields()
        self.round, self.folder = RoundField(), FolderField()
        self._still = QTimer(self, singleShot=True, interval=still)
        self._still.timeout.connect(self._look)
        self._build()
        self.setFocusProxy(self.documents)
        self.retranslate()

    # What others call

    def set_corpus(self, corpus: Corpus | None) -> None:
        """Be ready to hand out a corpus."""
        self._corpus, self._made = corpus, ()
        self.name.setText(corpus.name if corpus else "")
        if corpus is not None:
            self._read_material()
            self._look()

    def act(self) -> None:
        """Make the packages."""
        corpus = self._corpus
        if self.is_busy or corpus is None or not self._is_ready or self._made:
            return
        wish = self._wish(corpus)
        self.run(lambda library, progress: library.rounds.hand_out(wish, progress), self._handed_out)

    # Building

    def _build(self) -> None:
        for fields in (self.documents, self.people, self.dealing):
            self.form.addWidget(fields)
        self.foot.addWidget(self.round)
        self.foot.addWidget(self.folder)
        self._head_words = PlainLabel(size=15, wraps=True)
        self._sub_words = PlainLabel(ink="muted", wraps=True)
        self.table = FigureTable(is_whole=True)
        self.titles = HandTitles()
        self._before = SectionHeading()
        self._rounds = QVBoxLayout()
        self._rounds.setSpacing(6)
        sheet = Surface("page")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words, before = QVBoxLayout(), QVBoxLayout()
        before.setSpacing(12)
        for part in (words, before):  # the words of the table stand so much further in than its rows
            part.setContentsMargins(SIDE, 0, SIDE, 0)
        words.addWidget(self._head_words)
        words.addWidget(self._sub_words)
        before.addWidget(self.titles)
        before.addWidget(self._before)
        before.addLayout(self._rounds)
        column.addLayout(words)
        column.addWidget(self.table)
        column.addSpacing(20)
        column.addLayout(before)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        self.side.addWidget(area, 1)
        self.table.current.connect(self._show_titles)
        self.documents.changed.connect(self._documents_wanted)
        for fields in (self.people, self.dealing):
            fields.changed.connect(self._deal_anew)
        self.round.changed.connect(self.say_buttons)
        self.round.round.textEdited.connect(self._wants_more)
        self.folder.changed.connect(self._wants_more)

    # Material

    def _read_material(self) -> None:
        if self._corpus is not None:
            task = partial(hand_material, corpus=self._corpus.uid)
            self.desk.read(task, self._take_material, self.failed.emit)

    def _take_material(self, material: HandMaterial) -> None:
        self._material = material
        self.people.set_people(material.people)
        if not self.round.round.text() or self._is_taken:
            self.round.round.setText(self._free_name())
        self._show_rounds()
        self._deal_now()

    def _free_name(self) -> str:
        place = len(self._material.rounds) + 1
        while True:
            name = self.tr("Round %1").replace("%1", str(place))
            if name_key(name) not in self._taken:
                return name
            place += 1

    @property
    def _taken(self) -> set[str]:
        return {name_key(each.name) for each, _ in self._material.rounds}

    @property
    def _is_taken(self) -> bool:
        return name_key(self.round.round.text()) in self._taken

    def _documents_wanted(self) -> None:
        self._still.start()

    def _look(self) -> None:
        corpus = self._corpus
        if corpus is None:
            return
        search, status = self.documents.wanted
        task = partial(fitting, corpus=corpus.uid, search=search, status=status)
        self.desk.read(task, self._take_documents, self.failed.emit)

    def _take_documents(self, found: Fitting) -> None:
        self._fitting = found
        self._deal_now()

    # The deal

    def _wants_more(self) -> None:
        """The person wants another round, or the packages elsewhere."""
        self._made = ()
        self.say_buttons()

    def _deal_anew(self) -> None:
        """The person wants another deal."""
        self._made = ()
        self._deal_now()

    def _deal_now(self) -> None:
        form = self.dealing
        plan = DealPlan(
            tuple(self._people()), form.share.value(), form.seen_by, form.seed.value(), form.balanced_by
        )
        self._deal = deal(self._fitting.documents, plan)
        self._show_deal()
        self.say_buttons()

    def _people(self) -> dict[str, Recipient]:
        """Who gets work, by name: a new person and the same one once known get the same."""
        found: dict[str, Recipient] = {}
        for one in self.people.recipients:
            found[one.name if one.name not in found else f"{one.name} {one.key}"] = one
        return found

    def _wish(self, corpus: Corpus) -> RoundWish:
        form, people = self.dealing, self._people()
        return RoundWish(
            corpus.uid,
            self.round.round.text().strip(),
            self.folder.path,
            tuple((people[hand.person].key, hand.documents) for hand in self._deal.hands),
            self._deal.sample,
            form.seed.value(),
            form.blind.isChecked(),
            form.unaided.isChecked(),
        )

    @property
    def _gifted(self) -> int:
        """How many people get something."""
        return sum(bool(hand.documents) for hand in self._deal.hands)

    @property
    def _is_ready(self) -> bool:
        return not self._lacks()

    def _lacks(self) -> str:
        """What the button waits for, "" for nothing."""
        if not self._fitting.documents:
            return self.tr("No document fits what is chosen above.")
        if not self.people.recipients:
            return self.tr("Tick people, or write the names of new ones.")
        if not self.round.round.text().strip():
            return self.tr("Give the round a name.")
        if self._is_taken:
            return self.tr("There is a round of that name already. Choose another name.")
        return "" if self.folder.is_ready else self.tr("Choose a folder that is there.")

    # Afterwards

    def _handed_out(self, answer: tuple[Round, tuple[PackageMade, ...]]) -> None:
        round_, made = answer
        self.round.round.clear()
        self._made = made
        self._read_material()
        self.people.fresh.clear()
        self.people.known.choose([handed.annotator for handed in round_.handed])
        self.told.emit(separated(self.tr("%n package(s) made.", "", len(made)), len(made)))
        self.say_buttons()

    def _where_words(self, made: Sequence[PackageMade]) -> str:
        words = self.tr("Give each person theirs: {names}.")
        names = ", ".join(one.path.replace("\\", "/").rsplit("/", 1)[-1] for one in made)
        return words.replace("{names}", names)

    # Words

    def retranslate(self) -> None:
        """Set every word anew."""
        self.title.setText(self.tr("Hand out work"))
        super().retranslate()
        self._before.set_text(self.tr("Rounds before"))
        self._show_deal()
        self._show_rounds()

    def say_buttons(self) -> None:
        """Say how many packages, and what they wait for."""
        count = self._gifted
        made = self.tr("Package {done} of {all} made…")
        begun = separated(self.tr("Making %n package(s)…", "", count), count)
        busy = self.far_words(made) if self.far[0] else begun
        idle = separated(self.tr("Make %n package(s)", "", count), count)
        self.main.setText(busy if self.is_busy else idle)
        # What was made just now is not made again by the same keys: first something must be another.
        self.main.setEnabled(not self.is_busy and self._is_ready and not self._made)
        if self._made:
            self.hint.setText(self._where_words(self._made))
        elif not self.is_busy:
            self.hint.setText(self._lacks())
        self.hint.setVisible(bool(self.hint.text()))

    def _show_deal(self) -> None:
        recipients = self.people.recipients
        documents, people = len(self._fitting.documents), len(recipients)
        head = separated(self.tr("%n document(s) for", "", documents), documents)
        whom = separated(self.tr("%n people", "", people), people)
        self._head_words.setText(f"{head} {whom}")
        sample = len(self._deal.sample)
        words = separated(self.tr("%n of them goes to several people, to be compared.", "", sample), sample)
        alone = self.tr("Everybody works on other documents; nothing can be compared.")
        self._sub_words.setText((words if sample else alone) if people > 1 else "")
        self._sub_words.setVisible(people > 1)
        self._fill_table()

    def _fill_table(self) -> None:
        most = max((hand.characters for hand in self._deal.hands), default=0)
        columns = [
            Column(self.tr("Person")),
            Column(self.tr("Documents"), 96, is_right=True),
            Column(self.tr("To compare"), 96, is_right=True),
            Column(self.tr("Characters"), 220),
        ]
        rows = [
            Row(
                hand.person,
                (
                    hand.person,
                    Number.of(len(hand.documents), is_strong=True),
                    Number.of(hand.shared),
                    Share(hand.characters, most, number(hand.characters)),
                ),
            )
            for hand in self._deal.hands
        ]
        self.table.set_rows(columns, rows)
        self.table.set_name(self.tr("Who gets how much"))
        self.table.setVisible(bool(rows))
        if rows and self.table.row() is None:
            self.table.view.go_to(0)
        self._show_titles(self.table.row())

    def _show_titles(self, row: Row | None) -> None:
        """Show which documents the person of the current row gets."""
        hand = next((each for each in self._deal.hands if row is not None and each.person == row.key), None)
        self.titles.show_hand(hand, self._fitting.titles, self._deal.sample)

    def _show_rounds(self) -> None:
        for label in self._round_labels:
            label.hide()
            label.deleteLater()
        rounds = self._material.rounds
        self._before.setVisible(bool(rounds))
        self._round_labels = [
            PlainLabel(self._round_words(round_, standings), wraps=True, ink="text2")
            for round_, standings in rounds
        ]
        for label in self._round_labels:
            self._rounds.addWidget(label)

    def _round_words(self, round_: Round, standings: Sequence[Standing]) -> str:
        far = [
            self.tr("{name} {done} of {all}")
            .replace("{name}", one.name)
            .replace("{done}", number(one.done))
            .replace("{all}", number(one.documents))
            for one in standings
        ]
        words = self.tr("{round}, {day}. Done: {people}.")
        return (
            words.replace("{round}", round_.name)
            .replace("{day}", date_words(round_.made))
            .replace("{people}", ", ".join(far))
        )
