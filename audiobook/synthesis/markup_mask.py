"""Marks that are written but not said, covered without moving a single character.

Knows Markdown, inline HTML, quotation marks of all conventions and characters without sound; refuses to know sentences
and engines. The text keeps its length, so every place in it stays a place in the source.
"""

import html
import re
from collections.abc import Callable

FILLER = "\u2060"
"""Stands where something unspoken stood; it is invisible, belongs to no word and is dropped before speaking."""

_Match = re.Match[str]

_SOUNDLESS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ue000-\uf8ff"
    "\ufeff\ufff0-\ufffd]"
)
_TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|ins|li|ol|p|q|s|small|span|strike|strong"
    r"|sub|sup|u|ul)\b[^<>]{0,500}>|<!--[^<>]{0,500}-->",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,7});")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]{0,300}\")?\)")
_RULE = re.compile(r"^[ \t]*(?:=+|-{3,}|~{3,})[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t].*$", re.MULTILINE)
_LINE_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)+|^[ \t]*[-+*\u2022][ \t]+", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:[!-/:-@\[-`{-~]|$)", re.MULTILINE)
_ASTERISKS = re.compile(r"(?P<before>\d\s?)?\*+(?=(?P<after>\s?\d)?)")
_UNDERSCORED = re.compile(r"(?<!\w)[^\W_]*_\w*")
_BACKTICKS = re.compile(r"(?<=[^\W_])`(?=[^\W_])|[`~]+")
_DOUBLE_MARKS = re.compile('["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02]')
_SINGLE_MARKS = re.compile("['\u2018\u2019\u201a\u201b\u02bc\uff07]")
_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"[^\W_]+$")

_ELIDED_AT_START = frozenset(
    ["tis", "twas", "twere", "twill", "em", "cause", "til", "till", "bout", "round", "n", "un"]
)
_ELIDED_AT_END = frozenset(["o", "an", "ol", "wi", "th", "n"])


def mask_markup(text: str) -> str:
    """Cover what is not said with `FILLER`: emphasis, headings' marks, links' addresses, quotation marks, controls.

    No letter or digit is covered except inside a link's address, an HTML tag or an entity. Apostrophes become "'".

    Returns:
        A text of exactly the same length.
    """
    text = _SOUNDLESS.sub(FILLER, text)
    for pattern, cover in _MARKUP:
        text = pattern.sub(cover, text)
    text = _DOUBLE_MARKS.sub(_cover_double_mark, text)
    return _SINGLE_MARKS.sub(_cover_single_mark, text)


def _cover_all(match: _Match) -> str:
    return FILLER * len(match.group())


def _cover_tag(match: _Match) -> str:
    space = " " if re.match(r"</?(?:br|p|div|li|h\d)\b", match.group(), re.IGNORECASE) else FILLER
    return space + FILLER * (len(match.group()) - 1)


def _cover_entity(match: _Match) -> str:
    character = html.unescape(match.group())
    if len(character) != 1 or _SOUNDLESS.match(character):
        return match.group() if len(character) > 1 else _cover_all(match)
    return character + FILLER * (len(match.group()) - 1)


def _cover_link(match: _Match) -> str:
    before = match.start(1) - match.start()
    return FILLER * before + match[1] + FILLER * (match.end() - match.end(1))


def _cover_heading_marks(match: _Match) -> str:
    line = match.group()
    without_lead = line.lstrip(" \t").lstrip("#")
    kept = without_lead.rstrip(" \t").rstrip("#") if re.search(r"[ \t]#+[ \t]*$", without_lead[-40:]) else without_lead
    return FILLER * (len(line) - len(without_lead)) + kept + FILLER * (len(without_lead) - len(kept))


def _cover_escape(match: _Match) -> str:
    escaped = match.group()[1:]
    return FILLER + (FILLER if escaped in {"*", "_", "~", "`"} else escaped)


def _cover_asterisks(match: _Match) -> str:
    """Cover emphasis, but leave a multiplication such as "5 * 3"."""
    if match["before"] and match["after"]:
        return match.group()
    before = match["before"] or ""
    return before + FILLER * (len(match.group()) - len(before))


def _cover_underscores(match: _Match) -> str:
    """Cover `_emphasis_`; within a name such as snake_case an underscore parts two words."""
    token = match.group()
    return token.replace("_", FILLER if token.startswith("_") or token.endswith("_") else " ")


def _cover_backticks(match: _Match) -> str:
    between_letters = match.group() == "`" and _is_within_word(match)
    return "'" if between_letters else _cover_all(match)


def _cover_double_mark(match: _Match) -> str:
    return " " if _is_within_word(match) else FILLER


def _cover_single_mark(match: _Match) -> str:
    """Tell an apostrophe, which is said, from a quotation mark, which is not."""
    if _is_within_word(match):
        return "'"
    text, place = match.string, match.start()
    after = _WORD.match(text, match.end(), match.end() + 6)
    if after:
        elided = after.group().lower() in _ELIDED_AT_START or after.group()[0].isdigit()
        return "'" if elided else FILLER
    before = _LAST_WORD.search(text, max(0, place - 4), place)
    return "'" if before and before.group().lower() in _ELIDED_AT_END else FILLER


def _is_within_word(match: _Match) -> bool:
    text = match.string
    return match.start() > 0 and text[match.start() - 1].isalnum() and text[match.end() : match.end() + 1].isalnum()


_MARKUP: tuple[tuple[re.Pattern[str], Callable[[_Match], str]], ...] = (
    (_TAG, _cover_tag),
    (_ENTITY, _cover_entity),
    (_LINK, _cover_link),
    (_RULE, _cover_all),
    (_HEADING, _cover_heading_marks),
    (_LINE_MARK, _cover_all),
    (_ESCAPE, _cover_escape),
    (_ASTERISKS, _cover_asterisks),
    (_UNDERSCORED, _cover_underscores),
    (_BACKTICKS, _cover_backticks),
)
