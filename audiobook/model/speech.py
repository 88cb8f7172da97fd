"""What goes into a speech engine and what comes out: a line, and samples."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSound:
    """How a word of a line sounds, for engines that read phonemes.

    Attributes:
        word: as it stands in the line's text, a plural's or possessive's ending included.
        ipa: of all of that, in signs that `language.ipa` knows.
    """

    word: str
    ipa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStress:
    """A word of a line that stands out from the others.

    Attributes:
        word: as it stands in the line's text.
        occurrence: which of those that are written so, from 1.
        pitch_percent: on top of the line's own; 10 is a tenth higher.
        rate_percent: on top of the line's own; -20 is a fifth slower.
        volume_db: louder than its neighbours by so much.
    """

    word: str
    occurrence: int
    pitch_percent: float = 0.0
    rate_percent: float = 0.0
    volume_db: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One utterance for a speech engine: everything that shapes its sound, and nothing else.

    Attributes:
        text: as spoken: no markup, no outer quotation marks, single blanks, at most a few hundred characters.
        voice: the engine's own name for the voice.
        pitch_percent: relative to that voice's own pitch; -10 is a tenth lower.
        rate_percent: relative to that voice's own rate; 10 is a tenth faster.
        sounds: of words of the text, each wherever it stands there as a whole word; none for an engine that does not
            read IPA, for which the text is respelled.
        stresses: of words of the text, in their order; none for an engine that cannot stress a word.
    """

    text: str
    voice: str
    pitch_percent: float = 0.0
    rate_percent: float = 0.0
    sounds: tuple[WordSound, ...] = ()
    stresses: tuple[WordStress, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pcm:
    """Mono sound.

    Attributes:
        samples: 16-bit signed little-endian integers.
        rate_hz: samples a second.
    """

    samples: bytes
    rate_hz: int

    @property
    def length_samples(self) -> int:
        """Number of samples."""
        return len(self.samples) // 2
