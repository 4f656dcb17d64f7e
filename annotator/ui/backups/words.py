"""How the page of backups says when and why a copy was made, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject

from annotator.model.difference import Aspect, Change, DocumentDifference
from annotator.model.soundness import Occasion
from annotator.ui.i18n import number
from annotator.ui.parts.counts import separated
from annotator.ui.past.days import clock, day_of, day_words

if TYPE_CHECKING:
    from annotator.model.difference import NamedDifference
    from annotator.model.soundness import BackupInfo

SIGNS: Final = {Change.GAINED: "+", Change.LOST: "\u2212", Change.CHANGED: "\u2260"}
"""What stands before a span: only in the backup, only in the library, different."""


class BackupWords(QObject):
    """Sentences and short words, in the language in force."""

    def when(self, copy: BackupInfo) -> str:
        """Day and clock of a copy: "Today, 14:20"."""
        return f"{day_words(day_of(copy.time))}, {clock(copy.time)}"

    def why(self, copy: BackupInfo) -> str:
        """The occasion, "" where it is not known."""
        if copy.occasion is None:
            return ""
        return {
            Occasion.ASKED: self.tr("asked for"),
            Occasion.ROUTINE: self.tr("routine"),
            Occasion.IMPORT: self.tr("before an import"),
            Occasion.MERGE: self.tr("before a package"),
            Occasion.BULK: self.tr("before a large act"),
            Occasion.MIGRATION: self.tr("before a new version"),
            Occasion.REPAIR: self.tr("before a repair"),
            Occasion.PURGE: self.tr("before emptying the bin"),
            Occasion.RESTORE: self.tr("before bringing back"),
        }[copy.occasion]

    def holds(self, copy: BackupInfo) -> str:
        """What a copy holds, in its bin too, and how large it is."""
        size = QLocale().formattedDataSize(copy.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        documents = self.documents(copy.documents)
        if copy.binned:
            documents += " " + self.tr("+ %1 in its bin").replace("%1", number(copy.binned))
        return " · ".join((documents, self.spans(copy.spans), size))

    def of_another(self) -> str:
        """That a copy was made of another file of the library."""
        return self.tr("of another file of this library")

    def documents(self, count: int) -> str:
        """A number of documents."""
        return separated(self.tr("%n document(s)", "", count), count)

    def spans(self, count: int) -> str:
        """A number of spans."""
        return separated(self.tr("%n span(s)", "", count), count)

    def group(self, change: Change) -> str:
        """The heading over what is so."""
        return {
            Change.GAINED: self.tr("Only in the backup"),
            Change.LOST: self.tr("Only in the library"),
            Change.CHANGED: self.tr("Different"),
        }[change]

    def document(self, each: DocumentDifference) -> str:
        """What differs of a document, in few words."""
        if each.change is not Change.CHANGED:
            told = [self.spans(each.gained + each.lost)]
            told += [self.tr("in the bin here")] if each.is_binned else []
            told += [self.tr("in the backup’s bin")] if each.was_binned else []
            return " · ".join(told)
        told = [
            words.replace("%1", self.spans(count))
            for words, count in (
                (self.tr("%1 only in the backup"), each.gained),
                (self.tr("%1 only here"), each.lost),
                (self.tr("%1 different"), each.changed),
            )
            if count
        ]
        told += [self.tr("the text is damaged")] if each.has_other_text else []
        if each.aspects:
            aspects = ", ".join(self.aspect(aspect) for aspect in each.aspects)
            told.append(self.tr("different: %1").replace("%1", aspects))
        return " · ".join(told)

    def aspect(self, aspect: Aspect) -> str:
        """What differs besides the spans, in a word."""
        return {
            Aspect.TITLE: self.tr("title"),
            Aspect.TAGS: self.tr("tags"),
            Aspect.METADATA: self.tr("metadata"),
            Aspect.STATUS: self.tr("status"),
            Aspect.COMMENTS: self.tr("comments"),
            Aspect.DECISIONS: self.tr("decisions"),
        }[aspect]

    def in_short(self, each: DocumentDifference) -> str:
        """What differs of the spans of a document, where room is short: "+4 −1 ≠1"."""
        counts = ((Change.GAINED, each.gained), (Change.LOST, each.lost), (Change.CHANGED, each.changed))
        return " ".join(f"{SIGNS[change]}{number(count)}" for change, count in counts if count)

    def named(self, each: NamedDifference) -> str:
        """What differs of a label or corpus."""
        if each.was:
            return self.tr("“%1” in the backup").replace("%1", each.was)
        return self.tr("set up differently") if each.change is Change.CHANGED else ""
