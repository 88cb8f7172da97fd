from pathlib import Path

import pytest

from audiobook.casting import cast_file, typed_toml
from audiobook.casting.cast_file import RoleChange, read_cast
from audiobook.errors import CastError, UsageError
from audiobook.model.cast import Adjustment, BookDetails, Role
from audiobook.model.script import NARRATOR, UNKNOWN, Correction, Gender, SegmentKind

EDITED = """\
# My cast, with love.

[ book ]   # odd spacing stays
id='urn:uuid:1'
source = "seeds/lex.txt"

[narrator]
voice = "ada" # like my aunt

# The villain
[characters.Lex]
voice = 'rupert'   # was "oskar"
aliases = [
  "Luthor", # never "Mister"
  'The Boss'  # only in chapter 3
]
    # a note inside
[characters.Clark]
aliases = ["Superman"]

# how words sound
[pronunciations]
Luthorcorp = "Loothor corp"

[[corrections]]
text = '"Yes."'
speaker = "Clark"
chapter = 1 # first one
occurrence = 2

# The program's own:
[program]
x = 1
"""


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    path = tmp_path / "lex.toml"
    path.write_text(EDITED, encoding="utf-8", newline="")
    return path


def lines_changed(path: Path, before: str = EDITED) -> tuple[list[str], list[str]]:
    """Lines gone and lines new, in order; everything else must stand in the same order as before."""
    old, new = before.splitlines(), path.read_text(encoding="utf-8").splitlines()
    gone = [line for line in old if line not in new]
    fresh = [line for line in new if line not in old and line]
    kept = [line for line in new if line in old and line]
    assert kept == [line for line in old if line in new and line]
    return gone, fresh


def add(path: Path, *roles: Role, narrator: str | None = None) -> None:
    teller = None if narrator is None else Role(name=NARRATOR, profile=narrator)
    cast_file.add_to_cast(path, book=BookDetails(id="urn:uuid:2", source="x"), narrator=teller, roles=roles)


class TestFirstRun:
    def test_the_file_explains_itself_and_reads_like_a_cast_list(self, tmp_path: Path) -> None:
        path = tmp_path / "voices" / "lex.toml"
        cast_file.add_to_cast(
            path,
            book=BookDetails(id="urn:uuid:1", source="seeds/lex.txt", title="The Hill", author="A. Writer"),
            narrator=Role(name=NARRATOR, profile="ada"),
            roles=(
                Role(name="Lex", profile="rupert", aliases=("Luthor",), gender=Gender.MALE),
                Role(name='Mrs. O\'Neil "Red"', profile="emma", adjustment=Adjustment(pitch_percent=-15.0)),
            ),
            notes={"Lex": 'Called "he" once.\n"Lex Luthor"\x07 is his full name'},
        )
        head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        assert all(line.startswith("# ") for line in head.splitlines())
        assert body == (
            "[book]\n"
            "# also possible here: author, subtitle, year, series, series_part, language, description, genre, "
            "publisher,\n# cover, explicit; m4b = true, single_mp3 = true\n"
            'id = "urn:uuid:1"\nsource = "seeds/lex.txt"\ntitle = "The Hill"\nauthor = "A. Writer"\n\n'
            '[narrator]\nvoice = "ada"\n\n'
            '[characters.Lex]\n# Called "he" once.\n# "Lex Luthor" is his full name\n'
            'voice = "rupert"\naliases = ["Luthor"]\ngender = "male"\n\n'
            '[characters."Mrs. O\'Neil \\"Red\\""]\nvoice = "emma"\npitch = -15\n'
        )

    def test_a_correction_may_be_what_comes_first(self, tmp_path: Path) -> None:
        path = tmp_path / "lex.toml"
        correction = Correction(text='"It\'s me."', speaker="Lex")
        cast_file.add_correction(path, correction)
        assert read_cast(path).corrections == (correction,)


class TestLaterRuns:
    def test_a_new_character_goes_behind_the_last_one_and_nothing_else_changes(self, edited: Path) -> None:
        add(edited, Role(name="Lena", profile="emma", aliases=("Luthor", "Miss L")))
        assert lines_changed(edited) == ([], ["[characters.Lena]", 'voice = "emma"', 'aliases = ["Miss L"]'])
        text = edited.read_text(encoding="utf-8")
        assert 'aliases = ["Superman"]\n\n[characters.Lena]\n' in text
        assert '["Miss L"]\n\n# how words sound\n' in text

    def test_a_character_without_a_voice_gets_one_and_keeps_the_rest(self, edited: Path) -> None:
        add(edited, Role(name="Clark", profile="oskar", aliases=("Kal",), gender=Gender.MALE))
        assert lines_changed(edited) == ([], ['voice = "oskar"', 'gender = "male"'])

    def test_what_a_person_wrote_is_never_overwritten(self, edited: Path) -> None:
        add(edited, Role(name="Lex", profile="other", aliases=("New",)), narrator="other")
        assert edited.read_text(encoding="utf-8") == EDITED

    def test_somebody_known_by_an_alias_is_not_new(self, edited: Path) -> None:
        add(edited, Role(name="The Boss", profile="other"))
        assert edited.read_text(encoding="utf-8") == EDITED

    def test_windows_newlines_and_byte_order_mark_are_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "lex.toml"
        before = ("\ufeff" + EDITED).replace("\n", "\r\n").encode()
        path.write_bytes(before)
        add(path, Role(name="Lena", profile="emma"))
        cast_file.merge_roles(path, "Lena", into="Lex")
        cast_file.split_role(path, "Lex", off="Lena")
        data = path.read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n")
        assert data.startswith("\ufeff# My cast".encode())

    def test_a_wrong_file_is_left_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "lex.toml"
        path.write_text("[book\n", encoding="utf-8")
        with pytest.raises(CastError, match=r"lex\.toml:1"):
            add(path, Role(name="Lena", profile="emma"))
        assert path.read_text(encoding="utf-8") == "[book\n"

    @pytest.mark.parametrize(
        "text",
        [
            'characters = { Lex = { voice = "rupert" } }  # short\n[narrator]\nvoice = "ada"\n',
            '[characters]\nLex = { voice = "rupert" }  # short\n',
            'characters.Lex.voice = "rupert"  # dotted\n[narrator]\nvoice = "ada"\n',
            '[characters]\nLex.voice = "rupert"  # dotted',
            '[characters.Lex]\nvoice = "rupert"  # no newline at the end',
            '[characters.Lex] # a\nvoice = "rupert"\n# b\n\n# c\n[program]\n',
            '[program]\nx = 1\n[characters.Lex]\nvoice = "rupert"\n[narrator]\nvoice = "ada"\n',
        ],
    )
    def test_every_form_of_toml_can_be_added_to_and_changed(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "lex.toml"
        path.write_text(text, encoding="utf-8")
        add(path, Role(name="Lena", profile="emma", aliases=("L",)))
        cast_file.set_role(path, "Lex", RoleChange(pitch_percent=-10, aliases=("Lu",)))
        cast_file.rename_role(path, "Lex", to="Lu")
        cast_file.add_correction(path, Correction(text="x", speaker="Lu"))
        roles = {role.name: role for role in read_cast(path).roles}
        assert roles["Lena"].aliases == ("L",)
        assert (roles["Lu"].profile, roles["Lu"].aliases) == ("rupert", ("Lex",))
        assert roles["Lu"].adjustment == Adjustment(pitch_percent=-10)
        assert all(comment in path.read_text(encoding="utf-8") for comment in _comments(text))
        cast_file.merge_roles(path, "Lu", into="Lena")
        assert [(role.name, role.aliases) for role in read_cast(path).roles] == [("Lena", ("L", "Lu", "Lex"))]


def _comments(text: str) -> list[str]:
    return [f"#{line.partition('#')[2]}" for line in text.splitlines() if "#" in line]


class TestSetRole:
    def test_only_the_named_values_change(self, edited: Path) -> None:
        cast_file.set_role(edited, "Lex", RoleChange(profile="emma", pitch_percent=-10.0, volume_db=0.0))
        gone = ["voice = 'rupert'   # was \"oskar\""]
        assert lines_changed(edited) == (gone, ['voice = "emma"   # was "oskar"', "pitch = -10", "volume = 0"])

    def test_a_role_is_found_by_alias_and_whatever_the_capitals(self, edited: Path) -> None:
        cast_file.set_role(edited, "the boss", RoleChange(rate_percent=7.5))
        assert read_cast(edited).roles[0].adjustment == Adjustment(rate_percent=7.5)

    def test_narrator_and_unknown_can_be_set_even_if_they_have_no_entry(self, tmp_path: Path) -> None:
        path = tmp_path / "lex.toml"
        cast_file.set_role(path, UNKNOWN, RoleChange(profile="grey"))
        cast_file.set_role(path, NARRATOR, RoleChange(profile="ada"))
        cast = read_cast(path)
        assert cast.narrator is not None
        assert (cast.narrator.profile, cast.roles[0].name, cast.roles[0].profile) == ("ada", UNKNOWN, "grey")
        text = path.read_text(encoding="utf-8")
        assert text.index("[narrator]") < text.index("[characters.unknown]")

    def test_an_unknown_name_lists_those_that_look_like_it(self, edited: Path) -> None:
        with pytest.raises(UsageError, match='nobody in the cast is called "Clarc"') as caught:
            cast_file.set_role(edited, "Clarc", RoleChange(profile="x"))
        assert caught.value.hint == 'did you mean "Clark"?'

    def test_a_value_out_of_range_leaves_the_file_alone(self, edited: Path) -> None:
        with pytest.raises(CastError, match="pitch = 300 is outside -50 to 100"):
            cast_file.set_role(edited, "Lex", RoleChange(pitch_percent=300))
        assert edited.read_text(encoding="utf-8") == EDITED

    def test_an_existing_adjustment_is_replaced_in_its_place(self, tmp_path: Path) -> None:
        path = tmp_path / "lex.toml"
        path.write_text("[characters.Lex]\npitch = -10 # deep\nvoice = 'x'\n", encoding="utf-8")
        cast_file.set_role(path, "Lex", RoleChange(pitch_percent=0))
        assert path.read_text(encoding="utf-8") == "[characters.Lex]\npitch = 0 # deep\nvoice = 'x'\n"


class TestMergeSplitRename:
    def test_merging_gathers_names_and_keeps_comments(self, edited: Path) -> None:
        cast_file.merge_roles(edited, "Lex", into="Clark")
        (clark,) = read_cast(edited).roles
        assert (clark.name, clark.profile, clark.aliases) == (
            "Clark",
            "rupert",
            ("Superman", "Lex", "Luthor", "The Boss"),
        )
        text = edited.read_text(encoding="utf-8")
        assert all(kept in text for kept in ('# was "oskar"', "# a note inside", "# The villain", "# how words"))

    def test_merging_leaves_no_evidence_of_the_one_who_is_gone(self, tmp_path: Path) -> None:
        path = tmp_path / "lex.toml"
        roles = (Role(name="Lex", profile="rupert"), Role(name="Luthor", profile="felix"))
        notes = {"Lex": 'Called "he" once.', "Luthor": 'Called "he" nine times.\nA man is told of.'}
        cast_file.add_to_cast(path, book=BookDetails(), narrator=None, roles=roles, notes=notes)
        cast_file.merge_roles(path, "Luthor", into="Lex")
        _, _, body = path.read_text(encoding="utf-8").partition("[characters")
        assert body == '.Lex]\n# Called "he" once.\nvoice = "rupert"\naliases = ["Luthor"]\n'

    def test_merging_keeps_what_only_the_one_who_is_gone_says(self, tmp_path: Path) -> None:
        path = tmp_path / "lex.toml"
        path.write_text(
            '[characters.Lex]\nrate = 5\n[characters.Lex.pronunciations]\nKal = "call"\n\n'
            '[characters.Luthor]\nvoice = "felix"\npitch = -10\nrate = 9\n'
            "[characters.Luthor.delivery]\nstrength = 0.5\n"
            '[characters.Luthor.pronunciations]\nKal = "cull"\nEl = "ell"\n',
            encoding="utf-8",
        )
        cast_file.merge_roles(path, "Luthor", into="Lex")
        (lex,) = read_cast(path).roles
        assert (lex.profile, lex.adjustment) == ("felix", Adjustment(pitch_percent=-10, rate_percent=5))
        assert lex.delivery.strength == 0.5
        assert [(each.word, each.respelling) for each in lex.pronunciations] == [("Kal", "call"), ("El", "ell")]

    def test_merging_into_somebody_with_another_voice_leaves_that_voices_manner(self, tmp_path: Path) -> None:
        path = tmp_path / "lex.toml"
        path.write_text(
            '[characters.Lex]\nvoice = "rupert"\n[characters.Luthor]\nvoice = "felix"\npitch = -10\n', encoding="utf-8"
        )
        cast_file.merge_roles(path, "Luthor", into="Lex")
        assert read_cast(path).roles[0].adjustment == Adjustment()

    def test_merging_a_name_that_only_the_text_knows_adds_an_alias(self, edited: Path) -> None:
        cast_file.merge_roles(edited, "Kal-El", into="Clark")
        assert lines_changed(edited) == (['aliases = ["Superman"]'], ['aliases = ["Superman", "Kal-El"]'])

    def test_merging_somebody_with_themselves_is_refused(self, edited: Path) -> None:
        with pytest.raises(UsageError, match="one character already"):
            cast_file.merge_roles(edited, "Luthor", into="Lex")

    def test_splitting_makes_an_alias_a_character_without_a_voice(self, edited: Path) -> None:
        cast_file.split_role(edited, "Clark", off="Superman")
        roles = read_cast(edited).roles
        assert [(role.name, role.aliases, role.profile) for role in roles[1:]] == [
            ("Clark", (), None),
            ("Superman", (), None),
        ]

    def test_splitting_a_list_over_several_lines_keeps_the_other_comments(self, edited: Path) -> None:
        cast_file.split_role(edited, "Lex", off="The Boss")
        assert read_cast(edited).roles[0].aliases == ("Luthor",)
        assert '"Luthor", # never "Mister"' in edited.read_text(encoding="utf-8")

    def test_splitting_off_what_is_not_an_alias_is_refused(self, edited: Path) -> None:
        with pytest.raises(UsageError, match='"Luthor" is not an alias of "Clark"') as caught:
            cast_file.split_role(edited, "Clark", off="Luthor")
        assert caught.value.hint == "its aliases are: Superman"

    def test_what_looks_like_a_slip_of_the_pen_is_not_split_off(self, edited: Path) -> None:
        with pytest.raises(UsageError, match='"Supermn" is not an alias of "Clark"'):
            cast_file.split_role(edited, "Clark", off="Supermn")
        cast_file.split_role(edited, "clark", off="SUPERMAN")
        assert [role.name for role in read_cast(edited).roles] == ["Lex", "Clark", "Superman"]

    def test_a_renamed_character_keeps_its_place_and_its_old_name(self, edited: Path) -> None:
        cast_file.rename_role(edited, "Clark", to="Superman")
        gone, fresh = lines_changed(edited)
        assert (gone, fresh) == (
            ["[characters.Clark]", 'aliases = ["Superman"]'],
            ["[characters.Superman]", 'aliases = ["Clark"]'],
        )

    def test_a_name_of_somebody_else_is_refused(self, edited: Path) -> None:
        with pytest.raises(UsageError, match=r'lex\.toml:12: "Luthor" is "Lex" already'):
            cast_file.rename_role(edited, "Clark", to="Luthor")

    @pytest.mark.parametrize("name", [NARRATOR, UNKNOWN, " "])
    def test_the_narrator_is_no_character(self, edited: Path, name: str) -> None:
        with pytest.raises(UsageError):
            cast_file.rename_role(edited, "Clark", to=name)


class TestCorrections:
    def test_a_new_one_stands_behind_the_last_and_before_the_programs_notes(self, edited: Path) -> None:
        cast_file.add_correction(edited, Correction(text='"No."', speaker="Lex", kind=SegmentKind.THOUGHT))
        text = edited.read_text(encoding="utf-8")
        new = '[[corrections]]\ntext = \'"No."\'\nspeaker = "Lex"\nkind = "thought"\n'
        assert f"occurrence = 2\n\n{new}\n# The program's own:\n[program]" in text

    def test_the_same_line_again_replaces_what_was_said_before(self, edited: Path) -> None:
        cast_file.add_correction(edited, Correction(text='"Yes."', speaker="Lex", chapter=1, occurrence=2, after="He"))
        assert read_cast(edited).corrections == (
            Correction(text='"Yes."', speaker="Lex", chapter=1, occurrence=2, after="He"),
        )
        assert lines_changed(edited) == (['speaker = "Clark"'], ['speaker = "Lex"', 'after = "He"'])

    def test_several_speakers_give_way_to_one(self, edited: Path) -> None:
        several = Correction(text='"No."', speaker="Lex", speakers=("Lex", "Clark"), chapter=1)
        cast_file.add_correction(edited, several)
        assert read_cast(edited).corrections[-1] == several
        cast_file.add_correction(edited, Correction(text='"No."', speaker="Clark", chapter=1))
        assert read_cast(edited).corrections[-1] == Correction(text='"No."', speaker="Clark", chapter=1)

    def test_equal_words_in_another_place_are_another_line(self, edited: Path) -> None:
        cast_file.add_correction(edited, Correction(text='"Yes."', speaker="Lex", chapter=1, occurrence=3))
        assert [correction.speaker for correction in read_cast(edited).corrections] == ["Clark", "Lex"]


class TestWriting:
    def test_a_file_saved_meanwhile_by_somebody_else_is_read_again(
        self, edited: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        calls = [0]

        def read_after_somebody_saved(path: Path) -> str | None:
            calls[0] += 1
            if calls[0] == 2:
                edited.write_text(EDITED + "# saved meanwhile\n", encoding="utf-8")
            return typed_toml.read_text(path)

        monkeypatch.setattr("audiobook.casting.cast_file.read_text", read_after_somebody_saved)
        cast_file.set_role(edited, "Lex", RoleChange(profile="emma"))
        text = edited.read_text(encoding="utf-8")
        assert "# saved meanwhile" in text
        assert 'voice = "emma"' in text

    def test_nothing_is_written_if_nothing_changes(self, edited: Path) -> None:
        before = edited.stat().st_mtime_ns, edited.stat().st_ino
        cast_file.set_role(edited, "Lex", RoleChange())
        assert (edited.stat().st_mtime_ns, edited.stat().st_ino) == before

    def test_a_name_no_file_can_hold_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(CastError, match=r"ud800"):
            add(tmp_path / "lex.toml", Role(name="X\ud800", profile="x"))
        assert not (tmp_path / "lex.toml").exists()
