"""Titles before names, with the gender they give.

Knows the words and nothing about who bears them.
"""

from audiobook.model.script import Gender
from audiobook.scripting.vocabulary.word_sets import word_set

_ABBREVIATED = {
    "mr": Gender.MALE,
    "mrs": Gender.FEMALE,
    "ms": Gender.FEMALE,
    "dr": Gender.UNKNOWN,
    "prof": Gender.UNKNOWN,
    "capt": Gender.UNKNOWN,
    "col": Gender.UNKNOWN,
    "gen": Gender.UNKNOWN,
    "lt": Gender.UNKNOWN,
    "sgt": Gender.UNKNOWN,
    "rev": Gender.UNKNOWN,
    "hon": Gender.UNKNOWN,
    "st": Gender.UNKNOWN,
    "mme": Gender.FEMALE,
    "mlle": Gender.FEMALE,
    "messrs": Gender.MALE,
    "esq": Gender.MALE,
    "jr": Gender.UNKNOWN,
    "sr": Gender.UNKNOWN,
    "mt": Gender.UNKNOWN,
}

ABBREVIATIONS = frozenset(_ABBREVIATED) | word_set("no vol etc vs fig m")
"""Words whose full stop does not end a sentence, lower case."""

_MALE = word_set(
    """
    mister sir lord master monsieur herr signor senor señor don uncle father brother grandfather grandpa king
    prince duke earl count baron emperor squire viscount marquis friar abbot sultan headmaster
    """
)
_FEMALE = word_set(
    """
    mistress missus missis miss lady dame madame madam mademoiselle frau fräulein signora signorina senora
    señora señorita aunt auntie aunty mother sister grandmother grandma queen princess duchess countess
    baroness empress nurse granny headmistress doña dame
    """
)
_EITHER = word_set(
    """
    doctor professor captain colonel general major lieutenant sergeant corporal private commander commodore
    admiral inspector constable detective officer sheriff marshal deputy judge justice reverend pastor parson
    deacon bishop archbishop cardinal pope saint president senator governor minister ambassador chancellor
    secretary mayor councillor dean rabbi brigadier agent chief coach cousin comrade citizen superintendent
    ensign cadet warden ser mx trooper provost archmage ambassador
    """
)

TITLE_GENDER: dict[str, Gender] = (
    {
        word: gender
        for word, gender in _ABBREVIATED.items()
        if word not in {"jr", "sr", "esq", "mt", "st", "messrs", "hon"}
    }
    | dict.fromkeys(_MALE, Gender.MALE)
    | dict.fromkeys(_FEMALE, Gender.FEMALE)
    | dict.fromkeys(_EITHER, Gender.UNKNOWN)
)
"""Every word that can stand before a name as a title, lower case, and its gender."""

RANKS = word_set(
    """
    doctor professor captain colonel general major lieutenant sergeant corporal commander commodore admiral inspector
    constable detective officer sheriff marshal judge reverend father vicar bishop senator governor mayor agent chief
    coach ensign cadet warden headmaster headmistress duchess duke countess count baron king queen prince princess
    """
)
"""Titles by which their bearers are addressed without a name, lower case."""

WRITTEN_WITH_STOP = frozenset(_ABBREVIATED)
"""Abbreviated titles, shown with a full stop in a character's name."""

SAME_TITLE = {
    "mister": "mr", "mistress": "mrs", "missus": "mrs", "missis": "mrs", "doctor": "dr", "professor": "prof",
    "captain": "capt",
    "colonel": "col", "general": "gen", "lieutenant": "lt", "sergeant": "sgt", "reverend": "rev", "madame": "mme",
    "mademoiselle": "mlle", "auntie": "aunt", "aunty": "aunt",
}  # fmt: skip
"""Long and short form of one title."""
