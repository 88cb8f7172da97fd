import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.casting.cast_file import read_cast
from audiobook.casting.cast_reading import parse_cast
from audiobook.errors import CastError
from audiobook.model.cast import Adjustment, BookDetails, Cast, Role
from audiobook.model.identity import BookIdentity
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import NARRATOR, Correction, Gender, SegmentKind
from tests.casting.toml_texts import toml_texts

WHOLE = """\
[book]
id = "urn:uuid:1"
year = 1999
speak_notes = true
[narrator]
voice = "ada"
[characters.Lex]
voice = "rupert"
pitch = -10
aliases = ["Lex Luthor", "Luthor"]
gender = "male"
[characters.Clark]
aliases = ["Superman"]
[pronunciations]
Luthorcorp = "Loothor corp"
[[corrections]]
text = '"Yes."'
speaker = "Clark"
kind = "thought"
chapter = 1
occurrence = 2
# The program's own notes.
[program]
anything = [{ goes = 1 }]
"""


def test_every_table_is_read() -> None:
    assert parse_cast(WHOLE, file="lex.toml") == Cast(
        book=BookDetails(id="urn:uuid:1", year="1999", speak_notes=True),
        narrator=Role(name=NARRATOR, profile="ada", line=6),
        roles=(
            Role(
                name="Lex",
                profile="rupert",
                adjustment=Adjustment(pitch_percent=-10.0),
                aliases=("Lex Luthor", "Luthor"),
                gender=Gender.MALE,
                line=8,
            ),
            Role(name="Clark", aliases=("Superman",), line=12),
        ),
        pronunciations=(Pronunciation(word="Luthorcorp", respelling="Loothor corp"),),
        corrections=(Correction(text='"Yes."', speaker="Clark", kind=SegmentKind.THOUGHT, chapter=1, occurrence=2),),
        identity=BookIdentity(id="urn:uuid:1"),
    )


def test_a_word_may_be_said_in_ipa_with_or_without_a_respelling() -> None:
    text = '[pronunciations]\nSiobhan = "/ʃɪˈvɔːn/"\nNiamh = { ipa = "niːv", respelling = "Neev" }\n'
    assert parse_cast(text, file="a.toml").pronunciations == (
        Pronunciation(word="Siobhan", ipa="ʃɪˈvɔːn"),
        Pronunciation(word="Niamh", ipa="niːv", respelling="Neev"),
    )


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('Llan = "/ɬan/"', r'a.toml:2: "ɬ" \(latin small letter l with belt\) in /ɬan/ is no sound'),
        ('Llan = { ipa = "l4n" }', 'a.toml:2: "4"'),
        ('Llan = "/l/"', "a.toml:2: /l/ has no vowel"),
        ("Llan = {}", 'a.toml:2: "Llan" has no pronunciation'),
        ('Llan = { api = "lan" }', 'a.toml:2: "api" means nothing'),
    ],
)
def test_ipa_that_no_voice_can_say_is_an_error_with_its_line(entry: str, message: str) -> None:
    with pytest.raises(CastError, match=message):
        parse_cast(f"[pronunciations]\n{entry}\n", file="a.toml")


def test_a_missing_file_is_an_empty_cast(tmp_path: Path) -> None:
    assert read_cast(tmp_path / "none" / "lex.toml") == Cast()


def test_an_empty_file_is_an_empty_cast(tmp_path: Path) -> None:
    (tmp_path / "lex.toml").touch()
    assert read_cast(tmp_path / "lex.toml") == Cast()


def test_inline_tables_and_dotted_keys_mean_the_same_as_headers() -> None:
    inline = parse_cast('[characters]\nLex = { voice = "rupert" }\nClark.voice = "oskar"\n', file="x")
    assert inline.roles == (Role(name="Lex", profile="rupert", line=2), Role(name="Clark", profile="oskar", line=3))


def test_a_byte_order_mark_and_windows_newlines_are_read_over(tmp_path: Path) -> None:
    path = tmp_path / "lex.toml"
    path.write_bytes(b'\xef\xbb\xbf[narrator]\r\nvoice = "ada"\r\n')
    assert read_cast(path).narrator == Role(name=NARRATOR, profile="ada", line=2)


@pytest.mark.parametrize(
    ("text", "line", "said", "advised"),
    [
        ('[narrator]\nvoice = "ada', 2, "not valid TOML", "mend this line"),
        ("[narrator]\nvoice = 1", 2, "voice must be text in quotation marks, not 1", 'voice = "1"'),
        ('[narrator]\nvoice = ""', 2, "names nothing", "delete"),
        ('[narrator]\nvocie = "ada"', 2, '"vocie" means nothing in [narrator]', 'did you mean "voice"?'),
        ('[charcters.Lex]\nvoice = "ada"', 1, '"charcters" means nothing', 'did you mean "characters"?'),
        ('[book]\ntitle = "x"\nqqq = 1', 3, '"qqq" means nothing in [book]', "[book] knows: id, source, title"),
        ("[book]\nyear = 1999-01-01", 2, "year must be text", "write:"),
        ("[book]\nyear = 0x" + "f" * 9999, 2, "year must be text or a smaller number", 'year = "1994"'),
        ("[book]\nspeak_notes = 1", 2, "speak_notes must be true or false, not 1", "speak_notes = true"),
        ("narrator = 3", 1, "narrator must be a table, not 3", "[narrator]"),
        ("[characters]\nLex = 'ada'", 2, 'Lex must be a table, not "ada"', "[characters.Lex]"),
        ("[characters.Lex]\n\npitch = '-10'", 3, 'pitch must be a number without quotation marks, not "-10"', "-10"),
        ("[characters.Lex]\nrate = true", 2, "rate must be a number", "rate ="),
        ("[characters.Lex]\nrate = nan", 2, "rate = nan is outside -50 to 100", "from -50 to 100"),
        ("[characters.Lex]\npitch = 101", 2, "pitch = 101 is outside -50 to 100", "from -50 to 100"),
        ("[characters.Lex]\nvolume = -25.5", 2, "volume = -25.5 is outside -24 to 12", "from -24 to 12"),
        ("[characters.Lex]\npitch = 0x" + "f" * 9999, 2, "pitch = a number that large is outside", "from -50"),
        ("[characters.Lex]\ngender = 'mael'", 2, 'gender = "mael" is not one of', 'did you mean "male"?'),
        ("[characters.Lex]\naliases = 'Luthor'", 2, "aliases must be a list of texts", 'aliases = ["one"'),
        ("[characters.Lex]\naliases = ['narrator']", 2, '"narrator" cannot be an alias', "take it out"),
        ("[characters.narrator]\nvoice = 'x'", 1, "the narrator is not a character", "[narrator]"),
        ("[characters.'']\nvoice = 'x'", 1, "a character needs a name", "[characters.Name]"),
        ("[pronunciations]\nLex = 1", 2, "Lex must be text", 'Lex = "1"'),
        ("corrections = 1", 1, "corrections must be tables of its own, not 1", "[[corrections]]"),
        ("[[corrections]]\nspeaker = 'Lex'", 1, "needs the text of its line", "text ="),
        ("[[corrections]]\ntext = 'Yes'", 1, "needs a speaker or a kind", "speaker ="),
        ("[[corrections]]\ntext = 'a'\nspeaker = 'b'\n[[corrections]]\ntext = 'c'\nkind = 'x'", 6, "kind", "one of"),
        ("[[corrections]]\ntext = 'a'\nspeaker = 'b'\nchapter = 0", 4, "a whole number from 1, not 0", "chapter = 1"),
        ("x = " + "[" * 5000 + "]" * 5000, 1, "", "mend"),
    ],
)
def test_what_is_wrong_is_named_with_line_value_and_next_action(text: str, line: int, said: str, advised: str) -> None:
    with pytest.raises(CastError) as caught:
        parse_cast(text, file="voices/lex.toml")
    assert caught.value.message.startswith(f"voices/lex.toml:{line}: ")
    assert said in caught.value.message
    assert advised in (caught.value.hint or "")


@pytest.mark.parametrize("second", ["[characters.Lena]\naliases = ['Lu', 'Luthor']", "[characters.Luthor]\n"])
def test_two_characters_with_one_name_are_named_with_both_lines(second: str) -> None:
    with pytest.raises(CastError, match=r'"Luthor" is claimed by "\w+" and by "Lex" in line 3') as caught:
        parse_cast(f"[characters.Lex]\nvoice = 'x'\naliases = ['Luthor']\n{second}", file="lex.toml")
    assert caught.value.message.startswith(("lex.toml:5: ", "lex.toml:4: "))


def test_a_character_may_list_its_own_name_twice() -> None:
    roles = parse_cast("[characters.Lex]\naliases = ['Lex', 'Lu', 'Lu']", file="lex.toml").roles
    assert roles[0].aliases == ("Lu",)


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(CastError, match="this is a folder"):
        read_cast(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such device")
def test_a_link_to_a_device_without_an_end_is_said(tmp_path: Path) -> None:
    (tmp_path / "lex.toml").symlink_to("/dev/zero")
    with pytest.raises(CastError, match=r"lex.toml: this is a device or a pipe"):
        read_cast(tmp_path / "lex.toml")


def test_other_encodings_are_said_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "lex.toml"
    path.write_bytes('# ok\n[characters."Élodie"]\n'.encode("windows-1252"))
    with pytest.raises(CastError, match=r"lex\.toml:2: not UTF-8 text \(byte 0xc9\)"):
        read_cast(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows calls a path through a file merely missing")
def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "voices").touch()
    with pytest.raises(CastError, match="cannot be read"):
        read_cast(tmp_path / "voices" / "lex.toml")


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=200), toml_texts().map(str.encode), st.text(max_size=60).map(str.encode)))
def test_no_bytes_raise_anything_but_a_cast_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(data)
    error = _error_of(path)
    if error is not None:
        assert error.message.startswith(str(path))
        assert error.hint


def _error_of(path: Path) -> CastError | None:
    try:
        read_cast(path)
    except CastError as error:
        return error
    return None


def test_speakers_of_a_correction_begin_with_its_speaker() -> None:
    written = '[[corrections]]\ntext = "Yes."\n{}speakers = ["Tom", "Ann"]\n'
    (correction,) = parse_cast(written.format(""), file="a.toml").corrections
    assert (correction.speaker, correction.speakers) == ("Tom", ("Tom", "Ann"))
    with pytest.raises(CastError, match='begins with "Tom"'):
        parse_cast(written.format('speaker = "Ann"\n'), file="a.toml")
