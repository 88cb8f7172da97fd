from pathlib import Path

import pytest

from audiobook.workspace.user_data import user_data_folder

HOME = Path("home")


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, HOME / ".local" / "share" / "audiobook"),
        ("linux", {"XDG_DATA_HOME": "data"}, Path("data") / "audiobook"),
        ("darwin", {}, HOME / "Library" / "Application Support" / "audiobook"),
        ("win32", {"LOCALAPPDATA": "local"}, Path("local") / "audiobook"),
        ("linux", {"AUDIOBOOK_DATA": "mine", "XDG_DATA_HOME": "data"}, Path("mine")),
    ],
)
def test_each_system_has_its_place(platform: str, environment: dict[str, str], folder: Path) -> None:
    assert user_data_folder(environment, home=HOME, platform=platform) == folder
