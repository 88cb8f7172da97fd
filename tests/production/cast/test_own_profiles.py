"""A person's own voice profiles, held against their engines: every error names file, line, value and range."""

from pathlib import Path

import pytest

from audiobook.casting.profiles import load_profiles
from audiobook.errors import CastError
from audiobook.production.cast.own_profiles import require_possible_profiles
from audiobook.production.cast.voice_list import list_voices
from audiobook.workspace.paths import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    found = Workspace(build_dir=tmp_path / "build", voices_dir=tmp_path / "voices")
    found.profiles_folder.mkdir(parents=True)
    return found


def write(workspace: Workspace, text: str | bytes, file: str = "emma.toml") -> None:
    data = text.encode() if isinstance(text, str) else text
    (workspace.profiles_folder / file).write_bytes(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '\n[profiles.emma]\nengine = "pyttsx3"\nvoice = "en-gb+f99"\n',
            r'emma\.toml:2: voice "en-gb\+f99" is',
        ),
        ('[profiles.emma]\nengine = "pyttsx"\nvoice = "x"\n', r'emma\.toml:1: there is no speech engine "pyttsx"'),
        (
            '[profiles.emma]\nengine = "pyttsx3"\nvoice = "en-gb"\npitch = 80\n',
            r'emma\.toml:1: pitch of the voice "emma" comes to 80 %, but the engine pyttsx3 can do -33 to 66 %',
        ),
        ('[profiles.emma]\ninherits = "ada"\npitch = 900\n', r"emma\.toml:3: pitch = 900 is outside -50 to 100"),
        (
            '[profiles.emma]\ninherits = "ada"\n[profiles.olga]\ninherits = "emma"\npitch = -30\n',
            r'emma\.toml:3: pitch of the voice "olga" comes to -35.6 %, but the engine pyttsx3 can do -33 to 66 %',
        ),
        ('[profiles.emma]\ninherits = "ada"\nvolume = -25\n', r"emma\.toml:3: volume = -25 is outside -24 to 12"),
        ('[profiles.emma]\ninherits = "ada"\npich = 9\n', r'emma\.toml:3: "pich" means nothing in a voice profile'),
        ('[profiles.emma]\ninherits = "idda"\n', r'emma\.toml:2: there is no voice profile "idda" to inherit from'),
        (
            '[profiles.emma]\ninherits = "olga"\n[profiles.olga]\ninherits = "emma"\n',
            r"emma\.toml:4: these voice profiles inherit in a circle: emma -> olga -> emma",
        ),
        (b'[profiles.emma]\ninherits = "ada"\ndescription = "\xff"\n', r"emma\.toml:3: not UTF-8 text \(byte 0xff\)"),
        ('[profiles.emma]\ninherits = "ada"\n\n[profiles.emma]\n', r"emma\.toml:4: not valid TOML: .*twice"),
        ('[profiles.emma]\ninherits = ""\n', r'emma\.toml:2: inherits = "" names nothing'),
        ('[profiles.emma]\ninherits = "ada"\ngender = "f"\n', r'emma\.toml:3: gender = "f" is not one of female, male'),
    ],
)
def test_what_no_voice_can_be_is_named_with_file_and_line(workspace: Workspace, text: str | bytes, said: str) -> None:
    write(workspace, text)
    with pytest.raises(CastError, match=said) as caught:
        list_voices(workspace, engine=None)
    assert caught.value.hint


def test_one_name_in_two_files_names_both_places(workspace: Workspace) -> None:
    write(workspace, '[profiles.emma]\ninherits = "ada"\n')
    write(workspace, '\n\n[profiles.emma]\ninherits = "ada"\n', "aunts.toml")
    with pytest.raises(CastError, match=r'emma\.toml:1: .*"emma" is also in .*aunts\.toml:3'):
        list_voices(workspace, engine=None)


def test_a_persons_own_voices_are_listed_with_their_place(workspace: Workspace) -> None:
    write(workspace, '[profiles.emma]\ninherits = "ada"\npitch = 8\n[profiles.ruth]\ninherits = "ruth"\n')
    places = {profile.name: profile.place for profile in list_voices(workspace, engine="pyttsx3")}
    own = {name: place for name, place in places.items() if place is not None}
    file = workspace.profiles_folder / "emma.toml"
    assert own == {"emma": f"{file}:1", "ruth": f"{file}:4"}


def test_an_engine_that_is_not_ready_here_judges_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIOBOOK_DATA", str(workspace.build_dir))
    write(workspace, '[profiles.emma]\ninherits = "grace"\npitch = 60\n')
    require_possible_profiles(load_profiles(workspace.profiles_folder).values())
