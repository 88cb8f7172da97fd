"""The subject of a verb of speech, wherever English word order may put it.

Knows one sentence and a verb in it; refuses to know quotations and characters.
"""

from audiobook.scripting.grammar.clauses import Clauses, are_joined, is_verb
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.words import Word
from audiobook.scripting.vocabulary.common_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
)
from audiobook.scripting.vocabulary.word_sets import word_set


def mention_near(clauses: Clauses, index: int, end: int) -> Mention | None:
    """The mention that starts at a word, or after adverbs, a particle, an article or an adjective or two."""
    words = clauses.words
    starts = {mention.first: mention for mention in clauses.within(index, index + 5)}
    if index < end and words[index].lower == "the" and index not in starts:
        described = _described(clauses, index + 1, end)
        if described is not None:
            return described
    for at in range(index, min(index + 5, end)):
        if at in starts:
            return starts[at]
        lower = words[at].lower
        particle = at == index and lower in _PARTICLES
        if not particle and (
            lower in PREPOSITIONS or lower in CONJUNCTIONS or not lower.isalpha() or is_verb(words[at])
        ):
            return None
        if not particle and lower not in _BEFORE_NAME and not lower.endswith("ly") and lower not in ADVERBS:
            return None
    return None


def _described(clauses: Clauses, index: int, end: int) -> Mention | None:
    """The name that two or three words describe: "the less courteous Edmund"."""
    for mention in clauses.within(index, min(index + 4, end)):
        between = clauses.words[index : mention.first]
        plain = all(word.text[0].islower() and word.lower not in PREPOSITIONS | CONJUNCTIONS for word in between)
        return mention if mention.kind is MentionKind.NAME and plain and not mention.possessive else None
    return None


_PARTICLES = word_set("in out on up back off forth")
_BEFORE_NAME = word_set(
    """
    the a an this that poor old young little dear good honest worthy fat big tall great sweet pretty gentle
    kind dear unhappy wretched unfortunate happy proud wise brave mad wicked elder younger other our my
    """
)


def can_speak(mention: Mention) -> bool:
    """Whether a mention has the form of a subject: he, not him."""
    if mention.kind is MentionKind.PRONOUN:
        return mention.name in {"he", "she", "they"}
    return mention.kind is not MentionKind.FIRST_PERSON or mention.head == "i"


_LONGEST_APPOSITION = 14


def subject_beside(clauses: Clauses, verb: int, start: int) -> Mention | None:
    """The subject of a verb: right before or after it, or the nearest subject before it in the sentence."""
    words = clauses.words
    before = [mention for mention in clauses.within(start, verb) if mention.end <= verb]
    nearest = next((mention for mention in reversed(before) if _leads_to(mention, verb, words)), None)
    if before and _is_overheard(before[-1], verb, words):
        return before[-1]
    if before and before[-1].possessive and before[-1].end == verb - 1 and _is_gerund(words, verb):
        return before[-1]
    if nearest is not None:
        return nearest
    after = None if words[verb].lower.endswith("ing") else mention_near(clauses, verb + 1, len(words))
    if after is not None and can_speak(after) and not after.possessive and after.kind is not MentionKind.PRONOUN:
        return after
    related = next((mention for mention in reversed(before) if _is_related(mention, verb, words)), None)
    if related is not None:
        return related
    subjects = [mention for mention in before if mention.subject or _opens_clause(mention, words)]
    main = [mention for mention in subjects if not _is_subordinate(mention, clauses)]
    turned = next((mention for mention in reversed(subjects) if _comes_in(mention, words, start)), None)
    if turned is not None and main and turned.first > main[-1].first:
        return turned
    return (main or subjects)[-1] if subjects else None


def _is_overheard(mention: Mention, verb: int, words: tuple[Word, ...]) -> bool:
    """Whether somebody is heard to speak: "Anna heard him say", "hearing Piet almost at once saying"."""
    heard = words[mention.first - 1].lower if mention.first else ""
    between = words[mention.end : verb]
    plain = all(word.lower in ADVERBS or word.lower.endswith("ly") for word in between)
    return heard in _HEARD and words[verb].lower in _HEARD_TO and plain and len(between) <= _MOST_ADVERBS


_HEARD = word_set("heard hear hears hearing overheard")
_HEARD_TO = word_set("say saying whisper whispering ask asking cry crying call calling exclaim reply answer mutter")
_MOST_ADVERBS = 3


def _is_gerund(words: tuple[Word, ...], verb: int) -> bool:
    """Whether a verb in "Anna's saying, with a smile" is one: no noun follows it as in "Anna's concluding words"."""
    after = words[verb + 1].lower if verb + 1 < len(words) else ","
    return words[verb].lower.endswith("ing") and (not after[0].isalpha() or after in PREPOSITIONS or after in ADVERBS)


def _comes_in(mention: Mention, words: tuple[Word, ...], start: int) -> bool:
    """Whether somebody comes in after the sentence's main clause: "they were at table, when Anna rose and said"."""
    at = mention.first - 1
    return at > start + 1 and words[at].lower in {"when", "till", "until"} and words[at - 1].text in {",", ";"}


def _leads_to(mention: Mention, verb: int, words: tuple[Word, ...]) -> bool:
    """Whether nothing but "who", auxiliaries and adverbs stands between somebody and a verb."""
    if mention.possessive or not can_speak(mention):
        return False
    between = words[mention.end : verb]
    if between and between[0].text == ",":
        if _opens_clause(mention, words):
            between = _after_apposition(between)
        elif between[-1].lower != "who":
            return False
    return len(between) <= 5 and all(
        word.lower in {",", "who"} or word.lower in ADVERBS or word.lower in AUXILIARIES or word.lower.endswith("ly")
        for word in between
    )


def _after_apposition(between: tuple[Word, ...]) -> tuple[Word, ...]:
    """What is left before the verb once the words between commas are skipped: "Anna, tired of it all, at last said"."""
    close = max((index for index, word in enumerate(between) if word.text == ","), default=0)
    return between[close + 1 :] if 0 < close <= _LONGEST_APPOSITION else between


def _opens_clause(mention: Mention, words: tuple[Word, ...]) -> bool:
    """Whether somebody stands first in a clause and is followed by a comma: "till Anna, looking up, cried"."""
    if mention.possessive or mention.end >= len(words) or words[mention.end].text != ",":
        return False
    before = words[mention.first - 1].lower if mention.first else ","
    if before in {"the", "a", "an"}:
        before = words[mention.first - 2].lower if mention.first > 1 else ","
    return not before[0].isalpha() or (before in CONJUNCTIONS and before not in PREPOSITIONS) or before == "that"


def _is_related(mention: Mention, verb: int, words: tuple[Word, ...]) -> bool:
    """Whether "who" with something between commas leads to a verb: "Anna, who, looking up, said"."""
    start = mention.end + (words[mention.end].text == ",") if mention.end < len(words) else mention.end
    if start + 1 >= verb or words[start].lower != "who" or words[start + 1].text != ",":
        return False
    return words[verb - 1].text == "," or words[verb - 1].lower.endswith("ly")


def _is_subordinate(mention: Mention, clauses: Clauses) -> bool:
    """Whether somebody is the subject of a clause inside another: "into the room where she and Anna sat"."""
    words = clauses.words
    before = clauses.within(mention.first - 4, mention.first)
    if before and are_joined(before[-1], mention, words):
        return _is_subordinate(before[-1], clauses)
    first = mention.first - 1
    if first >= 0 and words[first].lower in DETERMINERS:
        first -= 1
    return first >= 0 and words[first].lower in _SUBORDINATORS


_SUBORDINATORS = word_set(
    "where when that who whom which as while than before after if because though whom what how till"
)
