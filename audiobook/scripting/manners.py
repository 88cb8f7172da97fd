"""How each line is spoken, as far as the tag beside it says so: whispered, snarled, said softly, over the telephone.

Knows the clause right before and right behind a line in its paragraph; refuses to know who speaks and what is done
about a manner. What a line's own marks say (an exclamation, capitals) is seen where it is spoken.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from audiobook.model.delivery import Cue
from audiobook.model.script import Segment, SegmentKind
from audiobook.scripting.vocabulary.manner_words import (
    CONTEXT_PHRASES,
    MANNER_ADVERBS,
    MANNER_PHRASES,
    MANNER_VERBS,
)
from audiobook.scripting.vocabulary.speech_verbs import SPEECH_VERBS
from audiobook.scripting.vocabulary.word_sets import word_set

_UTTERED = frozenset({SegmentKind.DIALOGUE, SegmentKind.THOUGHT})
_MARKS = "\"'“”‘’„‚«»‹›「」『』_* \t\r\n\xa0"
_SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?;:](?=\s|$)|[—–]|--")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TURNS_AWAY = re.compile(r"\b(?:as|while|when|and|but|who|which|that|before|after|because|until|where|then)\b")
"""What stands behind these is no longer about how the words were said."""
_OUT = word_set("aloud out")
_NOT = word_set("not never didn't didn’t don't don’t wouldn't wouldn’t without")
_VERB_WITHIN_WORDS = 5
_WORDS_BETWEEN_TAG_AND_LINE = 5
_WORDS_OF_AN_AFTERTHOUGHT = 3


def add_manners(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Give every line that is said or thought the manner its tag tells; what goes on behind the tag keeps it."""
    found: list[Segment] = []
    going_on: tuple[tuple[int, int, str | None], tuple[Cue, ...]] | None = None
    for index, segment in enumerate(segments):
        if segment.kind not in _UTTERED or not segment.spoken:
            found.append(segment)
            continue
        owner = (segment.chapter, segment.paragraph, segment.speaker)
        manner = _manner_of(segments, index)
        own = (owner, manner)
        if not manner and going_on is not None and going_on[0] == owner:
            manner = going_on[1]
        going_on = own
        found.append(replace(segment, manner=manner) if manner else segment)
    return tuple(found)


def _manner_of(segments: Sequence[Segment], index: int) -> tuple[Cue, ...]:
    line = segments[index]
    after = _narration_beside(segments, index, step=1)
    before = _narration_beside(segments, index, step=-1)
    clauses = (_tag_after(line.text, after) if after else None, _tag_before(before) if before else None)
    return next((cues for clause in clauses if clause and (cues := _cues_of(clause))), ())


def _narration_beside(segments: Sequence[Segment], index: int, *, step: int) -> str | None:
    """The narration next to a line in its paragraph; what is not spoken, such as a label, does not part them."""
    line = segments[index]
    position = index + step
    while 0 <= position < len(segments):
        beside = segments[position]
        if (beside.source, beside.chapter, beside.paragraph) != (line.source, line.chapter, line.paragraph):
            return None
        if beside.spoken:
            return beside.text if beside.kind is SegmentKind.NARRATION else None
        position += step
    return None


def _tag_after(line: str, narration: str) -> str | None:
    """The clause behind a line if it runs on from it: `said Lex softly`, `"Go!" Lex shouted`."""
    clause = _SENTENCE_END.split(narration.strip(_MARKS), maxsplit=1)[0].lstrip(_MARKS + ",")
    words = _WORD.findall(clause)[:_VERB_WITHIN_WORDS]
    verb = _verb_in(words)
    if verb is None:
        return clause if clause[:1].islower() and _context_of(clause) else None
    last = line.rstrip(_MARKS)[-1:]
    runs_on = clause[0].islower() or last in (",", "!", "?", "—", "–", "-", "…")
    return clause if runs_on and words[: words.index(verb)].count("the") < _WORDS_OF_AN_AFTERTHOUGHT else None


def _tag_before(narration: str) -> str | None:
    """The clause in front of a line if it leads on to it: `Lex said softly, "..."`."""
    bare = narration.rstrip(_MARKS)
    if bare[-1:] not in (",", ":"):
        return None
    clause = _SENTENCE_END.split(bare[:-1])[-1].strip()
    words = _WORD.findall(clause)
    places = [place for place, word in enumerate(words) if word in SPEECH_VERBS or word in MANNER_VERBS]
    if not places or len(words) - places[-1] > _WORDS_BETWEEN_TAG_AND_LINE:
        return None
    turns = [place for place, word in enumerate(words[: places[-1]]) if _TURNS_AWAY.fullmatch(word)]
    return " ".join(words[max(0, places[-1] - 3, *(place + 1 for place in turns)) :])


def _verb_in(words: Sequence[str]) -> str | None:
    return next((word for word in words if word in SPEECH_VERBS or word in MANNER_VERBS), None)


def _cues_of(clause: str) -> tuple[Cue, ...]:
    said, *rest = clause.split(",")
    said = _TURNS_AWAY.split(said, maxsplit=1)[0]
    words = _WORD.findall(said)
    if any(word.lower() in _NOT for word in words):
        return ()
    afterthought = rest[0] if rest and len(rest[0].split()) <= _WORDS_OF_AN_AFTERTHOUGHT else ""
    verb = _verb_in(words[: _VERB_WITHIN_WORDS + 1])
    cues: list[Cue] = []
    if verb is not None:
        cues += [MANNER_VERBS[verb]] if verb in MANNER_VERBS and _is_aloud(verb, words) else []
        cues += [MANNER_ADVERBS[word] for word in (*words, *_WORD.findall(afterthought)) if word in MANNER_ADVERBS]
        cues += [cue for pattern, cue in MANNER_PHRASES if pattern.search(said) or pattern.search(",".join(rest[:1]))]
    return tuple(dict.fromkeys((*cues, *_context_of(clause))))


def _is_aloud(verb: str, words: Sequence[str]) -> bool:
    """Whether "read" means out loud: `read Lex`, `she read aloud`, `Lex read:`; not `Lex read the letter twice,`."""
    return verb not in ("read", "reads") or verb in (words[0], words[-1]) or not _OUT.isdisjoint(words)


def _context_of(clause: str) -> tuple[Cue, ...]:
    return tuple(cue for pattern, cue in CONTEXT_PHRASES if pattern.search(clause))
