import pytest
from cluster_trial.queueing import Costs, Load, saturation_workers, simulate

SLOW_SPEECH = Costs(speaking=0.5, wire=0.001, keeping=0.002, encoding=0.01)
BOOK = Load(chapters=20, chapter_s=600.0, batch_s=30.0, cores=2)
SOUND_S = 20 * 600.0


def test_one_worker_takes_what_the_speaking_costs_and_what_comes_after_the_last_take() -> None:
    outcome = simulate(SLOW_SPEECH, BOOK, workers=1)
    assert outcome.spoken_s == pytest.approx(SOUND_S * 0.5 + 30 * 0.003)
    assert outcome.finished_s == pytest.approx(outcome.spoken_s + 600 * 0.01)


def test_two_workers_are_twice_as_quick_while_nothing_else_is_full() -> None:
    one, two = (simulate(SLOW_SPEECH, BOOK, workers=workers).spoken_s for workers in (1, 2))
    assert one / two == pytest.approx(2, rel=0.01)


def test_beyond_saturation_more_workers_gain_nothing() -> None:
    workers, full = saturation_workers(SLOW_SPEECH, cores=2)
    assert (workers, full) == (100, "encoding")
    many, more = (simulate(SLOW_SPEECH, BOOK, workers=count).finished_s for count in (400, 800))
    assert many == pytest.approx(more, rel=0.1)
    assert more >= SOUND_S * 0.01 / 2


def test_a_slow_wire_is_what_everything_waits_for() -> None:
    costs = Costs(speaking=0.5, wire=0.4, keeping=0.002, encoding=0.01)
    outcome = simulate(costs, BOOK, workers=8)
    assert outcome.spoken_s == pytest.approx(SOUND_S * 0.4, rel=0.01)
    assert outcome.busy["wire"] == pytest.approx(1, rel=0.01)
