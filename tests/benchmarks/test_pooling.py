from dataclasses import replace

import pytest
from judge.scoring import judge
from trials.pooling import mean_of, pool, summarise

from tests.benchmarks.small_novel import ferry, gold_answers
from tests.benchmarks.small_systems import SYSTEMS

MIXED = judge(ferry(), SYSTEMS["mixed"]).scores
GOLD = judge(ferry(), gold_answers(ferry())).scores


def test_a_novel_alone_is_its_own_mean_and_pool() -> None:
    alone = summarise(MIXED, 1.0)
    assert mean_of([alone]) == alone
    pooled = pool([MIXED])  # from rounded figures
    assert pooled.accuracy == pytest.approx(alone.accuracy)
    assert pooled.b3_f1 == pytest.approx(alone.b3_f1 or 0, abs=0.02)


def test_large_novels_weigh_more_in_the_pool_only() -> None:
    large = replace(GOLD, gold_quotations=3 * MIXED.gold_quotations)
    mean = mean_of([summarise(MIXED, None), summarise(large, None)])
    assert mean.accuracy == pytest.approx((44.44 + 100) / 2)
    assert pool([MIXED, large]).accuracy == pytest.approx((44.44 + 3 * 100) / 4)


def test_a_corpus_that_names_nobody_has_no_accuracy() -> None:
    nameless = replace(ferry(), spans=tuple(replace(span, type="unknown") for span in ferry().spans))
    scores = judge(nameless, gold_answers(nameless)).scores
    assert summarise(scores, None).accuracy is None
    assert pool([scores]).accuracy is None
    assert pool([scores]).b3_f1 == 100
