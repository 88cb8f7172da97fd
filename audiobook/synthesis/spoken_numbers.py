"""Years, times, money, decades and measures written so that an engine reads them as a person would.

English. Engines read plain numbers well, so numbers stay in digits; what they get wrong is their form: "1994" is
"nineteen hundred ninety four" to them, "$5.50" "five dollar point five zero", "6:05" "six zero five", "the 1990s"
"nineteen hundred ninety z" (espeak-ng 1.52, measured). Knows such forms; refuses to know abbreviations of words.
"""

import re

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(
    r"\b(?P<before>(?:in|since|until|till|by|from|before|after|during|of|to|year|early|late|mid|circa|and|spring|summer"
    r"|autumn|winter|fall|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: the)?[ -](?:\d{1,2}(?:st|nd|rd|th)?,? )?)(?P<year>1[1-9]\d\d)\b(?![,.:%]\d|s\b|-?(?:st|nd|rd|th)\b"
    r"| (?:people|men|women|dollars|pounds|miles|feet|years|times|of)\b)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?P<first>1[1-9]\d\d) ?\u2013 ?(?P<last>1[1-9]\d\d|\d\d)\b")
_DECADE = re.compile(r"(?<![\w.])(?:(?P<century>1[1-9]|20)|'(?=\d0'?s))(?P<tens>[1-9])0'?s\b")
_CLOCK = re.compile(
    r"(?<!:)\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!\d|:\d)(?: ?(?P<half>[ap])\.?m\b\.?(?P<end>$)?)?",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(
    r"\b(?P<hour>1[0-2]|[1-9]) ?(?P<half>[ap])(?:\.m\b\.?|m\b(?! (?:I|not)\b)\.?)(?P<end>$)?", re.IGNORECASE
)
_MONEY = re.compile(
    r"(?P<sign>[$\u00a3\u20ac])(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d{1,2})(?!\d))?"
    r"(?P<large> (?:thousand|million|billion|trillion)\b)?"
)
_MEASURE = re.compile(
    r"(?<![\w.,])(?P<number>\d+(?:[.,]\d+)*) ?"
    r"(?P<unit>km/h|km|cm|mm|kg|mph|lbs?|oz|ft|yds?|mins?|hrs?|(?<= )m)\b(?P<stop>\.)?"
)
_HEIGHT = re.compile(r"(?<![\w.])(?P<feet>[3-8])'(?P<inches>1[01]|\d)(?:\"|''|(?=[\s,.;!?]|$))")

_TENS = dict(zip("123456789", ("tens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies",
                               "eighties", "nineties"), strict=True))  # fmt: skip
_COINS = {"$": ("dollar", "cent"), "\u00a3": ("pound", "pence"), "\u20ac": ("euro", "cent")}
_UNITS = {
    "km": "kilometre", "cm": "centimetre", "mm": "millimetre", "kg": "kilogram", "mph": "mile an hour", "lb": "pound",
    "lbs": "pound", "ft": "foot", "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour",
    "oz": "ounce", "yd": "yard", "yds": "yard", "m": "metre", "km/h": "kilometre an hour",
}  # fmt: skip
_PLURALS = {"foot": "feet", "mile an hour": "miles an hour", "kilometre an hour": "kilometres an hour"}


def speak_numbers(said: str) -> str:
    """Write numbers in the form in which they are said; plain ones stay."""
    if not _may_have_numbers(said):
        return said
    said = _YEARS.sub(lambda match: f"{_year(match['first'])} to {_year(match['last'])}", said)
    said = _DECADE.sub(_decade, said)
    said = _YEAR.sub(lambda match: match["before"] + _year(match["year"]), said)
    said = _MONEY.sub(_money, said)
    said = _HALF_DAY.sub(lambda match: match["hour"] + _half(match), _CLOCK.sub(_clock, said))
    return _HEIGHT.sub(lambda match: f"{match['feet']} foot {match['inches']}", _MEASURE.sub(_measure, said))


def _may_have_numbers(said: str) -> bool:
    return _DIGIT.search(said) is not None


def _year(digits: str) -> str:
    """1994 as "19 94", 1905 as "19 oh 5", 1900 as "19 hundred"; two digits, the end of a span, as they are."""
    century, rest = digits[:-2], digits[-2:]
    if not century:
        return rest
    if rest == "00":
        return f"{century} hundred"
    return f"{century} oh {rest[1]}" if rest[0] == "0" else f"{century} {rest}"


def _decade(match: re.Match[str]) -> str:
    return f"{match['century']} {_TENS[match['tens']]}" if match["century"] else _TENS[match["tens"]]


def _clock(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), match["minute"]
    half = _half(match)
    if minute == "00":
        return f"{hour}{half or (chr(32) + 'o' + chr(39) + 'clock' if 0 < hour <= 12 else ' hundred hours')}"
    return f"{hour} oh {minute[1]}{half}" if minute[0] == "0" else f"{hour} {minute}{half}"


def _half(match: re.Match[str]) -> str:
    """Say "a.m." as two letters; its last full stop may end the sentence too."""
    if match["half"] is None:
        return ""
    stop = "." if match["end"] is not None and match.group().endswith(".") else ""
    return f" {match['half'].upper()} M{stop}"


def _money(match: re.Match[str]) -> str:
    coin, small = _COINS[match["sign"]]
    whole, part = match["whole"], match["part"]
    if match["large"]:
        amount = f"{whole}.{part}" if part else whole
        return f"{amount}{match['large']} {coin}s"
    said = f"{whole} {_of(coin, whole)}"
    if part is None or not int(part):
        return said
    pieces = str(int(part.ljust(2, "0")))
    if whole == "0":
        return f"{pieces} {_of(small, pieces)}"
    return f"{said} {pieces}" if small == "pence" else f"{said} and {pieces} {_of(small, pieces)}"


def _measure(match: re.Match[str]) -> str:
    is_end = match["stop"] and match.end() == len(match.string)
    return f"{match['number']} {_of(_UNITS[match['unit']], match['number'])}" + ("." if is_end else "")


def _of(unit: str, amount: str) -> str:
    return unit if amount == "1" else _PLURALS.get(unit, f"{unit}s")
