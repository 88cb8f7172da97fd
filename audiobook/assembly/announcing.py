"""A script with all that is spoken around the author's words: credits, and titles said aloud.

The script that is shown and proved stays as it is; this one is what takes are planned from. Refuses to know sound.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from audiobook.assembly.credits import Credits
from audiobook.assembly.profiles import CreditsPlace
from audiobook.language.tongues import name_chapter
from audiobook.model.release import ReleasedLine
from audiobook.model.script import ANNOUNCED, NARRATOR, ChapterHead, Script, Segment, SegmentKind

OPENING_TITLE = "Opening Credits"
CLOSING_TITLE = "Closing Credits"

ANNOUNCED_ID = "announced-"
"""What the ids of announced lines begin with."""
ANNOUNCED_TITLE_ID = f"{ANNOUNCED_ID}title-"
_OPENING_ID = f"{ANNOUNCED_ID}opening"
_CLOSING_ID = f"{ANNOUNCED_ID}closing"

_BEFORE_ALL = -2  # paragraphs of a chapter count from 0
_BEFORE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedScript:
    """A script with its announcements.

    Attributes:
        opening: number of the chapter made of nothing but opening credits; None if there is none.
        closing: the same for closing credits.
    """

    script: Script
    opening: int | None = None
    closing: int | None = None


def announce(script: Script, credits_: Credits, *, place: CreditsPlace, titles: bool | None) -> AnnouncedScript:
    """Add what is announced.

    Args:
        script: the book's; if nothing in it is spoken, nothing is announced.
        credits_: the words; what is empty is not spoken.
        place: files of their own count as chapters before the first and after the last; otherwise credits stand
            within the first and last chapter that has something to speak.
        titles: say the title of every chapter whose text does not begin with a heading; None says those that stand
            in the table of contents and nowhere in the text.
    """
    spoken = sorted({segment.chapter for segment in script.segments if segment.spoken})
    if not spoken:
        return AnnouncedScript(script=script)
    last = max(head.number for head in script.chapters)
    in_files = place is CreditsPlace.FILES
    opening_chapter, closing_chapter = (0, last + 1) if in_files else (spoken[0], spoken[-1])
    pieces: list[tuple[Segment, ...]] = []
    if credits_.opening:
        pieces.append((_announcement(_OPENING_ID, opening_chapter, credits_.opening, paragraph=_BEFORE_ALL),))
    pieces.extend(_chapter(script, head, titles=titles if head.number in spoken else False) for head in script.chapters)
    if credits_.closing:
        after_all = 1 + max(segment.paragraph for segment in script.segments)
        pieces.append((_announcement(_CLOSING_ID, closing_chapter, credits_.closing, paragraph=after_all),))
    heads = tuple(_heads(script, credits_ if in_files else Credits(), closing_chapter))
    return AnnouncedScript(
        script=replace(script, chapters=heads, segments=tuple(segment for piece in pieces for segment in piece)),
        opening=opening_chapter if in_files and credits_.opening else None,
        closing=closing_chapter if in_files and credits_.closing else None,
    )


def is_credits(segment: Segment) -> bool:
    """Say whether a segment is credits, and no title."""
    return segment.source == ANNOUNCED and segment.kind is not SegmentKind.HEADING


def is_story(line: ReleasedLine) -> bool:
    """Say whether a released line is the author's, and was not announced."""
    return not line.segment_id.startswith(ANNOUNCED_ID)


def _chapter(script: Script, head: ChapterHead, *, titles: bool | None) -> tuple[Segment, ...]:
    own = tuple(segment for segment in script.segments if segment.chapter == head.number)
    words = None if titles is False else head.unwritten_title
    if titles and next(segment for segment in own if segment.spoken).kind is not SegmentKind.HEADING:
        words = head.title or name_chapter(head.number, script.language)
    if words is None:
        return own
    title = _announcement(f"{ANNOUNCED_TITLE_ID}{head.number}", head.number, words, paragraph=_BEFORE)
    return (replace(title, kind=SegmentKind.HEADING), *own)


def _heads(script: Script, in_files: Credits, closing_chapter: int) -> Iterator[ChapterHead]:
    if in_files.opening:
        yield ChapterHead(number=0, title=OPENING_TITLE)
    yield from script.chapters
    if in_files.closing:
        yield ChapterHead(number=closing_chapter, title=CLOSING_TITLE)


def _announcement(id_: str, chapter: int, text: str, *, paragraph: int) -> Segment:
    return Segment(
        id=id_,
        chapter=chapter,
        paragraph=paragraph,
        kind=SegmentKind.NARRATION,
        source=ANNOUNCED,
        start=0,
        end=len(text),
        text=text,
        speaker=NARRATOR,
        speakers=(NARRATOR,),
        confidence=None,
        evidence="announced",
        spoken=True,
    )
