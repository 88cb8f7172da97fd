r"""Single words of a line stressed: set apart by commands that espeak-ng obeys in the middle of a text.

A command is U+0001, a number and a letter ("\x0165P": pitch 65), and holds until the next of its kind. Source:
espeak-ng's docs/markup.md, "Control sequences", and `EmbeddedCommand` of its translate.c. The words are marked before
sounds are written into the text, and the marks turned into commands behind that, so that neither hides the other.
"""

import re
from collections.abc import Callable, Sequence

from audiobook.engines.espeak_text import make_speakable
from audiobook.model.speech import WordStress

_MARKS_START = 0xE000
_END = "\uf8ff"
"""Private-use characters, which `make_speakable` leaves in no text: one for each start of a stress, one for any end."""

_MOST_STRESSES = 1000
_MARK = re.compile(rf"[\ue000-{_END}]")


def mark_stresses(text: str, stresses: Sequence[WordStress]) -> str:
    """Mark the stressed words of a text.

    Args:
        text: made speakable.
        stresses: a word that the text does not have so often is left alone.
    """
    places = []
    for number, stress in enumerate(stresses[:_MOST_STRESSES]):
        word = re.escape(make_speakable(stress.word))
        found = [match.span() for match in re.finditer(rf"(?<![\w'])(?:{word})(?!\w)(?!'\w)", text)]
        if len(found) >= stress.occurrence:
            places.append((*found[stress.occurrence - 1], chr(_MARKS_START + number)))
    for start, end, mark in sorted(places, reverse=True):
        text = f"{text[:start]}{mark}{text[start:end]}{_END}{text[end:]}"
    return text


def with_commands(
    marked: str, stresses: Sequence[WordStress], *, usual: str, of_stress: Callable[[WordStress], str]
) -> str:
    """Turn the marks into commands.

    Args:
        marked: by `mark_stresses`, with the same stresses.
        usual: the commands that bring the line's own manner back.
        of_stress: gives the commands of a stressed word.
    """

    def command(mark: re.Match[str]) -> str:
        return usual if mark[0] == _END else of_stress(stresses[ord(mark[0]) - _MARKS_START])

    return _MARK.sub(command, marked)
