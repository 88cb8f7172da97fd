"""Print one of the two commands of the README, so that the check runs what a reader would type.

    readme_command.py make|test

The README marks each with an HTML comment `<!-- command: make -->` right before its fenced block.
"""

import re
import sys
from pathlib import Path


def read_command(readme: str, name: str) -> str:
    """Return the fenced block after the mark of this name, as one command."""
    found = re.search(rf"<!-- command: {re.escape(name)} -->\s*```\w*\n(.*?)```", readme, re.DOTALL)
    if found is None:
        sys.exit(f"README.md: no fenced block after <!-- command: {name} -->")
    return found.group(1).strip()


if __name__ == "__main__":
    print(read_command(Path("README.md").read_text(encoding="utf-8"), sys.argv[1]))  # noqa: T201  its result
