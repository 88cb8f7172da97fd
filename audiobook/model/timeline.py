"""A timeline: where in a chapter each take sounds, in whole samples."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One take in its place.

    Attributes:
        take_key: which take.
        start_sample: first sample within the chapter.
        length_samples: as in the take's figures.
        gain_db: voice matching plus the line's own volume; the chapter's gain comes on top.
        segment_index: index of its segment in `Script.segments`.
    """

    take_key: str
    start_sample: int
    length_samples: int
    gain_db: float
    segment_index: int


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
    """

    chapter: int
    rate_hz: int
    placements: tuple[Placement, ...]
    scenes: tuple[SceneMark, ...]
    length_samples: int
