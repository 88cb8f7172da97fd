from pathlib import Path

import pytest

from audiobook.engines.espeak_library import find_speech_library
from audiobook.engines.espeak_voices import VoiceNames, read_voice_names
from audiobook.errors import EngineError


@pytest.fixture
def names(tmp_path: Path) -> VoiceNames:
    """Two English voices, a German one, one whose dictionary is missing, and two variants."""
    for identifier, text in {
        "gmw/en": "name English (Great Britain)\nlanguage en-gb 2\nlanguage en 2\n",
        "gmw/en-US": "name English (America)\nlanguage en-us 2\nlanguage en 3\n",
        "gmw/de": "language de\n",
        "gmq/fo": "language fo\n",
    }.items():
        path = tmp_path / "lang" / identifier
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "voices" / "!v").mkdir(parents=True)
    for variant in ("f3", "Mr serious"):
        (tmp_path / "voices" / "!v" / variant).touch()
    for language in ("en", "de"):
        (tmp_path / f"{language}_dict").touch()
    return read_voice_names(tmp_path)


def test_a_voice_is_its_language_tag_with_or_without_a_variant(names: VoiceNames) -> None:
    assert names.identifier("en-us") == "gmw/en-US"
    assert names.identifier("en-US+f3") == "gmw/en-US+f3"
    assert names.identifier("de+Mr serious") == "gmw/de+Mr serious"


def test_a_tag_of_two_voices_means_the_one_with_the_lower_number(names: VoiceNames) -> None:
    assert names.identifier("en") == "gmw/en"


def test_english_voices_are_listed_with_their_variants_and_before_the_others(names: VoiceNames) -> None:
    assert names.every_voice() == (
        *("en", "en+Mr serious", "en+f3"),
        *("en-gb", "en-gb+Mr serious", "en-gb+f3"),
        *("en-us", "en-us+Mr serious", "en-us+f3"),
        "de",
    )


@pytest.mark.parametrize(
    "voice", ["", "klingon", "+f3", "en-us+", "en-us+f9", "en-us+F3", "en-us+f3+f3", "fo", "!v/f3"]
)
def test_what_the_library_would_silently_ignore_is_an_error(names: VoiceNames, voice: str) -> None:
    with pytest.raises(EngineError, match="is unknown to pyttsx3"):
        names.identifier(voice)


def test_an_unknown_variant_brings_the_closest_to_mind(names: VoiceNames) -> None:
    with pytest.raises(EngineError) as caught:
        names.identifier("en-us+Mr Serious")
    assert caught.value.hint == "did you mean Mr serious?"


def test_a_name_too_long_for_the_library_is_an_error() -> None:
    names = VoiceNames(identifier_of_tag={"xx": "x" * 30}, variants=("long-variant",))
    with pytest.raises(EngineError, match="too long"):
        names.identifier("xx+long-variant")


def test_a_folder_without_voices_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be read"):
        read_voice_names(tmp_path)


def test_every_voice_of_the_wheel_has_a_name_the_library_can_hold() -> None:
    names = read_voice_names(find_speech_library().data)
    voices = names.every_voice()
    assert {"en-us+f3", "en-gb-scotland+m2", "en-gb-x-rp", "de", "fr"} <= set(voices)
    assert all(names.identifier(voice) for voice in voices)
