"""What a case is: how its file is made, and what may come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Outcome(StrEnum):
    """What the program may do with a case."""

    REFUSED = "refused"
    READ = "read"
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One hostile manuscript.

    Attributes:
        make: writes it into an empty folder and gives what to name on the command line.
        command: of the program; "make" where a whole book shall come of it.
        limit_s: CPU time allowed; wall time where the system does not tell.
        limit_mib: memory allowed, of any one process.
        while_read: called again and again while the program runs, with what `make` gave.
    """

    name: str
    make: Callable[[Path], Path]
    outcome: Outcome
    command: str = "script"
    limit_s: float = 20.0
    limit_mib: float = 400.0
    while_read: Callable[[Path], None] | None = None
