"""The command line: parses, calls production, prints. The one border from errors to exit codes."""


def main() -> None:
    """Run the program.

    The commands are imported here and not above: worker processes import this module again and need none of them.
    """
    from audiobook.cli.app import run

    run()
