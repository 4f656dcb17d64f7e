"""What names, keys and texts of the codebook may be, said in a sentence."""

from __future__ import annotations

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.codebook import LONGEST_TEXT
from annotator.model.label import LONGEST_NAME, is_key, is_name

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
            "control characters and unseen marks of writing direction. Choose another.",
            name=beginning if len(name) <= _SHOWN else f"{beginning}…",
            limit=LONGEST_NAME,
        )
    )


def require_key(key: str) -> None:
    """Refuse what can be no label's key (`model.label.is_key`).

    Raises:
        UserError: the sentence shows it.
    """
    if not is_key(key):
        shown = "".join(sign if sign.isprintable() else " " for sign in key[:_SHOWN])
        raise UserError(
            say(
                "“{key}” cannot be a label's key: a key is one letter, digit or sign, and [ ] {{ }} ! ? mean "
                "something else in the article. Choose another.",
                key=shown,
            )
        )


def require_text(text: str) -> None:
    """Refuse what cannot be kept as a definition, rule or note.

    Raises:
        UserError: it is too long, or holds half a character or NUL.
    """
    if len(text) > LONGEST_TEXT:
        raise UserError(
            say(
                "This text has {length} characters, and at most {limit} are kept. Shorten it.",
                length=len(text),
                limit=LONGEST_TEXT,
            )
        )
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise UserError(
            say("This text holds NUL or half a character, which nothing can keep. Write it again.")
        )
