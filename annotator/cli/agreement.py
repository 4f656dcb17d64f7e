"""The command that says how far annotators agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.agreement.undefined import Undefined
from annotator.cli.outputs import writable_file
from annotator.cli.request import person_named
from annotator.errors import UserError
from annotator.messages import Message, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.agreement.report import AgreementReport, ChanceFigures, LabelFigures, PairFigures
    from annotator.agreement.undefined import Figure
    from annotator.cli.console import Console
    from annotator.cli.request import Commands, Request
    from annotator.services.review.agreement_tables import Entry

_VIEWS: Final = ("strict_f1", "boundary_f1", "partial_f1", "type_f1")
_ALONE: Final = say(
    "Fewer than two people have a layer on a document of this corpus: there is no pair to compare."
)
_UNSHOWN: Final = ("documents",)
"""Tables that are too long for a terminal; a file has them."""


def add_commands(commands: Commands) -> None:
    """Put the command in."""
    render = commands.render
    parser = commands.add("agreement", say("say how far annotators agree on a corpus"), _agreement)
    commands.corpus_option(parser)
    parser.add_argument(
        "--annotators",
        metavar="A,B,...",
        help=render(say("whose layers to compare, by name or uid; without it those of all people")),
    )
    parser.add_argument("--document", metavar="UID", help=render(say("only this document")))
    parser.add_argument(
        "--advanced",
        action="store_true",
        help=render(say("also kappa, alpha-U and gamma, which take longer")),
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        help=render(say("write the report into a file that ends in .csv or .html; must not exist")),
    )
    parser.add_argument("--force", action="store_true", help=render(say("replace what is at FILE")))


def _agreement(request: Request) -> int:
    words = request.words
    if words.output:
        _require_possible(words.output, force=words.force)
    from annotator.agreement.report import AgreementScope  # numbers load what other commands need not
    from annotator.services.review.agreement_tables import compared_by_hull

    with request.reading() as library:
        corpus = library.corpora.named(words.corpus)
        named = [name.strip() for name in (words.annotators or "").split(",") if name.strip()]
        people = [person_named(library, name).uid for name in named]
        scope = AgreementScope(tuple(people), (words.document,) if words.document else ())
        report = library.agreeing.report(
            corpus.uid, scope, by_chance=words.advanced, go_on=request.console.progress
        )
    if words.output:
        _write(request, report)
    request.console.document(_json(report, request.console))
    hulls = compared_by_hull(report)
    if hulls is not None:
        request.console.tell(hulls)
    if not request.console.as_json and not words.output:
        _print(request, report)
    return 0


def _require_possible(output: str, *, force: bool) -> None:
    if Path(output).suffix.lower() not in (".csv", ".html"):
        raise UserError(
            say(
                "{path}: a report of agreement is written as .csv or .html. Choose a name that ends so.",
                path=output,
            )
        )
    writable_file(output, force=force)


def _write(request: Request, report: AgreementReport) -> None:
    from annotator.language import persons_language
    from annotator.services.review.agreement_page import save_report

    path = request.words.output
    save_report(report, Path(path), persons_language(request.words.language), request.console.render)
    request.console.line(say("{path}: the report of agreement was written.", path=path))


def _print(request: Request, report: AgreementReport) -> None:
    from annotator.services.review.agreement_tables import reasons, report_tables, verbatim

    console = request.console
    if not report.pairs:
        console.tell(_ALONE)
    shown = {table.name: table for table in report_tables(report) if table.name not in _UNSHOWN}
    tables = list(shown.values()) if report.pairs else [shown["annotators"]] if report.people else []
    for table in tables:
        console.line(table.title)
        console.table(table.heads, [[_cell(console, entry) for entry in row] for row in table.rows])
        console.line(verbatim(""))
    console.tell(*reasons(tables))


def _cell(console: Console, entry: Entry) -> str | int:
    match entry:
        case Undefined():
            return "–"
        case float():
            return f"{entry:.3f}"
        case Message():
            return console.render(entry)
        case _:
            return entry


def _json(report: AgreementReport, console: Console) -> dict[str, object]:
    told = _Told(report, console)
    counts = report.whole.counts
    found: dict[str, object] = {
        "annotators": list(report.names.values()),
        "documents": report.documents,
        "pairs": [told.pair(each) for each in report.pairs],
        "by_label": {report.label_name(each.label): told.label(each) for each in report.by_label},
        "disagreements": {
            **{kind.value: number for kind, number in counts.by_difference().items()},
            "duplicate": counts.duplicates,
        },
        "confusion": told.confusion(),
    }
    if report.chance is not None:
        found["advanced"] = told.advanced(report.chance)
    if not report.pairs:
        told.reasons["pairs"] = console.render(_ALONE)
    found["reasons"] = told.reasons
    return found


class _Told:
    """Figures as JSON has them; why one is null is kept in `reasons` under its place."""

    def __init__(self, report: AgreementReport, console: Console) -> None:
        self.reasons: dict[str, str] = {}
        self._report = report
        self._console = console

    def figure(self, value: Figure, *where: str) -> float | None:
        if isinstance(value, Undefined):
            self.reasons["/".join(where)] = self._console.render(value.reason)
            return None
        return value

    def _interval(self, pair: PairFigures) -> dict[str, object]:
        names, interval = self._report.names, pair.agreed.interval
        if isinstance(interval, Undefined):
            self.figure(interval, "intervals", f"{names[pair.a]}, {names[pair.b]}")
            return {"documents": pair.agreed.documents, "strict_f1": None}
        return {"documents": pair.agreed.documents, "strict_f1": list(interval)}

    def pair(self, pair: PairFigures) -> dict[str, object]:
        names, agreed = self._report.names, pair.agreed
        two = (names[pair.a], names[pair.b])
        where = ("pairs", ", ".join(two))
        figures = {name: self.figure(getattr(agreed, name), *where, name) for name in _VIEWS}
        both = agreed.counts.agree
        return {
            "a": two[0],
            "b": two[1],
            **figures,
            "both": both,
            "only_a": agreed.counts.spans_a - both,
            "only_b": agreed.counts.spans_b - both,
        }

    def label(self, label: LabelFigures) -> dict[str, object]:
        where = ("by_label", self._report.label_name(label.label))
        return {
            "strict_f1": self.figure(label.shared.strict_f1, *where, "strict_f1"),
            "alpha": self.figure(label.alpha, *where, "alpha"),
        }

    def confusion(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for (one, other), number in self._report.confusion.items():
            found.setdefault(self._report.label_name(one), {})[self._report.label_name(other)] = number
        return found

    def advanced(self, chance: ChanceFigures) -> dict[str, object]:
        report = self._report
        return {
            "strict_f1": self.figure(report.whole.strict_f1, "strict_f1"),
            "intervals": [
                {"a": report.names[each.a], "b": report.names[each.b], **self._interval(each)}
                for each in report.pairs
            ],
            "kappa": self._by_pair(chance.kappa, "kappa"),
            "fleiss": self._by_label(chance.fleiss, "fleiss"),
            "alpha_u": self._by_pair(chance.alpha_u, "alpha_u"),
            "gamma": self.figure(chance.gamma.value, "gamma"),
        }

    def _by_pair(
        self, held: Mapping[tuple[str, str], Mapping[str, Figure]], name: str
    ) -> list[dict[str, object]]:
        names = self._report.names
        return [
            {
                "a": names[a],
                "b": names[b],
                "by_label": self._by_label(figures, name, f"{names[a]}, {names[b]}"),
            }
            for (a, b), figures in held.items()
        ]

    def _by_label(self, figures: Mapping[str, Figure], *where: str) -> dict[str, float | None]:
        named = {self._report.label_name(label): value for label, value in figures.items()}
        return {label: self.figure(value, *where, label) for label, value in named.items()}
