"""What a quotation in a paragraph is: speech, thought, or words merely set apart (scare quotes, titles).

Knows the words right before, inside and right after the marks; refuses to know who speaks.
"""

import re

from audiobook.scripting.passages import PassageKind
from audiobook.scripting.quotation_scanner import Quotation
from audiobook.scripting.reporting_verbs import (
    SILENT_SPEECH_VERBS,
    SPEECH_VERBS,
    SUBJECT_PRONOUNS,
    THOUGHT_VERBS,
    WORD,
)

_CONTEXT = 80
"""Characters before and after a quotation in which a tag may stand."""

_SET_APART_WORDS = 5
"""Words set apart inside a sentence are rarely more; speech without a tag or an end of its own rarely fewer."""

_SHORT_WORDS = 3
_NAMING_WORDS = frozenset(
    ["named", "entitled", "titled", "labelled", "labeled", "dubbed", "nicknamed", "termed", "word", "words"]
    + ["phrase", "name", "title", "headed", "marked", "inscribed", "addressed", "so-called"]
)
_NO_SUBJECTS = frozenset(
    ["And", "But", "So", "Then", "As", "When", "While", "If", "Yet", "Now", "For", "After", "Before", "This", "That"]
    + ["These", "Those", "There", "Here", "What", "Why", "How", "Not", "No", "Yes", "In", "On", "At", "To", "With"]
)
_PAUSES_BEFORE = ("—", "–", "-", ",", ":", ";")
_DASHES = ("—", "–", "-")
_DOUBLE_OR_ANGLE = '"“”„‟«»'
_TERMINAL = ".!?…,;:-–—"
_MARKUP_AND_SPACE = " \t\r\n\f\v_*"
_MARKS = "\"“”„‟'‘’‚‛«»‹›"
_ALOUD = re.compile(r"\b(?:aloud|out\s+loud)\b", re.IGNORECASE)
_TO_ONESELF = re.compile(r"\s+to\s+\w+sel(?:f|ves)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:!?]\s")
_SPEECH_NOUN_TAG = re.compile(
    r"\s*(?:was|were|is|came|comes)\s+(?:[\w'’]+\s+){0,3}(?:reply|replies|answer|answers|response|retort|exclamation)\b"
)
_QUOTATION_MARK = re.compile("[" + _DOUBLE_OR_ANGLE + "]")
_CLAUSE_BORDER = re.compile(r"[.;:!?…–—-]|,(?=.*,)|[" + _DOUBLE_OR_ANGLE + "]")
_CLAUSE_END = re.compile(r"[.,;:!?…–—-]|\Z")


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
    if _has_speech_tag(text, quotation, inner):
        return PassageKind.SPEECH
    if _is_embedded(text, quotation.start) and len(inner.split()) <= _SET_APART_WORDS:
        return PassageKind.NARRATION
    return PassageKind.THOUGHT


def goes_on_thinking(text: str, thought_end: int, start: int) -> bool:
    """Tell whether only a tag stands between a thought and the quotation that starts at `start`."""
    between = text[thought_end:start]
    if len(between) > _CONTEXT or _SENTENCE_END.search(between.strip()) is not None:
        return False
    return any(word in THOUGHT_VERBS | SILENT_SPEECH_VERBS for word in WORD.findall(between))


def _inner(text: str, quotation: Quotation) -> str:
    start = quotation.start + quotation.is_opened
    return text[start : quotation.end - quotation.is_closed].strip(_MARKUP_AND_SPACE)


def _is_sentence(inner: str) -> bool:
    first = inner.lstrip(_MARKS + "….-–— ")[:1]
    return bool(first) and (first.isupper() or first.isdigit()) and inner[-1:] in _TERMINAL


def _is_set_apart(text: str, quotation: Quotation, inner: str) -> bool:
    if not (quotation.is_opened and quotation.is_closed):
        return False
    if _is_embedded(text, quotation.start):
        return _is_set_apart_in_sentence(text, quotation, inner)
    if inner[-1] in _TERMINAL or len(inner.split()) > 2 * _SET_APART_WORDS:
        return False
    return not _has_speech_tag(text, quotation, inner) and _runs_on(text, quotation)


def _is_set_apart_in_sentence(text: str, quotation: Quotation, inner: str) -> bool:
    """Decide about a quotation with a word, not a pause, right before it."""
    if inner[-1] in "!?":
        return False
    if _is_named(text, quotation.start) or (inner[0].islower() and _ends_in_that(text, quotation.start)):
        return True
    if _has_speech_tag(text, quotation, inner):
        return False
    words = len(inner.split())
    if inner[0].islower() or inner[-1] not in _TERMINAL:
        return True
    return words <= (_SET_APART_WORDS if inner[-1] == "," else _SHORT_WORDS)


def _has_speech_tag(text: str, quotation: Quotation, inner: str) -> bool:
    if _speech_verb_stands_before(text, quotation.start):
        return True
    return _speech_tag_stands_after(text, quotation.end, is_new_sentence=inner[-1] in ".!?")


def _runs_on(text: str, quotation: Quotation) -> bool:
    """Tell whether narration runs on from the quotation as if it were a word of its own sentence."""
    before, after = text[: quotation.start].rstrip()[-1:], text[quotation.end : quotation.end + _CONTEXT].lstrip()
    if before in _PAUSES_BEFORE or after[:1] in _DASHES:
        return False
    first = WORD.match(after)
    if first is not None and first.group() in SUBJECT_PRONOUNS:
        return False
    return bool(after) and (after[0].islower() or after[0] in ",.;:!?")


def _breaks_speech(between: str) -> bool:
    """Tell whether so little stands between two quotations that it only breaks one: "Come," he said "and sit." """
    return len(between) <= _CONTEXT and _SENTENCE_END.search(between) is None


def _is_named(text: str, start: int) -> bool:
    words = WORD.findall(text, max(0, start - _CONTEXT), start)
    return bool(words) and words[-1].casefold() in _NAMING_WORDS


def _ends_in_that(text: str, start: int) -> bool:
    return text[max(0, start - _CONTEXT) : start].rstrip().endswith(" that")


def _is_embedded(text: str, start: int) -> bool:
    """Tell whether a word, not a pause, stands right before."""
    before = text[max(0, start - _CONTEXT) : start].rstrip(_MARKUP_AND_SPACE)
    return bool(before) and (before[-1].isalnum() or before[-1] in "'’")


def _speech_verb_stands_before(text: str, start: int) -> bool:
    """Tell whether the clause before the quotation ends in a verb of speech ("he said," or "asked Anna:")."""
    before = text[max(0, start - _CONTEXT) : start].rstrip(_MARKUP_AND_SPACE)
    clause = re.split(r"[.!?;]\s|[" + _DOUBLE_OR_ANGLE + "]", before)[-1]
    if before[-1:] in (".", "!", "?"):
        return False
    words = [word.casefold() for word in WORD.findall(clause)]
    if before[-1:] in (",", ":"):
        return any(word in SPEECH_VERBS for word in words[-4:])
    return bool(words) and (words[-1] in SPEECH_VERBS or _ends_after_verb(words))


def _ends_after_verb(words: list[str]) -> bool:
    """Tell whether a verb of speech and who hears it, or how, end the clause: "said to himself", "said quietly"."""
    last = words[-3:]
    if len(last) > 1 and last[-2] in SPEECH_VERBS and last[-1].endswith("ly"):
        return True
    return len(last) == 3 and last[0] in SPEECH_VERBS and last[1] == "to"


def _speech_tag_stands_after(text: str, end: int, *, is_new_sentence: bool) -> bool:
    words = _clause_after(text, end)
    if _SPEECH_NOUN_TAG.match(text, end):
        return True
    if len(words) < 2:
        return False
    return _is_tag(words[:2] if is_new_sentence else words, SPEECH_VERBS)


def has_thought_tag(text: str, start: int, end: int) -> bool:
    """Tell whether a tag says that `text[start:end]` was thought, and not aloud."""
    return _thought_tag_stands_after(text, end) or _thought_tag_stands_before(text, start)


def _thought_tag_stands_after(text: str, end: int) -> bool:
    words = _clause_after(text, end)
    clause = text[end : end + _CONTEXT]
    clause = clause[: clause.find(words[-1]) + len(words[-1])] if words else ""
    verbs = THOUGHT_VERBS | (SILENT_SPEECH_VERBS if _TO_ONESELF.search(clause) else frozenset())
    if not _is_tag(words, verbs) or _ALOUD.search(clause):
        return False
    ends_sentence = text[end - 2 : end - 1] == "."
    return not ends_sentence or len(words) <= 2 or _TO_ONESELF.search(clause) is not None


def _thought_tag_stands_before(text: str, start: int) -> bool:
    before = text[max(0, start - _CONTEXT) : start].rstrip(_MARKUP_AND_SPACE)
    if before[-1:] not in (",", ":"):
        return False
    clause = _CLAUSE_BORDER.split(before[:-1])[-1]
    words = WORD.findall(clause)[-6:]
    if _ALOUD.search(clause) or any(word in SPEECH_VERBS - THOUGHT_VERBS for word in words):
        return False
    return any(
        word in THOUGHT_VERBS and (_is_thinker(before_it) or word.endswith("ing") or _is_subject(after_it))
        for before_it, word, after_it in zip(["", *words], words, [*words[1:], "-"], strict=False)
    )


def _is_thinker(word: str) -> bool:
    """Tell whether a word right before "thought" makes it a verb: "he thought", "Lex thought", "had suddenly thought"."""
    return word.casefold() in SUBJECT_PRONOUNS or word[:1].isupper() or word.endswith("ly") or word in {"and", "then"}


def _clause_after(text: str, end: int) -> list[str]:
    after = text[end : end + _CONTEXT]
    after = after.lstrip(_MARKUP_AND_SPACE + ",")
    if after[:1] in ("(", "["):
        return []
    after = _QUOTATION_MARK.split(after, maxsplit=1)[0]
    clause_end = _CLAUSE_END.search(after)
    return WORD.findall(after[: clause_end.start() if clause_end else len(after)])


def _is_tag(words: list[str], verbs: frozenset[str]) -> bool:
    """Tell whether a clause starts like a tag: "she said", "Mr. Lex Luthor said", "said the old man"."""
    if not words or words[0] in _NO_SUBJECTS:
        return False
    if words[0] in verbs:
        return len(words) > 1 and not words[0].endswith("ing") and _is_subject(words[1])
    if words[0].casefold() in SUBJECT_PRONOUNS:
        return any(word in verbs for word in words[1:3])
    return _is_subject(words[0]) and any(word in verbs for word in words[1:4])


def _is_subject(word: str) -> bool:
    return word[0].isupper() or word in {"the", "his", "her", "my", "their", "our", "a", "an", "one"} | SUBJECT_PRONOUNS
