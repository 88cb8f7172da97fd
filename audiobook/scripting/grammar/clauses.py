"""Clauses by word order alone: which mention is the subject, and what its verb is.

Knows English word order and closed word lists; refuses to know who is meant or who speaks.
"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from audiobook.scripting.grammar.mentions import Mention, MentionKind, find_mentions
from audiobook.scripting.grammar.name_words import NameWords
from audiobook.scripting.grammar.words import Stretch, Word
from audiobook.scripting.vocabulary.common_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    IRREGULAR_PAST,
    PREPOSITIONS,
    SENTENCE_ENDS,
)
from audiobook.scripting.vocabulary.role_words import SUBJECT_PRONOUNS
from audiobook.scripting.vocabulary.speech_verbs import SPEECH_VERBS
from audiobook.scripting.vocabulary.word_sets import word_set

_NOT_VERBS = word_set(
    """
    always perhaps besides its his hers ours theirs this thus as is's us yes alas towards afterwards upstairs
    downstairs indeed hundred need red bed
    """
)
_VERB_REACH = 5
_NAMELESS = (MentionKind.ROLE, MentionKind.CROWD)
_DESCRIPTION_REACH = 10
_BEFORE_SENTENCE = SENTENCE_ENDS | frozenset("\"'”’»")
_CLAUSE_OPENERS = CONJUNCTIONS | word_set("who which that what whom whose he she they it we i you")


def _first_word(mention: Mention) -> int:
    return mention.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A stretch with its mentions, subjects marked."""

    stretch: Stretch
    mentions: tuple[Mention, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the stretch."""
        return self.stretch.words

    def within(self, first: int, end: int) -> list[Mention]:
        """The mentions that start inside a span of words."""
        low = bisect_left(self.mentions, first, key=_first_word)
        return list(self.mentions[low : bisect_left(self.mentions, end, lo=low, key=_first_word)])


def read_clauses(stretch: Stretch, names: NameWords) -> Clauses:
    """Find the mentions of a stretch and mark those that are subjects."""
    mentions = find_mentions(stretch.words, names)
    for mention in mentions:
        mention.subject = _is_subject(mention, stretch.words)
    for before, after in pairwise(mentions):
        if after.subject and are_joined(before, after, stretch.words) and not _after_preposition(before, stretch.words):
            before.subject = True
    return Clauses(stretch=stretch, mentions=tuple(mentions))


def are_joined(before: Mention, after: Mention, words: tuple[Word, ...]) -> bool:
    """Tell "Anna and Piet" from two mentions that merely follow each other."""
    return after.first - before.end == 1 and words[before.end].lower in {"and", "&"}


def _is_subject(mention: Mention, words: tuple[Word, ...]) -> bool:
    if mention.possessive:
        return False
    if mention.kind is MentionKind.PRONOUN:
        return mention.name in SUBJECT_PRONOUNS or mention.name == "they"
    if mention.kind is MentionKind.FIRST_PERSON:
        return mention.head == "i"
    return not _after_preposition(mention, words) and verb_after(mention, words) is not None


def _after_preposition(mention: Mention, words: tuple[Word, ...]) -> bool:
    if mention.first == 0:
        return False
    before = words[mention.first - 1].lower
    return before in PREPOSITIONS and before not in {"since", "till", "until", "before", "after", "for"}


def verb_after(mention: Mention, words: tuple[Word, ...]) -> int | None:
    """Index of the verb whose subject stands before it; an apposition or a description is skipped."""
    index = mention.end
    if index < len(words) and words[index].lower == ",":
        close = next((at for at in range(index + 1, min(index + 14, len(words))) if words[at].lower == ","), None)
        if close is None or is_verb(words[index + 1]):
            return None
        index = close + 1
    for at in range(index, min(index + _VERB_REACH, len(words))):
        if is_verb(words[at]):
            return at
        if not _may_stand_before_verb(words[at]):
            break
    return _verb_after_description(mention, words)


def _verb_after_description(mention: Mention, words: tuple[Word, ...]) -> int | None:
    """Index of the verb of somebody without a name who opens a sentence and is described by a preposition.

    As in: "A boy of about ten burst in", "The woman in the red hat laughed".
    """
    opens = mention.first == 0 or words[mention.first - 1].text in _BEFORE_SENTENCE
    if not opens or mention.kind not in _NAMELESS or mention.end >= len(words):
        return None
    if words[mention.end].lower not in PREPOSITIONS - _CLAUSE_OPENERS:
        return None
    for at in range(mention.end + 1, min(mention.end + _DESCRIPTION_REACH, len(words))):
        if is_verb(words[at]) and not words[at].lower.endswith("s"):
            return at
        if not words[at].text[0].isalpha() or words[at].lower in _CLAUSE_OPENERS:
            return None
    return None


def _may_stand_before_verb(word: Word) -> bool:
    return word.lower in ADVERBS or word.lower.endswith("ly")


def is_verb(word: Word) -> bool:
    """Whether a word looks like a finite verb."""
    lower = word.lower
    if word.text != lower or lower in _NOT_VERBS:
        return False
    if lower in AUXILIARIES or lower in IRREGULAR_PAST or lower in SPEECH_VERBS:
        return True
    return len(lower) > 3 and (
        lower.endswith("ed") or (lower.endswith("s") and not lower.endswith(("ss", "us", "ness")))
    )


def sentence_subject(clauses: Clauses, sentence: tuple[int, int]) -> Mention | None:
    """The first subject of a sentence; failing that the owner of one ("Lex's eyes", "It was Lex's turn")."""
    inside = clauses.within(*sentence)
    for mention in inside:
        if mention.subject:
            return mention
    owner = inside[0] if inside and inside[0].possessive and inside[0].first - sentence[0] <= 6 else None
    return None if owner is None or _after_preposition(owner, clauses.words) else owner
