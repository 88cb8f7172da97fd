"""Speech that starts with a dash at the beginning of a paragraph, or after a colon.

Knows where such speech gives way to narration and where it goes on; refuses to know who speaks.
"""

import re

from audiobook.scripting.quotations.conventions import DASH_START
from audiobook.scripting.quotations.quotation_scanner import Quotation
from audiobook.scripting.quotations.reporting_verbs import SPEECH_VERBS, SUBJECT_PRONOUNS, THOUGHT_VERBS, WORD

_AFTER_COLON = re.compile(r":\s+(?P<dash>--|[—–―])\s*(?=[\w¿¡…'’\"“«.])")
_BREAK = re.compile(
    r"(?P<opening>(?<=\s)(?:--|[—–―])(?=\s?[\w¿¡]))"  # a dash with a blank before it
    r"|(?P<closing>(?<=[\w.,;:!?])(?:--|[—–―])[.,;:]?(?=\s|\Z))"  # a dash right after a word
    r"|(?P<pause>[,!?.…:])(?=\s|\Z)"
)
_SPEAKS_ON = re.compile(r"\b(?:I|you|your|my|me|we|us|our|I['’]\w+|you['’]\w+|we['’]\w+)\b|[!?]", re.IGNORECASE)
_THIRD_PERSON = frozenset(["He", "She", "They", "It", "His", "Her", "Their", "The"])
_VERBS_OF_OTHER_LANGUAGES = """
dijo dije respondió preguntó contestó exclamó gritó murmuró repuso añadió susurró dit répondit demanda cria murmura
reprit ajouta fit disse respondeu perguntou rispose chiese gridò mormorò sagte fragte rief antwortete
"""
_FOREIGN_VERBS = frozenset(_VERBS_OF_OTHER_LANGUAGES.split())
_VERBS = frozenset(
    [
        "dijo",
        "dije",
        "respondió",
        "preguntó",
        "contestó",
        "exclamó",
        "gritó",
        "murmuró",
        "repuso",
        "añadió",
        "susurró",
        "dit",
        "répondit",
        "demanda",
        "cria",
        "murmura",
        "reprit",
        "ajouta",
        "fit",
        "disse",
        "respondeu",
        "perguntou",
        "rispose",
        "chiese",
        "gridò",
        "mormorò",
        "sagte",
        "fragte",
        "rief",
        "antwortete",
    ]
)
_VERBS = SPEECH_VERBS | THOUGHT_VERBS | _FOREIGN_VERBS
_LOOK_AHEAD = 40
_SENTENCE = re.compile(r"[^.!?…]{0,200}[.!?…]?")


def find_dash_speech(text: str) -> tuple[Quotation, ...]:
    """Cut a paragraph in which a dash begins speech into its stretches of speech."""
    start = _speech_start(text)
    if start is None:
        return ()
    spans: list[Quotation] = []
    speech_start: int | None = start
    tag_has_dash = False
    for match in _BREAK.finditer(text, start + 1):
        is_dash = match.group("pause") is None
        if speech_start is not None:
            if _starts_like_tag(text, match.end()):
                spans.append(_speech(speech_start, match.start() if is_dash else match.end()))
                speech_start, tag_has_dash = None, is_dash
        elif tag_has_dash:
            speech_start = (match.end() if match.group("closing") else match.start()) if is_dash else None
        elif _goes_on(text, match):
            speech_start = match.end()
        elif match.group("pause") not in {",", ":"}:
            return tuple(spans)
    if speech_start is not None and text[speech_start:].strip():
        spans.append(_speech(speech_start, len(text)))
    return tuple(spans)


def _speech_start(text: str) -> int | None:
    opening = DASH_START.match(text)
    if opening is not None:
        return opening.end() - len(opening.group().lstrip())
    colon = _AFTER_COLON.search(text)
    return colon.start("dash") if colon is not None else None


def _speech(start: int, end: int) -> Quotation:
    return Quotation(start=start, end=end, is_opened=False, is_closed=False)


def _starts_like_tag(text: str, at: int) -> bool:
    first = WORD.search(text, at, min(len(text), at + _LOOK_AHEAD))
    if first is None or text[at : first.start()].strip(" \t\r\n_*—-"):
        return False
    second = WORD.search(text, first.end(), min(len(text), first.end() + _LOOK_AHEAD))
    third = WORD.search(text, second.end(), min(len(text), second.end() + _LOOK_AHEAD)) if second else None
    word = first.group()
    if word.split("-")[0] in _VERBS:
        return word.endswith("d") or word.split("-")[0] in _FOREIGN_VERBS
    is_subject = word != "I" and (word.casefold() in SUBJECT_PRONOUNS or word[0].isupper() or word == "the")
    return is_subject and any(
        other is not None and other.group() in _VERBS and other.group().endswith("d") for other in (second, third)
    )


def _goes_on(text: str, end_of_tag: re.Match[str]) -> bool:
    """Tell whether speech goes on after a tag that no dash closes."""
    sentence = _SENTENCE.match(text, end_of_tag.end())
    rest = sentence.group().strip() if sentence else ""
    if not rest:
        return False
    speaks_on = _SPEAKS_ON.search(rest) is not None
    first = rest.split()[0]
    if end_of_tag.group() in {",", ":"}:
        return speaks_on and not first.endswith("ing") and first not in {"and", "with", "as", "but"}
    return speaks_on or first not in _THIRD_PERSON
