"""What a person wrote about the finished sound: profiles, credits, a sample, sounds of their own."""

from dataclasses import dataclass

from audiobook.model.delivery import LineDelivery
from audiobook.model.script import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A value and where it stands, so that whoever finds it wrong can say so.

    Attributes:
        place: file and line, such as "voices/lex.toml:12".
    """

    value: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChanges:
    """What a profile of one's own does otherwise than the one it is based on; None leaves a value as it is.

    Attributes:
        credits: "nowhere", "within" or "files".
        clause_s: this and the other times of silence, in seconds.
    """

    rate_hz: int | None = None
    bit_rate_kbps: int | None = None
    encoder_quality: int | None = None
    target_lufs: float | None = None
    true_peak_dbtp: float | None = None
    room_tone_dbfs: float | None = None
    credits: str | None = None
    announce_titles: bool | None = None
    head_s: float | None = None
    tail_s: float | None = None
    clause_s: float | None = None
    sentence_s: float | None = None
    speaker_s: float | None = None
    paragraph_s: float | None = None
    scene_break_s: float | None = None
    heading_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnProfile:
    """A profile of one's own.

    Attributes:
        place: of its header.
        based_on: name of another profile; None for the default one.
    """

    name: str
    place: str
    based_on: Written | None
    changes: ProfileChanges


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditTexts:
    """What is spoken around the book, with placeholders; None leaves it to the profile, an empty text is silence."""

    opening: Written | None = None
    closing: Written | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSound:
    """Sound files around the book, each None if there is none."""

    intro: Written | None = None
    outro: Written | None = None
    music: Written | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedLine:
    """A line that a person has recorded.

    Attributes:
        line: which one, by its words and hints; it says nothing of speaker and kind.
        file: the recording.
    """

    line: Correction
    file: Written


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveredLine:
    """A line whose delivery a person decides.

    Attributes:
        line: which one, by its words and hints; it says nothing of speaker and kind.
        place: file and line of the entry, for messages.
    """

    line: Correction
    delivery: LineDelivery
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MasteringWishes:
    """Everything the cast file says about the finished sound.

    Attributes:
        profile: name of the profile to make.
        sample: number of the chapter that gives the retail sample.
        profiles: one's own, in the file's order.
    """

    profile: Written | None = None
    sample: Written | None = None
    profiles: tuple[OwnProfile, ...] = ()
    credits: CreditTexts = CreditTexts()
    sound: OwnSound = OwnSound()
    recordings: tuple[RecordedLine, ...] = ()
