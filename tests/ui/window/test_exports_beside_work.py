from __future__ import annotations

WAIT = 20_000


def test_an_export_ends_while_one_labels_and_leads_back_to_its_proof(at, filled, qtbot, tmp_path):
    window = at(filled)
    window.show_page("export")
    page = window.late.export_page
    qtbot.waitUntil(lambda: page.proof.answer == "1 of 1 spans will be in the file", timeout=WAIT)
    page.form.place.output.setText(str(tmp_path / "out.jsonl"))
    page.export()
    window.show_page("label")
    qtbot.waitUntil(lambda: window.status_line.job.startswith("Exported"), timeout=WAIT)
    assert window.status_line.job == "Exported: 1 of 1 spans recovered"
    window.status_line.job_button.click()
    assert window.page == "export"
    assert page.proof.answer == "1 of 1 spans recovered"
    assert window.status_line.job == ""


def test_how_far_an_export_is_stands_below_until_its_page_is_shown(at, filled):
    window = at(filled)
    page = window.late.export_page
    page.progressed.emit(3, 12)
    assert window.status_line.job == "Exporting… 25 %"
    window.show_page("export")
    assert window.status_line.job == ""


def test_an_export_that_fails_meanwhile_is_told_in_the_strip(at, filled, qtbot, tmp_path):
    window = at(filled)
    window.show_page("export")
    page = window.late.export_page
    qtbot.waitUntil(lambda: bool(page.proof.answer), timeout=WAIT)
    page.form.place.output.setText(str(tmp_path / "out.jsonl"))
    page.export()
    window.show_page("label")
    page.stop_export()
    qtbot.waitUntil(lambda: not page._is_busy, timeout=WAIT)
    assert "Exporting" not in window.status_line.job
