"""Lines that are headings by their words: chapters, parts, prologues, and numbers that may be chapters.

Knows the shape of one line. Refuses to know what stands around it: whether a number belongs to a sequence, which line
is a title, and what opens a chapter are decided elsewhere.
"""

import re

from audiobook.reading.capitals import tidy_title
from audiobook.reading.numbers import NUMBER, read_number, read_roman
from audiobook.reading.pieces import Heading, HeadingKind

_LONGEST_LINE = 160
_LONGEST_TITLE_WORDS = 18
_LONGEST_BARE_TITLE_WORDS = 10
_ORNAMENT = " \t*_~=#-–—|+•·<>[]{}^"
_CHAPTER_WORDS = r"chapter|chap\.?|ch\.?|adventure|letter|canto|stave|chapitre|kapitel|cap[ií]tulo|capitolo|hoofdstuk"
_DIVISION_WORDS = r"part|book|volume|vol\.?|act|section|season|tome|teil|buch|partie|parte"
_NUMBERED = re.compile(
    rf"(?P<label>(?P<word>{_CHAPTER_WORDS}|{_DIVISION_WORDS})\s*(?:no\.?\s*)?(?P<mark>\#?)\s*(?P<number>{NUMBER}))"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_DIVISION = re.compile(_DIVISION_WORDS, re.IGNORECASE)
_NUMBER_FIRST = re.compile(rf"(?:the\s+)?(?P<number>{NUMBER})\s+(?P<word>chapter|part|book|volume)", re.IGNORECASE)
_NAMED = re.compile(
    r"(?P<label>(?:the\s+)?(?:prologue|epilogue|interlude|intermission|preface|foreword|introduction|afterword|prelude"
    r"|postlude|postscript|coda|conclusion|teaser|appendix|prolog|epilog|prólogo|epílogo)"
    rf"(?:\s+(?:{NUMBER}|[A-D]\b))?)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMERAL = re.compile(
    r"(?P<number>[0-9]{1,3}|[IVXLC]{1,9}|[ivxlc]{1,9})(?P<rest>(?:[.):](?!\d)|\s*[-–—:]\s|$).*)", re.DOTALL
)
_SEPARATOR = re.compile(r"\s*[*_~]*\s*(?P<mark>[.:;,)\]|~*_]|--+|[-–—])+\s*(?P<title>.*)", re.DOTALL)
_PREFIXED = re.compile(
    r"(?P<prefix>[^.!?\"“”]{2,60}?)\s*[,:–—|-]+\s+(?P<heading>(?:chapter|ch\.?)\s*[0-9ivxlc]+.*)", re.IGNORECASE
)


def recognise_heading(line: str) -> Heading | None:
    """Recognise one line (or one short paragraph) as a heading by its words; None if it is none.

    A NUMERAL is only a candidate.
    """
    text = " ".join(line.split()) if len(line) <= _LONGEST_LINE else ""
    bare = text.strip(_ORNAMENT)
    if not bare:
        return None
    return _numbered(bare) or _named(bare) or _numeral(bare) or _number_first(bare)


def recognise_prefixed_heading(line: str) -> Heading | None:
    """Recognise "The Lost Ferry - Chapter 2", as a file's first line often has it."""
    match = _PREFIXED.fullmatch(line.strip(_ORNAMENT)) if len(line) <= _LONGEST_LINE else None
    return _numbered(match["heading"].strip(_ORNAMENT)) if match else None


def _numbered(bare: str) -> Heading | None:
    match = _NUMBERED.fullmatch(bare)
    if not match:
        return None
    number = read_number(match["number"])
    countable = number is not None or match["number"].lower().startswith("the ")
    title = _title_after(match["rest"])
    if not countable or title is None:
        return None
    is_division = _DIVISION.fullmatch(match["word"]) is not None
    kind = HeadingKind.DIVISION if is_division else HeadingKind.CHAPTER
    return Heading(kind=kind, label=_tidy_label(match["label"]), number=number, title=title or None)


def _number_first(bare: str) -> Heading | None:
    """Recognise "The First Part", "VOLUME"-last style headings that stand alone."""
    match = _NUMBER_FIRST.fullmatch(bare.rstrip(".:"))
    number = read_number(match["number"]) if match else None
    if not match or number is None or bare[:1].islower():
        return None
    kind = HeadingKind.CHAPTER if match["word"].lower() == "chapter" else HeadingKind.DIVISION
    return Heading(kind=kind, label=tidy_title(bare.rstrip(".:")), number=number)


def _named(bare: str) -> Heading | None:
    match = _NAMED.fullmatch(bare)
    title = _title_after(match["rest"]) if match else None
    if not match or title is None or bare[:1].islower():
        return None
    separated = _SEPARATOR.match(match["rest"])
    if title and (separated is None or separated["mark"] in ",;)" or not looks_like_title(title)):
        return None
    return Heading(kind=HeadingKind.NAMED, label=tidy_title(match["label"]), title=title or None)


def _numeral(bare: str) -> Heading | None:
    match = _NUMERAL.fullmatch(bare)
    number = read_number(match["number"]) if match else None
    if not match or not number:
        return None
    rest = match["rest"].lstrip(".): ").strip(" -–—:")
    if rest and not looks_like_title(rest):
        return None
    return Heading(
        kind=HeadingKind.NUMERAL,
        label=f"Chapter {match['number'].upper()}",
        number=number,
        title=tidy_title(rest) if rest else None,
    )


def _title_after(rest: str) -> str | None:
    """Read what follows a heading's number: "" for nothing, a title, or None if it is the rest of a sentence."""
    if not rest.strip(" .:*_~=#-–—|)]"):
        return ""
    separated = _SEPARATOR.match(rest)
    if separated:
        title = separated["title"].strip(_ORNAMENT)
        return tidy_title(title) if len(title.split()) <= _LONGEST_TITLE_WORDS else None
    title = rest.strip(_ORNAMENT)
    spaced = rest[:1].isspace()
    if not spaced or not looks_like_title(title) or len(title.split()) > _LONGEST_BARE_TITLE_WORDS:
        return None
    return tidy_title(title)


def looks_like_title(text: str) -> bool:
    """Say whether a line has the shape of a title: short, in capitals or with most words capitalised, no sentence."""
    stripped = text.strip(_ORNAMENT)
    words = re.findall(r"[^\W\d_][\w'’]*", stripped)
    if not words or len(stripped) > 100 or len(words) > _LONGEST_TITLE_WORDS or stripped.endswith((",", ";", ":")):
        return False
    if stripped.upper() == stripped and any(len(word) > 1 for word in words):
        return True
    if stripped.endswith(".") and not stripped.endswith(("...", "Mr.", "Jr.", "Sr.")) and len(words) > 6:
        return False
    if stripped[0] in "\"“'‘«" or not (stripped[0].isupper() or stripped[0].isdigit()):
        return False
    important = [word for word in words if len(word) > 3]
    capitalised = sum(1 for word in important if word[0].isupper())
    return capitalised * 2 > len(important) or (not important and len(words) <= 3)


def _tidy_label(label: str) -> str:
    words = tidy_title(label).split()
    numbered = [word.upper() if read_roman(word) and len(words) == 2 else word for word in words[1:]]
    return " ".join((words[0][:1].upper() + words[0][1:], *numbered))
