"""A word that is used and never shown."""

from typing import NoReturn


class Secret:
    """Holds a key; prints as dots, and can be neither copied nor stored by accident."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the word itself, for the one place that must send it."""
        return self._value

    def __repr__(self) -> str:
        """Show that there is something, and nothing of it."""
        return "Secret(…)"

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled or copied."""
        raise TypeError("a secret is not stored")
