"""From the uids people and files use to the keys storage uses, with the sentence for what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say

if TYPE_CHECKING:
    from annotator.storage.repositories import Repositories


def corpus_key(view: Repositories, uid: str) -> int:
    """The key of a corpus, in the bin or not.

    Raises:
        UserError: there is none of that uid.
    """
    key = view.corpora.key_of(uid)
    if key is None:
        raise UserError(say("There is no corpus {uid} in this library (any more).", uid=uid))
    return key


def document_key(view: Repositories, uid: str) -> int:
    """The key of a document, in the bin or not, by its uid or an alias.

    Raises:
        UserError: there is none of that uid.
    """
    key = view.documents.key_of(uid)
    if key is None:
        raise UserError(say("There is no document {uid} in this library (any more).", uid=uid))
    return key


def label_key(view: Repositories, uid: str, corpus_uid: str | None) -> tuple[int, int]:
    """(label key, corpus key) of a living label.

    Args:
        view: the repositories.
        uid: the label; standard labels have the same one in every corpus.
        corpus_uid: the corpus, needed where several have the label.

    Raises:
        UserError: there is none, or more than one.
    """
    wanted = None if corpus_uid is None else corpus_key(view, corpus_uid)
    homes = [home for home in view.labels.homes(uid) if wanted in (None, home[1])]
    if not homes:
        raise UserError(say("There is no label {uid} in this corpus (any more).", uid=uid))
    if len(homes) > 1:
        raise UserError(
            say("More than one corpus has the label {uid}: say in which it is to change.", uid=uid)
        )
    return homes[0]
