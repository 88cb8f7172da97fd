"""The clock is set back by ten years at BENCHMARK_CLOCK_BACK_AT, in seconds since 1970 by the true clock."""

import datetime as dt
import os
import time

_AT_S = float(os.environ["BENCHMARK_CLOCK_BACK_AT"])
_BACK_S = 315_360_000.0
_true_time = time.time


def _time() -> float:
    now_s = _true_time()
    return now_s if now_s < _AT_S else now_s - _BACK_S


class _SetBack(dt.datetime):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> "_SetBack":
        return cls.fromtimestamp(_time(), tz)


time.time = _time
time.time_ns = lambda: round(_time() * 1e9)
dt.datetime = _SetBack  # type: ignore[misc] -- before anybody else has taken the class from there
