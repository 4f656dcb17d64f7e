"""The page Compare on a real library: what is shown, and every ruling by keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.changes import StatusChanged
from annotator.model.document import Status
from annotator.model.review import Category, Difference, ReviewFilter, Verdict
from annotator.ui.parts.buttons import Button
from annotator.ui.parts.key_cap import key_text
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.review.compare.acting import Mode

if TYPE_CHECKING:
    from annotator.model.review import Cluster
    from annotator.ui.review.compare.page import ComparePage


def press(page: ComparePage, act: str) -> None:
    """What a key does that stands for an act or a figure here."""
    page.handlers()[act]()


def difference(page: ComparePage) -> Difference:
    assert page.deciding.cluster is not None
    return page.deciding.cluster.difference


def go_to(page: ComparePage, kind: Difference) -> Cluster:
    cluster = next(each for each in page.deciding.reviewed.clusters if each.difference is kind)
    page.acting.go_to(cluster.uid)
    return cluster


def stored(library, page: ComparePage, uid: str) -> Cluster:
    found = library.review.document(page.document).clusters
    return next(each for each in found if each.is_called(uid))


def past_words(page: ComparePage) -> list[str]:
    """What is said of earlier rulings, from the top."""
    shown = page.panel.past
    return [label.text() for label in shown.findChildren(PlainLabel) if label.isVisibleTo(shown)]


def test_it_opens_on_the_first_difference_with_agreement_in_gold(page, library, compared) -> None:
    assert page.document == compared[0]
    assert page.list.head.text() == "3 to decide"
    assert difference(page) is Difference.BOUNDARY
    assert page.panel.question.text() == "Where does it end?"
    assert [card.is_chosen for card in page.panel.cards] == [True, False]
    assert page.text.frame == (page.deciding.cluster.start, page.deciding.cluster.end)
    assert len(library.review.document(compared[0]).gold) == 2


def test_enter_takes_the_majority_and_goes_on(page, library) -> None:
    first = page.deciding.cluster
    press(page, "review.take")
    assert difference(page) is Difference.LABEL
    assert stored(library, page, first.uid).decision.verdict is Verdict.TAKE
    assert page.list.head.text() == "2 to decide"


def test_a_figure_takes_that_variant(page, library) -> None:
    cluster = go_to(page, Difference.LABEL)
    press(page, "2")
    taken = stored(library, page, cluster.uid).decision.gold
    assert [gold.place for gold in taken] == [cluster.variants[1].place]


def test_all_are_taken_when_one_holds_the_other(page, library) -> None:
    cluster = go_to(page, Difference.BOUNDARY)
    press(page, "review.take_all")
    assert len(stored(library, page, cluster.uid).decision.gold) == 2


def test_the_end_is_moved_by_a_syllable_and_the_start_too(page, library) -> None:
    cluster = go_to(page, Difference.BOUNDARY)
    page.focus_text()
    press(page, "review.edit")
    assert page.acting.mode is Mode.EDGES
    assert "review.take" not in page.handlers()
    QTest.keyClick(page.text, Qt.Key.Key_Left)
    QTest.keyClick(page.text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    gold = stored(library, page, cluster.uid).decision.gold[0]
    words = page.deciding.reviewed.document.text[gold.start : gold.end]
    assert words == "trị viên Tiểu đoàn 2, Trung đoàn"
    assert stored(library, page, cluster.uid).decision.verdict is Verdict.TAKE_EDITED


def test_escape_leaves_the_edges_as_they_were(page) -> None:
    page.focus_text()
    press(page, "review.edit")
    QTest.keyClick(page.text, Qt.Key.Key_Left)
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert page.acting.mode is Mode.READING
    assert page.deciding.cluster.decision is None


def test_while_edges_are_moved_a_figure_begins_with_that_variant(page, library) -> None:
    cluster = go_to(page, Difference.BOUNDARY)
    page.focus_text()
    press(page, "review.edit")
    press(page, "2")
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert [gold.place for gold in stored(library, page, cluster.uid).decision.gold] == [
        cluster.variants[1].place
    ]


def test_a_label_key_after_l_takes_it_with_that_label(page, library) -> None:
    cluster = go_to(page, Difference.MISSING)
    press(page, "review.relabel")
    press(page, "1")
    gold = stored(library, page, cluster.uid).decision.gold[0]
    assert page.deciding.reviewed.labels[gold.label].name == "person"


def test_a_label_key_that_is_a_letter_is_heard_after_l(page, library, shared) -> None:
    labels = library.labels.list(shared.corpus)
    library.labels.change(labels[0].label.uid, corpus=shared.corpus, key="q")
    page.deciding.reread()
    cluster = go_to(page, Difference.MISSING)
    page.focus_text()
    press(page, "review.relabel")
    QTest.keyClick(page.text, Qt.Key.Key_Q)
    assert stored(library, page, cluster.uid).decision.gold[0].label == labels[0].label.uid


def test_none_and_later_need_no_span(page, library) -> None:
    first = page.deciding.cluster
    press(page, "review.reject")
    second = page.deciding.cluster
    press(page, "review.defer")
    assert stored(library, page, first.uid).decision.verdict is Verdict.REJECT
    assert stored(library, page, second.uid).decision.verdict is Verdict.DEFER
    assert page.list.head.text() == "2 to decide"


def test_the_last_decision_is_taken_back_from_where_it_led(page, library) -> None:
    first = page.deciding.cluster
    press(page, "review.take")
    press(page, "review.take_back")
    assert page.deciding.cluster.uid == first.uid
    assert stored(library, page, first.uid).decision is None
    assert page.list.head.text() == "3 to decide"


def test_the_way_goes_on_into_the_next_document_and_back(page, compared) -> None:
    for _ in range(3):
        press(page, "review.next")
    assert page.document == compared[1]
    press(page, "review.previous")
    assert page.document == compared[0]
    assert difference(page) is Difference.MISSING


def test_after_the_last_ruling_one_stays_and_is_told_how_it_goes_on(page, compared) -> None:
    assert page.list.onward == ()
    for _ in range(3):
        press(page, "review.take")
    assert page.document == compared[0]
    assert page.list.head.text() == "All decided here"
    [hint] = page.list.onward
    assert (hint.keys, hint.words) == (("Ctrl ↵",), "finish, open next")
    assert page.hints()[0] == hint
    press(page, "review.next")
    assert page.document == compared[1]


def test_what_was_put_off_is_said_and_led_to(page, compared) -> None:
    put_off = page.deciding.cluster
    press(page, "review.defer")
    for _ in range(2):
        press(page, "review.take")
    assert page.list.head.text() == "1 put off"
    assert [hint.words for hint in page.list.onward] == ["what was put off", "finish"]
    assert page.list.onward[0].keys == ("K",)
    press(page, "review.previous")
    assert page.deciding.cluster.uid == put_off.uid
    assert [hint.words for hint in page.list.onward] == ["finish"]


def test_majorities_of_a_document_are_one_step(page, library) -> None:
    before = library.review.document(page.document).step
    document = page.document
    press(page, "review.accept")
    after = library.review.document(document)
    assert after.step == before + 1
    left = [cluster for cluster in after.clusters if cluster.is_open_difference]
    assert [cluster.majority for cluster in left] == [None]


def test_finishing_opens_the_next_document(page, library, compared, shared) -> None:
    told: list[str] = []
    shared.said.connect(told.append)
    press(page, "review.finish")
    assert told[-1] == "3 still open: Ctrl ↵ again finishes it with them open."
    assert page.document == compared[0]
    press(page, "review.next")
    press(page, "review.finish")
    assert library.review.document(compared[0]).gold_status.value != "done"
    press(page, "review.finish")
    assert "Finished, with 3 still open." in told
    assert page.document == compared[1]
    assert library.review.document(compared[0]).gold_status.value == "done"


def test_a_gap_in_the_guideline_puts_off_with_its_reason(page, library) -> None:
    cluster = page.deciding.cluster
    press(page, "review.gap")
    page.panel.gap.reason.setPlainText("Cắt ở đâu?")
    QTest.keyClick(page.panel.gap.reason, Qt.Key.Key_Return)
    decision = stored(library, page, cluster.uid).decision
    assert (decision.verdict, decision.category) == (Verdict.DEFER, Category.GUIDELINE_GAP)
    assert decision.reason == "Cắt ở đâu?"


def test_a_comment_is_written_answered_and_resolved(page, library) -> None:
    press(page, "review.comment")
    page.panel.threads.field.setPlainText("Xem lại quy ước")
    QTest.keyClick(page.panel.threads.field, Qt.Key.Key_Return)
    first = library.comments.of_document(page.document)[0]
    assert (first.text, first.cluster) == ("Xem lại quy ước", page.deciding.cluster.uid)
    press(page, "review.comment")
    page.panel.threads.field.setPlainText("Đã xem")
    QTest.keyClick(page.panel.threads.field, Qt.Key.Key_Return)
    assert library.comments.of_document(page.document)[1].reply_to == first.uid
    QApplication.processEvents()
    keys = [button.key for button in page.panel.threads.findChildren(Button) if button.isVisible()]
    assert keys == ["C", key_text("Shift+C")]
    press(page, "review.resolve")
    assert library.comments.of_document(page.document)[0].is_resolved
    press(page, "review.resolve")
    assert not library.comments.of_document(page.document)[0].is_resolved


def test_what_is_alike_is_listed_ticked_and_decided_in_one_step(page, library, compared) -> None:
    go_to(page, Difference.LABEL)
    page.likeness._ask()
    assert page.panel.alike_words.text() == "1 more like this in the corpus"
    press(page, "review.alike")
    assert not page.strip.isHidden()
    assert len(page.strip.model.chosen()) == 2
    before = library.review.document(compared[0]).step
    QTest.keyClick(page.strip.view, Qt.Key.Key_Return)
    assert page.strip.isHidden()
    assert library.review.document(compared[0]).step == before + 1
    for uid in compared:
        labels = [
            each for each in library.review.document(uid).clusters if each.difference is Difference.LABEL
        ]
        assert [cluster.decision.source for cluster in labels] == ["alike"]


def test_at_a_tie_a_figure_says_which_one_all_that_are_alike_get(page, library, often) -> None:
    cluster = go_to(page, Difference.LABEL)
    page.acting.chosen = None
    press(page, "review.alike")
    assert page.acting.mode is Mode.WHICH
    assert page.panel.question.text() == "Which one for all of them?"
    assert set(page.handlers()) == {"1", "2"}
    assert page.strip.isHidden()
    press(page, "2")
    assert not page.strip.isHidden()
    QTest.keyClick(page.strip.view, Qt.Key.Key_Return)
    assert stored(library, page, cluster.uid).decision.gold[0].place == cluster.variants[1].place
    assert page.deciding.cluster.is_open_difference, "the way goes on"


def test_at_a_tie_of_edges_the_words_are_asked_for_before_the_label(page, library) -> None:
    cluster = go_to(page, Difference.BOUNDARY)
    page.acting.chosen = None
    press(page, "review.relabel")
    assert page.panel.question.text() == "Which words?"
    press(page, "2")
    assert page.acting.mode is Mode.LABELS
    press(page, "1")
    gold = stored(library, page, cluster.uid).decision.gold[0]
    assert (gold.start, gold.end) == (cluster.variants[1].start, cluster.variants[1].end)


def test_hints_name_what_works_now(page) -> None:
    go_to(page, Difference.BOUNDARY)
    assert [hint.words for hint in page.hints()] == ["take this one", "majority", "decide later", "next"]
    page.acting.chosen = None
    assert [hint.words for hint in page.hints()] == ["take this one", "none", "decide later", "next"]
    press(page, "review.reject")
    assert "undo decision" in [hint.words for hint in page.hints()]


def test_what_was_taken_with_other_edges_is_told_in_words(page) -> None:
    cluster = go_to(page, Difference.BOUNDARY)
    page.focus_text()
    press(page, "review.edit")
    QTest.keyClick(page.text, Qt.Key.Key_Left)
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    page.acting.go_to(cluster.uid)
    said = page.panel.state.text()
    assert said.startswith("Took it with other edges: Chính trị viên Tiểu đoàn 2, Trung đoàn · position")
    assert [button.deed.words for button in page.panel.keys.buttons[8:]] == [
        "take it back",
        "earlier decisions",
    ]


def test_what_waits_for_somebody_is_counted_and_left_out(often, page, library, compared, shared) -> None:
    told: list[str] = []
    shared.said.connect(told.append)
    done = (StatusChanged(Status.IN_PROGRESS, Status.DONE),)
    lan = next(each.uid for each in library.people.list() if each.name == "Lan")
    library.annotating.apply(compared[1], done, annotator_uid=lan)
    go_to(page, Difference.LABEL)
    press(page, "review.alike")
    assert page.strip.note.text() == "left out: 1 document that waits for somebody"
    assert page.strip.note.isVisible()
    assert compared[1] not in {place.document for place in page.strip.model.chosen()}
    page.strip.close_strip()
    keys = library.documents.keys(shared.corpus)
    for row in library.documents.rows(keys)[2:]:
        library.annotating.apply(row.uid, done, annotator_uid=lan)
    page.likeness.follow()
    press(page, "review.alike")
    assert told[-1] == (
        "No other open difference is like this one · left out: 4 documents that wait for somebody"
    )


def test_what_is_not_ticked_is_left(page, library, compared) -> None:
    go_to(page, Difference.LABEL)
    page.likeness._ask()
    press(page, "review.alike")
    page.strip.view.go_to(1)
    QTest.keyClick(page.strip.view, Qt.Key.Key_Space)
    QTest.keyClick(page.strip.view, Qt.Key.Key_Return)
    other = library.review.document(compared[1]).clusters
    assert all(each.is_open for each in other if each.difference is Difference.LABEL)


def test_equal_decisions_make_a_rule_that_settles_the_rest_in_one_step(often, page, library, shared) -> None:
    shared.choose(ReviewFilter(frozenset({Difference.LABEL})))
    page.deciding.open_first()
    for _ in range(3):
        assert not page.offering.is_offering
        press(page, "review.take")
        press(page, "review.next")
    assert page.panel.rule_words.text().startswith("You decided 3 times alike. A rule?")
    before = library.review.document(page.document).step
    press(page, "review.rule")
    assert len(page.strip.model.chosen()) == 2
    page.strip.button.click()
    assert library.review.document(page.document).step == before + 1
    assert library.review.next_open(shared.corpus, None, None, shared.chosen) is None
    assert not page.offering.is_offering


def test_a_rule_that_is_none_is_not_offered_again(often, page, shared) -> None:
    shared.choose(ReviewFilter(frozenset({Difference.LABEL})))
    page.deciding.open_first()
    for _ in range(3):
        press(page, "review.take")
        press(page, "review.next")
    press(page, "review.rule")
    page.strip.refuse_button.click()
    press(page, "review.take")
    assert page.panel.rule_words.isHidden()


def test_hidden_names_stand_nowhere(page, shared) -> None:
    go_to(page, Difference.BOUNDARY)
    shared.show_names(False)
    page.turn_panes()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # cards that are gone
    said = [page.text._marks.manners.names[uid] for uid in page.text._marks.manners.lines]
    said += [card.accessibleName() for card in page.panel.cards]
    said += [str(card.content) for card in page.panel.cards]
    for widget in QApplication.allWidgets():
        if page.isAncestorOf(widget):
            said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            said += [getattr(widget, "text", str)() if callable(getattr(widget, "text", None)) else ""]
    choices = [pane.person for pane in page._panes.panes] + [page.list.filters.choices.pair]
    said += [choice.itemText(row) for choice in choices for row in range(choice.count())]
    text = " ".join(map(str, said))
    assert not [words for words in map(str, said) if {"Lan", "Minh", "Thảo"} & set(re.findall(r"\w+", words))]
    assert "A, B" in text or "A, C" in text or "B, C" in text


def test_two_panes_scroll_together_and_show_one_layer_each(page) -> None:
    page.turn_panes()
    left, right = page._panes.panes
    assert page.text.isHidden()
    assert (left.person.currentText(), right.person.currentText()) == ("Lan", "Minh")
    assert len(left.text.flow.spans) == 5
    assert len(right.text.flow.spans) == 4
    assert left.text.frame == right.text.frame == (page.deciding.cluster.start, page.deciding.cluster.end)
    page.turn_panes()
    assert not page.text.isHidden()


def test_the_filter_narrows_list_and_way(page, shared) -> None:
    shared.choose(ReviewFilter(frozenset({Difference.LABEL})))
    assert len(page.list.model.uids()) == 1
    press(page, "review.next")
    assert difference(page) is Difference.LABEL


def test_settled_clusters_are_listed_below_unless_undecided_ones_are_wanted(page) -> None:
    assert len(page.list.model.uids()) == 5
    page.list.filters.undecided.click()
    assert len(page.list.model.uids()) == 3


def test_a_library_for_reading_only_lets_nothing_be_ruled(page, shared) -> None:
    shared.is_writable = False
    looking = {"review.next", "review.previous", "review.filter", "review.panes", "review.history"}
    assert set(page.handlers()) == looking


def test_steps_made_elsewhere_are_followed_and_own_ones_are_not_read_again(page, library, qtbot) -> None:
    cluster = page.deciding.cluster
    outcome = library.review.take_back(library.review.decide(page_ruling(page)).value.uid, page.document)
    page.refresh(outcome)
    qtbot.waitUntil(lambda: not page._soon.isActive())
    assert page.deciding.cluster.uid == cluster.uid


def page_ruling(page: ComparePage):
    from annotator.ui.review.compare.ruled import ruling

    return ruling(page.deciding.cluster, Verdict.REJECT)


def test_reading_the_document_anew_does_not_disturb_what_one_is_about(page) -> None:
    page.focus_text()
    press(page, "review.edit")
    QTest.keyClick(page.text, Qt.Key.Key_Left)
    span = page.acting.edges.span
    page.deciding.reread()
    assert page.acting.mode is Mode.EDGES
    assert page.acting.edges.span == span


def test_the_same_ruling_again_records_nothing(page, library) -> None:
    cluster = page.deciding.cluster
    press(page, "review.take")
    before = library.review.document(page.document).step
    page.acting.go_to(cluster.uid)
    press(page, "review.take")
    assert library.review.document(page.document).step == before


def test_alike_asked_for_at_once_opens_when_the_answer_is_there(page) -> None:
    go_to(page, Difference.LABEL)
    press(page, "review.alike")
    assert not page.strip.isHidden()


def test_who_ruled_and_when_is_told_of_what_is_settled(page) -> None:
    cluster = page.deciding.cluster
    press(page, "review.take")
    page.acting.go_to(cluster.uid)
    said = page.panel.state.text()
    assert said.startswith("Took the majority · ")
    assert "Today" in said


def test_cards_are_as_high_as_their_words_need(page) -> None:
    page.splitter.setSizes([400, 800, 240])
    QApplication.processEvents()
    cards = page.panel.cards
    assert cards[0].width() < 240
    assert [card.height() for card in cards] == [card.heightForWidth(card.width()) for card in cards]


def test_where_the_filter_ends_the_way_it_is_said_so(page, shared) -> None:
    told: list[str] = []
    shared.said.connect(told.append)
    shared.choose(ReviewFilter(frozenset({Difference.BOTH})))
    press(page, "review.next")
    assert told == ["Nothing else is open that the filter lets through. Esc shows everything again."]


def test_earlier_rulings_are_listed_and_one_is_restored_by_its_figure(page, library) -> None:
    cluster = go_to(page, Difference.BOUNDARY)
    press(page, "review.reject")
    page.acting.go_to(cluster.uid)
    page.acting.explain(Category.AMBIGUOUS, "Hai cách đều được.")
    page.acting.go_to(cluster.uid)
    press(page, "2")
    page.acting.go_to(cluster.uid)
    press(page, "review.history")
    said = past_words(page)
    assert said[0] == "Took one of them"
    assert said[1] == "in force"
    assert "Chính trị viên Tiểu đoàn 2 · position" in said
    assert any("ambiguous text · “Hai cách đều được.”" in words for words in said)
    assert not page.panel.cards[0].isVisible()
    assert set(page.handlers()) == {"1", "2", "review.history"}
    press(page, "1")
    assert stored(library, page, cluster.uid).decision.verdict is Verdict.REJECT
    assert stored(library, page, cluster.uid).decision.category is Category.AMBIGUOUS
    assert page.deciding.cluster.decision.verdict is Verdict.REJECT
    assert past_words(page) == []
    QApplication.processEvents()
    assert page.panel.cards[0].isVisible()


def test_escape_leaves_earlier_rulings_and_hidden_names_are_hidden_there_too(page, shared, library) -> None:
    lan = next(person for person in library.people.list() if person.name == "Lan")
    cluster = go_to(page, Difference.BOUNDARY)
    press(page, "review.history")
    assert page.acting.mode is Mode.READING
    library.people.become(lan.uid)
    press(page, "2")
    page.acting.go_to(cluster.uid)
    page.focus_text()
    press(page, "review.history")
    assert any("Lan, " in words for words in past_words(page))
    shared.show_names(False)
    assert not any("Lan" in words for words in past_words(page))
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert page.acting.mode is Mode.READING
    assert past_words(page) == []


def test_what_was_taken_back_can_be_brought_back(page, library) -> None:
    cluster = go_to(page, Difference.BOUNDARY)
    press(page, "2")
    page.acting.go_to(cluster.uid)
    press(page, "review.take_back")
    press(page, "review.history")
    assert past_words(page)[0] == "Taken back"
    press(page, "1")
    assert stored(library, page, cluster.uid).decision.verdict is Verdict.TAKE


def test_a_finished_document_is_opened_again_where_it_says_so(page, library, compared) -> None:
    assert page.list.reopen_button.isHidden()
    assert "review.reopen" not in page.handlers()
    press(page, "review.finish")
    press(page, "review.finish")
    page.open(compared[0])
    assert page.list.head.text() == "Finished, 3 open"
    assert page.list.reopen_button.key == "O"
    press(page, "review.reopen")
    assert page.list.head.text() == "3 to decide"
    assert page.list.reopen_button.isHidden()
    assert library.review.document(compared[0]).gold_status is Status.IN_PROGRESS
