import pytest

from audiobook.synthesis.spoken_numbers import speak_numbers


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("In 1994 he left.", "In 19 94 he left."),
        ("On May 5, 1905, it rained.", "On May 5, 19 oh 5, it rained."),
        ("since 1900", "since 19 hundred"),
        ("In 2005 too.", "In 2005 too."),
        ("He had 1994 sheep.", "He had 1994 sheep."),
        ("of 1500 men", "of 1500 men"),
        ("1914–1918", "19 14 to 19 18"),
        ("1914–18", "19 14 to 18"),
        ("the 1990s and '80s", "the 19 nineties and eighties"),
        ("At 10 a.m. sharp", "At 10 A M sharp"),
        ("It was 10 p.m.", "It was 10 P M."),
        ("at 3:45", "at 3 45"),
        ("at 6:05 am", "at 6 oh 5 A M"),
        ("at 12:00", "at 12 o'clock"),
        ("at 14:00", "at 14 hundred hours"),
        ("I am 10 am I not", "I am 10 am I not"),
        ("It cost $5.50.", "It cost 5 dollars and 50 cents."),
        ("£20 and £1.50", "20 pounds and 1 pound 50"),
        ("€3", "3 euros"),
        ("$1 million", "1 million dollars"),
        ("$1,250.00", "1,250 dollars"),
        ("5 km and 1 kg", "5 kilometres and 1 kilogram"),
        ("It is 5 ft.", "It is 5 feet."),
        ("He was 6'2\" tall", "He was 6 foot 2 tall"),
        ("1:23:45 and 3.14 and 100%", "1:23:45 and 3.14 and 100%"),
        ("No digits at all", "No digits at all"),
    ],
)
def test_numbers_are_said_as_a_reader_would(written: str, said: str) -> None:
    assert speak_numbers(written) == said
