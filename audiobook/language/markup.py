"""Markup that people write and readers never see, covered without moving a single character.

Knows Markdown and inline HTML; refuses to know quotation marks and what is said. The text keeps its length, so every
place in it stays a place in the source.
"""

import html
import re
from collections.abc import Callable

FILLER = "\u2060"
"""Stands where a mark stood; it is invisible and belongs to no word."""

SOUNDLESS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ue000-\uf8ff"
    "\ufeff\ufff0-\ufffd]"
)
"""Characters that are neither seen nor said."""

_Match = re.Match[str]

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
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|[ \t:-]*$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|[^\n|]*\|[^\n]*\|?[ \t]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:[!-/:-@\[-`{-~]|$)", re.MULTILINE)
_ASTERISKS = re.compile(r"(?P<before>\d\s?)?\*+(?=(?P<after>\s?\d)?)")
_UNDERSCORED = re.compile(r"(?<!\w)[^\W_]*_\w*")
_BACKTICKS = re.compile(r"(?<=[^\W_])`(?=[^\W_])|[`~]+")


def cover_markup(text: str) -> str:
    """Cover emphasis, headings' marks, links' addresses and tags with `FILLER`; entities become what they stand for.

    No letter or digit is covered except inside a link's address, an HTML tag or an entity.

    Returns:
        A text of exactly the same length.
    """
    if _SIGN.search(text) is None:
        return text
    for signs, pattern, cover in _MARKUP:
        if any(sign in text for sign in signs):  # an entity may have become one
            text = pattern.sub(cover, text)
    return text


def is_within_word(match: _Match) -> bool:
    """Whether letters or digits stand right before and right behind."""
    text = match.string
    return match.start() > 0 and text[match.start() - 1].isalnum() and text[match.end() : match.end() + 1].isalnum()


def _cover_all(match: _Match) -> str:
    return FILLER * len(match.group())


def _cover_tag(match: _Match) -> str:
    space = " " if re.match(r"</?(?:br|p|div|li|h\d)\b", match.group(), re.IGNORECASE) else FILLER
    return space + FILLER * (len(match.group()) - 1)


def _cover_entity(match: _Match) -> str:
    character = html.unescape(match.group())
    if len(character) != 1 or SOUNDLESS.match(character):
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


def _cover_bars(match: _Match) -> str:
    """Make a table's row a list of its cells: "| Mon | rain |" is heard as "Mon, rain"."""
    row = match.group()
    first, last = row.index("|"), len(row.rstrip(" \t|"))
    inner = row[first + 1 : last].replace("|", ",")
    return FILLER * (first + 1) + inner + FILLER * (len(row) - last)


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
    between_letters = match.group() == "`" and is_within_word(match)
    return "'" if between_letters else _cover_all(match)


_MARKUP: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[_Match], str]], ...] = (
    (("|",), _TABLE_RULE, _cover_all),
    (("|",), _TABLE_ROW, _cover_bars),
    (("<",), _TAG, _cover_tag),
    (("&",), _ENTITY, _cover_entity),
    (("[",), _LINK, _cover_link),
    (("=", "---", "~~~"), _RULE, _cover_all),
    (("#",), _HEADING, _cover_heading_marks),
    ((">", *(mark + blank for mark in "-+*\u2022" for blank in " \t")), _LINE_MARK, _cover_all),
    (("\\",), _ESCAPE, _cover_escape),
    (("*",), _ASTERISKS, _cover_asterisks),
    (("_",), _UNDERSCORED, _cover_underscores),
    (("`", "~"), _BACKTICKS, _cover_backticks),
)
"""Signs without any of which a pattern finds nothing, the pattern, and what is written in its place."""

_SIGN = re.compile(f"[{re.escape(''.join({sign[0]: None for signs, _, _ in _MARKUP for sign in signs}))}]")
