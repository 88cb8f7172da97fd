"""Release profiles: the sound and format a finished chapter has.

Knows numbers and where they come from; refuses to measure or write anything.
"""

from dataclasses import dataclass

from audiobook.assembly.pauses import Pauses
from audiobook.codecs.mp3 import nearest_mp3_rate_hz


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseProfile:
    """How a finished chapter sounds and is stored.

    Attributes:
        rate_hz: sample rate of the files; None keeps the narrator's engine's own rate, so that nothing is lost.
        bit_rate_kbps: of the MP3, constant.
        encoder_quality: LAME's, 0 slowest to 9 fastest.
        target_lufs: integrated loudness of each decoded chapter.
        true_peak_dbtp: no decoded chapter rises above this.
        encoder_overshoot_db: how far a decoded true peak may rise above the limiter's ceiling.
        encoder_gain_db: what the encoder itself adds to the level.
    """

    name: str
    rate_hz: int | None
    bit_rate_kbps: int
    encoder_quality: int
    target_lufs: float
    true_peak_dbtp: float
    encoder_overshoot_db: float
    encoder_gain_db: float
    pauses: Pauses

    @property
    def ceiling_dbtp(self) -> float:
        """The limiter's ceiling: what is left below the true peak once the encoder has had its share."""
        return self.true_peak_dbtp - self.encoder_overshoot_db


PODCAST = ReleaseProfile(
    name="podcast",
    rate_hz=None,
    bit_rate_kbps=64,
    encoder_quality=5,
    target_lufs=-19.0,
    true_peak_dbtp=-3.0,
    # Measured on ten espeak-ng voices, 75 minutes mixed and each alone, at three ceilings, decoded by ffmpeg:
    # true peaks came out up to 1.2 dB above the ceiling, LAME's own gain included.
    encoder_overshoot_db=1.5,
    # LAME scales its input by 0.95 at constant bit rates up to 160 kb/s; measured -0.42 LU at 64 kb/s, 22.05 kHz.
    encoder_gain_db=-0.42,
    pauses=Pauses(),
)


def release_rate_hz(profile: ReleaseProfile, *, engine_rate_hz: int) -> int:
    """Choose the files' sample rate: the profile's, else the engine's or the nearest above it that MP3 knows."""
    return nearest_mp3_rate_hz(engine_rate_hz if profile.rate_hz is None else profile.rate_hz)
