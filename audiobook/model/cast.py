"""A cast: the voice of every character, and what a person decided about the book."""

from dataclasses import dataclass, field

from audiobook.model.delivery import DeliveryWishes
from audiobook.model.identity import BookIdentity
from audiobook.model.mastering import DeliveredLine, MasteringWishes
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.quotation_marks import QuotationMarks
from audiobook.model.reading_wish import ReadingWish
from audiobook.model.script import Correction, Gender


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A change of manner on top of a voice.

    Attributes:
        pitch_percent: -10 is a tenth lower.
        rate_percent: 10 is a tenth faster.
        volume_db: -3 is clearly quieter; applied when the chapter is mixed, so it never makes a take stale.
    """

    pitch_percent: float = 0.0
    rate_percent: float = 0.0
    volume_db: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceProfile:
    """A voice with a name like a person's.

    Attributes:
        name: what a cast file writes, for example "rupert".
        engine: name of the speech engine, for example "pyttsx3".
        voice: the engine's own name for it, for example "en-gb+m3".
        adjustment: the profile's own pitch, rate and volume.
        age: "child", "young", "adult" or "old".
        accent: BCP 47 tag such as "en-GB".
        description: what the voice suits, for people.
        loudness_lufs: integrated loudness of the voice's raw speech, measured once (EBU R128); None if it was
            not: then it is measured in the takes of each chapter.
        f0_hz: median fundamental frequency of its speech, the profile's own pitch included; None if not measured.
        spectrum: its long-term spectrum as band levels in dB, the same bands for all profiles that have one;
            empty if not measured.
        place: file and line of a person's own profile; None of a built-in one.
    """

    name: str
    engine: str
    voice: str
    adjustment: Adjustment
    gender: Gender
    age: str
    accent: str
    description: str
    loudness_lufs: float | None
    f0_hz: float | None = None
    spectrum: tuple[float, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedVoice:
    """Where a role's voice was taken from, when it was.

    Attributes:
        profile: the voice that was taken; a role that has another one by now was changed since.
        source: the other book's cast file, as it was named.
        name: who has the voice there.
    """

    profile: str
    source: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One entry of the cast: a name and how it sounds.

    Attributes:
        name: a character's main name, or `NARRATOR`, or `UNKNOWN`.
        profile: name of a voice profile; None if the cast file names none, so that one is still to be proposed.
        line: line in the cast file, from 1, of the entry's voice, or of the entry itself if it names no voice;
            None when proposed and not yet written.
        delivery: how this role follows the text's cues, where it differs from the book.
        pronunciations: for this role's lines only.
        carried: where the voice comes from; None if it was chosen for this book.
    """

    name: str
    profile: str | None = None
    adjustment: Adjustment = Adjustment()
    aliases: tuple[str, ...] = ()
    gender: Gender | None = None
    line: int | None = None
    delivery: DeliveryWishes = field(default_factory=DeliveryWishes)
    pronunciations: tuple[Pronunciation, ...] = ()
    carried: CarriedVoice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookDetails:
    """What `[book]` of the cast file, `book.toml` or the options of a run say; each None where nothing is said.

    Attributes:
        cover: a picture's file.
        explicit: podcast apps warn parents.
        m4b: whether the whole book is made into an M4B as well.
        single_mp3: whether it is made into one MP3 as well.
        speak_notes: the narrator reads author's notes aloud.
        second_opinion: who is asked about doubtful lines, for example "chat".
        quotation_marks: how the book marks speech; AUTO leaves it to the program.
    """

    id: str | None = None
    source: str | None = None
    title: str | None = None
    subtitle: str | None = None
    author: str | None = None
    year: str | None = None
    series: str | None = None
    series_part: str | None = None
    language: str | None = None
    description: str | None = None
    genre: str | None = None
    publisher: str | None = None
    cover: str | None = None
    explicit: bool = False
    m4b: bool | None = None
    single_mp3: bool | None = None
    speak_notes: bool = False
    second_opinion: str | None = None
    quotation_marks: QuotationMarks = QuotationMarks.AUTO


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everything the cast file says, read.

    Attributes:
        narrator: None until one is proposed.
        roles: the characters, in the file's order.
        pronunciations: in the file's order.
        delivery: how the whole book follows the text's cues.
        deliveries: what a person said of how single lines are spoken.
        reading: which parts are spoken or left out against the reader's own judgement.
        identity: what podcast apps know the book and its chapters by.
    """

    book: BookDetails = BookDetails()
    narrator: Role | None = None
    roles: tuple[Role, ...] = ()
    pronunciations: tuple[Pronunciation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    mastering: MasteringWishes = field(default_factory=MasteringWishes)
    delivery: DeliveryWishes = field(default_factory=DeliveryWishes)
    deliveries: tuple[DeliveredLine, ...] = ()
    reading: tuple[ReadingWish, ...] = ()
    identity: BookIdentity = field(default_factory=BookIdentity)


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVoice:
    """A role's voice, resolved: what the planner needs to speak a line.

    Attributes:
        adjustment: the profile's and the role's combined.
    """

    profile: VoiceProfile
    adjustment: Adjustment
