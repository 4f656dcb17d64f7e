"""The report of agreement as a file: a page of HTML that needs nothing else, or tables for a spreadsheet."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from annotator.agreement.undefined import Undefined
from annotator.errors import EnvironmentProblem, reason_of
from annotator.files import write_atomically
from annotator.messages import Message, say
from annotator.model.plain_table import as_csv
from annotator.services.review.agreement_tables import (
    compared_by_hull,
    plain_tables,
    reasons,
    report_tables,
    verbatim,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.agreement.report import AgreementReport
    from annotator.services.review.agreement_tables import Entry, ReportTable

    Render = Callable[[Message], str]

_STYLE: Final = """
:root { color-scheme: light dark; --text: #1b1f27; --quiet: #5c6573; --edge: #d9dde4; --full: #5c6573;
    --empty: #e1e4ea; --page: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e7ec; --quiet: #a3abb8; --edge: #333a45;
    --full: #a3abb8; --empty: #2c333d; --page: #14171c; } }
body { font-family: Inter, "Be Vietnam Pro", "Noto Sans", sans-serif; font-size: 15px; line-height: 1.5;
    color: var(--text); background: var(--page); max-width: 62em; margin: 32px auto; padding: 0 16px; }
h1 { font-size: 26px; margin-bottom: 4px; } h2 { font-size: 18px; margin: 32px 0 8px; }
.wide { overflow-x: auto; } table { border-collapse: collapse; }
th { text-align: left; font-weight: 500; color: var(--quiet); font-size: 13px; }
th, td { padding: 5px 20px 5px 0; border-bottom: 1px solid var(--edge); vertical-align: baseline; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { display: inline-block; width: 60px; height: 4px; margin-left: 8px; vertical-align: middle;
    border-radius: 2px; background: var(--empty); } .bar i { display: block; height: 4px; border-radius: 2px;
    background: var(--full); }
.quiet { color: var(--quiet); font-size: 13px; } .big { font-size: 20px; }
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_BARRED: Final = ("strict F1", "alpha on syllables")
"""Heads of the columns whose figures get a bar beside them."""
_WITHOUT: Final = "uid"
"""Head of a column that only programs want."""


def report_file(report: AgreementReport, suffix: str, language: str, render: Render) -> bytes:
    """The report as it goes into a file.

    Args:
        report: what to write.
        suffix: ".csv" or ".html".
        language: of the page, "en" or "vi".
        render: a message in that language.
    """
    if suffix == ".csv":
        return as_csv(plain_tables(report_tables(report), render))
    return "".join(_Page(report, language, render).parts()).encode()


def save_report(report: AgreementReport, path: Path, language: str, render: Render) -> None:
    """Write the report into a file; one whose name does not end in .csv is a page.

    Raises:
        EnvironmentProblem: it could not be written; what was there is there.
    """
    suffix = ".csv" if path.suffix.lower() == ".csv" else ".html"
    try:
        write_atomically(path, report_file(report, suffix, language, render))
    except OSError as error:
        raise EnvironmentProblem(
            say(
                "{path} could not be written ({reason}). Nothing was saved.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from error


def headline(report: AgreementReport) -> Message:
    """The one figure of a report in a sentence."""
    whole = report.whole
    figure = whole.strict_f1
    if isinstance(figure, Undefined):
        return figure.reason
    if isinstance(whole.interval, Undefined):
        return say("Strict F1 {figure} over all pairs of annotators.", figure=f"{figure:.3f}")
    low, high = whole.interval
    return say(
        "Strict F1 {figure} over all pairs of annotators; between {low} and {high} in 95 of 100 draws of "
        "other documents.",
        figure=f"{figure:.3f}",
        low=f"{low:.3f}",
        high=f"{high:.3f}",
    )


class _Page:
    def __init__(self, report: AgreementReport, language: str, render: Render) -> None:
        self._report = report
        self._language = language
        self._render = render

    def parts(self) -> Iterator[str]:
        title = self._say(say("Agreement of annotators: {corpus}", corpus=self._report.corpus))
        tables = report_tables(self._report)
        yield f'<!DOCTYPE html>\n<html lang="{html.escape(self._language)}"><head><meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield f"<title>{title}</title><style>{_STYLE}</style></head>\n<body>\n<h1>{title}</h1>\n"
        yield f'<p class="quiet">{self._say(self._extent())}</p>\n'
        yield f'<p class="big">{self._say(headline(self._report))}</p>\n'
        for table in tables:
            yield from self._table(table)
        yield from self._notes(tables)
        yield "</body></html>\n"

    def _extent(self) -> Message:
        return say(
            "{count} document that at least two have looked at"
            "|{count} documents that at least two have looked at",
            count=self._report.documents,
        )

    def _notes(self, tables: tuple[ReportTable, ...]) -> Iterator[str]:
        missing = reasons(tables)
        if missing:
            yield f"<h2>{self._say(say('Where a dash stands'))}</h2>\n<ul>"
            yield from (f"<li>{self._say(reason)}</li>" for reason in missing)
            yield "</ul>\n"
        yield f"<h2>{self._say(say('How it was reckoned'))}</h2>\n"
        hulls = compared_by_hull(self._report)
        notes = _HOW if hulls is None else (*_HOW, hulls)
        yield from (f'<p class="quiet">{self._say(note)}</p>\n' for note in notes)

    def _table(self, table: ReportTable) -> Iterator[str]:
        shown = [column for column, head in enumerate(table.heads) if head.text != _WITHOUT]
        barred = {column for column, head in enumerate(table.heads) if head.text in _BARRED}
        numbers = {column for column in shown if not isinstance(table.rows[0][column], str | Message)}
        yield f'<h2>{self._say(table.title)}</h2>\n<div class="wide"><table>\n<tr>'
        for column in shown:
            yield f"<th{_number(column in numbers)}>{self._say(table.heads[column])}</th>"
        yield "</tr>\n"
        for row in table.rows:
            cells = (self._cell(row[column], column in numbers, column in barred) for column in shown)
            yield f"<tr>{''.join(cells)}</tr>\n"
        yield "</table></div>\n"

    def _cell(self, entry: Entry, is_number: bool, is_barred: bool) -> str:
        match entry:
            case Undefined():
                words, bar = f'<span title="{self._say(entry.reason)}">–</span>', ""
            case float():
                words = self._decimal(entry)
                bar = _bar(entry) if is_barred else ""
            case int():
                words, bar = str(entry), ""
            case Message():
                words, bar = self._say(entry), ""
            case _:
                words, bar = self._say(verbatim(entry)), ""
        return f"<td{_number(is_number)}>{words}{bar}</td>"

    def _decimal(self, value: float) -> str:
        written = f"{value:.3f}"
        return written.replace(".", ",") if self._language == "vi" else written

    def _say(self, message: Message) -> str:
        return html.escape(" ".join(self._render(message).split()))


_HOW: Final = (
    say(
        "Equal spans of one person count once. Spans of two people are paired: first those with the same "
        "boundaries and label, then the same boundaries, then those that overlap, one to one, the larger "
        "overlap first. A document counts for a pair when both have a layer on it."
    ),
    say(
        "Strict F1 is twice the spans that both have, over all spans of the one and of the other. Boundary "
        "F1 asks for the same boundaries alone, type F1 for the same label and an overlap; partial F1 gives "
        "an overlap half."
    ),
    say(
        "Alpha is Krippendorff's for nominal values, on syllables, one label at a time: 1 is agreement, 0 "
        "what chance gives. An interval holds 95 of 100 figures when documents are drawn anew, a thousand "
        "times."
    ),
)


def _number(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _bar(value: float) -> str:
    width = max(0.0, min(1.0, value)) * 100
    return f'<span class="bar"><i style="width:{width:.0f}%"></i></span>'
