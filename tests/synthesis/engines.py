"""Speech engines that misbehave on purpose; a word in the line says how."""

import ctypes
import math
import os
import signal
import struct
import time
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from audiobook.engines.protocol import EngineAbilities
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm

RATE_HZ = 16000


class HumEngine:
    """Hums for 5 ms a character, at a pitch that the line decides, between two silences."""

    name = "hum"
    abilities = EngineAbilities(
        rate_percent=(-50.0, 100.0), pitch_percent=(-50.0, 100.0), repeatable=True, sample_rate_hz=RATE_HZ
    )

    def fingerprint(self) -> str:
        return "hum 1"

    def voices(self) -> tuple[str, ...]:
        return ("hummer",)

    def speak(self, line: Line) -> Pcm:
        pitch_hz = 100 + sha256(repr(line).encode()).digest()[0]
        hum = [round(9000 * math.sin(2 * math.pi * pitch_hz * index / RATE_HZ)) for index in range(80 * len(line.text))]
        silence = [0] * 1600
        samples = silence + hum + silence
        return Pcm(samples=struct.pack(f"<{len(samples)}h", *samples), rate_hz=RATE_HZ)

    def close(self) -> None:
        pass


class MoodyEngine(HumEngine):
    """Fails, falls silent, ends, is killed, crashes or hangs at the lines that say so."""

    name = "moody"

    def speak(self, line: Line) -> Pcm:
        if "fail" in line.text:
            raise EngineError("the engine had enough")
        if "silence" in line.text:
            return Pcm(samples=bytes(2000), rate_hz=RATE_HZ)
        if "die" in line.text:
            os._exit(7)
        if "killed" in line.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "crash" in line.text:
            ctypes.string_at(0)
        if "hang" in line.text:
            time.sleep(600)
        return super().speak(line)


class SlowEngine(HumEngine):
    """Takes its time; SLOW_ENGINE_LINES names a folder that gets a file a line, SLOW_ENGINE_VERSION its version."""

    name = "slow"

    def fingerprint(self) -> str:
        return f"slow {os.environ.get('SLOW_ENGINE_VERSION', '1')}"

    def speak(self, line: Line) -> Pcm:
        Path(os.environ["SLOW_ENGINE_LINES"], f"{os.getpid()}-{time.monotonic_ns()}").touch()
        time.sleep(0.04)
        return super().speak(line)


class CountedEngine(HumEngine):
    """Has a model; the folder in COUNTED_ENGINE_LOADS gets a file each time, named after the process."""

    name = "counted"

    def __init__(self) -> None:
        Path(os.environ["COUNTED_ENGINE_LOADS"], f"{os.getpid()}-{time.monotonic_ns()}").touch()

    def memory_mib(self, voices: Collection[str]) -> int:
        return 1000 * len(voices)


class GreedyEngine(HumEngine):
    """Needs more memory than any machine has."""

    name = "greedy"

    def memory_mib(self, voices: Collection[str]) -> int:
        return 1 << 30


class AbsentEngine(HumEngine):
    """Cannot be opened."""

    def __init__(self) -> None:
        raise EngineError("the voice data is missing")


class KillerEngine(HumEngine):
    """Ends its process whatever it is asked to say."""

    def speak(self, line: Line) -> Pcm:
        os._exit(7)
