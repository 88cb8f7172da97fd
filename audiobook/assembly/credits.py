"""The words spoken around a book: opening and closing credits, and titles that the text itself does not say.

Knows wordings and their placeholders; refuses to know how they sound. The customs: ACX asks for title, author and
narrator at the opening, and for finality at the closing ("The End"); LibriVox for title, author and reader in the first
file, and for "End of" the book in the last. LibriVox's own sentences ("This is a LibriVox recording ...") are left to
those who record for it: they would not be true of any other book.
"""

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audiobook.errors import CastError
from audiobook.language.tongues import is_english
from audiobook.model.mastering import CreditTexts, Written
from audiobook.model.release import BookTags

_OPENINGS = ("{title}.", "Written by {author}.", "Narrated by {voices}.")
_CLOSINGS = ("End of {title}.", "Written by {author}.", "Narrated by {voices}.", "The end.")
_NAMES_ALONE = ("{title}.", "{author}.")
"""In other languages than English: no English words in a book that has none."""

_MARK_AFTER_MARK = re.compile(r"(?<=[.!?…])\.")
_HOW_TO_GIVE = {
    "author": 'write author = "..." under [book]',
    "year": "write year = 2026 under [book]",
    "series": 'write series = "..." under [book]',
    "voices": "give the narrator a voice",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """What is spoken before and after a book; empty for nothing."""

    opening: str = ""
    closing: str = ""


def word_credits(texts: CreditTexts, tags: BookTags, *, by_default: bool) -> Credits:
    """Put the book's title and people into the wordings.

    Args:
        texts: a person's own wordings, which are spoken whether the profile has credits or not.
        tags: title, author (empty if nobody knows), voices, year and series.
        by_default: use the customary wordings where there is none of one's own.

    Raises:
        CastError: a wording has an unknown placeholder, or one whose value nobody has given.
    """
    values = _values(tags)
    openings, closings = (_OPENINGS, _CLOSINGS) if is_english(tags.language) else (_NAMES_ALONE, _NAMES_ALONE)
    return Credits(
        opening=_word(texts.opening, values, openings if by_default else ()),
        closing=_word(texts.closing, values, closings if by_default else ()),
    )


def _values(tags: BookTags) -> Mapping[str, str]:
    return {
        "title": tags.title,
        "author": tags.author,
        "voices": _listed(tags.voices),
        "year": tags.year or "",
        "series": tags.series or "",
    }


def _listed(names: Sequence[str]) -> str:
    """Name several as one says it aloud: "Ada, Rupert and Daisy"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _word(own: Written | None, values: Mapping[str, str], customary: Sequence[str]) -> str:
    """Fill in one's own wording, or whichever of the customary sentences have all their values."""
    if own is not None:
        return _fill(own, values).strip()
    known = {name: value for name, value in values.items() if value}
    said = (sentence.format(**known) for sentence in customary if _placeholders(sentence) <= known.keys())
    return " ".join(_MARK_AFTER_MARK.sub("", sentence) for sentence in said)


def _fill(own: Written, values: Mapping[str, str]) -> str:
    try:
        wanted = _placeholders(own.value)
    except ValueError as error:
        message = f"{own.place}: a brace stands alone in this text: {own.value[:80]}"
        raise CastError(message, hint="write {{ or }} for a brace that is meant") from error
    for name in sorted(wanted):
        if name not in values:
            listed = ", ".join(f"{{{known}}}" for known in values)
            raise CastError(f"{own.place}: {{{name}}} means nothing in credits", hint=f"there are: {listed}")
        if not values[name]:
            raise CastError(f"{own.place}: the book has no {name} to say for {{{name}}}", hint=_HOW_TO_GIVE.get(name))
    return own.value.format(**values)


def _placeholders(wording: str) -> set[str]:
    """The names between braces; what else may stand there, such as {title!r}, counts as part of the name."""
    found = set()
    for _, name, form, conversion in string.Formatter().parse(wording):
        if name is not None:
            found.add(name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else ""))
    return found
