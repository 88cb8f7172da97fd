import pytest
from typer.testing import CliRunner

from audiobook.cli.app import app


def refused(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == 2, done.output
    return done.stderr


@pytest.mark.parametrize("option", ["--title", "--author", "--cover", "--book", "--build-dir", "--language", "--jobs"])
@pytest.mark.parametrize("blank", ["", "  "])
def test_an_option_with_a_blank_value_is_named_before_anything_is_done(option: str, blank: str) -> None:
    told = refused("make", "nosuch.txt", option, blank)
    assert told.startswith(f'error: {option} "" is blank\n')
    assert f"leave {option} out" in told


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("make", ""), "SOURCE"),
        (("cast", "book.txt", "set", " "), "NAME"),
        (("assign", "book.txt", "3", ""), "SPEAKER"),
        (("check", ""), "RELEASE"),
    ],
)
def test_a_blank_argument_is_not_the_folder_one_stands_in(arguments: tuple[str, ...], named: str) -> None:
    assert refused(*arguments).startswith(f'error: {named} "" is blank\n')


def test_a_short_name_of_an_option_is_told_by_its_long_one() -> None:
    assert '--jobs "" is blank' in refused("make", "nosuch.txt", "-j", "")


def test_whatever_is_not_blank_goes_on_to_the_command() -> None:
    done = CliRunner().invoke(app, ["make", "nosuch.txt", "--title", " The Ferry "])
    assert done.exit_code == 3
    assert "nosuch.txt" in done.stderr
