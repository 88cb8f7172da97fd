"""Release profiles: how a finished file is made, and what it must measure to pass.

Knows numbers and where they come from; refuses to measure or write anything.

Sources: ACX is help.acx.com's "ACX audio submission requirements". LibriVox is wiki.librivox.org's "Tech Specs". Apple
is "Audio requirements" of Apple Podcasts for Creators. RELEASE is this project's own table of all of them.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from audiobook.assembly.encoder_figures import encoder_gain_db, encoder_overshoot_db
from audiobook.assembly.timelines.pauses import Pauses
from audiobook.codecs.mp3 import nearest_mp3_rate_hz


class Range(NamedTuple):
    """From the least to the greatest value that passes, both included."""

    least: float
    greatest: float


class CreditsPlace(StrEnum):
    """Where opening and closing credits are spoken."""

    NOWHERE = "nowhere"
    WITHIN = "within"
    """At the start of the first chapter and at the end of the last."""
    FILES = "files"
    """In files of their own, before the first chapter and after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileLimits:
    """What a finished file must measure to pass; whatever is None, False or empty is not asked for.

    Attributes:
        integrated_lufs: integrated loudness, EBU R128.
        rms_dbfs: root mean square of the whole file, a sine at full scale being -3.01.
        true_peak_max_dbtp: ITU-R BS.1770 true peak.
        sample_peak_max_dbfs: greatest sample.
        noise_floor_max_dbfs: RMS of the pauses.
        head_s: from the start to the first speech.
        tail_s: from the last speech to the end.
        length_max_s: of one file.
        rates_hz: sample rates that are taken.
        bit_rate_min_kbps: of the MP3.
        constant_bit_rate: nothing but CBR.
        mono: nothing but one channel.
        tags: names of the ID3 frames that every file has.
        title_spoken: the chapter's title is heard at its start.
    """

    integrated_lufs: Range | None = None
    rms_dbfs: Range | None = None
    true_peak_max_dbtp: float | None = None
    sample_peak_max_dbfs: float | None = None
    noise_floor_max_dbfs: float | None = None
    head_s: Range | None = None
    tail_s: Range | None = None
    length_max_s: float | None = None
    rates_hz: tuple[int, ...] = ()
    bit_rate_min_kbps: int | None = None
    constant_bit_rate: bool = False
    mono: bool = False
    tags: tuple[str, ...] = ()
    title_spoken: bool = False


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
        rms_least_dbfs: a file so short that its pauses would take its RMS below this is made louder; None for no care.
        room_tone_dbfs: RMS of the quiet noise under everything; None leaves pauses digitally silent.
        announce_titles: the narrator reads the title of a chapter whose text does not begin with it; None for no titles
            but those that the author wrote into the table of contents alone.
        limits: what a file made so is checked against.
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
    rms_least_dbfs: float | None = None
    room_tone_dbfs: float | None = None
    credits: CreditsPlace = CreditsPlace.NOWHERE
    announce_titles: bool | None = None
    limits: ProfileLimits

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
    encoder_overshoot_db=encoder_overshoot_db(64),
    # LAME scales its input by 0.95 at constant bit rates up to 160 kb/s; measured -0.42 LU at 64 kb/s, 22.05 kHz.
    encoder_gain_db=-0.42,
    pauses=Pauses(),
    limits=ProfileLimits(
        integrated_lufs=Range(-20.0, -18.0),  # Apple asks -16 LUFS of stereo, which is -19 of mono, give or take 1
        true_peak_max_dbtp=-3.0,  # RELEASE; Apple would take -1
        noise_floor_max_dbfs=-60.0,
        head_s=Range(0.5, 1.0),
        tail_s=Range(1.0, 5.0),
        rates_hz=(22050, 24000, 32000, 44100, 48000),
        bit_rate_min_kbps=64,
        constant_bit_rate=True,
        mono=True,
        tags=("TIT2", "TALB", "TPE1", "TRCK", "TCON", "APIC"),
    ),
)

LIBRIVOX = ReleaseProfile(
    name="librivox",
    rate_hz=44100,
    bit_rate_kbps=128,
    encoder_quality=5,
    # LibriVox's "around 89 dB", which its page gives as -16 to -21 LUFS.
    target_lufs=-19.0,
    true_peak_dbtp=-3.0,
    encoder_overshoot_db=encoder_overshoot_db(128),
    encoder_gain_db=encoder_gain_db(128),
    pauses=Pauses(tail_ms=5000),
    credits=CreditsPlace.WITHIN,
    announce_titles=True,
    limits=ProfileLimits(
        integrated_lufs=Range(-21.0, -16.0),
        sample_peak_max_dbfs=-0.1,  # LibriVox's checker refuses clipping and nothing else
        head_s=Range(0.5, 1.0),
        tail_s=Range(4.5, 5.5),  # "5 seconds"; 10 after the last section are asked of poems only
        rates_hz=(44100,),
        bit_rate_min_kbps=128,
        constant_bit_rate=True,
        mono=True,
        tags=("TIT2", "TPE1", "TALB"),
        title_spoken=True,
    ),
)

ACX = ReleaseProfile(
    name="acx",
    rate_hz=44100,
    bit_rate_kbps=192,
    encoder_quality=5,
    target_lufs=-19.0,  # speech is then near -20 dB RMS, and with its pauses near the middle of ACX's window
    true_peak_dbtp=-3.0,
    encoder_overshoot_db=encoder_overshoot_db(192),
    encoder_gain_db=encoder_gain_db(192),
    # A short file's tail counts much in its RMS, so it is nearer to the least of 1 to 5 seconds.
    pauses=Pauses(tail_ms=2000),
    rms_least_dbfs=-22.0,
    room_tone_dbfs=-70.0,
    credits=CreditsPlace.FILES,
    announce_titles=True,
    limits=ProfileLimits(
        rms_dbfs=Range(-23.0, -18.0),
        sample_peak_max_dbfs=-3.0,
        noise_floor_max_dbfs=-60.0,
        head_s=Range(0.5, 1.0),
        tail_s=Range(1.0, 5.0),
        length_max_s=120 * 60.0,
        rates_hz=(44100,),
        bit_rate_min_kbps=192,
        constant_bit_rate=True,
        mono=True,  # ACX takes stereo if all files are, and "strongly recommends" mono
        title_spoken=True,  # "only one chapter/section per file, with the section header read aloud"
    ),
)

PROFILES: Mapping[str, ReleaseProfile] = MappingProxyType({each.name: each for each in (PODCAST, LIBRIVOX, ACX)})
"""The built-in profiles by name; the first is the default."""

_NOT_SOUND = ("credits", "announce_titles", "limits")
"""What is said shows in the takes, and limits only judge."""

_OFTEN_ABSENT = ("rms_least_dbfs", "room_tone_dbfs")
"""Left out where they are None, so that what was made before there were such fields need not be made again."""


def what_shapes_sound(profile: ReleaseProfile) -> Mapping[str, object]:
    """List what of a profile can change the sound of a file whose timeline is given."""
    shaping = {key: value for key, value in asdict(profile).items() if key not in _NOT_SOUND}
    return {key: value for key, value in shaping.items() if value is not None or key not in _OFTEN_ABSENT}


def release_rate_hz(profile: ReleaseProfile, *, engine_rate_hz: int) -> int:
    """Choose the files' sample rate: the profile's, else the engine's or the nearest above it that MP3 knows."""
    return nearest_mp3_rate_hz(engine_rate_hz if profile.rate_hz is None else profile.rate_hz)
