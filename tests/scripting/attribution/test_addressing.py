"""Who is spoken to: a title with a surname fits a whole family."""

from audiobook.scripting.attribution.addressing import AddressReader
from audiobook.scripting.attribution.attributing import meet_people
from audiobook.scripting.quotations.passage_finder import split_book
from audiobook.scripting.quotations.splitting import Splitting
from tests.scripting.small_books import small_book

STORY = """Miss Harlow was the eldest of the sisters. Jane Harlow stayed at home that day, and Miss Harlow was glad.

Kate Harlow went to the mill. Kate knew that Mr. Dunn would be there. She liked the place, and Kate was never late.

"Good morning," said Mr. Dunn.

"Good morning," said Kate Harlow.

"I hope that you are well, Miss Harlow."

"Quite well."
"""


def test_sister_may_be_meant_by_title_and_surname() -> None:
    paragraphs, turns, people = meet_people(split_book(small_book(STORY), Splitting()).chapters, (), ())
    reader = AddressReader(people)
    addressed = [reader.read(paragraphs, turns, index) for index in range(len(turns))]
    (found,) = [one for one in addressed if one.people]
    meant = {people.persons[number].name for number in (*found.people, *found.namesakes)}
    assert {name.split()[0] for name in meant} >= {"Kate"}
    assert "Mr. Dunn" not in meant
