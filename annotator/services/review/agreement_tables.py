"""The report of agreement as tables: the same for the terminal, a spreadsheet and a page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from annotator.agreement.edge_words import question
from annotator.agreement.undefined import Undefined
from annotator.messages import Message, say
from annotator.model.plain_table import PlainTable
from annotator.model.review import Difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.agreement.bootstrap import Interval
    from annotator.agreement.report import Agreed, AgreementReport, ChanceFigures
    from annotator.agreement.undefined import Figure

Entry: TypeAlias = "str | int | float | Undefined | Message"
"""Data text, a count, a figure, none with its reason, or words to be said in the person's language."""

DIFFERENCES: Final = {
    Difference.AGREE: say("the same"),
    Difference.LABEL: say("another label"),
    Difference.BOUNDARY: say("other boundaries"),
    Difference.BOTH: say("other boundaries and another label"),
    Difference.MISSING: say("marked by one alone"),
}
"""Classes of pairs of spans in words."""

_MOST_EDGES: Final = 30
_STRICT: Final = say("strict F1")
_FROM: Final = say("95 %: from")
_TO: Final = say("to")
_SPANS: Final = say("spans")
_DOCUMENTS: Final = say("documents")
_LABEL: Final = say("label")


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One table.

    Attributes:
        name: short and English, for programs.
        title: for people.
        heads: of the columns.
        rows: an entry a column.
    """

    name: str
    title: Message
    heads: tuple[Message, ...]
    rows: tuple[tuple[Entry, ...], ...]


def report_tables(report: AgreementReport) -> tuple[ReportTable, ...]:
    """All tables that have rows."""
    tables = (
        _people(report),
        _pairs(report),
        _labels(report),
        _differences(report),
        _confusion(report),
        _edges(report),
        _weeks(report),
        _documents(report),
        *(() if report.chance is None else (_chance(report, report.chance),)),
    )
    return tuple(table for table in tables if table.rows)


def reasons(tables: Iterable[ReportTable]) -> list[Message]:
    """Why figures are missing, each reason once, in order."""
    entries = chain.from_iterable(chain.from_iterable(table.rows for table in tables))
    return list({str(each.reason): each.reason for each in entries if isinstance(each, Undefined)}.values())


def compared_by_hull(report: AgreementReport) -> Message | None:
    """What is said of discontinuous spans, None where there are none."""
    if not report.hulls:
        return None
    return say(
        "{count} discontinuous span was compared from its first to its last word."
        "|{count} discontinuous spans were compared from their first to their last word.",
        count=report.hulls,
    )


def verbatim(words: str) -> Message:
    """Data text where words of ours are wanted: it is the same in every language."""
    return Message("{words}", {"words": words})


def plain_tables(tables: Iterable[ReportTable], render: Callable[[Message], str]) -> list[PlainTable]:
    """As they go into a spreadsheet: numbers unrounded, an empty cell where there is no figure."""
    return [
        PlainTable(
            tuple(map(render, table.heads)),
            tuple(tuple(_plain(entry, render) for entry in row) for row in table.rows),
        )
        for table in tables
    ]


def _plain(entry: Entry, render: Callable[[Message], str]) -> str | int | float | None:
    if isinstance(entry, Undefined):
        return None
    return render(entry) if isinstance(entry, Message) else entry


def _people(report: AgreementReport) -> ReportTable:
    rows = [(report.names[each.annotator.uid], each.documents, each.spans) for each in report.people]
    return ReportTable("annotators", say("Annotators"), (say("annotator"), _DOCUMENTS, _SPANS), tuple(rows))


def _pairs(report: AgreementReport) -> ReportTable:
    heads = (
        say("first"),
        say("second"),
        _DOCUMENTS,
        _STRICT,
        _FROM,
        _TO,
        say("boundary F1"),
        say("partial F1"),
        say("type F1"),
        say("both"),
        say("first alone"),
        say("second alone"),
    )
    rows: list[tuple[Entry, ...]] = [
        (report.names[each.a], report.names[each.b], *_agreed(each.agreed)) for each in report.pairs
    ]
    if len(rows) > 1:
        rows.append((say("all pairs"), "", *_agreed(report.whole)))
    return ReportTable("pairs", say("Pairs of annotators"), heads, tuple(rows))


def _agreed(agreed: Agreed) -> tuple[Entry, ...]:
    counts = agreed.counts
    return (
        agreed.documents,
        agreed.strict_f1,
        *_between(agreed.interval),
        agreed.boundary_f1,
        agreed.partial_f1,
        agreed.type_f1,
        counts.agree,
        counts.spans_a - counts.agree,
        counts.spans_b - counts.agree,
    )


def _between(interval: Interval) -> tuple[Figure, Figure]:
    return (interval, interval) if isinstance(interval, Undefined) else interval


def _labels(report: AgreementReport) -> ReportTable:
    heads = (_LABEL, _SPANS, _STRICT, _FROM, _TO, say("alpha on syllables"))
    rows = [
        (
            report.label_name(each.label),
            each.shared.spans_a + each.shared.spans_b,
            each.shared.strict_f1,
            *_between(each.interval),
            each.alpha,
        )
        for each in report.by_label
    ]
    return ReportTable("labels", say("Labels"), heads, tuple(rows))


def _differences(report: AgreementReport) -> ReportTable:
    counts = report.whole.counts
    rows: list[tuple[Entry, ...]] = [
        (DIFFERENCES[kind], number) for kind, number in counts.by_difference().items()
    ]
    rows.append((say("repeats of one person, counted once"), counts.duplicates))
    return ReportTable(
        "differences", say("Classes of differences"), (say("class"), say("number")), tuple(rows)
    )


def _confusion(report: AgreementReport) -> ReportTable:
    """Rows: what the first of a pair called it; columns: the second."""
    used = {label for cell in report.confusion for label in cell}
    labels = [label for label in report.labels if label in used]
    rows: tuple[tuple[Entry, ...], ...] = tuple(
        (report.label_name(one), *(report.confusion.get((one, other), 0) for other in labels))
        for one in labels
    )
    heads = (say("first, then second"), *(verbatim(report.label_name(label)) for label in labels))
    return ReportTable("confusion", say("Labels on the same words"), heads, rows)


def _edges(report: AgreementReport) -> ReportTable:
    names = {uid: label.name for uid, label in report.labels.items()}
    rows = [
        (
            names.get(each.label, each.label),
            each.words,
            each.places,
            each.with_it,
            each.without,
            question(each, names),
        )
        for each in report.edges[:_MOST_EDGES]
    ]
    heads = (
        _LABEL,
        say("words at the edge"),
        say("places"),
        say("took them in"),
        say("left them out"),
        say("question for the guideline"),
    )
    return ReportTable("edges", say("Words by which boundaries differ"), heads, tuple(rows))


def _weeks(report: AgreementReport) -> ReportTable:
    rows = [(each.monday.isoformat(), each.documents, each.strict_f1) for each in report.weeks]
    return ReportTable("weeks", say("By week"), (say("week from"), _DOCUMENTS, _STRICT), tuple(rows))


def _documents(report: AgreementReport) -> ReportTable:
    heads = (say("document"), _STRICT, say("the same"), say("differences"), say("annotators"), say("uid"))
    rows = [
        (
            each.title,
            each.strict_f1,
            each.counts.agree,
            each.counts.differing,
            len(each.people),
            each.document,
        )
        for each in report.by_document
    ]
    return ReportTable("documents", say("Documents"), heads, tuple(rows))


def _chance(report: AgreementReport, chance: ChanceFigures) -> ReportTable:
    heads = (say("measure"), say("annotators"), _LABEL, say("value"))
    return ReportTable("chance", say("Beyond chance"), heads, tuple(_chance_rows(report, chance)))


def _chance_rows(report: AgreementReport, chance: ChanceFigures) -> Iterator[tuple[Entry, ...]]:
    everyone = say("all")
    for name, by_pair in ((say("Cohen's kappa"), chance.kappa), (say("alpha-U"), chance.alpha_u)):
        for (one, other), by_label in by_pair.items():
            two = f"{report.names[one]}, {report.names[other]}"
            yield from ((name, two, report.label_name(label), value) for label, value in by_label.items())
    for label, value in chance.fleiss.items():
        yield say("Fleiss's kappa"), everyone, report.label_name(label), value
    yield say("gamma"), everyone, say("all"), chance.gamma.value
