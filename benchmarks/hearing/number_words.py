"""Numbers in words and in figures, written alike: "twenty-one" and "21", "nineteen oh five" and "1905".

English. Knows words that are folded already (see `normalising`); refuses to know sentences.
"""

from collections.abc import Sequence

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split())}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth"
)
_ORDINALS = {word: value for value, word in enumerate(_ORDINAL_WORDS.split(), start=1)} | {
    f"{word[:-1]}ieth": value for word, value in _TENS.items()
}


def fold_numbers(words: Sequence[str]) -> list[str]:
    """Write every run of number words as figures, all in one; ordinals end in "th"."""
    folded: list[str] = []
    index = 0
    while index < len(words):
        run = _run_at(words, index)
        if run == 1 and words[index] in {"one", "1"}:  # "any one", "no one": more a pronoun than a number
            folded.append("one")
            index += 1
        elif run:
            folded.append(_as_figures(words[index : index + run]))
            index += run
        else:
            folded.append(words[index])
            index += 1
    return folded


def _run_at(words: Sequence[str], start: int) -> int:
    """How many words from here on are one number, or several in a row."""
    end = start
    while end < len(words):
        word = words[end]
        following = words[end + 1] if end + 1 < len(words) else ""
        if _is_number(word):
            end += 1
            if _is_ordinal(word):
                break
        elif _leads_on(words[start:end], word, following):
            end += 1
        else:
            break
    return end - start


def _leads_on(run: Sequence[str], word: str, following: str) -> bool:
    """Whether a word that is no number belongs to one: "a hundred", "hundred and one", "nineteen oh five"."""
    if word == "a":
        return following in _LARGE
    if word == "and":
        return bool(run) and run[-1] in _LARGE and _is_below_hundred(following)
    return word == "oh" and bool(run) and _is_number(following)


def _is_number(word: str) -> bool:
    return word in _SMALL or word in _TENS or word in _LARGE or word.isdecimal() or _is_ordinal(word)


def _is_ordinal(word: str) -> bool:
    return word in _ORDINALS or (word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdecimal())


def _is_below_hundred(word: str) -> bool:
    return word in _SMALL or word in _TENS or word in _ORDINALS


def _as_figures(run: Sequence[str]) -> str:
    """Add up what belongs together and set the rest side by side: "nineteen ninety four" is 19 and 94, so 1994."""
    parts: list[int | str] = []
    value: int | None = None
    ending = ""
    for word in run:
        if word in {"a", "and"}:
            continue
        if word == "oh" or (word[0] == "0" and len(word) > 1):
            parts.extend([] if value is None else [value])
            parts.append("0" if word == "oh" else word)
            value = None
            continue
        number, ending = _value(word)
        if word in _LARGE:
            value = _times(1 if value is None else value, number)
        elif value is not None and _has_room(value, number):
            value += number
        else:
            parts.extend([] if value is None else [value])
            value = number
    parts.extend([] if value is None else [value])
    return "".join(map(str, parts)) + ending


def _value(word: str) -> tuple[int, str]:
    if word in _ORDINALS:
        return _ORDINALS[word], "th"
    if word.isdecimal():
        return int(word), ""
    if _is_ordinal(word):
        return int(word[:-2]), "th"
    return (_SMALL | _TENS | _LARGE)[word], ""


def _times(value: int, large: int) -> int:
    """Multiply what belongs to a large word: of "two thousand three hundred" only the three."""
    rest = value % 1000 if large == 100 and value >= 1000 else value
    return value - rest + rest * large


def _has_room(value: int, number: int) -> bool:
    """Whether a number fits behind another: 1 to 9 behind 20, anything below 100 behind 300."""
    if number == 0 or value == 0:
        return False
    zeros = len(str(value)) - len(str(value).rstrip("0"))
    return len(str(number)) <= zeros and (value >= 100 or value in _TENS.values())
