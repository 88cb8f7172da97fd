"""Sentences as a speaker takes breath: where one ends, by rules, for English first.

Knows punctuation, abbreviations and stammers; refuses to know who speaks, markup and engines.
Everything here takes time in proportion to the text.
"""

import re
from collections.abc import Iterator

from audiobook.language.tongues import primary_language
from audiobook.language.words import has_word

Span = tuple[int, int]
"""First code point and one past the last."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TITLES = _words(
    "mr mrs ms mx messrs mme mlle dr drs prof profs mt rev revd capt cpt lt col gen gens sgt maj adm cmdr cdr gov sen "
    "rep pres fr supt insp"
)
"""With a capital, never the end of a sentence: a name follows."""

_NEVER_LAST = _words("vs viz cf eg ie e.g i.e")

_BEFORE_NUMBERS = _words(
    "no nos vol vols p pp ch chap fig figs sec art pt jan feb mar apr jun jul aug sep sept oct nov dec op approx ca ft"
)
"""Not the end before a number."""

_STREETS_AND_FIRMS = _words("st ave blvd rd co bros")
"""The end only before a word that usually begins a sentence: a name follows more often."""

_TIMES_AND_DEGREES = _words("a.m p.m b.c a.d c.e b.c.e ph.d m.d b.a m.a")
"""Dotted, yet the end before any capital, unlike "U.S. Army"."""

_COUNTED = _words("chapter part book volume act scene section canto letter stave")
"""A lone capital after these is a number ("Chapter V. Clark wakes"), not an initial."""

_STARTERS = _words(
    "the a an he she it i we you they this that these those there then when while what who why how where which but and "
    "so if in on at as for my his her our their your its not no yes oh ah well after before now once one all some "
    "every each nobody everybody suddenly later meanwhile perhaps maybe"
)
"""Words that, with a capital, most likely begin a sentence."""

_ABBREVIATIONS_OF = {
    "de": _words("hr hrn fr frl dr prof st z.b d.h u.a o.ä bzw ca vgl nr bd evtl ggf inkl sog usf ing dipl geb gest"),
    "fr": _words("m mm mme mmes mlle mlles me mgr dr pr st ste p.ex cf av bd"),
    "es": _words("sr sres sra sras srta d dña dr dra ud uds vd vds prof sto sta núm pág"),
    "it": _words("sig sigg dott prof avv ing on s sg p.es"),
    "pt": _words("sr sra srta dr dra prof d st exmo exma pág"),
    "nl": _words("dhr mevr mej mr dr prof ds bijv d.w.z z.o.z ca nr"),
}
"""By language: never the end of a sentence."""

_MONTHS = _words(
    "januar februar märz april mai juni juli august september oktober november dezember jahrhundert januari februari "
    "maart mei augustus jänner"
)
"""After a German or Dutch ordinal ("am 3. Mai"), which ends no sentence."""

_CLOSERS = "\"'\u201d\u2019\u00bb\u203a\u201c\u2018)\\]}*_~`\u00ad\u200b\u200c\u200d\u2060\ufeff\u300d\u300f"
_CANDIDATE = re.compile(
    rf"(?P<run>[.!?\u2026]++(?:\s[.!?\u2026]++)*+)(?P<closers>[{_CLOSERS}]*+[.!?\u2026]*+[{_CLOSERS}]*+)"
    rf"|(?P<wide>[\u3002\uff01\uff1f]++[{_CLOSERS}]*+)"
    r"|(?P<blank>\n[^\S\n]*+\n)"
)
_NEXT_WORD = re.compile(r"[\W_]{0,12}(?P<word>[^\W_]*)")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W_]*$")
_LOOK_BACK = 24
_START_WITHOUT_SPACE = re.compile(r"[A-Z][a-z]+[\s,;:!?'\u2019]|[AI]\s")
_LIST_MARK = re.compile(r"\s*(?:\d{1,3}|[^\W\d_])")
_ROMAN_NUMBER = re.compile(r"[IVXLC]+")

_LONG_BORDERS = (
    re.compile(rf"[.!?\u2026][{_CLOSERS}]*+\s+"),
    re.compile(rf"[;:][{_CLOSERS}]*+\s+|(?:[\u2014\u2013]|--)\s*+"),
    re.compile(rf",[{_CLOSERS}]*+\s+"),
    re.compile(r"\s+"),
)
"""Where a sentence that is too long may be cut, the best kind first."""


def split_sentences(text: str, *, language: str = "en") -> tuple[Span, ...]:
    """Split a text into sentences.

    A closing quotation mark, bracket or emphasis mark belongs to the sentence before it. A line end within a
    paragraph is no end, a blank line always is. Nothing is split before a word in lower case, inside a stammer
    ("L. . .Lex"), a number or a known abbreviation. A stretch without any word joins its neighbour.

    Args:
        text: any.
        language: BCP 47 tag, whose abbreviations are known as well.

    Returns:
        (start, end) spans in order, disjoint, without white space around them; outside them is only white space.
    """
    spans: list[Span] = []
    wordless = False
    for start, end in _pieces(text, _ABBREVIATIONS_OF.get(primary_language(language), frozenset())):
        says_something = has_word(text[start:end])
        if spans and (wordless or not says_something):
            spans[-1] = (spans[-1][0], end)
            wordless = wordless and not says_something
        else:
            spans.append((start, end))
            wordless = not says_something
    return tuple(spans)


def split_long(text: str, span: Span, max_chars: int = 400) -> tuple[Span, ...]:
    """Cut a span that is too long for one breath at the best borders: sentence, clause, comma, space.

    Never inside a word, unless that word alone is longer than `max_chars`.

    Returns:
        Spans of at most `max_chars` code points with the same promise as those of `split_sentences`.
    """
    pieces: list[Span] = []
    start, end = span
    while end - start > max_chars:
        border = _best_border(text, start, max_chars)
        pieces.extend(_stripped(text, start, border))
        start = _past_white_space(text, border)
    pieces.extend(_stripped(text, start, end))
    return tuple(pieces)


def _best_border(text: str, start: int, max_chars: int) -> int:
    best, latest = start, start + max_chars
    for pattern in _LONG_BORDERS:
        for match in pattern.finditer(text, start + max_chars // 3, latest + 1):
            if match.end() <= latest or text[latest].isspace():
                best = match.end()
        if best > start:
            return best
    for index in range(start + max_chars // 3, start, -1):
        if text[index].isspace():
            return index
    return latest


def _past_white_space(text: str, index: int) -> int:
    """The next code point that is none: a blank in front of a word would count towards its piece's length."""
    while index < len(text) and text[index].isspace():
        index += 1
    return index


def _pieces(text: str, abbreviations: frozenset[str]) -> Iterator[Span]:
    start = 0
    for match in _CANDIDATE.finditer(text):
        if _is_end(text, match, start) and not _is_abbreviated(text, match, start, abbreviations):
            yield from _stripped(text, start, match.end())
            start = match.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    kept = piece.strip()
    if kept:
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(kept)


def _is_end(text: str, match: re.Match[str], start: int) -> bool:
    if match["run"] is None:
        return True
    if match.end() == len(text):
        return True
    if not text[match.end()].isspace():
        return _is_end_without_space(text, match)
    next_word = _word_after(text, match.end())
    if next_word[:1].islower():
        return False
    if match["run"] == "." and not match["closers"]:
        return _is_full_stop(text, start, match.start(), next_word)
    if _is_ellipsis(match["run"]):
        return not _is_stammer(_word_before(text, start, match.start()), next_word)
    return True


def _is_abbreviated(text: str, match: re.Match[str], start: int, abbreviations: frozenset[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or an ordinal of a language other than English."""
    if not abbreviations or match["run"] != "." or match["closers"] or match.end() == len(text):
        return False
    before = _word_before(text, start, match.start())
    is_ordinal = before.isdigit() and _word_after(text, match.end()).lower() in _MONTHS
    return is_ordinal or before.lower() in abbreviations or before.lower().rpartition(". ")[2] in abbreviations


def _is_end_without_space(text: str, match: re.Match[str]) -> bool:
    """Whether only the space was forgotten: "He left.She stayed." but not "www.Example.com" or "3.14"."""
    if match["closers"] or _is_ellipsis(match["run"]) or not _START_WITHOUT_SPACE.match(text, match.end()):
        return False
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    return before[-2:].isalpha() and before[-2:].islower() and not re.search(r"(?:www\.|//|@)\S*$", before)


def _is_full_stop(text: str, start: int, dot: int, next_word: str) -> bool:
    """Whether a lone full stop, with white space and no lower case after it, ends its sentence."""
    before = _word_before(text, start, dot)
    folded = before.lower()
    starts = next_word.lower() in _STARTERS
    if dot - start <= 8 and _LIST_MARK.fullmatch(text, start, dot):
        return False
    if folded in _NEVER_LAST or (folded in _TITLES and before[0].isupper()):
        return False
    if folded in _BEFORE_NUMBERS and _is_number(next_word, roman=folded not in ("no", "nos")):
        return False
    if folded in _TIMES_AND_DEGREES:
        return True
    if folded in _STREETS_AND_FIRMS or "." in before:
        return starts
    if len(before) == 1 and before.isupper():
        return starts or _is_no_initial(text, start, dot)
    return not (len(before) == 1 and before.isalpha() and next_word[:1].isdigit())


def _is_no_initial(text: str, start: int, dot: int) -> bool:
    """Whether the lone capital before a full stop is the pronoun ("so do I.") or a chapter's number."""
    if _word_before(text, start, dot - 2).lower() in _COUNTED:
        return True
    return text[dot - 1] == "I" and text[max(0, dot - 3) : dot - 2].islower()


def _is_number(word: str, *, roman: bool) -> bool:
    return word[:1].isdigit() or (roman and _ROMAN_NUMBER.fullmatch(word) is not None)


def _is_ellipsis(run: str) -> bool:
    return "\u2026" in run or run.count(".") > 1


def _is_stammer(before: str, next_word: str) -> bool:
    """Whether the word before an ellipsis is a broken beginning of the one after it, or no sentence by itself."""
    first, second = before.lower(), next_word.lower()
    return len(first) <= 1 or first == second or (len(first) <= 3 and second.startswith(first))


def _word_before(text: str, start: int, end: int) -> str:
    found = _WORD_BEFORE.search(text, max(start, end - _LOOK_BACK), end)
    return found.group() if found else ""


def _word_after(text: str, start: int) -> str:
    found = _NEXT_WORD.match(text, start)
    return found["word"] if found else ""
