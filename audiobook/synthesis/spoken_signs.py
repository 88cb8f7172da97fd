"""Signs said as words: "50%", "R&B", "#5", "3/4", web addresses, telephone numbers, small abbreviations.

English. Engines differ in what they make of such signs (some skip "@" and "#", some say "slash" in a fraction), so none
is left to them. Runs before `spoken_numbers`, on one sentence whose words are final; refuses to know markup.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

_SIGN = re.compile(r"[\d½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞@&#=©]")
_STOPPED = (".g", ".e", "approx", "dept", "Dept", "Co", "Inc", "Ltd", "St", "Ave", "Rd", "Blvd", "etc")
_STOP = re.compile(
    rf"\.(?:(?=com|org|net|edu|gov|info|io|co\.|ac\.)|{'|'.join(rf'(?<={re.escape(form)}[.])' for form in _STOPPED)})"
)
_NUMERAL = re.compile(r" (?:[ivx]{2,5}|[vx])\b", re.IGNORECASE)
"""One of these three is in every sentence that any pattern below changes, and in few others."""

_END = r"(?P<end>$)?"
_ADDRESS = re.compile(
    r"(?<![\w.@])(?:https?://|(?=www\.))?(?P<name>(?:[A-Za-z0-9-]+\.)+(?:com|org|net|edu|gov|info|io|co\.uk|org\.uk|ac\.uk)"
    r"(?:/[\w./#?=&%~-]*\w)?)(?![\w@])/?"
)
_MAIL = re.compile(r"(?<![\w.])(?P<name>[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,})(?!\w)")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}(?:[ -]\(?\d{1,5}\)?){2,5}|\(\d{3,5}\) ?\d{3,4}[ -]\d{3,4}|\d{3}-\d{3}-\d{4}"
    r"|0\d{2,4} \d{3,4} \d{3,4}|\d{3}-\d{4})(?![\w/-]|[.,]\d)"
)
_FRACTION = re.compile(
    r"(?<![\d/.,])(?:(?P<whole>\d+)(?: |(?=[^\d\s])))?"
    r"(?P<part>[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|[1-9]/(?:2|3|4|5|6|8|10))(?![\d/])(?P<of> an?\b)?"
)
_FRACTION_NAMES: Mapping[int, str] = {
    2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth",
}  # fmt: skip
_SHILLINGS = re.compile(r"(?P<before>£\d+ |(?<![\w.]))(?P<shillings>\d{1,2})s\.(?: (?P<pence>\d{1,2})d\.)?" + _END)
_RANGE = re.compile(r"(?<![\w.,/:$£€–-])(?P<first>\d{1,4}) ?[-–] ?(?P<last>\d{1,4})(?![\w/–-]|[.,:]\d)")
_SMALL_NUMERAL = re.compile(
    r"\b((?:act|scene|chapter|volume|book|part|canto|page|pages|section) )([ivx]{2,5}|v|x)\b", re.IGNORECASE
)
_VALUES = dict(
    zip("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), range(1, 21), strict=True)  # noqa: SIM905 - reads better
)

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - as above
)  # fmt: skip
_MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\. (?=\d)")
_WORDS: Mapping[str, str] = {
    r"\be\.g\.,?": "for example,", r"\bi\.e\.,?": "that is,", r"\bapprox\.(?= )": "approximately",
    r"\bc(?:a|irca)?\. ?(?=\d{3,4}\b)": "circa ", r"\bdept\.(?= )": "department", r"\bDept\.(?= )": "Department",
    r"\bCo\.(?= [a-z]|,)": "Company", r"\bInc\.(?= [a-z]|,)": "Incorporated", r"\bLtd\.(?= [a-z]|,)": "Limited",
    r"(?<=[a-z] )St\.(?= [a-z]|,)": "Street", r"(?<=[a-z] )Ave\.(?= [a-z]|,)": "Avenue",
    r"(?<=[a-z] )Rd\.(?= [a-z]|,)": "Road", r"(?<=[a-z] )Blvd\.(?= [a-z]|,)": "Boulevard",
    r"\betc\.(?= |,)": "et cetera",
    r"\betc\.$": "et cetera.", r"\bCo\.$": "Company.", r"\bInc\.$": "Incorporated.", r"\bLtd\.$": "Limited.",
    r"(?<=[a-z] )St\.$": "Street.", r"(?<=[a-z] )Ave\.$": "Avenue.", r"(?<=[a-z] )Rd\.$": "Road.",
}  # fmt: skip
_SIGNS: Mapping[str, str] = {
    r"(?<=\d) ?%": " percent", r"(?<=\d) ?° ?C\b": " degrees Celsius", r"(?<=\d) ?° ?F\b": " degrees Fahrenheit",
    r"(?<=\d) ?°": " degrees", r"(?<=\d)¢": " cents", r"(?<![\w.])(\d{1,2})p\b(?!\.\w)": r"\1 pence",
    r"(?<= )[-−](?=\d)": "minus ", r"(?<=\w) ?& ?(?=\w)": " and ", r"(?<![\w&])#(?=\d)": "number ",
    r"(?<![\w&])#(?=[A-Za-z])": "hashtag ", r"(?<![\w.])@ ?(?=\w)": "at ", r"(?<=\d) ?\+ ?(?=\d)": " plus ",
    r"(?<=\w) = (?=\w)": " equals ", r"(?<=\d) [x×] (?=\d)": " by ", r"(?<=\d)[x×]\b": " times",
    r"§ ?(?=\d)": "section ", r"© ?(?=\w)": "copyright ", r"(?<=\d)/(?=\d)": " ",
}  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), said) for pattern, said in (*_WORDS.items(), *_SIGNS.items()))
_SPELT: Mapping[str, str] = {".": "dot", "/": "slash", "-": "dash", "_": "underscore", "@": "at", "+": "plus"}


def speak_signs(said: str) -> str:
    """Write signs and small abbreviations as the words they are said with."""
    if not _may_have_signs(said):
        return said
    for pattern, write in _STEPS:
        said = pattern.sub(write, said)
    for pattern, words in _PATTERNS:
        said = pattern.sub(words, said)
    return said


def _may_have_signs(said: str) -> bool:
    """Tell, much sooner than all the patterns, that there is nothing in a sentence for any of them."""
    return any(pattern.search(said) is not None for pattern in (_SIGN, _STOP, _NUMERAL))


def _spelt(address: str) -> str:
    """Say "www.example.com/a-b" as "w w w dot example dot com slash a dash b"."""
    said = re.sub(r"^www(?=\.)", "w w w", address)
    said = "".join(f" {_SPELT[sign]} " if sign in _SPELT else sign for sign in said)
    return " ".join(said.split())


def _digits(number: str) -> str:
    """One digit after the other, with a rest between groups: "555-0123" as "5 5 5, 0 1 2 3"."""
    groups = re.findall(r"\d+", number)
    plus = "plus " if number.startswith("+") else ""
    return plus + ", ".join(" ".join(group) for group in groups)


def _fraction(match: re.Match[str]) -> str:
    digits = unicodedata.normalize("NFKC", match["part"]).replace("⁄", "/")
    top, _, bottom = digits.partition("/")
    if int(top) >= int(bottom):
        return match[0]
    name = _FRACTION_NAMES[int(bottom)]
    of = match["of"] or ""
    if match["whole"]:
        return f"{match['whole']} and {_article(name) if top == '1' else top} {name}{'s' * (top != '1')}{of}"
    if name == "half":
        return f"half{of}" if of else "one half"
    return f"{'one' if top == '1' else top} {name}{'s' * (top != '1')}{' of' * bool(of)}{of}"


def _article(name: str) -> str:
    return "an" if name == "eighth" else "a"


def _shillings(match: re.Match[str]) -> str:
    if not match["before"] and match["pence"] is None:
        return match[0]
    said = f"{match['before']}{_counted(match['shillings'], 'shilling', 'shillings')}"
    if match["pence"] is not None:
        said += f" {_counted(match['pence'], 'penny', 'pence')}"
    return said + ("." if match["end"] is not None else "")


def _counted(number: str, one: str, more: str) -> str:
    return f"{number} {one if number == '1' else more}"


def _range(match: re.Match[str]) -> str:
    """Say "10-15" as "10 to 15"; "50-50", "3-2" and years, which have a rule of their own, stay."""
    first, last = match["first"], match["last"]
    if len(first) == 4:
        return f"{first}–{last}" if len(last) in (2, 4) else match[0]
    return f"{first} to {last}" if int(first) < int(last) else match[0]


_STEPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_MAIL, lambda match: _spelt(match["name"])),
    (_ADDRESS, lambda match: _spelt(match["name"])),
    (_PHONE, lambda match: _digits(match[0])),
    (_SHILLINGS, _shillings),
    (_FRACTION, _fraction),
    (_RANGE, _range),
    (_MONTH, lambda match: next(month for month in _MONTHS if month.startswith(match[1][:3])) + " "),
    (_SMALL_NUMERAL, lambda match: match[1] + str(_VALUES.get(match[2].lower(), match[2]))),
)
