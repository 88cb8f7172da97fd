"""What the worth of asking about lines is reckoned from, kept so that it is reckoned only when somebody wants to know.

Reckoning takes a sixth of the time of a whole script, and a book is made without it. Knows speeches and where they
start; refuses to know words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from audiobook.model.script import Script
from audiobook.scripting.attribution.decoding import ChainLink, decode
from audiobook.scripting.attribution.worth import worth_of_asking

Place = tuple[str, int]
"""Name of a source and first code point of a line in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """The speeches of a book with what is in doubt about them.

    Attributes:
        links: the chain of its speeches.
        shares: the probability that each has the wrong speaker.
        places: where each starts, which is the line to ask about; None where a person has said who speaks.
    """

    links: tuple[ChainLink, ...] = ()
    shares: tuple[float, ...] = ()
    places: tuple[Place | None, ...] = ()

    def worth(self) -> Mapping[Place, float]:
        """What asking about each speech would mend, by the place of its first line."""
        mended = worth_of_asking(decode(self.links), self.shares)
        return {place: round(each, 3) for place, each in zip(self.places, mended, strict=True) if place is not None}


def weigh_lines(script: Script, doubts: Doubts) -> Script:
    """Tell every line of a script its worth."""
    worth = doubts.worth()
    segments = tuple(
        replace(segment, worth=worth[place]) if worth.get(place := (segment.source, segment.start)) else segment
        for segment in script.segments
    )
    return replace(script, segments=segments)
