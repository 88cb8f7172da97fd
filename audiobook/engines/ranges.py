"""What may be asked of an engine: the one check of a line's rate and pitch that every engine makes before it speaks."""

from audiobook.engines.protocol import EngineAbilities
from audiobook.errors import EngineError
from audiobook.model.speech import Line


def require_able(engine: str, abilities: EngineAbilities, line: Line) -> None:
    """Refuse a line whose rate or pitch is outside an engine's range.

    Raises:
        EngineError: names the range.
    """
    _require_within(engine, "rate", line.rate_percent, abilities.rate_percent)
    _require_within(engine, "pitch", line.pitch_percent, abilities.pitch_percent)


def _require_within(engine: str, what: str, percent: float, limits: tuple[float, float]) -> None:
    least, greatest = limits
    if not least <= percent <= greatest:
        raise EngineError(
            f"{what} {percent:g} % is outside what {engine} can do",
            hint=f"choose a {what} from {least:g} to {greatest:g} percent, the voice profile's own included",
        )
