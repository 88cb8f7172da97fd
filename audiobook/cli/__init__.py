"""The command line: parses, calls production, prints. The one border from errors to exit codes."""


def main() -> None:
    """Run the program.

    The commands are imported here and not above: worker processes import this module again and need none of them.
    """
    try:
        from audiobook.cli.app import run

        run()
    except KeyboardInterrupt:  # before or after the command, which has a word of its own for it
        import sys

        from audiobook.errors import InterruptedByUserError

        sys.exit(InterruptedByUserError.exit_code)
