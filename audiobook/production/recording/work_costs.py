"""What each piece of a run costs in a process's time, so that a progress bar moves as evenly as time does."""

from collections.abc import Sequence

from audiobook.model.speed import MeasuredSpeeds, SpokenSums, WorkSums
from audiobook.model.take import PlannedTake
from audiobook.production.recording.speeds import effective_chars

_SPEAKING_S_A_CHAR = 0.0003
_RENDERING_S_A_CHAR = 0.0003
"""Of the default engine on an ordinary machine; only their ratio matters, and only in a machine's first run."""

_UNITS_A_SECOND = 1_000_000


class WorkCosts:
    """Prices work in units of about a microsecond.

    Args:
        known: how quick the machine was before.
        rendering_key: under which its chapters were measured.
    """

    def __init__(self, known: MeasuredSpeeds, rendering_key: str) -> None:
        self.rendering_key = rendering_key
        self._spoken = known.spoken
        self._rendered = known.rendered.get(rendering_key, WorkSums())

    def speaking(self, take: PlannedTake) -> int:
        """Price a line."""
        sums = self._spoken.get(take.engine, SpokenSums())
        a_char_s = sums.spent_s / sums.chars if sums.chars and sums.spent_s else _SPEAKING_S_A_CHAR
        return round(_UNITS_A_SECOND * a_char_s * effective_chars(take))

    def rendering(self, takes: Sequence[PlannedTake]) -> int:
        """Price a chapter with these lines."""
        return round(_UNITS_A_SECOND * sum(map(self._rendering_s, takes)))

    def _rendering_s(self, take: PlannedTake) -> float:
        sums = self._spoken.get(take.engine, SpokenSums())
        if not sums.chars or not self._rendered.audio_s:
            return _RENDERING_S_A_CHAR * effective_chars(take)
        audio_s = sums.audio_s / sums.chars * effective_chars(take)
        return audio_s * self._rendered.spent_s / self._rendered.audio_s
