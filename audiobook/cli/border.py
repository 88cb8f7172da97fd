"""The border between the program and its user: errors become a message and an exit code, never a traceback."""

import functools
import os
import traceback
from collections.abc import Callable
from typing import ParamSpec

import typer

from audiobook.cli.terminal import flush_results, show
from audiobook.errors import AudiobookError, InterruptedByUserError, OutputError

P = ParamSpec("P")

BUG = 1


def command(run: Callable[P, int | None]) -> Callable[P, None]:
    """Make a function into a command: what it returns is the exit code, what it raises is shown."""

    @functools.wraps(run)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(_run_guarded(functools.partial(run, *args, **kwargs)))

    return guarded


def _run_guarded(run: Callable[[], int | None]) -> int:
    try:
        code = run() or 0
        flush_results()
    except AudiobookError as error:
        show_error(error)
        return error.exit_code
    except KeyboardInterrupt:
        show("\nStopped. What is finished is kept: run the same command again to go on.")
        return InterruptedByUserError.exit_code
    except MemoryError:
        show("error: this computer has not enough memory for what is under way")
        show("hint: close other programs, or use fewer processes: --jobs 1; what is finished is kept")
        return OutputError.exit_code
    except Exception as error:  # noqa: BLE001  the last resort: a bug must not look like Python to a novelist
        _show_bug(error)
        return BUG
    return code


def show_error(error: AudiobookError) -> None:
    """Print an error and what to do about it."""
    show(f"error: {error.message}")
    if error.hint:
        show(f"hint: {error.hint}")


def _show_bug(error: Exception) -> None:
    place = traceback.extract_tb(error.__traceback__)[-1]
    show(f"error: this is a bug in audiobook: {type(error).__name__}: {error} ({place.filename}:{place.lineno})")
    if os.environ.get("AUDIOBOOK_DEBUG"):
        show("".join(traceback.format_exception(error)))
    else:
        show("hint: please report it; AUDIOBOOK_DEBUG=1 before the command shows where it happened")
