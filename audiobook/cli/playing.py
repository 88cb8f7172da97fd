"""Playing a sound file with whatever the system has; nothing happens where there is no player."""

import shutil
import subprocess  # nosec: runs a player of the system on a file that this program has written
from collections.abc import Iterable
from pathlib import Path

_PLAYERS = (
    ("afplay",),
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("play", "-q"),
)


def play(files: Iterable[Path]) -> bool:
    """Play files one after the other; tells whether there was a player that played them."""
    player = next((each for each in _PLAYERS if shutil.which(each[0])), None)
    if player is None:
        return False
    return all(_run([*player, str(file)]) for file in files)


def _run(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)  # noqa: S603  a player from the list above
    except OSError:
        return False
    return done.returncode == 0
