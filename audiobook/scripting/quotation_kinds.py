"""What a quotation in a paragraph is: speech, thought, or words merely set apart (scare quotes, titles).

Knows the words right before, inside and right after the marks; refuses to know who speaks.
"""

import re

from audiobook.scripting.passages import PassageKind
from audiobook.scripting.quotation_scanner import Quotation
from audiobook.scripting.reporting_verbs import SPEECH_VERBS, SUBJECT_PRONOUNS, THOUGHT_VERBS, WORD

_CONTEXT = 80
"""Characters before and after a quotation in which a tag may stand."""

_SET_APART_WORDS = 5
"""Words set apart inside a sentence are rarely more; speech without a tag or an end of its own rarely fewer."""

_TERMINAL = ".!?…,;:-–—"
_MARKUP_AND_SPACE = " \t\r\n\f\v_*"
_MARKS = "\"“”„‟'‘’‚‛«»‹›"
_ALOUD = re.compile(r"\b(?:aloud|out\s+loud)\b", re.IGNORECASE)
_TO_ONESELF = re.compile(r"\s+to\s+\w+sel(?:f|ves)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.,;:!?…–—-]|\Z")


def kind_of_quotation(text: str, quotation: Quotation) -> PassageKind:
    """Decide what a quotation in the marks of the book's speech is."""
    inner = _inner(text, quotation)
    if not any(character.isalnum() for character in inner):
        return PassageKind.SPEECH
    if has_thought_tag(text, quotation.start, quotation.end):
        return PassageKind.THOUGHT
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
    if _speech_verb_stands_before(text, quotation.start) or _speech_tag_stands_after(text, quotation.end):
        return PassageKind.SPEECH
    if _is_embedded(text, quotation.start) and len(inner.split()) <= _SET_APART_WORDS:
        return PassageKind.NARRATION
    return PassageKind.THOUGHT


def _inner(text: str, quotation: Quotation) -> str:
    start = quotation.start + quotation.is_opened
    return text[start : quotation.end - quotation.is_closed].strip(_MARKUP_AND_SPACE)


def _is_sentence(inner: str) -> bool:
    first = inner.lstrip(_MARKS + "….-–— ")[:1]
    return bool(first) and (first.isupper() or first.isdigit()) and inner[-1:] in _TERMINAL


def _is_set_apart(text: str, quotation: Quotation, inner: str) -> bool:
    if not (quotation.is_opened and quotation.is_closed):
        return False
    if _speech_verb_stands_before(text, quotation.start) or _speech_tag_stands_after(text, quotation.end):
        return False
    words = len(inner.split())
    if inner[-1] not in _TERMINAL:
        return _is_part_of_sentence(text, quotation) and words <= 2 * _SET_APART_WORDS
    if not _is_embedded(text, quotation.start) or words > _SET_APART_WORDS:
        return False
    return inner[-1] in ".," and (inner[0].islower() or _stands_after_determiner(text, quotation.start))


def _is_part_of_sentence(text: str, quotation: Quotation) -> bool:
    """Tell whether narration leads into the quotation, or runs on from it with a verb of its own."""
    if _is_embedded(text, quotation.start):
        return True
    before, after = text[: quotation.start].rstrip()[-1:], text[quotation.end : quotation.end + _CONTEXT].lstrip()
    if before and before in "—–-,:;" or after[:1] in tuple("—–-"):
        return False
    return bool(after) and (after[0].islower() or after[0] in ",.;:!?")


def _is_embedded(text: str, start: int) -> bool:
    """Tell whether a word, not a pause, stands right before."""
    before = text[max(0, start - _CONTEXT) : start].rstrip(_MARKUP_AND_SPACE)
    return bool(before) and (before[-1].isalnum() or before[-1] in "'’")


_DETERMINERS = frozenset(
    "a an the this that these those his her its their my our your called named s so-called no any some of on".split()
)


def _stands_after_determiner(text: str, start: int) -> bool:
    words = WORD.findall(text, max(0, start - _CONTEXT), start)
    return bool(words) and words[-1].casefold() in _DETERMINERS


def _speech_verb_stands_before(text: str, start: int) -> bool:
    """Tell whether the clause before the quotation ends in a verb of speech ("he said," or "asked Anna:")."""
    before = text[max(0, start - _CONTEXT) : start].rstrip(_MARKUP_AND_SPACE)
    if before[-1:] in tuple(".!?"):
        return False
    pauses = before[-1:] in tuple(",:")
    words = [word.casefold() for word in WORD.findall(before)]
    return any(word in SPEECH_VERBS for word in words[-4 if pauses else -1 :])


def _speech_tag_stands_after(text: str, end: int) -> bool:
    words = _clause_after(text, end)
    return len(words) > 1 and _is_tag(words, SPEECH_VERBS)


def has_thought_tag(text: str, start: int, end: int) -> bool:
    """Tell whether a tag says that `text[start:end]` was thought, and not aloud."""
    return _thought_tag_stands_after(text, end) or _thought_tag_stands_before(text, start)


def _thought_tag_stands_after(text: str, end: int) -> bool:
    clause_end = _CLAUSE_END.search(text, end, min(len(text), end + _CONTEXT))
    clause = text[end : clause_end.start() if clause_end else end + _CONTEXT]
    words = _clause_after(text, end)
    if not _is_tag(words, THOUGHT_VERBS) or _ALOUD.search(clause):
        return False
    ends_sentence = text[end - 2 : end - 1] == "."
    return not ends_sentence or len(words) <= 2 or _TO_ONESELF.search(clause) is not None


def _thought_tag_stands_before(text: str, start: int) -> bool:
    before = text[max(0, start - _CONTEXT) : start].rstrip(_MARKUP_AND_SPACE)
    if before[-1:] not in tuple(",:") or not before:
        return False
    clause = re.split(r"[.;:!?…–—]|,(?=.*,)", before[:-1])[-1]
    words = [word.casefold() for word in WORD.findall(clause)][-6:]
    return any(word in THOUGHT_VERBS for word in words) and _ALOUD.search(clause) is None


def _clause_after(text: str, end: int) -> list[str]:
    after = text[end : end + _CONTEXT]
    after = after.lstrip(_MARKUP_AND_SPACE + ",")
    clause_end = _CLAUSE_END.search(after)
    return WORD.findall(after[: clause_end.start() if clause_end else len(after)])


def _is_tag(words: list[str], verbs: frozenset[str]) -> bool:
    """Tell whether a clause starts like a tag: "she said", "Mr. Lex Luthor said", "said the old man"."""
    if not words:
        return False
    if words[0] in verbs:
        return len(words) > 1 and not words[0].endswith("ing")
    if words[0].casefold() in SUBJECT_PRONOUNS:
        return any(word in verbs for word in words[1:3])
    is_subject = words[0][0].isupper() or words[0] in {"the", "his", "her", "my", "a"}
    return is_subject and any(word in verbs for word in words[1:4])
