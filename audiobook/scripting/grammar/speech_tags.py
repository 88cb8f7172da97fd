"""Tags and action beats: what the narration beside a quotation says about its speaker.

Knows the shapes "said Lex", "Lex said", "Lex smiled." and where they stand; refuses to know which character a name
means.
"""

from dataclasses import dataclass
from enum import Enum

from audiobook.scripting.grammar.clauses import Clauses, are_joined, is_verb, sentence_subject, verb_after
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.speech_subjects import can_speak, mention_near, subject_beside
from audiobook.scripting.grammar.unnamed_subjects import described_subject, subject_by_place, thing_before
from audiobook.scripting.grammar.words import POSSESSIVE, Word
from audiobook.scripting.vocabulary.common_words import PREPOSITIONS
from audiobook.scripting.vocabulary.speech_verbs import (
    ALOUD,
    SPEECH_NOUNS,
    SPEECH_VERBS,
    STRONG_SPEECH_VERBS,
    THOUGHT_VERBS,
)
from audiobook.scripting.vocabulary.word_sets import word_set

_REACH_BACK = 4
"""Sentences before a quotation in which its speaker's action is looked for."""
_VOICE = frozenset({"voice", "tone", "tones", "lips"})
_OPEN_ENDS = frozenset(",:;—–-")


class TagKind(Enum):
    """What a tag tells."""

    SPEECH = "speech"
    """A verb of speech beside the quotation: its subject speaks."""
    INTRODUCTION = "introduction"
    """The narration runs into the quotation by a colon or comma without a verb of speech."""
    ACTION = "action"
    """Somebody does something beside the quotation."""
    THOUGHT = "thought"
    """Somebody thinks beside the quotation."""


class Side(Enum):
    """Where the narration stands."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One piece of narration beside a quotation.

    Attributes:
        subjects: who does it; several when joined by "and".
        addressee: to whom it is said, if the tag says so.
        words: the tag's own words, for people.
        far: sentences between it and the quotation.
        verb: the verb of speech, lower case, where one was found.
    """

    kind: TagKind
    side: Side
    subjects: tuple[Mention, ...]
    words: str
    addressee: Mention | None = None
    far: int = 0
    verb: str = ""


def tag_after(clauses: Clauses, *, quotation: str) -> Tag | None:
    """What the sentence right after a quotation says of its speaker.

    Args:
        quotation: the quotation's text with its marks; how it ends decides whether the sentence runs on from it.
    """
    if not clauses.stretch.sentences:
        return None
    first, end = clauses.stretch.sentences[0]
    words = clauses.words
    start = next((index for index in range(first, end) if words[index].text[0].isalpha()), end)
    if start == end:
        return None
    runs_on = words[start].text[0].islower() or _runs_on(quotation)
    return (
        _inverted(clauses, start, end)
        or (_voice_tag(clauses, (start, min(end, start + 6)), Side.AFTER) if words[start].text[0].islower() else None)
        or _straight(clauses, (start, end), runs_on=runs_on, closed=_is_closed(quotation))
        or _voice_tag(clauses, (start, end), Side.AFTER)
        or (_later_speech(clauses, (start, end)) if words[start].text[0].islower() else None)
    )


def bare_end(quotation: str) -> str:
    """The last mark or letter of a quotation inside its marks; empty if there is none."""
    return quotation.rstrip("\"'”’“‘»«›‹」』 \xa0\u202f\n\r\t_*")[-1:]


def _runs_on(quotation: str) -> bool:
    return bare_end(quotation) == ","


def _is_closed(quotation: str) -> bool:
    return bare_end(quotation) == "."


def _inverted(clauses: Clauses, start: int, end: int) -> Tag | None:
    """The shape: said Lex."""
    words = clauses.words
    verb = words[start]
    if verb.text != verb.lower or not (
        verb.lower in SPEECH_VERBS or (verb.lower.endswith("ed") and len(verb.lower) > 4)
    ):
        return None
    subject = mention_near(clauses, start + 1, end) or subject_by_place(clauses, start + 1, end)
    subject = _owned(subject, clauses) if subject is not None and subject.possessive else subject
    if subject is None or not can_speak(subject) or subject.possessive:
        return None
    return Tag(
        kind=TagKind.SPEECH,
        side=Side.AFTER,
        subjects=_joined_subjects(subject, clauses),
        words=_excerpt(words, start, subject.end),
        verb=verb.lower,
        addressee=_addressee(clauses, (subject.end, end), subject),
    )


def _owned(owner: Mention, clauses: Clauses) -> Mention:
    """Whoever is somebody's: the father of "said Anna's father"; the owner if nobody follows."""
    after = next(iter(clauses.within(owner.end + 1, owner.end + 2)), owner)
    return after if after.kind is MentionKind.ROLE and after.whose else owner


def _joined_subjects(subject: Mention, clauses: Clauses) -> tuple[Mention, ...]:
    """Everybody of "Anna and Piet", "Anna, Piet and Jan"; a list counts only if "and" ends it."""
    subjects = [subject]
    while True:
        last = subjects[-1]
        after = next(iter(clauses.within(last.end + 1, last.end + 3)), None)
        if after is None or after.possessive:
            return (subject,)
        if are_joined(last, after, clauses.words) or (len(subjects) > 1 and _ends_list(last, after, clauses)):
            return (*subjects, after)
        listed = after.kind is MentionKind.NAME and after.first == last.end + 1
        if not listed or clauses.words[last.end].text != ",":
            return (subject,)
        subjects.append(after)


def _ends_list(last: Mention, after: Mention, clauses: Clauses) -> bool:
    """Whether ", and" stands before the last of a list."""
    between = [word.lower for word in clauses.words[last.end : after.first]]
    return between == [",", "and"] and after.kind is MentionKind.NAME


def _straight(clauses: Clauses, span: tuple[int, int], *, runs_on: bool, closed: bool) -> Tag | None:
    """The shape: Lex said."""
    start, end = span
    words = clauses.words
    subject = sentence_subject(clauses, span)
    several = () if subject is None else _joined_subjects(subject, clauses)
    verb = verb_after(several[-1], words) if several else None
    plain = (
        verb is not None and subject is not None and subject.first <= start and not _is_described(several[-1], words)
    )
    if not plain and (runs_on or words[start].text[0].islower()):
        subject, verb = described_subject(clauses, start, end) or (subject, verb)
    if subject is None:
        return None
    kind = TagKind.ACTION
    if verb is not None and subject.first - start <= 2 and words[start].lower not in _SUBORDINATING:
        kind = _kind_of_verb(words, (verb, end), runs_on=runs_on, closed=closed)
    elif _has_thought(words, span):
        kind = TagKind.THOUGHT
    stop = min(end, (verb or subject.end) + 1)
    joined = tuple(mention for mention in _joined_subjects(subject, clauses) if mention.subject or mention is subject)
    addressee = _addressee(clauses, (subject.end, end), subject) if kind is TagKind.SPEECH else None
    return Tag(
        kind=kind,
        side=Side.AFTER,
        verb=words[verb].lower if verb is not None else "",
        subjects=joined,
        words=_excerpt(words, subject.first, stop),
        addressee=addressee,
    )


def _is_described(subject: Mention, words: tuple[Word, ...]) -> bool:
    """Whether more words than a noun tell who it is: "the man in the grey coat"."""
    return words[subject.end : subject.end + 1] != () and words[subject.end].lower in PREPOSITIONS


def _kind_of_verb(words: tuple[Word, ...], span: tuple[int, int], *, runs_on: bool, closed: bool) -> TagKind:
    at, end = span
    reached = next((index for index in range(at, min(at + 4, end)) if is_verb(words[index])), at)
    while reached + 1 < end and words[reached].lower in _BEFORE_SPEECH and is_verb(words[reached + 1]):
        reached += 1
    verb = words[reached].lower
    clause_end = next((index for index in range(at, end) if words[index].text in {";", "."}), end)
    aloud = any(word.lower in ALOUD for word in words[at:clause_end])
    pause = next((index for index in range(reached, clause_end) if words[index].text == ","), clause_end)
    if any(word.lower in _SILENCE for word in words[at : min(reached + 3, pause)]):
        return TagKind.THOUGHT
    if verb in THOUGHT_VERBS and not aloud and not runs_on and closed:
        return TagKind.THOUGHT
    if closed and not aloud and not runs_on and _tells_of_more(words, reached):
        return TagKind.THOUGHT if verb in {"interrupted", "answered", "replied"} else TagKind.ACTION
    asks = not closed and any(word.lower in {"after", "to", "out", "at"} for word in words[reached + 1 : reached + 3])
    if (
        verb in STRONG_SPEECH_VERBS
        or aloud
        or (verb in SPEECH_VERBS and (runs_on or asks))
        or (verb in THOUGHT_VERBS and not closed)
    ):
        return TagKind.SPEECH
    nearby = range(reached + 2, min(reached + 12, clause_end))
    if runs_on and any(words[at].lower in STRONG_SPEECH_VERBS and words[at - 1].lower in {"and", ","} for at in nearby):
        return TagKind.SPEECH
    return TagKind.THOUGHT if _has_thought(words, (at, clause_end)) and closed else TagKind.ACTION


def _tells_of_more(words: tuple[Word, ...], verb: int) -> bool:
    """Whether a verb of speech has an object of its own: "Anna said something", "Anna assured her that"."""
    if verb + 1 >= len(words):
        return False
    after = words[verb + 1].lower
    return after in _OBJECTS or (after in _PERSONS and words[verb].lower not in _TAKING_PERSONS)


_SUBORDINATING = word_set("before when as while if after until till though although because since")
_SILENCE = word_set("nothing not never no")
_OBJECTS = word_set("something that this it so")
_PERSONS = word_set("him her them me us")
_TAKING_PERSONS = word_set("told reminded assured informed corrected warned teased scolded tells reminds")
_BEFORE_SPEECH = word_set("had has have would could did was were is")


def _has_thought(words: tuple[Word, ...], span: tuple[int, int]) -> bool:
    return any(word.lower in THOUGHT_VERBS for word in words[span[0] : span[1]])


def _voice_tag(clauses: Clauses, span: tuple[int, int], side: Side) -> Tag | None:
    """The shapes: Lex's voice came back; was his reply."""
    words = clauses.words
    for mention in clauses.within(*span):
        after = mention.end + (1 if mention.end < len(words) and words[mention.end].lower == POSSESSIVE else 0)
        owned = mention.possessive or mention.name in {"his", "her"}
        nouns = {word.lower for word in words[after : min(after + 3, span[1])]}
        if owned and nouns & (SPEECH_NOUNS | _VOICE):
            return Tag(
                kind=TagKind.SPEECH, side=side, subjects=(mention,), words=_excerpt(words, mention.first, after + 1)
            )
    return None


def _later_speech(clauses: Clauses, span: tuple[int, int]) -> Tag | None:
    """A verb of speech further on in a sentence that runs on from the quotation: "and then Lex said"."""
    words = clauses.words
    for index in range(*span):
        if words[index].lower in STRONG_SPEECH_VERBS:
            subject = thing_before(clauses, index, span[0]) or subject_beside(clauses, index, span[0])
            if subject is not None:
                return Tag(
                    kind=TagKind.SPEECH,
                    side=Side.AFTER,
                    subjects=(subject,),
                    words=_excerpt(words, min(subject.first, index), max(subject.end, index + 1)),
                )
    return None


def tag_before(clauses: Clauses) -> Tag | None:
    """What the narration right before a quotation says of its speaker."""
    sentences = clauses.stretch.sentences
    if not sentences:
        return None
    first, end = sentences[-1]
    words = clauses.words
    last = words[end - 1].text
    if last[0] in _OPEN_ENDS or last[0].isalpha():
        tag = _introduction(clauses, (first, end), colon=last == ":")
        if tag is not None:
            return tag
    for far, sentence in enumerate(sentences[: -_REACH_BACK - 1 : -1]):
        subject = sentence_subject(clauses, sentence)
        if subject is not None:
            kind = TagKind.THOUGHT if _has_thought(words, sentence) else TagKind.ACTION
            verb = verb_after(subject, words)
            excerpt = _excerpt(words, subject.first, min(sentence[1], (verb or subject.end) + 1))
            return Tag(kind=kind, side=Side.BEFORE, subjects=_joined_subjects(subject, clauses), words=excerpt, far=far)
    return None


def _introduction(clauses: Clauses, span: tuple[int, int], *, colon: bool) -> Tag | None:
    """The shapes: Lex said, ... and: Lex turned to Clark with a smile: ..."""
    words = clauses.words
    for index in range(span[1] - 1, span[0] - 1, -1):
        if words[index].lower in SPEECH_VERBS and words[index].text == words[index].lower:
            described = described_subject(clauses, span[0], index + 1)
            if described is not None and described[1] == index:
                subject: Mention | None = described[0]
            else:
                subject = thing_before(clauses, index, span[0]) or subject_beside(clauses, index, span[0])
            if subject is not None and (_is_strong(words, index) or span[1] - index < 6):
                return Tag(
                    kind=TagKind.SPEECH,
                    side=Side.BEFORE,
                    subjects=_joined_subjects(subject, clauses) if subject.end <= index else (subject,),
                    words=_excerpt(words, min(subject.first, index), max(subject.end, index + 1)),
                    verb=words[index].lower,
                    addressee=_addressee(clauses, (index + 1, span[1]), subject),
                )
    voice = _voice_tag(clauses, span, Side.BEFORE)
    if voice is not None:
        return voice
    subject = sentence_subject(clauses, span)
    if subject is None:
        return None
    kind = TagKind.INTRODUCTION if colon or words[span[1] - 1].text == "," else TagKind.ACTION
    return Tag(kind=kind, side=Side.BEFORE, subjects=(subject,), words=_excerpt(words, subject.first, subject.end + 1))


def _is_strong(words: tuple[Word, ...], verb: int) -> bool:
    """Whether a verb tells of speech wherever it stands: "said", and "called" with "out" behind it."""
    after = words[verb + 1].lower if verb + 1 < len(words) else ""
    return words[verb].lower in STRONG_SPEECH_VERBS or after == "out"


def _addressee(clauses: Clauses, span: tuple[int, int], subject: Mention) -> Mention | None:
    """The one spoken to: said he to Lex; asked him; turning to Lex."""
    words = clauses.words
    for mention in clauses.within(*span):
        if mention is subject or mention.possessive or mention.name in {"himself", "herself"}:
            continue
        before = words[mention.first - 1].lower
        if before in {"to", "towards", "toward", "at", "asked", "told", "answered", "begged", "assured", "informed"}:
            return mention
        if before == "and" or (before in PREPOSITIONS and before != "of"):
            return None
    return None


def _excerpt(words: tuple[Word, ...], first: int, end: int) -> str:
    """Words as text, for people: single blanks, marks joined to the word before."""
    text = ""
    for word in words[first:end]:
        joined = word.lower == POSSESSIVE or not word.text[0].isalnum()
        text += word.text if joined or not text else " " + word.text
    return text.strip()
