"""Where this user keeps what all books share: speech models that were fetched once.

Knows each system's custom; refuses to know what is kept there, and makes nothing.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

DATA_FOLDER = "AUDIOBOOK_DATA"
"""The environment variable that names another folder."""


def user_data_folder(environment: Mapping[str, str], *, home: Path, platform: str = sys.platform) -> Path:
    """Give the folder for a user's data: that of `AUDIOBOOK_DATA`, else the system's usual one."""
    if environment.get(DATA_FOLDER):
        return Path(environment[DATA_FOLDER])
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "audiobook"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "audiobook"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "audiobook"
