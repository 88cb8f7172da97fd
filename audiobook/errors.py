"""Everything that can go wrong for a reason a person can act on, and the exit code each gives.

    AudiobookError                 1   (only a bug in this program shows code 1)
    ├── UsageError                 2   the command line asks for something impossible
    ├── ManuscriptError            3   the text cannot be read, or a word of it would be lost
    ├── CastError                  4   the cast file, a voice profile or a voice in it
    │   └── AudioFormatError       4   a sound file is missing, broken, or none at all
    ├── EngineError                5   a speech engine, a codec or a program is missing or failed
    │   ├── EngineMissingError     5   an engine that is installed only on demand is not there, or not set up
    │   └── ClusterError           5   a cluster cannot be reached, was lost, or has a worker that would sound otherwise
    ├── LinesFailedError           6   some lines could not be spoken; all others are kept
    ├── OutputError                8   a file cannot be written, or a release misses its profile or its manuscript
    │   ├── TakeLostError          8   a stored take is gone or damaged; it is spoken again
    │   └── ReleaseLostError       8   a release's own file is missing, broken or of another version
    └── InterruptedByUserError   130   Ctrl-C; what was made is kept

A message says what, where and which value; a hint names the next action. The command line is the one border
that turns these into exit codes.
"""


class AudiobookError(Exception):
    """A failure that a person can act on.

    Args:
        message: what happened, where, and which value; without a full stop.
        hint: the next action, or None where the message already says it.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a worker process with the hint."""
        return (_rebuild, (type(self), self.message, self.hint))


def _rebuild(kind: type[AudiobookError], message: str, hint: str | None) -> AudiobookError:
    return kind(message, hint=hint)


class UsageError(AudiobookError):
    """The command line asks for something impossible."""

    exit_code = 2


class ManuscriptError(AudiobookError):
    """A manuscript cannot be read, or a word of it would be lost."""

    exit_code = 3


class CastError(AudiobookError):
    """The cast file, a voice profile, or a voice named in them is wrong."""

    exit_code = 4


class AudioFormatError(CastError):
    """A sound file is missing, broken, or none at all: one that the cast file names, where nobody catches this."""


class EngineError(AudiobookError):
    """A speech engine, a codec or an outside program is missing or failed."""

    exit_code = 5


class EngineMissingError(EngineError):
    """A speech engine that is installed only on demand is not installed or not set up; the hint says how."""


class ClusterError(EngineError):
    """The cluster that speaks cannot be reached, was lost, or has a worker whose takes would be others than ours."""


class LinesFailedError(AudiobookError):
    """Some lines could not be spoken; every other line is kept."""

    exit_code = 6


class OutputError(AudiobookError):
    """A file cannot be written, or a release misses the profile it is checked against."""

    exit_code = 8


class TakeLostError(OutputError):
    """A stored take is gone or damaged; it is no longer in the store, so speaking it again mends this."""


class ReleaseLostError(OutputError):
    """A release's own file is missing, broken or of another version; `make` writes it anew."""


class InterruptedByUserError(AudiobookError):
    """The user pressed Ctrl-C; what was made so far is kept."""

    exit_code = 130
