"""The pages of sending back: one person's work to the lead, or gold to those who annotated."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QVBoxLayout

from annotator.model.package import PackageWish
from annotator.ui.figures.cells import Column, Number, Row, Share
from annotator.ui.figures.table import SIDE, FigureTable
from annotator.ui.i18n import number
from annotator.ui.packages.folder_field import FolderField
from annotator.ui.packages.frame import PackagePage
from annotator.ui.packages.hand_fields import DocumentFields
from annotator.ui.packages.material import Judged, Work, fitting, free_file, make_all, work_of
from annotator.ui.pages.recipe_fields import RecipeFields, fill, value
from annotator.ui.parts.choice import Choice
from annotator.ui.parts.counts import separated
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.parts.tick_choice import TickChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.model.document import Corpus
    from annotator.model.package import PackageMade
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.desk import Desk

Kind = Literal["return", "gold"]


class WhoFields(RecipeFields):
    """Whose work goes back, or to whom gold goes."""

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._work: Sequence[Work] = ()
        self.one, self.several = Choice(), TickChoice(none_is_all=True)
        self.add_row("who", self.one if kind == "return" else self.several)
        self.one.currentIndexChanged.connect(self.changed)
        self.several.ticked.connect(self.changed)
        self.retranslate()

    def set_work(self, work: Sequence[Work]) -> None:
        """Offer these people."""
        self._work = work
        self.retranslate()

    @property
    def chosen(self) -> list[Work]:
        """Whose packages are made."""
        if self._kind == "return":
            return [each for each in self._work if each.person.uid == value(self.one)]
        ticked = self.several.values()
        return [each for each in self._work if not ticked or each.person.uid in ticked]

    def retranslate(self) -> None:
        """Set every word anew."""
        is_return = self._kind == "return"
        self.heading.set_text(self.tr("Whose work") if is_return else self.tr("To whom"))
        self.caption("who", self.tr("Person") if is_return else self.tr("People"))
        people = [(each.person.uid, each.person.name) for each in self._work]
        fill(self.one, people)
        self.several.offer(people)
        self.several.say(self.tr("All %n", "", len(people)), self.tr("All %n", "", len(people)))


class SendPage(PackagePage):
    """Makes returns or gold packages."""

    def __init__(self, desk: Desk, kind: Kind, parent: QWidget | None = None) -> None:
        self._kind = kind
        self._corpus: Corpus | None = None
        self._made: Sequence[PackageMade] = ()
        super().__init__(desk, parent)
        self.who, self.documents, self.folder = WhoFields(kind), DocumentFields(), FolderField()
        self._head_words = PlainLabel(size=15, wraps=True)
        self._sub_words = PlainLabel(ink="muted", wraps=True)
        self.table = FigureTable()
        for fields in (self.who, self.documents):
            self.form.addWidget(fields)
            fields.changed.connect(self._changed)
        self.foot.addWidget(self.folder)
        self.folder.changed.connect(self._changed)
        words = QVBoxLayout()
        words.setContentsMargins(SIDE, 0, SIDE, 0)  # the words of the table stand so much further in
        for widget in (self._head_words, self._sub_words):
            words.addWidget(widget)
        self.side.addLayout(words)
        self.side.addWidget(self.table, 1)
        self.setFocusProxy(self.who.one if kind == "return" else self.who.several)
        self.retranslate()

    def set_corpus(self, corpus: Corpus | None) -> None:
        """Be ready to send back of a corpus."""
        self._corpus, self._made = corpus, ()
        self.name.setText(corpus.name if corpus else "")
        if corpus is not None:
            task = partial(work_of, corpus=corpus.uid)
            self.desk.read(task, self._take_work, self.failed.emit)

    def act(self) -> None:
        """Make the packages."""
        corpus, people = self._corpus, self.who.chosen
        if self.is_busy or corpus is None or not people or not self.folder.is_ready or self._made:
            return
        search, status = self.documents.wanted
        folder, kind, words = self.folder.path, self._kind, self._kind_words()

        def task(library: Library, progress: Progress) -> list[PackageMade]:
            chosen = fitting(library, corpus.uid, search, status).documents if search or status else ()
            documents = tuple(each.uid for each in chosen)
            wishes = [
                PackageWish(
                    corpus.uid,
                    kind,
                    str(free_file(folder, (corpus.name, each.person.name, words))),
                    each.person.uid,
                    documents,
                )
                for each in people
            ]
            return make_all(library, wishes, progress)

        self.run(task, self._sent)

    def _sent(self, made: Sequence[PackageMade]) -> None:
        self._made = made
        self.told.emit(separated(self.tr("%n package(s) made.", "", len(made)), len(made)))
        self.say_buttons()

    def _take_work(self, work: Sequence[Work]) -> None:
        self.who.set_work(work)
        self._changed()

    def _changed(self) -> None:
        self._made = ()
        self._show_work()
        self.say_buttons()

    # Words

    def _kind_words(self) -> str:
        return self.tr("work") if self._kind == "return" else self.tr("gold")

    def retranslate(self) -> None:
        """Set every word anew."""
        is_return = self._kind == "return"
        self.title.setText(self.tr("Send work back") if is_return else self.tr("Send gold back"))
        super().retranslate()
        self._show_work()

    def say_buttons(self) -> None:
        """Say how many packages, and what they wait for."""
        count = len(self.who.chosen)
        made = self.tr("Package {done} of {all} made…")
        begun = separated(self.tr("Making %n package(s)…", "", count), count)
        busy = self.far_words(made) if self.far[0] else begun
        idle = separated(self.tr("Make %n package(s)", "", count), count)
        self.main.setText(busy if self.is_busy else idle)
        is_possible = count > 0 and self.folder.is_ready and not self._made
        self.main.setEnabled(not self.is_busy and is_possible)
        if not self.is_busy:
            self.hint.setText(self._where_words() if self._made else self._lacks())
        self.hint.setVisible(bool(self.hint.text()))

    def _lacks(self) -> str:
        if not self.who.chosen:
            return self.tr("Nobody has a layer in this corpus yet.")
        return "" if self.folder.is_ready else self.tr("Choose a folder that is there.")

    def _where_words(self) -> str:
        names = ", ".join(one.path.replace("\\", "/").rsplit("/", 1)[-1] for one in self._made)
        words = (
            self.tr("Give this to whoever handed the work out: {names}.")
            if self._kind == "return"
            else self.tr("Give each person theirs: {names}.")
        )
        return words.replace("{names}", names)

    def _show_work(self) -> None:
        chosen = self.who.chosen
        if self._kind == "return":
            self._show_layers(chosen)
        else:
            self._show_gold(chosen)
        self.table.set_name(self._head_words.text())

    def _show_layers(self, chosen: Sequence[Work]) -> None:
        documents = sum(each.documents for each in chosen)  # of one person
        self._head_words.setText(separated(self.tr("Layers on %n document(s)", "", documents), documents))
        self._sub_words.setText(
            self.tr("Their spans, statuses, decisions and comments with all changes; nobody else's.")
        )
        most = max((each.spans for each in chosen), default=0)
        columns = [
            Column(self.tr("Person")),
            Column(self.tr("Documents"), 96, is_right=True),
            Column(self.tr("Done"), 96, is_right=True),
            Column(self.tr("Spans"), 220),
        ]
        rows = [
            _row(each, (each.documents, each.done), Share(each.spans, most, number(each.spans)))
            for each in chosen
        ]
        self.table.set_rows(columns, rows)

    def _show_gold(self, chosen: Sequence[Work]) -> None:
        """Documents that several people worked on are counted once in the words, and in each one's row."""
        whole = {each.document: each for one in chosen for each in one.judged}.values()
        self._head_words.setText(separated(self.tr("Gold on %n document(s)", "", len(whole)), len(whole)))
        self._sub_words.setText(self._gold_words(list(whole)))
        columns = [
            Column(self.tr("Person")),
            Column(self.tr("Documents"), 80, is_right=True),
            Column(self.tr("Finished"), 68, is_right=True),
            Column(self.tr("Decisions"), 80, is_right=True),
            Column(self.tr("Gold spans"), 116),
        ]
        spans = {one.person.uid: sum(each.spans for each in one.judged) for one in chosen}
        most = max(spans.values(), default=0)
        rows = []
        for one in chosen:
            done = sum(each.is_done for each in one.judged)
            counts = (len(one.judged), done, sum(each.decisions for each in one.judged))
            mine = spans[one.person.uid]
            rows.append(_row(one, counts, Share(mine, most, number(mine))))
        self.table.set_rows(columns, rows)

    def _gold_words(self, whole: Sequence[Judged]) -> str:
        spans, decisions = (sum(each.spans for each in whole), sum(each.decisions for each in whole))
        still = sum(not each.is_done for each in whole)
        held = separated(self.tr("%n span(s) in gold", "", spans), spans)
        ruled = separated(self.tr("%n decision(s) with reasons", "", decisions), decisions)
        words = [f"{held}, {ruled}."]
        if still:
            words.append(separated(self.tr("%n review(s) not finished yet.", "", still), still))
        words.append(self.tr("Each person gets the documents they worked on, and comments."))
        return " ".join(words)


def _row(one: Work, counts: Sequence[int], spans: Share) -> Row:
    first, *others = counts
    cells = (Number.of(first, is_strong=True), *(Number.of(each) for each in others))
    return Row(one.person.uid, (one.person.name, *cells, spans))
