"""Which bytes a client asks for (RFC 9110, section 14).

Knows the header `Range` and a length; refuses to know what the bytes are.
"""

import re
from dataclasses import dataclass

MOST_RANGES = 16
"""Who asks for more pieces at once gets the whole: players ask for one, and pieces cost us more than the client."""

_SPEC = re.compile(r"([0-9]{0,18})-([0-9]{0,18})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ByteRange:
    """A stretch of a resource: `first` counts from 0, `end` is exclusive."""

    first: int
    end: int

    @property
    def length(self) -> int:
        """Bytes in it; never 0."""
        return self.end - self.first


class UnsatisfiableError(Exception):
    """None of the ranges asked for lies within the resource: the answer is 416."""


def read_ranges(header: str | None, *, size: int) -> tuple[ByteRange, ...]:
    """Find the stretches that `header` asks for, in the order asked, those that touch or overlap joined.

    Args:
        header: the value of `Range`; None if there is none.
        size: bytes of the whole resource. Of an empty one there is no part: it is sent whole.

    Returns:
        Nothing if the whole is to be sent: no header, another unit, a malformed header (section 14.2 has both
        ignored), or too many ranges.

    Raises:
        UnsatisfiableError: the header is well-formed, and no range of it lies within the resource.
    """
    specs = _read_specs(header)
    if not specs or size == 0:
        return ()
    found = [each for first, last in specs if (each := _within(first, last, size=size)) is not None]
    if not found:
        raise UnsatisfiableError
    return _join(found)


def _read_specs(header: str | None) -> list[tuple[int | None, int | None]]:
    unit, _, ranges = (header or "").partition("=")
    if unit.strip().lower() != "bytes":
        return []
    specs: list[tuple[int | None, int | None]] = []
    for text in ranges.split(","):
        match = _SPEC.fullmatch(text.strip(" \t"))
        if match is None or match.group() == "-" or len(specs) == MOST_RANGES:
            return []
        first, last = (int(digits) if digits else None for digits in match.groups())
        if first is not None and last is not None and last < first:
            return []
        specs.append((first, last))
    return specs


def _within(first: int | None, last: int | None, *, size: int) -> ByteRange | None:
    if first is None:  # the last so many bytes
        return ByteRange(first=max(0, size - last), end=size) if last else None
    if first >= size:
        return None
    return ByteRange(first=first, end=size if last is None else min(last + 1, size))


def _join(ranges: list[ByteRange]) -> tuple[ByteRange, ...]:
    """Join what touches or overlaps, so that no byte is sent twice; apart from that the order asked for stays."""
    joined: list[ByteRange] = []
    for each in ranges:
        touching = [other for other in joined if each.first <= other.end and other.first <= each.end]
        place = joined.index(touching[0]) if touching else len(joined)
        joined = [other for other in joined if other not in touching]
        both = [each, *touching]
        joined.insert(place, ByteRange(first=min(r.first for r in both), end=max(r.end for r in both)))
    return tuple(joined)
