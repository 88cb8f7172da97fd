"""Small scripts and voices to cast."""

from collections.abc import Iterable

from audiobook.model.cast import Adjustment, VoiceProfile
from audiobook.model.script import NARRATOR, ChapterHead, Character, Gender, Script, Segment, SegmentKind

BREAK = "* * *"


def script_of(
    *turns: str, genders: dict[str, Gender] | None = None, aliases: dict[str, tuple[str, ...]] | None = None
) -> Script:
    """A script in which the named people speak one after the other; BREAK ends a scene, "#" starts a chapter."""
    segments: list[Segment] = []
    chapter = 1
    for index, turn in enumerate(turns):
        if turn == "#":
            chapter += 1
        segments.append(_segment(turn, index, chapter))
    names = [turn for turn in dict.fromkeys(turns) if turn not in (BREAK, "#", "narrator", "unknown")]
    people = [
        Character(
            name=name,
            aliases=(aliases or {}).get(name, ()),
            gender=(genders or {}).get(name, Gender.UNKNOWN),
            line_count=turns.count(name),
        )
        for name in names
    ]
    people.sort(key=lambda person: -person.line_count)
    heads = tuple(ChapterHead(number=number, title=f"Chapter {number}") for number in range(1, chapter + 1))
    return Script(
        book="book",
        title="A Book",
        author=None,
        language="en",
        chapters=heads,
        segments=tuple(segments),
        characters=tuple(people),
    )


def _segment(turn: str, index: int, chapter: int) -> Segment:
    kinds = {BREAK: SegmentKind.SCENE_BREAK, "#": SegmentKind.HEADING, NARRATOR: SegmentKind.NARRATION}
    kind = kinds.get(turn, SegmentKind.DIALOGUE)
    spoken = kind is not SegmentKind.SCENE_BREAK
    speaker = (NARRATOR if kind is SegmentKind.HEADING else turn) if spoken else None
    return Segment(
        id=str(index),
        chapter=chapter,
        paragraph=index,
        kind=kind,
        source="book.txt",
        start=index * 10,
        end=index * 10 + 5,
        text="words",
        speaker=speaker,
        speakers=(speaker,) if speaker else (),
        confidence=1.0 if kind is SegmentKind.DIALOGUE else None,
        evidence="",
        spoken=spoken,
    )


def voice(
    name: str,
    gender: Gender,
    *,
    f0_hz: float | None = None,
    spectrum: tuple[float, ...] = (),
    age: str = "adult",
    description: str = "",
    engine: str = "tone",
) -> VoiceProfile:
    """A voice profile with the values a test is about."""
    return VoiceProfile(
        name=name,
        engine=engine,
        voice=f"base+{name}",
        adjustment=Adjustment(),
        gender=gender,
        age=age,
        accent="en",
        description=description,
        loudness_lufs=-21.0,
        f0_hz=f0_hz,
        spectrum=spectrum,
    )


def by_name(voices: Iterable[VoiceProfile]) -> dict[str, VoiceProfile]:
    """Profiles as `load_profiles` gives them."""
    return {each.name: each for each in voices}


def library() -> dict[str, VoiceProfile]:
    """A narrator's voice, four women, four men and a neutral one."""
    women = [voice(name, Gender.FEMALE, f0_hz=170 + 25 * n) for n, name in enumerate(("ava", "bea", "cleo", "dora"))]
    men = [voice(name, Gender.MALE, f0_hz=80 + 18 * n) for n, name in enumerate(("al", "ben", "carl", "dan"))]
    teller = voice("teller", Gender.FEMALE, f0_hz=180, description="Calm; made for narration")
    return by_name([*women, *men, teller, voice("sam", Gender.UNKNOWN, f0_hz=150)])
