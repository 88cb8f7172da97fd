"""Which words of this book are parts of names: counted over the whole text before anything is read closely.

Knows capital letters, positions and closed lists; refuses to know who a name belongs to.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from audiobook.scripting.grammar.words import ReadParagraph, Stretch
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.common_words import CONJUNCTIONS, NOT_NAMES, PLACE_WORDS, PREPOSITIONS
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES
from audiobook.scripting.vocabulary.titles import TITLE_GENDER

_ALSO_VERBS = NOT_NAMES & GIVEN_NAMES.keys()
"""Given names that are other words as well (Will, May): names only inside a sentence or before a verb."""
_REGULARLY = 2
_CONTRACTIONS = ("'ve", "'re", "'ll", "'d", "n't", "'m")
_LINKING = (PREPOSITIONS | CONJUNCTIONS) - GIVEN_NAMES.keys()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCounts:
    """How often each word form stands where.

    Attributes:
        lower: word without any capital.
        inside: word with a capital inside a sentence, as written.
        initial: word with a capital where a sentence starts, as written.
        titled: word with a capital right after a title, as written.
    """

    lower: Counter[str]
    inside: Counter[str]
    initial: Counter[str]
    titled: Counter[str]


def count_words(paragraphs: Iterable[ReadParagraph]) -> WordCounts:
    """Count every word form of a book."""
    counts = WordCounts(lower=Counter(), inside=Counter(), initial=Counter(), titled=Counter())
    for paragraph in paragraphs:
        runs_on = False
        for stretch in paragraph.stretches:
            _count_stretch(stretch, counts, before="," if runs_on else ".")
            runs_on = stretch.kind is PassageKind.SPEECH and "," in {word.text for word in stretch.words[-2:]}
    return counts


def _count_stretch(stretch: Stretch, counts: WordCounts, *, before: str) -> None:
    """Count one stretch.

    Args:
        before: the mark it follows; after a speech that ends in a comma, a capital is not due to a sentence's start.
    """
    previous = ""
    lower: list[str] = []
    for word in stretch.words:
        text = word.text
        if text[0].isalpha():
            if text == word.lower:
                lower.append(text)
            elif previous in TITLE_GENDER:
                counts.titled[text] += 1
                counts.inside[text] += 1
            elif before.isalpha() or before in ",'’;":
                counts.inside[text] += 1
            else:
                counts.initial[text] += 1
        before, previous = text[-1], word.lower
    counts.lower.update(lower)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """The words that can be part of a name in this book.

    Attributes:
        anywhere: words that are a name wherever they stand with a capital.
        inside: words that are one only inside a sentence; where it starts they are common words.
        they: the book calls one person "they", so that the pronoun is read as one person's.
    """

    anywhere: frozenset[str]
    inside: frozenset[str]
    they: bool = False


def find_name_words(counts: WordCounts, *, known: Iterable[str] = ()) -> NameWords:
    """Decide which capitalised words are parts of names.

    Args:
        known: names that a person has given; their words are name words whatever the counts say.
    """
    given = {word for name in known for word in name.split() if word[:1].isupper()}
    anywhere, inside = set(given), set(given)
    for word in counts.inside.keys() | counts.initial.keys():
        if not _may_be_name(word, titled=counts.titled[word]):
            if word.lower() in _ALSO_VERBS and counts.inside[word] >= _REGULARLY:
                inside.add(word)
            continue
        capital, lower = counts.inside[word], counts.lower[word.lower()]
        total = capital + counts.initial[word]
        if capital and (
            capital > lower or capital >= 3 or (capital >= 2 and capital * 4 > lower) or word.lower() in GIVEN_NAMES
        ):
            inside.add(word)
        if (capital > lower) or (lower == 0 and (word.lower() in GIVEN_NAMES or total >= 2)):
            anywhere.add(word)
    return NameWords(anywhere=frozenset(anywhere), inside=frozenset(inside | anywhere))


def _may_be_name(word: str, *, titled: int) -> bool:
    lower = word.lower()
    if titled < 2 and lower in PLACE_WORDS:
        return False
    return (
        len(word) > 1
        and not lower.replace("’", "'").endswith(_CONTRACTIONS)
        and lower not in NOT_NAMES
        and lower not in _LINKING
        and lower not in TITLE_GENDER
        and not (word.isupper() and len(word) > 1)
    )
