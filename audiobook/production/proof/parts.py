"""What of a book is skipped, part by part, each with the line of the cast file that has it spoken.

Knows how `[reading]` is written; the finding of a part by such a line is `scripting.parts`'s.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from audiobook.language.words import has_word
from audiobook.model.cast import Cast
from audiobook.model.manuscript import SourceText
from audiobook.model.reading_wish import ReadingWish
from audiobook.model.script import Script, Segment, SegmentKind
from audiobook.production.proof.places import excerpt_of
from audiobook.production.proof.source_words import count_words
from audiobook.scripting.corrections.wording import fold, plain
from audiobook.scripting.drafts import LABEL_REASON
from audiobook.scripting.forms.labelled import LABELLED_MARKUP
from audiobook.scripting.parts import LEFT_OUT, name_of_reason

_LEAST_WORDS = 4
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedPart:
    """A part of the manuscript that is not spoken.

    Attributes:
        number: from 1, in the order of the book.
        reason: why.
        line: what makes it spoken, to be written under `[reading]` in the cast file; in place of the line that
            begins alike, if there is one.
        line_for_all: the same for all parts with its reason; None if it is the only one.
    """

    number: int
    chapter: int
    words: int
    reason: str
    excerpt: str
    line: str
    line_for_all: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedKind:
    """What is left out within sentences for one reason, such as footnotes' marks.

    Attributes:
        places: how many there are.
        line: what makes them all spoken, as of `SkippedPart`.
    """

    reason: str
    places: int
    line: str


def list_skipped_kinds(sources: Sequence[SourceText], cast: Cast) -> tuple[SkippedKind, ...]:
    """List the reasons for which characters are left out of a document's text."""
    reasons = Counter(omission.reason for source in sources for omission in source.omissions)
    return tuple(
        SkippedKind(reason=reason, places=places, line=_with(_quoted(name_of_reason(reason)), cast))
        for reason, places in reasons.items()
    )


def list_skipped_parts(script: Script, cast: Cast) -> tuple[SkippedPart, ...]:
    """List the parts of a book that are skipped; labels of script-form lines are none, and markup is none."""
    parts = [segment for segment in script.segments if _is_part(segment)]
    reasons = Counter(name_of_reason(segment.evidence) for segment in parts)
    return tuple(
        SkippedPart(
            number=number,
            chapter=segment.chapter,
            words=count_words(segment.text),
            reason=segment.evidence,
            excerpt=excerpt_of(segment.text),
            line=_line(segment, parts, cast, is_only=reasons[name_of_reason(segment.evidence)] == 1),
            line_for_all=_line_for_all(segment, cast, reasons),
        )
        for number, segment in enumerate(parts, start=1)
    )


def _is_part(segment: Segment) -> bool:
    is_note = segment.kind is SegmentKind.NOTE and not segment.spoken
    return is_note and segment.evidence not in {LABEL_REASON, LABELLED_MARKUP} and has_word(segment.text)


def _line(segment: Segment, parts: Sequence[Segment], cast: Cast, *, is_only: bool) -> str:
    if segment.evidence == LEFT_OUT:
        return _without(segment, cast)
    if is_only:
        return _with(_quoted(name_of_reason(segment.evidence)), cast)
    return _with(_entry(segment, parts), cast)


def _line_for_all(segment: Segment, cast: Cast, reasons: Counter[str]) -> str | None:
    name = name_of_reason(segment.evidence)
    return None if reasons[name] == 1 or segment.evidence == LEFT_OUT else _with(_quoted(name), cast)


def _entry(segment: Segment, parts: Sequence[Segment]) -> str:
    """Write the fewest first words that no other part begins with; where there are none such, add hints."""
    words = fold(segment.text).split()
    others = [plain(other.text).casefold() for other in parts if other is not segment]
    count = _LEAST_WORDS
    while count < min(_MOST_WORDS, len(words)) and _is_taken(words[:count], others):
        count += 1
    opening = " ".join(words[:count])
    if not _is_taken(words[:count], others):
        return _quoted(opening)
    start = plain(opening).casefold()
    alike = [other for other in parts if other.chapter == segment.chapter]
    alike = [other for other in alike if plain(other.text).casefold().startswith(start)]
    occurrence = next(number for number, other in enumerate(alike, start=1) if other is segment)
    return f"{{ text = {_quoted(opening)}, chapter = {segment.chapter}, occurrence = {occurrence} }}"


def _is_taken(words: Sequence[str], others: Sequence[str]) -> bool:
    opening = plain(" ".join(words)).casefold()
    return any(other.startswith(opening) for other in others)


def _with(entry: str, cast: Cast) -> str:
    """Write `speak` with what stands in it now and one entry more."""
    return f"speak = [{', '.join([*_entries(cast, spoken=True), entry])}]"


def _without(segment: Segment, cast: Cast) -> str:
    """Write `skip` without the entry that leaves this part out."""
    words = plain(segment.text).casefold()
    kept = [
        _written(wish) for wish in cast.reading if not wish.spoken and not words.startswith(plain(wish.text).casefold())
    ]
    return f"skip = [{', '.join(kept)}]"


def _entries(cast: Cast, *, spoken: bool) -> list[str]:
    return [_written(wish) for wish in cast.reading if wish.spoken is spoken]


def _written(wish: ReadingWish) -> str:
    if not wish.has_hints:
        return _quoted(wish.text)
    values = {
        "text": wish.text, "chapter": wish.chapter, "occurrence": wish.occurrence, "source": wish.source,
        "before": wish.before, "after": wish.after,
    }  # fmt: skip
    pairs = [
        f"{key} = {_quoted(value) if isinstance(value, str) else value}"
        for key, value in values.items()
        if value is not None
    ]
    return f"{{ {', '.join(pairs)} }}"


def _quoted(text: str) -> str:
    """Write a text as a basic string of TOML; JSON's escapes are a part of TOML's, once everything else is as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
