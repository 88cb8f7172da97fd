"""Speech that starts with a dash at the beginning of a paragraph.

Knows where such speech gives way to narration and where it goes on; refuses to know who speaks.
"""

import re

from audiobook.scripting.conventions import DASH_START
from audiobook.scripting.quotation_scanner import Quotation
from audiobook.scripting.reporting_verbs import SPEECH_VERBS, SUBJECT_PRONOUNS, THOUGHT_VERBS, WORD

_INNER_DASH = re.compile(r"(?<=\s)(?:--|[—–―])(?=\s?\w)|(?<=[\w.,;:!?])[—–―](?=\s)")
_PAUSE = re.compile(r"[,!?.…](?:--|[—–―])?\s+")
_TAG_END = re.compile(r"[.!?…](?=\s|\Z)|,(?=\s)|:(?=\s)")
_SPEAKS_ON = re.compile(r"\b(?:I|you|your|my|me|we|us|our|I['’]\w+|you['’]\w+|we['’]\w+)\b|[!?…]", re.IGNORECASE)
_FOREIGN_VERBS = frozenset(
    """dijo dije respondió preguntó contestó exclamó gritó murmuró repuso añadió susurró dit répondit demanda cria
    murmura reprit ajouta fit disse respondeu perguntou rispose chiese gridò mormorò""".split()
)
_VERBS = SPEECH_VERBS | THOUGHT_VERBS | _FOREIGN_VERBS


def find_dash_speech(text: str) -> tuple[Quotation, ...]:
    """Cut a paragraph that starts with a dash into its stretches of speech."""
    opening = DASH_START.match(text)
    if opening is None:
        return ()
    spans: list[Quotation] = []
    at, start = opening.end(), opening.end() - len(opening.group().lstrip())
    while (pause := _next_tag(text, at)) is not None:
        speech_end, tag_start, closing_dash = pause
        spans.append(_speech(start, speech_end))
        resumed = _resume(text, tag_start, closing_dash=closing_dash)
        if resumed is None:
            return tuple(spans)
        start = at = resumed
    spans.append(_speech(start, len(text)))
    return tuple(spans)


def _speech(start: int, end: int) -> Quotation:
    return Quotation(start=start, end=end, is_opened=False, is_closed=False)


def _next_tag(text: str, at: int) -> tuple[int, int, bool] | None:
    """Find the next tag: end of the speech before it, its start, and whether a dash sets it apart."""
    dashes = (
        (match.start(), match.end(), True)
        for match in _INNER_DASH.finditer(text, at)
        if _starts_like_tag(text, match.end())
    )
    pauses = (
        (match.end(), match.end(), False) for match in _PAUSE.finditer(text, at) if _starts_like_tag(text, match.end())
    )
    found = [tag for tag in (next(dashes, None), next(pauses, None)) if tag is not None]
    return min(found, default=None)


def _starts_like_tag(text: str, at: int) -> bool:
    first = WORD.search(text, at, min(len(text), at + 40))
    if first is None:
        return False
    second = WORD.search(text, first.end(), min(len(text), first.end() + 40))
    verb = first.group()
    if verb.split("-")[0] in _VERBS:
        return verb.endswith("d") or verb in _FOREIGN_VERBS or verb.endswith("s")
    is_subject = verb != "I" and (verb.casefold() in SUBJECT_PRONOUNS or verb[0].isupper() or verb == "the")
    return is_subject and second is not None and second.group() in _VERBS and second.group().endswith("d")


def _resume(text: str, tag_start: int, *, closing_dash: bool) -> int | None:
    """Find where speech goes on after a tag; None if the rest is narration."""
    if closing_dash:
        closing = _INNER_DASH.search(text, tag_start)
        return closing.start() if closing else None
    end = _TAG_END.search(text, tag_start)
    if end is None or end.end() >= len(text):
        return None
    rest = text[end.end() : end.end() + 200]
    if end.group() == "," or _SPEAKS_ON.search(rest.split(". ")[0]):
        return end.end()
    return None
