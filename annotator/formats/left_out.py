"""What a library cannot keep of a file, or takes otherwise than it stands: counted by kind, said once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.formats.base import Notices
    from annotator.messages import Message

RELATIONS: Final = "relations"
DOCUMENT_LABELS: Final = "document labels"
COMMENTS: Final = "comments"
LINKS: Final = "links"
CHAINED: Final = "chained"
TEXTS: Final = "texts"
EMPTY_SPANS: Final = "empty spans"
UNLABELLED_SPANS: Final = "unlabelled spans"
DATABASE_LINKS: Final = "database links"
EMPTY_DOCUMENTS: Final = "empty documents"
REJECTED: Final = "rejected answers"
REJECTED_SPANS: Final = "rejected spans"
IGNORED: Final = "ignored answers"
ONE_BY_ONE: Final = "one by one"
CHOICES: Final = "choices"
BARE_NUMBERS: Final = "bare numbers"
OTHER_SPANS: Final = "other spans"

SAID: Final = {
    RELATIONS: say("{count} relation was left out.|{count} relations were left out."),
    DOCUMENT_LABELS: say(
        "{count} label of a whole document was left out.|{count} labels of whole documents were left out."
    ),
    COMMENTS: say("{count} comment was left out.|{count} comments were left out."),
    LINKS: say(
        "{count} link from a span to another was left out.|{count} links from spans to others were left out."
    ),
    CHAINED: say("{count} mention in a chain was left out.|{count} mentions in chains were left out."),
    TEXTS: say(
        "{count} further text of the file was left out.|{count} further texts of the file were left out."
    ),
    DATABASE_LINKS: say(
        "{count} link to a knowledge base was left out.|{count} links to a knowledge base were left out."
    ),
    UNLABELLED_SPANS: say(
        "{count} span without a label was left out.|{count} spans without a label were left out."
    ),
    EMPTY_DOCUMENTS: say(
        "{count} document without text was left out.|{count} documents without text were left out."
    ),
    EMPTY_SPANS: say("{count} empty span was left out.|{count} empty spans were left out."),
    REJECTED: say(
        "{count} rejected answer says what is wrong, not what is right; its text came in without a layer."
        "|{count} rejected answers say what is wrong, not what is right; their texts came in without a layer."
    ),
    REJECTED_SPANS: say(
        "{count} span of a rejected answer was left out.|{count} spans of rejected answers were left out."
    ),
    IGNORED: say(
        "{count} answer was “ignore”; its text came in without a layer."
        "|{count} answers were “ignore”; their texts came in without a layer."
    ),
    ONE_BY_ONE: say(
        "{count} answer judges one span alone; whether there is more in its text was not asked."
        "|{count} answers judge one span each; whether there is more in their texts was not asked."
    ),
    CHOICES: say("{count} choice among options was left out.|{count} choices among options were left out."),
    OTHER_SPANS: say(
        "{count} value that looks like spans was kept as metadata, and is no span."
        "|{count} values that look like spans were kept as metadata, and are no spans."
    ),
    BARE_NUMBERS: say(
        "{count} label is known by its number only. Put doccano's label_types.json beside the file, or "
        "rename the label.|{count} labels are known by their numbers only. Put doccano's label_types.json "
        "beside the file, or rename the labels."
    ),
}


@dataclass(slots=True)
class LeftOut:
    """Counts by kind; a kind that was met none of says nothing.

    Attributes:
        said: kind -> what is said of it, in the order in which it is said; formats with kinds of their own
            have a table of their own.
        counts: by kind.
    """

    said: Mapping[str, Message] = field(default_factory=lambda: SAID)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, count: int = 1) -> None:
        """So many more of one kind."""
        self.counts[kind] += count

    def tell(self, notices: Notices) -> None:
        """One sentence for each kind that was met."""
        for kind, message in self.said.items():
            if count := self.counts[kind]:
                notices.add(replace(message, values={"count": count}))
