from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.speech import Line, WordStress
from audiobook.synthesis.take_keys import take_key

percents = st.floats(-90, 200, allow_nan=False)
stresses = st.builds(WordStress, word=st.text(), occurrence=st.integers(1, 9), pitch_percent=percents)
lines = st.builds(
    Line,
    text=st.text(),
    voice=st.text(),
    pitch_percent=percents,
    rate_percent=percents,
    stresses=st.lists(stresses, max_size=2).map(tuple),
)


@given(lines, lines, st.text(), st.text())
def test_keys_are_equal_exactly_when_line_and_engine_are(first: Line, second: Line, engine: str, other: str) -> None:
    same = first == second and engine == other
    assert (take_key(first, engine_fingerprint=engine) == take_key(second, engine_fingerprint=other)) == same


@given(lines, st.text(), lines)
def test_a_key_changes_with_each_field_alone(line: Line, engine: str, other: Line) -> None:
    key = take_key(line, engine_fingerprint=engine)
    for field in fields(Line):
        changed = replace(line, **{field.name: getattr(other, field.name)})
        assert (take_key(changed, engine_fingerprint=engine) == key) == (changed == line)
    assert take_key(line, engine_fingerprint=engine + "!") != key


def test_equal_numbers_give_equal_keys_however_they_are_written() -> None:
    whole = Line(text="Hi", voice="a", pitch_percent=3, rate_percent=0)
    fraction = Line(text="Hi", voice="a", pitch_percent=3.0, rate_percent=-0.0)
    assert take_key(whole, engine_fingerprint="e") == take_key(fraction, engine_fingerprint="e")


def test_a_key_is_the_same_today_and_tomorrow() -> None:
    key = take_key(Line(text="Café \ud800", voice="en-gb+m3", pitch_percent=-10), engine_fingerprint="espeak 1.52")
    assert key == "c8d0502a9c5514254df8efc47f176f8dd137f24b"
