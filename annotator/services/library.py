"""Opens a library and puts its use-cases together: the only composition root below Qt.

Thread rule: methods that write are called from one thread, the library's writer; methods that read from any,
each on a reading connection of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, Self, runtime_checkable

from annotator import ways
from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.services.use_case import UseCase
from annotator.storage.file.opening import open_store
from annotator.storage.replica import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from annotator.messages import Message
    from annotator.model.document import Annotator
    from annotator.model.outcome import Outcome
    from annotator.services.annotating import Annotating
    from annotator.services.documents.corpora import Corpora
    from annotator.services.documents.describing import Describing
    from annotator.services.documents.documents import Documents
    from annotator.services.documents.filters import Filters
    from annotator.services.documents.marking import Marking
    from annotator.services.documents.purging import Purging
    from annotator.services.export.exporting import Exporting
    from annotator.services.export.recipes import Recipes
    from annotator.services.export.snapshots import Snapshots
    from annotator.services.figures.figures import Figures
    from annotator.services.figures.measuring import Measuring
    from annotator.services.find.boundaries import Boundaries
    from annotator.services.find.consistency import Consistency
    from annotator.services.find.propagating import Propagating
    from annotator.services.find.searching import Searching
    from annotator.services.intake.importing import Importing
    from annotator.services.labels.codebook import Codebooks
    from annotator.services.labels.labels import Labels
    from annotator.services.labels.presets import Presets
    from annotator.services.labels.work_lists import WorkLists
    from annotator.services.packages.packages import Packages
    from annotator.services.past.history import History
    from annotator.services.people import People
    from annotator.services.review.accepting import Accepting
    from annotator.services.review.agreeing import Agreeing
    from annotator.services.review.comments import Comments
    from annotator.services.review.feedback import Feedback
    from annotator.services.review.review import Review
    from annotator.services.review.rounds import Rounds
    from annotator.services.review.rules import Rules
    from annotator.services.review.string_review import StringReview
    from annotator.services.safety.backups import Backups
    from annotator.services.safety.checking import Checking
    from annotator.services.safety.copies import Copies
    from annotator.storage.store import Store

    InWriter = Callable[[Callable[[], Outcome[Any]]], Outcome[Any]]

_URL_MARK = "://"
_SQLITE = "sqlite:///"

_NOBODY: Final = say(
    "The library does not say rightly who is at the desk, so nothing is written into it: work would be put "
    "down to nobody. {way}",
    way=ways.REPAIR,
)


@runtime_checkable
class ServesWindow(Protocol):
    """A use-case with long acts, whose writes wait behind those of the person."""

    def serve_window(self, in_writer: InWriter) -> None:
        """From now on make each write through `in_writer`."""


class Library:
    """An open library and all that can be done with it.

    Attributes:
        uid: of the library.
        store: its storage, for the use-cases that are built outside (importing).
    """

    store: Store

    accepting: UseCase[Accepting] = UseCase("review.accepting:Accepting")
    agreeing: UseCase[Agreeing] = UseCase("review.agreeing:Agreeing")
    annotating: UseCase[Annotating] = UseCase("annotating:Annotating")
    backups: UseCase[Backups] = UseCase("safety.backups:Backups")
    boundaries: UseCase[Boundaries] = UseCase("find.boundaries:Boundaries")
    checking: UseCase[Checking] = UseCase("safety.checking:Checking")
    codebook: UseCase[Codebooks] = UseCase("labels.codebook:Codebooks")
    comments: UseCase[Comments] = UseCase("review.comments:Comments")
    consistency: UseCase[Consistency] = UseCase("find.consistency:Consistency")
    copies: UseCase[Copies] = UseCase("safety.copies:Copies")
    corpora: UseCase[Corpora] = UseCase("documents.corpora:Corpora")
    describing: UseCase[Describing] = UseCase("documents.describing:Describing")
    documents: UseCase[Documents] = UseCase("documents.documents:Documents")
    exporting: UseCase[Exporting] = UseCase(
        "export.exporting:Exporting", lambda kind, library: kind(library.snapshots)
    )
    feedback: UseCase[Feedback] = UseCase("review.feedback:Feedback")
    figures: UseCase[Figures] = UseCase("figures.figures:Figures")
    filters: UseCase[Filters] = UseCase("documents.filters:Filters")
    history: UseCase[History] = UseCase("past.history:History")
    importing: UseCase[Importing] = UseCase("intake.importing:Importing")
    labels: UseCase[Labels] = UseCase("labels.labels:Labels")
    marking: UseCase[Marking] = UseCase("documents.marking:Marking")
    measuring: UseCase[Measuring] = UseCase("figures.measuring:Measuring")
    packages: UseCase[Packages] = UseCase("packages.packages:Packages")
    people: UseCase[People] = UseCase(
        "people:People", lambda kind, library: kind(library.store, library.annotating.forget)
    )
    presets: UseCase[Presets] = UseCase("labels.presets:Presets")
    propagating: UseCase[Propagating] = UseCase("find.propagating:Propagating")
    purging: UseCase[Purging] = UseCase("documents.purging:Purging")
    recipes: UseCase[Recipes] = UseCase("export.recipes:Recipes")
    review: UseCase[Review] = UseCase("review.review:Review")
    rounds: UseCase[Rounds] = UseCase(
        "review.rounds:Rounds", lambda kind, library: kind(library.store, library.packages)
    )
    rules: UseCase[Rules] = UseCase("review.rules:Rules")
    searching: UseCase[Searching] = UseCase("find.searching:Searching")
    snapshots: UseCase[Snapshots] = UseCase("export.snapshots:Snapshots")
    string_review: UseCase[StringReview] = UseCase("review.string_review:StringReview")
    work_lists: UseCase[WorkLists] = UseCase("labels.work_lists:WorkLists")

    def __init__(self, store: Store) -> None:
        self.store = store
        self._in_writer: InWriter | None = None
        with store.reading() as view:
            settings = read_settings(view.connection)
            key = view.people.key_of(settings.get("self", ""))
            store.actor = key or 0
        if key is None and not store.is_read_only:
            store.freeze()
            store.warnings += (_NOBODY,)
        self.uid = settings["uid"]

    @property
    def path(self) -> Path:
        """The library's file."""
        return self.store.path

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed: it was asked for, or file or folder cannot be written."""
        return self.store.is_read_only

    @property
    def is_frozen(self) -> bool:
        """Whether it could be written, but only a repair may write; the last warning says why."""
        return self.store.is_frozen

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What a person should know of the place of a new library, or of one that cannot be locked."""
        return self.store.warnings

    @property
    def self_annotator(self) -> Annotator:
        """The library's own annotator, in whose name steps are made unless told otherwise."""
        with self.store.reading() as view:
            return view.people.by_key(self.store.actor)

    def idle(self) -> bool:
        """To be called by the writer when idle for two seconds: a raw copy of the file is complete then."""
        return self.store.idle()

    def leisure(self) -> bool:
        """To be called by the writer when idle: a piece of work that can wait; whether there may be more."""
        return self.searching.fold_some()

    def serve_window(self, in_writer: InWriter) -> None:
        """From now on long acts make each write through `in_writer`, and imports read in a child process."""
        self._in_writer = in_writer
        for made in vars(self).values():
            self.introduce(made)

    def introduce(self, use_case: object) -> None:
        """Tell a use-case that does long acts where its writes go, once a window is served."""
        if self._in_writer is not None and isinstance(use_case, ServesWindow):
            use_case.serve_window(self._in_writer)

    def begin_in(self, language: Callable[[], str]) -> None:
        """From now on new corpora begin with definitions in the language that is in force then."""
        self.store.language = language

    def close(self) -> None:
        """End all connections; the library is one file again, free for others."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_library(
    where: str,
    *,
    writable: bool = True,
    create: bool = True,
    program: str = "annotator",
    at_once: bool = True,
) -> Library:
    """The library at a path or URL.

    Args:
        where: a path, taken literally; what contains "://" is a URL.
        writable: ask for the right to write; look at `Library.is_read_only` for the answer.
        create: make a library where there is none (only with `writable`).
        program: how others see this process when it holds the library.
        at_once: be ready for saving now, as a window needs it; else nothing is written or made before the
            first change that is kept.

    Raises:
        EnvironmentProblem: it cannot be opened; nothing was changed.
    """
    store = open_store(path_of(where), writable=writable, create=create, program=program, at_once=at_once)
    try:
        return Library(store)
    except BaseException:
        store.close()
        raise


def path_of(where: str) -> Path:
    """The path that a path or `sqlite:///` URL names.

    Raises:
        EnvironmentProblem: any other URL; or the path cannot be one.
    """
    if where.startswith(_SQLITE):
        where = where.removeprefix(_SQLITE)
    elif _URL_MARK in where:
        raise EnvironmentProblem(
            say(
                "{where} needs the team store, not in this version. Name a file, or leave --library out.",
                where=where,
            )
        )
    if not where or "\0" in where:
        raise EnvironmentProblem(
            say("The library needs the name of a file. Name one, or leave --library out.")
        )
    return Path(where)
