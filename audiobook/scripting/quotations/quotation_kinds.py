"""What a quotation in a paragraph is: speech, thought, or words merely set apart (scare quotes, titles).

Knows the words right before, inside and right after the marks; refuses to know who speaks.
"""

import re

from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.quotations.quotation_scanner import Quotation
from audiobook.scripting.quotations.reporting_verbs import SUBJECT_PRONOUNS, WORD
from audiobook.scripting.quotations.tags_nearby import CONTEXT, MARKUP_AND_SPACE, has_speech_tag, has_thought_tag
from audiobook.scripting.vocabulary.writing_words import SAYS_A_WRITING, WRITING_SPEAKS

_SET_APART_WORDS = 5
"""Words set apart inside a sentence are rarely more; speech without a tag or an end of its own rarely fewer."""

_SHORT_WORDS = 3
_NAMING = """
named entitled titled labelled labeled dubbed nicknamed termed called call calls calling headed marked inscribed
addressed read reads reading so-called word words phrase name title
"""
_NAMING_WORDS = frozenset(_NAMING.split())
"""Words before a quotation that make it a name or a title."""

_PAUSES_BEFORE = ("—", "–", "-", ",", ":", ";")
_DASHES = ("—", "–", "-")
_TERMINAL = ".!?…,;:-–—"
_MARKS = "\"“”„‟'‘’‚‛`«»‹›「」『』"
_SENTENCE_END = re.compile(r"[.;:!?]\s")
_WRITING_SPEAKS = re.compile(WRITING_SPEAKS + r"\Z")
_SAYS_A_WRITING = re.compile(SAYS_A_WRITING)
"""A thing written on "says" what follows: read out, and spoken by nobody."""


def kind_of_quotation(text: str, quotation: Quotation, *, speech_before: int | None) -> PassageKind:
    """Decide what a quotation in the marks of the book's speech is.

    Args:
        text: the paragraph.
        quotation: where in it.
        speech_before: where the last speech before it in the paragraph ends; None if there is none.
    """
    inner = _inner(text, quotation)
    if not any(character.isalnum() for character in inner):
        return PassageKind.SPEECH
    if has_thought_tag(text, quotation.start, quotation.end):
        return PassageKind.THOUGHT
    if speech_before is not None and _breaks_speech(text[speech_before : quotation.start]):
        is_word_of_tag = inner[-1] not in _TERMINAL and _runs_on(text, quotation)
        return PassageKind.NARRATION if is_word_of_tag else PassageKind.SPEECH
    return PassageKind.NARRATION if _is_set_apart(text, quotation, inner) else PassageKind.SPEECH


def kind_of_secondary_quotation(text: str, quotation: Quotation) -> PassageKind:
    """Decide what a quotation outside speech, in other marks than the book's speech, is.

    A sentence in such marks is a thought, unless a tag says that it was spoken.
    """
    inner = _inner(text, quotation)
    if not quotation.is_closed or not _is_sentence(inner):
        return PassageKind.NARRATION
    if has_thought_tag(text, quotation.start, quotation.end):
        return PassageKind.THOUGHT
    if _is_said(text, quotation, inner):
        return PassageKind.SPEECH
    if _is_embedded(text, quotation.start) and len(inner.split()) <= _SET_APART_WORDS:
        return PassageKind.NARRATION
    return PassageKind.THOUGHT


def _inner(text: str, quotation: Quotation) -> str:
    return text[quotation.start : quotation.end].strip(MARKUP_AND_SPACE + _MARKS)


def _is_sentence(inner: str) -> bool:
    first = inner.lstrip(_MARKS + "….-–— ")[:1]
    return bool(first) and (first.isupper() or first.isdigit()) and inner[-1:] in _TERMINAL


def _is_set_apart(text: str, quotation: Quotation, inner: str) -> bool:
    if not (quotation.is_opened and quotation.is_closed):
        return False
    if _WRITING_SPEAKS.search(text, max(0, quotation.start - CONTEXT), quotation.start):
        return True
    if _SAYS_A_WRITING.match(text, quotation.end):
        return True
    if _is_embedded(text, quotation.start):
        return _is_set_apart_in_sentence(text, quotation, inner)
    if inner[-1] in _TERMINAL or len(inner.split()) > 2 * _SET_APART_WORDS:
        return False
    return not _is_said(text, quotation, inner) and _runs_on(text, quotation)


def _is_set_apart_in_sentence(text: str, quotation: Quotation, inner: str) -> bool:
    """Decide about a quotation with a word, not a pause, right before it."""
    if inner[-1] in "!?":
        return False
    words = len(inner.split())
    if words <= 2 * _SET_APART_WORDS and _is_named(text, quotation.start):
        return True
    if inner[0].islower() and _ends_in_that(text, quotation.start):
        return True
    if _is_said(text, quotation, inner):
        return False
    if inner[0].islower() or inner[-1] not in _TERMINAL:
        return True
    return words <= (_SET_APART_WORDS if inner[-1] == "," else _SHORT_WORDS)


def _runs_on(text: str, quotation: Quotation) -> bool:
    """Tell whether narration runs on from the quotation as if it were a word of its own sentence."""
    before = text[max(0, quotation.start - CONTEXT) : quotation.start].rstrip()[-1:]
    after = text[quotation.end : quotation.end + CONTEXT].lstrip()
    if before in _PAUSES_BEFORE or after[:1] in _DASHES:
        return False
    first = WORD.match(after)
    if first is not None and first.group() in SUBJECT_PRONOUNS:
        return False
    return bool(after) and (after[0].islower() or after[0] in ",.;:!?")


def _breaks_speech(between: str) -> bool:
    """Tell whether so little stands between two quotations that it only breaks one, as a tag does."""
    return len(between) <= CONTEXT and _SENTENCE_END.search(between) is None


def _is_named(text: str, start: int) -> bool:
    words = WORD.findall(text, max(0, start - CONTEXT), start)
    return bool(words) and words[-1].casefold() in _NAMING_WORDS


def _ends_in_that(text: str, start: int) -> bool:
    return text[max(0, start - CONTEXT) : start].rstrip().endswith(" that")


def _is_embedded(text: str, start: int) -> bool:
    """Tell whether a word, not a pause, stands right before."""
    before = text[max(0, start - CONTEXT) : start].rstrip(MARKUP_AND_SPACE)
    if before[-1:] in ("'", "’"):
        before = before[:-1]  # goin' "home"
    return before[-1:].isalnum()


def _is_said(text: str, quotation: Quotation, inner: str) -> bool:
    return has_speech_tag(text, quotation.start, quotation.end, is_whole_sentence=inner[-1] in ".!?")
