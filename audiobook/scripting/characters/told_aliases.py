"""Where the text says outright that two names are one person: "Clark has become Superman", "alias", "known as".

Knows turns of phrase; `aliases` decides what follows.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.turns import ClausedParagraph
from audiobook.scripting.grammar.vocatives import is_full_name_of
from audiobook.scripting.grammar.words import Word, as_text
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.word_sets import word_set

_REALLY = r"(?:really|actually|secretly|truly|in truth|in fact|in reality)"
_BECOMING = r"(?:has|have|had|was|is|,)? ?(?:now |since |already )?(?:become|became|becomes|becoming) (?:the )?"
_BEING = (
    rf",? ?(?:who )?(?:was|is|were|had been|has been) (?:,? ?{_REALLY},? |none other than |no other than |"
    r"no one but |nobody but |(?:also |now )?secretly )(?:the )?"
    r"|'s secret identity(?: was|,)? (?:the )?|,? ?(?:was|is) the secret identity of (?:the )?"
    r"|,? whose secret identity (?:was|is) (?:the )?"
)
_WAS = re.compile(r"(?:who )?(?:was|is|were|had been|has been|'d been) (?:the )?")
_ALL_ALONG = re.compile(
    r"all along|all the (?:time|while)|all this (?:time|while)|the whole time|"
    r"from the (?:very )?(?:start|beginning|first)"
)
_IT_WAS_WHO = re.compile(r"who (?:was|is|were|had been|has been)(?: really| actually| also)? the ")
_ONE_AND_THE_SAME = re.compile(
    r"(?:were|are|had been) (?:one and the same|(?:both )?the same (?:person|man|woman|boy|girl|creature))"
)
_NAMING = (
    r",? ?(?:who |he |she )?(?:was|is|were|had been) (?:also |now |usually |always |generally |commonly )?"
    r"(?:called|named|nicknamed|known as) "
    r"|,? (?:called|nicknamed|dubbed|christened|known as|also known as|better known as|otherwise known as) "
    r"|,? ?(?:calling|called|calls) (?:himself|herself) "
    r"|,? whose (?:real|true) name (?:was|is) "
)
_ALIAS = r"/ |,? ?\(?(?:alias|aka|a\.k\.a\.|also known as|better known as) "
_TELLS_IDENTITY = re.compile(f"{_BECOMING}|{_BEING}")
_TELLS_NAME = re.compile(f"{_NAMING}|{_ALIAS}")
_TELLS_NAME_ANYWHERE = re.compile(_ALIAS)
_REACH = 7
_DOUBTING = word_set(
    "if whether perhaps maybe as like pretended pretending supposed unless dreamed dreamt imagined nor not"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAlias:
    """Two names that the text calls one person.

    Attributes:
        sentence: what the text says, for a person.
        epithet: the one of them that somebody took on or hid behind, if the text tells; the other is who they are.
        certain: the names themselves need not look like one person's.
    """

    one: str
    other: str
    sentence: str
    epithet: str | None = None
    certain: bool = True


def told_aliases(paragraphs: Iterable[ClausedParagraph]) -> list[ToldAlias]:
    """Every alias that the text tells, in reading order."""
    return [told for paragraph in paragraphs for clauses in paragraph.clauses for told in _in_stretch(clauses)]


def _in_stretch(clauses: Clauses) -> Iterator[ToldAlias]:
    named = [mention for mention in clauses.mentions if mention.kind is MentionKind.NAME]
    for before, after in pairwise(named):
        if before.name != after.name:
            told = _tell(before, after, clauses)
            if told is not None:
                yield told
            elif is_full_name_of(after, before, clauses.words):
                yield _told(after, before, clauses, quoted=(before.first, after.end))
            elif _names_pronoun(after, clauses):
                yield _told(before, after, clauses, quoted=(max(0, after.first - 4), after.end))


def _told(
    before: Mention, after: Mention, clauses: Clauses, *, quoted: tuple[int, int], epithet: bool = False
) -> ToldAlias:
    quote = as_text(clauses.words[slice(*quoted)])
    alias = _alias(before, after, clauses) if epithet else None
    return ToldAlias(
        one=before.name,
        other=after.name,
        sentence=f'{after.name} is {before.name}: the text says "{quote}".',
        epithet=alias,
        certain="/" not in quote,
    )


def _alias(before: Mention, after: Mention, clauses: Clauses) -> str:
    """Which of two names is no given name: the one with "the" if the other has none, else the one told of the other."""
    articles = [mention.first > 0 and clauses.words[mention.first - 1].lower == "the" for mention in (before, after)]
    return before.name if articles == [True, False] else after.name


def _tell(before: Mention, after: Mention, clauses: Clauses) -> ToldAlias | None:
    between = clauses.words[before.end : after.first]
    if len(between) > _REACH or after.possessive:
        return None
    phrase = _phrase(between)
    if before.possessive and not phrase.startswith("'s"):
        return None
    span = (before.first, after.end)
    narrated = clauses.stretch.kind is PassageKind.NARRATION
    if (_TELLS_NAME if narrated else _TELLS_NAME_ANYWHERE).fullmatch(phrase):
        return _told(before, after, clauses, quoted=span)
    if not narrated or _is_doubted(before, clauses):
        return None
    if _TELLS_IDENTITY.fullmatch(phrase):
        return _told(before, after, clauses, quoted=span, epithet=True)
    end = _end_of_identity(phrase, before, after, clauses)
    return None if end is None else _told(before, after, clauses, quoted=(before.first, end), epithet=True)


def _phrase(words: tuple[Word, ...]) -> str:
    text = " ".join(word.lower for word in words).replace(" ,", ",").strip()
    return f"{text} " if text else ""


def _end_of_identity(phrase: str, before: Mention, after: Mention, clauses: Clauses) -> int | None:
    """Where words end that need more than what stands between two names: "Ludo had been the Lamplighter all along"."""
    words = clauses.words
    rest = _phrase(words[after.end : after.end + 6])
    opening = [word.lower for word in words[max(0, before.first - 2) : before.first]]
    if opening in (["it", "was"], ["it", "is"]) and _IT_WAS_WHO.fullmatch(phrase):
        return after.end
    match = None
    if _WAS.fullmatch(phrase):
        match = _ALL_ALONG.match(rest)
    elif phrase in {"and ", "and the "}:
        match = _ONE_AND_THE_SAME.match(rest)
    return after.end + len(match.group().split()) if match else None


def _is_doubted(mention: Mention, clauses: Clauses) -> bool:
    """Whether the sentence only plays with the thought: "if Anna had been the Owl all along"."""
    sentences = clauses.stretch.sentences
    at = bisect_right([end for _, end in sentences], mention.first)
    first, end = sentences[at]
    asked = "?" in {word.text for word in clauses.words[max(first, end - 2) : end]}
    return asked or any(
        word.lower in _DOUBTING for word in clauses.words[max(first, mention.first - 8) : mention.first]
    )


def _names_pronoun(mention: Mention, clauses: Clauses) -> bool:
    """Whether a pronoun gives somebody just named another name: "they knew him as Nightjar", "they called her Wren"."""
    if clauses.stretch.kind is not PassageKind.NARRATION or mention.possessive:
        return False
    before = [word.lower for word in clauses.words[max(0, mention.first - 3) : mention.first]]
    if before[-1:] == ["as"]:
        return before[:-1][-1:] in (["him"], ["her"]) and before[:1][0] in {"knew", "know", "knows", "known"}
    return before[-1:] in (["him"], ["her"]) and before[-2:-1][:1] in (["called"], ["nicknamed"], ["dubbed"], ["named"])
