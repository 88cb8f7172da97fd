"""What every engine must do; one that is installed on demand is tested where it is installed."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from audiobook.engines.protocol import DescribesVoices, LoadsModels, SpeechEngine
from audiobook.engines.registry import engine_names, open_engine
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm, WordSound
from tests.engines.pitch import median_f0_hz
from tests.engines.setting_up import set_up

SENTENCE = "The ferry left at nine, and nobody on the quay saw who was aboard."
SENTENCES = (
    SENTENCE,
    "Ada counted the lanterns twice.",
    "Was there one too many, or had the fog lent them a star?",
    "She never told her mother!",
)


@pytest.fixture(params=engine_names())
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[SpeechEngine]:
    with set_up(request.param, monkeypatch, tmp_path):
        opened = open_engine(request.param)
        yield opened
        opened.close()


@pytest.fixture
def line(engine: SpeechEngine) -> Line:
    return Line(text=SENTENCE, voice=engine.voices()[0])


def test_it_answers_to_the_name_it_was_opened_by(request: pytest.FixtureRequest, engine: SpeechEngine) -> None:
    assert request.node.callspec.params["engine"] == engine.name


def test_speaks_whole_samples_at_the_rate_it_promises(engine: SpeechEngine, line: Line) -> None:
    pcm = engine.speak(line)
    assert pcm.rate_hz == engine.abilities.sample_rate_hz
    assert len(pcm.samples) % 2 == 0
    assert 2 < _seconds(pcm) < 10


def test_speaks_loud_enough_to_be_heard(engine: SpeechEngine, line: Line) -> None:
    samples = memoryview(engine.speak(line).samples).cast("h")
    assert max(map(abs, samples)) > 3000


def test_the_same_line_gives_the_same_samples(engine: SpeechEngine, line: Line) -> None:
    if not engine.abilities.repeatable:
        pytest.skip("it does not promise this")
    assert engine.speak(line) == engine.speak(line)


def test_a_take_does_not_depend_on_what_was_spoken_before(engine: SpeechEngine, line: Line) -> None:
    if not engine.abilities.repeatable:
        pytest.skip("it does not promise this")
    first = engine.speak(line)
    engine.speak(Line(text="Quite another thing.", voice=engine.voices()[-1], pitch_percent=5, rate_percent=20))
    engine.speak(replace(line, text="Three short words."))
    assert engine.speak(line) == first


def test_a_take_does_not_depend_on_the_process(engine: SpeechEngine, line: Line) -> None:
    if not engine.abilities.repeatable:
        pytest.skip("it does not promise this")
    engine.speak(replace(line, text="Something else first."))
    assert _digest_in_new_process(engine.name, line) == hashlib.sha256(engine.speak(line).samples).hexdigest()


def test_its_fingerprint_is_one_line_and_the_same_in_every_process(engine: SpeechEngine) -> None:
    fingerprint = engine.fingerprint()
    assert fingerprint.strip()
    assert "\n" not in fingerprint
    code = f"from audiobook.engines.registry import open_engine; print(open_engine({engine.name!r}).fingerprint())"
    assert _output(code) == fingerprint == open_engine(engine.name).fingerprint()


def test_every_voice_has_its_own_name(engine: SpeechEngine) -> None:
    assert len(set(engine.voices())) == len(engine.voices()) > 0


def test_two_voices_sound_different(engine: SpeechEngine, line: Line) -> None:
    if len(engine.voices()) == 1:
        pytest.skip("it has one voice only")
    assert engine.speak(line) != engine.speak(replace(line, voice=engine.voices()[1]))


def test_a_voice_of_its_own_files_has_its_own_fingerprint(engine: SpeechEngine) -> None:
    if not isinstance(engine, DescribesVoices):
        pytest.skip("its fingerprint covers all its voices")
    fingerprints = [engine.voice_fingerprint(voice) for voice in engine.voices()]
    assert all("\n" not in fingerprint for fingerprint in fingerprints)
    assert len(set(fingerprints)) == len(fingerprints)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what it asks for has other units elsewhere")
def test_a_process_takes_no_more_memory_than_it_says(engine: SpeechEngine, line: Line) -> None:
    if not isinstance(engine, LoadsModels):
        pytest.skip("it loads no model")
    longest = " ".join(f"{SENTENCE[:-1]}," for _ in range(6))
    taken_mib = _peak_mib_in_new_process(engine.name, replace(line, text=longest))
    assert taken_mib <= engine.memory_mib([line.voice]) < 4 * taken_mib


def test_an_unknown_voice_is_an_error_that_names_it(engine: SpeechEngine, line: Line) -> None:
    with pytest.raises(EngineError, match="nobody-at-all"):
        engine.speak(replace(line, voice="nobody-at-all"))


@pytest.mark.parametrize("beyond", [-1, 1])
def test_a_rate_beyond_its_range_is_an_error_that_names_the_range(
    engine: SpeechEngine, line: Line, beyond: int
) -> None:
    limit = engine.abilities.rate_percent[beyond > 0]
    with pytest.raises(EngineError) as caught:
        engine.speak(replace(line, rate_percent=limit + beyond))
    assert f"{limit:g}" in f"{caught.value.message} {caught.value.hint}"


@pytest.mark.parametrize("beyond", [-1, 1])
def test_a_pitch_beyond_its_range_is_an_error_that_names_the_range(
    engine: SpeechEngine, line: Line, beyond: int
) -> None:
    limit = engine.abilities.pitch_percent[beyond > 0]
    with pytest.raises(EngineError) as caught:
        engine.speak(replace(line, pitch_percent=limit + beyond))
    assert f"{limit:g}" in f"{caught.value.message} {caught.value.hint}"


def test_the_ends_of_its_ranges_are_spoken(engine: SpeechEngine, line: Line) -> None:
    for rate_percent in engine.abilities.rate_percent:
        assert engine.speak(replace(line, rate_percent=rate_percent)).samples
    for pitch_percent in engine.abilities.pitch_percent:
        assert engine.speak(replace(line, pitch_percent=pitch_percent)).samples


def test_a_quarter_faster_is_a_fifth_shorter(engine: SpeechEngine, line: Line) -> None:
    if engine.abilities.rate_percent[1] < 25:
        pytest.skip("it cannot go that fast")
    faster = engine.speak(replace(line, rate_percent=25))
    # neural models round the length of each single sound to whole frames, Piper's always up
    assert _seconds(faster) / _seconds(engine.speak(line)) == pytest.approx(0.8, abs=0.08)


@pytest.mark.parametrize("pitch_percent", [-20, -10, 10, 20])
def test_pitch_percent_moves_the_fundamental_by_that_much(
    engine: SpeechEngine, line: Line, pitch_percent: float
) -> None:
    least, greatest = engine.abilities.pitch_percent
    if not least <= pitch_percent <= greatest:
        pytest.skip("it cannot change its pitch so much")
    moved = median_f0_hz(engine.speak(replace(line, pitch_percent=pitch_percent)))
    assert moved / median_f0_hz(engine.speak(line)) == pytest.approx(1 + pitch_percent / 100, abs=0.04)


def test_each_word_more_makes_the_sound_longer(engine: SpeechEngine, line: Line) -> None:
    """Measured against two words before: the last word is drawn out, and "nine" may be, where "and" is not."""
    words = SENTENCE.rstrip(".").replace(",", "").split()
    lengths = [
        engine.speak(replace(line, text=" ".join(words[:count]))).length_samples for count in range(1, len(words) + 1)
    ]
    assert all(later > earlier for earlier, later in zip(lengths, lengths[2:], strict=False))


def test_sentences_together_last_as_long_as_one_by_one(engine: SpeechEngine, line: Line) -> None:
    together = _seconds(engine.speak(replace(line, text=" ".join(SENTENCES))))
    apart = sum(_seconds(engine.speak(replace(line, text=sentence))) for sentence in SENTENCES)
    assert together == pytest.approx(apart, rel=0.2)


def test_two_thousand_characters_are_spoken_whole(engine: SpeechEngine, line: Line) -> None:
    many = (" ".join(SENTENCES) + " ") * 12
    assert len(many) > 2000
    one = _seconds(engine.speak(replace(line, text=" ".join(SENTENCES))))
    assert _seconds(engine.speak(replace(line, text=many))) == pytest.approx(12 * one, rel=0.2)


@pytest.mark.parametrize("text", ["", "   ", "...", "?!", "—", "“ ”", "* * *", "\n\t", "\0", "\ud800"])
def test_text_without_letters_gives_little_sound_or_none(engine: SpeechEngine, line: Line, text: str) -> None:
    assert _seconds(engine.speak(replace(line, text=text))) < 3


@pytest.mark.parametrize(
    "text",
    [
        "1234567 L. . .Lex ... *?!",
        "I—I— I . . . can't?!?!",
        "“Nooooooooooooooooo!” she cried…",
        "Café, naïve, œuvre, Łódź, Çelik",
        "Привет, как дела",
        "你好世界",
        "Hello 👋🏽 world",
        "tab\tand\nnew line",
        "a zero\0in the middle",
        "half a pair \ud83d of surrogates",
        "<b>bold</b> &amp; [[hE]]",
    ],
)
def test_odd_text_is_spoken(engine: SpeechEngine, line: Line, text: str) -> None:
    assert _seconds(engine.speak(replace(line, text=text))) > 0.2


def test_it_prints_nothing(engine: SpeechEngine, line: Line, capfd: pytest.CaptureFixture[str]) -> None:
    engine.fingerprint()
    engine.voices()
    engine.speak(line)
    engine.speak(replace(line, text="日本 \x01P99 [[x]] <speak>"))
    with pytest.raises(EngineError):
        engine.speak(replace(line, voice="nobody-at-all"))
    engine.close()
    assert capfd.readouterr() == ("", "")


def _seconds(pcm: Pcm) -> float:
    return pcm.length_samples / pcm.rate_hz


def _digest_in_new_process(name: str, line: Line) -> str:
    code = (
        "import hashlib; from audiobook.engines.registry import open_engine; from audiobook.model.speech import Line;"
        f" print(hashlib.sha256(open_engine({name!r}).speak({line!r}).samples).hexdigest())"
    )
    return _output(code)


def _peak_mib_in_new_process(name: str, line: Line) -> int:
    code = (
        "import resource; from audiobook.engines.registry import open_engine; from audiobook.model.speech import Line;"
        f" open_engine({name!r}).speak({line!r}); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    return int(_output(code))


def _output(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_ipa_makes_another_word_of_it(engine: SpeechEngine) -> None:
    if not engine.abilities.reads_ipa:
        pytest.skip("it gets respellings")
    line = Line(text="Xyzzy left at nine, and Xyzzy's coat with her.", voice=engine.voices()[0])
    ends = ("", "z", "z")
    long, longer, again = (
        engine.speak(replace(line, sounds=(WordSound(word="Xyzzy", ipa=ipa), WordSound(word="Xyzzy's", ipa=ipa + end))))
        for ipa, end in zip(("ʃɪˈvɔːn", "ˌæləˌɡæməˈtɛəriən", "ʃɪˈvɔːn"), ends, strict=True)
    )
    assert longer.length_samples > long.length_samples * 1.1
    if engine.abilities.repeatable:
        assert replace(long) != engine.speak(line)
    assert again.length_samples > 0
