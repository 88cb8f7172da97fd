"""Speech that nothing but words sets off from its tag, as in "—No, said Tom. You go.".

Knows how a tag begins after a pause, and whether what follows it is told or said; refuses to know who speaks.
"""

import re
from collections.abc import Iterator, Sequence

from audiobook.scripting.quotations.dash_style import DASH
from audiobook.scripting.quotations.reporting_verbs import (
    FOREIGN_SPEECH_VERBS,
    SPEECH_VERBS,
    SUBJECT_PRONOUNS,
    THOUGHT_VERBS,
    WORD,
)
from audiobook.scripting.vocabulary.common_words import AUXILIARIES, IRREGULAR_PAST
from audiobook.scripting.vocabulary.titles import ABBREVIATIONS

_ABBREVIATED = "|".join(sorted(ABBREVIATIONS - {"no", "m", "fig", "etc"}))
_BREAK = re.compile(
    rf"(?P<opening>(?<=\s){DASH}(?=\s?[\w¿¡]))"  # a dash with a blank before it
    rf"|(?P<closing>(?<=[\w.,;:!?]){DASH}[.,;:]?(?=\s|\Z))"  # a dash right after a word
    r"|(?P<pause>[,!?.…:;])[_*]{0,3}(?=\s|\Z)"
)
_STANDS_FOR_A_TITLE = re.compile(rf"\b(?:{_ABBREVIATED}|[A-HJ-Z])\Z", re.IGNORECASE)
_CLAUSE = re.compile(rf"(?:\b(?:{_ABBREVIATED}|[A-Z])\.|[^.,;:!?…—–―\"“”«»()\n]|\n(?!\s*\n)){{1,90}}", re.IGNORECASE)
_SPEECH_NOUN_TAG = re.compile(
    r"(?:was|were|came)\s+(?:[\w'’]+\s+){1,4}?(?:reply|answer|response|retort|inquiry|question|exclamation|comment)\b"
)
_SENTENCE = re.compile(r"[^.!?…]{0,200}[.!?…]?")
_SPEAKS_ON = re.compile(r"\b(?:I|you|your|my|me|we|us|our|I['’]\w+|you['’]\w+|we['’]\w+)\b|[!?]", re.IGNORECASE)
_BEFORE_TAG = " \t\r\n\xa0_*—–―-"
_LONGEST_TITLE = 6

_ARTICLES = frozenset(["the", "a", "an", "his", "her", "my", "their", "our", "one", "another", "both", "several"])
_NOBODYS_NAME = frozenset(
    ["And", "But", "Or", "So", "Then", "If", "When", "That", "What", "Who", "How", "Why", "Yes", "No", "I"]
)
_OBJECTS = frozenset(["so", "that", "this", "it", "nothing", "something", "anything", "what", "you", "me"])
"""After "he said": what makes it a sentence of the speaker's own."""

_GO_ON_TELLING = frozenset(
    ["and", "with", "as", "but", "who", "whose", "which", "while", "in", "at", "his", "her", "to"]
)
"""After a comma in a tag: what goes on with it."""

_GO_ON_SPEAKING = frozenset(["that", "if", "because", "or", "for"])
_IRREGULAR = """
said told spoke began sang swore wept broke put thought bade besought quoth
says asks replies answers cries exclaims whispers shouts murmurs adds continues
"""
_NOT_PAST = frozenset(["need", "feed"])
_ALL_VERBS = SPEECH_VERBS | THOUGHT_VERBS
_REPORTING = frozenset(
    verb for verb in _ALL_VERBS if verb.endswith("ed") and verb + "ed" not in _ALL_VERBS and verb not in _NOT_PAST
) | frozenset(_IRREGULAR.split())
"""Verbs of speech in a form that reports it: "asked" and "says", never "ask"."""

_PAST_OF_BE = frozenset(["was", "were", "had", "did"])
_REACH = 5
"""Words from the subject's first to its verb: "the old man at last said"."""


def find_bare_speech(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of speech of a paragraph from `start`, where its speech begins."""
    speech_start: int | None = start
    tag_has_dash = False
    for match in _BREAK.finditer(text, start + 1):
        is_dash = match.group("pause") is None
        if match.group("pause") == "." and _ends_title(text, start, match.start()):
            continue
        if speech_start is not None:
            if starts_like_tag(text, match.end()):
                yield speech_start, match.start() if is_dash else match.end()
                speech_start, tag_has_dash = None, is_dash
        elif tag_has_dash:
            speech_start = (match.end() if match.group("closing") else match.start()) if is_dash else None
        elif _goes_on(text, match):
            speech_start = match.end()
        elif match.group("pause") not in {",", ":", ";"}:
            return
    if speech_start is not None:
        yield speech_start, len(text)


def starts_like_tag(text: str, at: int) -> bool:
    """Tell whether a clause that starts at `at` reports speech: "said Tom", "the old man asked", "was his reply"."""
    while at < len(text) and text[at] in _BEFORE_TAG:
        at += 1
    clause = _CLAUSE.match(text, at)
    words = WORD.findall(clause.group()) if clause else []
    if not words:
        return False
    if words[0] in FOREIGN_SPEECH_VERBS or _SPEECH_NOUN_TAG.match(text, at):
        return True
    verb = words[0] if words[:2] != ["went", "on"] else words.pop(0)
    if verb in _REPORTING or verb == "went":
        return len(words) > 1 and _is_subject(words[1])
    if verb == "I":
        return len(words) > 1 and words[1] in _REPORTING and (len(words) == 2 or _tells_how(words[2]))
    return _is_subject(verb) and verb not in _NOBODYS_NAME and _verb_follows(words)


def _ends_title(text: str, start: int, stop: int) -> bool:
    """Tell the full stop of "Mr." from a sentence's."""
    return _STANDS_FOR_A_TITLE.search(text, max(start, stop - _LONGEST_TITLE), stop) is not None


def _is_subject(word: str) -> bool:
    lower = word.casefold()
    return word[0].isupper() or lower in _ARTICLES or (lower in SUBJECT_PRONOUNS and lower != "you")


def _tells_how(word: str) -> bool:
    return word.endswith(("ly", "ing")) or word in {"to", "with", "in", "as", "at", "when", "and", "after", "again"}


def _verb_follows(words: Sequence[str]) -> bool:
    reach = 2 if words[0].casefold() in SUBJECT_PRONOUNS else _REACH
    for index, word in enumerate(words[1 : reach + 1], 1):
        if word == "went" and words[index + 1 : index + 2] == ["on"]:
            return True
        if word in _REPORTING:
            return words[index + 1 : index + 2] == [] or words[index + 1] not in _OBJECTS
        if word.casefold() in SUBJECT_PRONOUNS or word in AUXILIARIES:
            return False
    return False


def _goes_on(text: str, end_of_tag: re.Match[str]) -> bool:
    """Tell whether speech goes on after a tag that no dash closes."""
    sentence = _SENTENCE.match(text, end_of_tag.end())
    rest = sentence.group().strip() if sentence else ""
    if not rest:
        return False
    speaks_on = _SPEAKS_ON.search(rest) is not None
    words = rest.split()
    if end_of_tag.group("pause") == ",":
        may_be_told = words[0].endswith("ing") or words[0] in _GO_ON_TELLING
        return words[0] in _GO_ON_SPEAKING or (speaks_on and not may_be_told)
    return speaks_on or not _is_told(words)


def _is_told(words: Sequence[str]) -> bool:
    """Tell a sentence of narration: its subject is somebody else, and its first verb is past."""
    if words[0] in _NOBODYS_NAME:
        return False
    return any(word.endswith("ed") or word in IRREGULAR_PAST or word in _PAST_OF_BE for word in words[1:5])
