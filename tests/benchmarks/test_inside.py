"""What benchmarks put into the processes under test does there what its figures rest on."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inside.entering import environment_with

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these benchmarks need a system that tells such things")


def run_inside(module: str, code: str, **settings: str) -> str:
    done = subprocess.run(
        (sys.executable, "-c", code),
        env=environment_with(module, **settings),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_clock_goes_back_by_ten_years_when_it_is_time() -> None:
    code = "import datetime, time; print(datetime.datetime.now(datetime.UTC).year, time.time() < 1.6e9)"
    now = datetime.now(UTC)
    assert run_inside("clock_set_back", code, BENCHMARK_CLOCK_BACK_AT="0").split()[0] in {
        str(now.year - 10),
        str(now.year - 9),
    }
    later = str(now.timestamp() + 3600)
    assert run_inside("clock_set_back", code, BENCHMARK_CLOCK_BACK_AT=later).split() == [str(now.year), "False"]


def test_the_peak_is_what_a_process_held_at_most_and_not_what_it_holds_at_its_end(tmp_path: Path) -> None:
    run_inside("peak_memory", "x = bytearray(b'x') * 80_000_000; del x", BENCHMARK_PEAKS=str(tmp_path))
    (noted,) = tmp_path.iterdir()
    assert noted.name.startswith("program-")
    assert 80_000_000 < int(noted.read_text(encoding="ascii")) < 160_000_000


def test_c_code_counts_for_the_function_of_ours_that_called_it(tmp_path: Path) -> None:
    code = (
        "from audiobook.codecs.flac import encode_flac\n"
        "from audiobook.model.speech import Pcm\n"
        "encode_flac(Pcm(samples=bytes(range(256)) * 100_000, rate_hz=22050))"
    )
    run_inside("sampling", code, BENCHMARK_SAMPLES=str(tmp_path))
    (noted,) = tmp_path.iterdir()
    seconds = {tuple(stack): spent for stack, spent in json.loads(noted.read_text(encoding="utf-8"))}
    encoding = sum(spent for stack, spent in seconds.items() if "flac.encode_flac" in stack)
    assert encoding > 0.5 * (sum(seconds.values()) - seconds[("importing",)])
