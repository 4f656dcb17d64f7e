"""Searches for the Find page: pages of hits as one scrolls, counts that come later, and the way to a hit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from annotator.model.outcome import Touched
from annotator.text.fold import fold
from annotator.ui.acts.act import Need
from annotator.ui.failures import words_of
from annotator.ui.find.hit_acts import HitActs
from annotator.ui.find.hit_model import key_of
from annotator.ui.find.latest import Latest
from annotator.ui.find.tally import Tally, tallied
from annotator.ui.find.widening import Widening
from annotator.ui.i18n import number
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.errors import AnnotatorError
    from annotator.model.document import Annotator
    from annotator.model.listing import LabelCount
    from annotator.model.outcome import Outcome
    from annotator.model.search import Found, Hit, HitPage, Mark, Sought
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.text.matching import Wanted
    from annotator.ui.find.doing import FindDoing
    from annotator.ui.find.find_page import FindPage
    from annotator.ui.main_window import MainWindow

Offered = tuple["list[LabelCount]", "list[Annotator]", list[str]]
"""Labels, annotators and tags that hits can be narrowed to."""

PAGE: Final = 200
_TYPING: Final = 250
"""Milliseconds after a key before it is looked for."""
_OF_HITS: Final = Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS | Touched.WHOLESALE


class HitDesk(QObject):
    """What the Find page of one window shows."""

    def __init__(self, window: MainWindow, doing: FindDoing) -> None:
        super().__init__(window)
        self._window = window
        self._doing = doing
        self._desk = window.library_desk.desk
        self.page: FindPage = window.late.find
        self.acts = HitActs(window, self)
        self._paging, self._counting = Latest(self._desk, self), Latest(self._desk, self)
        self._tallying = Latest(self._desk, self)
        self._widening = Widening(self._desk, self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._corpus = ""
        self._shown: Sought | None = None
        self._tallied: Sought | None = None
        self._mark: Mark | None = None
        self._is_stale = False
        self._goes_to_list = False
        self._has_left_list = False
        self.total: int | None = None
        self._connect()

    def _connect(self) -> None:
        page = self.page
        self._typing.timeout.connect(self.search)
        self._again.timeout.connect(self._read_again)
        page.changed.connect(self._typing.start)
        page.search_wanted.connect(self._search_now)
        page.left.connect(self._leave)
        page.model.more_wanted.connect(self._fetch)
        page.model.ticks_changed.connect(self.show_ticked)
        page.foot.label_chosen.connect(self._recolour)
        page.foot.act_wanted.connect(self.acts.act)
        page.foot.save_wanted.connect(self.acts.save)
        view = page.view
        view.opened.connect(self.open_hit)
        view.apply_wanted.connect(lambda: self.acts.act("label"))
        view.remove_wanted.connect(lambda: self.acts.act("remove"))
        view.relabel_wanted.connect(lambda: self.acts.act("relabel"))
        view.all_toggled.connect(self._toggle_all)
        view.copy_wanted.connect(self.copy)
        view.typed.connect(self._take_key)
        self._window.library_desk.changed.connect(self._changed)

    @property
    def corpus(self) -> str:
        """Uid of the corpus that is looked through."""
        return self._corpus

    @property
    def sought(self) -> Sought:
        """What field, options and facets ask for."""
        page = self.page
        base = page.options.sought(page.field.text())
        facets = page.facets
        return replace(
            base,
            labels=facets.labels,
            annotator=facets.annotator,
            status=facets.status,
            covered=facets.covered,
            tag=facets.tag,
        )

    # Coming to the page

    def prepare(self) -> None:
        """The page is shown: read what it offers, and the hits anew if something was changed meanwhile."""
        here = self._window.flow.workbench.corpus
        corpus = here.uid if here is not None else ""
        if corpus != self._corpus:
            self._corpus, self._shown, self._tallied = corpus, None, None
            self.page.facets.clear()
            self.page.model.tick_all(on=False)
            self.page.model.show_hits([], more=False)
        if not corpus:
            self.page.say_instead(self.tr("No corpus is open. Choose one with the button at the top left."))
            return

        def read(library: Library) -> Offered:
            tags = {tag for each in library.searching.tags(corpus).values() for tag in each}
            return library.labels.list(corpus), library.people.list(), sorted(tags, key=fold)

        self._desk.read(read, self._prepared, self._window.flow.tell_failure)

    def _prepared(self, found: Offered) -> None:
        labels = [count.label for count in found[0]]
        self.page.show_labels(labels)
        self.page.facets.show_corpus(labels, found[1], found[2])
        self._recolour()
        if self._shown is None or self._is_stale:
            self.search(keeps_place=self._shown is not None)
        self.show_ticked()

    def open_with(self, words: str) -> None:
        """Show the page; with words, look for them."""
        words = " ".join(words.split())
        if words:
            self.page.field.setText(words)
            self._shown = None
        self._window.show_page("find")
        self.page.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page.field.select_from_end()

    def look_for(self, wanted: Wanted) -> None:
        """Show the page and look for this."""
        self.page.options.take(wanted)
        self.open_with(wanted.text)

    def first_focus(self) -> QWidget:
        """Where the page begins: at the hit one came from, else in the field."""
        if self.page.model.length() and self._has_left_list:
            return self.page.view
        return self.page.field

    # Searching

    def _search_now(self) -> None:
        offered = None if self._typing.isActive() else self._widening.offered
        if offered is not None:
            self.page.options.take(offered)
        if self._typing.isActive() or self._shown != self.sought:
            self._goes_to_list = True
            self.search()
        elif self.page.model.length():
            self.page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search(self, *, keeps_place: bool = False) -> None:
        """Look for what the page asks for; `keeps_place`: the same hits are read anew."""
        self._typing.stop()
        if self._window.flow.workbench.library is None:
            return  # it was closed while somebody typed
        sought, order, corpus = self.sought, self.page.chosen_order, self._corpus
        self._shown, self._is_stale = sought, False
        for asked in (self._paging, self._counting, self._tallying, self._widening):
            asked.stop()
        if not keeps_place:
            self._has_left_list = False
            self.page.model.tick_all(on=False)
            self.page.foot.say("")
        self.total = None
        if not corpus or (not sought.text.strip() and not sought.labels):
            self._show_nothing()
            return
        limit = max(PAGE, self.page.model.length() if keeps_place else 0)

        def task(library: Library, progress: Progress) -> HitPage:
            return library.searching.page(corpus, sought, order=order, limit=limit, check=progress.check)

        self.page.say_count(self.tr("Looking…"))
        self._paging.ask(task, lambda found: self._arrived(found, keeps_place=keeps_place), self._refused)

    def _show_nothing(self) -> None:
        self._tallied = None
        self.page.facets.show_tally(None)
        self.page.model.show_hits([], more=False)
        self.page.say_count("")
        self.page.say_instead(
            self.tr(
                "Type words to see every place where they stand, with the spans there. "
                "Tick places with Space and press a label's key: one step labels them all. "
                "Without words, choose a label at the right to list its spans."
            )
        )

    def _refused(self, error: AnnotatorError) -> None:
        self.page.model.show_hits([], more=False)
        self.page.say_count("")
        self.page.say_instead(words_of(error), bad=True)

    def _arrived(self, found: HitPage, *, keeps_place: bool) -> None:
        page, view = self.page, self.page.view
        row, scrolled = view.currentIndex().row(), view.verticalScrollBar().value()
        current = page.model.hit_at(row)
        self._mark = found.mark
        page.model.show_hits(found.hits, more=found.more)
        if not found.hits:
            page.say_count(self.tr("no hit"))
            self._say_no_hit()
        else:
            page.show_list()
            if keeps_place:
                kept = page.model.row_of(key_of(current)) if current is not None else None
                view.go_to(kept if kept is not None else max(0, min(row, page.model.length() - 1)))
                view.verticalScrollBar().setValue(scrolled)
            else:
                view.go_to(0)
                view.scrollToTop()
            if self._goes_to_list and page.field.hasFocus():
                view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._goes_to_list = False
        self._count()

    def _say_no_hit(self) -> None:
        """Say that there is none, and how there would be some."""
        corpus, page, sought = self._corpus, self.page, self.sought
        if page.facets.count_chosen:
            words = self.tr(
                "Nothing like this is left when hits are narrowed so. Click a ticked choice to widen."
            )
            page.say_instead(words)
            return
        words = self.tr("Nothing like this stands in the corpus.")
        page.say_instead(words)
        self._widening.look(
            sought,
            lambda library, wider, check: library.searching.count(corpus, wider, check).hits,
            lambda offer: page.say_instead(f"{words} {offer}"),
        )

    def _fetch(self) -> None:
        sought, order, corpus, after = self._shown, self.page.chosen_order, self._corpus, self._mark
        if self._paging.is_busy or sought is None or after is None:
            return

        def task(library: Library, progress: Progress) -> HitPage:
            return library.searching.page(
                corpus, sought, order=order, after=after, limit=PAGE, check=progress.check
            )

        def arrived(found: HitPage) -> None:
            self._mark = found.mark
            self.page.model.add_hits(found.hits, more=found.more)

        self._paging.ask(task, arrived, self._refused)

    # Counts

    def _count(self) -> None:
        sought, corpus = self._shown, self._corpus
        if sought is None:
            return
        base = replace(sought, labels=(), annotator=None, status=None, covered=None, tag="")
        if not self.page.model.has_more:
            hits = self.page.model.hits
            self._counted(len(hits), len({hit.document for hit in hits}))
        elif base != sought:
            self._counting.ask(
                lambda library, progress: library.searching.count(corpus, sought, progress.check),
                lambda found: self._found(found),
            )
        if base == self._tallied:
            return
        self.page.facets.show_tally(None)
        if base.text.strip():
            self._tallying.ask(
                lambda library, progress: tallied(library, corpus, base, progress.check),
                lambda tally: self._take_tally(base, tally),
            )

    def _found(self, found: Found) -> None:
        self._counted(found.hits, found.documents)

    def _take_tally(self, base: Sought, tally: Tally) -> None:
        self._tallied = base
        self.page.facets.show_tally(tally)
        if base == self._shown:
            self._counted(tally.hits, len(tally.documents))

    def _counted(self, hits: int, documents: int) -> None:
        self.total = hits
        where = separated(self.tr("%n document(s)", "", documents), documents)
        words = separated(self.tr("%n hit(s) in %1", "", hits), hits).replace("%1", where)
        self.page.say_count(words if hits else self.tr("no hit"))
        self.show_ticked()

    def show_ticked(self) -> None:
        """Say how many are ticked; without any tick the current hit is meant."""
        may = bool(self._window.situation() & Need.WRITABLE)
        model, foot = self.page.model, self.page.foot
        foot.show_ticked(model.count_ticked(self.total), may=may)
        inside = sum(map(_is_inside, model.ticked()))
        foot.warn(separated(self.tr("%n of them inside another span", "", inside), inside) if inside else "")

    # Following

    def _changed(self, outcome: Outcome[object]) -> None:
        if not outcome.touched & _OF_HITS:
            return
        self._is_stale, self._tallied = True, None
        self._again.start()

    def _read_again(self) -> None:
        """Read what the page offers too, even if a search began since and has the hits anew."""
        if self._window.page == "find":
            self.prepare()

    def _recolour(self) -> None:
        self.page.delegate.label = self.page.foot.label
        self.page.view.viewport().update()

    # Keys of the list

    def _toggle_all(self) -> None:
        model = self.page.model
        model.tick_all(on=not (model.are_all and not model.odd))

    def _take_key(self, typed: str) -> None:
        label = next(
            (one for one in self.page.delegate.labels.values() if one.key and one.key == typed), None
        )
        if label is not None:
            self.page.foot.choose(label.uid)
            self.acts.act("label")

    def open_hit(self) -> None:
        """Show the current hit in its article; Ctrl+3 comes back to it."""
        hit = self.current()
        if hit is None:
            return
        self._has_left_list = True
        wanted = self.page.options.wanted(self.page.field.text())
        then = None if not wanted.text else (lambda: self._doing.in_article.look_for(wanted))
        self._doing.going.go_to(hit.document, hit.start, hit.end, then)

    def current(self) -> Hit | None:
        """The hit of the current row."""
        return self.page.model.hit_at(self.page.view.currentIndex().row())

    def copy(self) -> None:
        """Copy the lines of the ticked hits, else the current one."""
        current = self.current()
        hits = self.page.model.ticked() or ([current] if current is not None else [])
        lines = ["\t".join(" ".join(part.split()) for part in _parts(hit)) for hit in hits]
        QGuiApplication.clipboard().setText("\n".join(lines))
        words = separated(self.tr("%n line(s) copied.", "", len(lines)), len(lines))
        self.page.foot.say(words.replace(str(len(lines)), number(len(lines)), 1))

    def _leave(self) -> None:
        if self.acts.stop():
            return
        model = self.page.model
        if model.count_ticked(self.total) and self.page.view.hasFocus():
            model.tick_all(on=False)
        else:
            self._window.flow.go_home()


def _is_inside(hit: Hit) -> bool:
    """Whether a span holds the words and more."""
    return any(
        span.start <= hit.start and hit.end <= span.end and (span.start, span.end) != (hit.start, hit.end)
        for span in hit.spans
    )


def _parts(hit: Hit) -> tuple[str, str, str, str]:
    return hit.title, hit.left, hit.match, hit.right
