from __future__ import annotations

from annotator.ui.pages.ticket import Tickets


def test_an_answer_to_a_task_given_up_is_not_taken():
    tickets, heard = Tickets(), []
    tickets.draw()
    first = tickets.mine(heard.append)
    tickets.draw()
    second = tickets.mine(heard.append)
    first("late")
    second("now")
    assert heard == ["now"]
