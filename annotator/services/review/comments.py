"""Use-cases on comments: threads of plain words on a document, a range, a span or a cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched
from annotator.model.review import Comment
from annotator.services.labels.names import require_text
from annotator.services.lookup import corpus_key, document_key
from annotator.storage.types import utc_now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message
    from annotator.model.document import Annotator
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.comments import CommentHome
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

_SHOWN: Final = 60


class Comments:
    """The comments of a library. Whoever is at the desk is the author."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_document(self, document: str) -> tuple[Comment, ...]:
        """All on a document: threads in order of time, answers after what they answer.

        Raises:
            UserError: there is no such document.
        """
        with self._store.reading() as view:
            return threaded(view.comments.of_document(document_key(view, document)))

    def open_in(self, corpus: str) -> tuple[Comment, ...]:
        """First remarks of the threads of a corpus that nobody has resolved, the oldest first.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            return tuple(view.comments.open_in(corpus_key(view, corpus)))

    def add(
        self,
        document: str,
        text: str,
        *,
        span: str = "",
        cluster: str = "",
        start: int | None = None,
        end: int | None = None,
    ) -> Outcome[Comment]:
        """Begin a thread.

        Args:
            document: uid.
            text: plain.
            span: uid of a span of the document; its range is kept, so that the thread outlives it.
            cluster: uid of a cluster; give its range too.
            start: of a range in code points; without it and without a span the whole document is meant.
            end: likewise, half open.

        Raises:
            UserError: there are no words, no such document or span, or the range does not lie in the text.
        """
        words = _checked(text)
        with self._store.saving() as unit:
            key = document_key(unit, document)
            if span:
                start, end = _range_of(unit, key, span)
            _check_range(unit, key, start, end)
            named = unit.documents.uids([key])[key]
            made = Comment(new_uid(), named, _self(unit), words, utc_now(), span, cluster, start, end)
            return _write_new(unit, made, key, say("Comment: {words}", words=_short(words)))

    def answer(self, uid: str, text: str) -> Outcome[Comment]:
        """Answer a remark; an answer to an answer goes into the same thread.

        Raises:
            UserError: there are no words, or no such remark.
        """
        words = _checked(text)
        with self._store.saving() as unit:
            first = _first(unit, uid)
            asked = first.comment
            made = Comment(new_uid(), asked.document, _self(unit), words, utc_now(), reply_to=asked.uid)
            return _write_new(unit, made, first.document, say("Answer: {words}", words=_short(words)))

    def edit(self, uid: str, text: str) -> Outcome[Comment]:
        """Put other words in place of one's own.

        Raises:
            UserError: there are no words, no such remark, or another person wrote it.
        """
        words = _checked(text)
        with self._store.saving() as unit:
            home = _living(unit, uid)
            author = home.comment.author
            if author.uid != _self(unit).uid:
                raise UserError(
                    say(
                        "{name} wrote this comment, and only {name} can change it. Answer it.",
                        name=author.name,
                    )
                )
            if home.comment.text == words:
                return Outcome(home.comment)
            step = _step(unit, home, say("Comment changed: {words}", words=_short(words)))
            unit.comments.change(uid, step, text=words)
            return _committed(unit, uid, home)

    def resolve(self, uid: str) -> Outcome[Comment]:
        """Say that nothing is left to do about a thread; any of its remarks names it.

        Raises:
            UserError: there is no such remark.
        """
        return self._settle(uid, resolved=True)

    def reopen(self, uid: str) -> Outcome[Comment]:
        """Open a resolved thread again.

        Raises:
            UserError: there is no such remark.
        """
        return self._settle(uid, resolved=False)

    def _settle(self, uid: str, *, resolved: bool) -> Outcome[Comment]:
        with self._store.saving() as unit:
            first = _first(unit, uid)
            if first.comment.is_resolved == resolved:
                return Outcome(first.comment)
            words = _short(first.comment.text)
            summary = (
                say("Comment resolved: {words}", words=words)
                if resolved
                else say("Comment opened again: {words}", words=words)
            )
            unit.comments.change(first.comment.uid, _step(unit, first, summary), resolved=int(resolved))
            return _committed(unit, first.comment.uid, first)

    def remove(self, uid: str) -> Outcome[int]:
        """Remove a remark, the first of a thread with its answers; how many went.

        Raises:
            UserError: there is no such remark.
        """
        with self._store.saving() as unit:
            home = _living(unit, uid)
            gone = [uid, *unit.comments.answers(uid)]
            step = _step(unit, home, say("Comment removed: {words}", words=_short(home.comment.text)))
            unit.comments.end(gone, step)
            return Outcome(len(gone), Touched.REVIEW, (home.comment.document,), unit.commit())


def threaded(comments: Sequence[Comment]) -> tuple[Comment, ...]:
    """Comments in order of time, sorted so that answers come right after the remark they answer.

    An answer whose remark is not there (a package may bring it before) stands where its time is.
    """
    there = {comment.uid for comment in comments}
    answers: dict[str, list[Comment]] = {}
    for comment in comments:
        if comment.reply_to in there:
            answers.setdefault(comment.reply_to, []).append(comment)
    firsts = [comment for comment in comments if comment.reply_to not in there]
    return tuple(each for first in firsts for each in (first, *answers.get(first.uid, ())))


def _checked(text: str) -> str:
    require_text(text)
    words = text.strip()
    if not words:
        raise UserError(say("A comment needs words. Write some and try again."))
    return words


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"


def _self(unit: UnitOfWork) -> Annotator:
    return unit.people.by_key(unit.actor)


def _range_of(unit: UnitOfWork, document: int, span: str) -> tuple[int, int]:
    home = unit.spans.home(span)
    place = unit.spans.place(span)
    if home is None or place is None or home[0] != document:
        raise UserError(say("There is no span {uid} in this document (any more).", uid=span))
    return place


def _check_range(unit: UnitOfWork, document: int, start: int | None, end: int | None) -> None:
    if start is None and end is None:
        return
    if start is None or end is None or not 0 <= start < end <= len(unit.documents.text(document)):
        raise UserError(say("What the comment is about does not lie in the text of the document."))


def _living(view: Repositories, uid: str) -> CommentHome:
    found = view.comments.living(uid)
    if found is None:
        raise UserError(say("There is no comment {uid} in this library (any more).", uid=uid))
    return found


def _first(view: Repositories, uid: str) -> CommentHome:
    """The first remark of the thread that a remark belongs to; itself where the first is gone."""
    found = _living(view, uid)
    above = view.comments.living(found.comment.reply_to) if found.comment.reply_to else None
    return found if above is None else above


def _step(unit: UnitOfWork, home: CommentHome, summary: Message) -> int:
    version = unit.documents.version(home.document)
    return unit.step("comment", summary, corpus_key=version.corpus, document=home.comment.document)


def _write_new(unit: UnitOfWork, made: Comment, document: int, summary: Message) -> Outcome[Comment]:
    step = unit.step(
        "comment", summary, corpus_key=unit.documents.version(document).corpus, document=made.document
    )
    unit.comments.add(made, document, unit.actor, step)
    return Outcome(made, Touched.REVIEW, (made.document,), unit.commit())


def _committed(unit: UnitOfWork, uid: str, home: CommentHome) -> Outcome[Comment]:
    value = _living(unit, uid).comment
    return Outcome(value, Touched.REVIEW, (home.comment.document,), unit.commit())
