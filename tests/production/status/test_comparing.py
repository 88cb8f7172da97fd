from dataclasses import replace

import pytest

from audiobook.model.ingredients import ChapterIngredients, LineIngredients, SpeakerVoice
from audiobook.production.status.comparing import Change, compare_lines, compare_rendering

LINE = LineIngredients(
    key="1",
    speaker="Ada",
    written="Mind the step.",
    said="Mind the step.",
    engine="tone",
    fingerprint="tone 1",
    voice="low",
    pitch_percent=0.0,
    rate_percent=0.0,
    volume_db=0.0,
    loudness_lufs=-21.0,
    pause_ms=0,
    effect=None,
)
VOICE = SpeakerVoice(profile="hummer", pitch_percent=0.0, rate_percent=0.0, volume_db=0.0)


def chapter(*lines: LineIngredients, voice: SpeakerVoice = VOICE) -> ChapterIngredients:
    return ChapterIngredients(rendered_with={}, sounds=(), voices={"Ada": voice}, lines=lines)


def only_changes(before: ChapterIngredients, after: ChapterIngredients) -> tuple[Change, ...]:
    (line,) = compare_lines(before, after)
    return line.changes


def test_a_chapter_as_it_was_has_no_changed_line() -> None:
    assert compare_lines(chapter(LINE), chapter(LINE)) == ()


@pytest.mark.parametrize(
    ("changed", "change"),
    [
        ({"key": "2", "written": "Mind the dog."}, Change(what="text", before="step.", after="dog.")),
        ({"key": "2", "said": "Mind the stepp."}, Change(what="pronunciation", before="step.", after="stepp.")),
        ({"key": "2", "fingerprint": "tone 2"}, Change(what="engine version", before="tone 1", after="tone 2")),
        ({"key": "2", "voice": "high"}, Change(what="voice", before="hummer (tone)", after="hummer (tone)")),
        ({"key": "2", "rate_percent": 5.0}, Change(what="delivery", before="rate +0 %", after="rate +5 %")),
        ({"volume_db": -3.0}, Change(what="delivery", before="volume +0 dB", after="volume -3 dB")),
        ({"pause_ms": 250}, Change(what="delivery", before="pause +0 ms", after="pause +250 ms")),
        ({"key": "2"}, Change(what="the program's version")),
    ],
)
def test_what_changed_is_named_with_before_and_after(changed: dict[str, object], change: Change) -> None:
    after = LineIngredients(**{name: getattr(LINE, name) for name in LineIngredients.__slots__} | changed)
    assert only_changes(chapter(LINE), chapter(after)) == (change,)


def test_a_voice_made_lower_is_told_from_a_delivery() -> None:
    lower = chapter(replace(LINE, key="2", pitch_percent=-7.0), voice=replace(VOICE, pitch_percent=-5.0))
    assert only_changes(chapter(LINE), lower) == (Change(what="the voice's pitch", before="+0 %", after="-5 %"),)


def test_of_another_voice_only_the_name_is_told() -> None:
    other = replace(LINE, key="2", voice="high", pitch_percent=14.0, rate_percent=-5.0, loudness_lufs=-19.0)
    after = chapter(other, voice=SpeakerVoice(profile="piper", pitch_percent=14.0, rate_percent=-5.0, volume_db=0.0))
    assert only_changes(chapter(LINE), after) == (Change(what="voice", before="hummer (tone)", after="piper (tone)"),)


def test_only_a_line_with_another_key_must_be_spoken() -> None:
    (quieter,) = compare_lines(chapter(LINE), chapter(replace(LINE, volume_db=-3.0)))
    (reworded,) = compare_lines(chapter(LINE), chapter(replace(LINE, key="2", said="Mind it.")))
    assert (quieter.must_be_spoken, reworded.must_be_spoken) == (False, True)


def test_a_line_put_in_between_leaves_its_neighbours_alone() -> None:
    other = replace(LINE, key="3", written="Go on.")
    new = replace(LINE, key="2", written="Stop.")
    (line,) = compare_lines(chapter(LINE, other), chapter(LINE, new, other))
    assert (line.text, line.changes) == ("Stop.", (Change(what="new line"),))


def test_a_line_that_is_gone_is_shown_as_it_was() -> None:
    (line,) = compare_lines(chapter(LINE, replace(LINE, key="2", written="Stop.")), chapter(LINE))
    assert (line.text, line.changes, line.must_be_spoken) == ("Stop.", (Change(what="line gone"),), False)


def test_a_profiles_values_are_named_one_by_one() -> None:
    before = {"encoder": "lame 3", "profile": {"name": "podcast", "target_lufs": -19.0}}
    after = {"encoder": "lame 3", "profile": {"name": "podcast", "target_lufs": -16.0}}
    assert compare_rendering(before, after) == (Change(what="profile.target_lufs", before="-19", after="-16"),)
