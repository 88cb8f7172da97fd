"""Where lines begin and end, whatever a file ends them with. Refuses to know what a line means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A form feed ends a page and so a line; the Unicode separators are what word processors write for soft breaks.
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_TAB_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without the white space around it: `text[start:end]`; a blank line has `start == end`.

    Attributes:
        indent: columns of white space before it.
    """

    start: int
    end: int
    indent: int

    @property
    def is_blank(self) -> bool:
        """True if nothing but white space stands on the line."""
        return self.start == self.end


def split_into_lines(text: str) -> tuple[Line, ...]:
    """Cut a text at its line ends: LF, CR, CRLF, form feed and Unicode's separators."""
    return tuple(iterate_lines(text))


def iterate_lines(text: str) -> Iterator[Line]:
    """The same, one by one."""
    return (_trim(text, start, end) for start, end in _raw_spans(text))


def _raw_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _trim(text: str, start: int, end: int) -> Line:
    raw = text[start:end]
    without_lead = raw.lstrip()
    lead_length = len(raw) - len(without_lead)
    content_start = start + lead_length
    return Line(
        start=content_start,
        end=content_start + len(without_lead.rstrip()),
        indent=lead_length + raw.count("\t", 0, lead_length) * (_TAB_COLUMNS - 1) if lead_length else 0,
    )
