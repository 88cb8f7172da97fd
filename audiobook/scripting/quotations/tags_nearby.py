"""Tags beside a quotation, as far as cutting needs them: do they say "said", or "thought"?

Knows the clause before and the clause after; refuses to know who the subject is.
"""

import re

from audiobook.scripting.quotations.reporting_verbs import (
    FOREIGN_SPEECH_VERBS,
    SILENT_SPEECH_VERBS,
    SPEECH_VERBS,
    SUBJECT_PRONOUNS,
    THOUGHT_VERBS,
    WORD,
)

CONTEXT = 80
"""Characters before and after a quotation in which a tag may stand."""

MARKUP_AND_SPACE = " \t\r\n\f\v_*"

_SENTENCE_STARTERS = """
And But So Then As When While If Yet Now For After Before This That These Those There Here What Why How Not No Yes In On
At To With
"""
_NO_SUBJECTS = frozenset(_SENTENCE_STARTERS.split())
_ARTICLES = frozenset(["the", "his", "her", "my", "their", "our", "a", "an", "one"])
_OBJECTS = """
about of for over it that this the back hard long a an he she they if whether what why how who where
"""
_OBJECTS_OF_THOUGHT = frozenset(_OBJECTS.split())
"""After "she thought": what she thinks about, so that the words before are not what she thinks."""

_DOUBLE_OR_ANGLE = '"“”„‟«»'
_ALOUD = re.compile(r"\b(?:aloud|out\s+loud)\b", re.IGNORECASE)
_TO_ONESELF = re.compile(r"\s+to\s+\w+sel(?:f|ves)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:!?]\s")
_SPEECH_NOUN_TAG = re.compile(
    r"\s*(?:was|were|is|came|comes)\s+(?:[\w'’]+\s+){0,3}(?:reply|replies|answer|answers|response|retort|exclamation)\b"
)
_FIRST_WORD_AFTER = re.compile(rf"[\s,]{{0,3}}(?P<word>{WORD.pattern})")
_QUOTATION_MARK = re.compile("[" + _DOUBLE_OR_ANGLE + "]")
_CLAUSE_START = re.compile(r"[.!?;]\s|[" + _DOUBLE_OR_ANGLE + "]")
_CLAUSE_BORDER = re.compile(r"[.;:!?…–—-]|,(?=.*,)|[" + _DOUBLE_OR_ANGLE + "]")
_CLAUSE_END = re.compile(r"[.,;:!?…–—-]|\Z")


def has_speech_tag(text: str, start: int, end: int, *, is_whole_sentence: bool) -> bool:
    """Tell whether a tag says that `text[start:end]` was spoken.

    Args:
        text: the paragraph.
        start: of the quotation.
        end: of the quotation.
        is_whole_sentence: the quotation ends like a sentence, so that only a strict tag may follow it.
    """
    if _speech_verb_stands_before(text, start) or _SPEECH_NOUN_TAG.match(text, end):
        return True
    words = _clause_after(text, end)
    foreign = _FIRST_WORD_AFTER.match(text, end)
    if foreign is not None and foreign["word"] in FOREIGN_SPEECH_VERBS:
        return True
    return len(words) > 1 and _is_tag(words[:2] if is_whole_sentence else words, SPEECH_VERBS)


def has_thought_tag(text: str, start: int, end: int) -> bool:
    """Tell whether a tag says that `text[start:end]` was thought, and not aloud."""
    return _thought_tag_stands_after(text, end) or _thought_tag_stands_before(text, start)


def goes_on_thinking(text: str, thought_end: int, start: int) -> bool:
    """Tell whether only a tag stands between a thought and the quotation that starts at `start`."""
    between = text[thought_end:start]
    if len(between) > CONTEXT or _SENTENCE_END.search(between.strip()) is not None:
        return False
    return _thought_tag_stands_after(text, thought_end)


def _speech_verb_stands_before(text: str, start: int) -> bool:
    """Tell whether the clause before the quotation ends in a verb of speech ("he said," or "asked Anna:")."""
    before = text[max(0, start - CONTEXT) : start].rstrip(MARKUP_AND_SPACE)
    clause = _CLAUSE_START.split(before)[-1]
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


def _thought_tag_stands_after(text: str, end: int) -> bool:
    words = _clause_after(text, end)
    clause = text[end : end + CONTEXT]
    clause = clause[: clause.find(words[-1]) + len(words[-1])] if words else ""
    verbs = THOUGHT_VERBS | (SILENT_SPEECH_VERBS if _TO_ONESELF.search(clause) else frozenset())
    if not _is_tag(words, verbs) or _ALOUD.search(clause) or _thinks_of_something(words, verbs):
        return False
    ends_sentence = text[end - 2 : end - 1] == "."
    return not ends_sentence or len(words) <= 2 or _TO_ONESELF.search(clause) is not None


def _thinks_of_something(words: list[str], verbs: frozenset[str]) -> bool:
    """Tell "Clark thought about it" from "Clark thought bitterly"; in "thought the captain" the subject follows."""
    verb_index = next((index for index, word in enumerate(words) if word in verbs), 0)
    after = words[verb_index + 1 : verb_index + 2]
    return verb_index > 0 and bool(after) and after[0] in _OBJECTS_OF_THOUGHT


def _thought_tag_stands_before(text: str, start: int) -> bool:
    before = text[max(0, start - CONTEXT) : start].rstrip(MARKUP_AND_SPACE)
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
    """Tell whether a word right before "thought" makes it a verb: "he thought", "Lex thought", "suddenly thought"."""
    return word.casefold() in SUBJECT_PRONOUNS or word[:1].isupper() or word.endswith("ly") or word in {"and", "then"}


def _clause_after(text: str, end: int) -> list[str]:
    after = text[end : end + CONTEXT]
    after = after.lstrip(MARKUP_AND_SPACE + ",")
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
    return word[0].isupper() or word in _ARTICLES or word in SUBJECT_PRONOUNS
