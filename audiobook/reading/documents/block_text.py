r"""The text of one block: folded white space, marks of emphasis, and the author's own marks made harmless.

`cover_markup` of the `language` layer later takes `*` for emphasis, `<b>` for a tag, `&amp;` for a character's code.
Where the author means these characters themselves, a backslash or an invisible character stands beside them. Characters
that are neither seen nor said (soft hyphens, marks of direction) are left out, and ligatures are written as the letters
they join: to a reader both are the same words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, Flag, auto
from itertools import accumulate
from operator import itemgetter
from typing import TypeVar

from audiobook.language.markup import FILLER
from audiobook.reading.documents.verse import reads_as_verse

_SPACE = re.compile("[ \t\n\r\f\v\u2028\u2029\x85]+")
_LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029\x85]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_FEW_PARTS = 4
_FEW_CHARS = 60
_LINE = re.compile(r"[^\s][^\n]*")
_PARAGRAPH_GAP = re.compile("\n{2,}")
_MARKS_OF_AUTHOR = re.compile(
    r"\*{3,}|_{3,}"  # a row of them means itself to every reader
    r"|(?P<backslash>\\(?=[!-/:-@\[-`{-~]|$))"
    r"|(?P<star>(?<!\d)(?<!\d )\*|\*(?! ?\d))"
    r"|(?P<line>(?<![^\W_])_|_(?![^\W_]))"
    r"|(?P<tag><(?=[A-Za-z/!]))"
    r"|(?P<code>&(?=#?\w{1,8};))"
    r"|(?P<link>(?<=\])\()",
    re.MULTILINE,
)


class Emphasis(Flag):
    """How words are set off from the others in their block."""

    NONE = 0
    ITALIC = 1
    BOLD = 2


class LineEnds(Enum):
    """What a line's end within a block means."""

    JUDGED = auto()
    """Lines are verse if they read so, else each is a block."""
    KEPT = auto()
    """The lines belong together."""
    TYPED = auto()
    """The same, and line ends of the source are the author's as well."""


_SIGNS = {Emphasis.ITALIC: "*", Emphasis.BOLD: "**"}
_Insertion = tuple[int, str]
_Range = tuple[int, int, Emphasis]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidText:
    """A finished block.

    Attributes:
        is_verse: several lines that were judged and read as verse.
        anchors: name and offset in `text`.
        omissions: offset in `text`, characters left out, and the reason.
    """

    text: str
    is_verse: bool
    anchors: tuple[tuple[str, int], ...]
    omissions: tuple[tuple[int, str, str], ...]


class BlockText:
    """Collects the words of a block; two line ends in a row begin another block of the same kind."""

    def __init__(self, line_ends: LineEnds, *, marks_emphasis: bool = True) -> None:
        """Begin an empty block.

        Args:
            line_ends: what they mean in it.
            marks_emphasis: set emphasis off with marks.
        """
        self._line_ends = line_ends
        self._marks_emphasis = marks_emphasis
        self._parts: list[str] = []
        self._length = 0
        self._last = "\n"
        self._emphasised: list[_Range] = []
        self._anchors: list[tuple[int, str]] = []
        self._omissions: list[tuple[int, str, str]] = []

    @property
    def opening(self) -> str:
        """The first characters, up to a few words."""
        return "".join(self._parts[:_FEW_PARTS])[:_FEW_CHARS]

    @property
    def last_words(self) -> str:
        """The last characters, up to a few words."""
        return "".join(self._parts[-_FEW_PARTS:])[-_FEW_CHARS:]

    def write(self, text: str, emphasis: Emphasis = Emphasis.NONE) -> None:
        """Add words."""
        visible = _INVISIBLE.sub("", text.translate(_LIGATURES))
        lines = _LINE_ENDS.split(visible) if self._line_ends is LineEnds.TYPED else [visible]
        for index, line in enumerate(lines):
            if index:
                self.end_line()
            folded = _SPACE.sub(" ", line)
            self._add(folded.removeprefix(" ") if self._last in " \n" else folded, emphasis)

    def end_line(self) -> None:
        """End a line."""
        if self._last == " ":
            self._drop_last()
        self._add("\n", Emphasis.NONE)

    def anchor(self, name: str) -> None:
        """Name the place reached."""
        self._anchors.append((self._length, name))

    def omit(self, text: str, reason: str) -> None:
        """Note what is left out at the place reached."""
        self._omissions.append((self._length, text, reason))

    def lay_out(self) -> tuple[LaidText, ...]:
        """Give the finished blocks, one for each stretch between empty lines.

        If there are none, one LaidText without text still says which anchors and omissions there were.
        """
        text = "".join(self._parts)
        spans = [line for span in _spans_of_blocks(text) for line in self._judge_lines(text, span)] or [(0, 0)]
        ends = [start for start, _ in spans[1:]] + [len(text) + 1]
        laid: list[LaidText] = []
        begin = 0
        for (start, end), until in zip(spans, ends, strict=True):
            laid.append(self._lay_out_span(text, (start, end), (begin, until)))
            begin = until
        return tuple(laid)

    def _add(self, text: str, emphasis: Emphasis) -> None:
        if not text:
            return
        if emphasis and self._marks_emphasis:
            self._emphasised.append((self._length, self._length + len(text), emphasis))
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]

    def _drop_last(self) -> None:
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1

    def _lay_out_span(self, text: str, span: tuple[int, int], owned: tuple[int, int]) -> LaidText:
        """Lay out one block.

        Args:
            text: all that was collected.
            span: of the block's characters.
            owned: of the places whose anchors and omissions are the block's.
        """
        start, end = span
        words = text[start:end]
        insertions = sorted((*_escapes(words), *_emphasis_signs(words, self._emphasised_within(start, end))))
        places = _Places(insertions, length=len(words))
        anchors = _between(self._anchors, *owned)
        omissions = _between(self._omissions, *owned)
        return LaidText(
            text=_insert(words, insertions),
            is_verse=self._line_ends is LineEnds.JUDGED and "\n" in words,
            anchors=tuple((name, places.moved(at - start)) for at, name in anchors),
            omissions=tuple((places.moved(at - start), what, why) for at, what, why in omissions),
        )

    def _judge_lines(self, text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
        """Cut a span into its lines if they are judged and belong apart."""
        words = text[slice(*span)]
        if self._line_ends is not LineEnds.JUDGED or "\n" not in words or reads_as_verse(words.split("\n")):
            return [span]
        return [(span[0] + line.start(), span[0] + line.end()) for line in _LINE.finditer(words)]

    def _emphasised_within(self, start: int, end: int) -> list[_Range]:
        first = bisect_right(self._emphasised, start, key=lambda each: each[1])
        last = bisect_left(self._emphasised, end, key=lambda each: each[0])
        return [(max(s, start) - start, min(e, end) - start, what) for s, e, what in self._emphasised[first:last]]


_Placed = TypeVar("_Placed", bound=tuple[int, *tuple[str, ...]])


def _between(items: Sequence[_Placed], begin: int, until: int) -> Sequence[_Placed]:
    """Give those of the items, sorted by place, that lie in a stretch."""
    first = bisect_left(items, begin, key=itemgetter(0))
    return items[first : bisect_left(items, until, key=itemgetter(0))]


class _Places:
    """Where the characters of a text stand after insertions."""

    def __init__(self, insertions: list[_Insertion], *, length: int) -> None:
        self._positions = [position for position, _ in insertions]
        self._shifts = [0, *accumulate(len(inserted) for _, inserted in insertions)]
        self._length = length

    def moved(self, offset: int) -> int:
        inside = min(max(offset, 0), self._length)
        return inside + self._shifts[bisect_left(self._positions, inside)]


def _spans_of_blocks(text: str) -> list[tuple[int, int]]:
    borders = [match.span() for match in _PARAGRAPH_GAP.finditer(text)]
    starts = [0, *(end for _, end in borders)]
    ends = [*(start for start, _ in borders), len(text)]
    spans: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end]
        content = words.strip()
        if content:
            lead = len(words) - len(words.lstrip())
            spans.append((start + lead, start + lead + len(content)))
    return spans


def _escapes(words: str) -> Iterator[_Insertion]:
    """Give what must stand beside the author's own marks; a row of marks without any letter is left as it is."""
    if not any(character.isalnum() for character in words):
        return
    for match in _MARKS_OF_AUTHOR.finditer(words):
        if match.lastgroup in {"tag", "code"}:
            yield match.end(), FILLER
        elif match.lastgroup:
            yield match.start(), "\\"


def _emphasis_signs(words: str, ranges: list[_Range]) -> Iterator[_Insertion]:
    for emphasis, sign in _SIGNS.items():
        for start, end in _joined(words, [(s, e) for s, e, what in ranges if emphasis in what]):
            if _stands_apart(words, start, end):
                yield start, sign
                yield end, sign


def _joined(words: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join spans with nothing but white space between them, and trim white space off their ends."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current is not None and not words[current[1] : start].strip():
            current = (current[0], end)
            continue
        if current is not None:
            yield _trimmed(words, *current)
        current = (start, end)
    if current is not None:
        yield _trimmed(words, *current)


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    inner = words[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _stands_apart(words: str, start: int, end: int) -> bool:
    """Say whether a span has something to emphasise and neither begins nor ends within a word."""
    if not any(character.isalnum() for character in words[start:end]):
        return False
    begins_inside = start > 0 and words[start - 1].isalnum() and words[start].isalnum()
    ends_inside = end < len(words) and words[end - 1].isalnum() and words[end].isalnum()
    return not (begins_inside or ends_inside)


def _insert(words: str, insertions: list[_Insertion]) -> str:
    parts: list[str] = []
    position = 0
    for at, inserted in insertions:
        parts += (words[position:at], inserted)
        position = at
    return "".join((*parts, words[position:]))
