"""Roman numerals: what they are worth. Whether letters are meant as one, whoever meets them decides."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(numeral: str) -> int:
    """Add up a roman numeral in capitals; a letter before a greater one is taken away.

    Raises:
        KeyError: a letter is none of I, V, X, L, C, D and M.
    """
    values = [_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
