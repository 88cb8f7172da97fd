"""A take: one rendered line, named by a key over everything that shaped its sound."""

from dataclasses import dataclass

from audiobook.model.delivery import Effect
from audiobook.model.speech import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFigures:
    """What later stages must know of a take without opening its sound.

    Attributes:
        length_samples: after the engine's own silence was trimmed.
        peak: largest absolute sample, 0 to 32768.
        block_energies: mean squares of the K-weighted signal (ITU-R BS.1770-4, full scale = 1.0) in consecutive
            blocks of 100 ms (`rate_hz // 10` samples); a shorter last block is a mean over what is there.
    """

    rate_hz: int
    length_samples: int
    peak: int
    block_energies: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTake:
    """A take the book needs.

    Attributes:
        key: hexadecimal digest; equal keys mean equal sound.
        engine: name of the engine that speaks it.
        fingerprint: of that engine and its voice, a part of the key; empty for a sound of one's own.
        segment_index: index of its segment in `Script.segments`.
        start: where in the segment's source its words stand, code points;
        end: one past the last.
        volume_db: gain on top of the voice's matched loudness; not part of the key.
        loudness_lufs: the voice's stored loudness, to match voices with each other; None if it must be measured in its
            takes; not part of the key.
        pause_ms: added to the silence after it; not part of the key.
        effect: laid on it when the chapter is mixed; not part of the key.
    """

    key: str
    engine: str
    line: Line
    segment_index: int
    start: int
    end: int
    volume_db: float
    loudness_lufs: float | None
    pause_ms: int = 0
    effect: Effect | None = None
    fingerprint: str = ""
