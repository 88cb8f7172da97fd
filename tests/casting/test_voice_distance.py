from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.casting.voice_distance import distance_between
from audiobook.model.cast import VoiceProfile
from audiobook.model.script import Gender
from tests.casting.scenes import voice

_voices = st.builds(
    voice,
    st.sampled_from("abcd"),
    st.sampled_from(Gender),
    f0_hz=st.one_of(st.none(), st.floats(60, 400)),
    spectrum=st.one_of(st.just(()), st.tuples(st.floats(-90, 0), st.floats(-90, 0))),
)


def test_four_semitones_are_one_unit() -> None:
    low, high = voice("a", Gender.MALE, f0_hz=100), voice("b", Gender.MALE, f0_hz=100 * 2 ** (4 / 12))
    assert round(distance_between(low, high), 9) == 1.0


def test_equal_pitch_is_told_apart_by_spectrum() -> None:
    voices = [
        voice(name, Gender.MALE, f0_hz=100, spectrum=(level, 0.0)) for name, level in (("a", 0), ("b", 1), ("c", 9))
    ]
    assert distance_between(voices[0], voices[1]) < distance_between(voices[0], voices[2])


def test_voices_that_were_not_measured_are_told_apart_by_what_is_said_of_them() -> None:
    man, woman, other = voice("a", Gender.MALE), voice("a2", Gender.FEMALE), voice("b", Gender.MALE)
    assert distance_between(man, woman) > distance_between(man, other) > 0


@settings(deadline=None)
@given(_voices, _voices)
def test_a_distance_is_symmetric_and_zero_to_itself(one: VoiceProfile, other: VoiceProfile) -> None:
    assert distance_between(one, one) == 0
    assert abs(distance_between(one, other) - distance_between(other, one)) < 1e-9
    assert distance_between(one, other) >= 0
