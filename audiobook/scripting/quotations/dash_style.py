"""Whether a book marks speech with dashes, and how such speech gives way to narration and comes back from it.

Knows shapes of dashes over many paragraphs; refuses to cut anything.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from audiobook.scripting.quotations.reporting_verbs import FOREIGN_SPEECH_VERBS, SPEECH_VERBS, WORD

DASH = r"(?:--|[—–―])+"
DASH_START = re.compile(rf"\s*[_*]{{0,3}}{DASH}\s*[_*]{{0,3}}(?=[\w¿¡…'’‘\"“«.(])")
"""A dash that may begin speech, at a paragraph's start."""

DASH_BEFORE_WORD = rf"(?<=\s){DASH}(?=[^\s\-—–―,;:!?)\]])"
"""A dash at a word's left: it fences off what follows, as Spanish novels do."""

DASH_AFTER_WORD = rf"(?<=[^\s\-—–―]){DASH}(?=[.,;:!?…]{{0,3}}(?:\s|\Z))"
"""A dash at a word's right: it closes the fence, before the full stop or comma."""

SPACED_DASH = rf"(?<=\s){DASH}(?=\s)"

_FENCE = re.compile(DASH_BEFORE_WORD)
_SPACED_AFTER_PAUSE = re.compile(rf"[,!?…]\s+{DASH}\s+\w")
_SPACED_BEFORE_WORD = re.compile(rf"\s{DASH}\s+(?P<word>[^\W\d_]+)")
_TALK = re.compile(r"[?!¿¡]|\b(?:I|you|your|my|me|we|us|our|yes|no)\b", re.IGNORECASE)
_LIST_ITEM = re.compile(r"\W*[a-z][^?!]*[\w;,]\s*\Z", re.DOTALL)
_SOURCE = re.compile(
    r"\W*[A-Z](?:[^\W_]|[.'’-])*"
    r"(?:[ \t,*_“”\"()&]+(?:[A-Z\d](?:[^\W_]|[.'’-])*|of|the|a|an|and|in|to|on|for|de|la|von|van))*"
    r"[\w*_”\")]\s*\Z"
)
"""Who wrote an epigraph, a letter or a motto: names and titles without a sentence's end."""

_FEWEST = 2
_TELLING_SHARE = 0.05
_TALKING_SHARE = 0.2


class DashStyle(StrEnum):
    """What stands between speech and a tag."""

    FENCED = "fenced"
    """—Speech —said Anna—. More speech."""

    SPACED = "spaced"
    """— Speech, — said Anna. — More speech."""

    BARE = "bare"
    """—Speech, said Anna. More speech."""


def find_dashed(paragraphs: Sequence[str]) -> list[str]:
    """List the paragraphs that may be speech begun by a dash, without the dash."""
    matches = ((paragraph, DASH_START.match(paragraph)) for paragraph in paragraphs)
    return [text for paragraph, match in matches if match and not is_entry(text := paragraph[match.end() :])]


def is_entry(text: str) -> bool:
    """Tell an entry of a list, or the source of a motto, from speech by what follows its dash."""
    return _LIST_ITEM.match(text) is not None or _SOURCE.match(text) is not None


def detect_dash_style(dashed: Sequence[str]) -> DashStyle | None:
    """Tell how paragraphs that a dash begins go on; None if they are no talk.

    Args:
        dashed: these paragraphs, without the dash.
    """
    if len(dashed) < _FEWEST or sum(map(_talks, dashed)) < _TALKING_SHARE * len(dashed):
        return None
    fenced = sum(_FENCE.search(text) is not None for text in dashed)
    spaced = sum(map(_has_spaced_tag, dashed))
    if max(fenced, spaced) < max(1, _TELLING_SHARE * len(dashed)):
        return DashStyle.BARE
    return DashStyle.FENCED if fenced >= spaced else DashStyle.SPACED


def _talks(text: str) -> bool:
    """Tell talk from a list: somebody asks, exclaims, says "I" or "you", or is said to speak."""
    if _TALK.search(text):
        return True
    return not (SPEECH_VERBS | FOREIGN_SPEECH_VERBS).isdisjoint(WORD.findall(text))


def _has_spaced_tag(text: str) -> bool:
    if _SPACED_AFTER_PAUSE.search(text):
        return True
    verbs = SPEECH_VERBS | FOREIGN_SPEECH_VERBS
    return any(match.group("word") in verbs for match in _SPACED_BEFORE_WORD.finditer(text))
