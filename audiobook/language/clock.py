"""Times as players write them ("5:07", "1:02:33"), and as people say them ("14 s", "3 min", "1 h 20 min").

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


def length_in_words(seconds: float) -> str:
    """Say how long something takes where no player's clock stands beside it: "0:14" may be hours."""
    if round(seconds) < 60:
        return f"{round(seconds)} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
