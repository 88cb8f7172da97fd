"""How a book marks speech, in the words that people write into the cast file."""

from enum import StrEnum


class QuotationMarks(StrEnum):
    """What stands around speech, or before it."""

    AUTO = "auto"
    """Found by the program."""

    DOUBLE = "double"
    """Straight or curly doubles; also both of one kind, as Swedish has them."""

    SINGLE = "single"
    """Straight or curly singles, doubles inside; also `yes' and ``yes''."""

    GUILLEMETS = "guillemets"
    """«Yes», also with blanks inside; dashes may begin further turns, as in French."""

    REVERSED_GUILLEMETS = "reversed guillemets"
    """»Yes«, as in German."""

    LOW_HIGH = "low-high"
    """„Yes“ or „Yes”."""

    CORNER = "corner brackets"
    """「Yes」 and 『Yes』."""

    DASH = "dash"
    """A dash at a paragraph's start."""
