"""Fail if requirements.lock does not pin everything that pyproject.toml asks for.

The lock file is made by: uv pip compile --universal --extra dev pyproject.toml -o requirements.lock
Then every package whose marker speaks of platform_release is taken out: pip 24.2 and older stop with a traceback where
the system's kernel has a name such as "5.15.90.1-microsoft-standard-WSL2". They are parts of PyObjC, for macOS only.
"""

import re
import sys
import tomllib
from pathlib import Path


def names(requirements: list[str]) -> set[str]:
    """Reduce requirements to normalised names (PEP 503)."""
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in requirements)
    return {re.sub(r"[-_.]+", "-", match.group()).lower() for match in found if match}


def main() -> None:
    """Compare the names."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = names(project["dependencies"] + project["optional-dependencies"]["dev"])
    lines = Path("requirements.lock").read_text(encoding="utf-8").splitlines()
    if any("platform_release" in line for line in lines):
        sys.exit("requirements.lock: a marker speaks of platform_release: see the first lines of this script")
    pinned = names([line for line in lines if "==" in line and not line.lstrip().startswith("#")])
    if wanted - pinned:
        sys.exit(f"requirements.lock lacks {', '.join(sorted(wanted - pinned))}: see the first lines of this script")


if __name__ == "__main__":
    main()
