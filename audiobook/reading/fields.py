"""Labelled lines about a book: "Title: ...", "Rating: PG", "Pairing: ...".

Knows which labels speak about a text. Labels that belong to the story ("Setting:", a speaker's name) are not among
them. Refuses to know where in a text a line stands.
"""

import re
from dataclasses import dataclass

_FIELD = re.compile(r"[\W_]*(?P<label>[A-Za-z][\w'’/&# -]{0,28}?)[*_ ]*:[*_]*(?:\s+|$)(?P<value>.*)", re.DOTALL)
_CERTAIN_WORDS = (
    "title author rating rated pairing pairings fandom fandoms disclaimer disclaimers summary spoiler spoilers archive "
    "archived archiving feedback beta betas ship ships genre genres distribution classification penname"
)
_CERTAIN_PHRASES = (
    "beta reader", "story url", "author url", "word count", "written by", "main pairing", "content warning",
    "content warnings", "trigger warning", "trigger warnings", "story title", "pen name", "release date",
    "character set encoding",
)  # fmt: skip
_UNCERTAIN_WORDS = (
    "by story category categories characters character warning warnings note notes status words chapters published "
    "updated packaged publisher series sequel keywords language credits copyright email e-mail website url "
    "relationships relationship tags content completed posted producer editor illustrator translator storylink"
)
_CERTAIN = frozenset((*_CERTAIN_WORDS.split(), *_CERTAIN_PHRASES))
_UNCERTAIN = frozenset(_UNCERTAIN_WORDS.split())
_LONGEST_FIELD = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A labelled line about the text.

    Attributes:
        label: in lower case, without markup.
        is_certain: nobody in a story is called that; otherwise it needs a certain one beside it.
    """

    label: str
    value: str
    is_certain: bool


def read_field(text: str) -> Field | None:
    """Read a line as a field about the text; None if it is none."""
    match = _FIELD.match(text) if len(text) <= _LONGEST_FIELD else None
    label = " ".join(match["label"].lower().split()) if match else ""
    if not match or label not in _CERTAIN | _UNCERTAIN:
        return None
    return Field(label=label, value=match["value"].strip(" \t\r\n*_"), is_certain=label in _CERTAIN)
