"""Numbers up to a hundred and nineteen as English writes them in words or digits.

Knows words only.
"""

_UNITS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        start=1,
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_GREATEST = 119


def number_of(word: str) -> int | None:
    """The number that a word means: "nine", "twenty-six", "42"; None if it means none that could be an age."""
    if word.isascii() and word.isdecimal():
        return int(word) if len(word) <= 3 and int(word) <= _GREATEST else None
    tens, _, unit = word.partition("-")
    if tens in _TENS and unit:
        return _TENS[tens] + _UNITS[unit] if _UNITS.get(unit, 10) < 10 else None
    return _UNITS.get(word) or _TENS.get(word)
