"""A timeline: where in a chapter each take sounds, in whole samples."""

from dataclasses import dataclass

from audiobook.model.delivery import Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One take in its place.

    Attributes:
        take_key: which take.
        start_sample: first sample within the chapter.
        length_samples: as in the take's figures.
        gain_db: voice matching plus the line's own volume; the chapter's gain comes on top.
        segment_index: index of its segment in `Script.segments`.
        effect: laid on its samples.
    """

    take_key: str
    start_sample: int
    length_samples: int
    gain_db: float
    segment_index: int
    effect: Effect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bed:
    """Sound that is no line: an intro, an outro, or music under what is said.

    Attributes:
        take_key: which stored sound.
        start_sample: first sample within the chapter.
        length_samples: how much of the sound is heard, from its beginning.
        gain_db: brings the sound to the level of the chapter.
        envelope: (sample within the bed, dB on top) pairs, in order; straight lines in between. Empty for 0 dB.
    """

    take_key: str
    start_sample: int
    length_samples: int
    gain_db: float
    envelope: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneMark:
    """Where a scene starts: the first at sample 0, each ends where the next starts."""

    title: str
    start_sample: int
    end_sample: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A chapter's sound as arithmetic.

    Attributes:
        placements: ordered, not overlapping.
        length_samples: head, takes, pauses and tail together.
        beds: sounds that may lie under the placements; ordered, not overlapping each other.
        fade_out_samples: everything fades to silence over so many samples at the end.
    """

    chapter: int
    rate_hz: int
    placements: tuple[Placement, ...]
    scenes: tuple[SceneMark, ...]
    length_samples: int
    beds: tuple[Bed, ...] = ()
    fade_out_samples: int = 0

    @property
    def sounds(self) -> tuple[Placement | Bed, ...]:
        """Everything that is heard: placements, then beds."""
        return (*self.placements, *self.beds)
