"""What labels, corpora and annotators may be called, said in a sentence."""

from __future__ import annotations

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.label import LONGEST_NAME, is_name

_SHOWN = 40


def require_name(name: str) -> None:
    """Refuse what is no name (`model.label.is_name`).

    Raises:
        UserError: the sentence shows how it begins and what a name is.
    """
    if is_name(name):
        return
    beginning = "".join(sign if sign.isprintable() else " " for sign in name[:_SHOWN])
    raise UserError(
        say(
            "“{name}” cannot be used as a name: a name is one line of at most {limit} characters, without "
            "control characters. Choose another.",
            name=beginning if len(name) <= _SHOWN else f"{beginning}…",
            limit=LONGEST_NAME,
        )
    )
