"""Large initials that a scan or a careless export has set apart from their word: "O NCE upon a time".

English. Knows how words begin; refuses to touch anything but a paragraph's first letter and what follows it.
"""

import re

_DROP_CAP = re.compile(r"(?P<letter>[A-Z]) (?P<rest>[A-Za-z]+)(?P<behind>['\u2019]?)(?![\w.])")
_BEGINNINGS = frozenset(
    """
    a about above across after again against ago ah all almost alone along already although always am among an and
    another any anyone anything are around as at away be because been before behind beside besides between beyond both
    but by can come could day dear did do down during each early either even ever every everyone everything except far
    few first five for four from go had half has have he her here hers him his how however hundreds i ice if in inside
    instead into is it its just last late later let lets like little long looking many marriage may maybe me mr mrs ms
    morning most much my near never next night no nobody none nor not nothing now of off often oh on once one only open
    or other our out over perhaps put said seven she since six so some somebody someone something sometimes soon still
    such ten that the their them then there these they thing this those though three through thus to today too toward
    two under until up upon us very was we well were what whatever when whenever where whether which while who whoever
    whose why will winter with within without would years yes yesterday yet you your
    """.split()  # noqa: SIM905 - words read better than strings
)
_WORDS_ALONE = frozenset("AIO")
_ONSETS = frozenset(
    """
    bl br ch cl cr dr dw fl fr gh gl gn gr kh kl kn kr ph pl pr ps qu rh sc sh sk sl sm sn sp sq st sv sw th tr ts tw
    wh wr
    """.split()  # noqa: SIM905 - as above
)
_VOWELS = frozenset("aeiouy")


def join_drop_cap(sentence: str) -> str:
    """Join a paragraph's large initial with the rest of its word, where it can be nothing else."""
    match = _DROP_CAP.match(sentence)
    if match is None or not _belongs_to(match["letter"], match["rest"]):
        return sentence
    return match["letter"] + match["rest"].lower() + sentence[match.end("rest") :]


def _belongs_to(letter: str, rest: str) -> bool:
    """Whether a letter is the beginning of the word behind it, and no word by itself ("A MAN", "I saw", "X marks")."""
    joined = (letter + rest).lower()
    if not (rest.isupper() or rest.islower()):
        return False
    if letter in _WORDS_ALONE:
        return joined in _BEGINNINGS or (rest.isupper() and not _can_begin(rest.lower()))
    return joined in _BEGINNINGS or (rest.isupper() and len(rest) > 1)


def _can_begin(word: str) -> bool:
    """Whether an English word can begin so: with a vowel, one consonant, or consonants that go together."""
    if word[0] in _VOWELS or (len(word) > 1 and word[1] in _VOWELS):
        return True
    return word[:2] in _ONSETS
