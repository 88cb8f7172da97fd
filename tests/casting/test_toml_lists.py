import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.casting.toml_lists import append_items, remove_items
from audiobook.casting.toml_values import render_value

_words = st.sampled_from(["a", "b", "it's", 'a "b"', "#", ",", "]", "x\ny", ""])
_blanks = st.sampled_from(["", " ", "\n", "\n  ", " # it's, [mine]\n", "\n# ]\n "])


@st.composite
def written_lists(draw: st.DrawFn) -> str:
    items = [draw(_blanks) + render_value(word) + draw(_blanks) for word in draw(st.lists(_words, max_size=5))]
    trailing = draw(st.sampled_from(["", ","])) if items else ""
    return "[" + ",".join(items) + trailing + draw(_blanks) + "]"


def read(text: str) -> list[str]:
    value = tomllib.loads(f"x = {text}")["x"]
    assert isinstance(value, list)
    return value


@settings(deadline=None)
@given(written_lists(), st.lists(_words, min_size=1, max_size=2))
def test_appended_items_come_last_and_comments_stay(text: str, items: list[str]) -> None:
    after = append_items(text, [render_value(item) for item in items], newline="\n")
    assert read(after) == read(text) + items
    assert after.count("# it's, [mine]") == text.count("# it's, [mine]")


@settings(deadline=None)
@given(written_lists(), _words)
def test_a_removed_item_is_gone_and_comments_stay(text: str, item: str) -> None:
    after = remove_items(text, item)
    assert read(after) == [each for each in read(text) if each != item]
    assert after.count("# it's, [mine]") == text.count("# it's, [mine]")


def test_a_list_of_lines_gets_a_line_for_each_item() -> None:
    before = "[\n  'a', # one\n  'b' # two\n  # end\n]"
    assert append_items(before, ["'c'", "'d'"], newline="\n") == (
        "[\n  'a', # one\n  'b', # two\n  # end\n  'c',\n  'd'\n]"
    )


def test_a_list_on_one_line_stays_on_it() -> None:
    assert append_items("[ 'a', ]", ["'b'"], newline="\n") == "[ 'a', 'b', ]"
    assert remove_items("['a', 'b']", "b") == "['a']"
    assert remove_items("['a', 'b']", "a") == "['b']"


def test_removing_an_item_leaves_the_other_lines_as_they_are() -> None:
    assert remove_items("[\n  'a', # one\n  'b'\n]", "b") == "[\n  'a', # one\n]"
