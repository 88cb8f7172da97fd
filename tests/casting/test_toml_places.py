import tomllib
from collections.abc import Mapping

from hypothesis import given, settings

from audiobook.casting.toml_places import find_places
from tests.casting.toml_texts import toml_texts


def test_keys_headers_and_values_are_found_with_their_lines() -> None:
    text = '# hello\n[book]\ntitle = "x"  # yes\n\n[characters."a.b"]\nvoice = "v"\n'
    places = find_places(text)
    assert places.line_of(("book",)) == 2
    assert places.line_of(("book", "title")) == 3
    assert places.line_of(("characters", "a.b", "voice")) == 6
    entry = places.entry(("book", "title"))
    assert entry is not None
    assert text[entry.value_start : entry.value_end] == '"x"'


def test_lines_inside_a_value_do_not_look_like_keys() -> None:
    text = 'a = """\n[not]\nx = 1 \\""" no\n"""""\nb = [ # [\n  "]", \'[\', # "\n  {c = "}"},\n]\nd = 1\n'
    places = find_places(text)
    assert [entry.path for entry in places.entries] == [("a",), ("b",), ("d",)]
    assert places.line_of(("d",)) == 9
    assert places.headers == ()


def test_tables_of_an_array_are_counted_and_own_what_is_below_them() -> None:
    places = find_places("[[c]]\nx = 1\n[[c]]\nx = 2\n[c.d]\ny = 3\n")
    assert [entry.path for entry in places.entries] == [("c", 0, "x"), ("c", 1, "x"), ("c", 1, "d", "y")]


def test_a_value_inside_braces_has_the_line_of_its_key() -> None:
    assert find_places("\nx = { y = 1 }\n").line_of(("x", "y")) == 2


def test_windows_newlines_and_a_byte_order_mark_do_not_disturb() -> None:
    text = "\ufeff[a]\r\n\r\nx = 1 # c\r\n"
    places = find_places(text)
    assert places.line_of(("a", "x")) == 3
    assert text[places.entries[0].value_start : places.entries[0].value_end] == "1"


@settings(deadline=None)
@given(toml_texts())
def test_every_value_is_found_exactly_where_it_stands(text: str) -> None:
    values = tomllib.loads(text)
    for entry in find_places(text).entries:
        inside: object = values
        for step in entry.path:
            inside = inside[step] if isinstance(inside, list) and isinstance(step, int) else _get(inside, str(step))
        assert tomllib.loads(f"x = {text[entry.value_start : entry.value_end]}")["x"] == inside


def _get(table: object, key: str) -> object:
    assert isinstance(table, Mapping)
    return table[key]
