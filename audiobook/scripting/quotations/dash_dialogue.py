"""Speech that starts with a dash at the beginning of a paragraph, or after a colon.

Knows where such speech gives way to narration and where it goes on; refuses to know who speaks.
"""

import re
from collections.abc import Iterator

from audiobook.scripting.quotations.bare_tags import find_bare_speech, starts_like_tag
from audiobook.scripting.quotations.dash_style import (
    DASH,
    DASH_AFTER_WORD,
    DASH_BEFORE_WORD,
    DASH_START,
    SPACED_DASH,
    DashStyle,
    is_entry,
)
from audiobook.scripting.quotations.quotation_scanner import Quotation
from audiobook.scripting.quotations.reporting_verbs import FOREIGN_SPEECH_VERBS, SPEECH_VERBS, THOUGHT_VERBS, WORD

_AFTER_COLON = re.compile(rf":\s+(?P<dash>{DASH})\s*(?=[\w¿¡…'’\"“«.])")
_FENCE = re.compile(rf"(?P<leaves>{DASH_BEFORE_WORD})|(?P<returns>{DASH_AFTER_WORD}[.,;:!?…]{{0,3}})")
_SPACED = re.compile(rf"{SPACED_DASH}|(?P<returns>{DASH_AFTER_WORD}[.,;:!?…]{{0,3}})")
_SENTENCE_END = re.compile(r"[.!?…]\s")
_PAUSES = ",.;:!?…"
_AFTER_PAUSE = " \t\r\n\xa0_*”\"’»')"
_LOOK_BACK = 12
_LONGEST_ASIDE = 60
_VERBS = SPEECH_VERBS | THOUGHT_VERBS | FOREIGN_SPEECH_VERBS


def goes_on_after_dash(text: str) -> bool:
    """Tell whether a paragraph takes up the speech of a dash before it, as Spanish novels do: with a closing mark."""
    return text.lstrip().startswith("»")


def find_dash_speech(text: str, style: DashStyle, *, goes_on: bool = False) -> tuple[Quotation, ...]:
    """Cut a paragraph in which a dash begins speech into its stretches of speech.

    Args:
        text: the paragraph.
        style: how the book sets off tags.
        goes_on: it takes up the speech of the paragraph before.
    """
    start = len(text) - len(text.lstrip()) if goes_on else _speech_start(text)
    if start is None:
        return ()
    match style:
        case DashStyle.FENCED:
            spans = _between(text, start, _fence_borders(text, start))
        case DashStyle.SPACED:
            spans = _between(text, start, _spaced_borders(text, start))
        case DashStyle.BARE:
            spans = find_bare_speech(text, start)
    return tuple(
        Quotation(start=first, end=last, is_opened=False, is_closed=False)
        for first, last in spans
        if text[first:last].strip()
    )


def _speech_start(text: str) -> int | None:
    opening = DASH_START.match(text)
    if opening is not None:
        is_speech = not is_entry(text[opening.end() :])
        return opening.end() - len(opening.group().lstrip()) if is_speech else None
    colon = _AFTER_COLON.search(text)
    return colon.start("dash") if colon is not None else None


def _between(text: str, start: int, borders: Iterator[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of speech, given in turn where speech ends and where it comes back."""
    speech_start: int | None = start
    for border in borders:
        if speech_start is None:
            speech_start = border
        else:
            yield speech_start, border
            speech_start = None
    if speech_start is not None:
        yield speech_start, len(text)


def _fence_borders(text: str, start: int) -> Iterator[int]:
    """Yield the borders of what dashes fence off: each opens at a word's left and closes at a word's right.

    A pair without a pause or a verb of speech holds an aside of the speaker. Inside narration, a dash that opens after
    a full stop brings speech back, as writers have it who close no fence.
    """
    matches = list(_FENCE.finditer(text, start + 1))
    in_speech, in_aside = True, False
    for number, match in enumerate(matches):
        after = matches[number + 1] if number + 1 < len(matches) else None
        if in_aside:
            in_aside = match.group("returns") is None
        elif in_speech:
            if match.group("leaves") is None:
                continue
            in_aside = after is not None and _is_aside(text, match, after)
            if not in_aside:
                yield match.start()
                in_speech = False
        elif match.group("returns") is not None or _pauses_before(text, match.start()):
            yield match.end() if match.group("returns") else match.start()
            in_speech = True
        else:
            in_aside = after is not None and after.group("returns") is not None


def _is_aside(text: str, opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Tell "My brother —the elder— is here" from "I know —said Anna— that he is"."""
    words = text[opening.end() : closing.start()]
    if closing.group("returns") is None or len(words) > _LONGEST_ASIDE or _SENTENCE_END.search(words):
        return False
    if _pauses_before(text, opening.start()) or closing.group("returns")[-1] in _PAUSES:
        return False
    return _VERBS.isdisjoint(WORD.findall(words))


def _spaced_borders(text: str, start: int) -> Iterator[int]:
    """Yield the borders where dashes between blanks stand on both sides of a tag.

    Speech gives way after a pause or before a tag; any other dash is the speaker's own. It comes back after a pause,
    or after a tag that breaks a sentence.
    """
    left = start
    in_speech = True
    for match in _SPACED.finditer(text, start + 1):
        returns = match.group("returns") is not None
        if returns and in_speech:
            continue
        pauses = returns or _pauses_before(text, match.start())
        if in_speech:
            is_border = pauses or starts_like_tag(text, match.end())
        else:
            is_border = pauses or _breaks_sentence(text, left, match.start())
        if is_border:
            yield match.end() if returns else match.start()
            in_speech, left = not in_speech, match.end()


def _breaks_sentence(text: str, start: int, end: int) -> bool:
    """Tell a tag inside a sentence, "said Anna" or "she paused", from narration with a dash of its own."""
    return _SENTENCE_END.search(text, start, end) is None and len(text[start:end].split()) > 1


def _pauses_before(text: str, index: int) -> bool:
    before = text[max(0, index - _LOOK_BACK) : index].rstrip(_AFTER_PAUSE)
    return before[-1:] in tuple(_PAUSES + "-—–―")  # a dash before a dash breaks a sentence off
