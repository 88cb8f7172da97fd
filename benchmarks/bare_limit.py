"""The bare limit: given utterances straight through espeak-ng and LAME, and nothing else.

Run as a program of its own with a job file, so that it is measured like `audiobook` is. It calls the same shared
library and the same encoder, chapter by chapter in a pool of processes, in memory. It knows no cache, no loudness, no
trimming, no tags and no files; it reuses no code of the package, so that no cost of the package hides in it.
"""

import ctypes
import json
import multiprocessing
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

LAME_QUALITY = 5
BIT_RATE_KBPS = 64
BUFFER_MS = 1000
"""Sound handed over at once; a long buffer is the cheapest: 12 % less time in the library than its default."""

_SYNCHRONOUS = 2
_UTF8 = 1
_RATE, _PITCH, _RANGE = 1, 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What the library is told for one sentence.

    Attributes:
        voice: the library's own name of the voice.
        rate_wpm: words a minute, espeakRATE.
        pitch: 0 to 100, espeakPITCH.
        pitch_range: 0 to 100, espeakRANGE.
        start_sample: where it starts in the finished chapter; up to there, silence is encoded.
    """

    text: str
    voice: str
    rate_wpm: int
    pitch: int
    pitch_range: int
    start_sample: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What a chapter's file is made of; `length_samples` is the finished chapter's."""

    utterances: tuple[Utterance, ...]
    length_samples: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What came out of a chapter."""

    audio_s: float
    mp3_bytes: int


class _Library:
    """The speech library, opened once in a process."""

    def __init__(self) -> None:
        import espeakng_loader

        self._dll = ctypes.CDLL(str(espeakng_loader.get_library_path()))
        data = str(espeakng_loader.get_data_path()).encode()
        self.rate_hz: int = self._dll.espeak_Initialize(_SYNCHRONOUS, BUFFER_MS, data, 0)
        self._dll.espeak_Synth.argtypes = [
            *(ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int),
            *(ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p),
        ]
        self._sound: list[bytes] = []
        prototype = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
        self._callback = prototype(self._keep)  # kept here: the library holds only its address
        self._dll.espeak_SetSynthCallback(self._callback)

    def _keep(self, samples: int | None, count: int, _events: int | None) -> int:
        if samples and count:
            self._sound.append(ctypes.string_at(samples, count * 2))
        return 0

    def speak(self, utterance: Utterance) -> bytes:
        self._sound.clear()
        if self._dll.espeak_SetVoiceByName(utterance.voice.encode()) != 0:
            raise RuntimeError(f"the speech library has no voice {utterance.voice!r}")
        self._dll.espeak_SetParameter(_RATE, utterance.rate_wpm, 0)
        self._dll.espeak_SetParameter(_PITCH, utterance.pitch, 0)
        self._dll.espeak_SetParameter(_RANGE, utterance.pitch_range, 0)
        text = utterance.text.encode()
        self._dll.espeak_Synth(text, len(text) + 1, 0, 1, 0, _UTF8, None, None)
        return b"".join(self._sound)


@cache
def _open_library() -> _Library:
    return _Library()


def speak_chapter(chapter: Chapter) -> Spoken:
    """Speak and encode one chapter in this process, as long as it is in the book."""
    import lameenc

    library = _open_library()
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(library.rate_hz)
    encoder.set_bit_rate(BIT_RATE_KBPS)
    encoder.set_quality(LAME_QUALITY)
    samples = mp3_bytes = 0
    for utterance in chapter.utterances:
        sound = silence(utterance.start_sample - samples) + library.speak(utterance)
        samples += len(sound) // 2
        mp3_bytes += len(encoder.encode(sound))
    rest = silence(chapter.length_samples - samples)
    mp3_bytes += len(encoder.encode(rest)) if rest else 0
    return Spoken(audio_s=(samples + len(rest) // 2) / library.rate_hz, mp3_bytes=mp3_bytes + len(encoder.flush()))


def silence(length_samples: int) -> bytes:
    return bytes(2 * max(0, length_samples))


def speak_book(chapters: Sequence[Chapter], *, processes: int) -> Spoken:
    """Speak all chapters, longest first, in as many processes as the program under test may use."""
    longest_first = sorted(chapters, key=lambda chapter: -chapter.length_samples)
    with multiprocessing.get_context("spawn").Pool(min(processes, len(chapters))) as pool:
        done = pool.map(speak_chapter, longest_first, chunksize=1)
        pool.close()
        pool.join()  # the processes end by themselves: only then does their time count as this program's
    return Spoken(audio_s=sum(one.audio_s for one in done), mp3_bytes=sum(one.mp3_bytes for one in done))


def write_job(path: Path, chapters: Sequence[Chapter], *, processes: int) -> None:
    """Write what `main` reads."""
    job = {"processes": processes, "chapters": [asdict(chapter) for chapter in chapters]}
    path.write_text(json.dumps(job), encoding="utf-8")


def main() -> None:
    """Speak the job whose file is named on the command line; prints what came out as JSON."""
    if sys.argv[1:2] in ([], ["--help"]):
        print("usage: bare_limit.py JOB.json")
        return
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    chapters = [
        Chapter(
            utterances=tuple(Utterance(**one) for one in chapter["utterances"]),
            length_samples=chapter["length_samples"],
        )
        for chapter in job["chapters"]
    ]
    print(json.dumps(asdict(speak_book(chapters, processes=job["processes"]))))


if __name__ == "__main__":
    main()
