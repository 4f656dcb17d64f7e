"""Brings single documents of a copy back into the living library, as one step that can be undone.

All that the copy holds of a document is then as it was there: text, title, every layer with its spans,
comments and decisions. What was made since stays beside it, or goes where the document is wanted exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.difference import BroughtBack
from annotator.model.outcome import Outcome, Touched
from annotator.services.past.bringing_back import BRING_BACK, check_no_merge_since, told
from annotator.storage.copies.carrying import Carrier
from annotator.storage.rewriting import Plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message
    from annotator.storage.repositories import Repositories
    from annotator.storage.unit_of_work import UnitOfWork

_EVERYTHING: Final = (
    Touched.SPANS
    | Touched.LABELS
    | Touched.DOCUMENTS
    | Touched.CORPORA
    | Touched.PEOPLE
    | Touched.REVIEW
    | Touched.WHOLESALE
)
_NAMED: Final = 100


def bring_documents_back(
    unit: UnitOfWork, copy: Repositories, documents: Sequence[str], made: str, *, exactly: bool
) -> Outcome[BroughtBack]:
    """Bring documents back within a unit of work, which is committed.

    Args:
        unit: the library.
        copy: of it.
        documents: uids.
        made: when the copy was made, as it is said.
        exactly: whether what was made since goes.

    Raises:
        UserError: which of them cannot come back, and why; nothing was changed.
        EnvironmentProblem: the copy does not hold them whole; nothing was changed.
    """
    moment = _common_step(unit, copy)
    keys = [_checked(unit, copy, uid, moment) for uid in dict.fromkeys(documents)]
    step = unit.step(BRING_BACK, say("Brought back from a backup"))
    plan = Plan(unit.connection)
    carrier = Carrier(copy, unit, plan, exactly=exactly)
    own, homes = zip(*(carrier.document(key) for key in keys), strict=True)
    plan.settle()
    _require_documents(plan)
    done = _counted(plan, len(own))
    if not plan.changing():
        return Outcome(done)
    uids = tuple(unit.documents.uids(own).values())
    home = homes[0] if len(set(homes)) == 1 else None
    summary = _summary(copy.documents.version(keys[0]).title, len(own), made)
    unit.steps.describe(step, summary, home, uids[0] if len(uids) == 1 else None)
    unit.projection.mark(own)
    plan.write(step)
    unit.projection.refresh()
    return Outcome(done, _EVERYTHING, uids if len(uids) <= _NAMED else (), unit.commit())


def _common_step(unit: Repositories, copy: Repositories) -> int:
    """The last step that both have; 0 where the library went another way since."""
    seq = copy.steps.newest()
    then, now = copy.steps.info(seq), unit.steps.info(seq)
    return seq if then is not None and now is not None and then.uid == now.uid else 0


def _checked(unit: Repositories, copy: Repositories, uid: str, moment: int) -> int:
    """The key in the copy of a document that can come back."""
    key = copy.documents.key_of(uid)
    if key is None:
        raise UserError(say("The backup holds no document {uid}.", uid=uid))
    version = copy.documents.version(key)
    corpus = copy.corpora.get(version.corpus)
    home = unit.corpora.key_of(corpus.uid)
    if home is not None and unit.corpora.is_binned(home):
        raise UserError(
            say(
                "“{title}” cannot come back: its corpus {corpus} lies in the bin. Take the corpus out of the "
                "bin first.",
                title=version.title,
                corpus=corpus.name,
            )
        )
    main = copy.documents.uids([key])[key]
    present = unit.documents.key_of(main)
    if present is not None:
        _require_same_text(unit, present, version.text_sha256, version.title)
        check_no_merge_since(unit, main, present, moment)
    return key


def _require_same_text(unit: Repositories, present: int, sha256: str, title: str) -> None:
    if unit.documents.version(present).text_sha256 != sha256:
        raise UserError(
            say(
                "“{title}” cannot come back: a document with another text goes by its uid now. Export it "
                "from the backup and import it.",
                title=title,
            )
        )


def _require_documents(plan: Plan) -> None:
    """Refuse all when one document cannot come back, as where its very text is there again."""
    for item in plan.items("document_version"):
        if item.left is not None and item.then is not None:
            raise UserError(
                say(
                    "“{title}” cannot come back: the corpus holds another document with this very text. Put "
                    "that one into the bin first.",
                    title=str(item.then["title"]),
                )
            )


def _counted(plan: Plan, documents: int) -> BroughtBack:
    summed = told(plan)
    spans = [item for item in plan.items("span_version") if item.left is None]
    return BroughtBack(
        documents if plan.changing() else 0,
        sum(item.now is None for item in spans),
        sum(item.now is not None and item.then is not None for item in spans),
        sum(item.then is None for item in spans),
        summed.left,
        summed.reasons,
    )


def _summary(title: str, count: int, made: str) -> Message:
    if count == 1:
        return say("“{title}” brought back from the backup of {made}", title=title, made=made)
    return say(
        "{count} document brought back from the backup of {made}|{count} documents brought back from the "
        "backup of {made}",
        count=count,
        made=made,
    )
