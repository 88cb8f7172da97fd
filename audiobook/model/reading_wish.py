"""What a person says of a part of a book that is spoken or left out against the reader's own judgement."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingWish:
    """One entry of `speak` or `skip` in a cast file's `[reading]`.

    Attributes:
        text: a reason, such as "title page", which means every part skipped for it; else the words a part begins with.
        spoken: whether such parts are spoken from now on.
        place: file and line, as messages name them.
        chapter: hints, each None if not given, that choose among parts which begin alike: chapter through the book,
        occurrence: counted from 1 among those, within the chapter if one is given,
        source: name of the source,
        before: words just before the part,
        after: words just behind it.
    """

    text: str
    spoken: bool
    place: str
    chapter: int | None = None
    occurrence: int | None = None
    source: str | None = None
    before: str | None = None
    after: str | None = None

    @property
    def has_hints(self) -> bool:
        """Whether it means one part among several that begin alike."""
        hints = (self.chapter, self.occurrence, self.source, self.before, self.after)
        return any(hint is not None for hint in hints)
