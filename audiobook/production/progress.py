"""How production says what it is doing, without knowing who listens."""

from typing import Protocol


class Progress(Protocol):
    """Told what is going on; shows it, or not."""

    def start(self, activity: str, *, total: int | None) -> None:
        """Begin something, for example "Speaking"; `total` in units of work, None if nobody knows."""
        ...

    def advance(self, amount: int) -> None:
        """So many units more are done."""
        ...

    def skip(self, amount: int) -> None:
        """So many units need not be done after all."""
        ...

    def finish(self) -> None:
        """The activity is over."""
        ...

    def say(self, message: str) -> None:
        """Tell something that should stay on the screen."""
        ...


class SilentProgress:
    """Shows nothing."""

    def start(self, activity: str, *, total: int | None) -> None:
        """Show nothing."""

    def advance(self, amount: int) -> None:
        """Show nothing."""

    def skip(self, amount: int) -> None:
        """Show nothing."""

    def finish(self) -> None:
        """Show nothing."""

    def say(self, message: str) -> None:
        """Show nothing."""
