"""One speech engine alone in one process: how fast it speaks, and what it takes.

    python benchmarks/bare_engine.py LINES.json --threads 1

Run as a program of its own, so that time and memory are the engine's. Prints JSON. `--threads` is given to every ONNX
model in place of what the adapter asks for; engines without such models are not changed by it.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

from audiobook.engines.registry import open_engine
from audiobook.model.speech import Line


def main() -> None:
    """Speak every line and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--threads", type=int, required=True)
    given = parser.parse_args()
    job = json.loads(given.lines.read_text(encoding="utf-8"))
    lines = [Line(**line) for line in job["lines"]]
    give_threads(given.threads)
    start_s = time.perf_counter()
    engine = open_engine(job["engine"])
    for voice in dict.fromkeys(line.voice for line in lines):
        engine.speak(Line(text="Good evening.", voice=voice))
    loaded_s, loaded_cpu_s = time.perf_counter(), time.process_time()
    audio_s = 0.0
    for line in lines:
        pcm = engine.speak(line)
        audio_s += pcm.length_samples / pcm.rate_hz
    spoken_s = time.perf_counter() - loaded_s
    cpu_s = time.process_time() - loaded_cpu_s
    print(json.dumps({"load_s": loaded_s - start_s, "spoken_s": spoken_s, "cpu_s": cpu_s, "audio_s": audio_s}))


def give_threads(threads: int) -> None:
    """Have every ONNX session opened from now on compute with so many threads."""
    try:
        import onnxruntime
    except ImportError:
        return
    open_session = onnxruntime.InferenceSession.__init__

    def open_with_threads(session: Any, model: Any, sess_options: Any = None, *rest: Any, **named: Any) -> None:
        options = sess_options or onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        open_session(session, model, options, *rest, **named)

    onnxruntime.InferenceSession.__init__ = open_with_threads


if __name__ == "__main__":
    main()
