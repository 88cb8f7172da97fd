"""Marks that are written but not said, covered without moving a single character.

Knows quotation marks of all conventions and characters without sound, beside the markup that `language.markup` knows;
refuses to know sentences and engines.
"""

import re

from audiobook.language.markup import FILLER, SOUNDLESS, cover_markup, is_within_word

_Match = re.Match[str]

_DOUBLE_MARKS = re.compile('["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02]')
_SINGLE_MARKS = re.compile("['\u2018\u2019\u201a\u201b\u02bc\uff07]")
_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"[^\W_]+$")

_ELIDED_AT_START = frozenset(
    ["tis", "twas", "twere", "twill", "em", "cause", "til", "till", "bout", "round", "n", "un"]
)
_ELIDED_AT_END = frozenset(["o", "an", "ol", "wi", "th", "n"])


def mask_markup(text: str) -> str:
    """Cover what is not said with `FILLER`: emphasis, headings' marks, links' addresses, quotation marks, controls.

    No letter or digit is covered except inside a link's address, an HTML tag or an entity. Apostrophes become "'".

    Returns:
        A text of exactly the same length.
    """
    text = cover_markup(SOUNDLESS.sub(FILLER, text))
    text = _DOUBLE_MARKS.sub(_cover_double_mark, text)
    return _SINGLE_MARKS.sub(_cover_single_mark, text)


def _cover_double_mark(match: _Match) -> str:
    return " " if is_within_word(match) else FILLER


def _cover_single_mark(match: _Match) -> str:
    """Tell an apostrophe, which is said, from a quotation mark, which is not."""
    if is_within_word(match):
        return "'"
    text, place = match.string, match.start()
    after = _WORD.match(text, match.end(), match.end() + 6)
    if after:
        elided = after.group().lower() in _ELIDED_AT_START or after.group()[0].isdigit()
        return "'" if elided else FILLER
    before = _LAST_WORD.search(text, max(0, place - 4), place)
    return "'" if before and before.group().lower() in _ELIDED_AT_END else FILLER
