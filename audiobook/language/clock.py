"""Times as players and people write them: "5:07", "1:02:33".

Knows seconds only; captions have a form of their own.
"""


def moment_on_clock(seconds: float) -> str:
    """Write a moment: the second that has begun, as a player shows it there."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def length_on_clock(seconds: float) -> str:
    """Write how long something takes, to the nearest second."""
    return moment_on_clock(round(seconds))
