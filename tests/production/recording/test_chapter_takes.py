from audiobook.model.take import PlannedTake
from audiobook.production.recording.chapter_takes import ChapterTakes
from tests.assembly.building import Part, make_script, make_takes

ONE, TWO = make_takes(make_script(Part("One."), Part("Two.")))


class Planner:
    """Chapter 2 has nothing to speak."""

    def __init__(self) -> None:
        self.planned: list[int] = []

    def plan(self, number: int) -> tuple[PlannedTake, ...]:
        self.planned.append(number)
        return {1: (ONE,), 2: (), 3: (ONE, TWO)}[number]


def test_chapters_without_takes_are_not_in_it() -> None:
    takes = ChapterTakes((1, 2, 3), Planner().plan)
    assert dict(takes) == {1: (ONE,), 3: (ONE, TWO)}
    assert len(takes) == 2
    assert 2 not in takes
    assert takes.get(2) is None


def test_each_chapter_is_planned_once_and_only_when_asked_for() -> None:
    planner = Planner()
    takes = ChapterTakes((1, 2, 3), planner.plan)
    assert planner.planned == []
    assert takes[3] is takes[3]
    assert planner.planned == [3]


def test_a_chapter_known_to_speak_is_not_planned_to_be_counted() -> None:
    planner = Planner()
    takes = ChapterTakes((1, 2, 3), planner.plan, known={1, 3})
    assert list(takes) == [1, 3]
    assert planner.planned == [2]


def test_parts_of_it_plan_nothing_twice() -> None:
    planner = Planner()
    takes = ChapterTakes((1, 2, 3), planner.plan)
    assert dict(takes.only({3})) == {3: (ONE, TWO)}
    assert dict(takes.only({3}).and_also(-1, (TWO,))) == {3: (ONE, TWO), -1: (TWO,)}
    assert planner.planned == [3]
