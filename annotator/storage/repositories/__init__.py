"""One repository an aggregate: frozen values out, steps and values in. Keys are row numbers, uids travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.storage.pasts import Pasts
from annotator.storage.projection import Projection
from annotator.storage.repositories.aliases import Aliases
from annotator.storage.repositories.comments import Comments
from annotator.storage.repositories.conditions import Conditions
from annotator.storage.repositories.corpora import Corpora
from annotator.storage.repositories.decisions import DecisionRows
from annotator.storage.repositories.documents import Documents
from annotator.storage.repositories.figures import FigureRows
from annotator.storage.repositories.filters import FilterRows
from annotator.storage.repositories.guidance import Guidances
from annotator.storage.repositories.intended import IntendedRows
from annotator.storage.repositories.label_spans import LabelSpans
from annotator.storage.repositories.labels import Labels
from annotator.storage.repositories.layer_times import LayerTimes
from annotator.storage.repositories.layers import Layers
from annotator.storage.repositories.learned import RuleRows
from annotator.storage.repositories.lists import Lists
from annotator.storage.repositories.many import Many
from annotator.storage.repositories.meeting import Meeting
from annotator.storage.repositories.people import People
from annotator.storage.repositories.received import ReceivedRows
from annotator.storage.repositories.recipes import RecipeRows
from annotator.storage.repositories.reviewed import ReviewRows
from annotator.storage.repositories.rounds import RoundRows
from annotator.storage.repositories.samples import SampleRows
from annotator.storage.repositories.search import Search
from annotator.storage.repositories.spans import Spans
from annotator.storage.repositories.stream import Stream
from annotator.storage.steps import Steps

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Repositories:
    """All repositories over one connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.aliases = Aliases(connection)
        self.comments = Comments(connection)
        self.conditions = Conditions(connection)
        self.corpora = Corpora(connection)
        self.decisions = DecisionRows(connection)
        self.documents = Documents(connection)
        self.figures = FigureRows(connection)
        self.filters = FilterRows(connection)
        self.intended = IntendedRows(connection)
        self.guidance = Guidances(connection)
        self.label_spans = LabelSpans(connection)
        self.labels = Labels(connection)
        self.layer_times = LayerTimes(connection)
        self.layers = Layers(connection)
        self.lists = Lists(connection)
        self.pasts = Pasts(connection)
        self.many = Many(connection)
        self.meeting = Meeting(connection)
        self.people = People(connection)
        self.received = ReceivedRows(connection)
        self.recipes = RecipeRows(connection)
        self.reviewed = ReviewRows(connection)
        self.rounds = RoundRows(connection)
        self.samples = SampleRows(connection)
        self.rules = RuleRows(connection)
        self.search = Search(connection)
        self.spans = Spans(connection)
        self.stream = Stream(connection)
        self.steps = Steps(connection)
        self.projection = Projection(connection)
