"""A chapter's recipe changes with every single thing that shapes it, one field after the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from audiobook.assembly.book_jobs import ChapterName, ReleaseSettings
from audiobook.assembly.own_sound import OwnSoundKind
from audiobook.assembly.profiles import PODCAST, Range
from audiobook.assembly.timelines.clip_placing import BookClips, Clip
from audiobook.model.cast import Adjustment, CastVoice, VoiceProfile
from audiobook.model.delivery import Cue, Delivery, DeliveryChange, DeliveryPlan, Effect, LineDelivery
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.release import BookTags, ExtraKind
from audiobook.model.script import Gender, Script, Segment, SegmentKind
from audiobook.model.take import TakeFigures
from audiobook.production.recording import recipes
from audiobook.production.recording.own_sounds import StoredSound
from audiobook.production.recording.recipes import (
    SHAPE_NOTHING,
    ChapterRecipe,
    FileRecipes,
    SpokenWith,
    TakesRecipes,
    digest_of,
)
from audiobook.synthesis.delivering import EngineLimits
from audiobook.synthesis.planning import SpeakingRules
from tests.assembly.building import MemoryTakes, Part, make_script

ADA = VoiceProfile(
    name="ada",
    engine="hum",
    voice="low",
    adjustment=Adjustment(),
    gender=Gender.FEMALE,
    age="adult",
    accent="en-GB",
    description="",
    loudness_lufs=-21.0,
)
BOB = replace(ADA, name="bob", engine="buzz")
SOUND = StoredSound(
    path=Path("yes.wav"),
    kind=OwnSoundKind.LINE,
    place="a.toml:1",
    key="k",
    figures=TakeFigures(rate_hz=16000, length_samples=9, peak=1, block_energies=(0.01,) * 8),
)
SPOKEN_WITH = SpokenWith(
    voices={
        "narrator": CastVoice(profile=ADA, adjustment=Adjustment()),
        "Mara": CastVoice(profile=BOB, adjustment=Adjustment()),
        "Lex": CastVoice(profile=BOB, adjustment=Adjustment()),
    },
    rules=SpeakingRules(
        pronunciations=(Pronunciation(word="Lex", respelling="Lecks"),),
        pronunciations_of={"Mara": (Pronunciation(word="ferry", ipa="ˈfɛri"),), "Lex": ()},
        deliveries=DeliveryPlan(
            usual={Cue.SAD: Delivery(rate_percent=-5.0)},
            of_speaker={"Mara": {Cue.SAD: Delivery(effect=Effect.NEAR)}},
            of_line={1: LineDelivery(cues=(Cue.SAD,), change=DeliveryChange(pause_ms=5))},
        ),
        limits={"hum": EngineLimits()},
    ),
    fingerprints={"hum": "hum 1", "buzz": "buzz 1"},
    voice_fingerprints={("hum", "low"): "low 1"},
    recordings={"s2": SOUND},
)
SCRIPT = make_script(
    Part("It rained."),
    Part('"Go."', speaker="Mara", kind=SegmentKind.DIALOGUE, paragraph=1),
    Part("She went.", chapter=2),
    Part('"Stay."', speaker="Lex", kind=SegmentKind.DIALOGUE, chapter=2),
    titles=("The Ferry", "The Shore"),
)
SETTINGS = ReleaseSettings(
    folder=Path("build"),
    tags=BookTags(title="The Ferry Book", author="A. Author", language="en"),
    cover=b"a picture",
    profile=PODCAST,
    rate_hz=22050,
    takes=MemoryTakes(),
    clips=BookClips(last=2),
)
FIRST = ChapterName(number=1, total=2, title="The Ferry", file="01 - The Ferry.mp3")
SECOND = ChapterName(number=2, total=2, title="The Shore", file="02 - The Shore.mp3")
CLIP = Clip(key="k", length_samples=5, loudness_lufs=-20.0)

SAMPLES: Mapping[str, object] = {
    "loudness_lufs": -20.0, "f0_hz": 120.0, "place": "x:1", "respelling": "x", "ipa": "x", "effect": Effect.NEAR,
    "confidence": 0.5, "speaker": "narrator", "cues": (Cue.SLOW,), "rate_percent": 7.0, "pitch_percent": 7.0,
    "volume_db": 1.0, "pause_ms": 7, "rate_hz": 44100, "rms_least_dbfs": -22.0, "room_tone_dbfs": -70.0,
    "announce_titles": True, "intro": CLIP, "outro": CLIP, "music": CLIP, "year": "1994", "series": "S",
    "series_part": "2", "description": "D", "publisher": "P", "subtitle": "T", "genre": "G", "extra": ExtraKind.M4B,
    "manner": (Cue.SAD,), "integrated_lufs": Range(-20.0, -18.0), "rms_dbfs": Range(-20.0, -18.0),
    "bit_rate_min_kbps": 1,
    "true_peak_max_dbtp": 1.0, "sample_peak_max_dbfs": 1.0, "noise_floor_max_dbfs": 1.0, "head_s": Range(0.0, 1.0),
    "tail_s": Range(0.0, 1.0), "length_max_s": 1.0,
}  # fmt: skip
"""By the field's name, another value where there is none to be changed."""


def takes_of(script: Script = SCRIPT, spoken_with: SpokenWith = SPOKEN_WITH, number: int = 1) -> str | None:
    return TakesRecipes(script, spoken_with).of(number)


def recipe_of(settings: ReleaseSettings = SETTINGS, name: ChapterName = FIRST) -> ChapterRecipe:
    return FileRecipes(SCRIPT, settings).of("takes", name)


def with_segment(segment: Segment, index: int = 0) -> Script:
    return replace(SCRIPT, segments=(*SCRIPT.segments[:index], segment, *SCRIPT.segments[index + 1 :]))


def variants(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Give a value with each field of it and of everything in it changed, one at a time."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            for where, other in variants(getattr(value, field.name), f"{path}.{field.name}"):
                yield where, replace(value, **{field.name: other})
    elif isinstance(value, Mapping) and value:
        for key, inner in value.items():
            for where, other in variants(inner, f"{path}[{key}]"):
                yield where, {**value, key: other}
    elif isinstance(value, tuple) and value and is_dataclass(value[0]):
        for where, other in variants(value[0], f"{path}[0]"):
            yield where, (other, *value[1:])
    else:
        yield path, _other(value, path.rpartition(".")[2])


def _other(value: Any, name: str) -> Any:
    match value:
        case None | () | []:
            return SAMPLES.get(name, ("x",))
        case StrEnum():
            return next(each for each in type(value) if each is not value)
        case bool():
            return not value
        case str():
            return f"{value}x"
        case bytes():
            return value + b"x"
        case int() | float():
            return value + 1
        case tuple():
            return (*value, value[-1])
        case Path():
            return value / "x"
    raise AssertionError(f"say how another {name} looks")


def test_every_field_of_a_segment_counts_but_for_those_that_shape_nothing() -> None:
    unchanged = {where for where, other in variants(SCRIPT.segments[0]) if takes_of(with_segment(other)) == takes_of()}
    assert unchanged == {f".{name}" for name in SHAPE_NOTHING[Segment]} - {".chapter"}


def test_every_field_of_what_a_chapter_is_spoken_with_counts() -> None:
    unchanged = {
        where for where, other in variants(SPOKEN_WITH) if takes_of(SCRIPT, other) == takes_of(SCRIPT, SPOKEN_WITH)
    }
    assert {where for where in unchanged if "[Lex]" not in where and "[s2]" not in where} == set()
    assert unchanged  # Lex says nothing in this chapter, and another line is recorded


def test_language_counts() -> None:
    assert takes_of(replace(SCRIPT, language="de")) != takes_of()


def test_a_line_more_and_a_line_less_counts() -> None:
    assert takes_of(replace(SCRIPT, segments=SCRIPT.segments[1:])) != takes_of()
    more = replace(SCRIPT.segments[0], id="more")
    assert takes_of(replace(SCRIPT, segments=(more, *SCRIPT.segments))) != takes_of()


def test_only_the_chapter_that_changed_has_another_recipe() -> None:
    script = with_segment(replace(SCRIPT.segments[0], text="It poured."))
    assert takes_of(script, number=2) == takes_of(number=2)


def test_a_chapter_that_moved_keeps_its_recipe() -> None:
    moved = tuple(
        replace(segment, chapter=segment.chapter + 1, start=segment.start + 99, end=segment.end + 99)
        for segment in SCRIPT.segments
    )
    new = replace(SCRIPT.segments[0], id="new", text="Before.")
    deliveries = replace(SPOKEN_WITH.rules.deliveries, of_line={2: SPOKEN_WITH.rules.deliveries.of_line[1]})
    spoken_with = replace(SPOKEN_WITH, rules=replace(SPOKEN_WITH.rules, deliveries=deliveries))
    script = replace(SCRIPT, segments=(new, *moved))
    assert takes_of(script, spoken_with, number=2) == takes_of()
    assert takes_of(script, spoken_with, number=3) == takes_of(number=2)


def test_a_chapter_with_others_segments_among_its_own_has_no_recipe() -> None:
    first, second, third, fourth = SCRIPT.segments
    script = replace(SCRIPT, segments=(first, third, second, fourth))
    assert [takes_of(script, number=number) for number in (1, 2)] == [None, None]


def test_a_recording_of_its_line_counts_by_its_sound_and_not_by_its_place() -> None:
    def recorded(sound: StoredSound) -> str | None:
        return takes_of(SCRIPT, replace(SPOKEN_WITH, recordings={"s0": sound}))

    assert recorded(SOUND) != takes_of()
    assert recorded(replace(SOUND, key="another")) != recorded(SOUND)
    assert recorded(replace(SOUND, path=Path("no.wav"), place="a.toml:9")) == recorded(SOUND)


def test_the_program_itself_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    before = takes_of()
    monkeypatch.setattr(recipes, "program_digest", lambda *_packages: "another")
    assert takes_of() != before


def test_chapters_are_known_by_the_recipes_of_their_takes() -> None:
    words = TakesRecipes(SCRIPT, SPOKEN_WITH)
    assert words.among({takes_of(number=2) or ""}) == {2}
    assert words.among(()) == frozenset()
    assert words.engines(1) == {"hum", "buzz"}
    assert words.engines(2) == {"hum", "buzz"}


@dataclass(frozen=True)
class Effects:
    """Which digests of a recipe a change touches."""

    sound: bool
    tags: bool


def effects(settings: ReleaseSettings = SETTINGS, name: ChapterName = FIRST) -> Effects:
    before, after = recipe_of(), recipe_of(settings, name)
    return Effects(sound=after.sound != before.sound, tags=after.tags != before.tags)


def test_every_field_of_a_profile_shapes_the_sound() -> None:
    for where, profile in variants(PODCAST):
        assert effects(replace(SETTINGS, profile=profile)) == Effects(sound=True, tags=True), where


def test_every_field_of_the_books_tags_shapes_the_tags_alone() -> None:
    for where, tags in variants(SETTINGS.tags):
        assert effects(replace(SETTINGS, tags=tags)) == Effects(sound=False, tags=True), where


def test_every_field_of_a_chapters_name_shapes_the_tags_alone() -> None:
    for where, name in variants(FIRST):
        if where != ".number":
            assert effects(name=name) == Effects(sound=False, tags=True), where


def test_the_settings_that_shape_a_file_are_these() -> None:
    """Whoever adds a setting says here what it shapes."""
    found = {where: effects(replace(SETTINGS, **{where: other})) for where, other in OTHER_SETTINGS.items()}
    assert found.keys() == {field.name for field in fields(ReleaseSettings)}
    nothing, tags, all_of_it = (
        Effects(sound=False, tags=False),
        Effects(sound=False, tags=True),
        Effects(sound=True, tags=True),
    )
    assert found == {
        "folder": nothing, "takes": nothing, "tags": tags, "cover": tags, "profile": all_of_it, "rate_hz": all_of_it,
        "clips": all_of_it,
    }  # fmt: skip


OTHER_SETTINGS: Mapping[str, Any] = {
    "folder": Path("elsewhere"),
    "tags": replace(SETTINGS.tags, title="Another"),
    "cover": b"another",
    "profile": replace(PODCAST, target_lufs=-20.0),
    "rate_hz": 44100,
    "takes": MemoryTakes({}),
    "clips": BookClips(music=CLIP),
}


@pytest.mark.parametrize(
    ("clips", "touched"),
    [
        (BookClips(intro=CLIP, first=1, last=2), (1,)),
        (BookClips(outro=CLIP, first=1, last=2), (2,)),
        (BookClips(music=CLIP, first=1, last=2), (1, 2)),
    ],
)
def test_a_sound_of_ones_own_counts_where_it_is_heard(clips: BookClips, touched: tuple[int, ...]) -> None:
    settings = replace(SETTINGS, clips=clips)
    found = [name.number for name in (FIRST, SECOND) if recipe_of(settings, name).sound != recipe_of(name=name).sound]
    assert tuple(found) == touched


def test_every_field_of_a_clip_counts() -> None:
    before = recipe_of(replace(SETTINGS, clips=BookClips(music=CLIP)))
    for where, clip in variants(CLIP):
        assert recipe_of(replace(SETTINGS, clips=BookClips(music=clip))).sound != before.sound, where


def test_another_title_of_the_chapter_counts_as_sound_for_its_first_scene_has_it() -> None:
    heads = (replace(SCRIPT.chapters[0], title="Another"), SCRIPT.chapters[1])
    other = FileRecipes(replace(SCRIPT, chapters=heads), SETTINGS).of("takes", FIRST)
    assert other.sound != recipe_of().sound


@pytest.mark.parametrize("version", ["rendered_with", "tag_writer"])
def test_what_renders_and_tags_counts(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = recipe_of()
    another: Callable[..., object] = lambda *_args, **_more: "another"  # noqa: E731 - shorter than its name would be
    monkeypatch.setattr(recipes, version, another)
    assert recipe_of().tags != before.tags


def test_what_nobody_knows_how_to_digest_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no place in a recipe"):
        digest_of(object())


def test_the_order_of_a_mapping_makes_no_difference() -> None:
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
