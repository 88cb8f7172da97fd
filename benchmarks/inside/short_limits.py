"""Whoever works for longer than BENCHMARK_LIMIT_S counts as hung: nobody waits minutes for the program to see it."""

import os

from audiobook.synthesis import speaking_run, workers

_LIMIT_S = float(os.environ["BENCHMARK_LIMIT_S"])

vars(speaking_run).update(_LIMIT_S=_LIMIT_S, _LIMIT_S_A_CHAR=0.0)
(workers.Workers.submit.__kwdefaults__ or {}).update(
    limit_s=_LIMIT_S
)  # of what is handed in without a limit of its own
