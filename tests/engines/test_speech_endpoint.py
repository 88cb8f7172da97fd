import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from audiobook.endpoints.connection import Limits
from audiobook.engines.speech_endpoint import SpeechEndpoint
from audiobook.engines.speech_settings import find_target
from audiobook.errors import EngineError, EngineMissingError
from audiobook.model.speech import Line, Pcm
from tests.engines.pitch import median_f0_hz
from tests.engines.speech_server import as_file, sound_reply, speaks
from tests.opinions.chat_server import Answer, Received, Reply, serving

KEY = "sk-never-to-be-seen-4711"
LINE = Line(text="The ferry left at nine, and nobody saw who was aboard.", voice="alloy")
OTHER_LINE = Line(text="Something else.", voice="alloy")


@dataclass
class Patience:
    waits_s: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.waits_s.append(seconds)


@pytest.fixture
def endpoint_at(tmp_path: Path) -> Callable[..., SpeechEndpoint]:
    def make(url: str, patience: Patience | None = None, **settings: str) -> SpeechEndpoint:
        given = {"URL": url, "KEY": KEY, "TIMEOUT": "5", **{name.upper(): value for name, value in settings.items()}}
        environment = {f"AUDIOBOOK_SPEECH_{name}": value for name, value in given.items()}
        limits = Limits(answer_bytes=1_000_000)
        return SpeechEndpoint(environment, slots=tmp_path, limits=limits, sleep=(patience or Patience()).sleep)

    return make


Make = Callable[..., SpeechEndpoint]


def failure_of(make: Make, *answers: Answer, patience: Patience | None = None, **settings: str) -> EngineError:
    with serving(*answers) as server, pytest.raises(EngineError) as caught:
        make(server.url, patience, **settings).speak(LINE)
    return caught.value


def hum(seconds: float) -> Pcm:
    return Pcm(samples=(b"\x00\x20" * 40 + b"\x00\xe0" * 40) * round(seconds * 300), rate_hz=24000)


def test_the_request_is_what_the_interface_says(endpoint_at: Make) -> None:
    with serving(speaks) as server:
        endpoint_at(server.url, model="tts-9").speak(Line(text=LINE.text, voice="alloy", rate_percent=25))
    (received,) = server.received
    assert received.path == "/v1/audio/speech"
    assert received.headers["authorization"] == f"Bearer {KEY}"
    assert received.document == {
        "model": "tts-9", "voice": "alloy", "input": LINE.text, "response_format": "wav", "speed": 1.25,
    }  # fmt: skip


@pytest.mark.parametrize("file_format", ["wav", "flac", "mp3", "pcm"])
def test_every_format_gives_the_same_sound(endpoint_at: Make, file_format: str) -> None:
    with serving(speaks) as server:
        pcm = endpoint_at(server.url, format=file_format).speak(LINE)
        as_wav = endpoint_at(server.url, format="wav").speak(LINE)
    assert pcm.rate_hz == 24000
    assert pcm.length_samples == pytest.approx(as_wav.length_samples, abs=3000)
    assert median_f0_hz(pcm) == pytest.approx(median_f0_hz(as_wav), rel=0.02)


def test_nothing_is_asked_for_a_line_without_words(endpoint_at: Make) -> None:
    with serving(speaks) as server:
        assert endpoint_at(server.url).speak(Line(text="* * *", voice="alloy")).samples == b""
    assert server.received == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_an_overloaded_endpoint_is_asked_again_after_growing_waits(endpoint_at: Make, status: int) -> None:
    patience = Patience()
    with serving(Reply(status=status), Reply(status=status), speaks) as server:
        assert endpoint_at(server.url, patience).speak(LINE).samples
    assert patience.waits_s == [1.0, 2.0]


def test_the_wait_an_endpoint_asks_for_is_honoured(endpoint_at: Make) -> None:
    patience = Patience()
    with serving(Reply(status=429, headers={"Retry-After": "7"}), speaks) as server:
        endpoint_at(server.url, patience).speak(LINE)
    assert patience.waits_s == [7.0]


def test_one_that_stays_overloaded_has_failed(endpoint_at: Make) -> None:
    patience = Patience()
    assert "HTTP 503" in failure_of(endpoint_at, Reply(status=503), patience=patience).message
    assert patience.waits_s == [1.0, 2.0, 4.0]


def test_an_answer_that_comes_too_slowly_is_given_up(endpoint_at: Make) -> None:
    slow = Reply(body=as_file(hum(3), "wav"), headers={"Content-Type": "audio/wav"}, pause_s=0.02)
    assert "did not answer in 0.2 s" in failure_of(endpoint_at, slow, timeout="0.2").message


def test_an_empty_answer_has_failed(endpoint_at: Make) -> None:
    assert "sent nothing" in failure_of(endpoint_at, Reply(headers={"Content-Type": "audio/wav"})).message


@pytest.mark.parametrize("kind", ["text/html", "application/json"])
def test_a_page_is_no_sound(endpoint_at: Make, kind: str) -> None:
    page = Reply(body=b"<html>Welcome!</html>", headers={"Content-Type": kind})
    assert f"sent {kind} where sound" in failure_of(endpoint_at, page).message


def test_words_that_pretend_to_be_sound_are_none(endpoint_at: Make) -> None:
    rubbish = Reply(body=b"Welcome to our service! " * 40, headers={"Content-Type": "audio/wav"})
    assert "no whole sound" in failure_of(endpoint_at, rubbish).message


@pytest.mark.parametrize(("asked", "sent"), [("wav", "mp3"), ("mp3", "flac"), ("flac", "wav"), ("pcm", "wav")])
def test_another_format_than_asked_for_has_failed(endpoint_at: Make, asked: str, sent: str) -> None:
    error = failure_of(endpoint_at, sound_reply(hum(3), sent), format=asked)
    assert "FORMAT" in str(error.hint)


@pytest.mark.parametrize("file_format", ["wav", "flac", "mp3", "pcm"])
def test_a_sound_that_breaks_off_on_its_way_has_failed(endpoint_at: Make, file_format: str) -> None:
    whole = as_file(hum(3), file_format)
    cut = Reply(body=whole[:-500], claimed_length=len(whole), headers={"Content-Type": "audio/x"})
    assert "broke off" in failure_of(endpoint_at, cut, format=file_format).message


@pytest.mark.parametrize("file_format", ["wav", "flac"])
def test_a_sound_that_the_server_cut_has_failed(endpoint_at: Make, file_format: str) -> None:
    whole = as_file(hum(3), file_format)
    cut = Reply(body=whole[: len(whole) // 2], headers={"Content-Type": "audio/x"})
    assert "no whole sound" in failure_of(endpoint_at, cut, format=file_format).message


@pytest.mark.parametrize("file_format", ["wav", "flac", "mp3", "pcm"])
def test_far_too_little_sound_for_the_words_has_failed(endpoint_at: Make, file_format: str) -> None:
    short = sound_reply(hum(0.3), file_format)
    assert "s of sound" in failure_of(endpoint_at, short, format=file_format).message


def test_silence_has_failed(endpoint_at: Make) -> None:
    silence = sound_reply(Pcm(samples=bytes(96000), rate_hz=24000), "wav")
    assert "gave silence" in failure_of(endpoint_at, silence).message


def test_an_endless_answer_has_failed(endpoint_at: Make) -> None:
    assert "without end" in failure_of(endpoint_at, sound_reply(hum(60), "wav")).message


def test_a_redirect_is_not_followed(endpoint_at: Make) -> None:
    with serving(speaks) as elsewhere:
        failure_of(endpoint_at, Reply(status=302, headers={"Location": f"{elsewhere.url}/audio/speech"}))
    assert elsewhere.received == []


def test_a_voice_that_is_not_taken_is_named(endpoint_at: Make) -> None:
    error = failure_of(endpoint_at, Reply(status=400))
    assert '"alloy"' in error.message


def test_a_failure_does_not_hold_up_the_next_line(endpoint_at: Make) -> None:
    with serving(Reply(status=400), speaks) as server:
        endpoint = endpoint_at(server.url, concurrency="1")
        with pytest.raises(EngineError):
            endpoint.speak(LINE)
        assert endpoint.speak(LINE).samples


def test_no_more_lines_than_the_limit_are_under_way(endpoint_at: Make) -> None:
    most: list[int] = []
    busy: list[int] = []
    lock = threading.Lock()

    def speak_slowly(received: Received) -> Reply:
        with lock:
            busy.append(1)
            most.append(len(busy))
        time.sleep(0.05)
        with lock:
            busy.pop()
        return speaks(received)

    with serving(speak_slowly) as server, ThreadPoolExecutor(6) as people:
        done = [people.submit(endpoint_at(server.url, concurrency="2").speak, OTHER_LINE) for _ in range(8)]
        assert all(future.result().samples for future in done)
    assert max(most) == 2


def test_a_voice_can_bring_its_own_model_and_address(endpoint_at: Make) -> None:
    with serving(speaks) as server, serving(speaks) as elsewhere:
        endpoint_at(elsewhere.url).speak(Line(text=LINE.text, voice=f"echo @ kokoro @ {server.url}"))
    assert elsewhere.received == []
    assert server.received[0].document["voice"] == "echo"
    assert server.received[0].document["model"] == "kokoro"


def test_an_address_in_a_profile_gets_its_own_key_and_no_other(endpoint_at: Make) -> None:
    elsewhere = "http://localhost:1/v1"
    voice = Line(text=LINE.text, voice="echo @ m @ {}")
    with serving(speaks) as server:
        for settings in ({}, {"key_127_0_0_1": "a-key-of-its-own"}):
            line = Line(text=voice.text, voice=voice.voice.format(server.url))
            endpoint_at(elsewhere, **settings).speak(line)
    without, with_own = server.received
    assert "authorization" not in without.headers
    assert with_own.headers["authorization"] == "Bearer a-key-of-its-own"


@pytest.mark.parametrize(
    "answer",
    [
        Reply(status=401, body=KEY.encode()),
        Reply(status=400, body=KEY.encode()),
        Reply(status=503, body=KEY.encode()),
        Reply(body=KEY.encode(), headers={"Content-Type": "audio/wav"}),
        Reply(body=b"no", headers={"Content-Type": f"text/{KEY}"}),
    ],
)
def test_the_key_is_in_no_error_even_if_the_server_repeats_it(endpoint_at: Make, answer: Answer) -> None:
    error = failure_of(endpoint_at, answer)
    assert KEY.lower() not in f"{error!r} {error} {error.message} {error.hint}".lower()


def test_the_key_is_in_no_fingerprint_and_no_representation(endpoint_at: Make) -> None:
    endpoint = endpoint_at("http://localhost:1/v1")
    target = find_target("alloy", {"AUDIOBOOK_SPEECH_URL": "http://localhost:1", "AUDIOBOOK_SPEECH_KEY": KEY})
    assert KEY not in f"{endpoint!r} {endpoint.fingerprint()} {endpoint.voice_fingerprint('alloy')} {target!r}"


def test_address_model_and_format_are_part_of_what_a_take_is_made_of(endpoint_at: Make) -> None:
    plain = endpoint_at("http://localhost:1/v1")
    assert endpoint_at("http://localhost:1/v1", key="other").voice_fingerprint("a") == plain.voice_fingerprint("a")
    assert endpoint_at("http://localhost:2/v1").voice_fingerprint("a") != plain.voice_fingerprint("a")
    assert endpoint_at("http://localhost:1/v1", model="x").voice_fingerprint("a") != plain.voice_fingerprint("a")
    assert endpoint_at("http://localhost:1/v1", format="mp3").fingerprint() != plain.fingerprint()


def test_without_an_address_it_is_not_set_up(endpoint_at: Make) -> None:
    with pytest.raises(EngineMissingError, match="AUDIOBOOK_SPEECH_URL is not set"):
        endpoint_at("").speak(LINE)


@pytest.mark.parametrize(
    ("name", "value"), [("format", "opus"), ("concurrency", "0"), ("concurrency", "2.5"), ("timeout", "soon")]
)
def test_a_setting_that_cannot_be_used_is_named(endpoint_at: Make, name: str, value: str) -> None:
    with pytest.raises(EngineError, match=f"AUDIOBOOK_SPEECH_{name.upper()}"):
        endpoint_at("http://localhost:1/v1", **{name: value})


def test_text_never_goes_unencrypted_into_the_internet(endpoint_at: Make) -> None:
    with pytest.raises(EngineError, match="unencrypted"):
        endpoint_at("http://speech.example.com/v1").speak(LINE)
