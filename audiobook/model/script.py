"""A script: who says what, segment by segment, with the evidence for it."""

from dataclasses import dataclass, field
from enum import StrEnum

from audiobook.model.delivery import Cue
from audiobook.model.manuscript import Publication
from audiobook.model.quotation_marks import QuotationMarks

NARRATOR = "narrator"
"""The speaker of headings and narration."""

UNKNOWN = "unknown"
"""The speaker of a line nobody could be found for."""

ANNOUNCED = "(announced)"
"""The source of segments that are spoken but are no words of the manuscript: credits, a title said aloud.

No script that is shown or proved has any; they are added to it before its takes are planned.
"""


class SegmentKind(StrEnum):
    """What a segment is to a listener."""

    HEADING = "heading"
    NARRATION = "narration"
    DIALOGUE = "dialogue"
    THOUGHT = "thought"
    NOTE = "note"
    SCENE_BREAK = "scene_break"


class Gender(StrEnum):
    """The gender the text gives a character; it steers the choice of a voice and nothing else."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One stretch of a source with one speaker: `source.text[start:end]`, marks and markup included.

    Attributes:
        id: unique in the book; the same while the line and its neighbours are.
        chapter: number of its chapter, from 1.
        paragraph: index of its block within the chapter, from 0; a change of it is a paragraph's end.
        text: exactly the slice of the source.
        speaker: a character's main name, `NARRATOR` or `UNKNOWN`; None exactly when `spoken` is False.
        speakers: everybody who says it together, the first named first; usually `(speaker,)`, empty if not spoken.
        confidence: 0 to 1 on dialogue and thought, else None.
        evidence: why this speaker, or why it is not spoken; a sentence for a person.
        worth: wrong lines that asking a person about this one is expected to mend, among its neighbours too, beyond
            what asking about lines worth more would.
        manner: how it is spoken, as far as the tag beside it says so.
        keeps_lines: its lines end where the author ends them, as in a poem.
    """

    id: str
    chapter: int
    paragraph: int
    kind: SegmentKind
    source: str
    start: int
    end: int
    text: str
    speaker: str | None
    speakers: tuple[str, ...]
    confidence: float | None
    evidence: str
    spoken: bool
    worth: float = 0.0
    manner: tuple[Cue, ...] = ()
    keeps_lines: bool = False

    @property
    def each_line_ends(self) -> bool:
        """True where a line's end is heard as a sentence's end is."""
        return self.keeps_lines or self.kind is SegmentKind.HEADING


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """Somebody who speaks or thinks in the book.

    Attributes:
        name: the main name; what `Segment.speaker` says.
        aliases: other names the text uses, most used first; never the main name.
        line_count: spoken dialogue and thought segments.
        evidence: why the aliases are one person and where the gender comes from, a sentence each.
        age: "child", "young", "adult" or "old" where the text tells it, else None.
    """

    name: str
    aliases: tuple[str, ...]
    gender: Gender
    line_count: int
    evidence: tuple[str, ...] = ()
    age: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterHead:
    """A chapter as a listener sees it in a list.

    Attributes:
        unwritten_title: the author's words for it that no segment holds, because they stand in the table of contents
            and nowhere in the text; None if there are none.
    """

    number: int
    title: str
    unwritten_title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Who says what in a whole book.

    Segments are in reading order; within each source they are disjoint and outside them is only white space.

    Attributes:
        characters: most lines first, ties in order of appearance; without narrator and unknown.
        warnings: what a person should know, for example a correction whose line is gone.
        quotation_marks: how speech is marked, as found or as the cast file says; None of a labelled script.
        publication: what the manuscript says of itself besides.
        narrator_gender: of whoever tells the story in the first person; unknown as well if nobody does.
    """

    book: str
    title: str
    author: str | None
    language: str
    chapters: tuple[ChapterHead, ...]
    segments: tuple[Segment, ...]
    characters: tuple[Character, ...]
    warnings: tuple[str, ...] = ()
    quotation_marks: QuotationMarks | None = None
    publication: Publication = field(default_factory=Publication)
    narrator_gender: Gender = Gender.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person said about one line; anchored to its words.

    Attributes:
        text: the line with its marks, white space folded to single blanks.
        speaker: a character's name or alias, `NARRATOR` or `UNKNOWN`; None leaves it to the program.
        speakers: everybody, if several say it together, `speaker` first; else empty.
        kind: None leaves it to the program.
        chapter: hints, each None if not given, that decide between equal lines: chapter number through the book,
        occurrence: counted from 1 within that chapter,
        source: name of the source,
        before: words just before the line,
        after: words just after it.
    """

    text: str
    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    kind: SegmentKind | None = None
    chapter: int | None = None
    occurrence: int | None = None
    source: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCharacter:
    """What the cast file says about a character; the script honours it over what it finds itself."""

    name: str
    aliases: tuple[str, ...] = ()
    gender: Gender | None = None
